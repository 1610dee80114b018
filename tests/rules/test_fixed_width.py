"""Columns by position: told by blanks that line up, and by nothing else."""

import pytest

from console.rules import fixed_width

PLAIN = """
Id   Name        Born        Balance
1    Ann Smith   1950-01-31      1.00
20   Bo          1961-07-02    120.50
300  Cy Van Doe
""".splitlines()[1:]
RULED = """
ID NAME      BORN
-- --------- ----------
 1 Ann Smith 1950-01-31
20 Bo        1961-07-02
""".splitlines()[1:]


@pytest.mark.parametrize(
    ("lines", "widths"),
    [
        pytest.param(PLAIN, (5, 12, 12, 8), id="blanks that line up"),
        pytest.param(["People, printed today", *PLAIN], (5, 12, 12, 8), id="a title above"),
        pytest.param(RULED, (3, 10, 10), id="a ruler"),
        pytest.param(
            ["Name       Zip  ", "Ann Smith  45373", "Bob Jones  45374", "Cyr Adams  45375"],
            (11, 5),
            id="names that happen to be of one length",
        ),
        pytest.param(
            ["First Name  Zip  ", "Ann         45373", "Bo          45374"],
            (12, 5),
            id="a blank within a header",
        ),
        pytest.param(["Id,Name", "1,Ann  Smith", "2,Bob  Jones"], (), id="commas"),
        pytest.param(["Id, Name", "1,  Ann", "2,  Bob"], (), id="blanks after commas"),
        pytest.param(["| Id  | Name |", "| 1   | Ann  |", "| 2   | Bob  |"], (), id="bars"),
        pytest.param(["Id\tName", "1\tAnn", "2\tBob"], (), id="tabs"),
        pytest.param(["We met, as agreed", "and talked of it", "for a long time"], (), id="prose"),
        pytest.param(["Id   Name", "1    Ann"], (), id="too few lines to tell"),
    ],
)
def test_columns_are_where_blanks_line_up(lines: list[str], widths: tuple[int, ...]) -> None:
    even = next((mark for mark in ",|" if mark in lines[0] and mark in lines[-1]), "")
    assert fixed_width.widths(lines, even) == widths


def test_a_row_that_runs_over_its_columns_is_known() -> None:
    widths = fixed_width.widths(PLAIN)
    assert not any(fixed_width.is_cut(line, widths) for line in PLAIN)
    assert fixed_width.is_cut("12   Maximiliana Smith 1950-01-31", widths)

"""Cells of rejected rows, as a spreadsheet must not change them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import header_rows
from console.rules.rejected_rows import guarded, guarded_name, plain


@pytest.mark.parametrize(
    "cell",
    ["00123", "+19375550137", "937-555-0137", "12345678901234", "1/2/1950", "1950-01-02", "MAR1",
     "1E5", "3:15 PM", "March 5, 2020", "=1+1", "@SUM(A1)", "-x", "TRUE", "\tx", "'00123"],
)  # fmt: skip
def test_what_a_spreadsheet_would_change_stands_after_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ann", "7", "937555013", "'t Hooft", "O'Neill", "Apt, left"])
def test_what_no_spreadsheet_changes_stands_as_it_is(cell: str) -> None:
    assert guarded(cell) == plain(cell) == cell


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.from_regex(r"'*[=+@0-9A-C/-]{0,6}"))
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert plain(guarded(cell)) == cell


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.from_regex(r"'*[=+@0-9A-C/-]{0,6}"))
def test_a_name_comes_back_as_it_was(name: str) -> None:
    assert plain(guarded_name(name)) == name


@pytest.mark.parametrize(("name", "written"), [("Phone 2", "Phone 2"), ("=1+1", "'=1+1")])
def test_names_of_columns_are_guarded_where_they_could_run(name: str, written: str) -> None:
    assert guarded_name(name) == written


def test_the_column_of_reasons_tells_the_header_and_is_none_of_it() -> None:
    rows = [
        ("Id", "'1st visit", "Rejected because ", "Name"),
        ("soon", "never", "has no date", "Ann"),
        ("2", "2026-01-02", "has no date", "Bob"),
        ("3", "2026-01-03", "has no date", "Cat"),
    ]
    header = header_rows.find(rows)
    assert header == header_rows.Header(
        ("Id", "1st visit", "Name"), 1, ("Id", "1st visit", "Name"), 2
    )

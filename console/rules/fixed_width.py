"""Tables whose columns stand by position: where the blanks of all rows line up.

    Id   Name        Born
    1    Ann Smith   1950-01-31
    20   Bo          1961-07-02

A blank within values lines up by chance; a column has a word above it and something below.
"""

import re
from collections.abc import Sequence

FEWEST_LINES = 3
# One row in so many may run over its columns; it is refused, and the others have theirs.
ROWS_TO_A_LONG_ONE = 20
MOST_TITLES = 6
LONGEST = 2_000
# Blanks that part columns somewhere in a table; prose has one between words.
WIDE = 2
RULER = re.compile(r"\s*[-=_]{2,}(?: +[-=_]{2,})+\s*")
"""A line under a header that marks how wide its columns are; it is no row."""


def widths(lines: Sequence[str], delimiter: str = "") -> tuple[int, ...]:
    """How wide the columns of a table with these first lines are; () where nothing lines up.

    The width of a column holds the blanks behind it. What stands above the table is passed over.
    `delimiter` parts the rows evenly, if given: a header that holds it has its columns by that.
    """
    if any("\t" in line or len(line) > LONGEST for line in lines):
        return ()
    for above in range(min(MOST_TITLES, len(lines))):
        listed = lines[above:]
        if len(listed) < FEWEST_LINES or (delimiter and delimiter in listed[0]):
            return ()
        if found := _marked(listed) or _lined_up(listed):
            longest = max(map(len, listed))
            ends = (*found[1:], longest)
            return tuple(end - start for start, end in zip((0, *found[1:]), ends, strict=True))
    return ()


def is_cut(line: str, widths_: Sequence[int]) -> bool:
    """Whether a column of that table would begin in the middle of a word."""
    at = 0
    for width in widths_[:-1]:
        at += width
        if line[at - 1 : at].strip() and line[at : at + 1].strip():
            return True
    return False


def _marked(listed: Sequence[str]) -> list[int]:
    """Where columns begin by the ruler under a header."""
    ruler = RULER.fullmatch(listed[1])
    return [one.start() for one in re.finditer(r"\S+", listed[1])] if ruler else []


def _lined_up(listed: Sequence[str]) -> list[int]:
    """Where columns begin by the blanks of the header and of the rows."""
    longest = max(map(len, listed))
    filled = [_is_filled(listed, at) for at in range(longest)]
    begins = [at for at in range(longest) if filled[at] and not (at and filled[at - 1])]
    starts: list[int] = []
    for at, end in zip(begins, (*begins[1:], longest), strict=True):
        headed = listed[0][at:end].strip()
        if not starts or (headed and any(line[at:end].strip() for line in listed[1:])):
            starts.append(at)
    parted = any(not any(filled[at - WIDE : at]) for at in starts[1:])
    return starts if parted and len(starts) > 1 else []


def _is_filled(listed: Sequence[str], at: int) -> bool:
    """Whether something stands there in the header or a row; a wide gap forgives long rows."""
    header = listed[0].ljust(at + 2)
    wide = "  " in header[max(at - 1, 0) : at + 2]
    most = len(listed) // ROWS_TO_A_LONG_ONE if wide else 0
    there = sum(line[at : at + 1] not in ("", " ") for line in listed)
    return header[at] != " " or there > most

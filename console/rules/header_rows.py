"""Finding the header of a table among its first rows, and rows that are no records."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from console.rules import cells, date_style, headers
from console.rules.rejected_rows import plain, reason_column

Cells = Sequence[str]

LOOKED_AT = 30
FIRST_ROWS = 20
TOTALS = re.compile(
    r"[ :*#()]*(?:(?:grand |sub ?)?totals?(?: \w+){0,3}|sum(?:me)?|gesamt|suma|count"
    r"|average|records?|rows?|end of (?:report|file|list)|number of \w+)[ :*#()]*",
    re.IGNORECASE,
)
DATA = re.compile(
    r"[-+$€£]?\s*[\d.,]+(?:[eE][+-]?\d+)?\s*%?|[^@\s]+@[^@\s]+\.\w+|\(?\+?[\d() .-]{7,}|true|false"
)
# What explains a column is words, at most with a length: "Varchar(20)", "mm/dd/yyyy".
EXPLAINS = re.compile(r"[^\d]*[^\W\d]{2}[^\d]*(?:\(\d+\))?")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    Attributes:
        names: one a column, all different; "column 3" where nothing stands.
        skip: how many rows stand before the first record, the header included.
        row: its filled cells in lower case, to know it when it comes again.
        reasons: the column that says why an import rejected the row; it is none of `names`.
    """

    names: tuple[str, ...]
    skip: int
    row: tuple[str, ...] = ()
    reasons: int | None = None


def find(rows: Sequence[Cells]) -> Header | None:
    """The header that these first rows of a table have; None when they are no table.

    What stands above it (a title, the date of the report), and a second row of it, are skipped.
    A table without header gets its columns numbered. One of rejected rows says itself where its
    header is.
    """
    for at, cells_ in enumerate(rows[:FIRST_ROWS]):
        if (reasons := reason_column(cells_)) is not None:
            own = tuple(plain(cell) for cell in (*cells_[:reasons], *cells_[reasons + 1 :]))
            return Header(_all_different(own, reasons), at + 1, own, reasons)
    width = _width(rows)
    if width < 2:
        return None
    best = max(
        (at for at in range(min(len(rows), FIRST_ROWS)) if _can_be_header(rows[at], width)),
        key=lambda at: (_known(rows[at]), -at),
        default=None,
    )
    known = _known(rows[best]) if best is not None else 0
    if known < 2 and _is_scattered(rows):
        return None
    if best is None or (best > 0 and known < 2):
        if best is None or not _can_be_header(rows[0], width):
            return Header(tuple(f"column {at}" for at in range(1, width + 1)), 0)
        best = 0
    row = tuple(rows[best])
    names = _captioned(rows[best - 1], row) if best else row
    skip = best + 1
    if len(rows) > skip and _is_second(rows[skip], rows[skip + 1 :]):
        skip += 1
    filled = tuple(cell.casefold() for cell in row if cell)
    return Header(_all_different(names, width), skip, filled)


def no_record(row: Cells, header: Header) -> str:
    """Why a row is no record (a total, the header again, a remark); "" when it is one."""
    filled = [cell for cell in row if cell]
    if len(filled) == len(header.row) and all(map(_same, filled, header.row)):
        return "Header that comes again"
    if TOTALS.fullmatch(filled[0]) and all(map(_is_data, filled[1:])):
        return "Total of a table"
    if len(filled) == 1 and len(header.names) >= 3 and re.search(r"[ :]", filled[0]):
        return "Remark in a table"
    return ""


def _same(cell: str, known: str) -> bool:
    return cell.casefold() == known


def _width(rows: Sequence[Cells]) -> int:
    """The commonest number of cells, up to the last that is filled, of rows with several."""
    widths = Counter(_extent(row) for row in rows if sum(map(bool, row)) > 1)
    longest = max((len(row) for row in rows), default=0)
    if not widths:
        return longest if longest > 1 and rows else 0
    return max(widths, key=lambda width: (widths[width], width))


def _is_scattered(rows: Sequence[Cells]) -> bool:
    """Whether rows are as in prose, whose commas stand anywhere, or hold what is no text."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values()) * 2 < len(rows) or not all(map(str.isprintable, rows[0]))


def _extent(row: Cells) -> int:
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)


def _can_be_header(row: Cells, width: int) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < max(2, width * 0.5):
        return False
    if len(set(filled)) < len(filled) * 0.6:
        return False
    data = sum(map(_is_data, filled))
    return data <= len(filled) * 0.1 and max(map(len, filled)) <= 120


def _is_data(cell: str) -> bool:
    return bool(
        DATA.fullmatch(cell.strip()) or date_style.is_date(cell) or cell in cells.MISSING - {""}
    )


def _known(row: Cells) -> int:
    """How many of its cells are headers that we know."""
    return sum(
        any(headers.field_of(vocabulary, cell) for vocabulary in headers.VOCABULARIES)
        for cell in row
        if cell
    )


def _captioned(above: Cells, row: Cells) -> Cells:
    """The header with the captions of groups of columns before names that stand several times."""
    filled = [cell for cell in above if cell]
    counts = Counter(cell.casefold() for cell in row if cell)
    if not filled or max(counts.values(), default=0) < 2 or len(filled) < 2:
        return row
    named: list[str] = []
    caption = ""
    for at, cell in enumerate(row):
        caption = above[at] if at < len(above) and above[at] else caption
        named.append(f"{caption} {cell}" if caption and counts[cell.casefold()] > 1 else cell)
    return named


def _is_second(row: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row under the header explains it: words where all rows below have data."""
    if len(below) < 2 or sum(map(bool, row)) < 2:
        return False
    typed = [
        at
        for at in range(len(row))
        if (found := [one[at] for one in below if at < len(one) and one[at]])
        and sum(map(_is_data, found)) >= 0.8 * len(found)
    ]
    words = [at for at in typed if EXPLAINS.fullmatch(row[at])]
    return (
        bool(words)
        and len(words) >= 0.6 * len([at for at in typed if row[at]])
        and not any(_is_data(cell) for cell in row if cell)
    )


def _all_different(names: Cells, width: int) -> tuple[str, ...]:
    found: list[str] = []
    seen: Counter[str] = Counter()
    for at in range(max(width, _extent(names))):
        name = " ".join(names[at].split())[:120] if at < len(names) else ""
        name = name or f"column {at + 1}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)

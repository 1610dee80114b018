"""A table with its header: records one after the other, and what is none of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from console.rules import header_rows
from console.rules.header_rows import Header
from console.rules.rejected_rows import plain
from console.services.imports.report import Rejected
from console.services.imports.sources import Unreadable
from console.services.imports.tables import opening
from console.services.imports.tables.opening import NO_TABLE, Sheet
from console.services.imports.tables.rows import Row
from console.services.imports.tables.text_rows import OPEN_QUOTE


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose header was found."""

    sheet: Sheet
    header: Header

    @property
    def names(self) -> tuple[str, ...]:
        return self.header.names


class Record(NamedTuple):
    """One record: its place for reports, and a cell for each column of the header."""

    where: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no record, and what it is."""

    reason: str


def table_of(sheet: Sheet) -> Table | None:
    """The table in a sheet; None for an empty sheet, Unreadable for what is no table."""
    found = (row for row in opening.rows(sheet, lambda _: None))
    listed = list(islice(found, header_rows.LOOKED_AT))
    first = [row.cells for row in listed if not row.fault and any(row.cells)]
    if not first:
        if listed:
            raise Unreadable(listed[0].fault or "is empty")
        return None
    header = header_rows.find(first)
    if header is None:
        raise Unreadable(NO_TABLE)
    return Table(sheet, header)


def body(table: Table, progress: Callable[[int], None]) -> Iterator[Row]:
    """The rows below the header, as they stand there; blank ones are left out.

    Where a row was rejected before, the reason is no cell of it.
    """
    skip, reasons = table.header.skip, table.header.reasons
    for row in opening.rows(table.sheet, progress):
        if not row.fault:
            if skip and any(row.cells):
                skip -= 1
                continue
            if not any(row.cells):
                continue
        yield row if reasons is None else _without(row, reasons)


def _without(row: Row, reasons: int) -> Row:
    """A row that was rejected before, without the reason and as it was written then."""
    cells = (*row.cells[:reasons], *row.cells[reasons + 1 :])
    return Row(row.number, tuple(map(plain, cells)), row.fault)


def records(table: Table, progress: Callable[[int], None]) -> Iterator[Record | Rejected | LeftOut]:
    """Every record of a table; rows that are none, or cannot be one, come as that."""
    width = len(table.header.names)
    for row in body(table, progress):
        if fault := row.fault or (table.header.reasons is not None and _still_whole(row)):
            yield Rejected(table.sheet.label, where_of(row), fault)
        elif not any(row.cells):
            continue
        elif reason := header_rows.no_record(row.cells, table.header):
            yield LeftOut(reason)
        elif len(row.cells) == width:
            yield Record(where_of(row), row.cells)
        elif any(row.cells[width:]):
            reason = f"has {len(row.cells)} cells, and the header {width}"
            yield Rejected(table.sheet.label, where_of(row), reason)
        else:
            cells = row.cells[:width]
            yield Record(where_of(row), cells + ("",) * (width - len(cells)))


def _still_whole(row: Row) -> str:
    """Why a row is still none: its line was written whole to its first cell, and stands there."""
    filled = [cell for cell in row.cells if cell]
    return OPEN_QUOTE if len(filled) == 1 and '"' in row.cells[0] else ""


def where_of(row: Row) -> str:
    """The place of a row, for reports."""
    return f"row {row.number}" if row.number else "file"

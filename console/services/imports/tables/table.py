"""A table with its header: records one after the other, and what is none of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from console.rules import header_rows
from console.rules.header_rows import Header
from console.services.imports.report import Rejected
from console.services.imports.sources import Unreadable
from console.services.imports.tables import opening
from console.services.imports.tables.opening import NO_TABLE, Sheet
from console.services.imports.tables.rows import Row


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


def records(table: Table, progress: Callable[[int], None]) -> Iterator[Record | Rejected | LeftOut]:
    """Every record of a table; rows that are none, or cannot be one, come as that."""
    width = len(table.header.names)
    skip = table.header.skip
    for row in opening.rows(table.sheet, progress):
        if row.fault:
            yield Rejected(table.sheet.label, _where(row), row.fault)
            continue
        if not any(row.cells):
            continue
        if skip:
            skip -= 1
            continue
        if reason := header_rows.no_record(row.cells, table.header):
            yield LeftOut(reason)
        elif len(row.cells) == width:
            yield Record(_where(row), row.cells)
        elif any(row.cells[width:]):
            reason = f"has {len(row.cells)} cells, and the header {width}"
            yield Rejected(table.sheet.label, _where(row), reason)
        else:
            cells = row.cells[:width]
            yield Record(_where(row), cells + ("",) * (width - len(cells)))


def _where(row: Row) -> str:
    return f"row {row.number}" if row.number else "file"

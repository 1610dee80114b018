"""Proposing how tables would be read, for a person to look at and correct."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from console.models.table_mapping import ImportMapping, TableMapping
from console.rules.table_columns import Column
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import find
from console.services.imports.tables import mapping_files
from console.services.imports.tables.choosing import Chosen, choose
from console.services.imports.tables.files import tables_of
from console.services.imports.tables.survey import survey

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table: the fields it fills ("people.birth_date"), and some of its values."""

    name: str
    fields: tuple[str, ...]
    filled: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with the mapping that would read it.

    Attributes:
        label: the file, with the sheet in brackets where it has several.
        columns: in the table's order; one that fills no field is not taken.
        first: the first records, a cell for each column.
        rows: records looked at (a large table is not counted to its end).
        doubts: what a proposal could not tell, a sentence each.
        proposed: whether the mapping is a proposal rather than given, saved or shipped.
    """

    label: str
    columns: tuple[ColumnView, ...]
    first: tuple[tuple[str, ...], ...]
    rows: int
    doubts: tuple[str, ...]
    mapping: TableMapping
    proposed: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the tables of some files would be read, and the files that are no tables."""

    tables: tuple[TableView, ...]
    problems: tuple[Rejected, ...]
    mapping: ImportMapping

    def text(self) -> str:
        """The mapping as a file to save and correct, with what is to be known as comments."""
        return mapping_files.dump(self.mapping, [_remarks(table) for table in self.tables])


def propose(
    paths: Iterable[Path],
    *,
    today: date,
    mapping: ImportMapping | None = None,
    saved: Path | None = None,
) -> Proposal:
    """How these files and folders would be read as tables; writes nothing.

    `mapping` and `saved` count as in an import: what they say is shown, the rest is proposed.
    Raises NotFound for a path that is not there.
    """
    sources, rejected = find(paths)
    tally = Tally()
    told = mapping_files.laid_out(mapping, saved)
    tables = [table for source in sources for table in tables_of(source, tally, told)]
    chosen, _ = choose(tables, mapping=mapping, saved=saved, today=today, propose=True)
    views: dict[tuple[str, ...], TableView] = {}
    for one in chosen:
        views.setdefault(one.mapping.match, _view(one))
    named = {one.source for one in chosen if not one.source.startswith("table")}
    return Proposal(
        tables=tuple(views.values()),
        problems=(*rejected, *tally.rejected),
        mapping=ImportMapping(
            tables=tuple(view.mapping for view in views.values()),
            source=next(iter(named)) if len(named) == 1 and len(chosen) else "",
            region=chosen[0].region if chosen else "US",
        ),
    )


def _view(one: Chosen) -> TableView:
    seen = one.seen or survey(one.table)
    return TableView(
        label=one.table.sheet.label,
        columns=tuple(_column(column, one.mapping) for column in seen.columns),
        first=seen.first,
        rows=seen.rows,
        doubts=(*_positions(one), *one.doubts),
        mapping=one.mapping,
        proposed=one.seen is not None,
    )


def _positions(one: Chosen) -> Iterator[str]:
    if one.table.sheet.parted:
        widths = list(one.table.sheet.widths)
        yield f"Columns stand by position; `widths: {widths}` here says where they begin."


def _column(column: Column, mapping: TableMapping) -> ColumnView:
    fields = tuple(
        f"{section.kind}.{name}"
        for section in mapping.sections
        for name, rule in section.fields.items()
        if column.name in rule.columns
    )
    examples = tuple(dict.fromkeys(column.values))[:EXAMPLES]
    return ColumnView(column.name, fields, column.filled, examples)


def _remarks(table: TableView) -> Iterator[str]:
    """What a person who corrects the mapping should know; never a value of the table."""
    yield table.label
    yield from table.doubts
    unmapped = [column.name for column in table.columns if not column.fields]
    if unmapped and table.mapping.sections:
        yield f"Not taken: {', '.join(unmapped)}"

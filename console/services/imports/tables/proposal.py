"""Proposing how tables would be read, for a person to look at and correct."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from console.models.table_mapping import ImportMapping, TableMapping
from console.rules import mapping_edit
from console.rules.date_style import DateEvidence
from console.rules.table_columns import Column
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import find
from console.services.imports.tables import mapping_files
from console.services.imports.tables.choosing import Chosen, choose
from console.services.imports.tables.files import tables_of
from console.services.imports.tables.survey import survey

EXAMPLES = 3
SHOWN = 5
# A column that says more words than these is no column of codes.
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table: the fields it fills ("people.birth_date"), and some of its values.

    Attributes:
        words: every value seen, where they are few enough to be codes.
        dates: how its dates are written.
    """

    name: str
    fields: tuple[str, ...]
    filled: int
    examples: tuple[str, ...]
    words: tuple[str, ...] = ()
    dates: DateEvidence = field(default_factory=DateEvidence)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with the mapping that would read it.

    Attributes:
        label: the file as it was named, with the sheet in brackets where it has several.
        title: the same without folders.
        columns: in the table's order; one that fills no field is not taken.
        first: the first records, a cell for each column; of a list of codes all that were seen.
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
    title: str = ""


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
        view = _view(one)
        views.setdefault(view.mapping.match, view)
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
    mapping = mapping_edit.for_columns(one.mapping, one.table.names)
    codes = any(section.kind == "codes" for section in mapping.sections)
    sheet = one.table.sheet
    return TableView(
        label=sheet.label,
        title=replace(sheet, source=replace(sheet.source, name=sheet.source.path.name)).label,
        columns=tuple(_column(column, mapping) for column in seen.columns),
        first=seen.sample if codes else seen.sample[:SHOWN],
        rows=seen.rows,
        doubts=(*_positions(one), *one.doubts),
        mapping=mapping,
        proposed=one.seen is not None,
    )


def _positions(one: Chosen) -> Iterator[str]:
    if one.table.sheet.parted:
        widths = list(one.table.sheet.widths)
        yield f"Columns stand by position; `widths: {widths}` here says where they begin."


def _column(column: Column, mapping: TableMapping) -> ColumnView:
    fields = tuple(
        mapping_edit.target_of(mapping, use) for use in mapping_edit.uses(mapping, column.name)
    )
    said = tuple(dict.fromkeys(column.values))
    return ColumnView(
        name=column.name,
        fields=fields,
        filled=column.filled,
        examples=said[:EXAMPLES],
        words=said if len(said) <= MOST_WORDS else (),
        dates=column.dates,
    )


def _remarks(table: TableView) -> Iterator[str]:
    """What a person who corrects the mapping should know; never a value of the table."""
    yield table.label
    yield from table.doubts
    unmapped = [column.name for column in table.columns if not column.fields]
    if unmapped and table.mapping.sections:
        yield f"Not taken: {', '.join(unmapped)}"

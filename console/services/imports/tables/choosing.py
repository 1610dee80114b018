"""Which mapping reads which table, and to which system its ids belong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from console.errors import BadInput
from console.models.table_mapping import ImportMapping, Layout, Section, TableMapping
from console.rules import headers, table_guess
from console.services.imports.tables import layouts, mapping_files
from console.services.imports.tables.opening import Sheet
from console.services.imports.tables.survey import Survey, survey
from console.services.imports.tables.table import Table

# Columns that tell whose records these are: the same export with one more column is the same.
IDENTITY = ("key", "name", "given", "family", "birth_date", "birth.year")
FITS_NOT = "fits no table of the mapping; add it there, or leave the file out"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A table with the mapping that reads it.

    Attributes:
        source: the system that the ids of its own records belong to.
        people: the system that ids of people in it belong to; "" when that is not certain.
        group: tables of one group belong together: their ids mean the same.
        region: where phone numbers without country code are dialed from.
        seen: what a survey found, where the mapping is a proposal.
        doubts: what a proposal could not tell.
        kept: whether the mapping is new and should be kept for next time.
    """

    table: Table
    mapping: TableMapping
    source: str
    group: str
    region: str = "US"
    people: str = ""
    seen: Survey | None = None
    doubts: tuple[str, ...] = ()
    kept: bool = False

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Columns that nothing is taken from."""
        taken = self.mapping.columns()
        return tuple(name for name in self.table.names if name not in taken)

    @property
    def not_kept(self) -> tuple[str, ...]:
        """Of these, the numbers of other authorities."""
        return tuple(name for name in self.unmapped if not headers.is_kept(name))


def choose(
    tables: Sequence[Table],
    *,
    mapping: ImportMapping | None,
    saved: Path | None,
    today: date,
    propose: bool,
) -> tuple[list[Chosen], list[Table]]:
    """Each table with its mapping, and the tables for which there is none.

    A mapping that is given goes first, then one that was saved for a table of this shape, then
    those that ship; else, with `propose`, one is proposed.
    """
    chosen: list[Chosen] = []
    unread: list[Table] = []
    for table in tables:
        found = (
            _given(table, mapping)
            or _saved(table, saved)
            or _shipped(table)
            or (_proposed(table, today) if propose else None)
        )
        if found:
            chosen.append(found)
        else:
            unread.append(table)
    return _with_sources(chosen), unread


def fits(table: Table, mapping: TableMapping) -> bool:
    """Whether a table has the columns by which a mapping knows it."""
    return set(mapping.match) <= set(table.names)


def _best(table: Table, listed: Iterable[TableMapping]) -> TableMapping | None:
    """The mapping that asks for most columns, of those that fit."""
    return max(
        (one for one in listed if fits(table, one)), key=lambda one: len(one.match), default=None
    )


def _given(table: Table, mapping: ImportMapping | None) -> Chosen | None:
    found = _best(table, mapping.tables) if mapping else None
    if mapping is None or found is None:
        return None
    if not _is_as_told(table.sheet, found.layout):
        raise BadInput(
            f"{table.sheet.label} has the columns of the mapping, but is not written as its "
            f"{', '.join(f'`{name}:`' for name in layouts.plain(found.layout))} says. Correct "
            "that, or leave it out; then the file itself tells."
        )
    if missing := found.columns() - set(table.names):
        raise BadInput(
            f"{table.sheet.label} has no column {', '.join(sorted(missing))}, which the mapping "
            "names. Correct the mapping; a dry run without it shows the columns."
        )
    source, region, people = mapping.source, mapping.region, mapping.people
    return Chosen(table, found, source, "mapping", region, people, kept=True)


def _is_as_told(sheet: Sheet, layout: Layout) -> bool:
    """Whether a table was read as a mapping says; what is no text has nothing to say of it."""
    asked = layouts.plain(layout)
    return sheet.kind != "text" or all(
        getattr(sheet, name) == getattr(layout, name) for name in asked
    )


def _saved(table: Table, folder: Path | None) -> Chosen | None:
    found = mapping_files.saved(folder, table.names)
    if found is None or not found.tables or not fits(table, found.tables[0]):
        return None
    own = found.tables[0]
    return Chosen(table, own, found.source, _folder(table), found.region, found.people)


def _shipped(table: Table) -> Chosen | None:
    for name, mapping in mapping_files.shipped():
        if found := _best(table, mapping.tables):
            group = f"{name}:{_folder(table)}"
            return Chosen(table, found, mapping.source, group, mapping.region)
    return None


def _proposed(table: Table, today: date) -> Chosen:
    seen = survey(table)
    guess = table_guess.guess(seen.columns, today)
    mapping = TableMapping(match=table.names, sections=guess.sections, left_out=guess.left_out)
    return Chosen(
        table,
        mapping,
        "",
        _folder(table),
        seen=seen,
        doubts=guess.doubts,
        kept=bool(guess.sections),
    )


def _folder(table: Table) -> str:
    return str(table.sheet.source.path.resolve().parent)


def _with_sources(chosen: list[Chosen]) -> list[Chosen]:
    """Names the systems: as the mapping says, else by the columns that tell whose records.

    Ids of people mean those of a table beside; where there is none, what they meant before.
    """
    named = [one if one.source else replace(one, source=_source_of(one.mapping)) for one in chosen]
    people: dict[str, set[str]] = defaultdict(set)
    for one in named:
        if any(names_people(section) for section in one.mapping.sections):
            people[one.group].add(one.source)
    found: list[Chosen] = []
    for one in named:
        own = any(section.kind == "people" for section in one.mapping.sections)
        of_group = people[one.group]
        certain = one.source if own or one.source in of_group else one.people
        found.append(replace(one, people=next(iter(of_group)) if len(of_group) == 1 else certain))
    return found


def names_people(section: Section) -> bool:
    """Whether a section brings people with their names, rather than that there is somebody."""
    return section.kind == "people" and bool({"name", "given", "family"} & section.fields.keys())


def _source_of(mapping: TableMapping) -> str:
    for section in mapping.sections:
        columns = [
            headers.words(column)
            for name in (*IDENTITY, "person")
            if name in section.fields
            for column in section.fields[name].columns
        ]
        if columns:
            return f"table:{','.join(dict.fromkeys(columns))}"[:100]
    return "table"

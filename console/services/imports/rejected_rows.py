"""Rows of tables that an import rejected, a file a table, with the table's own columns.

Where tables belong together, rows that went in go along when a rejected row cannot do without them:
whom a touchpoint is about, how a person is reached, and what codes mean.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from console.models.table_mapping import Section
from console.rules.rejected_rows import REASON, guarded, guarded_name
from console.services.imports.rejected_files import ROWS, Folder, name_of
from console.services.imports.rejections import Rejections
from console.services.imports.report import RejectedFile
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.choosing import Chosen
from console.services.imports.tables.rows import Row
from console.services.imports.tables.table import body, where_of
from console.services.imports.values import Unusable

# A spreadsheet takes a text for UTF-8 only after this.
MARK = "\ufeff"
GOES_ALONG = "belongs to a rejected row"
# Sections whose rows are put aside for those of other tables.
ASIDE = {"contacts", "participants", "codes"}
# By which id of what the rows of a section ask for others, and by which they go along.
ASKS = {
    "people": ("person", "key"),
    "touchpoints": ("touchpoint", "key"),
    "participants": ("touchpoint", "touchpoint"),
}
ALONG = {
    "contacts": ("person", "person"),
    "touchpoints": ("touchpoint", "key"),
    "participants": ("touchpoint", "touchpoint"),
}

Key = Callable[[Sequence[str]], str]
Found = tuple[Sequence[str], str, bool]
"""Cells, reason, and whether the row itself was rejected."""


def write(
    chosen: Sequence[Chosen], rejections: Rejections, folder: Folder
) -> Iterator[RejectedFile]:
    """The file of each table of which anything was rejected, or goes along with what was."""
    groups: dict[str, list[Chosen]] = defaultdict(list)
    for one in chosen:
        groups[one.group].append(one)
    for group in groups.values():
        rejected = [one for one in group if rejections.places(one.table.sheet.label)]
        if not rejected:
            continue
        related = _are_related(group)
        if related:
            for one in rejected:
                _want_along(one, rejections)
        for one in group if related else rejected:
            along = _Along(one, rejected, rejections) if related else None
            yield from _write(one, rejections, folder, along)


def _are_related(group: Sequence[Chosen]) -> bool:
    """Whether tables belong together, so that rows of one are read with those of another."""
    kinds = {section.kind for one in group for section in one.mapping.sections}
    return len(group) > 1 and bool(kinds & ASIDE)


def _write(
    one: Chosen, rejections: Rejections, folder: Folder, along: "_Along | None"
) -> Iterator[RejectedFile]:
    sheet = one.table.sheet
    found = _found(one, rejections, along)
    first = next(found, None)
    if first is None:
        return
    # Tables that belong together keep their names, which people know them by.
    ending = ".csv" if along else ROWS
    with folder.new(name_of(sheet.source.path, sheet.name), ending) as ((path, file),):
        file.write(MARK)
        writer = csv.writer(file)
        writer.writerow([*map(guarded_name, one.table.names), REASON])
        count = _write_row(writer, one, first)
        for row in found:
            count += _write_row(writer, one, row)
    yield RejectedFile(path, sheet.label, count)


def _write_row(writer: "csv._writer", one: Chosen, row: Found) -> int:  # type: ignore[name-defined]
    """Writes a row with its reason below the reasons; cells that the header lacks come after."""
    cells, reason, rejected = row
    width = len(one.table.names)
    own = [*map(guarded, cells[:width]), *[""] * (width - len(cells))]
    writer.writerow([*own, reason, *map(guarded, cells[width:])])
    return int(rejected)


def _found(one: Chosen, rejections: Rejections, along: "_Along | None") -> Iterator[Found]:
    label = one.table.sheet.label
    left = rejections.places(label)
    for row in body(one.table, lambda _: None):
        if not left and along is None:
            return
        reason = rejections.reason(label, where_of(row)) if row.number and left else ""
        if reason and row.cells:
            left -= 1
            yield row.cells, reason, True
        elif along and not row.fault and along(row):
            yield row.cells, GOES_ALONG, False


def _want_along(one: Chosen, rejections: Rejections) -> None:
    """Asks for what belongs to the rejected rows of a table."""
    keys = _keys(one, ASKS)
    for cells, _, _ in _found(one, rejections, None):
        for kind, key in keys:
            if found := key(cells):
                rejections.want(one.group, kind, found)


class _Along:
    """Tells which rows of a table go along with rejected ones of its group."""

    def __init__(self, one: Chosen, rejected: Sequence[Chosen], rejections: Rejections) -> None:
        codes = any(section.kind == "codes" for section in one.mapping.sections)
        self._all = codes and (
            rejections.wants(one.group) or any(_uses_codes(other) for other in rejected)
        )
        self._group = one.group
        self._rejections = rejections
        self._keys = _keys(one, ALONG)

    def __call__(self, row: Row) -> bool:
        return self._all or any(
            (found := key(row.cells)) and self._rejections.is_wanted(self._group, kind, found)
            for kind, key in self._keys
        )


def _uses_codes(one: Chosen) -> bool:
    return any(rule.codes for each in one.mapping.sections for rule in each.fields.values())


def _keys(one: Chosen, ids: Mapping[str, tuple[str, str]]) -> list[tuple[str, Key]]:
    """What the ids of a table's sections are of, and how to read them."""
    return [
        (kind, _key_of(one, section, field))
        for section in one.mapping.sections
        for kind, field in [ids.get(section.kind, ("", ""))]
        if kind
    ]


def _key_of(one: Chosen, section: Section, field: str) -> Key:
    """Reads an id of a row that may not have all its cells; "" where it has none."""
    of = CellsOf(section, one.mapping, one.table, lambda _name, _code: "")
    width = len(one.table.names)

    def key(cells: Sequence[str]) -> str:
        whole = (*cells, *[""] * (width - len(cells)))
        try:
            return of.key(whole, field) if of.is_meant(whole) else ""
        except Unusable:
            return ""

    return key

"""Reading the first records of tables by a mapping that is being corrected; nothing is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from console.models.table_mapping import ImportMapping, TableMapping
from console.rules.header_rows import Header
from console.services.imports.repeats import Repeats
from console.services.imports.report import Tally
from console.services.imports.sources import Source
from console.services.imports.tables.choosing import Chosen
from console.services.imports.tables.opening import Sheet
from console.services.imports.tables.proposal import SHOWN, Proposal, TableView
from console.services.imports.tables.reading import HAPPENED, NO_PERSON, Reading
from console.services.imports.tables.staging import Staging
from console.services.imports.tables.table import Record, Table
from console.services.imports.values import ContactValues, Context, Skip, Unusable, Values

ELSEWHERE = "Names its person in another table"
_TOGETHER = "preview"
_MARKS = 1 << 12
"""For the ids of the few rows that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """What a record adds to one of another table: to a person contact points, or a touchpoint.

    Attributes:
        person, touchpoint: their ids.
        code, label: of a list of codes instead.
    """

    person: str = ""
    contacts: tuple[ContactValues, ...] = ()
    touchpoint: str = ""
    code: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPreview:
    """One record as an import would read it.

    Attributes:
        values: what it brings of its own.
        aside: what it brings to records of other tables.
        refused: why something of it cannot go in; clauses fit to follow "this".
        left_out: what of it is not ours to hold.
        remarks: why cells of it stay empty.
        meant: whether the mapping takes the record at all.
    """

    values: tuple[Values, ...] = ()
    aside: tuple[PutAside, ...] = ()
    refused: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    meant: bool = True


@dataclass(slots=True)
class _Row:
    """What is gathered of a record while the rounds go on."""

    record: Record
    values: list[Values] = field(default_factory=list)
    aside: list[PutAside] = field(default_factory=list)
    refused: dict[str, None] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)
    remarks: dict[str, None] = field(default_factory=dict)
    meant: bool = True

    def shown(self) -> RowPreview:
        return RowPreview(
            values=tuple(self.values),
            aside=tuple(self.aside),
            refused=tuple(self.refused),
            left_out=tuple(self.left_out),
            remarks=tuple(self.remarks),
            meant=self.meant,
        )


class _Noting(Staging):
    """Puts aside, and remembers what was since it was asked last."""

    def __init__(self) -> None:
        super().__init__()
        self._noted: list[PutAside] = []

    def noted(self) -> list[PutAside]:
        found, self._noted = self._noted, []
        return found

    def add_contacts(self, group: str, key: str, contacts: Iterable[ContactValues]) -> None:
        listed = tuple(contacts)
        self._noted.append(PutAside(person=key, contacts=listed))
        super().add_contacts(group, key, listed)

    def add_participant(self, group: str, touchpoint: str, person: str) -> None:
        self._noted.append(PutAside(person=person, touchpoint=touchpoint))
        super().add_participant(group, touchpoint, person)

    def add_code(self, group: str, name: str, code: str, label: str) -> None:
        self._noted.append(PutAside(code=code, label=label))
        super().add_code(group, name, code, label)


def preview(
    proposal: Proposal, mapping: ImportMapping, *, now: datetime, zone: str
) -> tuple[tuple[RowPreview, ...], ...]:
    """The first records of each table of a proposal, as `mapping` reads them.

    `mapping` has the tables of the proposal, in its order. What tables know of each other is told
    by their first records; codes are looked up. `zone` (IANA) is the center's, `now` aware.
    """
    tally, context = Tally(), Context(now, zone)
    with _Noting() as staging:
        readings = [
            (_reading(view, table, mapping.region, staging, tally, context), _rows(view))
            for view, table in zip(proposal.tables, mapping.tables, strict=True)
        ]
        for number in range(HAPPENED + 1):
            if number:
                staging.finish()
            for reading, rows in readings:
                staging.begin_reading()
                for row in rows:
                    _read(reading, number, row, staging, tally)
    elsewhere = any(
        one.kind == "participants" for table in mapping.tables for one in table.sections
    )
    return tuple(
        tuple(_elsewhere(row).shown() if elsewhere else row.shown() for row in rows[:SHOWN])
        for _, rows in readings
    )


def _reading(
    view: TableView,
    mapping: TableMapping,
    region: str,
    staging: Staging,
    tally: Tally,
    context: Context,
) -> Reading:
    names = tuple(column.name for column in view.columns)
    sheet = Sheet(Source(Path(view.label), view.label, 0), "", "text")
    chosen = Chosen(
        Table(sheet, Header(names, 0)), mapping, _TOGETHER, _TOGETHER, region, people=_TOGETHER
    )
    return Reading(chosen, staging, tally, context, Repeats(_MARKS))


def _rows(view: TableView) -> Sequence[_Row]:
    return [_Row(Record(f"row {at}", cells)) for at, cells in enumerate(view.first, 1)]


def _read(reading: Reading, number: int, row: _Row, staging: _Noting, tally: Tally) -> None:
    row.meant = reading.is_meant(row.record)
    for values in reading.values(number):
        try:
            row.values += values(row.record)
        except Skip as reason:
            row.left_out[str(reason)] = None
        except Unusable as reason:
            row.refused[str(reason)] = None
    row.aside += staging.noted()
    row.remarks |= dict.fromkeys(_taken(tally))


def _taken(tally: Tally) -> Iterator[str]:
    found = list(tally.remarks)
    tally.remarks.clear()
    yield from found


def _elsewhere(row: _Row) -> _Row:
    """Nobody is missing where another table tells whom a record is about."""
    if NO_PERSON in row.refused:
        del row.refused[NO_PERSON]
        row.remarks[ELSEWHERE] = None
    return row

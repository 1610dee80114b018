"""Table files as an import reads them: put aside, then people, relationships, touchpoints."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from console.models.table_mapping import ImportMapping, TableMapping
from console.services.imports.repeats import Repeats
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import Source, Unreadable
from console.services.imports.tables import mapping_files, opening
from console.services.imports.tables.choosing import FITS_NOT, choose, fits
from console.services.imports.tables.reading import ASIDE, HAPPENED, Reading
from console.services.imports.tables.staging import Staging
from console.services.imports.tables.table import LeftOut, Record, Table, records, table_of
from console.services.imports.values import Context, Skip, Unusable, Values

NOT_MEANT = "Row that the mapping leaves out"


class TableFiles:
    """The tables of one import. What belongs to records of other tables is read first.

    With `propose`, a table without mapping gets one from its headers and values; else it is
    rejected.
    """

    rounds = HAPPENED + 1

    def __init__(
        self,
        sources: Sequence[Source],
        mapping: ImportMapping | None,
        saved: Path | None,
        tally: Tally,
        context: Context,
        repeats: Repeats,
        *,
        propose: bool = True,
    ) -> None:
        self._tally = tally
        self._context = context
        self._staging = Staging()
        told = mapping_files.laid_out(mapping, saved)
        tables = [table for source in sources for table in tables_of(source, tally, told)]
        today = context.now.date()
        self.chosen, unread = choose(
            tables, mapping=mapping, saved=saved, today=today, propose=propose
        )
        for table in unread:
            tally.reject(Rejected(table.sheet.label, "file", FITS_NOT))
        self._readings: dict[Path, list[Reading]] = defaultdict(list)
        for one in self.chosen:
            reading = Reading(one, self._staging, tally, context, repeats)
            self._readings[one.table.sheet.source.path].append(reading)
        self._began = False

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._stack.enter_context(self._staging)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def mapping(self) -> ImportMapping:
        """Every mapping that was used, as one."""
        sources = {one.source for one in self.chosen}
        regions = {one.region for one in self.chosen}
        named = len(sources) == 1 and not next(iter(sources)).startswith("table")
        return ImportMapping(
            tables=tuple({one.mapping.match: one.mapping for one in self.chosen}.values()),
            source=next(iter(sources)) if named else "",
            region=next(iter(regions)) if len(regions) == 1 else "US",
        )

    def save(self, folder: Path) -> None:
        """Keeps new mappings for tables of the same shape."""
        for one in self.chosen:
            if one.kept:
                named = "" if one.source.startswith("table") else one.source
                kept = ImportMapping(
                    tables=(one.mapping,),
                    source=named,
                    people=one.people if one.people != one.source else "",
                    region=one.region,
                )
                mapping_files.save(folder, one.table.names, kept)

    def is_read(self, source: Source, number: int) -> bool:
        return any(reading.is_read(number) for reading in self._readings[source.path])

    def read(
        self, source: Source, number: int, progress: Callable[[int], None]
    ) -> Iterator[Values | Rejected]:
        """What the tables of a file bring in this round, and what cannot go in."""
        if number > ASIDE and not self._began:
            self._staging.finish()
            self._began = True
        for reading in self._readings[source.path]:
            if reading.is_read(number):
                yield from self._read(reading, number, progress)

    def _read(
        self, reading: Reading, number: int, progress: Callable[[int], None]
    ) -> Iterator[Values | Rejected]:
        self._staging.begin_reading()
        first = number == min(reading.rounds)
        table = reading.chosen.table
        for found in records(table, progress):
            if isinstance(found, Record):
                self._tally.read += first
                if first and not reading.is_meant(found):
                    self._tally.skip(NOT_MEANT)
                yield from self._record(reading, found, number)
            elif not first:
                continue
            elif isinstance(found, LeftOut):
                self._tally.skip(found.reason)
            else:
                yield found

    def _record(self, reading: Reading, record: Record, number: int) -> Iterator[Values | Rejected]:
        for values in reading.values(number):
            try:
                yield from values(record)
            except Skip as reason:
                self._tally.skip(str(reason))
            except Unusable as reason:
                yield Rejected(reading.chosen.table.sheet.label, record.where, str(reason))


def tables_of(source: Source, tally: Tally, told: Sequence[TableMapping] = ()) -> Iterator[Table]:
    """The tables of a file; what is none is rejected with the reason.

    `told` are mappings that say how the text of their table is written.
    """
    if found := _as_told(source, told):
        yield found
        return
    try:
        sheets = opening.sheets(source)
    except Unreadable as error:
        tally.reject(Rejected(source.name, "file", str(error)))
        return
    for sheet in sheets:
        try:
            table = table_of(sheet)
        except Unreadable as error:
            tally.reject(Rejected(sheet.label, "file", str(error)))
            continue
        if table:
            yield table


def _as_told(source: Source, told: Sequence[TableMapping]) -> Table | None:
    """The table that a file holds when it is read as a mapping says, and has its columns."""
    for mapping in told:
        with suppress(Unreadable):
            table = table_of(opening.laid_out(source, mapping.layout))
            if table and fits(table, mapping):
                return table
    return None

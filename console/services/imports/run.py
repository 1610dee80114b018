"""Running an import: files → resources → values → batches, in rounds, counted and reported."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from console.errors import BadInput
from console.models.ids import Login
from console.services.database import Database
from console.services.imports import fhir
from console.services.imports.asked import asked_conditions
from console.services.imports.batch import Batch, take_write_lock
from console.services.imports.consents import write_consents
from console.services.imports.people import write_people
from console.services.imports.places import write_places
from console.services.imports.reader import Entry, read
from console.services.imports.report import ImportReport, Rejected, Tally
from console.services.imports.resolver import Resolver
from console.services.imports.sources import Source, find
from console.services.imports.touchpoints import write_touchpoints
from console.services.imports.values import (
    ConsentValues,
    Context,
    PersonValues,
    RecordValues,
    Skip,
    TouchpointValues,
    Unusable,
    Values,
)

# Enough to make a transaction worth its commit, few enough to hold no lock for long.
BATCH_SIZE = 500
FORMATS = ("auto", "fhir")

V = TypeVar("V")
Progress = Callable[[int, int, int], None]


class _Undone(Exception):
    """Ends the transaction of a dry run without keeping anything."""


def import_paths(
    database: Database,
    paths: Iterable[Path],
    *,
    format: str = "auto",  # noqa: A002 - the command line's own word
    author: Login,
    now: datetime,
    zone: str = "UTC",
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Brings people and touchpoints in from files and folders; again changes nothing.

    `zone` (IANA) is the center's: of days, and of dates without a time. `progress` is told bytes
    read, bytes to read and resources read. A dry run does the same work in one transaction and
    keeps nothing of it. What was committed when an import is killed stays, and importing again
    completes it.

    Raises NotFound for a path that is not there, BadInput when nothing could be read.
    """
    if format not in FORMATS:
        raise BadInput(f"The format {format} is not known. Use one of: {', '.join(FORMATS)}.")
    begun = monotonic()
    sources, rejected = find(paths)
    tally = Tally()
    for entry in rejected:
        tally.reject(entry)
    if not sources:
        raise BadInput("There is no file to read there.")
    context = Context(now, zone, asked_conditions(database, now))
    run = Run(database, tally, author=author, context=context, progress=progress)
    run.go(sources, dry_run=dry_run)
    if not tally.read and tally.rejected:
        first = tally.rejected[0]
        raise BadInput(f"Nothing could be read. {first.source} ({first.where}) {first.reason}.")
    return tally.report(monotonic() - begun, dry_run=dry_run)


class Run:
    """One import. Files are read in up to three rounds: whom others refer to goes first.

    A file without resources of a later round is not read again.
    """

    def __init__(
        self,
        database: Database,
        tally: Tally,
        *,
        author: Login,
        context: Context,
        progress: Progress | None,
    ) -> None:
        self._database = database
        self._tally = tally
        self._author = author
        self._context = context
        self._progress = progress
        self._dry_session: Session | None = None
        self._done = 0
        self._total = 0
        self._rounds: dict[Path, set[int]] = defaultdict(set)
        self._resolver = Resolver(())
        self._commands: set[UUID] = set()
        self._waiting: dict[tuple[str, str, str], Values] = {}

    def go(self, sources: list[Source], *, dry_run: bool) -> None:
        self._total = len(fhir.ROUNDS) * sum(source.size for source in sources)
        if not dry_run:
            self._go(sources)
            return
        with suppress(_Undone), self._database.transaction() as session:
            self._dry_session = session
            self._go(sources)
            raise _Undone

    def _go(self, sources: list[Source]) -> None:
        with self._transaction() as session:
            self._resolver = Resolver.of(session)
        for number in range(len(fhir.ROUNDS)):
            for source in sources:
                if number == 0 or number in self._rounds[source.path]:
                    self._read(source, number)
                self._done += source.size
                self._report(0)
            self._write()

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        if self._dry_session:
            yield self._dry_session
            return
        with self._database.transaction() as session:
            yield session

    def _report(self, position: int) -> None:
        if self._progress:
            self._progress(self._done + position, self._total, self._tally.read)

    def _read(self, source: Source, number: int) -> None:
        """One file in one round; a resource that stands twice begins a new batch."""
        for found in read(source, self._report):
            if isinstance(found, Rejected):
                if number == 0:
                    self._tally.reject(found)
                continue
            for entry in self._of_round(found, source, number):
                if value := self._map(entry):
                    name = (value.origin.source, value.origin.kind, value.origin.key)
                    twin = self._waiting.get(name)
                    if twin and twin.origin.sha == value.origin.sha:
                        continue
                    if twin or len(self._waiting) >= BATCH_SIZE:
                        self._write()
                    self._waiting[name] = value

    def _of_round(self, entry: Entry, source: Source, number: int) -> Iterator[Entry]:
        """What of an entry goes in this round; the first one notes what the later will find."""
        if number == 0:
            self._tally.read += 1
            if entry.kind not in fhir.KINDS:
                self._tally.skip(entry.kind)
            elif entry.kind not in fhir.ROUNDS[0]:
                self._rounds[source.path].add(fhir.round_of(entry.kind))
            if any(True for _ in fhir.contained(entry)):
                self._rounds[source.path].add(fhir.CONTAINED_ROUND)
        if number == fhir.CONTAINED_ROUND:
            yield from fhir.contained(entry)
        if entry.kind in fhir.ROUNDS[number]:
            yield entry

    def _map(self, entry: Entry) -> Values | None:
        try:
            return fhir.values_of(entry, self._context)
        except Skip as reason:
            self._tally.skip(str(reason))
        except Unusable as reason:
            self._tally.reject(Rejected(entry.file, entry.where, str(reason)))
        return None

    def _write(self) -> None:
        """Writes what waits, in one transaction."""
        values = list(self._waiting.values())
        self._waiting.clear()
        if not values:
            return
        with self._transaction() as session:
            take_write_lock(session)
            context = self._context
            batch = Batch(session, self._author, context.now, context.zone, self._commands)
            write_places(batch, self._resolver, self._tally, _only(values, RecordValues))
            write_people(batch, self._resolver, self._tally, _only(values, PersonValues))
            write_touchpoints(batch, self._resolver, self._tally, _only(values, TouchpointValues))
            write_consents(batch, self._resolver, self._tally, _only(values, ConsentValues))
            batch.write(values[0].origin.source, values[0].origin.kind)


def _only(values: list[Values], kind: type[V]) -> list[V]:
    return [value for value in values if isinstance(value, kind)]

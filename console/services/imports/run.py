"""Running an import: files → values → batches, in rounds, counted and reported."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

from sqlalchemy.orm import Session

from console.errors import BadInput, EnvironmentFault, Offline
from console.models.commands import BeginImport
from console.models.ids import Login
from console.models.table_mapping import ImportMapping
from console.models.terms import ImportState
from console.services.database import Database
from console.services.imports import ledger
from console.services.imports.agreeing import one_each
from console.services.imports.aside import Aside
from console.services.imports.asked import asked_conditions
from console.services.imports.batch import Batch, take_write_lock
from console.services.imports.consents import write_consents
from console.services.imports.formats import Files, Progress, Tables, formats_of
from console.services.imports.people import write_people
from console.services.imports.places import write_places
from console.services.imports.reach import write_reach
from console.services.imports.rejections import Rejections
from console.services.imports.rejects import collect
from console.services.imports.relationships import write_relationships
from console.services.imports.repeats import Repeats
from console.services.imports.report import ImportReport, Rejected, Tally
from console.services.imports.resolver import Resolver
from console.services.imports.sources import Source, find
from console.services.imports.touchpoints import write_touchpoints
from console.services.imports.values import (
    ConsentValues,
    Context,
    PersonValues,
    ReachValues,
    RecordValues,
    RelationshipValues,
    TouchpointValues,
    Values,
)

# Enough to make a transaction worth its commit, few enough to hold no lock for long.
BATCH_SIZE = 500

WENT_AWAY = (
    "The server went away during the import. What was brought in stays; once it is back, import "
    "the same files to go on."
)

V = TypeVar("V", bound=Values)


class _Undone(Exception):
    """Ends the transaction of a dry run without keeping anything."""


class _Paused(Exception):
    """Ends the reading after a batch."""


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
    mapping: ImportMapping | None = None,
    saved: Path | None = None,
    pause: Callable[[], bool] | None = None,
    rejects: Path | None = None,
) -> ImportReport:
    """Brings people and touchpoints in from files and folders; again changes nothing.

    `mapping` says how tables are read; without it, one that was saved in the folder `saved`, one
    that ships, or a proposal does. What was used is saved there when the import went well.

    What was rejected is written to the folder `rejects`, to be corrected there and imported.

    `zone` (IANA) is the center's: of days, and of dates without a time. `progress` is told how far
    it is, of how much (in bytes: each round's are read, and written), and resources read. A dry
    run does the same work in one transaction and keeps nothing of it.

    What was committed when an import is killed stays, and importing the same files again goes on
    with it. `pause` is asked after each batch whether to stop there; then the same goes for it.

    Raises NotFound for a path that is not there, BadInput when nothing could be read, Offline when
    the server goes away on the way; then the same goes for what was committed.
    """
    begun = monotonic()
    sources, rejected = find(paths)
    rejections = Rejections()
    tally = Tally(rejections.add if rejects else None)
    for entry in rejected:
        tally.reject(entry)
    if not sources:
        raise BadInput("There is no file to read there.")
    context = Context(now, zone, asked_conditions(database, now))
    tables = Tables(mapping, saved)
    with closing(rejections), formats_of(sources, format, tables, tally, context) as files:
        run = Run(database, tally, author=author, context=context, progress=progress, pause=pause)
        run.go(files, _beginning(sources, format, mapping), dry_run=dry_run)
        report = tally.report(monotonic() - begun, dry_run=dry_run, mapping=files.mapping())
        report = report if dry_run else run.end(report)
        if not tally.read and tally.rejected:
            first = tally.rejected[0]
            raise BadInput(f"Nothing could be read. {first.source} ({first.where}) {first.reason}.")
        if saved and not dry_run:
            files.save(saved)
        if rejects and not report.paused:
            return _with_rejects(report, files, rejections, rejects)
        return report


def _beginning(
    sources: Sequence[Source], format_: str, mapping: ImportMapping | None
) -> BeginImport:
    return BeginImport(
        format=format_,
        files=tuple(source.path.name for source in sources),
        size=sum(source.size for source in sources),
        mark=ledger.mark_of(sources, format_, repr(mapping)),
    )


def _with_rejects(
    report: ImportReport, files: Files, rejections: Rejections, into: Path
) -> ImportReport:
    """The report with where the rejected lies; what went in stays in when it can lie nowhere."""
    try:
        written = collect(files, rejections, into)
    except EnvironmentFault as fault:
        return replace(report, rejected_fault=fault.message)
    rest = rejections.places() - sum(one.count for one in written)
    return replace(report, rejected_files=tuple(written), rejected_rest=rest)


class Run:
    """One import. Files are read in rounds: whom others refer to goes first."""

    def __init__(
        self,
        database: Database,
        tally: Tally,
        *,
        author: Login,
        context: Context,
        progress: Progress | None,
        pause: Callable[[], bool] | None = None,
    ) -> None:
        self._database = database
        self._tally = tally
        self._author = author
        self._context = context
        self._progress = progress
        self._pause = pause
        self._paused = False
        self._entry = ledger.NO_ENTRY
        self._dry_session: Session | None = None
        self._done = self._size = self._total = 0
        self._resolver = Resolver(())
        self._waiting: list[Values] = []

    def go(self, files: Files, beginning: BeginImport, *, dry_run: bool) -> None:
        self._size = sum(source.size for source, _ in files)
        self._total = 2 * files.rounds * self._size
        if not dry_run:
            with suppress(_Paused), self._told_where_it_stands():
                self._go(files, beginning)
            return
        with suppress(_Undone), self._database.transaction() as session:
            self._dry_session = session
            self._go(files, replace(beginning, mark=""))  # goes on with nothing
            raise _Undone

    @contextmanager
    def _told_where_it_stands(self) -> Iterator[None]:
        try:
            yield
        except Offline as fault:
            if self._entry is ledger.NO_ENTRY:  # nothing was brought in yet
                raise
            raise Offline(WENT_AWAY) from fault

    def end(self, report: ImportReport) -> ImportReport:
        """Says in the import's record how it ended, or that it paused."""
        state = ImportState.PAUSED if self._paused else ImportState.DONE
        with self._transaction() as session:
            ledger.end(
                session,
                self._author,
                self._context.now,
                self._entry.id,
                state,
                report.counts(),
            )
        return replace(
            report, record=self._entry.id, paused=self._paused, went_on=self._entry.went_on
        )

    def _go(self, files: Files, beginning: BeginImport) -> None:
        with self._transaction() as session:
            self._resolver = Resolver.of(session)
            self._entry = ledger.begin(
                session, self._author, self._context.now, beginning, self._tally
            )
        with Aside() as aside:
            for number in range(files.rounds):
                for source, format_ in files:
                    if format_.is_read(source, number):
                        for found in format_.read(source, number, self._report):
                            self._take(found, files.repeats, aside)
                    self._done += source.size
                    self._report(0)
                self._write_aside(aside)

    def _write_aside(self, aside: Aside) -> None:
        """Writes what a round put aside; that counts as much as reading its files did."""
        begun, count = self._done, len(aside)
        for place, group in enumerate(aside.take()):
            self._done = begun + self._size * place // count
            self._wait(group)
        self._write()
        self._done = begun + self._size
        self._report(0)

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

    def _take(self, found: Values | Rejected, repeats: Repeats, aside: Aside) -> None:
        """Touchpoints whose id stands once wait for the next batch; the rest is put aside."""
        if isinstance(found, Rejected):
            self._tally.reject(found)
            return
        name = (found.origin.source, found.origin.key)
        if isinstance(found, TouchpointValues) and name not in repeats:
            self._wait([found])
        else:
            aside.put(found)

    def _wait(self, group: Sequence[Values] | Rejected) -> None:
        """Values of one id go into one batch."""
        if isinstance(group, Rejected):
            self._tally.reject(group)
            return
        self._waiting += group
        if len(self._waiting) >= BATCH_SIZE:
            self._write()
            self._report(0)

    def _write(self) -> None:
        """Writes what waits, in one transaction."""
        values, self._waiting = self._waiting, []
        if not values:
            return
        with self._transaction() as session:
            take_write_lock(session)
            context = self._context
            batch = Batch(session, self._author, context.now, context.zone, self._entry)
            into = (batch, self._resolver, self._tally)
            write_places(*into, one_each(_only(values, RecordValues)))
            write_people(*into, _only(values, PersonValues))
            write_relationships(*into, one_each(_only(values, RelationshipValues)))
            write_reach(batch, self._tally, _only(values, ReachValues))
            write_touchpoints(*into, one_each(_only(values, TouchpointValues)))
            write_consents(*into, one_each(_only(values, ConsentValues)))
            batch.write(values[0].origin.source, values[0].origin.kind)
        if self._pause and self._pause():
            self._paused = True
            raise _Paused


def _only(values: list[Values], kind: type[V]) -> list[V]:
    return [value for value in values if isinstance(value, kind)]

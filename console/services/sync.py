"""Sending: what waits in the outbox goes to the shared database, each entry exactly once."""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from console.errors import (
    BadInput,
    ConsoleError,
    EnvironmentFault,
    Offline,
    Refused,
    SchemaMismatch,
)
from console.models.ids import Login
from console.models.terms import EntryState
from console.models.views import SyncReport
from console.services import connect_faults
from console.services.apply import Applied, Conflict, apply, journal_sha
from console.services.database import Database
from console.services.driver_faults import RowRefused
from console.services.outbox import Outbox
from console.services.send_queue import KEEP, Waiting
from console.services.server import WrongServer, epoch_of
from console.services.sqlstates import Meaning, meaning

BATCH = 50
FIRST_WAIT = timedelta(milliseconds=500)
LONGEST_WAIT = timedelta(seconds=60)
HELD_AGAIN = timedelta(seconds=60)
STANDING = text("SELECT now(), public.ec_role()")
MOST_REFUSED = 3
"""So many entries in a row that the rights refuse: then it is the login, and no entry's fault."""


class SetBack(Exception):
    """The server lacks what it had acknowledged, which waits again now and may go before."""


@dataclass(slots=True)
class _Tally:
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, count: int = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + count


class Sync:
    """Sends in batches, one transaction each; a failing batch is halved until the bad one is alone.

    An entry whose fate is unknown (the connection died, the answer was lost) stays pending and is
    sent again under the same id, which the gate makes harmless. Rounds that found nobody wait
    longer each time, with full jitter, so that desks don't come back all at once.

    A server acknowledges what it may lose: its standby lags when it dies, or it is restored from
    last night's backup. So each new connection is asked first whether it tells of another epoch
    than an acknowledged entry bears, or lacks the newest one; then all that is kept goes again.

    What no entry is at fault for (another release, a login without rights) holds the whole queue,
    which is tried again each minute. A role that ended is like a server that is away.

    Attributes:
        fault: why the last round could send nothing; None when it could.
    """

    def __init__(
        self,
        outbox: Outbox,
        connect: Callable[[], Database],
        clock: Callable[[], datetime],
        *,
        author: Login | None = None,
        on_time: Callable[[datetime], None] = lambda _server_time: None,
    ) -> None:
        """`on_time` hears each time that a server tells."""
        self._outbox = outbox
        self._queue = outbox.queue
        self._connect = connect
        self._clock = clock
        self._author = author
        self._on_time = on_time
        self.fault: Offline | EnvironmentFault | None = None
        self._failures = 0
        self._mark = object()  # stands in the connections that were asked
        self._held_since = clock()
        self._hold: ConsoleError | None = None
        self._refused: list[Waiting] = []

    def once(self, *, now: bool = False, ask: bool = False) -> SyncReport:
        """Sends what is due; with `now`, everything that waits, held and lost entries too.

        With `ask`, an idle desk notices as well that its server went away, or was set back.
        """
        began = time.monotonic()
        tally = _Tally()
        fault: Offline | EnvironmentFault | None = None
        try:
            self._begin_round(now)
            while entries := self._queue.take(BATCH, author=self._author):
                try:
                    self._send_all(entries, tally)
                except SetBack:
                    self._queue.recover()
                self._resume()
            if ask and not tally.counts:
                self.look()
                self._resume()
        except (Offline, EnvironmentFault) as error:
            fault = error
            self._put_back(error)
        except BaseException as error:
            self._put_back(error)
            raise
        self.fault = fault
        counts = self._outbox.counts()
        return SyncReport(
            sent=tally.counts.get("sent", 0),
            again=tally.counts.get("again", 0),
            confirmed=tally.counts.get("confirmed", 0),
            still_pending=counts.pending + counts.sending,
            held=counts.held,
            quarantined=counts.quarantined,
            conflict=counts.conflict,
            seconds=round(time.monotonic() - began, 3),
            offline=fault.message if fault else None,
            wrong_server=isinstance(fault, WrongServer),
        )

    def look(self) -> None:
        """Is the server there, and has it what it acknowledged? What it lacks waits again.

        Raises Offline or SchemaMismatch when it can't be asked.
        """
        with suppress(SetBack), self._connect().transaction(writes=False) as session:
            self._received_at(session)
            self._compare(session)

    def next_due(self) -> datetime | None:
        """When a round may find something to send; what waits for another login doesn't count."""
        return self._queue.next_due(self._author)

    def wait_after_failure(self) -> timedelta:
        """How long to leave the server alone: doubling up to a minute, any part of it."""
        doubled: int = 2 ** min(self._failures, 10)
        return min(LONGEST_WAIT, FIRST_WAIT * doubled) * random.uniform(0.1, 1)

    def _begin_round(self, now: bool) -> None:
        self._queue.recover()  # what an earlier round had no disk left to put back
        self._hold = None
        self._refused = []
        if now:
            self._queue.release()
            with suppress(SchemaMismatch):  # then what waits is held, each with the reason
                self.look()
        elif not timedelta() <= self._clock() - self._held_since < HELD_AGAIN:
            self._held_since = self._clock()
            self._queue.try_held()

    def _resume(self) -> None:
        if self._failures:
            self._failures = 0
            self._queue.resume()

    def _put_back(self, error: BaseException) -> None:
        """All to pending: perhaps some arrived, so they are sent again under their own ids."""
        next_try_at = self._clock() + self.wait_after_failure()
        self._failures += 1
        with suppress(ConsoleError):
            self._queue.recover(error=_words(error), next_try_at=next_try_at)

    def _send_all(self, entries: Sequence[Waiting], tally: _Tally) -> None:
        if self._hold is not None:
            self._settle(entries, EntryState.HELD, self._hold)
            return
        try:
            database = self._connect()
        except SchemaMismatch as error:
            self._hold_queue(entries, error)
        else:
            self._send(database, entries, tally)

    def _send(self, database: Database, entries: Sequence[Waiting], tally: _Tally) -> None:
        try:
            applied, epoch = self._apply(database, entries)
        except (Offline, EnvironmentFault, SetBack):
            raise
        except Exception as error:  # also what no driver wraps, such as an unknown time zone
            self._judge(database, entries, tally, error)
        else:
            self._refused = []
            ids = [entry.id for entry in entries]
            self._queue.settle(ids, EntryState.ACKED, epoch=epoch)
            new = [entry for entry, how in zip(entries, applied, strict=True) if how is Applied.NOW]
            tally.add("sent", len(new))
            tally.add("again", sum(entry.again for entry in new))
            tally.add("confirmed", len(applied))

    def _apply(
        self, database: Database, entries: Sequence[Waiting]
    ) -> tuple[list[Applied], str | None]:
        """What became of each, and by which epoch of the server."""
        with database.transaction() as session:
            received_at = self._received_at(session)
            self._compare(session)
            applied = [
                apply(session, entry.command(), received_at, entry.sealed()) for entry in entries
            ]
            return applied, epoch_of(session.connection())

    def _received_at(self, session: Session) -> datetime:
        """The server's clock, since desks' clocks differ; on the embedded database they are one.

        Raises NotAdmitted when the login's role has ended: each entry would be refused for itself.
        """
        if session.get_bind().dialect.name != "postgresql":
            return self._clock()
        at = _admitted_at(session)
        self._on_time(at)
        return at

    def _compare(self, session: Session) -> None:
        """Once a connection: raises SetBack when the server lacks what it acknowledged.

        What it lost is the newest part, so one entry tells; and what another epoch acknowledged
        goes again in any case, since the newest may have been acknowledged by both.
        """
        connection = session.connection()
        if self._mark in connection.info:
            return
        epoch = epoch_of(connection)
        again = self._queue.send_again(self._author, not_of=epoch) if epoch else 0
        newest = self._queue.newest_acknowledged(self._author)
        if newest is not None and journal_sha(session, newest) is None:
            again += self._queue.send_again(self._author)
        connection.info[self._mark] = True
        if again:
            raise SetBack
        self._queue.purge(self._clock() - KEEP)

    def _judge(
        self, database: Database, entries: Sequence[Waiting], tally: _Tally, error: Exception
    ) -> None:
        """The server answered, and refused: find out which entry it was, and keep that one apart.

        A schema that changed under an open connection refuses entries that are in order.
        """
        if not isinstance(error, ConsoleError):
            try:
                database.check()
            except SchemaMismatch as mismatch:
                error = mismatch
        if isinstance(error, SchemaMismatch):
            self._hold_queue(entries, error)
        elif len(entries) > 1:
            middle = len(entries) // 2
            for part in (entries[:middle], entries[middle:]):
                if self._hold is None:
                    self._send(database, part, tally)
                else:
                    self._settle(part, EntryState.HELD, self._hold)
        else:
            self._set_apart(entries[0], error)

    def _set_apart(self, entry: Waiting, error: Exception) -> None:
        self._settle([entry], _state_for(error), error)
        if not _lacks_a_right(error):
            return
        self._refused.append(entry)
        if len(self._refused) >= MOST_REFUSED:
            assert isinstance(error, ConsoleError)  # noqa: S101 - as all refusals are
            self._hold_queue(self._refused, error)

    def _hold_queue(self, entries: Sequence[Waiting], error: ConsoleError) -> None:
        """These wait, and whatever this round would send next."""
        self._hold = error
        self._settle(entries, EntryState.HELD, error)

    def _settle(self, entries: Sequence[Waiting], state: EntryState, error: BaseException) -> None:
        self._queue.settle([entry.id for entry in entries], state, error=_words(error))


def _admitted_at(session: Session) -> datetime:
    """The server's time, of a login that has a role there; raises NotAdmitted for another."""
    ended = connect_faults.fault(connect_faults.Cause.NO_ROLE, datetime.now(UTC))
    try:
        at, role = session.execute(STANDING).one()
    except DBAPIError as error:
        if error.orig is None or meaning(error.orig) is not Meaning.RIGHT:
            raise
        raise ended from error  # not even the right to ask
    if role is None:
        raise ended
    return at  # type: ignore[no-any-return]  # a raw statement has no types


def _lacks_a_right(error: Exception) -> bool:
    return isinstance(error, Refused) and not isinstance(error, BadInput | Conflict)


def _state_for(error: Exception) -> EntryState:
    if isinstance(error, Conflict):
        return EntryState.CONFLICT
    if _lacks_a_right(error) and not isinstance(error, RowRefused):
        return EntryState.HELD
    return EntryState.QUARANTINED


def _words(error: BaseException) -> str:
    """What to show of an error: our own words, or its class and code, never a value in it."""
    if isinstance(error, ConsoleError):
        return error.message
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    return f"The database refused it ({type(original).__name__}{f' {code}' if code else ''})."

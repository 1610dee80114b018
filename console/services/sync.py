"""Sending: what waits in the outbox goes to the shared database, each entry exactly once."""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import text
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
from console.services.apply import Applied, Conflict, apply
from console.services.database import Database
from console.services.outbox import Outbox, Waiting

BATCH = 50
FIRST_WAIT = timedelta(milliseconds=500)
LONGEST_WAIT = timedelta(seconds=60)


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
    """

    def __init__(
        self,
        outbox: Outbox,
        connect: Callable[[], Database],
        clock: Callable[[], datetime],
        *,
        author: Login | None = None,
    ) -> None:
        self._outbox = outbox
        self._connect = connect
        self._clock = clock
        self._author = author
        self._failures = 0

    def once(self, *, now: bool = False) -> SyncReport:
        """Sends what is due; with `now`, everything that waits, held entries too."""
        began = time.monotonic()
        tally = _Tally()
        offline = None
        try:
            self._outbox.recover()  # what an earlier round had no disk left to put back
            if now:
                self._outbox.release()
            while entries := self._outbox.take(BATCH, author=self._author):
                self._send_all(entries, tally)
                self._resume()
        except (Offline, EnvironmentFault) as error:
            offline = error.message
            self._put_back(error)
        except BaseException as error:
            self._put_back(error)
            raise
        counts = self._outbox.counts()
        return SyncReport(
            sent=tally.counts.get("sent", 0),
            confirmed=tally.counts.get("confirmed", 0),
            still_pending=counts.pending + counts.sending,
            held=counts.held,
            quarantined=counts.quarantined,
            conflict=counts.conflict,
            seconds=round(time.monotonic() - began, 3),
            offline=offline,
        )

    def next_due(self) -> datetime | None:
        """When a round may find something to send; what waits for another login doesn't count."""
        return self._outbox.next_due(self._author)

    def wait_after_failure(self) -> timedelta:
        """How long to leave the server alone: doubling up to a minute, any part of it."""
        doubled: int = 2 ** min(self._failures, 10)
        return min(LONGEST_WAIT, FIRST_WAIT * doubled) * random.uniform(0.1, 1)

    def _resume(self) -> None:
        if self._failures:
            self._failures = 0
            self._outbox.resume()

    def _put_back(self, error: BaseException) -> None:
        """All to pending: perhaps some arrived, so they are sent again under their own ids."""
        next_try_at = self._clock() + self.wait_after_failure()
        self._failures += 1
        with suppress(ConsoleError):
            self._outbox.recover(error=_words(error), next_try_at=next_try_at)

    def _send_all(self, entries: Sequence[Waiting], tally: _Tally) -> None:
        try:
            database = self._connect()
        except SchemaMismatch as error:
            self._settle(entries, EntryState.HELD, error)
        else:
            self._send(database, entries, tally)

    def _send(self, database: Database, entries: Sequence[Waiting], tally: _Tally) -> None:
        try:
            applied = self._apply(database, entries)
        except (Offline, EnvironmentFault):
            raise
        except Exception as error:  # also what no driver wraps, such as an unknown time zone
            self._judge(database, entries, tally, error)
        else:
            self._outbox.settle([entry.id for entry in entries], EntryState.ACKED)
            tally.add("sent", applied.count(Applied.NOW))
            tally.add("confirmed", len(applied))

    def _apply(self, database: Database, entries: Sequence[Waiting]) -> list[Applied]:
        with database.transaction() as session:
            received_at = self._received_at(session)
            return [
                apply(session, entry.command(), received_at, entry.sealed()) for entry in entries
            ]

    def _received_at(self, session: Session) -> datetime:
        """The server's clock, since desks' clocks differ; on the embedded database they are one."""
        if session.get_bind().dialect.name == "postgresql":
            at: datetime = session.execute(text("SELECT now()")).scalar_one()
            return at
        return self._clock()

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
            self._settle(entries, EntryState.HELD, error)
        elif len(entries) > 1:
            middle = len(entries) // 2
            for part in (entries[:middle], entries[middle:]):
                self._send(database, part, tally)
        else:
            self._settle(entries, _state_for(error), error)

    def _settle(self, entries: Sequence[Waiting], state: EntryState, error: BaseException) -> None:
        self._outbox.settle([entry.id for entry in entries], state, error=_words(error))


def _state_for(error: Exception) -> EntryState:
    if isinstance(error, Conflict):
        return EntryState.CONFLICT
    if isinstance(error, Refused) and not isinstance(error, BadInput):
        return EntryState.HELD
    return EntryState.QUARANTINED


def _words(error: BaseException) -> str:
    """What to show of an error: our own words, or its class and code, never a value in it."""
    if isinstance(error, ConsoleError):
        return error.message
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    return f"The database refused it ({type(original).__name__}{f' {code}' if code else ''})."

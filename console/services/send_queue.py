"""The sender's side of the outbox: what is due, in its order, and what became of it."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Select,
    and_,
    delete,
    func,
    not_,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from console.models.commands import Command
from console.models.ids import CommandId, Login
from console.models.terms import EntryState
from console.models.workstation import OutboxEntry, place
from console.services.apply import body_of
from console.services.desk_store import DeskStore
from console.services.vault import Unreadable, Vault

DONE = (EntryState.ACKED, EntryState.WITHDRAWN)
KEEP = timedelta(days=7)
"""How long what was acknowledged is kept, to be sent again to a server that was set back."""
FAR = timedelta(hours=1)
"""No entry is made to wait as long: a time further off is from before the clock was set back."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry to be sent: `payload` is its sealed JSON, `sha` the hash of that.

    `again`: the server had acknowledged it, and lost it.
    """

    seq: int
    id: CommandId
    kind: str
    author: Login
    made_at: datetime
    payload: bytes
    sha: str
    again: bool = False

    @classmethod
    def of(cls, entry: OutboxEntry, vault: Vault) -> "Waiting":
        return cls(
            seq=entry.seq,
            id=CommandId(entry.id),
            kind=entry.kind,
            author=Login(entry.author),
            made_at=entry.made_at,
            payload=_opened(entry, vault),
            sha=entry.sha,
            again=entry.acked_at is not None,
        )

    def command(self) -> Command:
        """Raises BadInput when this release doesn't know the kind or its shape."""
        body = body_of(self.kind, json.loads(self.payload))
        return Command(id=self.id, author=self.author, made_at=self.made_at, body=body)

    def sealed(self) -> tuple[dict[str, Any], str]:
        """Payload and hash as they were when put."""
        return json.loads(self.payload), self.sha


class SendQueue:
    """Entries leave by lane and then as made; which state moves where is told at `Outbox`.

    Every method is one transaction on the workstation store, durable when it returns.
    """

    def __init__(self, store: DeskStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = store.vault
        self._clock = clock

    def take(self, limit: int, *, author: Login | None = None) -> list[Waiting]:
        """Marks what is due as being sent, by lane and then as made, and gives it.

        Nothing overtakes an entry that waits for its next try: it may be the person that the later
        one is about. `author`: on a server, entries go only under their own author's login.
        """
        now = self._clock()
        with self._store.transaction() as session:
            due = (
                _pending(author).where(not_(_lies_ahead(OutboxEntry.not_before, now))).limit(limit)
            )
            if (stopped := self._stopped(session, author, now)) is not None:
                due = due.where(_goes_before(stopped))
            entries = [Waiting.of(entry, self._vault) for entry in session.scalars(due)]
            self._mark(session, [entry.id for entry in entries], EntryState.SENDING)
        return entries

    def settle(
        self,
        ids: Sequence[CommandId],
        state: EntryState,
        *,
        error: str | None = None,
        epoch: str | None = None,
    ) -> None:
        """Says what became of entries that were being sent. `error` must name no person.

        `epoch`: the state of the server that acknowledged them.
        """
        more: dict[str, Any] = {}
        if state is EntryState.ACKED:
            more = {"acked_at": self._clock(), "acked_epoch": epoch, "draft": None}
        with self._store.transaction() as session:
            tries = OutboxEntry.tries + 1
            self._mark(session, ids, state, error=error, next_try_at=None, tries=tries, **more)

    def recover(self, *, error: str | None = None, next_try_at: datetime | None = None) -> None:
        """What was being sent is to be sent again: nobody knows if it arrived.

        After a failed round, `error` (which must name no person) and when to try next; at a start,
        nothing: the console died while sending.
        """
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.state == EntryState.SENDING)
                .values(
                    state=EntryState.PENDING,
                    error=error,
                    next_try_at=next_try_at,
                    tries=OutboxEntry.tries + 1,
                )
            )

    def resume(self) -> None:
        """The server answers again: nothing waits for its next try."""
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.state == EntryState.PENDING)
                .values(next_try_at=None)
            )

    def try_held(self) -> None:
        """What waited for a right or a release is tried again: perhaps it was given."""
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.state == EntryState.HELD)
                .values(state=EntryState.PENDING, next_try_at=None)
            )

    def release(self) -> None:
        """Ends every waiting time: closing, signing out and `sync` send at once.

        What waited for a person (held, quarantined) is tried again, too: the cause may be gone.
        """
        states = (EntryState.PENDING, EntryState.HELD, EntryState.QUARANTINED)
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.state.in_(states))
                .values(state=EntryState.PENDING, not_before=self._clock(), next_try_at=None)
            )

    def newest_acknowledged(self, author: Login | None) -> CommandId | None:
        """The entry that a server which was set back lacks first."""
        newest = (
            select(OutboxEntry.id)
            .where(OutboxEntry.state == EntryState.ACKED, _of(author))
            .order_by(OutboxEntry.acked_at.desc(), OutboxEntry.seq.desc())
            .limit(1)
        )
        with self._store.transaction() as session:
            found = session.scalars(newest).first()
            return CommandId(found) if found else None

    def send_again(self, author: Login | None, *, not_of: str | None = None) -> int:
        """What was acknowledged waits again: how many; with `not_of`, only by another epoch."""
        again = update(OutboxEntry).where(OutboxEntry.state == EntryState.ACKED, _of(author))
        if not_of is not None:
            again = again.where(OutboxEntry.acked_epoch.is_distinct_from(not_of))
        with self._store.transaction() as session:
            result = session.execute(again.values(state=EntryState.PENDING, next_try_at=None))
            assert isinstance(result, CursorResult)  # noqa: S101 - what SQLAlchemy gives for it
            return result.rowcount

    def next_due(self, author: Login | None = None) -> datetime | None:
        """When `take` may give something; None when nothing waits."""
        now = self._clock()
        with self._store.transaction() as session:
            stopped = self._stopped(session, author, now)
            pending = _pending(author)
            if stopped is not None:
                pending = pending.where(_goes_before(stopped))
            soonest = func.min(OutboxEntry.not_before)
            first = session.execute(pending.with_only_columns(soonest).order_by(None)).scalar()
            times = [first, stopped.next_try_at if stopped is not None else None]
            due = min((at for at in times if at is not None), default=None)
            return now if due is not None and due > now + FAR else due

    def purge(self, older_than: datetime) -> int:
        """Forgets what was acknowledged, or made and withdrawn, before `older_than`: how many."""
        with self._store.transaction() as session:
            result = session.execute(
                delete(OutboxEntry).where(
                    OutboxEntry.state.in_(DONE),
                    func.coalesce(OutboxEntry.acked_at, OutboxEntry.made_at) < older_than,
                )
            )
            assert isinstance(result, CursorResult)  # noqa: S101 - what SQLAlchemy gives for a delete
            return result.rowcount

    @staticmethod
    def _stopped(session: Session, author: Login | None, now: datetime) -> OutboxEntry | None:
        """The first entry that waits for its next try."""
        return session.scalars(
            _pending(author)
            .where(OutboxEntry.next_try_at.is_not(None), _lies_ahead(OutboxEntry.next_try_at, now))
            .limit(1)
        ).first()

    @staticmethod
    def _mark(session: Session, ids: Iterable[UUID], state: EntryState, **values: object) -> None:
        session.execute(
            update(OutboxEntry).where(OutboxEntry.id.in_(list(ids))).values(state=state, **values)
        )


def _opened(entry: OutboxEntry, vault: Vault) -> bytes:
    """Nothing for a damaged one: whoever reads it finds no JSON, and it is kept apart alone."""
    try:
        return vault.open(entry.payload, place("outbox", "payload", entry.id))
    except Unreadable:
        return b""


def _of(author: Login | None) -> ColumnElement[bool]:
    return OutboxEntry.author == author if author is not None else true()


def _pending(author: Login | None) -> Select[OutboxEntry]:
    pending = select(OutboxEntry).where(OutboxEntry.state == EntryState.PENDING, _of(author))
    return pending.order_by(OutboxEntry.lane, OutboxEntry.seq)


def _lies_ahead(
    moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None], now: datetime
) -> ColumnElement[bool]:
    return and_(moment > now, moment <= now + FAR)


def _goes_before(entry: OutboxEntry) -> ColumnElement[bool]:
    same_lane = and_(OutboxEntry.lane == entry.lane, OutboxEntry.seq < entry.seq)
    return or_(OutboxEntry.lane < entry.lane, same_lane)

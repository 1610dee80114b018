"""The outbox: commands durable at this desk, on their way to the shared database."""

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
    bindparam,
    delete,
    func,
    insert,
    not_,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from console.errors import Refused
from console.models.commands import AddPerson, Command, LiftStop, LogDisposition, RequestStop
from console.models.draft import Draft
from console.models.ids import CommandId, Login
from console.models.terms import EntryState
from console.models.views import OutboxCounts, OutboxEntryView, OutboxView
from console.models.workstation import DraftEntry, OutboxEntry, place
from console.services import codec
from console.services.apply import body_of, seal
from console.services.desk_store import DeskStore
from console.services.vault import Unreadable

LANES: dict[type[object], int] = {AddPerson: 0, RequestStop: 0, LiftStop: 1, LogDisposition: 2}
LAST_LANE = 3
"""Stops go first, with new people they may be about; then what lifts them; then dispositions."""

WAITING = (EntryState.PENDING, EntryState.SENDING, EntryState.HELD)
DONE = (EntryState.ACKED, EntryState.WITHDRAWN)
FORGET_WITHDRAWN = delete(OutboxEntry).where(
    OutboxEntry.id == bindparam("entry"), OutboxEntry.state == EntryState.WITHDRAWN
)
SHA = select(OutboxEntry.sha).where(OutboxEntry.id == bindparam("entry"))
TAKE_IN = insert(OutboxEntry)
FORGET_DRAFT = delete(DraftEntry).where(DraftEntry.call_id == bindparam("call"))
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

    def command(self) -> Command:
        """Raises BadInput when this release doesn't know the kind or its shape."""
        body = body_of(self.kind, json.loads(self.payload))
        return Command(id=self.id, author=self.author, made_at=self.made_at, body=body)

    def sealed(self) -> tuple[dict[str, Any], str]:
        """Payload and hash as they were when put."""
        return json.loads(self.payload), self.sha


class Outbox:
    """Entries move as `terms.EntryState` tells; nothing is deleted before it was acknowledged.

    Every method is one transaction on the workstation store, durable when it returns.
    """

    def __init__(self, store: DeskStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = store.vault
        self._clock = clock

    def put(
        self,
        command: Command,
        *,
        delay: timedelta | None = None,
        draft: Draft | None = None,
        before: Iterable[Command] = (),
    ) -> None:
        """Takes a command in. Only when this returns may the screen say "logged".

        `delay` holds it back so that it can be withdrawn; `draft` is the call it ends, which leaves
        the drafts in the same transaction and comes back when the entry is withdrawn. Those of
        `before` go in with it, ahead of it, or not at all. The same command twice is taken once;
        the same id with other content is Refused, unless it was withdrawn before. BadInput for text
        that cannot be kept.
        """
        now = self._clock()
        not_before = now + delay if delay else now
        kept = codec.canonical(codec.dump(draft)) if draft else None
        with self._store.transaction() as session:
            for first in before:
                self._take_in(session, first, not_before=now)
            new = self._take_in(session, command, not_before=not_before, draft=kept)
            if new and draft is not None:
                session.connection().execute(FORGET_DRAFT, {"call": draft.call_id})

    def _take_in(
        self,
        session: Session,
        command: Command,
        *,
        not_before: datetime,
        draft: bytes | None = None,
    ) -> bool:
        """Whether the command is new here."""
        payload, payload_sha = seal(command)
        store = session.connection()
        store.execute(FORGET_WITHDRAWN, {"entry": command.id})
        known = store.execute(SHA, {"entry": command.id}).scalar()
        if known is not None:
            if known != payload_sha:
                raise Refused("This id was used at this desk for something else already.")
            return False
        entry = {
            "id": command.id,
            "kind": command.kind,
            "lane": LANES.get(type(command.body), LAST_LANE),
            "author": command.author,
            "made_at": command.made_at,
            "payload": self._vault.seal(codec.canonical(payload), _payload_of(command.id)),
            "sha": payload_sha,
            "draft": self._vault.seal(draft, _draft_of(command.id)) if draft else None,
            "not_before": not_before,
            "state": EntryState.PENDING,
        }
        store.execute(TAKE_IN, entry)
        return True

    def withdraw(self, command_id: CommandId) -> Draft | None:
        """Takes an entry back that was not sent yet, and gives its draft; None when it is too late.

        The draft is a draft of the desk again, in the same transaction.
        """
        now = self._clock()
        with self._store.transaction() as session:
            taken = session.execute(
                update(OutboxEntry)
                .where(
                    OutboxEntry.id == command_id,
                    OutboxEntry.state == EntryState.PENDING,
                    OutboxEntry.not_before > now,
                    OutboxEntry.tries == 0,  # however the clock was set meanwhile
                )
                .values(state=EntryState.WITHDRAWN)
                .returning(OutboxEntry.draft)
            ).first()
            if taken is None or taken.draft is None:
                return None
            content = self._vault.open(taken.draft, _draft_of(command_id))
            draft = codec.load(Draft, json.loads(content))
            sealed = self._vault.seal(content, place("draft", "payload", draft.call_id))
            session.execute(delete(DraftEntry).where(DraftEntry.call_id == draft.call_id))
            session.execute(
                insert(DraftEntry).values(
                    call_id=draft.call_id, login=draft.login, payload=sealed, updated_at=now
                )
            )
            return draft

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
            entries = [self._waiting(entry) for entry in session.scalars(due)]
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

    def try_held(self) -> None:
        """What waited for a right or a release is tried again: perhaps it was given."""
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.state == EntryState.HELD)
                .values(state=EntryState.PENDING, next_try_at=None)
            )

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

    def waiting(self) -> int:
        """How many entries wait in any way."""
        with self._store.transaction() as session:
            return session.execute(
                select(func.count()).where(OutboxEntry.state.in_(WAITING))
            ).scalar_one()

    def find(self, command_id: UUID) -> Command | None:
        """A command of this desk by its id, withdrawn ones apart."""
        with self._store.transaction() as session:
            entry = session.scalars(
                select(OutboxEntry).where(
                    OutboxEntry.id == command_id, OutboxEntry.state != EntryState.WITHDRAWN
                )
            ).first()
            return self._waiting(entry).command() if entry else None

    def unsent(self, *bodies: type[object]) -> list[Command]:
        """Commands of these kinds that no other desk can know of yet, oldest first."""
        with self._store.transaction() as session:
            entries = session.scalars(
                select(OutboxEntry)
                .where(
                    OutboxEntry.kind.in_([body.__name__ for body in bodies]),
                    OutboxEntry.state.not_in(DONE),
                )
                .order_by(OutboxEntry.seq)
            )
            return [self._waiting(entry).command() for entry in entries]

    def counts(self) -> OutboxCounts:
        with self._store.transaction() as session:
            return _counts(session)

    def view(self) -> OutboxView:
        """What waits at this desk: counts of all, and each entry that is not acknowledged."""
        with self._store.transaction() as session:
            entries = session.scalars(
                select(OutboxEntry).where(OutboxEntry.state.not_in(DONE)).order_by(OutboxEntry.seq)
            )
            return OutboxView(
                counts=_counts(session),
                entries=tuple(
                    OutboxEntryView(
                        id=entry.id,
                        kind=entry.kind,
                        state=entry.state,
                        tries=entry.tries,
                        error=entry.error,
                        author=Login(entry.author),
                        made_at=entry.made_at,
                    )
                    for entry in entries
                ),
            )

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

    def _waiting(self, entry: OutboxEntry) -> Waiting:
        return Waiting(
            seq=entry.seq,
            id=CommandId(entry.id),
            kind=entry.kind,
            author=Login(entry.author),
            made_at=entry.made_at,
            payload=self._opened(entry),
            sha=entry.sha,
            again=entry.acked_at is not None,
        )

    def _opened(self, entry: OutboxEntry) -> bytes:
        """Nothing for a damaged one: whoever reads it finds no JSON, and it is kept apart alone."""
        try:
            return self._vault.open(entry.payload, _payload_of(entry.id))
        except Unreadable:
            return b""

    @staticmethod
    def _mark(session: Session, ids: Iterable[UUID], state: EntryState, **values: object) -> None:
        session.execute(
            update(OutboxEntry).where(OutboxEntry.id.in_(list(ids))).values(state=state, **values)
        )


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


def _counts(session: Session) -> OutboxCounts:
    each = select(OutboxEntry.state, func.count().label("entries")).group_by(OutboxEntry.state)
    return OutboxCounts(**{row.state: row.entries for row in session.execute(each)})


def _payload_of(command: UUID) -> str:
    return place("outbox", "payload", command)


def _draft_of(command: UUID) -> str:
    return place("outbox", "draft", command)

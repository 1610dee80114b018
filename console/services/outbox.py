"""The outbox: commands durable at this desk, on their way to the shared database.

Here is what the desk does with them; `send_queue` is how they leave.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from console.errors import Refused
from console.models.commands import AddPerson, Command, LiftStop, LogDisposition, RequestStop
from console.models.draft import Draft
from console.models.ids import CommandId, Login
from console.models.terms import EntryState
from console.models.views import OutboxCounts, OutboxEntryView, OutboxView
from console.models.workstation import DraftEntry, OutboxEntry, place
from console.services import codec
from console.services.apply import seal
from console.services.desk_store import DeskStore
from console.services.send_queue import DONE, SendQueue, Waiting

LANES: dict[type[object], int] = {AddPerson: 0, RequestStop: 0, LiftStop: 1, LogDisposition: 2}
LAST_LANE = 3
"""Stops go first, with new people they may be about; then what lifts them; then dispositions."""

WAITING = (EntryState.PENDING, EntryState.SENDING, EntryState.HELD)
FORGET_WITHDRAWN = delete(OutboxEntry).where(
    OutboxEntry.id == bindparam("entry"), OutboxEntry.state == EntryState.WITHDRAWN
)
SHA = select(OutboxEntry.sha).where(OutboxEntry.id == bindparam("entry"))
TAKE_IN = insert(OutboxEntry)
FORGET_DRAFT = delete(DraftEntry).where(DraftEntry.call_id == bindparam("call"))


class Outbox:
    """What was put stays until it was acknowledged or taken back.

    Entries move as `terms.EntryState` tells, moved by
        put          - → pending; by the same id again after it was withdrawn
        withdraw     pending → withdrawn, while its time to undo runs and it was never sent
      and on the sender's side (`queue`)
        take         pending → sending
        settle       sending → acked, held, quarantined or conflict
        recover      sending → pending: nobody knows whether it arrived
        try_held     held → pending: the right or the release may be there now
        release      held, quarantined → pending, and nothing waits for its time any more
        send_again   acked → pending: the server lost what it had acknowledged
      and by hand (`Stuck`) from held, quarantined or conflict to pending or withdrawn.

    Every method is one transaction on the workstation store, durable when it returns.

    Attributes:
        queue: the sender's side.
    """

    def __init__(self, store: DeskStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = store.vault
        self._clock = clock
        self.queue = SendQueue(store, clock)

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
            "payload": self._vault.seal(
                codec.canonical(payload), place("outbox", "payload", command.id)
            ),
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
            return Waiting.of(entry, self._vault).command() if entry else None

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
            return [Waiting.of(entry, self._vault).command() for entry in entries]

    def logged(self, login: Login, since: datetime) -> list[Command]:
        """What this author has logged here since an instant, sent or not, oldest first."""
        with self._store.transaction() as session:
            entries = session.scalars(
                select(OutboxEntry)
                .where(
                    OutboxEntry.kind == LogDisposition.__name__,
                    OutboxEntry.author == login,
                    OutboxEntry.made_at >= since,
                    OutboxEntry.state != EntryState.WITHDRAWN,
                )
                .order_by(OutboxEntry.seq)
            )
            return [Waiting.of(entry, self._vault).command() for entry in entries]

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


def _counts(session: Session) -> OutboxCounts:
    each = select(OutboxEntry.state, func.count().label("entries")).group_by(OutboxEntry.state)
    return OutboxCounts(**{row.state: row.entries for row in session.execute(each)})


def _draft_of(command: UUID) -> str:
    return place("outbox", "draft", command)

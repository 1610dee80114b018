"""Drafts: every call in progress, durable at this desk from its first second to its log."""

import json
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from console.errors import BadInput
from console.models.draft import Draft
from console.models.ids import CallId, CommandId, Login, uuid7
from console.models.terms import Direction, EntryState
from console.models.workstation import DraftEntry, OutboxEntry, place
from console.rules import call
from console.services import codec
from console.services.desk_store import DeskStore
from console.services.vault import Unreadable


class Drafts:
    """Calls not logged yet. One left behind by its console is unfinished until somebody logs it."""

    def __init__(self, store: DeskStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = store.vault
        self._clock = clock

    def new(
        self,
        login: Login,
        direction: Direction,
        *,
        phone: str | None = None,
        answered: bool = False,
    ) -> Draft:
        """A new call, not saved yet. `phone` is E.164 or digits."""
        now = self._clock()
        return Draft(
            call_id=CallId(uuid7()),
            command_id=CommandId(uuid7()),
            login=login,
            direction=direction,
            phone=phone,
            started_at=now,
            answered_at=now if answered else None,
        )

    def save(self, draft: Draft) -> None:
        """Keeps the call as it stands; one that was logged meanwhile does not come back by it."""
        payload = self._vault.seal(codec.canonical(codec.dump(draft)), _payload_of(draft.call_id))
        row = {
            "call_id": draft.call_id,
            "login": draft.login,
            "payload": payload,
            "updated_at": self._clock(),
        }
        changed = {name: row[name] for name in ("login", "payload", "updated_at")}
        logged = select(OutboxEntry.id).where(
            OutboxEntry.id == draft.command_id, OutboxEntry.state != EntryState.WITHDRAWN
        )
        with self._store.transaction() as session:
            if session.execute(logged).first() is not None:
                return
            session.execute(
                insert(DraftEntry)
                .values(row)
                .on_conflict_do_update(index_elements=["call_id"], set_=changed)
            )

    def all(self, login: Login) -> tuple[Draft, ...]:
        """This rep's calls that are not logged, the latest touched first.

        A call that was on the line when its console died ended, as far as anybody knows, when its
        draft was last saved. From then on every one of them lies parked: a console that was closed
        or dead did no after-call work.
        """
        with self._store.transaction() as session:
            kept = session.execute(
                select(DraftEntry.call_id, DraftEntry.payload, DraftEntry.updated_at)
                .where(DraftEntry.login == login)
                .order_by(DraftEntry.updated_at.desc())
            )
            return tuple(
                _aside(self._opened(row.payload, row.call_id), row.updated_at) for row in kept
            )

    def _opened(self, payload: bytes, call_id: UUID) -> Draft:
        """Raises BadInput for one that is damaged or of another release."""
        try:
            content = self._vault.open(payload, _payload_of(call_id))
        except Unreadable:
            raise BadInput("An unfinished call at this desk cannot be read any more.") from None
        return codec.load(Draft, json.loads(content))

    def drop(self, call_id: CallId) -> None:
        """Only for a call that never was: a dial refused, a number typed by mistake."""
        with self._store.transaction() as session:
            session.execute(delete(DraftEntry).where(DraftEntry.call_id == call_id))


def _aside(draft: Draft, at: datetime) -> Draft:
    return call.park(call.hang_up(draft, at), at)


def _payload_of(call_id: UUID) -> str:
    return place("draft", "payload", call_id)

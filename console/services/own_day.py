"""The own day: read from the shared database, and from what this desk has logged."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Uuid, bindparam, func, select, text
from sqlalchemy.orm import Session

from console.errors import Offline
from console.models.bodies import Library
from console.models.commands import CallbackFact, LogDisposition
from console.models.facts import Call, Disposition, Promise
from console.models.ids import CallId, FactId, Login, PersonId
from console.models.own_day import DayCall, DayPromise, OwnDay, Told
from console.models.records import Person
from console.models.terms import Direction
from console.models.types import UtcTime
from console.models.views import CallbackView
from console.rules import own_day
from console.rules.readiness import Day, day_of
from console.services.access import on_server
from console.services.callbacks import Callbacks
from console.services.database import Database
from console.services.dispositions import Dispositions
from console.services.open_facts import not_closed, not_void
from console.services.outbox import Outbox

_FROM, _UNTIL = (bindparam(name, type_=UtcTime()) for name in ("since", "until"))
MY_CALLS = (
    text("SELECT * FROM public.my_calls(:since, :until)")
    .bindparams(_FROM, _UNTIL)
    .columns(answered_at=UtcTime(), ended_at=UtcTime())
)
MY_PROMISES = (
    text("SELECT * FROM public.my_promises(:until)")
    .bindparams(_UNTIL)
    .columns(id=Uuid(), person_id=Uuid(), due_at=UtcTime())
)


class OwnDays:
    """On a server two functions tell it: of whom she called, a rep may read few at a time."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        dispositions: Dispositions,
        callbacks: Callbacks,
        library: Callable[[], Library],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._dispositions = dispositions
        self._callbacks = callbacks
        self._library = library
        self._clock = clock

    def of(self, login: Login) -> OwnDay:
        """Her day where the center is; without the server, what this desk has logged of it."""
        day = day_of(self._clock(), self._library().rules.zone)
        # The desk first: what is sent in between is then seen in both places, and counted once.
        logged = self._logged_here(login, day)
        closed = {one.target for body in logged for one in body.effects.closures}
        closed |= self._dispositions.pending_closures()
        try:
            shared = self._shared(login, day)
        except Offline:
            shared = None
        sent = {call.id for call in shared.calls} if shared else set()
        here = _told([body for body in logged if body.call.id not in sent], day)
        return own_day.put_together(shared, here, frozenset(closed))

    def _logged_here(self, login: Login, day: Day) -> list[LogDisposition]:
        bodies = (command.body for command in self._outbox.logged(login, day.start))
        return [body for body in bodies if isinstance(body, LogDisposition)]

    def _shared(self, login: Login, day: Day) -> Told:
        with self._database.transaction(writes=False) as session:
            calls, promises = _calls(session, login, day), _promises(session, login, day)
            told = Told(
                calls=tuple(_call(row) for row in calls),
                promises=tuple(_promise(row) for row in promises),
            )
        due = self._callbacks.due(login)
        mine = tuple(one for one in due if one.owner == login and one.due_at < day.end)
        return Told(calls=told.calls, promises=told.promises, callbacks=mine)


def _calls(session: Session, login: Login, day: Day) -> Any:
    if on_server(session):
        return session.execute(MY_CALLS, {"since": day.start, "until": day.end})
    own = select(Disposition.call_id).where(
        Disposition.login == login, Disposition.at >= day.start, Disposition.at < day.end
    )
    return session.execute(
        select(
            Call.id,
            Call.direction,
            Call.answered_at,
            Call.ended_at,
            Call.hold_seconds,
            Call.wrap_up_seconds,
            Disposition.code,
        )
        .join(Disposition, Disposition.call_id == Call.id)
        .where(Call.login == login, Call.id.in_(own), not_void(Disposition.id))
    )


def _promises(session: Session, login: Login, day: Day) -> Any:
    if on_server(session):
        return session.execute(MY_PROMISES, {"until": day.end})
    return session.execute(
        select(
            Promise.id,
            Promise.person_id,
            func.coalesce(Person.name, "").label("name"),
            Promise.what,
            Promise.due_at,
        )
        .outerjoin(Person, Person.id == Promise.person_id)
        .where(
            Promise.owner == login,
            Promise.due_at < day.end,
            not_void(Promise.id),
            not_closed(Promise.id),
        )
        .order_by(Promise.due_at)
        .limit(500)
    )


def _call(row: Any) -> DayCall:
    return DayCall(
        id=CallId(row.id),
        direction=Direction(row.direction),
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        hold_seconds=row.hold_seconds,
        wrap_up_seconds=row.wrap_up_seconds,
        code=row.code,
    )


def _promise(row: Any) -> DayPromise:
    return DayPromise(
        id=FactId(row.id),
        person=PersonId(row.person_id) if row.person_id else None,
        name=row.name,
        what=row.what,
        due_at=row.due_at,
    )


def _told(bodies: list[LogDisposition], day: Day) -> Told:
    """What this desk has logged of the day; names are the shared database's to give."""
    return Told(
        calls=tuple(_logged(body) for body in bodies if day.holds(body.call.ended_at)),
        promises=tuple(
            DayPromise(id=one.id, person=one.person, name="", what=one.what, due_at=one.due_at)
            for body in bodies
            for one in body.effects.promises
            if one.due_at < day.end
        ),
        callbacks=tuple(callback for body in bodies for callback in _due(body, day)),
    )


def _logged(body: LogDisposition) -> DayCall:
    call = body.call
    return DayCall(
        id=call.id,
        direction=call.direction,
        answered_at=call.answered_at,
        ended_at=call.ended_at,
        hold_seconds=call.hold_seconds,
        wrap_up_seconds=call.wrap_up_seconds,
        code=body.code,
    )


def _due(body: LogDisposition, day: Day) -> Iterator[CallbackView]:
    due: list[CallbackFact] = [one for one in body.effects.callbacks if one.due_at < day.end]
    for one in due:
        yield CallbackView(
            id=one.id,
            person=one.person,
            name="",
            phone=one.phone,
            due_at=one.due_at,
            zone=one.zone,
            asked_for=one.asked_for,
            note=one.note,
            owner=one.owner,
        )

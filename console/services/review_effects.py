"""What came of logged calls: effects of each disposition, read for a whole page at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.models.facts import (
    Appointment,
    Callback,
    Complaint,
    ConsentEvent,
    HandOff,
    Promise,
    Touchpoint,
    TouchpointEvent,
    UnmetNeed,
)
from console.models.terms import ConsentAction, EventKind
from console.models.views import EffectView
from console.services.open_facts import not_void

Found = dict[UUID, list[EffectView]]


def read_effects(session: Session, rows: Sequence[Any]) -> Found:
    """Effects by disposition id, in the order of the bar; voided facts are left out.

    `rows` are dispositions with the columns id, command_id, call_id, login, phone, started_at and
    ended_at, and `about`: the ids of whom the call was about.
    """
    found: Found = defaultdict(list)
    if not rows:
        return found
    of_command = {row.command_id: row.id for row in rows}
    for table, view in _PLAIN:
        facts = session.scalars(
            select(table).where(table.command_id.in_(of_command), not_void(table.id))
        )
        for fact in facts:
            found[of_command[fact.command_id]].append(view(fact))
    _add_sends(session, of_command, found)
    _add_consents(session, rows, found)
    return found


def _callback(fact: Any) -> EffectView:
    return EffectView(kind="callback", text=fact.note, at=fact.due_at)


def _promise(fact: Any) -> EffectView:
    return EffectView(kind="promise", text=fact.what, at=fact.due_at)


def _appointment(fact: Any) -> EffectView:
    parts = (fact.service, fact.place, fact.with_whom)
    return EffectView(kind="appointment", text=", ".join(filter(None, parts)), at=fact.at)


def _unmet_need(fact: Any) -> EffectView:
    return EffectView(kind="unmet_need", text=fact.what)


def _hand_off(fact: Any) -> EffectView:
    return EffectView(kind="hand_off", text=f"{fact.to}: {fact.what}", at=fact.due_at)


def _complaint(fact: Any) -> EffectView:
    return EffectView(kind="complaint", text=fact.what)


_PLAIN: tuple[tuple[Any, Callable[[Any], EffectView]], ...] = (
    (Callback, _callback),
    (Promise, _promise),
    (Appointment, _appointment),
    (UnmetNeed, _unmet_need),
    (HandOff, _hand_off),
    (Complaint, _complaint),
)


def _add_sends(session: Session, of_command: dict[UUID, UUID], found: Found) -> None:
    sends = session.execute(
        select(Touchpoint.command_id, Touchpoint.title, Touchpoint.ref)
        .join(TouchpointEvent, TouchpointEvent.touchpoint_id == Touchpoint.id)
        .where(
            Touchpoint.command_id.in_(of_command),
            TouchpointEvent.kind == EventKind.QUEUED,
            not_void(Touchpoint.id),
        )
    )
    for send in sends:
        view = EffectView(kind="send", text=send.title or send.ref)
        found[of_command[send.command_id]].append(view)


def _add_consents(session: Session, rows: Sequence[Any], found: Found) -> None:
    """Stops are sent on their own while the call lasts, so rep, time and person tell whose."""
    first = min(row.started_at for row in rows)
    last = max(row.ended_at for row in rows)
    events = session.scalars(
        select(ConsentEvent).where(
            ConsentEvent.by.in_({row.login for row in rows}),
            ConsentEvent.at.between(first, last),
            not_void(ConsentEvent.id),
        )
    ).all()
    for row in rows:
        for event in events:
            if _belongs(event, row):
                stops = event.action == ConsentAction.REVOKED
                view = EffectView(kind="stop" if stops else "opt_in", text="", at=None)
                if view not in found[row.id]:
                    found[row.id].append(view)


def _belongs(event: Any, row: Any) -> bool:
    if event.command_id == row.command_id:
        return True
    mine = event.by == row.login and row.started_at <= event.at <= row.ended_at
    about: Iterable[UUID] = row.about
    return mine and (event.person_id in about or (event.contact and event.contact == row.phone))

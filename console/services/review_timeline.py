"""The timeline as it stood at an instant: what had been recorded by then, and nothing later."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from console.models.bodies import Codes
from console.models.facts import Command, Touchpoint, TouchpointEvent, TouchpointPerson, Void
from console.models.ids import TouchpointId
from console.models.records import Staff
from console.models.terms import Channel, Direction, EventKind, Label, Part, TouchpointKind
from console.models.views import TimelineEntry
from console.rules.status import StatusEvent, lies_ahead, status

MOST = 200


def read_then(
    session: Session,
    people: frozenset[UUID],
    then: datetime,
    codes: Codes,
    *,
    without: UUID,
    hidden: frozenset[Label] = frozenset(),
) -> tuple[TimelineEntry, ...]:
    """Touchpoints of these people that were on record at `then`, newest first, at most 200.

    `without` is the call itself. What was voided later is there, what was voided before is not.
    """
    rows = [row for row in _rows(session, people, then, without) if not row.labels & hidden]
    events = _events(session, [row.id for row in rows], then)
    return tuple(_entry(row, events[row.id], then, codes) for row in rows)


def _rows(session: Session, people: frozenset[UUID], then: datetime, without: UUID) -> list[Any]:
    mine = exists().where(
        TouchpointPerson.touchpoint_id == Touchpoint.id,
        TouchpointPerson.person_id.in_(people),
        TouchpointPerson.part == Part.ABOUT,
    )
    statement = (
        select(Touchpoint.__table__, Staff.name.label("staff"))
        .join(Command, Command.id == Touchpoint.command_id)
        .outerjoin(Staff, Staff.login == Touchpoint.login)
        .where(
            mine,
            Command.made_at <= then,
            Touchpoint.id != without,
            ~_voided_by(Touchpoint.id, then),
        )
        .order_by(Touchpoint.at.desc(), Touchpoint.id.desc())
        .limit(MOST)
    )
    return list(session.execute(statement)) if people else []


def _events(session: Session, ids: Sequence[UUID], then: datetime) -> dict[UUID, list[StatusEvent]]:
    event = TouchpointEvent
    rows = session.execute(
        select(event.touchpoint_id, event.kind, event.at, event.ref)
        .join(Command, Command.id == event.command_id)
        .where(
            event.touchpoint_id.in_(ids),
            event.at <= then,
            Command.made_at <= then,
            ~_voided_by(event.id, then),
        )
    )
    found: dict[UUID, list[StatusEvent]] = defaultdict(list)
    for row in rows:
        found[row.touchpoint_id].append(StatusEvent(EventKind(row.kind), row.at, row.ref))
    return found


def _voided_by(fact: Any, then: datetime) -> Any:
    """Voided by then; what is restricted is not to be seen as it was either."""
    return exists().where(Void.target_id == fact, or_(Void.at <= then, Void.restricts))


def _entry(row: Any, events: list[StatusEvent], then: datetime, codes: Codes) -> TimelineEntry:
    kind = TouchpointKind(row.kind)
    return TimelineEntry(
        id=TouchpointId(row.id),
        at=row.at,
        channel=Channel(row.channel),
        direction=Direction(row.direction),
        kind=kind,
        part=Part.ABOUT,
        title=row.title,
        summary=row.summary,
        status=status(kind, events, codes=codes),
        content=row.ref,
        campaign=row.campaign,
        by=row.by or row.staff or row.login or "",
        queued=lies_ahead(kind, events, row.at, then),
    )

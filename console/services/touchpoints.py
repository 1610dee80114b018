"""Touchpoints by id: their texts, what happened to them, and the calls among them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from console.models.facts import Call, Disposition, Touchpoint, TouchpointEvent
from console.models.ids import TouchpointId
from console.models.records import Staff
from console.models.terms import EventKind, Label
from console.rules.status import StatusEvent
from console.services.open_facts import not_void
from console.services.statements import IDS, rows

TITLES = select(Touchpoint.id, Touchpoint.title, Touchpoint.labels).where(Touchpoint.id.in_(IDS))
TEXTS = (
    select(
        Touchpoint.id,
        Touchpoint.title,
        Touchpoint.summary,
        Touchpoint.campaign,
        Touchpoint.by,
        Touchpoint.login,
        Staff.name.label("staff"),
    )
    .outerjoin(Staff, Staff.login == Touchpoint.login)
    .where(Touchpoint.id.in_(IDS))
)
EVENTS = select(
    TouchpointEvent.touchpoint_id,
    TouchpointEvent.kind,
    TouchpointEvent.at,
    TouchpointEvent.ref,
).where(TouchpointEvent.touchpoint_id.in_(IDS), not_void(TouchpointEvent.id))
CALLS = (
    select(Call.id, Call.answered_at, Call.ended_at, Call.hold_seconds, Disposition.notes)
    .outerjoin(Disposition, and_(Disposition.call_id == Call.id, not_void(Disposition.id)))
    .where(Call.id.in_(IDS))
    .order_by(Disposition.at)
)


def read_titles(
    session: Session, touchpoints: Sequence[TouchpointId], hidden: frozenset[Label]
) -> dict[TouchpointId, str]:
    """Titles of a few touchpoints, without those that a label hides."""
    found = rows(session, TITLES, ids=touchpoints)
    return {TouchpointId(row.id): row.title for row in found if not row.labels & hidden}


def read_texts(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """Title, summary, campaign and author of touchpoints, by id."""
    return {row.id: row for row in rows(session, TEXTS, ids=ids)}


def read_events(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[StatusEvent]]:
    """What happened to touchpoints, by id, in no order."""
    events: dict[UUID, list[StatusEvent]] = defaultdict(list)
    for touchpoint, kind, at, ref in rows(session, EVENTS, ids=ids):
        events[touchpoint].append(StatusEvent(EventKind(kind), at, ref))
    return events


def read_calls(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """The calls among a page's touchpoints, with the notes of the disposition that counts."""
    return {row.id: row for row in rows(session, CALLS, ids=ids)} if ids else {}

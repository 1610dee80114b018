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


def read_titles(
    session: Session, touchpoints: Sequence[TouchpointId], hidden: frozenset[Label]
) -> dict[TouchpointId, str]:
    """Titles of a few touchpoints, without those that a label hides."""
    rows = session.execute(
        select(Touchpoint.id, Touchpoint.title, Touchpoint.labels).where(
            Touchpoint.id.in_(touchpoints)
        )
    )
    return {TouchpointId(row.id): row.title for row in rows if not row.labels & hidden}


def read_texts(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """Title, summary, campaign and author of touchpoints, by id."""
    rows = session.execute(
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
        .where(Touchpoint.id.in_(ids))
    )
    return {row.id: row for row in rows}


def read_events(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[StatusEvent]]:
    """What happened to touchpoints, by id, in no order."""
    rows = session.execute(
        select(
            TouchpointEvent.touchpoint_id,
            TouchpointEvent.kind,
            TouchpointEvent.at,
            TouchpointEvent.ref,
        ).where(TouchpointEvent.touchpoint_id.in_(ids), not_void(TouchpointEvent.id))
    )
    events: dict[UUID, list[StatusEvent]] = defaultdict(list)
    for row in rows:
        events[row.touchpoint_id].append(StatusEvent(EventKind(row.kind), row.at, row.ref))
    return events


def read_calls(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """The calls among a page's touchpoints, with the notes of the disposition that counts."""
    if not ids:
        return {}
    rows = session.execute(
        select(Call.id, Call.answered_at, Call.ended_at, Call.hold_seconds, Disposition.notes)
        .outerjoin(Disposition, and_(Disposition.call_id == Call.id, not_void(Disposition.id)))
        .where(Call.id.in_(ids))
        .order_by(Disposition.at)
    )
    return {row.id: row for row in rows}

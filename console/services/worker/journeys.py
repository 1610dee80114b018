"""Journey states: recomputed for whole persons, those touched and those whose time has come.

Nothing is folded incrementally, since facts arrive late.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, text, union
from sqlalchemy.orm import Session

from console.models.bodies import Library
from console.models.derived import JourneyState
from console.models.facts import Command, Enrollment, TouchpointEvent, TouchpointPerson, Void
from console.models.ids import PersonId
from console.rules.stage import next_change, stage
from console.services import person_facts
from console.services.database import Database

LOCK = 0x656E67616765
OVERLAP = timedelta(minutes=5)
"""Commands become visible when their transaction ends, a little after `received_at`."""


def refresh(database: Database, library: Library, now: datetime) -> int:
    """Recomputes who was touched, or whose time has come; says how many people that were."""
    with database.transaction() as session:
        if database.dialect == "postgresql":  # a second worker waits here
            session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        people = list(_due(session, now))
        recompute(session, people, library, now)
        return len(people)


def recompute(session: Session, people: Iterable[UUID], library: Library, now: datetime) -> None:
    """Writes the journey states of these people anew."""
    for person in people:
        session.execute(delete(JourneyState).where(JourneyState.person_id == person))
        rows = states(session, person, library, now)
        if rows:
            session.execute(insert(JourneyState), rows)


def states(session: Session, person: UUID, library: Library, now: datetime) -> list[dict[str, Any]]:
    """What the rows of one person should be now."""
    facts = person_facts.read(session, frozenset({PersonId(person)}))
    rows = []
    for key, playbook in library.playbooks.items():
        view = stage(facts, playbook, library.versions[f"playbook:{key}"], now)
        if view is None:
            continue
        rows.append(
            {
                "person_id": person,
                "journey": key,
                "playbook_version": view.version,
                "stage": view.stage,
                "since": view.since,
                "because": [str(found) for found in view.reached[-1].because],
                "next_change_at": next_change(facts, playbook, now),
                "computed_at": now,
            }
        )
    return rows


def _due(session: Session, now: datetime) -> set[UUID]:
    since = session.execute(select(func.max(JourneyState.computed_at))).scalar()
    if since is None:
        return set(session.scalars(select(Enrollment.person_id).distinct()))
    recent = select(Command.id).where(Command.received_at > since - OVERLAP)
    by_event = (
        select(TouchpointPerson.person_id)
        .join(TouchpointEvent, TouchpointEvent.touchpoint_id == TouchpointPerson.touchpoint_id)
        .where(TouchpointEvent.command_id.in_(recent))
    )
    voided = (
        select(TouchpointPerson.person_id)
        .join(Void, Void.target_id == TouchpointPerson.touchpoint_id)
        .where(Void.command_id.in_(recent))
    )
    touched = union(
        select(TouchpointPerson.person_id).where(TouchpointPerson.command_id.in_(recent)),
        by_event,
        voided,
        select(Enrollment.person_id).where(Enrollment.command_id.in_(recent)),
        select(JourneyState.person_id).where(JourneyState.next_change_at <= now),
    ).subquery()
    enrolled = select(Enrollment.person_id)
    return set(
        session.scalars(select(touched.c.person_id).where(touched.c.person_id.in_(enrolled)))
    )

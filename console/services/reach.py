"""How people can be reached and what they agreed to: their contact points and consent ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from console.models.facts import ConsentEvent
from console.models.ids import FactId, PersonId
from console.models.person_facts import ConsentEntry
from console.models.records import ContactPoint
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    ContactSystem,
    Purpose,
    StopScope,
)
from console.services.open_facts import not_void
from console.services.statements import PEOPLE, rows

SHARED = and_(
    ConsentEvent.contact.in_(bindparam("contacts", expanding=True)),
    or_(
        ConsentEvent.person_id.is_(None),
        ConsentEvent.scope == StopScope.NUMBER,
        ConsentEvent.action == ConsentAction.GIVEN,
    ),
)
CONSENTS = (
    select(
        ConsentEvent.id,
        ConsentEvent.person_id,
        ConsentEvent.at,
        ConsentEvent.action,
        ConsentEvent.form,
        ConsentEvent.contact,
        ConsentEvent.channel,
        ConsentEvent.purpose,
        ConsentEvent.scope,
        ConsentEvent.lifts,
    )
    .where(or_(ConsentEvent.person_id.in_(PEOPLE), SHARED), not_void(ConsentEvent.id))
    .order_by(ConsentEvent.at, ConsentEvent.id)
)
POINTS = (
    select(
        ContactPoint.system,
        ContactPoint.value,
        ContactPoint.raw,
        ContactPoint.state,
        ContactPoint.confidential,
        ContactPoint.wrong,
        ContactPoint.no_service,
    )
    .where(ContactPoint.person_id.in_(PEOPLE), ContactPoint.retired_at.is_(None))
    .order_by(ContactPoint.rank, ContactPoint.id)
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How people can be reached, and what they agreed to; as in `PersonFacts`, without the rest."""

    people: frozenset[PersonId]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    wrong: tuple[str, ...]
    consents: tuple[ConsentEntry, ...]


def read_reach(session: Session, people: frozenset[PersonId]) -> Reach:
    return reach_of(session, people, read_points(session, people))


def reach_of(session: Session, people: frozenset[PersonId], points: Sequence[Any]) -> Reach:
    phones = _values(points, ContactSystem.PHONE)
    emails = _values(points, ContactSystem.EMAIL)
    return Reach(
        people=people,
        phones=phones,
        emails=emails,
        wrong=tuple(
            point.value or point.raw for point in points if point.wrong or point.no_service
        ),
        consents=_consents(session, people, (*phones, *emails)),
    )


def _consents(
    session: Session, people: frozenset[PersonId], contacts: Iterable[str]
) -> tuple[ConsentEntry, ...]:
    """The ledger of these people and of the numbers and emails that they have, oldest first.

    A number that was stopped is stopped for everyone on it. What somebody else on it agreed to is
    no agreement of these people; it counts only for the stops that it lifts.
    """
    ledger = rows(session, CONSENTS, people=[*people], contacts=[*contacts])
    return tuple(_consent(row, others=row.person_id not in {None, *people}) for row in ledger)


def read_points(session: Session, people: frozenset[PersonId]) -> Sequence[Any]:
    """Contact points in force, preferred ones first."""
    return rows(session, POINTS, people=[*people])


def _values(points: Iterable[Any], system: ContactSystem) -> tuple[str, ...]:
    values = (point.value or point.raw for point in points if point.system == system)
    return tuple(dict.fromkeys(values))


def _consent(row: Any, *, others: bool) -> ConsentEntry:
    """An entry as it counts here: an opt-in of others, on a number shared with them, only lifts."""
    only_lifts = others and row.action == ConsentAction.GIVEN
    scope = row.scope or (StopScope.NUMBER if only_lifts else None)
    return ConsentEntry(
        id=FactId(row.id),
        at=row.at,
        action=ConsentAction(row.action),
        form=ConsentForm(row.form),
        contact=row.contact,
        channel=Channel(row.channel) if row.channel else None,
        purpose=Purpose(row.purpose) if row.purpose else None,
        scope=StopScope(scope) if scope else None,
        lifts=frozenset(FactId(UUID(lifted)) for lifted in row.lifts),
    )

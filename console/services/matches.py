"""Matches: the few fields by which people found are told apart, read set by set."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.models.ids import PersonId
from console.models.records import ContactPoint, Identifier, Person
from console.models.terms import ContactSystem
from console.models.views import Match
from console.rules import birth_dates, contact_points, names
from console.services.statements import PEOPLE, rows

FOUND = select(
    Person.id,
    Person.name,
    Person.birth_date,
    Person.deceased,
    select(func.min(Identifier.value))
    .where(Identifier.person_id == Person.id, Identifier.kind.in_(("mrn", "MRN")))
    .scalar_subquery()
    .label("mrn"),
).where(Person.id.in_(PEOPLE))
POINTS = (
    select(
        ContactPoint.person_id,
        ContactPoint.system,
        ContactPoint.value,
        ContactPoint.raw,
        ContactPoint.city,
        ContactPoint.state,
    )
    .where(ContactPoint.person_id.in_(PEOPLE), ContactPoint.retired_at.is_(None))
    .order_by(ContactPoint.rank, ContactPoint.id)
)


def read_matches(
    session: Session, found: Mapping[UUID, tuple[float, tuple[str, ...]]], today: date
) -> tuple[Match, ...]:
    """A match for each person that exists, best first; `found` gives score and what it was by.

    Equal scores stand by name, birth date and id, so that a lookup always looks the same.
    """
    people = list(found)
    points = _points(session, people)
    return ordered(
        as_match(row, points[row.id], found[row.id], today)
        for row in rows(session, FOUND, people=people)
    )


def ordered(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=_order))


def _order(match: Match) -> tuple[float, tuple[str, ...], str, int]:
    return -match.score, names.words(match.name), match.birth_date or "", match.person.int


def as_match(
    row: Any,
    points: Sequence[Any],
    found: tuple[float, tuple[str, ...]],
    today: date,
) -> Match:
    """A person's row (id, name, birth_date, deceased, mrn) and contact points as a match."""
    score, matched = found
    return Match(
        person=PersonId(row.id),
        name=row.name,
        initials=names.initials(row.name),
        birth_date=row.birth_date,
        age=birth_dates.age(row.birth_date, today),
        place=contact_points.place(points),
        mrn=row.mrn,
        phones=_values(points, ContactSystem.PHONE),
        emails=_values(points, ContactSystem.EMAIL),
        matched=matched,
        score=round(score, 4),
        deceased=row.deceased,
    )


def _values(points: Iterable[Any], system: ContactSystem) -> tuple[str, ...]:
    values = (point.value or point.raw for point in points if point.system == system)
    return tuple(dict.fromkeys(values))


def _points(session: Session, people: Sequence[UUID]) -> dict[UUID, list[Any]]:
    points: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows(session, POINTS, people=people):
        points[row.person_id].append(row)
    return points

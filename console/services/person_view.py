"""The header of a record: who somebody is, with what rules say of consent, stages and pressure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from console.errors import NotFound
from console.models.bodies import Library
from console.models.ids import ContactPointId, PersonId, RelationshipId
from console.models.person_facts import PersonFacts
from console.models.records import ContactPoint, Identifier, Person, Relationship
from console.models.terms import Authority, ContactSystem, OpenKind, TouchpointKind
from console.models.views import (
    CareView,
    ContactPointView,
    HoldView,
    OpenView,
    PersonView,
    RelationshipView,
)
from console.rules import (
    birth_dates,
    care,
    consent,
    contact_points,
    hours,
    names,
    opening,
    pressure,
    stage,
)
from console.rules.opening import Occasion
from console.services.open_facts import read_holds, read_open
from console.services.statements import PEOPLE, rows
from console.services.timeline import Reading
from console.services.touchpoints import read_texts, read_titles

MAJORITY = 18
# More plans and teams than this tell a rep nothing in a header; the timeline has them all.
MOST_CARE = 20
PERSON = (
    select(
        Person.id,
        Person.name,
        Person.given,
        Person.family,
        Person.preferred_name,
        Person.birth_date,
        Person.sex,
        Person.deceased,
        Person.language,
        Person.interpreter,
        Person.prefers,
        Person.no_voicemail,
        Person.revision,
    )
    .where(Person.id.in_(PEOPLE))
    .order_by(Person.id)
    .limit(1)
)
POINTS = (
    select(
        ContactPoint.id,
        ContactPoint.system,
        ContactPoint.use,
        ContactPoint.raw,
        ContactPoint.value,
        ContactPoint.extension,
        ContactPoint.city,
        ContactPoint.state,
        ContactPoint.postal_code,
        ContactPoint.country,
        ContactPoint.confidential,
        ContactPoint.wrong,
        ContactPoint.no_service,
        ContactPoint.no_voicemail,
        ContactPoint.rank,
        ContactPoint.retired_at,
    )
    .where(ContactPoint.person_id.in_(PEOPLE))
    .order_by(ContactPoint.rank, ContactPoint.id)
)
MRN = (
    select(Identifier.value)
    .where(Identifier.person_id.in_(PEOPLE), Identifier.kind.in_(("mrn", "MRN")))
    .order_by(Identifier.value, Identifier.id)
    .limit(1)
)
RELATIONSHIPS = (
    select(
        Relationship.id,
        Relationship.person_id,
        Person.name,
        Relationship.kind,
        Relationship.authority,
        Relationship.until,
    )
    .join(Person, Person.id == Relationship.person_id)
    .where(
        Relationship.other_id.in_(PEOPLE),
        or_(Relationship.until.is_(None), Relationship.until >= bindparam("today")),
    )
    .order_by(Person.name, Relationship.id)
)


def read_view(
    session: Session,
    facts: PersonFacts,
    library: Library,
    reading: Reading,
    occasion: Occasion | None = None,
) -> PersonView:
    """The header of these people, of whom the first is shown. Raises NotFound for nobody."""
    now, people = reading.now, facts.people
    persons = rows(session, PERSON, people=[*people])
    if not persons:
        raise NotFound("This person is not on record. Look the name or number up again.")
    person = persons[0]
    zone = hours.zone_of(facts, library.rules)
    today = now.astimezone(ZoneInfo(zone)).date()
    every = _points(session, people)
    points = tuple(point for point in every if point.retired_at is None)
    holds, open_ = read_holds(session, people), read_open(session, people)
    age = birth_dates.age(person.birth_date, today)
    titles = read_titles(session, opening.wanted(facts, now), reading.hidden)
    return PersonView(
        person=PersonId(person.id),
        name=person.name,
        given=person.given,
        family=person.family,
        preferred_name=person.preferred_name,
        initials=names.initials(person.name),
        birth_date=person.birth_date,
        age=age,
        sex=person.sex,
        deceased=person.deceased,
        language=person.language,
        interpreter=person.interpreter,
        zone=zone,
        place=contact_points.place(points),
        prefers=person.prefers,
        no_voicemail=person.no_voicemail,
        mrn=_mrn(session, people),
        revision=person.revision,
        contact_points=points,
        retired_points=tuple(point for point in every if point.retired_at is not None),
        relationships=_relationships(session, people, today),
        consents=consent.states(facts.consents, points),
        holds=holds,
        open=tuple(fact.view() for fact in open_),
        journeys=stage.stages(facts, library, now),
        pressure=pressure.pressure(facts, library.rules, now),
        alerts=alerts(person, age, points, holds, [fact.view() for fact in open_]),
        openings=opening.opening(facts, titles, now, zone=zone, occasion=occasion),
        care=_care(session, facts, now),
    )


def alerts(
    person: Any,
    age: int | None,
    points: Sequence[ContactPointView],
    holds: Iterable[HoldView],
    open_: Iterable[OpenView],
) -> tuple[str, ...]:
    """Keys of what a rep must not overlook, gravest first.

    deceased, hold:<cause>, confidential, complaint, minor, interpreter, no_voicemail.
    """
    candidates = [
        (person.deceased, "deceased"),
        *((True, f"hold:{hold.cause}") for hold in holds),
        (any(point.confidential for point in points), "confidential"),
        (any(entry.kind == OpenKind.COMPLAINT for entry in open_), "complaint"),
        (age is not None and age < MAJORITY, "minor"),
        (person.interpreter, "interpreter"),
        (person.no_voicemail or any(point.no_voicemail for point in points), "no_voicemail"),
    ]
    return tuple(dict.fromkeys(key for holds_true, key in candidates if holds_true))


def _points(session: Session, people: frozenset[PersonId]) -> tuple[ContactPointView, ...]:
    """Contact points, those retired too; preferred ones first."""
    return tuple(
        ContactPointView(
            id=ContactPointId(row.id),
            system=ContactSystem(row.system),
            use=row.use,
            raw=row.raw,
            value=row.value,
            extension=row.extension,
            city=row.city,
            state=row.state,
            postal_code=row.postal_code,
            country=row.country,
            confidential=row.confidential,
            wrong=row.wrong,
            no_service=row.no_service,
            no_voicemail=row.no_voicemail,
            rank=row.rank,
            retired_at=row.retired_at,
        )
        for row in rows(session, POINTS, people=[*people])
    )


def _care(session: Session, facts: PersonFacts, now: datetime) -> tuple[CareView, ...]:
    """What of her care is in force; labelled touchpoints are not among the facts."""
    standing = care.in_force(facts, now)[:MOST_CARE]
    texts = read_texts(session, [fact.touchpoint for fact in standing]) if standing else {}
    return tuple(
        CareView(
            touchpoint=fact.touchpoint,
            kind=TouchpointKind(fact.kind),
            since=fact.at,
            title=texts[fact.touchpoint].title,
            line=texts[fact.touchpoint].summary,
        )
        for fact in standing
    )


def _mrn(session: Session, people: frozenset[PersonId]) -> str | None:
    found = rows(session, MRN, people=[*people])
    return found[0].value if found else None


def _relationships(
    session: Session, people: frozenset[PersonId], today: date
) -> tuple[RelationshipView, ...]:
    """Who is what to these people, and may say what; what has ended is left out."""
    return tuple(
        RelationshipView(
            person=PersonId(row.person_id),
            name=row.name,
            kind=row.kind,
            authority=Authority(row.authority) if row.authority else None,
            until=row.until,
            id=RelationshipId(row.id),
        )
        for row in rows(session, RELATIONSHIPS, people=[*people], today=today)
    )

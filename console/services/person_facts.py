"""What the rules may know of a person, read narrowly through covering indexes.

5,000 touchpoints are read for every call, so these are selects of columns, never mapped objects.
"""

from functools import cache
from typing import Any
from uuid import UUID, SafeUUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    String,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from console.models.facts import (
    Enrollment,
    TouchpointEvent,
    TouchpointPerson,
)
from console.models.ids import FactId, PersonId, TouchpointId
from console.models.person_facts import EnrollmentEntry, Fact, PersonFacts
from console.models.records import Person
from console.models.terms import (
    Channel,
    Direction,
    EnrollmentAction,
    Label,
    OutreachClass,
    Part,
)
from console.services.open_facts import hold_entries, not_void, read_holds, read_open
from console.services.reach import reach_of, read_points
from console.services.statements import PEOPLE, rows

CHANNELS = {channel.value: channel for channel in Channel}
DIRECTIONS = {direction.value: direction for direction in Direction}
CLASSES: dict[str | None, OutreachClass | None] = {
    None: None,
    **{outreach.value: outreach for outreach in OutreachClass},
}
PERSONS = (
    select(Person.birth_date, Person.deceased, Person.language, Person.zone)
    .where(Person.id.in_(PEOPLE))
    .order_by(Person.id)
)
ENROLLMENTS = (
    select(Enrollment.id, Enrollment.at, Enrollment.journey, Enrollment.track, Enrollment.action)
    .where(Enrollment.person_id.in_(PEOPLE), not_void(Enrollment.id))
    .order_by(Enrollment.at, Enrollment.id)
)


def read(
    session: Session, people: frozenset[PersonId], hidden: frozenset[Label] = frozenset()
) -> PersonFacts:
    """Everything known of these people (one, or one person's linked duplicates).

    Voided facts and closed ones are left out, as are touchpoints with a label in `hidden`, and
    calls in which the person only spoke for somebody else.
    """
    persons = rows(session, PERSONS, people=[*people])
    points = read_points(session, people)
    reach = reach_of(session, people, points)
    first = persons[0] if persons else None
    return PersonFacts(
        people=people,
        birth_date=first.birth_date if first else None,
        deceased=any(person.deceased for person in persons),
        language=first.language if first else None,
        zone=next((person.zone for person in persons if person.zone), None),
        states=tuple(dict.fromkeys(point.state for point in points if point.state)),
        phones=reach.phones,
        emails=reach.emails,
        confidential=tuple(point.value or point.raw for point in points if point.confidential),
        wrong=reach.wrong,
        facts=_facts(session, people, hidden),
        consents=reach.consents,
        enrollments=_enrollments(session, people),
        holds=hold_entries(read_holds(session, people)),
        open=tuple(fact.entry() for fact in read_open(session, people)),
    )


def visible(hidden: frozenset[Label]) -> list[ColumnElement[bool]]:
    """That a touchpoint carries none of the labels. They are stored as words between spaces."""
    words = literal(" ") + type_coerce(TouchpointPerson.labels, String) + literal(" ")
    return [~words.contains(f" {label.value} ", autoescape=True) for label in sorted(hidden)]


class AboutNobody(FunctionElement[bool]):
    """That the touchpoint of a link is about nobody at all, whoever of its people may be seen.

    A desk on a server sees the links of the people it opened alone, and would take a call in which
    one of them spoke for somebody else for her own: so a function answers there.
    """

    type = Boolean()
    inherit_cache = True


@compiles(AboutNobody)
def _by_all_links(_element: AboutNobody, compiler: Any, **options: Any) -> str:
    other = aliased(TouchpointPerson)
    same = other.touchpoint_id == TouchpointPerson.touchpoint_id
    about = exists().where(same, other.part == Part.ABOUT).correlate(TouchpointPerson)
    text: str = compiler.process(~about, **options)
    return text


@compiles(AboutNobody, "postgresql")
def _by_function(_element: AboutNobody, compiler: Any, **options: Any) -> str:
    asked = func.public.is_about_nobody(TouchpointPerson.touchpoint_id)
    text: str = compiler.process(asked, **options)
    return text


def own() -> ColumnElement[bool]:
    """That a touchpoint is the person's matter: it is about her, or about nobody."""
    return or_(TouchpointPerson.part == Part.ABOUT, AboutNobody())


def _facts(
    session: Session, people: frozenset[PersonId], hidden: frozenset[Label]
) -> tuple[Fact, ...]:
    """Touchpoints and their events, oldest first."""
    given = [*people]
    links = rows(session, _touchpoints(hidden), people=given)
    events = rows(session, _events(hidden), people=given)
    touchpoints = {row[0]: _touchpoint_fact(row) for row in links}
    found = list(touchpoints.values())
    found += [_event_fact(row, touchpoints[row[1]]) for row in events if row[1] in touchpoints]
    found.sort(key=lambda fact: (fact.at, fact.id.int))
    return tuple(dict.fromkeys(found)) if len(people) > 1 else tuple(found)


def _unread(column: Any) -> Any:
    """An id as the driver gives it: making thousands of UUIDs is most of the work here."""
    return type_coerce(column, NullType())


def _mine(hidden: frozenset[Label]) -> tuple[ColumnElement[bool], ...]:
    return TouchpointPerson.person_id.in_(PEOPLE), own(), *visible(hidden)


@cache
def _touchpoints(hidden: frozenset[Label]) -> Select[Any]:
    return select(
        _unread(TouchpointPerson.touchpoint_id),
        TouchpointPerson.at,
        TouchpointPerson.kind,
        TouchpointPerson.ref,
        TouchpointPerson.channel,
        TouchpointPerson.direction,
        TouchpointPerson.outreach_class,
    ).where(*_mine(hidden), not_void(TouchpointPerson.touchpoint_id))


@cache
def _events(hidden: frozenset[Label]) -> Select[Any]:
    return (
        select(
            _unread(TouchpointEvent.id),
            _unread(TouchpointEvent.touchpoint_id),
            TouchpointEvent.at,
            TouchpointEvent.kind,
            TouchpointEvent.ref,
        )
        .join(TouchpointPerson, TouchpointPerson.touchpoint_id == TouchpointEvent.touchpoint_id)
        .where(*_mine(hidden), not_void(TouchpointEvent.id))
    )


def _uuid(given: UUID | str) -> UUID:
    """What PostgreSQL's driver gives as UUID and SQLite's as 32 digits.

    Built without the constructor, which checks what needs no check and takes twice as long.
    """
    if isinstance(given, UUID):
        return given
    made = object.__new__(UUID)
    object.__setattr__(made, "int", int(given, 16))
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made


def _touchpoint_fact(row: Any) -> Fact:
    given, at, kind, ref, channel, direction, outreach_class = row
    touchpoint = _uuid(given)
    return Fact(
        FactId(touchpoint),
        at,
        kind,
        ref,
        TouchpointId(touchpoint),
        CHANNELS[channel],
        DIRECTIONS[direction],
        CLASSES[outreach_class],
    )


def _event_fact(row: Any, parent: Fact) -> Fact:
    given, _touchpoint, at, kind, ref = row
    return Fact(
        FactId(_uuid(given)),
        at,
        f"{parent.kind}.{kind}",
        ref or parent.ref,
        parent.touchpoint,
        parent.channel,
        parent.direction,
        parent.outreach_class,
    )


def _enrollments(session: Session, people: frozenset[PersonId]) -> tuple[EnrollmentEntry, ...]:
    return tuple(
        EnrollmentEntry(
            id=FactId(row.id),
            at=row.at,
            journey=row.journey,
            track=row.track,
            action=EnrollmentAction(row.action),
        )
        for row in rows(session, ENROLLMENTS, people=[*people])
    )

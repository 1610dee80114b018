"""What an erasure takes out and what it has to leave: decided before, carried by the command."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, and_, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from console.errors import Refused
from console.models.facts import (
    Access,
    Answer,
    Call,
    Callback,
    Closure,
    Command,
    ConsentEvent,
    Disposition,
    Hold,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
    Verification,
    Void,
)
from console.models.ids import PersonId
from console.models.metadata import Shared
from console.models.records import ContactPoint, Identifier
from console.models.terms import ConsentAction, EventKind, HoldCause, TouchpointKind
from console.services.open_facts import not_closed, not_void

CARE = (TouchpointKind.VISIT, TouchpointKind.IMMUNIZATION, TouchpointKind.PORTAL_MESSAGE)
CAME = (EventKind.ARRIVED, EventKind.ATTENDED, EventKind.FINISHED)
OF_MANY = ("ImportBatch", "Publish", "ErasePerson")
"""Kinds of command that hold no words about a single person."""
AT_ONCE = 500

PATIENT = (
    "This person has received care here, and records of care are kept. Only a prospect can be "
    "erased; restrict what was misfiled instead."
)
HELD = "This person is under a legal hold. Nothing was erased; ask who placed the hold."


@dataclass(slots=True)
class Plan:
    """Facts to blank, by table, and sentences on what stays."""

    blanked: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    kept: list[str] = field(default_factory=list)


def plan(session: Session, person: PersonId) -> Plan:
    """Finds all that is about this person alone.

    Raises Refused for a patient and for a person under a legal hold.
    """
    _require_erasable(session, person)
    found = Plan()
    numbers = _own_numbers(session, person)
    shared = _touchpoints(session, person, numbers, found)
    _of_person(session, person, numbers, found)
    _of_touchpoints(session, found)
    _about_facts(session, found)
    _commands(session, person, shared, found)
    _say_what_is_kept(session, person, len(shared), found)
    return found


def _require_erasable(session: Session, person: PersonId) -> None:
    held = exists().where(
        Hold.person_id == person,
        Hold.cause == HoldCause.LEGAL,
        not_void(Hold.id),
        not_closed(Hold.id),
    )
    if session.scalar(select(held)):
        raise Refused(HELD)
    link, event = TouchpointPerson, TouchpointEvent
    known_here = exists().where(
        Identifier.person_id == person, func.lower(Identifier.kind) == "mrn"
    )
    cared_for = exists().where(link.person_id == person, link.kind.in_(CARE))
    came = exists().where(
        link.person_id == person, event.touchpoint_id == link.touchpoint_id, event.kind.in_(CAME)
    )
    if session.scalar(select(or_(known_here, cared_for, came))):
        raise Refused(PATIENT)


def _own_numbers(session: Session, person: PersonId) -> list[str]:
    """Numbers and emails that nobody else on record has."""
    other = aliased(ContactPoint)
    elsewhere = exists().where(other.value == ContactPoint.value, other.person_id != person)
    return list(
        session.scalars(
            select(ContactPoint.value).where(ContactPoint.person_id == person, ~elsewhere)
        )
    )


def _touchpoints(session: Session, person: PersonId, numbers: list[str], found: Plan) -> set[UUID]:
    """Hers alone are found, and calls about nobody with a number of hers; gives the shared ones."""
    link, other = TouchpointPerson, aliased(TouchpointPerson)
    hers = select(link.touchpoint_id).where(link.person_id == person)
    of_others = exists().where(other.touchpoint_id == link.touchpoint_id, other.person_id != person)
    shared = set(session.scalars(hers.where(of_others)))
    found.blanked["touchpoint"] |= set(session.scalars(hers)) - shared
    nobody = ~exists().where(link.touchpoint_id == Call.id)
    by_number = select(Call.id).where(nobody, Call.phone.in_(numbers), Call.speaking_with.is_(None))
    found.blanked["touchpoint"] |= set(session.scalars(by_number))
    return shared


def _of_person(session: Session, person: PersonId, numbers: list[str], found: Plan) -> None:
    """Facts that name her, and those about nobody that name her number."""
    for table in _tables("person_id"):
        query = select(table.c.id).where(table.c.person_id == person)
        found.blanked[table.name] |= set(session.scalars(query))
    for named, column in ((Callback, Callback.phone), (ConsentEvent, ConsentEvent.contact)):
        query = select(named.id).where(named.person_id.is_(None), column.in_(numbers))
        found.blanked[named.__tablename__] |= set(session.scalars(query))


def _of_touchpoints(session: Session, found: Plan) -> None:
    """What belongs to her calls and messages."""
    hers = found.blanked["touchpoint"]
    found.blanked["call"] |= _ids(session, Call.id, Call.id, hers)
    found.blanked["touchpoint_event"] |= _ids(
        session, TouchpointEvent.id, TouchpointEvent.touchpoint_id, hers
    )
    found.blanked["disposition"] |= _ids(session, Disposition.id, Disposition.call_id, hers)
    found.blanked["answer"] |= _ids(
        session, Answer.id, Answer.disposition_id, found.blanked["disposition"]
    )
    found.blanked["verification"] |= _ids(session, Verification.id, Verification.call_id, hers)
    for table in _tables("person_id", "call_id"):
        nobody = table.c.person_id.is_(None)
        found.blanked[table.name] |= _ids(session, table.c.id, table.c.call_id, hers, nobody)


def _about_facts(session: Session, found: Plan) -> None:
    """Closures and voids of any of these."""
    facts = set().union(*found.blanked.values())
    for table in (Closure, Void):
        found.blanked[table.__tablename__] |= _ids(session, table.id, table.target_id, facts)


def _commands(session: Session, person: PersonId, shared: set[UUID], found: Plan) -> None:
    """The commands that brought all that, except those which brought something of another, too."""
    brought: set[UUID] = set()
    for name, ids in found.blanked.items():
        table = Shared.metadata.tables[name]
        brought |= _ids(session, table.c.command_id, table.c.id, ids)
    named = type_coerce(Command.payload, JSON)["person"].as_string() == str(person)
    brought |= set(session.scalars(select(Command.id).where(named)))
    many = _ids(session, Command.id, Command.id, brought, Command.kind.in_(OF_MANY))
    others = set[UUID]()
    for table in (*_tables("person_id"), TouchpointPerson.__table__):
        of_another = and_(table.c.person_id.is_not(None), table.c.person_id != person)
        others |= _ids(session, table.c.command_id, table.c.command_id, brought, of_another)
    others |= _ids(session, Touchpoint.command_id, Touchpoint.id, shared)
    found.blanked["command"] = brought - many - others
    if brought & others:
        found.kept.append(
            f"{len(brought & others)} entries of the journal that are about somebody else, too."
        )


def _say_what_is_kept(session: Session, person: PersonId, shared: int, found: Plan) -> None:
    if shared:
        found.kept.append(
            f"{shared} touchpoints shared with somebody else, whose record they are, too."
        )
    consents = found.blanked["consent_event"]
    revoked = and_(ConsentEvent.action == ConsentAction.REVOKED, ConsentEvent.contact.is_not(None))
    stops = _ids(session, ConsentEvent.id, ConsentEvent.id, consents, revoked)
    if stops:
        found.kept.append(
            f"{len(stops)} stop requests with the number that they stop, since a stop outlives the "
            "record (47 CFR 64.1200(d)(6))."
        )
    seen = _ids(session, Access.id, Access.person_id, {person})
    if seen:
        found.kept.append(
            f"{len(seen)} rows of who opened the record and why (45 CFR 164.316(b)(2))."
        )


def _tables(*columns: str) -> list[Any]:
    """Tables of facts with these columns beside id and command."""
    wanted = {"id", "command_id", *columns}
    return [table for table in Shared.metadata.sorted_tables if wanted <= set(table.c.keys())]


def _ids(
    session: Session, column: Any, by: Any, values: Iterable[UUID], *conditions: Any
) -> set[UUID]:
    """The ids in `column` of the rows whose `by` is among the values, some at a time."""
    listed, found = sorted(values), set[UUID]()
    for start in range(0, len(listed), AT_ONCE):
        some = by.in_(listed[start : start + AT_ONCE])
        found |= set(session.scalars(select(column).where(some, *conditions)))
    return found

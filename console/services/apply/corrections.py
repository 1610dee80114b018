"""Applying corrections of records, field by field: what collides is kept beside what was found.

A desk on a server has no right to change records: there `correct_record` of
security/corrections.sql does the same as this, from the command in the journal.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, insert, select, text, update
from sqlalchemy.orm import Session

from console.errors import BadInput
from console.models.commands import (
    AddContactPoint,
    AddRelationship,
    Change,
    ClosureFact,
    Command,
    CorrectPerson,
    RetireContactPoint,
)
from console.models.facts import FieldChange
from console.models.ids import FactId, derived_id
from console.models.records import ContactPoint, Person, Relationship
from console.models.terms import ClosureManner, OpenKind, RecordKind
from console.models.types import UtcTime
from console.rules.corrections import CORRECTABLE, Value, Verdict, verdict
from console.services import search_keys
from console.services.apply.erasing import ERASED
from console.services.apply.opens import insert_closures
from console.services.apply.rows import insert_once, insert_rows

DESK = "desk"
"""The source of what people who work here change; an import names its own."""

TABLES: dict[RecordKind, Any] = {
    RecordKind.PERSON: Person.__table__,
    RecordKind.CONTACT_POINT: ContactPoint.__table__,
    RecordKind.RELATIONSHIP: Relationship.__table__,
}
WHOSE = {
    RecordKind.PERSON: "id",
    RecordKind.CONTACT_POINT: "person_id",
    RecordKind.RELATIONSHIP: "other_id",
}
CORRECT = text("SELECT * FROM public.correct_record(:correction)").bindparams(
    bindparam("correction", type_=Uuid())
)

Correction = CorrectPerson | AddContactPoint | RetireContactPoint | AddRelationship


def correct_person(session: Session, command: Command, body: CorrectPerson) -> None:
    """The fields, each for itself, and the collisions that this decides."""
    _correct(session, command, body)
    insert_closures(session, command, [_settled(command, fact) for fact in body.settles])


def correct_record(session: Session, command: Command, body: Correction) -> None:
    _correct(session, command, body)


def _settled(command: Command, collision: FactId) -> ClosureFact:
    return ClosureFact(
        id=FactId(derived_id(command.id, "settled", str(collision))),
        target=collision,
        target_kind=OpenKind.COLLISION,
        manner=ClosureManner.DONE,
    )


def _correct(session: Session, command: Command, body: Correction) -> None:
    if session.get_bind().dialect.name == "postgresql":
        rows = session.execute(CORRECT, {"correction": command.id}).all()
        found_by = [(row.kind, row.value, row.raw) for row in rows]
        search_keys.put(session, body.person, found_by)
        return
    person = session.execute(select(Person.name).where(Person.id == body.person)).scalar()
    if person in (None, ERASED):
        return  # erased meanwhile: nothing of her comes back
    insert_rows(session, FieldChange, list(_history(session, command, body)))
    if isinstance(body, AddContactPoint):
        insert_once(session, ContactPoint, {**asdict(body.point), "person_id": body.person})
    elif isinstance(body, AddRelationship):
        insert_once(session, Relationship, _related(body))
    search_keys.index(session, [body.person])


def _history(session: Session, command: Command, body: Correction) -> Iterator[dict[str, Any]]:
    """Changes the fields, and gives a fact for each that was changed or held."""
    adds = isinstance(body, AddContactPoint | AddRelationship)
    for change in body.changes:
        if change.field not in CORRECTABLE[change.record]:
            raise BadInput("This field is not to be corrected.")
        there, found = _find(session, body, change)
        how = verdict(change, found, there=there)
        if adds and not there:
            how = Verdict.APPLIED  # what comes new collides with nothing
        elif how is Verdict.APPLIED:
            _set(session, change)
        if how is not Verdict.SAME:
            yield {
                "id": change.id,
                "command_id": command.id,
                "labels": frozenset(),
                "person_id": body.person,
                "record": change.record,
                "target_id": change.target,
                "field": change.field,
                "old": change.old,
                "new": change.new,
                "found": found if how is Verdict.HELD else None,
                "held": how is Verdict.HELD,
                "at": command.made_at,
                "by": command.author,
                "source": DESK,
                "call_id": body.call,
            }


def _find(session: Session, body: Correction, change: Change) -> tuple[bool, Value]:
    """Whether the record is there, and what its field says."""
    columns = TABLES[change.record].c
    whose = columns[WHOSE[change.record]] == body.person
    query = select(columns[change.field]).where(columns.id == change.target, whose)
    row = session.execute(query).first()
    return row is not None, plain(row[0]) if row else None


def _set(session: Session, change: Change) -> None:
    table = TABLES[change.record]
    column = table.c[change.field]
    values = {column.name: typed(column, change.new), "revision": table.c.revision + 1}
    session.execute(update(table).where(table.c.id == change.target).values(values))


def typed(column: Any, value: Any) -> Any:
    """What the history says, as its column has it."""
    if isinstance(value, str) and isinstance(column.type, UtcTime):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value


def plain(value: Any) -> Value:
    """A column's value as a command and the history have it."""
    return value.isoformat() if isinstance(value, date | datetime) else cast("Value", value)


def _related(body: AddRelationship) -> dict[str, Any]:
    new = body.relationship
    return {
        "id": new.id,
        "person_id": new.other,
        "other_id": body.person,
        "kind": new.kind,
        "authority": new.authority,
        "until": date.fromisoformat(new.until) if new.until else None,
    }


def note_wrong(session: Session, command: Command, points: tuple[UUID, ...]) -> None:
    """The history of numbers that a call marks as wrong; before they are marked."""
    columns = ContactPoint.__table__.c
    right = select(columns.id, columns.person_id).where(columns.id.in_(points), ~columns.wrong)
    rows = [
        {
            "id": derived_id(command.id, "wrong", str(row.id)),
            "command_id": command.id,
            "labels": frozenset[str](),
            "person_id": row.person_id,
            "record": RecordKind.CONTACT_POINT,
            "target_id": row.id,
            "field": "wrong",
            "old": False,
            "new": True,
            "found": None,
            "held": False,
            "at": command.made_at,
            "by": command.author,
            "source": DESK,
            "call_id": None,
        }
        for row in session.execute(right).all()
    ]
    if rows:
        session.execute(insert(FieldChange), rows)

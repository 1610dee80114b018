"""People whom an undone import had brought: who is in use by now, and taking back the others."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from console.models.commands import Command
from console.models.derived import JourneyState, SearchKey
from console.models.facts import FieldChange, TouchpointPerson
from console.models.metadata import Shared
from console.models.records import ContactPoint, Identifier, Person, Relationship, SourceRecord
from console.services.apply.corrections import DESK
from console.services.open_facts import not_void

OWN: tuple[Any, ...] = (ContactPoint, Identifier, Relationship, SearchKey, JourneyState)
"""What belongs to a person alone and goes with her."""

NO_NAME = "Name not known"
NOTHING_KNOWN: Mapping[str, Any] = {
    "name": NO_NAME,
    "given": "",
    "family": "",
    "other_names": [],
    "preferred_name": None,
    "birth_date": None,
    "sex": None,
    "language": None,
    "interpreter": False,
    "zone": None,
    "deceased": False,
    "deceased_at": None,
    "prefers": None,
    "no_voicemail": False,
}
"""What a person is who is told of by nothing but an id. Labels are kept: they only protect."""
Commands = Select[UUID]


def brought(session: Session, batch: UUID) -> set[UUID]:
    there = select(Person.id).where(Person.brought_by == batch, Person.withdrawn_at.is_(None))
    return set(session.scalars(there))


def of_import(session: Session, people: Collection[UUID], commands: Commands) -> set[UUID]:
    """Those of `people` whom this import had brought."""
    if not people:
        return set()
    own = select(Person.id).where(Person.id.in_(people), Person.brought_by.in_(commands))
    return set(session.scalars(own))


def in_use(session: Session, people: Collection[UUID], commands: Commands) -> set[UUID]:
    """Those of whom anything is known that does not come from these commands.

    A consent entry from them may stay, and so may an opened record: neither is a use.
    """
    if not people:
        return set()
    found = set(
        session.scalars(
            select(TouchpointPerson.person_id).where(
                TouchpointPerson.person_id.in_(people), not_void(TouchpointPerson.touchpoint_id)
            )
        )
    )
    for table in _facts():
        columns = table.c
        found |= set(
            session.scalars(
                select(columns.person_id).where(
                    columns.person_id.in_(people),
                    columns.command_id.not_in(commands),
                    not_void(columns.id),
                )
            )
        )
    for record in (ContactPoint, Identifier, Relationship):
        others = or_(record.brought_by.is_(None), record.brought_by.not_in(commands))
        query = select(record.person_id).where(record.person_id.in_(people), others)
        found |= set(session.scalars(query))
    changed = select(FieldChange.person_id).where(
        FieldChange.person_id.in_(people), FieldChange.source == DESK
    )
    told = select(SourceRecord.target_id).where(
        SourceRecord.target_id.in_(people), SourceRecord.command_id.not_in(commands)
    )
    return found | set(session.scalars(changed)) | set(session.scalars(told))


def _facts() -> list[Any]:
    """Tables of facts that name a person and their command, besides those looked at by name."""
    known = {TouchpointPerson.__table__, FieldChange.__table__}
    return [
        table
        for table in Shared.metadata.sorted_tables
        if {"person_id", "command_id", "id"} <= set(table.c.keys()) and table not in known
    ]


def withdraw(session: Session, people: Collection[UUID], command: Command) -> set[UUID]:
    """Takes people back; gives those of whom an empty record stays, since facts name it.

    Such a record is found by nothing, and filled again when an import brings the person again.
    """
    if not people:
        return set()
    session.execute(delete(Relationship).where(Relationship.other_id.in_(people)))
    for table in OWN:
        session.execute(delete(table).where(table.person_id.in_(people)))
    named = _named(session, people)
    session.execute(delete(Person).where(Person.id.in_(set(people) - named)))
    session.execute(
        update(Person)
        .where(Person.id.in_(named))
        .values({**NOTHING_KNOWN, "withdrawn_at": command.made_at, "revision": Person.revision + 1})
        .execution_options(synchronize_session=False)
    )
    return named


def _named(session: Session, people: Collection[UUID]) -> set[UUID]:
    """Those whom a fact names, which is never deleted."""
    person = Person.__table__
    found: set[UUID] = set()
    for table in Shared.metadata.sorted_tables:
        for column in table.c:
            if any(key.column.table is person for key in column.foreign_keys):
                found |= set(session.scalars(select(column).where(column.in_(people))))
    return found

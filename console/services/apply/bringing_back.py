"""Bringing back facts that an import had voided: facts are appended, so they come anew."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Session

from console.models.commands import Command
from console.models.facts import (
    Appointment,
    ConsentEvent,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
)
from console.models.ids import derived_id
from console.services.apply.rows import insert_rows


def bring_back(session: Session, command: Command, touchpoint: UUID, without: UUID) -> UUID:
    """The id of a copy with everything that belongs to it, but what the batch `without` said."""
    again = derived_id(command.id, "again", str(touchpoint))
    _copy(session, command, Touchpoint, "id", touchpoint, {"id": again})
    _copy(session, command, Appointment, "id", touchpoint, {"id": again})
    link = {"touchpoint_id": again}
    _copy(session, command, TouchpointPerson, "touchpoint_id", touchpoint, link)
    events = TouchpointEvent.__table__.c
    query = select(*events).where(events.touchpoint_id == touchpoint, events.command_id != without)
    rows = [
        {
            **row._mapping,
            **link,
            "id": derived_id(again, str(row.id)),
            "command_id": command.id,
        }
        for row in session.execute(query)
    ]
    insert_rows(session, TouchpointEvent, rows)
    return again


def bring_consent_back(session: Session, command: Command, consent: UUID) -> UUID:
    again = derived_id(command.id, "again", str(consent))
    _copy(session, command, ConsentEvent, "id", consent, {"id": again})
    return again


def _copy(
    session: Session,
    command: Command,
    table: type[DeclarativeBase],
    key: str,
    value: UUID,
    new: dict[str, Any],
) -> None:
    columns = table.__table__.c
    found = session.execute(select(*columns).where(columns[key] == value)).all()
    insert_rows(
        session, table, [{**row._mapping, **new, "command_id": command.id} for row in found]
    )

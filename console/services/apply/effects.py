"""Applying the effects of a disposition: each is a fact that the desk decided."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import Uuid, func, select, update
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import DeclarativeBase, Session

from console.models.commands import (
    AppointmentFact,
    Command,
    EnrollmentFact,
    LogDisposition,
    SendFact,
)
from console.models.facts import (
    Appointment,
    Callback,
    Complaint,
    Enrollment,
    HandOff,
    Hold,
    Promise,
    UnmetNeed,
)
from console.models.records import ContactPoint
from console.models.terms import Channel, Direction, EventKind, Part, TouchpointKind
from console.services.apply.consents import insert_consents
from console.services.apply.corrections import note_wrong
from console.services.apply.opens import insert_closures
from console.services.apply.rows import insert_rows, insert_touchpoint

SEND_KINDS = {
    Channel.TEXT: TouchpointKind.TEXT,
    Channel.EMAIL: TouchpointKind.EMAIL,
    Channel.MAIL: TouchpointKind.LETTER,
    Channel.PORTAL: TouchpointKind.PORTAL_MESSAGE,
}


def insert_effects(session: Session, command: Command, body: LogDisposition) -> None:
    effects = body.effects
    call = {"call_id": body.call.id}
    timed = {**call, "at": body.call.ended_at}
    insert_consents(session, command, effects.consents)
    insert_plain(session, command, Callback, effects.callbacks, call)
    insert_plain(session, command, Promise, effects.promises, call)
    insert_plain(session, command, UnmetNeed, effects.unmet_needs, timed)
    insert_plain(session, command, HandOff, effects.hand_offs, timed)
    insert_plain(session, command, Complaint, effects.complaints, timed)
    insert_plain(session, command, Hold, effects.holds, {"at": body.call.ended_at})
    insert_enrollments(session, command, effects.enrollments)
    insert_closures(session, command, effects.closures)
    for appointment in effects.appointments:
        insert_appointment(session, command, body, appointment)
    for send in effects.sends:
        insert_send(session, command, body, send)
    mark_wrong(session, command, body)


def insert_plain(
    session: Session,
    command: Command,
    table: type[DeclarativeBase],
    entries: Iterable[Any],
    more: dict[str, Any],
) -> None:
    """Facts whose fields are the table's columns, `person` apart."""
    insert_rows(
        session,
        table,
        (
            {
                **{
                    field.name: getattr(entry, field.name)
                    for field in fields(entry)
                    if field.name != "person"
                },
                **more,
                "person_id": entry.person,
                "command_id": command.id,
                "labels": frozenset(),
            }
            for entry in entries
        ),
    )


def insert_enrollments(
    session: Session, command: Command, enrollments: Iterable[EnrollmentFact]
) -> None:
    insert_plain(session, command, Enrollment, enrollments, {"at": command.made_at})


def insert_appointment(
    session: Session, command: Command, body: LogDisposition, entry: AppointmentFact
) -> None:
    insert_touchpoint(
        session,
        command,
        {
            "id": entry.id,
            "at": entry.at,
            "channel": Channel.VISIT,
            "direction": Direction.OUTBOUND,
            "kind": TouchpointKind.APPOINTMENT,
            "ref": entry.service,
            "title": entry.service,
            "summary": ", ".join(part for part in (entry.place, entry.with_whom) if part),
            "login": command.author,
            "campaign": body.journey or "",
            "labels": body.labels,
        },
        [(entry.person, Part.ABOUT)],
        zone=body.zone,
        events=[(EventKind.BOOKED, body.call.ended_at, "")],
    )
    insert_plain(session, command, Appointment, [entry], {})


def insert_send(session: Session, command: Command, body: LogDisposition, entry: SendFact) -> None:
    """A send is queued, and no more than that until a sender reports an event."""
    insert_touchpoint(
        session,
        command,
        {
            "id": entry.id,
            "at": entry.at,
            "channel": entry.channel,
            "direction": Direction.OUTBOUND,
            "kind": SEND_KINDS.get(entry.channel, TouchpointKind.OTHER),
            "ref": entry.content,
            "version": entry.version,
            "title": entry.title,
            "login": command.author,
            "campaign": body.journey or "",
            "outreach_class": entry.outreach_class,
            "labels": body.labels,
        },
        [(entry.person, Part.ABOUT)],
        zone=body.zone,
        events=[(EventKind.QUEUED, body.call.ended_at, "")],
    )


def mark_wrong(session: Session, command: Command, body: LogDisposition) -> None:
    """A number found wrong stays on record, marked: consent for it ends, finding by it does not."""
    wrong = body.effects.wrong_contacts
    if wrong and session.get_bind().dialect.name == "postgresql":
        # By a function, since whoever logged it may not see these people any more.
        points = array(wrong, type_=Uuid())
        session.execute(select(func.public.mark_wrong(points, command.id)))
    elif wrong:
        note_wrong(session, command, wrong)
        session.execute(
            update(ContactPoint)
            .where(ContactPoint.id.in_(wrong))
            .values(wrong=True, revision=ContactPoint.revision + 1)
        )

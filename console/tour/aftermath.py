"""What other systems did after the first call: her imported history, up to the second call."""

from datetime import datetime, timedelta

from console.models.commands import Command, ImportBatch
from console.models.facts import TouchpointEvent
from console.models.ids import CommandId, Login, PersonId, TouchpointId, uuid7
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    OutreachClass,
    Part,
    TouchpointKind,
)
from console.services.apply import apply
from console.services.apply.rows import insert_rows, insert_touchpoint
from console.services.database import Database


def happen(
    database: Database,
    person: PersonId,
    appointment: TouchpointId,
    confirmation: TouchpointId | None,
    visit_at: datetime,
    zone: str,
) -> None:
    """The confirmation is delivered, she comes, gets care instructions, her physician writes."""
    command = Command(
        id=CommandId(uuid7()),
        author=Login("import"),
        made_at=visit_at + timedelta(days=3),
        body=ImportBatch(source="ehr", place="tour"),
    )
    with database.transaction() as session:
        apply(session, command, command.made_at)
        events = [(appointment, EventKind.ATTENDED, visit_at + timedelta(minutes=4))]
        if confirmation is not None:
            sent = visit_at - timedelta(hours=20)
            events.append((confirmation, EventKind.SENT, sent))
            events.append((confirmation, EventKind.DELIVERED, sent + timedelta(seconds=4)))
        insert_rows(
            session,
            TouchpointEvent,
            (
                {
                    "id": uuid7(),
                    "touchpoint_id": touchpoint,
                    "kind": kind,
                    "at": at,
                    "ref": "",
                    "detail": "",
                    "command_id": command.id,
                    "labels": frozenset(),
                }
                for touchpoint, kind, at in events
            ),
        )
        for row, happened in _messages(visit_at):
            insert_touchpoint(
                session, command, row, [(person, Part.ABOUT)], zone=zone, events=happened
            )


def _messages(
    visit_at: datetime,
) -> list[tuple[dict[str, object], list[tuple[str, datetime, str]]]]:
    email, text = visit_at + timedelta(hours=3), visit_at + timedelta(hours=4)
    portal = visit_at + timedelta(days=2)
    care = {"direction": Direction.OUTBOUND, "outreach_class": OutreachClass.TREATMENT}
    return [
        (
            {
                **care,
                "id": uuid7(),
                "at": email,
                "channel": Channel.EMAIL,
                "kind": TouchpointKind.EMAIL,
                "ref": "flu-care-instructions-email",
                "title": "Getting well at home",
                "summary": "Rest, fluids, and when to call us.",
            },
            [
                (EventKind.SENT, email, ""),
                (EventKind.DELIVERED, email + timedelta(minutes=1), ""),
                (EventKind.OPENED, email + timedelta(minutes=50), ""),
            ],
        ),
        (
            {
                **care,
                "id": uuid7(),
                "at": text,
                "channel": Channel.TEXT,
                "kind": TouchpointKind.TEXT,
                "ref": "flu-care-instructions-text",
                "title": "Care instructions",
                "summary": "The same in short, with our number.",
            },
            [(EventKind.SENT, text, ""), (EventKind.DELIVERED, text + timedelta(seconds=5), "")],
        ),
        (
            {
                **care,
                "id": uuid7(),
                "at": portal,
                "channel": Channel.PORTAL,
                "kind": TouchpointKind.PORTAL_MESSAGE,
                "title": "From Dr. Ines Marlowe",
                "summary": "“Write to me here if the cough does not go.”",
                "by": "Dr. Ines Marlowe",
            },
            [(EventKind.SENT, portal, ""), (EventKind.READ, portal + timedelta(hours=5), "")],
        ),
    ]

"""Applying a logged call: the call, its disposition, the path through the script, the effects."""

from typing import Any

from sqlalchemy.orm import Session

from console.models.commands import AmendDisposition, Command, LogDisposition
from console.models.facts import Answer, Call, Disposition, TouchpointEvent, Verification, Void
from console.models.ids import derived_id
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    OutreachClass,
    Part,
    TouchpointKind,
)
from console.services.apply.effects import insert_effects
from console.services.apply.rows import insert_rows, insert_touchpoint, local_day


def log_disposition(session: Session, command: Command, body: LogDisposition) -> None:
    """The call becomes a touchpoint of everybody it is about, with its outcome as an event."""
    insert_call(session, command, body)
    insert_disposition(session, command, body)
    insert_effects(session, command, body)


def amend_disposition(session: Session, command: Command, body: AmendDisposition) -> None:
    """Voids what the amendment names and brings the new disposition of the same call."""
    common = {"command_id": command.id, "labels": frozenset[str]()}
    insert_rows(
        session,
        Void,
        (
            {
                **common,
                "id": derived_id(command.id, "void", str(target)),
                "target_id": target,
                "reason": body.why,
                "at": command.made_at,
            }
            for target in body.voids
        ),
    )
    insert_disposition(session, command, body.disposition, amends=body.amends)
    insert_rows(session, TouchpointEvent, [outcome_event(command, body.disposition)])
    insert_effects(session, command, body.disposition)


def insert_call(session: Session, command: Command, body: LogDisposition) -> None:
    call = body.call
    people = dict.fromkeys(call.about, Part.ABOUT)
    if call.speaking_with:
        people.setdefault(call.speaking_with, Part.SPEAKING)
    insert_touchpoint(
        session,
        command,
        {
            "id": call.id,
            "at": call.started_at,
            "channel": Channel.CALL,
            "direction": call.direction,
            "kind": TouchpointKind.CALL,
            "login": command.author,
            "campaign": body.journey or "",
            "outreach_class": outreach_class(body),
            "labels": body.labels,
        },
        list(people.items()),
        zone=body.zone,
        events=[(EventKind.ANSWERED, call.answered_at, "")] if call.answered_at else (),
    )
    insert_rows(session, TouchpointEvent, [outcome_event(command, body)])
    insert_rows(
        session,
        Call,
        [
            {
                "id": call.id,
                "command_id": command.id,
                "labels": body.labels,
                "direction": call.direction,
                "phone": call.phone,
                "line": call.line,
                "started_at": call.started_at,
                "answered_at": call.answered_at,
                "ended_at": call.ended_at,
                "hold_seconds": call.hold_seconds,
                "wrap_up_seconds": call.wrap_up_seconds,
                "speaking_with": call.speaking_with,
                "login": command.author,
            }
        ],
    )


def outreach_class(body: LogDisposition) -> OutreachClass | None:
    """Who rings us gets no outreach; whom we call by hand gets treatment, as asked when dialing."""
    outbound = body.call.direction is Direction.OUTBOUND
    return OutreachClass.TREATMENT if outbound else None


def outcome_event(command: Command, body: LogDisposition) -> dict[str, Any]:
    """The outcome as an event of the call; it has the disposition's id, to be voided with it."""
    return {
        "id": body.disposition,
        "touchpoint_id": body.call.id,
        "at": body.call.ended_at,
        "kind": EventKind.OUTCOME,
        "ref": body.code,
        "detail": body.reason or "",
        "command_id": command.id,
        "labels": body.labels,
    }


def insert_disposition(
    session: Session, command: Command, body: LogDisposition, *, amends: Any = None
) -> None:
    common = {"command_id": command.id, "labels": body.labels}
    insert_rows(
        session,
        Disposition,
        [
            {
                **common,
                "id": body.disposition,
                "call_id": body.call.id,
                "at": body.call.ended_at,
                "day": local_day(body.call.ended_at, body.zone),
                "login": command.author,
                "code": body.code,
                "reason": body.reason,
                "notes": body.notes,
                "journey": body.journey,
                "stage": body.stage,
                "script": body.script,
                "versions": body.versions,
                "amends": amends,
            }
        ],
    )
    insert_rows(
        session,
        Answer,
        (
            {
                **common,
                "id": step.id,
                "disposition_id": body.disposition,
                "seq": seq,
                "step": step.step,
                "kind": step.kind,
                "question": step.question,
                "value": step.value,
                "reason": step.reason,
                "at": step.at,
            }
            for seq, step in enumerate(body.path)
        ),
    )
    insert_rows(
        session,
        Verification,
        (
            {
                **common,
                "id": entry.id,
                "call_id": body.call.id,
                "person_id": entry.person,
                "state": entry.state,
                "matched": list(entry.matched),
                "authority": entry.authority,
                "scope": entry.scope,
                "until": entry.until,
                "at": entry.at,
            }
            for entry in body.verification
        ),
    )

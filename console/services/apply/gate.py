"""The gate of exactly-once: a command counts when its journal row goes in, and never again."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import String, select, text
from sqlalchemy.orm import Session

from console.errors import BadInput, Refused
from console.models.commands import (
    BODIES,
    AddContactPoint,
    AddPerson,
    AddRelationship,
    AmendDisposition,
    BeginImport,
    Body,
    ChangeReadiness,
    CloseOpen,
    Command,
    CorrectPerson,
    DiscardEntry,
    EndImport,
    ErasePerson,
    ImportBatch,
    LiftStop,
    LogDisposition,
    PlaceHold,
    Publish,
    RequestStop,
    RestrictFacts,
    RetireContactPoint,
    UndoBatch,
)
from console.models.facts import Command as Journal
from console.models.types import Json
from console.services import codec
from console.services.apply.calls import amend_disposition, log_disposition
from console.services.apply.consents import lift_stop, request_stop
from console.services.apply.corrections import correct_person, correct_record
from console.services.apply.erasing import erase_person
from console.services.apply.holding import place_hold, restrict_facts
from console.services.apply.importing import begin_import, end_import, import_batch
from console.services.apply.opens import close_open
from console.services.apply.people import add_person
from console.services.apply.publishing import publish
from console.services.apply.readiness import change_readiness
from console.services.apply.rows import insert_once
from console.services.apply.undoing import undo_batch


class Applied(Enum):
    """NOW: this call changed the database. ALREADY: an earlier one had, with the same content."""

    NOW = "now"
    ALREADY = "already"


class Conflict(Refused):
    """A command's id stands in the journal with other content."""

    title = "Already logged differently"


def nothing_more(_session: Session, _command: Command, _body: DiscardEntry) -> None:
    """Of an entry given up the journal's row is all that shall be known."""


OWN = text("SELECT kind, payload FROM public.own_command(:wanted)").columns(
    kind=String(), payload=Json()
)

HANDLERS: dict[type[Any], Callable[[Session, Command, Any], None]] = {
    LogDisposition: log_disposition,
    AmendDisposition: amend_disposition,
    RequestStop: request_stop,
    LiftStop: lift_stop,
    AddPerson: add_person,
    CorrectPerson: correct_person,
    AddContactPoint: correct_record,
    RetireContactPoint: correct_record,
    AddRelationship: correct_record,
    CloseOpen: close_open,
    PlaceHold: place_hold,
    RestrictFacts: restrict_facts,
    ErasePerson: erase_person,
    Publish: publish,
    BeginImport: begin_import,
    ImportBatch: import_batch,
    UndoBatch: undo_batch,
    EndImport: end_import,
    DiscardEntry: nothing_more,
    ChangeReadiness: change_readiness,
}


def seal(command: Command) -> tuple[dict[str, Any], str]:
    """The payload of a command and its hash, as outbox and journal keep them.

    Raises BadInput for text that no server keeps, here and not only when it is sent.
    """
    payload = codec.dump(command.body)
    content = codec.canonical(payload)
    codec.refuse_null(content)
    return payload, codec.sha(content)


def body_of(kind: str, payload: Any) -> Body:
    """The body that was sealed; raises BadInput for a kind or shape this program doesn't know."""
    if kind not in BODIES:
        raise BadInput(f"The command kind {kind} is not known to this release. Update the console.")
    body: Body = codec.load(BODIES[kind], payload)
    return body


def apply(
    session: Session,
    command: Command,
    received_at: datetime,
    sealed: tuple[dict[str, Any], str] | None = None,
) -> Applied:
    """Inserts what `command` brings, unless it is there already.

    Runs inside the caller's transaction. `sealed`: payload and hash as an outbox kept them, since a
    later release may seal the same command otherwise. Raises Conflict when the id stands with other
    content, or can't be read back (then it isn't ours to see, and nothing of ours was stored).
    """
    payload, payload_sha = sealed or seal(command)
    row = {
        "id": command.id,
        "kind": command.kind,
        "author": command.author,
        "made_at": command.made_at,
        "received_at": received_at,
        "payload": payload,
        "sha": payload_sha,
    }
    if insert_once(session, Journal, row):
        HANDLERS[type(command.body)](session, command, command.body)
        return Applied.NOW
    if journal_sha(session, command.id) != payload_sha:
        raise Conflict("This entry's id stands in the shared database with other content.")
    return Applied.ALREADY


def journal_body(session: Session, command_id: UUID) -> Body | None:
    """The body that stands in the journal under this id, if any; on a server only one's own."""
    statement: Any = select(Journal.kind, Journal.payload).where(Journal.id == command_id)
    if session.get_bind().dialect.name == "postgresql":  # a desk may not read what others logged
        statement = OWN.bindparams(wanted=command_id)
    row = session.execute(statement).first()
    return body_of(row.kind, row.payload) if row else None


def journal_sha(session: Session, command_id: UUID) -> str | None:
    return session.execute(select(Journal.sha).where(Journal.id == command_id)).scalar()

"""Applying entries of the consent ledger."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from console.models.commands import Command, ConsentFact, LiftStop, RequestStop
from console.models.facts import ConsentEvent
from console.services.apply.rows import insert_rows


def request_stop(session: Session, command: Command, body: RequestStop) -> None:
    insert_consents(session, command, body.consents)


def lift_stop(session: Session, command: Command, body: LiftStop) -> None:
    insert_consents(session, command, body.consents)


def insert_consents(session: Session, command: Command, consents: Iterable[ConsentFact]) -> None:
    insert_rows(
        session,
        ConsentEvent,
        (
            {
                "id": entry.id,
                "command_id": command.id,
                "labels": frozenset(),
                "person_id": entry.person,
                "contact": entry.contact,
                "channel": entry.channel,
                "purpose": entry.purpose,
                "action": entry.action,
                "form": entry.form,
                "scope": entry.scope,
                "lifts": [str(lifted) for lifted in entry.lifts],
                "at": entry.at,
                "by": command.author,
                "evidence": entry.evidence,
                "reason": entry.reason,
            }
            for entry in consents
        ),
    )

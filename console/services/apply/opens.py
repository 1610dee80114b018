"""Applying closures: what stood open is done, kept, answered or cancelled."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from console.models.commands import CloseOpen, ClosureFact, Command
from console.models.facts import Closure
from console.services.apply.rows import insert_rows


def close_open(session: Session, command: Command, body: CloseOpen) -> None:
    insert_closures(session, command, body.closures)


def insert_closures(session: Session, command: Command, closures: Iterable[ClosureFact]) -> None:
    insert_rows(
        session,
        Closure,
        (
            {
                "id": entry.id,
                "command_id": command.id,
                "labels": frozenset(),
                "target_id": entry.target,
                "target_kind": entry.target_kind,
                "manner": entry.manner,
                "at": command.made_at,
                "note": entry.note,
            }
            for entry in closures
        ),
    )

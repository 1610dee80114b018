"""Applying what a rep said of herself: that she takes calls, or does not."""

from sqlalchemy.orm import Session

from console.models.commands import ChangeReadiness, Command
from console.models.facts import ReadyState
from console.services.apply.rows import insert_rows


def change_readiness(session: Session, command: Command, body: ChangeReadiness) -> None:
    row = {
        "id": body.id,
        "command_id": command.id,
        "labels": frozenset(),
        "login": command.author,
        "at": command.made_at,
        "state": body.state,
        "reason": body.reason,
    }
    insert_rows(session, ReadyState, [row])

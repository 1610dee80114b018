"""Applying holds that are placed outside a call, and restrictions of misfiled facts."""

from sqlalchemy.orm import Session

from console.models.commands import Command, PlaceHold, RestrictFacts
from console.models.facts import Hold, Void
from console.models.ids import derived_id
from console.services.apply.effects import insert_plain
from console.services.apply.rows import insert_rows


def place_hold(session: Session, command: Command, body: PlaceHold) -> None:
    insert_plain(session, command, Hold, [body.hold], {"at": command.made_at})


def restrict_facts(session: Session, command: Command, body: RestrictFacts) -> None:
    """A restricted fact is skipped like a voided one, by every reader there is."""
    insert_rows(
        session,
        Void,
        (
            {
                "id": derived_id(command.id, "restrict", str(target)),
                "command_id": command.id,
                "labels": frozenset(),
                "target_id": target,
                "reason": body.why,
                "at": command.made_at,
                "restricts": True,
            }
            for target in body.facts
        ),
    )

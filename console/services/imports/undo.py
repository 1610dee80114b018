"""Undoing an import, batch by batch from its last to its first, each in one transaction."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.errors import NotFound, Refused
from console.models.commands import Command, UndoBatch
from console.models.ids import CommandId, Login, derived_id
from console.models.imports import ImportPart, ImportRun
from console.models.terms import ImportState
from console.services.apply.gate import apply
from console.services.database import Database
from console.services.imports import ledger
from console.services.imports.batch import take_write_lock

Progress = Callable[[int, int], None]


def undo(
    database: Database,
    entry: CommandId,
    *,
    author: Login,
    now: datetime,
    stops: bool = False,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Takes an import back; what was changed since, or told by another one, stays.

    Counts: `facts` voided, `fields` and `people` taken back, `left` as somebody else has to do
    with them by now, `stops_kept`: revocations, which stay unless `stops` is given. Killed on the
    way, the same call goes on. `progress` is told batches done, and of how many.

    Raises NotFound for an import that is not on record, Refused for one that was undone.
    """
    with database.transaction() as session:
        batches = _begin(session, entry, author, now)
    for number, batch in enumerate(batches):
        if progress:
            progress(number, len(batches))
        with database.transaction() as session:
            take_write_lock(session)
            body = UndoBatch(
                part_of=entry, batch=CommandId(batch), seq=len(batches) + number, stops=stops
            )
            command_id = CommandId(derived_id(entry, "undo", str(batch)))
            command = Command(id=command_id, author=author, made_at=now, body=body)
            apply(session, command, now)
    with database.transaction() as session:
        counts = undone(session, entry)
        ledger.end(session, author, now, entry, ImportState.UNDONE, counts)
    if progress:
        progress(len(batches), len(batches))
    return counts


def _begin(session: Session, entry: CommandId, author: Login, now: datetime) -> list[UUID]:
    """The batches that are not undone yet, from the last one."""
    if session.get(ImportRun, entry) is None:
        raise NotFound("There is no such import on record.")
    state = ledger.state_of(session, entry)
    if state is ImportState.UNDONE:
        raise Refused("This import was undone already.")
    if state is not ImportState.UNDOING:
        ledger.end(session, author, now, entry, ImportState.UNDOING, {})
    parts = session.execute(
        select(ImportPart.command_id, ImportPart.undoes)
        .where(ImportPart.import_id == entry)
        .order_by(ImportPart.seq.desc())
    ).all()
    done = {part.undoes for part in parts}
    return [part.command_id for part in parts if not part.undoes and part.command_id not in done]


def undone(session: Session, entry: UUID) -> dict[str, int]:
    """What became of an import that was undone, as far as that went."""
    counts: Counter[str] = Counter()
    undoings = select(ImportPart.counts).where(
        ImportPart.import_id == entry, ImportPart.undoes.is_not(None)
    )
    for found in session.scalars(undoings):
        counts.update(found)
    return dict(counts)

"""The record that an import keeps of itself in the shared database, and going on with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from console.models.commands import BeginImport, Command, EndImport
from console.models.facts import FieldChange, TouchpointPerson
from console.models.ids import CommandId, Login, uuid7
from console.models.imports import ImportEnd, ImportPart, ImportRun
from console.models.records import ContactPoint, Person
from console.models.terms import ImportState
from console.services.apply.gate import apply
from console.services.imports.report import Tally
from console.services.imports.sources import Source

GOES_ON = (ImportState.OPEN, ImportState.PAUSED)


@dataclass(frozen=True, slots=True)
class Entry:
    """The record of one import while it runs; `commands` are those of its batches so far."""

    id: CommandId
    commands: set[UUID] = field(default_factory=set)
    went_on: bool = False


NO_ENTRY = Entry(CommandId(UUID(int=0)))
"""Before the import has begun."""


def mark_of(sources: Sequence[Source], format_: str, mapping: str) -> str:
    """One text for the same files, unchanged, read in the same way; it tells nothing of them."""
    parts = [format_, mapping]
    for source in sources:
        changed = source.path.stat().st_mtime_ns
        parts.append(f"{source.path.resolve()} {source.size} {changed}")
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()


def begin(session: Session, author: Login, now: datetime, body: BeginImport, tally: Tally) -> Entry:
    """A new import; or the last one of the same files, where it never came to its end.

    What that one brought counts in `tally` from the beginning.
    """
    last = session.scalars(
        select(ImportRun.id).where(ImportRun.mark == body.mark).order_by(ImportRun.at.desc())
    ).first()
    if last and state_of(session, last) in GOES_ON:
        tally.take_up(*_brought(session, last))
        commands = set(session.scalars(of_import(last)))
        return Entry(CommandId(last), commands, went_on=True)
    command = Command(id=CommandId(uuid7()), author=author, made_at=now, body=body)
    apply(session, command, now)
    return Entry(command.id)


def end(
    session: Session,
    author: Login,
    now: datetime,
    entry: CommandId,
    state: ImportState,
    counts: dict[str, Any],
) -> None:
    earlier = select(func.count()).where(ImportEnd.import_id == entry)
    seq = session.scalar(earlier) or 0
    body = EndImport(part_of=entry, seq=seq, state=state, counts=counts)
    apply(session, Command(id=CommandId(uuid7()), author=author, made_at=now, body=body), now)


def state_of(session: Session, entry: UUID) -> ImportState:
    """How far it is by what it said last; OPEN when it never did."""
    last = session.scalars(
        select(ImportEnd.state).where(ImportEnd.import_id == entry).order_by(ImportEnd.seq.desc())
    ).first()
    return ImportState(last) if last else ImportState.OPEN


def of_import(entry: UUID) -> Select[UUID]:
    """The commands of its batches, and of what was undone of them."""
    return select(ImportPart.command_id).where(ImportPart.import_id == entry)


def _brought(session: Session, entry: UUID) -> tuple[set[UUID], set[UUID], int]:
    """People created and updated so far, and how many touchpoints."""
    commands = of_import(entry)
    created = session.scalars(select(Person.id).where(Person.brought_by.in_(commands)))
    changed = session.scalars(
        select(FieldChange.person_id).where(FieldChange.command_id.in_(commands))
    )
    added = session.scalars(
        select(ContactPoint.person_id).where(ContactPoint.brought_by.in_(commands))
    )
    links = TouchpointPerson
    touchpoints = select(func.count(links.touchpoint_id.distinct())).where(
        links.command_id.in_(commands)
    )
    return set(created), set(changed) | set(added), session.scalar(touchpoints) or 0

"""Restriction of misfiled facts: which facts go with one, and what is restricted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.errors import NotFound
from console.models.facts import Command, Disposition, TouchpointEvent, Void
from console.models.ids import FactId
from console.models.metadata import Shared

STAYS = ("consent_event", "hold", "closure", "void", "command", "access", "audit_event")
"""What somebody asked for stays in force, wherever it was filed; the rest is no one's record."""


@dataclass(frozen=True, slots=True)
class Restricted:
    """A restricted fact, by whom, when and why. What it says is not repeated."""

    fact: FactId
    kind: str
    by: str
    at: datetime
    why: str


def goes_with(session: Session, fact: UUID) -> tuple[FactId, ...]:
    """A fact and all that would tell of it: with a call its outcome, answers and effects.

    Raises NotFound when there is no such fact.
    """
    calls = select(Disposition).where((Disposition.call_id == fact) | (Disposition.id == fact))
    logged = list(session.scalars(calls))
    found = {fact, *(entry.call_id for entry in logged), *(entry.id for entry in logged)}
    commands = {entry.command_id for entry in logged}
    for table in _tables():
        found |= set(session.scalars(select(table.c.id).where(table.c.command_id.in_(commands))))
    events = select(TouchpointEvent.id).where(TouchpointEvent.touchpoint_id.in_(found))
    found |= set(session.scalars(events))
    if not _kind(session, fact):
        raise NotFound("There is no such fact on record. Take its id from the timeline.")
    return tuple(FactId(each) for each in sorted(found))


def listed(session: Session) -> tuple[Restricted, ...]:
    """Everything restricted, newest first."""
    rows = session.execute(
        select(Void.target_id, Void.at, Void.reason, Command.author)
        .join(Command, Command.id == Void.command_id)
        .where(Void.restricts)
        .order_by(Void.at.desc(), Void.target_id)
    )
    return tuple(
        Restricted(FactId(row.target_id), _kind(session, row.target_id), row.author, row.at,
                   row.reason)
        for row in rows
    )  # fmt: skip


def _kind(session: Session, fact: UUID) -> str:
    """The name of the table that a fact lies in; empty when there is none."""
    for table in _tables():
        if session.scalar(select(table.c.id).where(table.c.id == fact)):
            return str(table.name)
    return ""


def _tables() -> list[Any]:
    return [
        table
        for table in Shared.metadata.sorted_tables
        if {"id", "command_id"} <= set(table.c.keys()) and table.name not in STAYS
    ]

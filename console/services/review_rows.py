"""Rows that a reviewed call is made of: the disposition with its call, people, checks, path."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from console.models.facts import (
    Answer,
    Call,
    Closure,
    Command,
    Disposition,
    TouchpointPerson,
    Verification,
)
from console.models.ids import PersonId
from console.models.records import Person, Staff
from console.models.terms import OpenKind, Part
from console.models.views import PathView, VerificationView
from console.services.open_facts import not_void

First, Theirs, Other = aliased(Command), aliased(Closure), aliased(Disposition)


@dataclass(frozen=True, slots=True)
class Logged:
    """A disposition with its call, as both the list and the detail need it."""

    id: UUID
    command_id: UUID
    call_id: UUID
    at: datetime
    login: str
    rep: str
    code: str
    reason: str | None
    notes: str
    journey: str | None
    stage: str | None
    script: str | None
    versions: dict[str, int]
    amended: bool
    direction: str
    phone: str | None
    started_at: datetime
    answered_at: datetime | None
    ended_at: datetime
    hold_seconds: int
    wrap_up_seconds: int
    speaking_with: UUID | None
    people: tuple[tuple[PersonId, str], ...]

    @property
    def about(self) -> tuple[UUID, ...]:
        return tuple(person for person, _ in self.people)

    @property
    def talk_seconds(self) -> int:
        if self.answered_at is None:
            return 0
        talked = (self.ended_at - self.answered_at).total_seconds() - self.hold_seconds
        return max(int(talked), 0)


def select_logged() -> Select[Any]:
    """Dispositions with their calls, newest first."""
    return (
        select(
            Disposition.__table__,
            func.coalesce(Staff.name, Disposition.login).label("rep"),
            Call.direction,
            Call.phone,
            Call.started_at,
            Call.answered_at,
            Call.ended_at,
            Call.hold_seconds,
            Call.wrap_up_seconds,
            Call.speaking_with,
        )
        .join(Call, Call.id == Disposition.call_id)
        .outerjoin(Staff, Staff.login == Disposition.login)
        .order_by(Disposition.at.desc(), Disposition.id.desc())
    )


def read_logged(session: Session, statement: Select[Any]) -> list[Logged]:
    """What a statement of `select_logged` finds, with the names of whom each call was about."""
    rows = list(session.execute(statement))
    people = _people(session, [row.call_id for row in rows])
    return [
        Logged(
            **{
                name: getattr(row, name)
                for name in Logged.__dataclass_fields__
                if name not in ("people", "amended")
            },
            amended=row.amends is not None,
            people=tuple(people[row.call_id]),
        )
        for row in rows
    ]


def _people(session: Session, calls: Sequence[UUID]) -> dict[UUID, list[tuple[PersonId, str]]]:
    link = TouchpointPerson
    rows = session.execute(
        select(link.touchpoint_id, Person.id, Person.name)
        .join(Person, Person.id == link.person_id)
        .where(link.touchpoint_id.in_(calls), link.part == Part.ABOUT)
        .order_by(Person.name, Person.id)
    )
    found: dict[UUID, list[tuple[PersonId, str]]] = defaultdict(list)
    for row in rows:
        found[row.touchpoint_id].append((PersonId(row.id), row.name))
    return found


def read_missed(session: Session, entries: Sequence[Logged]) -> set[UUID]:
    """The dispositions of these with a required statement that was not read."""
    statement = select(Answer.disposition_id).where(
        Answer.disposition_id.in_([entry.id for entry in entries]), Answer.kind == "missed"
    )
    return set(session.scalars(statement))


def read_second_contacts(session: Session, entries: Sequence[Logged]) -> set[UUID]:
    """The dispositions of these whose callback another call had closed when they came in.

    A rep worked on it after the claim had run out, offline perhaps. Both calls count and stay, the
    callback is done once; whoever came in later is the second, whenever it was made.
    """
    earlier = (First.received_at < Command.received_at) | (
        (First.received_at == Command.received_at) & (First.id < Command.id)
    )
    statement = (
        select(Disposition.id)
        .join(Command, Command.id == Disposition.command_id)
        .join(Closure, Closure.command_id == Disposition.command_id)
        .join(Theirs, Theirs.target_id == Closure.target_id)
        .join(Other, Other.command_id == Theirs.command_id)
        .join(First, First.id == Theirs.command_id)
        .where(
            Disposition.id.in_([entry.id for entry in entries]),
            Closure.target_kind == OpenKind.CALLBACK,
            Other.call_id != Disposition.call_id,
            earlier,
            not_void(Closure.id),
            not_void(Theirs.id),
        )
    )
    return set(session.scalars(statement))


def read_verification(session: Session, call: UUID) -> tuple[VerificationView, ...]:
    """What was matched on a call, in order."""
    rows = session.execute(
        select(Verification.__table__, Person.name)
        .join(Person, Person.id == Verification.person_id)
        .where(Verification.call_id == call, not_void(Verification.id))
        .order_by(Verification.at)
    )
    return tuple(
        VerificationView(
            person=PersonId(row.person_id),
            name=row.name,
            state=row.state,
            matched=tuple(row.matched),
            authority=row.authority,
            at=row.at,
        )
        for row in rows
    )


def read_path(session: Session, disposition: UUID) -> tuple[PathView, ...]:
    """The path through the script, in order."""
    steps = session.scalars(
        select(Answer).where(Answer.disposition_id == disposition).order_by(Answer.seq)
    )
    return tuple(
        PathView(
            step=step.step,
            kind=step.kind,
            question=step.question,
            value=step.value,
            reason=step.reason,
            at=step.at,
        )
        for step in steps
    )

"""What stands open: callbacks, promises, inquiries and the like that no closure names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, exists, false, literal, null, select, union_all
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import CompoundSelect, Select

from console.models.facts import (
    Callback,
    Closure,
    Command,
    Complaint,
    HandOff,
    Hold,
    Inquiry,
    Promise,
    UnmetNeed,
    Void,
)
from console.models.ids import FactId, PersonId, TouchpointId
from console.models.person_facts import HoldEntry, OpenEntry
from console.models.terms import HoldCause, OpenKind
from console.models.types import UtcTime
from console.models.views import HoldView, OpenView
from console.services.statements import PEOPLE, rows

# Made once: an alias takes longer to make than all the rest of a statement.
CLOSING, VOIDED = aliased(Closure), aliased(Void)


@dataclass(frozen=True, slots=True)
class OpenFact:
    """One open fact with all that rules and screens take of it."""

    id: FactId
    kind: OpenKind
    at: datetime
    due_at: datetime | None
    what: str
    owner: str | None
    touchpoint: TouchpointId | None
    asked_for: bool

    def entry(self) -> OpenEntry:
        return OpenEntry(
            id=self.id,
            at=self.at,
            kind=self.kind,
            due_at=self.due_at,
            what=self.what,
            touchpoint=self.touchpoint,
            asked_for=self.asked_for,
        )

    def view(self) -> OpenView:
        return OpenView(
            id=self.id,
            kind=self.kind,
            at=self.at,
            due_at=self.due_at,
            what=self.what,
            owner=self.owner,
            touchpoint=self.touchpoint,
        )


def not_void(fact: Any) -> ColumnElement[bool]:
    """That no void names the fact with this id column."""
    return ~exists().where(Void.target_id == fact)


def not_closed(fact: Any) -> ColumnElement[bool]:
    """That no closure which itself still counts names the fact with this id column."""
    return ~exists().where(
        CLOSING.target_id == fact, ~exists().where(VOIDED.target_id == CLOSING.id)
    )


HOLDS = (
    select(Hold.id, Hold.cause, Hold.provisional, Hold.at, Hold.note)
    .where(
        Hold.person_id.in_(PEOPLE),
        Hold.cause != HoldCause.LEGAL,  # it stops erasure, which is no matter of a call
        not_void(Hold.id),
        not_closed(Hold.id),
    )
    .order_by(Hold.at, Hold.id)
)


def read_open(session: Session, people: frozenset[PersonId]) -> tuple[OpenFact, ...]:
    """Everything open of these people, holds apart, oldest first."""
    found = (_open_fact(row) for row in rows(session, _everything_open(), people=[*people]))
    return tuple(sorted(found, key=lambda fact: (fact.at, fact.id.int)))


def read_holds(session: Session, people: frozenset[PersonId]) -> tuple[HoldView, ...]:
    """Holds in force, oldest first."""
    return tuple(
        HoldView(
            id=FactId(row.id),
            cause=HoldCause(row.cause),
            provisional=row.provisional,
            at=row.at,
            note=row.note,
        )
        for row in rows(session, HOLDS, people=[*people])
    )


def hold_entries(holds: Iterable[HoldView]) -> tuple[HoldEntry, ...]:
    return tuple(
        HoldEntry(id=hold.id, at=hold.at, cause=hold.cause, provisional=hold.provisional)
        for hold in holds
    )


@cache
def _everything_open() -> CompoundSelect[Any]:
    """One select a kind, all of the same columns; what has no time of its own has its command's."""
    nobody, never = null().cast(String), null().cast(UtcTime())
    made_at = select(Command.made_at).where
    callback_at = made_at(Command.id == Callback.command_id).scalar_subquery()
    promise_at = made_at(Command.id == Promise.command_id).scalar_subquery()
    return union_all(
        _part(
            OpenKind.CALLBACK,
            Callback,
            (callback_at, Callback.due_at, Callback.note, Callback.owner, Callback.call_id),
            Callback.asked_for,
        ),
        _part(
            OpenKind.PROMISE,
            Promise,
            (promise_at, Promise.due_at, Promise.what, Promise.owner, Promise.call_id),
        ),
        _part(
            OpenKind.INQUIRY,
            Inquiry,
            (Inquiry.at, Inquiry.due_at, Inquiry.question, Inquiry.owner, Inquiry.touchpoint_id),
        ),
        _part(
            OpenKind.UNMET_NEED,
            UnmetNeed,
            (UnmetNeed.at, never, UnmetNeed.what, nobody, UnmetNeed.call_id),
        ),
        _part(
            OpenKind.HAND_OFF,
            HandOff,
            (HandOff.at, HandOff.due_at, HandOff.what, HandOff.to, HandOff.call_id),
        ),
        _part(
            OpenKind.COMPLAINT,
            Complaint,
            (Complaint.at, never, Complaint.what, nobody, Complaint.call_id),
        ),
    )


def _part(
    kind: OpenKind,
    table: Any,
    columns: tuple[Any, ...],
    asked_for: Any = None,
) -> Select[Any]:
    at, due_at, what, owner, touchpoint = columns
    return select(
        table.id.label("id"),
        literal(kind.value).label("kind"),
        at.label("at"),
        due_at.label("due_at"),
        what.label("what"),
        owner.label("owner"),
        touchpoint.label("touchpoint"),
        (false() if asked_for is None else asked_for).label("asked_for"),
    ).where(table.person_id.in_(PEOPLE), not_void(table.id), not_closed(table.id))


def _open_fact(row: Any) -> OpenFact:
    touchpoint: UUID | None = row.touchpoint
    return OpenFact(
        id=FactId(row.id),
        kind=OpenKind(row.kind),
        at=row.at,
        due_at=row.due_at,
        what=row.what,
        owner=row.owner,
        touchpoint=TouchpointId(touchpoint) if touchpoint else None,
        asked_for=bool(row.asked_for),
    )

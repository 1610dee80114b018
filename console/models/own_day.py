"""A rep's own day: what she logged, and what she has promised for it."""

from dataclasses import dataclass
from datetime import datetime

from console.models.ids import CallId, FactId, PersonId
from console.models.terms import Direction
from console.models.views import CallbackView


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCall:
    """One logged call, of nobody by name; seconds are whole, instants UTC.

    `waits`: it is known at this desk alone.
    """

    id: CallId
    direction: Direction
    answered_at: datetime | None
    ended_at: datetime
    hold_seconds: int
    wrap_up_seconds: int
    code: str
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPromise:
    """What somebody was promised and nobody has closed; `name` is empty where it is not known."""

    id: FactId
    person: PersonId | None
    name: str
    what: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one place knows of the day: the shared database, or this desk."""

    calls: tuple[DayCall, ...] = ()
    promises: tuple[DayPromise, ...] = ()
    callbacks: tuple[CallbackView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """Calls newest first, promises and callbacks by when they are due, late ones included.

    `whole`: the shared database was asked as well, so calls of other desks are among them.
    """

    calls: tuple[DayCall, ...]
    promises: tuple[DayPromise, ...]
    callbacks: tuple[CallbackView, ...]
    whole: bool

"""The own day put together from two places, and its sums."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar
from uuid import UUID

from console.models.ids import FactId
from console.models.own_day import DayCall, OwnDay, Told
from console.models.terms import Direction


class _WithId(Protocol):
    @property
    def id(self) -> UUID: ...


One = TypeVar("One", bound=_WithId)


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts of calls; seconds of talk, hold and wrap-up, together the time handled.

    `outcomes`: each code with how often, the commonest first.
    """

    calls: int
    inbound: int
    spoke: int
    talk: int
    hold: int
    wrap_up: int
    outcomes: tuple[tuple[str, int], ...]

    @property
    def handled(self) -> int:
        return self.talk + self.hold + self.wrap_up


def put_together(shared: Told | None, here: Told, closed: frozenset[FactId]) -> OwnDay:
    """One day of both: of what this desk logged, that which the shared database has not yet.

    `shared` is None where it could not be asked; `closed` are facts that calls logged here close.
    """
    known = shared or Told()
    waiting = (replace(call, waits=shared is not None) for call in here.calls)
    calls = (*known.calls, *waiting)
    promises = _open((*known.promises, *here.promises), closed)
    callbacks = _open((*known.callbacks, *here.callbacks), closed)
    return OwnDay(
        calls=tuple(sorted(calls, key=lambda call: call.ended_at, reverse=True)),
        promises=tuple(sorted(promises, key=lambda promise: promise.due_at)),
        callbacks=tuple(sorted(callbacks, key=lambda callback: callback.due_at)),
        whole=shared is not None,
    )


def talked(call: DayCall) -> int:
    """Seconds spoken, without held time; 0 when nobody answered."""
    if call.answered_at is None:
        return 0
    return max(0, int((call.ended_at - call.answered_at).total_seconds()) - call.hold_seconds)


def sums(calls: tuple[DayCall, ...]) -> Sums:
    codes = Counter(call.code for call in calls)
    return Sums(
        calls=len(calls),
        inbound=sum(call.direction is Direction.INBOUND for call in calls),
        spoke=sum(call.answered_at is not None for call in calls),
        talk=sum(map(talked, calls)),
        hold=sum(call.hold_seconds for call in calls),
        wrap_up=sum(call.wrap_up_seconds for call in calls),
        outcomes=tuple(sorted(codes.items(), key=lambda found: (-found[1], found[0]))),
    )


def _open(found: Iterable[One], closed: frozenset[FactId]) -> Iterator[One]:
    return (one for one in found if one.id not in closed)

"""Hints of the first day: one sentence for each moment of a call, until its moment has passed."""

from enum import StrEnum

from console.models.terms import Direction
from console.rules.call import CallState


class Hint(StrEnum):
    """In the order of a call; the values are kept at the desk."""

    FIND = "find"
    DIAL = "dial"
    ANSWER = "answer"
    REACH = "reach"
    VERIFY = "verify"
    GUIDE = "guide"
    LOG = "log"


def fitting(state: CallState, direction: Direction | None, *, shown: bool, verified: bool) -> Hint:
    """The hint for a moment: `shown`, a person's record is; `verified`, it may be told."""
    if state is CallState.NONE:
        return Hint.DIAL if shown else Hint.FIND
    if state is CallState.RINGING:
        return Hint.ANSWER if direction is Direction.INBOUND else Hint.REACH
    if state is CallState.ENDED:
        return Hint.LOG
    return Hint.GUIDE if verified else Hint.VERIFY


def read(kept: str) -> frozenset[Hint]:
    """Those that were seen; what is no hint any more is left out."""
    known = set(kept.split())
    return frozenset(hint for hint in Hint if hint.value in known)


def write(seen: frozenset[Hint]) -> str:
    return " ".join(hint.value for hint in Hint if hint in seen)

"""Figures of calls that were logged, each a part of something that can be counted itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from console.models.bodies import Codes
from console.models.terms import Direction
from console.models.views import ReviewFigures


@dataclass(frozen=True, slots=True)
class Tally:
    """Calls of one direction that ended with one code; seconds of talk, hold and wrap-up."""

    direction: Direction
    code: str
    calls: int
    handled: int


def figures(tallies: Iterable[Tally], codes: Codes) -> ReviewFigures:
    """Add up. Who said stop was reached; attempts are calls that we made."""
    every = tuple(tallies)
    ours = [(codes.find(one.code), one.calls) for one in every
            if one.direction is Direction.OUTBOUND]  # fmt: skip
    known = [(code, calls) for code, calls in ours if code is not None]
    return ReviewFigures(
        attempts=sum(calls for _, calls in ours),
        reached=sum(calls for code, calls in known if code.reached),
        right_party=sum(calls for code, calls in known if code.right_party),
        booked=sum(
            calls for code, calls in known if code.right_party and "appointment" in code.needs
        ),
        calls=sum(one.calls for one in every),
        handled_seconds=sum(one.handled for one in every),
    )

"""How the season went for each of many people, in the shares that real outreach shows.

Of the people called, with at most three attempts each, 28.6 % were engaged and 12.1 % booked a
visit (548,089 hospital outreach calls, PMC12947954); about 7 of 10 calls reach nobody.
"""

from enum import StrEnum
from random import Random

ENROLLED, CALLED = 0.86, 0.7
"""Shares of all people: in the flu-season journey; called by the center about it."""
ENGAGED_OF_CALLED, BOOKED_OF_CALLED = 0.286, 0.121
SELF_SHARE = 0.6
"""Of those enrolled and not called, who found the way to the clinic without us."""


class Fate(StrEnum):
    """NONE is not enrolled, QUIET never called; the rest were called, or came by themselves."""

    NONE = "none"
    QUIET = "quiet"
    UNREACHED = "unreached"
    ENGAGED = "engaged"
    BOOKED = "booked"
    ITSELF = "itself"


class Ending(StrEnum):
    """What became of a visit that was booked."""

    AHEAD = "ahead"
    MISSED = "missed"
    CAME = "came"
    KEPT = "kept"


ENDINGS = {Ending.AHEAD: 34, Ending.MISSED: 10, Ending.CAME: 26, Ending.KEPT: 30}


def fates(count: int, chance: Random) -> list[Fate]:
    """One for each person, in random order; shares are kept as exactly as whole people allow."""
    called = round(count * CALLED)
    booked = round(called * BOOKED_OF_CALLED)
    engaged = round(called * ENGAGED_OF_CALLED) - booked
    others = max(0, round(count * ENROLLED) - called)
    itself = round(others * SELF_SHARE)
    quotas = {
        Fate.BOOKED: booked,
        Fate.ENGAGED: engaged,
        Fate.UNREACHED: called - booked - engaged,
        Fate.ITSELF: itself,
        Fate.QUIET: others - itself,
    }
    drawn = [fate for fate, share in quotas.items() for _ in range(share)]
    drawn += [Fate.NONE] * (count - len(drawn))
    chance.shuffle(drawn)
    return drawn


def endings(count: int, chance: Random) -> list[Ending]:
    """One for each booked visit; each kind occurs as soon as there are four."""
    total = sum(ENDINGS.values())
    drawn = [kind for kind, share in ENDINGS.items() for _ in range(-(-count * share // total))]
    chance.shuffle(drawn)
    first = list(ENDINGS)
    return (first + drawn)[:count] if count < 8 else drawn[:count]

"""What the window has said today: newest first, and no longer than a shift."""

from dataclasses import dataclass
from datetime import datetime, timedelta

KEPT_FOR = timedelta(hours=12)
MOST = 200


@dataclass(frozen=True, slots=True)
class Said:
    """One notice at an instant (UTC). `kind` is for whoever shows it; `times` in a row."""

    at: datetime
    kind: int
    text: str
    times: int = 1


def heard(known: tuple[Said, ...], new: Said) -> tuple[Said, ...]:
    """What is known once this was said, too; the same again is counted, not listed again."""
    if known and (known[0].kind, known[0].text) == (new.kind, new.text):
        first, *known_before = known
        new, known = Said(new.at, new.kind, new.text, first.times + 1), tuple(known_before)
    return fresh((new, *known), new.at)


def fresh(known: tuple[Said, ...], now: datetime) -> tuple[Said, ...]:
    """Those of the last twelve hours, at most 200."""
    return tuple(one for one in known if now - one.at < KEPT_FOR)[:MOST]

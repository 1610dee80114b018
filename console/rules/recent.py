"""What happened last between us and a person, and what waits: the facts that the opening tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from operator import attrgetter

from console.models.ids import TouchpointId
from console.models.person_facts import Fact, OpenEntry, PersonFacts
from console.models.terms import Channel, Direction, EventKind, OpenKind, TouchpointKind

CONTENT: frozenset[str] = frozenset(
    {
        TouchpointKind.EMAIL,
        TouchpointKind.TEXT,
        TouchpointKind.LETTER,
        TouchpointKind.PORTAL_MESSAGE,
        TouchpointKind.PAMPHLET,
        TouchpointKind.PAGE,
    }
)
ENGAGED: dict[str, str] = {
    EventKind.OPENED: "opened",
    EventKind.CLICKED: "link clicked",
    EventKind.READ: "read",
    EventKind.ANSWERED: "answered",
    EventKind.SUBMITTED: "sent in",
    EventKind.FINISHED: "finished",
    EventKind.ARRIVED: "arrived",
    EventKind.ATTENDED: "attended",
}
"""What a person may do with a touchpoint, and the word for it."""

UNSENT: frozenset[str] = frozenset({EventKind.FAILED, EventKind.CANCELLED})
CALL_AWAITED = frozenset({OpenKind.CALLBACK, OpenKind.INQUIRY})
PROMISED = frozenset({OpenKind.CALLBACK, OpenKind.INQUIRY, OpenKind.PROMISE})
RECENCY = attrgetter("at", "id")


@dataclass(frozen=True, slots=True)
class Done:
    """A touchpoint in which the person did something: its latest sign, and the touchpoint."""

    fact: Fact
    touchpoint: Fact


@dataclass(frozen=True, slots=True)
class Recent:
    """`awaited`: the callback or inquiry due first; `done`: the two latest signs, oldest first.

    `sent` is the latest content sent, `sent_in_all` their number, `lost` says that it came back.
    """

    awaited: OpenEntry | None
    promised: OpenEntry | None
    sent: Fact | None
    sent_in_all: int
    lost: bool
    done: tuple[Done, ...]
    touchpoints: Mapping[TouchpointId, Fact]


def recent(facts: PersonFacts, now: datetime) -> Recent:
    """Gathered in one pass over the facts; what lies after `now` has not happened yet."""
    touchpoints: dict[TouchpointId, Fact] = {}
    unsent: set[TouchpointId] = set()
    bounced: set[TouchpointId] = set()
    done: dict[TouchpointId, Fact] = {}  # in the order of each one's latest sign
    for fact in sorted(facts.facts, key=RECENCY):
        _, _, sign = fact.kind.partition(".")
        if not sign:
            touchpoints[fact.touchpoint] = fact
        elif sign in UNSENT:
            unsent.add(fact.touchpoint)
        elif sign == EventKind.BOUNCED:
            bounced.add(fact.touchpoint)
        if _is_done(fact, sign) and fact.at <= now:
            done.pop(fact.touchpoint, None)
            done[fact.touchpoint] = fact
    sent = [
        fact
        for fact in touchpoints.values()
        if _is_content(fact) and fact.at <= now and fact.touchpoint not in unsent
    ]
    awaited, latest = soonest(facts, CALL_AWAITED), sent[-1] if sent else None
    return Recent(
        awaited=awaited,
        promised=soonest(facts, PROMISED),
        sent=latest,
        sent_in_all=len(sent),
        lost=latest is not None and latest.touchpoint in bounced,
        done=_two_latest(done, touchpoints, awaited),
        touchpoints=touchpoints,
    )


def soonest(facts: PersonFacts, kinds: frozenset[OpenKind]) -> OpenEntry | None:
    """The open entry that is due first; those without a due time come last, oldest first."""
    entries = (entry for entry in facts.open if entry.kind in kinds)
    return min(
        entries,
        key=lambda entry: (entry.due_at is None, entry.due_at or entry.at, entry.at, entry.id),
        default=None,
    )


def _is_content(fact: Fact) -> bool:
    return fact.direction == Direction.OUTBOUND and fact.kind in CONTENT


def _is_done(fact: Fact, sign: str) -> bool:
    """Whether the person did something herself; the end of a care plan is none of her doing."""
    return fact.channel != Channel.CARE and (sign in ENGAGED or (not sign and _came_in(fact)))


def _came_in(fact: Fact) -> bool:
    """An appointment is a date, not something done, until it is attended."""
    return fact.direction == Direction.INBOUND and fact.kind != TouchpointKind.APPOINTMENT


def _two_latest(
    done: dict[TouchpointId, Fact],
    touchpoints: Mapping[TouchpointId, Fact],
    awaited: OpenEntry | None,
) -> tuple[Done, ...]:
    """Apart from what the first line tells already."""
    told = awaited.touchpoint if awaited is not None else None
    latest = (
        Done(fact, touchpoints[touchpoint])
        for touchpoint, fact in reversed(done.items())
        if touchpoint in touchpoints and touchpoint != told
    )
    return tuple(reversed([*islice(latest, 2)]))

"""What of a person's care is in force: plans, teams, coverage, episodes, and flags to heed."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from console.models.ids import TouchpointId
from console.models.person_facts import Fact, PersonFacts
from console.models.terms import Channel, EventKind, TouchpointKind
from console.rules.status import StatusEvent, happened, status

# In the order in which a header names them. Orders and tasks are work of others: timeline only.
SHOWN = (
    TouchpointKind.FLAG,
    TouchpointKind.COVERAGE,
    TouchpointKind.CARE_TEAM,
    TouchpointKind.CARE_PLAN,
    TouchpointKind.EPISODE,
)


def in_force(facts: PersonFacts, now: datetime) -> tuple[Fact, ...]:
    """The touchpoints of care that have begun and not ended by `now`, by kind, newest first."""
    begun: list[Fact] = []
    events: Mapping[TouchpointId, list[StatusEvent]] = defaultdict(list)
    for fact in facts.facts:
        if fact.channel != Channel.CARE:
            continue
        _, _, sign = fact.kind.partition(".")
        if sign:
            events[fact.touchpoint].append(StatusEvent(EventKind(sign), fact.at))
        elif fact.kind in SHOWN and fact.at <= now:
            begun.append(fact)
    standing = [fact for fact in begun if _stands(fact, events[fact.touchpoint], now)]
    standing.sort(key=lambda fact: (fact.at, fact.id), reverse=True)
    return tuple(sorted(standing, key=lambda fact: SHOWN.index(TouchpointKind(fact.kind))))


def _stands(fact: Fact, events: list[StatusEvent], now: datetime) -> bool:
    kind = TouchpointKind(fact.kind)
    found = status(kind, happened(kind, events, now))
    return found is not None and found.key == EventKind.BEGUN

"""Contact pressure: how much outreach a person got lately, over all channels, against the cap."""

from datetime import datetime, timedelta

from console.models.bodies import Rules
from console.models.ids import TouchpointId
from console.models.person_facts import Fact, PersonFacts
from console.models.terms import Direction, EventKind, OutreachClass, TouchpointKind
from console.models.views import Pressure

WEEK = 7
_NEVER_ARRIVED = frozenset({EventKind.CANCELLED, EventKind.FAILED})
_CALL_ANSWERED = f"{TouchpointKind.CALL}.{EventKind.ANSWERED}"


def pressure(facts: PersonFacts, rules: Rules, now: datetime) -> Pressure:
    """Marketing outreach of the last seven days against the weekly cap; 0 when there is no cap."""
    cap = rules.caps.get(OutreachClass.MARKETING)
    return Pressure(
        used=count(facts, OutreachClass.MARKETING, now, WEEK, rules),
        cap=(cap.a_week or 0) if cap is not None else 0,
    )


def count(
    facts: PersonFacts, outreach_class: OutreachClass, now: datetime, days: int, rules: Rules
) -> int:
    """Outreach of a class in the `days` times 24 hours up to `now`, each touchpoint once.

    A send that failed or was taken back does not count; whether a call that nobody answered does
    is the center's setting `unanswered_counts`. What answers a person's own inquiry carries no
    class of marketing, so it is never counted there.
    """
    since = now - timedelta(days=days)
    sent = {
        fact.touchpoint: fact
        for fact in facts.facts
        if fact.outreach_class == outreach_class
        and fact.direction == Direction.OUTBOUND
        and "." not in fact.kind
        and since < fact.at <= now
    }
    kinds = _kinds(facts, sent)
    return sum(_counts(fact, kinds[touchpoint], rules) for touchpoint, fact in sent.items())


def _kinds(
    facts: PersonFacts, touchpoints: dict[TouchpointId, Fact]
) -> dict[TouchpointId, set[str]]:
    kinds: dict[TouchpointId, set[str]] = {touchpoint: set() for touchpoint in touchpoints}
    for fact in facts.facts:
        if fact.touchpoint in kinds:
            kinds[fact.touchpoint].add(fact.kind)
    return kinds


def _counts(fact: Fact, kinds: set[str], rules: Rules) -> bool:
    if any(kind.rpartition(".")[2] in _NEVER_ARRIVED for kind in kinds):
        return False
    if fact.kind == TouchpointKind.CALL and not rules.unanswered_counts:
        return _CALL_ANSWERED in kinds
    return True

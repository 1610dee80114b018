"""When a condition of a playbook holds: which facts match, and when that may change by itself."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from fnmatch import translate
from functools import lru_cache
from operator import attrgetter

from console.models.bodies import Condition, Playbook
from console.models.ids import TouchpointId
from console.models.person_facts import Fact

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)
_AT = attrgetter("at")


class FactIndex:
    """The facts of one person by kind, so that a condition looks at few of them.

    Built once for all conditions of one question; facts of equal time stand in the order of their
    ids, whatever order they came in.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_kind: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._by_kind[fact.kind].append(fact)
        self._by_pattern: dict[str, list[Fact]] = {}
        self._kinds: dict[TouchpointId, set[str]] = {}

    def of(self, pattern: str) -> list[Fact]:
        """The facts whose kind fits a pattern, oldest first."""
        found = self._by_pattern.get(pattern)
        if found is None:
            kinds = [kind for kind in self._by_kind if fits(pattern, kind)]
            found = [fact for kind in kinds for fact in self._by_kind[kind]]
            found.sort(key=lambda fact: (fact.at, fact.id))
            self._by_pattern[pattern] = found
        return found

    def kinds_of(self, touchpoint: TouchpointId) -> set[str]:
        """The kinds of all facts of a touchpoint."""
        if not self._kinds:
            for kind, facts in self._by_kind.items():
                for fact in facts:
                    self._kinds.setdefault(fact.touchpoint, set()).add(kind)
        return self._kinds.get(touchpoint, set())


@lru_cache(maxsize=16_384)
def fits(pattern: str, text: str) -> bool:
    """Whether a text fits one of the shell patterns parted by "|"; case is ignored."""
    return _compiled(pattern).match(text.casefold()) is not None


@lru_cache(maxsize=2_048)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("|".join(translate(part.strip().casefold()) for part in pattern.split("|")))


def refs_asked(playbooks: Iterable[Playbook], kind: str) -> frozenset[str]:
    """The patterns of `ref` that playbooks ask for by naming a kind of fact, or events of it.

    Patterns over all kinds ("*") name none: what is sensitive is asked for by its name.
    """
    return frozenset(
        condition.ref
        for playbook in playbooks
        for condition in _conditions(playbook)
        if kind in {part.strip().partition(".")[0] for part in condition.fact.split("|")}
    )


def _conditions(playbook: Playbook) -> Iterator[Condition]:
    for rule in playbook.stages:
        yield from rule.reached_when
    for step in playbook.next_steps:
        yield from (*step.when, *step.unless)
    for choice in playbook.scripts:
        yield from choice.when


def matches(condition: Condition, index: FactIndex, now: datetime) -> tuple[Fact, ...]:
    """The facts that match at `now`, oldest first; empty when the condition does not hold."""
    facts = index.of(condition.fact)
    low, high = _window(condition, now)
    between = facts[bisect_right(facts, low, key=_AT) : bisect_right(facts, high, key=_AT)]
    return tuple(fact for fact in between if _fits_apart_from_time(condition, fact, index))


def flips(condition: Condition, index: FactIndex, now: datetime) -> Iterator[datetime]:
    """The instants after `now` at which a fact begins or ceases to match by age alone."""
    within, after = _days(condition.within_days), _days(condition.after_days)
    for fact in index.of(condition.fact):
        if not _fits_apart_from_time(condition, fact, index):
            continue
        edges = [
            fact.at - (after or timedelta())
            if condition.ahead
            else fact.at + (after or timedelta())
        ]
        if within is not None:
            edges.append(fact.at - within if condition.ahead else fact.at + within)
        yield from (edge for edge in edges if edge > now)


def _window(condition: Condition, now: datetime) -> tuple[datetime, datetime]:
    """The times of matching facts: later than the first, up to the second included.

    Both ends move with `now` so that a fact begins or ceases to match exactly at its edge; whoever
    recomputes at that instant already sees the new answer.
    """
    within, after = _days(condition.within_days), _days(condition.after_days)
    if condition.ahead:
        return now + (after or timedelta()), _END if within is None else now + within
    return _BEGINNING if within is None else now - within, now - (after or timedelta())


def _days(number: int | None) -> timedelta | None:
    return None if number is None else timedelta(days=number)


def _fits_apart_from_time(condition: Condition, fact: Fact, index: FactIndex) -> bool:
    if condition.ref != "*" and not fits(condition.ref, fact.ref):
        return False
    if condition.channel is not None and fact.channel != condition.channel:
        return False
    if condition.direction is not None and fact.direction != condition.direction:
        return False
    if not condition.without:
        return True
    kinds = index.kinds_of(fact.touchpoint)
    return not any(fits(pattern, kind) for pattern in condition.without for kind in kinds)

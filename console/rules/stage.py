"""At which stage of a journey a person stands, since when and because of what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.models.bodies import Library, Playbook, StageRule
from console.models.ids import FactId
from console.models.person_facts import EnrollmentEntry, Fact, PersonFacts
from console.models.terms import EnrollmentAction, Stage
from console.models.views import JourneyView, StageReached
from console.rules.conditions import FactIndex, flips, matches


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Since when a person is in a journey, and on which track."""

    at: datetime
    track: str | None


@dataclass(frozen=True, slots=True)
class _Match:
    """The fact that reached a stage, and when the stage counts as reached."""

    reached_at: datetime
    fact: Fact


def stage(
    facts: PersonFacts, playbook: Playbook, version: int, now: datetime
) -> JourneyView | None:
    """Where a person stands in a journey; None when not enrolled or when a hold ended it.

    The current stage is the furthest that was reached. Reaching one passes those before it, at the
    latest at that moment: whoever just comes to the clinic has been through the stages at once.
    """
    return _stage(facts, FactIndex(facts.facts), playbook, version, now)


def stages(
    facts: PersonFacts, library: Library, now: datetime, index: FactIndex | None = None
) -> tuple[JourneyView, ...]:
    """Where a person stands in every journey that she is in, in the library's order."""
    index = index or FactIndex(facts.facts)
    views = (
        _stage(facts, index, playbook, library.versions.get(f"playbook:{key}", 0), now)
        for key, playbook in library.playbooks.items()
    )
    return tuple(view for view in views if view is not None)


def enrolled(facts: PersonFacts, playbook: Playbook, now: datetime) -> Enrolled | None:
    """Since when the person is enrolled without a break; None when not, or when a hold ended it.

    Leaving wins over enrolling at the same instant: who left is not written to by mistake.
    """
    if any(hold.cause in playbook.ends_on for hold in facts.holds):
        return None
    found: Enrolled | None = None
    for entry in sorted(_entries(facts, playbook), key=_enrollment_order):
        if entry.at > now:
            break
        if entry.action == EnrollmentAction.LEFT:
            found = None
        elif found is None:
            found = Enrolled(entry.at, entry.track)
        else:
            found = Enrolled(found.at, entry.track or found.track)
    return found


def next_change(facts: PersonFacts, playbook: Playbook, now: datetime) -> datetime | None:
    """The first instant after `now` at which the stage may change without anything new.

    Because a fact grows old enough or too old for a condition, or lies ahead and comes; None when
    only a new fact can change it.
    """
    times = [entry.at for entry in _entries(facts, playbook) if entry.at > now]
    if enrolled(facts, playbook, now) is not None:
        index = FactIndex(facts.facts)
        for rule in playbook.stages:
            for condition in rule.reached_when:
                times.extend(flips(condition, index, now))
    return min(times, default=None)


def _entries(facts: PersonFacts, playbook: Playbook) -> Iterable[EnrollmentEntry]:
    return (entry for entry in facts.enrollments if entry.journey == playbook.key)


def _enrollment_order(entry: EnrollmentEntry) -> tuple[datetime, bool, FactId]:
    return entry.at, entry.action == EnrollmentAction.LEFT, entry.id


def _stage(
    facts: PersonFacts, index: FactIndex, playbook: Playbook, version: int, now: datetime
) -> JourneyView | None:
    since = enrolled(facts, playbook, now)
    if since is None:
        return None
    reached = _reached(playbook, index, since, now)
    current = reached[-1]
    rule = next(rule for rule in playbook.stages if rule.stage == current.stage)
    return JourneyView(
        journey=playbook.key,
        title=playbook.title,
        track=since.track,
        stage=current.stage,
        since=current.at,
        why=rule.why,
        goal_days=rule.goal_days,
        reached=reached,
        version=version,
    )


def _reached(
    playbook: Playbook, index: FactIndex, since: Enrolled, now: datetime
) -> tuple[StageReached, ...]:
    """Every stage passed, in order, with the fact that reached it, its own or a later stage's."""
    own: dict[Stage, _Match] = {}
    for rule in playbook.stages[1:]:
        match = _earliest(rule, index, own, since, playbook.lead_hours, now)
        if match is not None:
            own[rule.stage] = match
    passed: list[StageReached] = []
    latest: _Match | None = None
    for rule in reversed(playbook.stages[1:]):
        latest = min(filter(None, (own.get(rule.stage), latest)), key=_order, default=None)
        if latest is not None:
            because = (latest.fact.touchpoint,)
            passed.append(StageReached(stage=rule.stage, at=latest.reached_at, because=because))
    passed.append(StageReached(stage=playbook.stages[0].stage, at=since.at))
    return tuple(reversed(passed))


def _earliest(
    rule: StageRule,
    index: FactIndex,
    own: dict[Stage, _Match],
    since: Enrolled,
    lead_hours: int,
    now: datetime,
) -> _Match | None:
    """The first fact that reaches a stage by the stage's own conditions."""
    if rule.after is not None and rule.after not in own:
        return None
    later_than = own[rule.after].fact.at if rule.after is not None else None
    begin = since.at - timedelta(hours=lead_hours)
    found = [
        _Match(max(since.at, fact.at + timedelta(days=condition.after_days or 0)), fact)
        for condition in rule.reached_when
        for fact in matches(condition, index, now)
        if fact.at >= begin and (later_than is None or fact.at > later_than)
    ]
    return min(found, key=_order, default=None)


def _order(match: _Match) -> tuple[datetime, datetime, FactId]:
    return match.reached_at, match.fact.at, match.fact.id

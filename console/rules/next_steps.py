"""What the rep is advised to do now, why, and what holds it back."""

from collections.abc import Callable
from datetime import datetime
from itertools import chain

from console.models.bodies import Library, NextStepRule, Playbook
from console.models.ids import TouchpointId
from console.models.person_facts import Fact, PersonFacts
from console.models.terms import Channel, OutreachClass, Purpose
from console.models.views import JourneyView, NextStepView, Reason
from console.rules import days
from console.rules.birth_dates import age
from console.rules.conditions import FactIndex, matches
from console.rules.consent import agreed
from console.rules.permission import CHANNELS, Permission, may_contact
from console.rules.stage import stages

CALL = "call"
EVIDENCE = 5
"""How many touchpoints a reason names at most, the newest."""

Judge = Callable[[Channel, OutreachClass], Permission]


def next_steps(
    facts: PersonFacts, library: Library, now: datetime, *, on_call: bool = False
) -> tuple[NextStepView, ...]:
    """Every step that the playbooks of the person's journeys advise at `now`.

    What may be done comes first, then what is held back, each by rank; the same step advised by
    two journeys comes once. Nothing is advised about somebody who died, and to call her is not
    advised while she is on the line (`on_call`).
    """
    if facts.deceased:
        return ()
    index = FactIndex(facts.facts)
    judge = _judge(facts, library, now)
    found = [
        _view(rule, view, evidence, facts, library, judge, now)
        for view in stages(facts, library, now, index)
        for rule, evidence in _applying(view, facts, library, index, now)
        if not (on_call and rule.action == CALL)
    ]
    found.sort(key=lambda step: (bool(step.blocked_by), step.rank))
    first: dict[tuple[str, str, Channel | None, str | None], NextStepView] = {}
    for step in found:
        first.setdefault(_sameness(step), step)
    return tuple(first.values())


def applies(
    rule: NextStepRule, facts: PersonFacts, index: FactIndex, years: int | None, now: datetime
) -> tuple[tuple[Fact, ...], ...] | None:
    """The facts behind each condition of a rule, or None when the rule does not apply."""
    if not _fits_age(rule, years):
        return None
    if any(matches(condition, index, now) for condition in rule.unless):
        return None
    evidence = tuple(matches(condition, index, now) for condition in rule.when)
    return evidence if all(evidence) else None


def _applying(
    view: JourneyView, facts: PersonFacts, library: Library, index: FactIndex, now: datetime
) -> list[tuple[NextStepRule, tuple[tuple[Fact, ...], ...]]]:
    playbook: Playbook = library.playbooks[view.journey]
    today = now.astimezone(days.zone_of(facts.zone, library.rules.zone)).date()
    years = age(facts.birth_date, today)
    found = []
    for rule in playbook.next_steps:
        if view.stage not in rule.stages or (rule.tracks and view.track not in rule.tracks):
            continue
        evidence = applies(rule, facts, index, years, now)
        if evidence is not None:
            found.append((rule, evidence))
    return found


def _fits_age(rule: NextStepRule, years: int | None) -> bool:
    """An unknown age fits only a rule that asks for none."""
    if rule.age_from is None and rule.age_to is None:
        return True
    if years is None:
        return False
    return (rule.age_from or 0) <= years and (rule.age_to is None or years <= rule.age_to)


def _judge(facts: PersonFacts, library: Library, now: datetime) -> Judge:
    """Asks each channel and class once."""
    known: dict[tuple[Channel, OutreachClass], Permission] = {}

    def judge(channel: Channel, outreach_class: OutreachClass) -> Permission:
        key = channel, outreach_class
        if key not in known:
            known[key] = may_contact(facts, channel, outreach_class, now, library.rules)
        return known[key]

    return judge


def _view(
    rule: NextStepRule,
    view: JourneyView,
    evidence: tuple[tuple[Fact, ...], ...],
    facts: PersonFacts,
    library: Library,
    judge: Judge,
    now: datetime,
) -> NextStepView:
    permission = judge(rule.channel, rule.outreach_class) if rule.channel is not None else None
    blocked = () if permission is None or permission.allowed else permission.reasons
    if rule.content is not None and rule.content not in library.contents:
        blocked += ("The content is no longer in the library.",)
    reasons = [
        Reason(text=_fill(rule, evidence, facts, library, now), touchpoints=_newest(evidence))
    ]
    if rule.channel is not None and not blocked and _has_agreed(rule, facts):
        reasons.append(Reason(text=f"{CHANNELS[rule.channel]} agreed"))
    return NextStepView(
        id=rule.id,
        journey=view.journey,
        stage=view.stage,
        prompt=rule.prompt,
        action=rule.action,
        channel=rule.channel,
        script=rule.script,
        content=rule.content,
        outreach_class=rule.outreach_class,
        reasons=tuple(reasons),
        blocked_by=blocked,
        warnings=() if permission is None else permission.warnings,
        rank=rule.rank,
    )


def _has_agreed(rule: NextStepRule, facts: PersonFacts) -> bool:
    marketing = rule.outreach_class == OutreachClass.MARKETING
    purpose = Purpose.MARKETING if marketing else Purpose.CARE
    return (
        rule.channel in CHANNELS
        and rule.channel is not None
        and agreed(facts.consents, rule.channel, purpose, wrong=facts.wrong)
    )


def _fill(
    rule: NextStepRule,
    evidence: tuple[tuple[Fact, ...], ...],
    facts: PersonFacts,
    library: Library,
    now: datetime,
) -> str:
    """The rule's reason, with day and age of the fact behind its first condition."""
    if not evidence or "{{" not in rule.why:
        return rule.why
    zone = days.zone_of(facts.zone, library.rules.zone)
    fact = evidence[0][0] if rule.when[0].ahead else evidence[0][-1]
    text = rule.why.replace("{{day}}", days.day(fact.at, now, zone))
    return text.replace("{{months}}", days.months(fact.at, now, zone))


def _newest(evidence: tuple[tuple[Fact, ...], ...]) -> tuple[TouchpointId, ...]:
    facts = sorted(chain.from_iterable(evidence), key=lambda fact: (fact.at, fact.id), reverse=True)
    return tuple(dict.fromkeys(fact.touchpoint for fact in facts))[:EVIDENCE]


def _sameness(step: NextStepView) -> tuple[str, str, Channel | None, str | None]:
    return step.action, step.prompt, step.channel, step.content

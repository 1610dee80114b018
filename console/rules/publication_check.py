"""Whether a publication makes sense: what its shape alone does not tell, and what it refers to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zoneinfo import available_timezones

from console.models.bodies import (
    Codes,
    Condition,
    Content,
    Hours,
    NextStepRule,
    OutcomeCode,
    Playbook,
    Rules,
    Script,
)
from console.models.terms import EventKind, HoldCause, OutreachClass, Stage, TouchpointKind
from console.rules.conditions import fits
from console.rules.finding import Finding, repeated
from console.rules.merge import unknown_fields
from console.rules.script_check import check_script

ACTIONS = ("book", "send", "ask", "offer", "call", "say")
MINDSETS = ("patient", "consumer")
TONES = ("ok", "warn", "bad", "info", "neutral")
NEEDS = (
    "reason", "notes", "person", "verification", "appointment", "callback", "promise", "hand_off",
    "unmet_need", "complaint", "send",
)  # fmt: skip
LONGEST_CLAIM = 60
"""The shared database gives nothing for longer than that many minutes."""
ACTS = ("block", "warn")
DIGITS = range(1, 9)
CODES_KEY = "outcomes"
RULES_KEY = "center"
LONGEST_DAYS = 3660
REASON_FIELDS = frozenset({"day", "months"})

_KINDS = tuple(TouchpointKind) + tuple(
    f"{kind}.{event}" for kind in TouchpointKind for event in EventKind
)
_OUTCOME = f"{TouchpointKind.CALL}.{EventKind.OUTCOME}"
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_ANY_FIELD = re.compile(r"\{\{\s*(\w+)[^}]*\}\}")


@dataclass(frozen=True, slots=True)
class Known:
    """What a publication may refer to: everything in force and everything published with it."""

    contents: dict[str, Content] = field(default_factory=dict)
    scripts: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()


def check(body: Playbook | Script | Content | Codes | Rules, known: Known) -> Iterator[Finding]:
    """Everything that is wrong with a publication; nothing when it may be published."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", body.key):
        yield Finding(("key",), "A key is made of small letters, digits and hyphens.")
    if isinstance(body, Playbook):
        yield from _check_playbook(body, known)
    elif isinstance(body, Script):
        yield from check_script(body, known.outcomes)
    elif isinstance(body, Content):
        yield from _check_content(body)
    elif isinstance(body, Codes):
        yield from _check_codes(body)
    else:
        yield from _check_rules(body, known)


def _check_playbook(body: Playbook, known: Known) -> Iterator[Finding]:
    if body.mindset not in MINDSETS:
        yield Finding(("mindset",), f"Must be one of {', '.join(MINDSETS)}.")
    if tuple(rule.stage for rule in body.stages) != tuple(Stage):
        yield Finding(("stages",), f"All five stages, in this order: {', '.join(Stage)}.")
    for index, rule in enumerate(body.stages):
        place = ("stages", index)
        if index and not rule.reached_when:
            yield Finding(place, f"Nobody can reach {rule.stage}: reached_when is missing.")
        if not index and rule.reached_when:
            yield Finding(
                place, "The first stage is reached by enrollment and takes no conditions."
            )
        if rule.after is not None and rule.after not in [r.stage for r in body.stages[1:index]]:
            yield Finding((*place, "after"), "Must be an earlier stage, and not the first.")
        yield from _check_conditions(rule.reached_when, (*place, "reached_when"), known)
        for number, condition in enumerate(rule.reached_when):
            if condition.ahead:
                found = (*place, "reached_when", number)
                yield Finding(found, "A stage cannot be reached by what lies ahead.")
    yield from repeated((rule.id for rule in body.next_steps), ("next_steps",))
    for index, step in enumerate(body.next_steps):
        yield from _check_next_step(step, ("next_steps", index), body, known)
    for index, choice in enumerate(body.scripts):
        if choice.script not in known.scripts:
            yield Finding(("scripts", index, "script"), f"There is no script {choice.script}.")
        yield from _check_conditions(choice.when, ("scripts", index, "when"), known)


def _check_next_step(
    step: NextStepRule, place: tuple[str | int, ...], body: Playbook, known: Known
) -> Iterator[Finding]:
    if step.action not in ACTIONS:
        yield Finding((*place, "action"), f"Must be one of {', '.join(ACTIONS)}.")
    if not step.stages:
        yield Finding((*place, "stages"), "Applies at no stage.")
    if step.age_from is not None and step.age_to is not None and step.age_from > step.age_to:
        yield Finding((*place, "age_from"), "Is above age_to.")
    if step.script is not None and step.script not in known.scripts:
        yield Finding((*place, "script"), f"There is no script {step.script}.")
    for track in step.tracks:
        if track not in body.tracks:
            yield Finding((*place, "tracks"), f"The playbook has no track {track}.")
    for name in _ANY_FIELD.findall(step.why):
        if name not in REASON_FIELDS or not step.when:
            yield Finding((*place, "why"), f"{{{{{name}}}}} cannot be filled in here.")
    yield from _check_step_content(step, place, known)
    yield from _check_conditions(step.when, (*place, "when"), known)
    yield from _check_conditions(step.unless, (*place, "unless"), known)


def _check_step_content(
    step: NextStepRule, place: tuple[str | int, ...], known: Known
) -> Iterator[Finding]:
    """What is sent exists, goes over that channel, and is not marketing under another name."""
    if step.action == "send" and (step.content is None or step.channel is None):
        yield Finding(place, "A step that sends names its content and its channel.")
    if step.action == "call" and step.channel is None:
        yield Finding(place, "A step that calls has the channel call, so that it can be held back.")
    if step.content is None:
        return
    content = known.contents.get(step.content)
    if content is None:
        yield Finding((*place, "content"), f"There is no content {step.content}.")
        return
    if step.channel is not None and step.channel not in content.channels:
        yield Finding((*place, "channel"), f"{content.key} does not go by {step.channel}.")
    marketing = OutreachClass.MARKETING
    if content.outreach_class == marketing and step.outreach_class != marketing:
        yield Finding((*place, "content"), f"{content.key} is marketing, so the step must be too.")


def _check_conditions(
    conditions: tuple[Condition, ...], place: tuple[str | int, ...], known: Known
) -> Iterator[Finding]:
    for index, condition in enumerate(conditions):
        here = (*place, index)
        for pattern in (*condition.fact.split("|"), *condition.without):
            if not any(fits(pattern, kind) for kind in _KINDS):
                yield Finding(here, f"Nothing that happens is called {pattern}.")
        for days in (condition.within_days, condition.after_days):
            if days is not None and not 0 <= days <= LONGEST_DAYS:
                yield Finding(here, f"Days are counted from 0 to {LONGEST_DAYS}.")
        if (condition.within_days or LONGEST_DAYS) <= (condition.after_days or 0):
            yield Finding(here, "within_days must be more than after_days.")
        if condition.fact == _OUTCOME:
            for pattern in condition.ref.split("|"):
                if not any(fits(pattern, code) for code in known.outcomes):
                    yield Finding(here, f"There is no outcome code {pattern}.")


def _check_content(body: Content) -> Iterator[Finding]:
    if not body.channels:
        yield Finding(("channels",), "Names no channel that it goes by.")
    for name in ("say", "body", "summary"):
        for unknown in unknown_fields(getattr(body, name)):
            yield Finding((name,), f"There is no merge field {unknown}.")


def _check_codes(body: Codes) -> Iterator[Finding]:
    if body.key != CODES_KEY:
        yield Finding(("key",), f"A center has one set of codes, with the key {CODES_KEY}.")
    yield from repeated((entry.code for entry in body.codes), ("codes",))
    yield from repeated(body.groups, ("groups",))
    for index, entry in enumerate(body.codes):
        yield from _check_code(entry, ("codes", index), body.groups)
    for name in ("digit_inbound", "digit_outbound"):
        taken: dict[int, str] = {}
        for index, entry in enumerate(body.codes):
            digit = getattr(entry, name)
            if digit in taken:
                message = f"The digit {digit} is taken by {taken[digit]}."
                yield Finding(("codes", index, name), message)
            elif digit is not None:
                taken[digit] = entry.code


def _check_code(
    entry: OutcomeCode, place: tuple[str | int, ...], groups: tuple[str, ...]
) -> Iterator[Finding]:
    if entry.group not in groups:
        yield Finding((*place, "group"), f"There is no group {entry.group}.")
    if entry.tone not in TONES:
        yield Finding((*place, "tone"), f"Must be one of {', '.join(TONES)}.")
    for need in entry.needs:
        if need not in NEEDS:
            yield Finding((*place, "needs"), f"{need} is none of {', '.join(NEEDS)}.")
    if ("reason" in entry.needs) != bool(entry.reasons):
        yield Finding(place, "A code that needs a reason lists its reasons, and no other does.")
    if entry.hold is not None and entry.hold not in tuple(HoldCause):
        yield Finding((*place, "hold"), f"Must be one of {', '.join(HoldCause)}.")
    for digit in (entry.digit_inbound, entry.digit_outbound):
        if digit is not None and (digit not in DIGITS or entry.system):
            yield Finding(place, "Digits are 1 to 8, and no rep picks a system code.")
    if entry.right_party and not entry.reached:
        yield Finding((*place, "right_party"), "Who was spoken with was reached.")


def _check_rules(body: Rules, known: Known) -> Iterator[Finding]:
    if body.key != RULES_KEY:
        yield Finding(("key",), f"A center has one set of rules, with the key {RULES_KEY}.")
    zones = available_timezones()
    if body.zone not in zones:
        yield Finding(("zone",), f"There is no time zone {body.zone}.")
    for state, names in body.state_zones.items():
        for name in names:
            if name not in zones:
                yield Finding(("state_zones", state), f"There is no time zone {name}.")
    yield from repeated((line.key for line in body.lines), ("lines",))
    if not body.lines:
        yield Finding(("lines",), "Nobody can be rung back without a line.")
    for index, line in enumerate(body.lines):
        if line.script not in known.scripts:
            yield Finding(("lines", index, "script"), f"There is no script {line.script}.")
    if body.outbound_script not in known.scripts:
        yield Finding(("outbound_script",), f"There is no script {body.outbound_script}.")
    for outreach_class, cap in body.caps.items():
        if cap.act not in ACTS:
            yield Finding(("caps", outreach_class), f"act must be one of {', '.join(ACTS)}.")
    if not 1 <= body.claim_minutes <= LONGEST_CLAIM:
        yield Finding(("claim_minutes",), f"A claim lasts 1 to {LONGEST_CLAIM} minutes.")
    yield from _check_hours(((("hours", key), hours) for key, hours in body.hours.items()))
    yield from _check_hours(
        ((("state_hours", key), hours) for key, hours in body.state_hours.items())
    )


def _check_hours(entries: Iterable[tuple[tuple[str, str], Hours]]) -> Iterator[Finding]:
    for place, hours in entries:
        if not (_TIME.fullmatch(hours.start) and _TIME.fullmatch(hours.end)):
            yield Finding(place, 'Times are written as "08:00", in quotes.')
        elif hours.start >= hours.end:
            yield Finding(place, "Hours begin before they end.")
        if not set(hours.days) <= set(range(1, 8)):
            yield Finding(place, "Days are 1 (Monday) to 7.")
        if not hours.source:
            yield Finding(place, "Every legal value names its source.")

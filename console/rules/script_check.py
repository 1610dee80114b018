"""Whether a script can be walked: every step leads on, none hangs, every field can be filled in."""

from collections.abc import Iterator
from datetime import UTC, datetime

from console.models.bodies import Script, Step
from console.rules import when
from console.rules.finding import Finding, repeated
from console.rules.merge import unknown_fields

KINDS = ("choice", "text", "none")
EFFECTS = (
    "callback", "promise", "appointment", "send", "unmet_need", "hand_off", "complaint", "stop",
    "escalate",
)  # fmt: skip
TIMED = ("callback", "promise", "appointment")
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""A Monday: a time that an answer names has to be one on any day."""
MOST_OPTIONS = 9
"""Alt 1 to 9 choose an answer."""

MOST_STEPS = 500


def check_script(script: Script, outcomes: frozenset[str]) -> Iterator[Finding]:
    """Everything that is wrong with a script; `outcomes` are the codes that it may propose."""
    if not script.steps:
        yield Finding(("steps",), "A script has at least one step.")
        return
    if len(script.steps) > MOST_STEPS:
        yield Finding(("steps",), f"A script has at most {MOST_STEPS} steps.")
        return
    steps = {step.id: step for step in script.steps}
    yield from repeated((step.id for step in script.steps), ("steps",))
    if script.first is not None and script.first not in steps:
        yield Finding(("first",), f"There is no step {script.first}.")
    for unknown in unknown_fields(script.voicemail):
        yield Finding(("voicemail",), f"There is no merge field {unknown}.")
    for index, step in enumerate(script.steps):
        yield from _check_step(step, ("steps", index), steps, outcomes)
    yield from _check_walk(script, steps)


def successors(step: Step) -> set[str | None]:
    """The steps that may follow; None is the end of the script.

    An option without `next` goes where the step goes; a step whose options all lead elsewhere
    never uses its own.
    """
    if step.kind == "choice" and step.options:
        return {option.next or step.next for option in step.options}
    return {step.next}


def _check_step(
    step: Step, place: tuple[str | int, ...], steps: dict[str, Step], outcomes: frozenset[str]
) -> Iterator[Finding]:
    if step.kind not in KINDS:
        yield Finding((*place, "kind"), f"Must be one of {', '.join(KINDS)}.")
    if not (step.say or step.required or step.question):
        yield Finding(place, "The step says nothing and asks nothing.")
    if step.kind == "choice" and step.question and not step.options:
        yield Finding(place, "The question has no answers to choose from.")
    if step.options and not (step.question and step.kind == "choice"):
        yield Finding(place, "Answers belong to a question of the kind choice.")
    if len(step.options) > MOST_OPTIONS:
        yield Finding((*place, "options"), f"At most {MOST_OPTIONS} answers have a key.")
    if step.next is not None and step.next not in steps:
        yield Finding((*place, "next"), f"There is no step {step.next}.")
    for name in ("say", "required", "question", "note"):
        for unknown in unknown_fields(getattr(step, name)):
            yield Finding((*place, name), f"There is no merge field {unknown}.")
    yield from repeated((option.label for option in step.options), (*place, "options"))
    for index, option in enumerate(step.options):
        here = (*place, "options", index)
        if option.next is not None and option.next not in steps:
            yield Finding((*here, "next"), f"There is no step {option.next}.")
        if option.time and option.effect not in TIMED:
            yield Finding((*here, "time"), f"A time belongs to one of {', '.join(TIMED)}.")
        elif option.time and (problem := when.parse(option.time, NOON, "UTC").problem):
            yield Finding((*here, "time"), problem)
        if option.proposes is not None and option.proposes not in outcomes:
            yield Finding((*here, "proposes"), f"There is no outcome code {option.proposes}.")
        if option.effect is not None and option.effect not in EFFECTS:
            yield Finding((*here, "effect"), f"Must be one of {', '.join(EFFECTS)}.")


def _check_walk(script: Script, steps: dict[str, Step]) -> Iterator[Finding]:
    """Every step can be reached, and from every one the end can be."""
    reached = _reachable(script.first or script.steps[0].id, steps)
    ending = _ending(steps)
    for index, step in enumerate(script.steps):
        if step.id not in reached:
            yield Finding(("steps", index), f"Nothing leads to the step {step.id}.")
        elif step.id not in ending:
            yield Finding(("steps", index), f"From the step {step.id} the script never ends.")
    for index, step in enumerate(script.steps):
        if _runs_in_silence(step, steps):
            yield Finding(("steps", index), f"The step {step.id} comes back without any question.")


def _reachable(first: str, steps: dict[str, Step]) -> set[str]:
    found: set[str] = set()
    waiting = [first]
    while waiting:
        step = steps.get(waiting.pop())
        if step is not None and step.id not in found:
            found.add(step.id)
            waiting.extend(name for name in successors(step) if name is not None)
    return found


def _ending(steps: dict[str, Step]) -> set[str]:
    """The steps from which the end can be reached; a dangling `next` is reported elsewhere."""
    ending: set[str | None] = {None}
    grown = True
    while grown:
        more = {
            step.id
            for step in steps.values()
            if step.id not in ending
            and any(name in ending or name not in steps for name in successors(step))
        }
        ending |= more
        grown = bool(more)
    return {name for name in ending if name is not None}


def _runs_in_silence(step: Step, steps: dict[str, Step]) -> bool:
    """Whether steps without a question lead from this one back to itself."""
    seen: set[str] = set()
    current: Step | None = step
    while current is not None and not current.question and current.id not in seen:
        seen.add(current.id)
        current = steps.get(current.next) if current.next is not None else None
        if current is not None and current.id == step.id:
            return True
    return False

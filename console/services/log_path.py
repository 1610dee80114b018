"""The path through a script, made from the answers of one line of `log`."""

from collections.abc import Iterator
from datetime import datetime

from console.errors import BadInput
from console.models.bodies import Option, Script, Step
from console.models.draft import DraftStep
from console.rules.script import ANSWER, MISSED, READ
from console.services.log_line import ScriptLine

UNTOLD = "Not answered, and the line does not tell whether it was read."


def path(script: Script, line: ScriptLine, at: datetime) -> tuple[DraftStep, ...]:
    """What the rep's walk would have left behind, in the order of the script.

    Up to the last answer, steps that ask nothing were passed and required statements were read, as
    the screen would have it, unless the line names them missed. The statement of the step after it
    counts as missed: nobody tells that it was read. Answers off that way are kept behind it.
    Raises BadInput for a step, an answer or a statement that is not the script's.
    """
    steps = {step.id: step for step in script.steps}
    answers = {key: _answer(steps, key, value) for key, value in line.answers.items()}
    missed = {_missed(script, one.statement): one.reason for one in line.missed}
    way = list(_way(script, steps, answers))
    passed = max((place for place, step in enumerate(way, 1) if step.id in answers), default=0)
    entries: list[DraftStep] = []
    for step in way[:passed]:
        entries += _passed(step, answers.get(step.id, ""), missed, at)
    for step in way[passed : passed + 1]:
        entries += [_miss(step, missed.get(step.id, UNTOLD), at)] if step.required else []
    there = {step.id for step in way[: passed + 1]}
    entries += [_miss(steps[key], why, at) for key, why in missed.items() if key not in there]
    entries += [
        _answered(steps[key], said, at) for key, said in answers.items() if key not in there
    ]
    return tuple(entries)


def _way(script: Script, steps: dict[str, Step], answers: dict[str, str]) -> Iterator[Step]:
    """The steps that these answers lead through; each counts once, so a circle ends."""
    seen: set[str] = set()
    here = steps.get(script.first or "", script.steps[0] if script.steps else None)
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here
        if here.question and here.id not in answers:
            return
        picked = _option(here, answers.get(here.id, ""))
        here = steps.get((picked.next if picked and picked.next else here.next) or "")


def _passed(step: Step, said: str, missed: dict[str, str], at: datetime) -> tuple[DraftStep, ...]:
    """How a step's statement was settled, if it has one, and what was answered."""
    answered = _answered(step, said, at)
    if not step.required:
        return (answered,)
    if step.id in missed:
        return (_miss(step, missed[step.id], at), answered)
    return (DraftStep(step=step.id, kind=READ, question=step.required, at=at), answered)


def _answered(step: Step, value: str, at: datetime) -> DraftStep:
    return DraftStep(step=step.id, kind=ANSWER, question=step.question, value=value, at=at)


def _miss(step: Step, reason: str, at: datetime) -> DraftStep:
    return DraftStep(step=step.id, kind=MISSED, question=step.required, reason=reason, at=at)


def _answer(steps: dict[str, Step], key: str, value: str) -> str:
    """The answer as the script spells it."""
    if key not in steps:
        raise BadInput(f"The script has no step {key[:40]}. Its steps are {', '.join(steps)}.")
    step = steps[key]
    if not step.options:
        return value
    picked = _option(step, value)
    if picked is None:
        labels = ", ".join(option.label for option in step.options)
        raise BadInput(f"{key} has no such answer. Its answers are {labels}.")
    return picked.label


def _option(step: Step, value: str) -> Option | None:
    folded = value.strip().casefold()
    return next((one for one in step.options if one.label.casefold() == folded), None)


def _missed(script: Script, statement: str) -> str:
    """The step that holds a statement, named by itself or by the statement."""
    wanted = " ".join(statement.split()).casefold()
    for step in script.steps:
        said = " ".join(step.required.split()).casefold()
        if step.required and wanted in (step.id.casefold(), said):
            return step.id
    holding = ", ".join(step.id for step in script.steps if step.required) or "none"
    raise BadInput(f"No such required statement. The steps that have one are {holding}.")

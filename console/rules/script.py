"""Scripts: which one a call gets, and the walk through it, step by step.

The walk is nothing but the draft's path, replayed from the script's first step: an entry "answer"
goes on from the step it belongs to, "read" and "missed" settle a required statement, "script"
begins another script. A step whose required statement is not settled holds its answer back. Since
each answer moves once, a script that leads back to an earlier step cannot hang.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from console.models.bodies import Library, Option, Script, ScriptChoice, Step
from console.models.draft import Draft, DraftStep
from console.models.person_facts import PersonFacts
from console.models.terms import Direction, Stage
from console.models.views import JourneyView
from console.rules.conditions import FactIndex, matches
from console.rules.stage import stages

ANSWER, READ, MISSED, SCRIPT = "answer", "read", "missed", "script"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The script of a call, with the journey and stage that it was chosen for, if any."""

    script: str
    journey: str | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Step `step` of `of`, counted along the usual way to the end."""

    step: int
    of: int


@dataclass(slots=True)
class _Walk:
    """Where a path has led: steps reached in order, answers that moved on, one held back."""

    reached: list[Step] = field(default_factory=list)
    moved: list[tuple[int, DraftStep]] = field(default_factory=list)
    held: tuple[int, DraftStep] | None = None
    here: Step | None = None


def choose_script(
    facts: PersonFacts | None,
    library: Library,
    direction: Direction,
    now: datetime,
    *,
    journey: str | None = None,
    line: str | None = None,
) -> Chosen | None:
    """The script for a call: of the person's journeys the one where most lately something moved.

    `journey` asks for one of them. A person in none, or nobody known, gets the script of the line
    dialed, or the center's outbound one. None only when not one script is published.
    """
    for view in _journeys(facts, library, now, journey):
        index = FactIndex(facts.facts if facts else ())
        for choice in library.playbooks[view.journey].scripts:
            if choice.script in library.scripts and _fits(choice, view, direction, index, now):
                return Chosen(choice.script, view.journey, view.stage)
    key = _default(library, direction, line)
    if key is None:
        return None
    latest = next(iter(_journeys(facts, library, now, journey)), None)
    return Chosen(key, latest.journey, latest.stage) if latest else Chosen(key)


def begin(
    draft: Draft, script: Script, version: int, now: datetime, previous: Script | None = None
) -> Draft:
    """The draft at the script's first step.

    Going on in another script keeps what was answered, and a statement of the `previous` one that
    was reached and not read stays on record as missed.
    """
    if previous is not None:
        draft = missed(draft, previous, f"Went on with {script.title}", now)
    path = draft.path
    if path:
        path = (*path, DraftStep(step=script.key, kind=SCRIPT, value=script.title, at=now))
    first = _first(script)
    return replace(
        draft,
        script=script.key,
        script_version=version,
        path=path,
        step=first.id if first else None,
    )


def current(script: Script, path: Sequence[DraftStep]) -> Step | None:
    """The step that the rep is at; None at the end."""
    return _walk(script, path).here


def chosen(script: Script, path: Sequence[DraftStep]) -> str | None:
    """The answer picked at the current step while its statement is unread, else None."""
    held = _walk(script, path).held
    return held[1].value if held else None


def answer(draft: Draft, script: Script, value: str, now: datetime) -> Draft:
    """Answers the current step: an option's label or free text, "" where nothing is asked.

    With an unread statement the answer is kept and the step stays; a later answer replaces it.
    """
    walk = _walk(script, draft.path)
    step = walk.here
    if step is None:
        return draft
    entry = DraftStep(step=step.id, kind=ANSWER, question=step.question, value=value, at=now)
    path = _without(draft.path, walk.held[0]) if walk.held else draft.path
    return _at(draft, script, (*path, entry))


def read(draft: Draft, script: Script, now: datetime) -> Draft:
    """The current step's statement was read aloud; an answer held back goes on."""
    step = current(script, draft.path)
    if step is None or not step.required or step.id in _settled(_since_begun(draft.path)):
        return draft
    entry = DraftStep(step=step.id, kind=READ, question=step.required, at=now)
    return _at(draft, script, (*draft.path, entry))


def unmark(draft: Draft, script: Script) -> Draft:
    """Takes the mark "read" of the current step back: it was pressed by mistake."""
    step = current(script, draft.path)
    if step is None:
        return draft
    begun = {place for place, _ in _since_begun(draft.path)}
    kept = tuple(
        entry
        for place, entry in enumerate(draft.path)
        if not (place in begun and entry.kind == READ and entry.step == step.id)
    )
    return _at(draft, script, kept)


def missed(
    draft: Draft, script: Script, reason: str, now: datetime, step: str | None = None
) -> Draft:
    """A statement that was reached stays unread, and why; by default every such statement."""
    entries = tuple(
        DraftStep(step=one.id, kind=MISSED, question=one.required, reason=reason.strip(), at=now)
        for one in unread(script, draft.path)
        if step in {None, one.id} and reason.strip()
    )
    return _at(draft, script, (*draft.path, *entries)) if entries else draft


def unread(script: Script, path: Sequence[DraftStep]) -> tuple[Step, ...]:
    """Steps that were reached whose statement was neither read nor explained."""
    settled = _settled(_since_begun(path))
    reached = {step.id: step for step in _walk(script, path).reached}
    return tuple(step for step in reached.values() if step.required and step.id not in settled)


def back(draft: Draft, script: Script) -> Draft:
    """One step back; the answer that left it is taken away, what was read aloud stays read."""
    walk = _walk(script, draft.path)
    path = _without(draft.path, walk.held[0]) if walk.held else draft.path
    if walk.moved:
        path = _without(path, walk.moved[-1][0])
    return _at(draft, script, path)


def trail(script: Script, path: Sequence[DraftStep]) -> tuple[DraftStep, ...]:
    """The questions answered so far, in order."""
    return tuple(entry for _, entry in _walk(script, path).moved if entry.question)


def progress(script: Script, path: Sequence[DraftStep]) -> Progress:
    """How far along; what lies ahead is counted by the first answer of each step."""
    walk = _walk(script, path)
    done = len(walk.moved)
    if walk.here is None:
        return Progress(done, done)
    return Progress(done + 1, done + sum(1 for _ in _usual_way(script, walk.here)))


def option(step: Step, value: str) -> Option | None:
    """The option of that label."""
    return next((one for one in step.options if one.label == value), None)


def proposes(script: Script, path: Sequence[DraftStep]) -> tuple[str, str] | None:
    """The outcome code that the latest telling answer suggests, with that answer's label."""
    found = None
    steps = {step.id: step for step in script.steps}
    walk = _walk(script, path)
    for _, entry in [*walk.moved, *([walk.held] if walk.held else [])]:
        picked = option(steps[entry.step], entry.value)
        if picked is not None and picked.proposes:
            found = picked.proposes, picked.label
    return found


def _journeys(
    facts: PersonFacts | None, library: Library, now: datetime, journey: str | None
) -> list[JourneyView]:
    """The journeys to choose from, the one that moved last first."""
    if facts is None:
        return []
    views = [view for view in stages(facts, library, now) if journey in {None, view.journey}]
    return sorted(views, key=lambda view: view.since, reverse=True)


def _fits(
    choice: ScriptChoice,
    view: JourneyView,
    direction: Direction,
    index: FactIndex,
    now: datetime,
) -> bool:
    if choice.stages and view.stage not in choice.stages:
        return False
    if choice.direction not in {None, direction}:
        return False
    return all(matches(condition, index, now) for condition in choice.when)


def _default(library: Library, direction: Direction, line: str | None) -> str | None:
    rules = library.rules
    of_line = [one.script for one in rules.lines if one.key == line]
    of_lines = [one.script for one in rules.lines]
    inbound, outbound = [*of_line, *of_lines], [rules.outbound_script]
    wanted = outbound + inbound if direction is Direction.OUTBOUND else inbound + outbound
    return next((key for key in (*wanted, *library.scripts) if key in library.scripts), None)


def _first(script: Script) -> Step | None:
    named = [step for step in script.steps if step.id == script.first]
    return next(iter((*named, *script.steps)), None)


def _next(script: Script, step: Step, value: str) -> Step | None:
    """Where an answer leads; a step that is not there ends the script."""
    picked = option(step, value)
    key = picked.next if picked is not None and picked.next else step.next
    return next((one for one in script.steps if one.id == key), None)


def _since_begun(path: Sequence[DraftStep]) -> Iterator[tuple[int, DraftStep]]:
    """The entries of the script in use, with their places in the path."""
    starts = [place for place, entry in enumerate(path) if entry.kind == SCRIPT]
    begun = starts[-1] + 1 if starts else 0
    return ((place, entry) for place, entry in enumerate(path) if place >= begun)


def _settled(entries: Iterator[tuple[int, DraftStep]]) -> frozenset[str]:
    return frozenset(entry.step for _, entry in entries if entry.kind in {READ, MISSED})


def _walk(script: Script, path: Sequence[DraftStep]) -> _Walk:
    settled = _settled(_since_begun(path))
    here = _first(script)
    walk = _Walk(reached=[here] if here else [])
    for place, entry in _since_begun(path):
        if here is None:
            break
        if entry.kind != ANSWER or entry.step != here.id:
            continue
        if here.required and here.id not in settled:
            walk.held = place, entry
            continue
        walk.moved.append((place, entry))
        here = _next(script, here, entry.value)
        if here is not None:
            walk.reached.append(here)
    walk.here = here
    return walk


def _usual_way(script: Script, step: Step | None) -> Iterator[Step]:
    """The steps from this one to the end by first answers; a step seen twice ends it."""
    seen: set[str] = set()
    while step is not None and step.id not in seen:
        seen.add(step.id)
        yield step
        step = _next(script, step, step.options[0].label if step.options else "")


def _without(path: Sequence[DraftStep], place: int) -> tuple[DraftStep, ...]:
    return (*path[:place], *path[place + 1 :])


def _at(draft: Draft, script: Script, path: tuple[DraftStep, ...]) -> Draft:
    step = current(script, path)
    return replace(draft, path=path, step=step.id if step else None)

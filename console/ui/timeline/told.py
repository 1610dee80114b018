"""What is told of one touchpoint: lines in sections, alike on the screen, on paper and in a file.

Everything is plain text; what was written by others stands as it was written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.models.terms import TouchpointKind, VerificationItem
from console.models.touchpoint_detail import CallView, CorrectionView, EventView, TouchpointDetail
from console.models.views import VerificationView
from console.rules import phone
from console.ui import marks, text, words
from console.ui.supervisor import wording
from console.ui.text import translate

_LATE = timedelta(minutes=1)
"""What came to the shared database later than this after it was logged says so."""


@dataclass(frozen=True, slots=True)
class Line:
    """`label` stands before the text, `time` after it; `icon` marks a step or an event."""

    text: str
    label: str = ""
    time: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; the first section has none."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words: its title, when it was (in the person's zone), and all that is known."""

    title: str
    when: str
    sections: tuple[Section, ...]


def told(detail: TouchpointDetail, zone: str, now: datetime) -> Told:
    """Put an entry into words, times in `zone` (IANA)."""
    entry = detail.entry
    sections = (
        Section("", tuple(_facts(detail, zone, now))),
        Section(_written(detail), _paragraphs(_text(detail))),
        Section(
            translate("told", "What became of it"),
            tuple(_event(event, zone, now) for event in detail.events),
        ),
        *_of_call(detail.call, zone, now),
        Section(
            translate("told", "Corrected"),
            tuple(line for one in detail.corrections for line in _correction(one, zone, now)),
        ),
        Section(translate("told", "On record"), tuple(_on_record(detail, zone, now))),
    )
    when = translate("told", "{0}, {1} time", "day and time, zone").format(
        text.moment(entry.at, zone, now), text.zone_name(zone)
    )
    return Told(marks.entry_title(entry), when, tuple(one for one in sections if one.lines))


def as_text(given: Told) -> str:
    """An entry as lines of plain text, for paper and files."""
    lines = [given.title, given.when, ""]
    for section in given.sections:
        if section.title:
            lines += [section.title.upper()]
        lines += [_plain(line) for line in section.lines]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _plain(line: Line) -> str:
    said = f"{line.label}: {line.text}" if line.label else line.text
    return f"{line.time}  {said}" if line.time else said


def _facts(detail: TouchpointDetail, zone: str, now: datetime) -> Iterator[Line]:
    entry, call = detail.entry, detail.call
    way = f"{words.direction(entry.direction)}, {words.channel(entry.channel).lower()}"
    yield Line(way, translate("told", "Way"))
    status = marks.status(entry.status, zone, now).text if entry.status else ""
    version = translate("told", "version {0}").format(detail.version) if detail.version else ""
    pairs = (
        (translate("told", "Status"), status),
        (translate("told", "By"), entry.by),
        (translate("told", "Journey"), entry.campaign),
        (translate("told", "Content"), ", ".join(filter(None, (detail.content, version)))),
        (translate("told", "Place"), detail.place),
        (translate("told", "With"), detail.with_whom),
        (translate("told", "Number"), phone.display(call.phone) if call and call.phone else ""),
    )
    for label, said in pairs:
        if said:
            yield Line(said, label)


def _written(detail: TouchpointDetail) -> str:
    if detail.entry.kind is TouchpointKind.CALL:
        return translate("told", "Notes")
    return translate("told", "Text")


def _text(detail: TouchpointDetail) -> str:
    return (detail.call.notes if detail.call else "") or detail.entry.summary


def _paragraphs(written: str) -> tuple[Line, ...]:
    return tuple(Line(part.rstrip()) for part in written.strip().splitlines() if part.strip())


def _event(event: EventView, zone: str, now: datetime) -> Line:
    said = marks.event(event.kind, event.label)
    if event.detail:
        said = translate("told", "{0}: {1}", "what happened: more of it").format(said, event.detail)
    if event.voided is not None:
        said = translate("told", "{0} (taken back: {1})").format(said, event.voided)
    icon = "undo-2" if event.voided is not None else "check"
    return Line(said, time=text.moment(event.at, zone, now), icon=icon)


def _of_call(call: CallView | None, zone: str, now: datetime) -> Iterator[Section]:
    if call is None:
        return
    yield Section(translate("told", "Call"), tuple(_course(call, zone)))
    effects = tuple(
        Line(wording.effect_line(view, zone), icon="arrow-right") for view in call.effects
    )
    yield Section(translate("told", "What was agreed"), effects)
    path = tuple(
        Line(
            wording.path_line(step),
            time=text.time_of_day(step.at, zone),
            icon="x" if step.kind == "missed" else "check",
        )
        for step in call.path
    )
    yield Section(translate("told", "Script answers"), path)


def _course(call: CallView, zone: str) -> Iterator[Line]:
    times = translate("told", "{0} to {1}", "time, time").format(
        text.time_of_day(call.started_at, zone), text.time_of_day(call.ended_at, zone)
    )
    yield Line(times, translate("told", "Line"))
    answered = translate("told", "nobody answered")
    if call.answered_at is not None:
        answered = text.time_of_day(call.answered_at, zone)
    yield Line(answered, translate("told", "Answered"))
    if call.hold_seconds:
        yield Line(text.duration(call.hold_seconds), translate("told", "On hold"))
    for view in call.verification:
        yield Line(_verified(view, zone), translate("told", "Verified"))
    if call.code_label:
        outcome = ": ".join(filter(None, (call.code_label, call.reason or "")))
        yield Line(outcome, translate("told", "Outcome"))
    if call.script_title:
        version = call.script_version
        script = call.script_title
        if version is not None:
            script = translate("told", "{0}, version {1}").format(script, version)
        yield Line(script, translate("told", "Script"))


def _verified(view: VerificationView, zone: str) -> str:
    items = [
        words.item(VerificationItem(item)) if item in set(VerificationItem) else item
        for item in view.matched
    ]
    state = wording.verification(view.state)
    return ", ".join((view.name, text.time_of_day(view.at, zone), state, *items))


def _correction(one: CorrectionView, zone: str, now: datetime) -> Iterator[Line]:
    was = translate("told", "Was logged as {0} by {1}, {2}").format(
        one.code_label, one.logged_by, text.moment(one.logged_at, zone, now)
    )
    why = translate("told", "Taken back by {0}: {1}").format(one.by, one.why)
    yield Line(was, icon="history")
    if one.notes:
        yield Line(one.notes)
    yield Line(why, time=text.moment(one.at, zone, now), icon="undo-2")


def _on_record(detail: TouchpointDetail, zone: str, now: datetime) -> Iterator[Line]:
    made_at, received_at = detail.made_at, detail.received_at
    if made_at is None:
        return
    if detail.brought is not None:
        brought = translate("told", "{0} by {1}: {2}", "day and time, who, files").format(
            text.moment(detail.brought.at, zone, now),
            detail.brought.by,
            ", ".join(detail.brought.files),
        )
        yield Line(brought, translate("told", "Import"))
        return
    logged = translate("told", "{0} by {1}", "day and time, who")
    yield Line(
        logged.format(text.moment(made_at, zone, now), detail.logged_by),
        translate("told", "Logged"),
    )
    if received_at is not None and received_at - made_at > _LATE:
        yield Line(text.moment(received_at, zone, now), translate("told", "Received"))

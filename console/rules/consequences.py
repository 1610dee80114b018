"""Consequences: what logging this draft will change, told before it is logged."""

from dataclasses import replace
from datetime import datetime

from console.models.bodies import Library
from console.models.commands import Effects
from console.models.draft import Draft
from console.models.ids import FactId, TouchpointId, derived_id
from console.models.person_facts import Fact, PersonFacts
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    HoldCause,
    OpenKind,
    Stage,
    TouchpointKind,
)
from console.models.views import JourneyView
from console.rules import days, phone
from console.rules.call import subject
from console.rules.effects import effects
from console.rules.hours import zone_of
from console.rules.stage import stages

SEND_KINDS = {
    Channel.TEXT: TouchpointKind.TEXT,
    Channel.EMAIL: TouchpointKind.EMAIL,
    Channel.MAIL: TouchpointKind.LETTER,
    Channel.PORTAL: TouchpointKind.PORTAL_MESSAGE,
}
HOLDS = {
    HoldCause.DECEASED: "holds all outreach until the death is confirmed",
    HoldCause.COMPLAINT_OPEN: "holds outreach while the complaint is open",
}


def consequences(draft: Draft, facts: PersonFacts | None, library: Library, now: datetime) -> str:
    """One sentence, such as "Logging moves Flu season from Acceptance to Acquisition and closes
    the inquiry of 08:14."; empty when nothing follows or nobody is known. `facts` are of the first
    person whom the call is about; times are in her zone.
    """
    person = subject(draft)
    code = library.codes.find(draft.code) if draft.code else None
    if facts is None or person is None or code is None:
        return ""
    brought = effects(draft, {person: facts}, library, now)
    parts = [
        *_moves(draft, facts, brought, library, now),
        *_closes(facts, brought, library, now),
        *(HOLDS.get(hold.cause, "holds outreach") for hold in brought.holds),
    ]
    if code.marks_wrong_number and draft.phone:
        parts.append(f"marks {phone.display(draft.phone)} wrong")
    return f"Logging {_listed(parts)}." if parts else ""


def after(draft: Draft, facts: PersonFacts, library: Library, now: datetime) -> PersonFacts:
    """The person's facts as if the call were logged now: what the guide advises next rests on."""
    person = subject(draft)
    if person is None:
        return facts
    return would_be(draft, facts, effects(draft, {person: facts}, library, now), now)


def would_be(draft: Draft, facts: PersonFacts, brought: Effects, now: datetime) -> PersonFacts:
    """The person's facts as they will be once the draft is applied."""
    outcome_at = draft.ended_at or now
    added = [
        _fact(draft, "call", TouchpointKind.CALL, "", draft.started_at, draft.direction),
        _fact(
            draft,
            "call",
            f"{TouchpointKind.CALL}.{EventKind.OUTCOME}",
            draft.code or "",
            outcome_at,
            draft.direction,
        ),
    ]
    for appointment in brought.appointments:
        kind, service = TouchpointKind.APPOINTMENT, appointment.service
        booked = f"{kind}.{EventKind.BOOKED}"
        added.append(_visit(draft, kind, service, appointment.at))
        added.append(_visit(draft, booked, service, outcome_at))
    for send in brought.sends:
        kind = SEND_KINDS.get(send.channel, TouchpointKind.OTHER)
        added.append(
            replace(
                _fact(draft, str(send.id), kind, send.content, send.at, Direction.OUTBOUND),
                channel=send.channel,
                outreach_class=send.outreach_class,
            )
        )
    merged = sorted((*facts.facts, *added), key=lambda fact: (fact.at, fact.id))
    held = tuple(entry for entry in facts.open if entry.id not in _closed(brought))
    return replace(facts, facts=tuple(merged), open=held)


def _closed(brought: Effects) -> set[FactId]:
    return {closure.target for closure in brought.closures}


def _visit(draft: Draft, kind: str, service: str, at: datetime) -> Fact:
    fact = _fact(draft, "appointment", kind, service, at, Direction.OUTBOUND)
    return replace(fact, channel=Channel.VISIT)


def _fact(draft: Draft, name: str, kind: str, ref: str, at: datetime, direction: Direction) -> Fact:
    return Fact(
        id=FactId(derived_id(draft.command_id, "would-be", name, kind)),
        at=at,
        kind=kind,
        ref=ref,
        touchpoint=TouchpointId(derived_id(draft.command_id, "would-be", name)),
        channel=Channel.CALL,
        direction=direction,
    )


def _moves(
    draft: Draft, facts: PersonFacts, brought: Effects, library: Library, now: datetime
) -> list[str]:
    later = max(now, draft.ended_at or now)
    before = {view.journey: view for view in stages(facts, library, later)}
    after = stages(would_be(draft, facts, brought, later), library, later)
    return [
        f"moves {view.title} from {_stage(before[view.journey].stage)} to {_stage(view.stage)}"
        for view in after
        if _moved(before.get(view.journey), view)
    ]


def _moved(before: JourneyView | None, after: JourneyView) -> bool:
    return before is not None and before.stage is not after.stage


def _stage(stage: Stage) -> str:
    return stage.value.capitalize()


def _closes(facts: PersonFacts, brought: Effects, library: Library, now: datetime) -> list[str]:
    zone = days.zone_of(zone_of(facts, library.rules), library.rules.zone)
    entries = {entry.id: entry for entry in facts.open}
    parts = []
    for closure in brought.closures:
        entry = entries.get(closure.target)
        verb = "keeps" if closure.target_kind is OpenKind.PROMISE else "closes"
        what = closure.target_kind.value.replace("_", " ")
        if entry is None:
            parts.append(f"{verb} the {what}")
            continue
        at = entry.due_at or entry.at if closure.target_kind is not OpenKind.INQUIRY else entry.at
        day = days.day(at, now, zone)
        when = days.clock(at, zone) if day == "today" else f"{day}, {days.clock(at, zone)}"
        due = "due" if closure.target_kind is not OpenKind.INQUIRY and entry.due_at else "of"
        parts.append(f"{verb} the {what} {due} {when}")
    return parts


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)

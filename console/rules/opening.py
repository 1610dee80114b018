"""The four lines under the header: why this call, what we sent, what they did, what is promised.

Facts carry no titles, so a caller asks `wanted` first, looks these few up, and hands them in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from console.models.ids import TouchpointId
from console.models.person_facts import Fact, OpenEntry, PersonFacts
from console.models.terms import Direction, OpenKind, TouchpointKind
from console.models.views import OpeningLine
from console.rules import days
from console.rules.recent import ENGAGED, Done, Recent, recent

_NAMES: dict[str, str] = {
    TouchpointKind.CALL: "Call",
    TouchpointKind.TEXT: "Text",
    TouchpointKind.EMAIL: "Email",
    TouchpointKind.LETTER: "Letter",
    TouchpointKind.FORM: "Web form",
    TouchpointKind.PAMPHLET: "Pamphlet",
    TouchpointKind.PAGE: "Web page",
    TouchpointKind.SYMPTOM_CHECKER: "Symptom checker",
    TouchpointKind.PORTAL_MESSAGE: "Portal message",
    TouchpointKind.APPOINTMENT: "Appointment",
    TouchpointKind.VISIT: "Visit",
    TouchpointKind.IMMUNIZATION: "Immunization",
    TouchpointKind.EVENT: "Event",
}
_ASKED: dict[str, str] = {
    TouchpointKind.FORM: "Asked on a form",
    TouchpointKind.EMAIL: "Asked by email",
    TouchpointKind.TEXT: "Asked by text",
    TouchpointKind.PORTAL_MESSAGE: "Asked over the portal",
    TouchpointKind.CALL: "Asked on a call",
}

_CALLED = "Called us. Nothing is waiting for an answer."
_NOTHING_WAITS = "Nothing is waiting for a call."


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a record is open: a call in a direction, from a worklist or not, or nothing of these.

    `worklist` is the journey's purpose line or title; `attempt` of `attempts` where known.
    """

    direction: Direction | None = None
    worklist: str = ""
    attempt: int | None = None
    attempts: int | None = None


def wanted(facts: PersonFacts, now: datetime) -> tuple[TouchpointId, ...]:
    """The touchpoints, three at most, whose titles `opening` can use."""
    past = recent(facts, now)
    found = [entry.touchpoint.touchpoint for entry in past.done]
    if past.sent is not None:
        found.append(past.sent.touchpoint)
    return tuple(dict.fromkeys(found))


def opening(
    facts: PersonFacts,
    titles: Mapping[TouchpointId, str],
    now: datetime,
    *,
    zone: str,
    occasion: Occasion | None = None,
) -> tuple[OpeningLine, OpeningLine, OpeningLine, OpeningLine]:
    """The lines why, sent, did and promised, in this order, each linked to its touchpoint.

    A title that is missing (or hidden by its label) is replaced by the kind of touchpoint. Times
    are said in the person's zone, in `zone` (IANA) where none is known. `masked` of each line is
    for a person who is not verified yet: days and counts, no title and no words of hers.
    """
    past = recent(facts, now)
    local = days.zone_of(facts.zone, zone)
    occasion = occasion or Occasion()
    return (
        _why(past, occasion, now),
        _sent(past, titles, now, local),
        _did(past, titles, now, local),
        _promised(past, occasion, now, local),
    )


def _why(past: Recent, occasion: Occasion, now: datetime) -> OpeningLine:
    entry = past.awaited
    inbound = occasion.direction == Direction.INBOUND
    if entry is not None:
        asked = _asked(entry, past)
        begin = "Called us. Open: " if inbound else ""
        text = f"{begin}{asked}: {entry.what}" if entry.what else f"{begin}{asked}."
        return _line("why", text, f"{begin}{asked}.", past, entry)
    if inbound:
        return OpeningLine(kind="why", text=_CALLED, masked=_CALLED)
    if occasion.worklist:
        text = f"Worklist {occasion.worklist}{_attempt(occasion)}."
        return OpeningLine(kind="why", text=text, masked=text, link_text="Worklist", link_at=now)
    return OpeningLine(kind="why", text=_NOTHING_WAITS, masked=_NOTHING_WAITS)


def _attempt(occasion: Occasion) -> str:
    if occasion.attempt is None:
        return ""
    of = f" of {occasion.attempts}" if occasion.attempts is not None else ""
    return f", attempt {occasion.attempt}{of}"


def _asked(entry: OpenEntry, past: Recent) -> str:
    if entry.kind == OpenKind.CALLBACK:
        return "Asked to be called back" if entry.asked_for else "We said that we call back"
    source = past.touchpoints.get(entry.touchpoint) if entry.touchpoint is not None else None
    return _ASKED.get(source.kind, "Asked") if source is not None else "Asked"


def _sent(
    past: Recent, titles: Mapping[TouchpointId, str], now: datetime, zone: ZoneInfo
) -> OpeningLine:
    fact = past.sent
    if fact is None:
        return OpeningLine(kind="sent", text="Nothing yet.", masked="Nothing yet.")
    lost = " It did not arrive." if past.lost else ""
    messages = "1 message" if past.sent_in_all == 1 else f"{past.sent_in_all} messages"
    return OpeningLine(
        kind="sent",
        text=f"{_sentence(_title(fact, titles))}{lost}",
        masked=f"{messages}, the last {_on(days.day(fact.at, now, zone))}.",
        link_text=_name(fact),
        link_at=fact.at,
        touchpoint=fact.touchpoint,
    )


def _did(
    past: Recent, titles: Mapping[TouchpointId, str], now: datetime, zone: ZoneInfo
) -> OpeningLine:
    if not past.done:
        none = "No reply yet." if past.sent is not None else "Nothing yet."
        return OpeningLine(kind="did", text=none, masked=none)
    told = [_done(entry, titles) for entry in past.done]
    latest = past.done[-1]
    return OpeningLine(
        kind="did",
        text=_sentence("; then ".join(told)),
        masked=f"Last heard from {_on(days.day(latest.fact.at, now, zone))}.",
        link_text=_name(latest.touchpoint),
        link_at=latest.fact.at,
        touchpoint=latest.fact.touchpoint,
    )


def _done(entry: Done, titles: Mapping[TouchpointId, str]) -> str:
    verb = ENGAGED.get(entry.fact.kind.partition(".")[2])
    title = _title(entry.touchpoint, titles)
    return f"{title}, {verb}" if verb else title


def _promised(past: Recent, occasion: Occasion, now: datetime, zone: ZoneInfo) -> OpeningLine:
    entry = past.promised
    if entry is None:
        return OpeningLine(kind="promised", text="Nothing is open.", masked="Nothing is open.")
    due = _due(entry, now, zone)
    if entry.kind == OpenKind.PROMISE:
        what = entry.what.rstrip(". ") or "A promise"
        text = f"{what}, {due}" if due else what
        masked = f"A promise, {due}." if due else "A promise."
    else:
        said = "An answer" if entry.kind == OpenKind.INQUIRY else "A call back"
        keeps = " This call keeps it." if occasion.direction == Direction.OUTBOUND else ""
        text = masked = f"{said}, {due}.{keeps}" if due else f"{said}.{keeps}"
    line = _line("promised", text, masked, past, entry)
    return replace(line, link_text="Promise", link_at=entry.due_at)


def _due(entry: OpenEntry, now: datetime, zone: ZoneInfo) -> str:
    if entry.due_at is None:
        return ""
    begin = "was due" if entry.due_at < now else "due"
    return f"{begin} {days.day(entry.due_at, now, zone)} by {days.clock(entry.due_at, zone)}"


def _line(kind: str, text: str, masked: str, past: Recent, entry: OpenEntry) -> OpeningLine:
    source = past.touchpoints.get(entry.touchpoint) if entry.touchpoint is not None else None
    return OpeningLine(
        kind=kind,
        text=_sentence(text),
        masked=masked,
        link_text=_name(source)
        if source is not None
        else entry.kind.replace("_", " ").capitalize(),
        link_at=source.at if source is not None else entry.at,
        touchpoint=source.touchpoint if source is not None else entry.touchpoint,
    )


def _sentence(text: str) -> str:
    whole = text if text.endswith((".", "?", "!")) else f"{text}."
    return whole[:1].upper() + whole[1:]


def _on(words: str) -> str:
    return words if words in ("today", "yesterday") else f"on {words}"


def _title(fact: Fact, titles: Mapping[TouchpointId, str]) -> str:
    return (titles.get(fact.touchpoint) or _name(fact)).rstrip(". ")


def _name(fact: Fact) -> str:
    return _NAMES.get(fact.kind, "Touchpoint")

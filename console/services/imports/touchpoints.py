"""Writing touchpoints: new ones with their events, and events that came since."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from console.models.facts import (
    Appointment,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
    Void,
)
from console.models.ids import derived_id
from console.models.terms import Channel, EventKind, Part
from console.services.apply.rows import local_day
from console.services.imports.batch import Batch, own_id
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import UNIQUE_ID, Known, Resolver, best, records
from console.services.imports.values import EventValues, Reference, TouchpointValues

NO_PATIENT = "its patient is not on record, nor in these files"
WITHDRAWN = " entered in error"
PAST = ("before", "was")


def write_touchpoints(
    batch: Batch, resolver: Resolver, tally: Tally, touchpoints: Sequence[TouchpointValues]
) -> None:
    """Adds to `batch` what these touchpoints bring, and counts the new ones."""
    resolver.sources.update(one.origin.source for one in touchpoints)
    known = records(
        batch.session, resolver.sources, ((one.origin.kind, one.origin.key) for one in touchpoints)
    )
    news: list[tuple[TouchpointValues, Known | None]] = []
    for one in touchpoints:
        found = _match(one, known.get((one.origin.kind, one.origin.key), []))
        if found is None or batch.is_news(one.origin, found):
            news.append((one, found))
    named = [(found, one.origin.source) for one, _ in news for found in _references(one)]
    resolver.load(batch.session, (reference for reference, _ in named))
    resolver.load_names(batch.session, named)
    for one, found in news:
        people = _people(resolver, one)
        if not people:
            tally.reject(Rejected(one.origin.file, one.origin.where, NO_PATIENT))
        elif found is None:
            _first_time(batch, resolver, tally, one, people)
        else:
            _again(batch, resolver, tally, one, people, found)


def _match(one: TouchpointValues, listed: Sequence[Known]) -> Known | None:
    """What this is on record: the same id of the same source, or certainly the same of another."""
    if found := best(listed, one.origin):
        return found
    for other in listed:
        same_time = other.seen.get("at") == one.at.isoformat()
        if UNIQUE_ID.fullmatch(one.origin.key) or same_time:
            return other
    return None


def _references(one: TouchpointValues) -> list[Reference]:
    others = (one.place, one.speaking)
    return [*one.patients, *one.with_whom, *(other for other in others if other)]


def _people(resolver: Resolver, one: TouchpointValues) -> dict[UUID, Part]:
    """Whom the touchpoint is about, and who spoke for them."""
    source = one.origin.source
    about = [resolver.resolve(patient, source) for patient in one.patients]
    people = {person: Part.ABOUT for person in about if person}
    speaker = resolver.resolve(one.speaking, source) if one.speaking else None
    if people and speaker:
        people.setdefault(speaker, Part.SPEAKING)
    return people


def _first_time(
    batch: Batch,
    resolver: Resolver,
    tally: Tally,
    one: TouchpointValues,
    people: Mapping[UUID, Part],
) -> None:
    if one.withdrawn:
        tally.skip(one.origin.kind + WITHDRAWN)
        return
    touchpoint = own_id(one.origin)
    _insert(batch, resolver, one, touchpoint, people)
    _insert_events(batch, one, touchpoint, turn=0)
    tally.touchpoints += 1
    _remember(batch, one, touchpoint, {"turn": 0, "moves": 0})


def _again(
    batch: Batch,
    resolver: Resolver,
    tally: Tally,
    one: TouchpointValues,
    people: Mapping[UUID, Part],
    found: Known,
) -> None:
    """A touchpoint on record whose source changed: facts are never edited.

    A new status appends its event. Another time or end, a withdrawal, or other words of what
    stands for a while (another member of a team), voids the old touchpoint; a new one stands in
    for it.
    """
    turn, moves = int(found.seen.get("turn", 0)), int(found.seen.get("moves", 0))
    touchpoint = found.target
    gone = bool(found.seen.get("withdrawn"))
    past = _past(batch, found)
    if not gone and (one.withdrawn or _is_moved(one, found)):
        _void(batch, touchpoint, "withdrawn at the source" if one.withdrawn else "moved")
        gone, past = True, _as_it_was(found)
    if gone and not one.withdrawn:
        moves, turn = moves + 1, 0
        touchpoint = derived_id(own_id(one.origin), "move", str(moves))
        _insert(batch, resolver, one, touchpoint, people)
        _insert_events(batch, one, touchpoint, turn=0)
        tally.touchpoints += 1
    elif not gone:
        turn += found.seen.get("status") != one.status
        _insert_events(batch, one, touchpoint, turn=turn)
    _remember(batch, one, touchpoint, {"turn": turn, "moves": moves, **past})


def _as_it_was(found: Known) -> dict[str, Any]:
    """What an undoing of this import brings back: which touchpoint, and what was seen of it.

    Its moves count on, so that none gets the id of one that was undone.
    """
    was = {name: value for name, value in found.seen.items() if name not in {*PAST, "moves"}}
    return {"before": str(found.target), "was": was}


def _past(batch: Batch, found: Known) -> dict[str, Any]:
    """The same, of an earlier batch of this import."""
    if not batch.is_of_this_import(found):
        return {}
    return {name: found.seen[name] for name in PAST if name in found.seen}


def _is_moved(one: TouchpointValues, found: Known) -> bool:
    seen = found.seen
    return seen.get("at") != one.at.isoformat() or any(
        seen.get(name) != value for name, value in _standing(one).items()
    )


def _standing(one: TouchpointValues) -> dict[str, str | None]:
    """What of care that stands for a while has to be remembered besides: its end and its words."""
    if one.channel != Channel.CARE:
        return {}
    words = (one.title, one.summary, one.ref, sorted(one.labels), one.place, one.with_whom)
    shown = hashlib.sha256(repr(words).encode()).hexdigest()[:16]
    return {"until": one.until.isoformat() if one.until else None, "shown": shown}


def _void(batch: Batch, target: UUID, reason: str) -> None:
    batch.add(
        Void,
        id=derived_id(target, "void"),
        command_id=batch.command_id,
        labels=frozenset(),
        target_id=target,
        reason=reason,
        at=batch.now,
    )


def _remember(
    batch: Batch, one: TouchpointValues, touchpoint: UUID, more: Mapping[str, Any]
) -> None:
    now = {"at": one.at.isoformat(), "status": one.status, "withdrawn": one.withdrawn}
    batch.remember(one.origin, touchpoint, {**now, **_standing(one), **more})


def _insert(
    batch: Batch,
    resolver: Resolver,
    one: TouchpointValues,
    touchpoint: UUID,
    people: Mapping[UUID, Part],
) -> None:
    source = one.origin.source
    place = resolver.name(one.place, source) if one.place else ""
    named = (resolver.name(found, source) for found in one.with_whom)
    with_whom = ", ".join(dict.fromkeys(name for name in named if name not in {"", place}))[:300]
    copied: dict[str, Any] = {
        "at": one.at,
        "channel": one.channel,
        "direction": one.direction,
        "kind": one.kind,
        "ref": one.ref,
        "outreach_class": one.outreach_class,
        "command_id": batch.command_id,
        "labels": one.labels,
    }
    batch.add(
        Touchpoint,
        id=touchpoint,
        day=local_day(one.at, batch.zone),
        version=None,
        title=one.title,
        summary=one.summary or ", ".join(part for part in (place, with_whom) if part),
        campaign="",
        by=with_whom or place,
        login=None,
        **copied,
    )
    for person, part in people.items():
        batch.add(TouchpointPerson, touchpoint_id=touchpoint, person_id=person, part=part, **copied)
    if one.appointment:
        _insert_appointment(batch, one, touchpoint, next(iter(people)), place, with_whom)


def _insert_appointment(
    batch: Batch, one: TouchpointValues, touchpoint: UUID, person: UUID, place: str, with_whom: str
) -> None:
    assert one.appointment is not None  # noqa: S101 - the caller looked
    batch.add(
        Appointment,
        id=touchpoint,
        command_id=batch.command_id,
        labels=one.labels,
        person_id=person,
        at=one.at,
        ends_at=one.appointment.ends_at,
        place=place,
        with_whom=with_whom,
        service=one.appointment.service,
    )


def _insert_events(batch: Batch, one: TouchpointValues, touchpoint: UUID, *, turn: int) -> None:
    """Events that are not there yet; `turn` counts how often the status changed at the source.

    An event that a status implies has one id a turn; others have one for good. So the same
    status seen twice is one event, and booked, cancelled, booked again are three.
    """
    for event in one.events:
        if event.current:
            mark, at = str(turn), event.later if turn else event.at
        elif turn and event.kind is EventKind.BOOKED:
            continue  # it was concluded from what came after, and an earlier import saw it itself
        else:
            mark, at = "once", event.at
        _insert_event(batch, one, event, touchpoint, mark, at)


def _insert_event(
    batch: Batch,
    one: TouchpointValues,
    event: EventValues,
    touchpoint: UUID,
    mark: str,
    at: datetime,
) -> None:
    batch.add(
        TouchpointEvent,
        id=derived_id(touchpoint, "event", event.kind, mark),
        command_id=batch.command_id,
        labels=one.labels,
        touchpoint_id=touchpoint,
        at=at,
        kind=event.kind,
        ref=event.ref,
        detail=event.detail,
    )

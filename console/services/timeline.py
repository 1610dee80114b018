"""The timeline: a person's touchpoints, newest first, one row each, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from console.models.bodies import Codes
from console.models.facts import TouchpointEvent, TouchpointPerson
from console.models.ids import PersonId, TouchpointId
from console.models.person_facts import ConsentEntry, PersonFacts
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    Label,
    OutreachClass,
    Part,
    Purpose,
    TouchpointKind,
)
from console.models.views import TimelineEntry, TimelineFilter, TimelinePage
from console.rules import consent
from console.rules.status import StatusEvent, happened, lies_ahead, status
from console.services.open_facts import not_void
from console.services.person_facts import own, visible
from console.services.reach import Reach
from console.services.statements import LIMIT, PEOPLE, rows
from console.services.timeline_texts import texts_that_hold
from console.services.touchpoints import read_calls, read_events, read_texts

CONTENT_KINDS = (
    TouchpointKind.EMAIL,
    TouchpointKind.TEXT,
    TouchpointKind.LETTER,
    TouchpointKind.PAMPHLET,
    TouchpointKind.PORTAL_MESSAGE,
)
BY_NUMBER = (Channel.CALL, Channel.TEXT)
EVERY = 2**31 - 1
"""Rows: no limit."""

Place = tuple[datetime, UUID]
"""Where a touchpoint stands: when it was, and its id among those of one instant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page is read with: whose, what may be seen, which consents and codes apply, when."""

    people: frozenset[PersonId]
    consents: tuple[ConsentEntry, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    codes: Codes
    now: datetime
    hidden: frozenset[Label] = frozenset()


def reading(
    reach: Reach | PersonFacts, codes: Codes, now: datetime, hidden: frozenset[Label]
) -> Reading:
    """With what the timeline of these people is read; wrong numbers are no way to reach them."""
    return Reading(
        people=reach.people,
        consents=reach.consents,
        phones=tuple(phone for phone in reach.phones if phone not in reach.wrong),
        emails=tuple(email for email in reach.emails if email not in reach.wrong),
        codes=codes,
        now=now,
        hidden=hidden,
    )


def read_page(
    session: Session,
    given: Reading,
    wanted: TimelineFilter,
    limit: int,
    *,
    before: Place | None = None,
    after: Place | None = None,
) -> TimelinePage:
    """One page, down from `before` or up from `after`.

    The first also counts everything, whatever the filter leaves, and all that holds the words.
    """
    read = _page(session, given, wanted, None if wanted.sought else limit + 1, before, after)
    if wanted.sought:
        holds = texts_that_hold(session, given.people, wanted.sought)
        read = [row for row in read if holds(row)]
    shown, more = read[:limit], len(read) > limit
    edge = _place(shown[-1]) if more else None
    if after is not None:
        shown.reverse()
        return TimelinePage(entries=_entries(session, given, shown), before=None, after=edge)
    entries = _entries(session, given, shown)
    if before is not None:
        return TimelinePage(entries=entries, before=edge)
    counts, since = _counts(session, given)
    return TimelinePage(
        entries=entries,
        before=edge,
        found=len(read) if wanted.sought else None,
        total=sum(counts.values()),
        since=since,
        counts=counts,
    )


def read_entry(session: Session, given: Reading, touchpoint: UUID) -> TimelineEntry | None:
    """One touchpoint of these people as the timeline has it; None when it has none such."""
    statement = _links(given.hidden, TimelineFilter(), upward=False)
    statement = statement.where(TouchpointPerson.touchpoint_id == touchpoint)
    found = rows(session, statement, people=[*given.people], limit=len(given.people))
    shown = sorted(found, key=lambda row: not row.own)[:1]
    return next(iter(_entries(session, given, shown)), None)


def _place(row: Any) -> Place:
    return row.at, row.touchpoint_id


def _page(
    session: Session,
    given: Reading,
    wanted: TimelineFilter,
    most: int | None,
    before: Place | None,
    after: Place | None,
) -> list[Any]:
    """At most so many rows in the direction of reading, or all; a shared touchpoint counts once."""
    statement = _links(given.hidden, replace(wanted, sought=()), upward=after is not None)
    place = tuple_(TouchpointPerson.at, TouchpointPerson.touchpoint_id)
    if before is not None:
        statement = statement.where(place < before)
    if after is not None:
        statement = statement.where(place > after)
    people = [*given.people]
    limit = EVERY if most is None else most * len(people)
    found: dict[UUID, Any] = {}
    for row in rows(session, statement, people=people, limit=limit):
        known = found.get(row.touchpoint_id)
        if known is None or (row.own and not known.own):
            found[row.touchpoint_id] = row
    return list(found.values())[:most]


@cache
def _links(hidden: frozenset[Label], wanted: TimelineFilter, *, upward: bool) -> Select[Any]:
    link = TouchpointPerson
    newest_first = (link.at.desc(), link.touchpoint_id.desc())
    oldest_first = (link.at.asc(), link.touchpoint_id.asc())
    return (
        select(link.touchpoint_id, link.at, link.channel, link.direction, link.kind, link.ref)
        .add_columns(link.outreach_class, own().label("own"))
        .where(*_seen(hidden), *_filters(wanted))
        .order_by(*(oldest_first if upward else newest_first))
        .limit(LIMIT)
    )


def _seen(hidden: frozenset[Label]) -> list[ColumnElement[bool]]:
    return [
        TouchpointPerson.person_id.in_(PEOPLE),
        not_void(TouchpointPerson.touchpoint_id),
        *visible(hidden),
    ]


def _filters(wanted: TimelineFilter) -> list[ColumnElement[bool]]:
    link = TouchpointPerson
    conditions: list[ColumnElement[bool]] = []
    if wanted.channel is not None:
        conditions.append(link.channel == wanted.channel)
    if wanted.from_them:
        conditions.append(link.direction == Direction.INBOUND)
    if wanted.content_sent:
        queued = aliased(TouchpointEvent)
        was_queued = exists().where(
            queued.touchpoint_id == link.touchpoint_id, queued.kind == EventKind.QUEUED
        )
        conditions += [
            link.direction == Direction.OUTBOUND,
            link.kind.in_(CONTENT_KINDS),
            or_(link.ref != "", was_queued),
        ]
    return conditions


def _counts(session: Session, given: Reading) -> tuple[dict[Channel, int], datetime | None]:
    """Touchpoints per channel, and when the first was."""
    people = [*given.people]
    found = rows(session, _channels(given.hidden, len(people) > 1), people=people)
    counts = {Channel(row.channel): row.touchpoints for row in found}
    return counts, min((row.since for row in found), default=None)


@cache
def _channels(hidden: frozenset[Label], shared: bool) -> Select[str, int, datetime]:
    """One person has a touchpoint once; telling them apart takes most of the time of a count."""
    link = TouchpointPerson
    touchpoints = link.touchpoint_id.distinct() if shared else link.touchpoint_id
    return (
        select(
            link.channel,
            func.count(touchpoints).label("touchpoints"),
            func.min(link.at).label("since"),
        )
        .where(*_seen(hidden))
        .group_by(link.channel)
    )


def _entries(session: Session, given: Reading, shown: Sequence[Any]) -> tuple[TimelineEntry, ...]:
    ids = [row.touchpoint_id for row in shown]
    if not ids:
        return ()
    texts = read_texts(session, ids)
    events = read_events(session, ids)
    calls = read_calls(
        session, [row.touchpoint_id for row in shown if row.kind == TouchpointKind.CALL]
    )
    return tuple(
        _entry(given, row, texts[row.touchpoint_id], events, calls)
        if row.own
        else _spoken(row, texts[row.touchpoint_id], calls)
        for row in shown
    )


def _entry(
    given: Reading,
    row: Any,
    text: Any,
    events: Mapping[UUID, Sequence[StatusEvent]],
    calls: Mapping[UUID, Any],
) -> TimelineEntry:
    kind = TouchpointKind(row.kind)
    known = happened(kind, events.get(row.touchpoint_id, ()), given.now)
    call = calls.get(row.touchpoint_id)
    return TimelineEntry(
        id=TouchpointId(row.touchpoint_id),
        at=row.at,
        channel=Channel(row.channel),
        direction=Direction(row.direction),
        kind=kind,
        part=Part.ABOUT,
        title=text.title,
        summary=text.summary or (call.notes if call else "") or "",
        status=status(kind, known, stopped=_stopped(given, row), codes=given.codes),
        content=row.ref if kind in CONTENT_KINDS else "",
        campaign=text.campaign,
        by=text.by or text.staff or text.login or "",
        queued=lies_ahead(kind, known, row.at, given.now),
        talk_seconds=_talk_seconds(call),
        answered=None if call is None else call.answered_at is not None,
    )


def _spoken(row: Any, text: Any, calls: Mapping[UUID, Any]) -> TimelineEntry:
    """A touchpoint in which the person spoke for somebody else: that, and nothing of the matter."""
    call = calls.get(row.touchpoint_id)
    return TimelineEntry(
        id=TouchpointId(row.touchpoint_id),
        at=row.at,
        channel=Channel(row.channel),
        direction=Direction(row.direction),
        kind=TouchpointKind(row.kind),
        part=Part.SPEAKING,
        title="",
        summary="",
        status=None,
        content="",
        campaign="",
        by=text.by or text.staff or text.login or "",
        talk_seconds=_talk_seconds(call),
        answered=None if call is None else call.answered_at is not None,
    )


def _stopped(given: Reading, row: Any) -> bool:
    """Whether stops cover the way that this outreach would take; asked anew at each reading.

    A stop of single numbers stops it when no number or email on file is left.
    """
    if row.direction != Direction.OUTBOUND or not given.consents:
        return False
    channel = Channel(row.channel)
    marketing = row.outreach_class == OutreachClass.MARKETING
    purpose = Purpose.MARKETING if marketing else Purpose.CARE
    points: tuple[str, ...] = ()
    if channel in BY_NUMBER:
        points = given.phones
    elif channel == Channel.EMAIL:
        points = given.emails
    contacts: Iterable[str | None] = points or (None,)
    return all(
        consent.revocations_in_force(
            given.consents, channel=channel, purpose=purpose, contact=contact
        )
        for contact in contacts
    )


def _talk_seconds(call: Any | None) -> int | None:
    """Seconds of conversation, without hold; None when nobody answered."""
    if call is None or call.answered_at is None:
        return None
    talked = (call.ended_at - call.answered_at).total_seconds() - call.hold_seconds
    return max(int(talked), 0)

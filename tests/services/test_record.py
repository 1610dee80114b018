"""Opening a record, and paging through its timeline, on both databases."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from console.errors import NotFound, Refused
from console.models import facts
from console.models.ids import Login, PersonId, uuid7
from console.models.records import Relationship, Staff
from console.models.terms import (
    Channel,
    Direction,
    HoldCause,
    Label,
    OutreachClass,
    Part,
    TouchpointKind,
)
from console.models.views import TimelineFilter
from console.services.database import Database
from console.services.record import Records as RecordService
from tests.services.records import LIBRARY, NOW, Records, ago, begin

LOGIN = Login("mreyes")


def clock() -> datetime:
    return NOW


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


@pytest.fixture
def service(database: Database) -> RecordService:
    return RecordService(database, lambda: LIBRARY, clock)


def one(person: PersonId) -> frozenset[PersonId]:
    return frozenset({person})


def test_opening_leaves_who_when_and_why(
    database: Database, records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    service.open(one(person), login=LOGIN, reason="search")
    with database.transaction() as session:
        [row] = session.scalars(select(facts.Access))
        assert (row.person_id, row.login, row.reason) == (person, LOGIN, "search")
        assert (row.at == NOW) is database.embedded  # a server stamps its own time


def test_nobody_is_opened_without_a_trace_of_it(
    database: Database, records: Records, service: RecordService
) -> None:
    known = records.person("Ann Lee")
    for people in (frozenset[PersonId](), frozenset({known, PersonId(uuid7())})):
        with pytest.raises(NotFound):
            service.open(people, login=LOGIN, reason="search")
    with database.transaction() as session:
        assert session.scalars(select(facts.Access)).all() == []


def test_the_header(database: Database, records: Records, service: RecordService) -> None:
    person = records.person(
        "Denise Whitfield",
        birth="2010-06-11",
        phones=["(937) 555-0137"],
        mrn="004471",
        city="Dayton",
        interpreter=True,
        no_voicemail=True,
        zone="America/Chicago",
    )
    mother = records.person("Ann Whitfield")
    with database.transaction() as session:
        for kind, until in (("mother", None), ("guardian", (NOW - timedelta(days=1)).date())):
            session.add(
                Relationship(
                    id=uuid7(),
                    person_id=mother,
                    other_id=person,
                    kind=kind,
                    authority="personal_representative",
                    until=until,
                )
            )
    records.add(facts.Hold, person_id=person, cause=HoldCause.INPATIENT, at=ago(days=1))
    records.add(facts.Complaint, person_id=person, what="waited", at=ago(days=1))
    view = service.open(one(person), login=LOGIN, reason="call").view
    assert (view.initials, view.age, view.zone) == ("D. W.", 15, "America/Chicago")
    assert (view.place, view.mrn) == ("Dayton, OH", "004471")
    assert view.alerts == ("hold:inpatient", "complaint", "minor", "interpreter", "no_voicemail")
    assert [(entry.name, entry.kind) for entry in view.relationships] == [
        ("Ann Whitfield", "mother")
    ]
    assert {point.value for point in view.contact_points} == {"+19375550137", "1 elm st"}
    assert {entry.state for entry in view.consents} == {"not_asked"}
    assert [line.kind for line in view.openings] == ["why", "sent", "did", "promised"]
    assert [entry.what for entry in view.open] == ["waited"]


def test_pages_hold_every_touchpoint_once_newest_first(
    records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    made = [
        records.touchpoint(person, TouchpointKind.EMAIL, ago(days=number // 3))
        for number in range(23)
    ]
    seen, before = [], None
    while True:
        page = service.timeline(one(person), before=before, limit=5)
        assert len(page.entries) <= 5
        assert page.total == (23 if before is None else 0)
        seen += page.entries
        before = page.before
        if before is None:
            break
    assert {entry.id for entry in seen} == set(made)
    assert len(seen) == 23
    order = [(entry.at, entry.id) for entry in seen]
    assert order == sorted(order, reverse=True)


def test_the_first_page_counts_everything_whatever_the_filter(
    records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    email = records.touchpoint(person, TouchpointKind.EMAIL, ago(days=1), ref="flu-pamphlet")
    records.touchpoint(person, TouchpointKind.EMAIL, ago(days=2))
    form = records.touchpoint(
        person, TouchpointKind.FORM, ago(days=3), direction=Direction.INBOUND, ref="flu-call-me"
    )
    text = records.touchpoint(
        person, TouchpointKind.TEXT, ago(hours=1), events=[("queued", ago(hours=1))]
    )

    def shown(wanted: TimelineFilter) -> list[object]:
        page = service.timeline(one(person), wanted)
        assert page.total == 4
        assert page.counts == {Channel.EMAIL: 2, Channel.WEB: 1, Channel.TEXT: 1}
        assert page.since == ago(days=3)
        return [entry.id for entry in page.entries]

    assert shown(TimelineFilter(channel=Channel.TEXT)) == [text]
    assert shown(TimelineFilter(from_them=True)) == [form]
    assert shown(TimelineFilter(content_sent=True)) == [text, email]


def test_what_lies_ahead_stands_on_top(records: Records, service: RecordService) -> None:
    person = records.person("Ann Lee")
    records.touchpoint(person, TouchpointKind.EMAIL, ago(days=1), events=[("sent", ago(days=1))])
    queued = records.touchpoint(
        person, TouchpointKind.TEXT, NOW + timedelta(hours=2), events=[("queued", NOW)]
    )
    booked = records.touchpoint(
        person, TouchpointKind.APPOINTMENT, NOW + timedelta(days=1), events=[("booked", NOW)]
    )
    entries = service.timeline(one(person)).entries
    assert [entry.id for entry in entries[:2]] == [booked, queued]
    assert [entry.queued for entry in entries] == [True, True, False]


def test_a_call_shows_how_it_ended_and_how_long(
    database: Database, records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    with database.transaction() as session:
        session.add(Staff(login=LOGIN, name="Maria Reyes", role="rep"))
    call = records.touchpoint(
        person,
        TouchpointKind.CALL,
        ago(hours=1),
        login=LOGIN,
        events=[("outcome", ago(hours=1), "information_given")],
    )
    records.add(
        facts.Call,
        id=call,
        direction="outbound",
        started_at=ago(hours=1),
        answered_at=ago(minutes=59),
        ended_at=ago(minutes=55),
        hold_seconds=30,
        login=LOGIN,
    )
    records.add(
        facts.Disposition,
        call_id=call,
        at=ago(minutes=55),
        day=NOW.date(),
        login=LOGIN,
        code="information_given",
        notes="asked about the clinic",
        versions={},
    )
    [entry] = service.timeline(one(person)).entries
    assert entry.status is not None
    assert (entry.status.key, entry.status.label, entry.status.tone) == (
        "information_given",
        "Information given",
        "ok",
    )
    assert (entry.title, entry.talk_seconds, entry.answered) == ("", 210, True)
    assert (entry.by, entry.summary) == ("Maria Reyes", "asked about the clinic")


def test_a_call_for_somebody_else_tells_nothing_of_the_matter(
    database: Database, records: Records, service: RecordService
) -> None:
    mother, child = records.person("Ann Lee"), records.person("Kit Lee")
    call = records.touchpoint(
        child,
        TouchpointKind.CALL,
        ago(hours=1),
        title="Well baby",
        summary="fever",
        campaign="new-mom",
        events=[("outcome", ago(hours=1), "information_given")],
    )
    records.add(
        facts.TouchpointPerson,
        touchpoint_id=call,
        person_id=mother,
        part=Part.SPEAKING,
        at=ago(hours=1),
        channel="call",
        direction="outbound",
        kind="call",
    )
    [entry] = service.timeline(one(mother)).entries
    assert entry.part == Part.SPEAKING
    assert (entry.title, entry.summary, entry.campaign, entry.status) == ("", "", "", None)
    [whole] = service.timeline(one(child)).entries
    assert (whole.part, whole.summary) == (Part.ABOUT, "fever")


def test_a_void_touchpoint_and_a_hidden_one_are_not_there(
    records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    voided = records.touchpoint(person, TouchpointKind.VISIT, ago(days=1))
    records.add(facts.Void, target_id=voided, reason="import undone", at=NOW)
    records.touchpoint(
        person, TouchpointKind.VISIT, ago(days=2), labels=frozenset({Label.REPRODUCTIVE})
    )
    assert service.timeline(one(person)).total == 1
    page = service.timeline(one(person), hidden=frozenset({Label.REPRODUCTIVE}))
    assert (page.entries, page.total, page.counts, page.since) == ((), 0, {}, None)


@pytest.mark.parametrize(
    ("scope", "contact", "outreach_class", "key"),
    [
        ("everything", None, OutreachClass.TREATMENT, "stopped"),
        ("marketing", None, OutreachClass.MARKETING, "stopped"),
        ("marketing", None, OutreachClass.TREATMENT, "queued"),
        ("number", "+19375550137", OutreachClass.TREATMENT, "queued"),
    ],
)
def test_a_queued_send_shows_that_it_was_stopped(
    records: Records,
    service: RecordService,
    scope: str,
    contact: str | None,
    outreach_class: OutreachClass,
    key: str,
) -> None:
    person = records.person("Ann Lee", phones=["937-555-0137", "937-555-0138"])
    records.touchpoint(
        person,
        TouchpointKind.TEXT,
        ago(hours=2),
        outreach_class=outreach_class,
        events=[("queued", ago(hours=2))],
    )
    records.add(
        facts.ConsentEvent,
        person_id=person,
        contact=contact,
        action="revoked",
        form="spoken",
        scope=scope,
        lifts=[],
        at=ago(hours=1),
        by=LOGIN,
    )
    [entry] = service.timeline(one(person)).entries
    assert entry.status is not None
    assert entry.status.key == key
    [first] = service.open(one(person), login=LOGIN, reason="call").timeline.entries
    assert first == entry


def test_linked_duplicates_are_one_timeline(records: Records, service: RecordService) -> None:
    people = [records.person("Ann Lee"), records.person("Anne Lee")]
    records.touchpoint(people, TouchpointKind.EMAIL, ago(days=1))
    records.touchpoint(people[1], TouchpointKind.EMAIL, ago(days=2))
    page = service.timeline(frozenset(people))
    assert (len(page.entries), page.total) == (2, 2)


def test_a_person_is_named_by_id_or_mrn(records: Records, service: RecordService) -> None:
    person = records.person("Ann Lee", mrn="MRN-004471")
    records.person("Bea Ortiz", mrn="77")
    records.person("Cy Moss", mrn="77")
    assert service.resolve(f" {person} ") == person
    assert service.resolve("mrn-004471") == person
    with pytest.raises(Refused, match="Several"):
        service.resolve("77")
    for text in ("", "4471", "%", str(uuid7())):
        with pytest.raises(NotFound):
            service.resolve(text)


def test_what_waits_is_counted(records: Records, service: RecordService) -> None:
    person = records.person("Ann Lee")
    common = {"zone": "America/New_York", "asked_for": True, "person_id": person, "due_at": NOW}
    _open, closed, _others = (
        records.add(facts.Callback, owner=owner, **common) for owner in (LOGIN, LOGIN, "tbell")
    )
    records.add(facts.Closure, target_id=closed, target_kind="callback", manner="done", at=NOW)
    records.add(facts.Inquiry, person_id=person, at=NOW, question="Is it flu?")
    waiting = service.waiting(LOGIN)
    assert (waiting.callbacks, waiting.inquiries) == (1, 1)


def test_a_library_that_changes_shows_at_the_next_reading(
    database: Database, records: Records
) -> None:
    person = records.person("Ann Lee")
    library = LIBRARY
    service = RecordService(database, lambda: library, clock)
    assert service.open(one(person), login=LOGIN, reason="call").view.zone == LIBRARY.rules.zone
    library = replace(LIBRARY, rules=replace(LIBRARY.rules, zone="America/Denver"))
    assert service.open(one(person), login=LOGIN, reason="call").view.zone == "America/Denver"

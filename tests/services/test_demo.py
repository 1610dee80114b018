"""The demo: believable, consistent in itself, the same for the same seed, on both databases."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from console.errors import Refused
from console.models.bodies import Library
from console.models.derived import JourneyState
from console.models.facts import (
    Appointment,
    Call,
    Callback,
    Closure,
    Disposition,
    Hold,
    Inquiry,
    Promise,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
)
from console.models.ids import Login, PersonId
from console.models.records import ContactPoint, Identifier, Person, Relationship, Staff
from console.models.terms import Channel, HoldCause, Role, Stage
from console.models.views import RecordView
from console.services import search_keys
from console.services.callbacks import Callbacks
from console.services.database import Database, open_shared
from console.services.demo import DemoCounts, make, make_many
from console.services.demo.calendar import Calendar
from console.services.demo.making import Demo
from console.services.directory import Directory
from console.services.publications import Publications
from console.services.record import Records

THURSDAY = datetime(2026, 11, 19, 14, 41, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 3, 8, 5, 30, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")


def publish(database: Database, now: datetime) -> Library:
    publications = Publications(database, lambda: now)
    publications.publish_defaults(Login("set-up"), now)
    return publications.in_force(now)


def made(database: Database, people: int, now: datetime, seed: int = 1) -> DemoCounts:
    return make(database, publish(database, now), people=people, seed=seed, now=now)


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    with closing(open_shared(shared_database)) as opened:
        yield opened


@pytest.fixture(scope="module")
def center(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo in its usual size, made once for all who only read it."""
    file = tmp_path_factory.mktemp("demo") / "shared.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    with closing(open_shared(f"sqlite:///{file}")) as opened:
        made(opened, 400, THURSDAY)
        yield opened


@pytest.fixture(scope="module")
def library(center: Database) -> Library:
    return Publications(center).in_force(THURSDAY)


def rows(database: Database, *columns: Any) -> list[Any]:
    with database.transaction() as session:
        return list(session.execute(select(*columns)))


def opened(database: Database, number: str, name: str, now: datetime) -> RecordView:
    library = Publications(database).in_force(now)
    matches = Directory(database, lambda: now).by_phone(number)
    person = next(match.person for match in matches if match.name == name)
    records = Records(database, lambda: library, lambda: now)
    return records.open(frozenset({person}), login=Login("jmays"), reason="test")


def test_a_small_demo_is_counted_as_it_stands_in_the_database(database: Database) -> None:
    counts = made(database, 60, THURSDAY)
    assert counts.is_new
    assert counts.people == 60
    assert rows(database, func.count(Person.id))[0][0] == 60
    assert counts.touchpoints == rows(database, func.count(Touchpoint.id))[0][0] > 150
    assert counts.dispositions == rows(database, func.count(Disposition.id))[0][0] > 40
    assert counts.callbacks_due == 13
    assert counts.open_inquiries >= 2
    assert {stage for (stage,) in rows(database, JourneyState.stage)} == set(Stage)
    check_consistent(database, THURSDAY)


def test_on_a_sunday_night_nothing_is_told_of_the_future(sqlite_database: str) -> None:
    with closing(open_shared(sqlite_database)) as database:
        made(database, 120, SUNDAY_NIGHT)
        check_consistent(database, SUNDAY_NIGHT)
        started = [at.astimezone(ZONE) for (at,) in rows(database, Call.started_at)]
    assert {at.weekday() for at in started} <= {0, 1, 2, 3, 4}
    assert all(8 <= at.hour < 18 for at in started)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_day_and_the_seed_the_stories_can_be_told(seed: int, library: Library) -> None:
    now = THURSDAY + timedelta(days=seed * 10 + seed, hours=seed * 7)
    demo = Demo(library, 700, seed, Calendar(now, "America/New_York"))
    demo.invent()
    assert len(demo.ledger.people()) == 700


def check_consistent(database: Database, now: datetime) -> None:
    """What happened did so in an order that can be, and refers to what is there."""
    touchpoints = {
        row.id: row for row in rows(database, Touchpoint.id, Touchpoint.at, Touchpoint.kind)
    }
    events: dict[Any, dict[str, datetime]] = defaultdict(dict)
    for row in rows(
        database, TouchpointEvent.touchpoint_id, TouchpointEvent.kind, TouchpointEvent.at
    ):
        assert row.at <= now, row
        events[row.touchpoint_id][row.kind] = row.at
    for touchpoint, row in touchpoints.items():
        kinds = events[touchpoint]
        if row.at > now:
            assert "queued" in kinds or "booked" in kinds, row
        for later, earlier in (
            ("clicked", "opened"),
            ("opened", "delivered"),
            ("delivered", "sent"),
            ("attended", "booked"),
            ("no_show", "booked"),
            ("cancelled", "booked"),
        ):
            if later in kinds and row.kind in ("email", "text", "appointment"):
                assert kinds[earlier] <= kinds[later], (row, kinds)
    linked = {touchpoint for (touchpoint,) in rows(database, TouchpointPerson.touchpoint_id)}
    unlinked = set(touchpoints) - linked
    assert all(touchpoints[one].kind == "call" for one in unlinked)  # about nobody
    assert {one for (one,) in rows(database, Appointment.id)} == {
        one for one, row in touchpoints.items() if row.kind == "appointment"
    }
    ids = {
        "callback": {one for (one,) in rows(database, Callback.id)},
        "promise": {one for (one,) in rows(database, Promise.id)},
        "inquiry": {one for (one,) in rows(database, Inquiry.id)},
    }
    for closure in rows(database, Closure.target_id, Closure.target_kind):
        assert closure.target_id in ids[closure.target_kind]


def test_the_same_seed_and_instant_make_the_same_demo(
    sqlite_template: Path, tmp_path: Path
) -> None:
    def everything(name: str, seed: int) -> list[Any]:
        file = tmp_path / name
        file.write_bytes(sqlite_template.read_bytes())
        with closing(open_shared(f"sqlite:///{file}")) as database:
            made(database, 45, THURSDAY, seed)
            found = [*rows(database, Person.id, Person.name), *rows(database, Touchpoint.id)]
            found += rows(database, Disposition.id, Disposition.code, Disposition.notes)
            return sorted(map(repr, found))

    first = everything("first", 1)
    assert first == everything("again", 1)
    assert first != everything("other", 2)


def test_the_same_demo_again_writes_nothing_and_people_of_others_are_left_alone(
    sqlite_database: str,
) -> None:
    with closing(open_shared(sqlite_database)) as database:
        counts = made(database, 45, THURSDAY)
        again = made(database, 45, THURSDAY + timedelta(days=1))
        assert not again.is_new
        assert (again.people, again.touchpoints) == (counts.people, counts.touchpoints)
        with pytest.raises(Refused):
            made(database, 46, THURSDAY)
        assert rows(database, func.count(Person.id))[0][0] == 45


def test_numbers_are_of_the_range_for_invention_and_shared_only_at_home(center: Database) -> None:
    points = rows(
        center, ContactPoint.person_id, ContactPoint.system, ContactPoint.value, ContactPoint.raw
    )
    homes: dict[Any, str] = {
        point.person_id: point.value for point in points if point.system == "address"
    }
    sharing: dict[str, set[Any]] = defaultdict(set)
    for point in points:
        if point.system == "phone":
            assert re.fullmatch(r"\+1[2-9]\d\d55501\d\d", point.value)
            sharing[point.value].add(point.person_id)
        elif point.system == "email":
            assert point.value.endswith(("@example.org", "@example.com", "@example.net"))
    assert len({value[:5] for value in sharing}) > 15  # area codes
    jankowskis = sharing.pop("+19375550142")
    assert len(jankowskis) == 3
    for number, people in sharing.items():
        assert len({homes[person] for person in people}) == 1, number
    assert sum(len(people) > 1 for people in sharing.values()) > 30


def test_records_are_varied(center: Database) -> None:
    names = [name for (name,) in rows(center, Person.name)]
    assert len(set(names)) == len(names) == 400
    for kind in (r"-", r"['’]", r"[^\x00-\x7f’]", r" (de|van|von|del|ten) "):
        assert any(re.search(kind, name) for name in names), kind
    languages = Counter(language for (language,) in rows(center, Person.language))
    assert languages["es"] >= 8
    assert languages["en"] > 300
    assert sum(interpreter for (interpreter,) in rows(center, Person.interpreter)) == 1
    states = {state for (state,) in rows(center, ContactPoint.state)}
    assert {"OH", "IN", "KY"} <= states
    assert len({zone for (zone,) in rows(center, Person.zone)}) > 2
    mrns = [value for (value,) in rows(center, Identifier.value)]
    assert len(set(mrns)) == 400
    assert {cause for (cause,) in rows(center, Hold.cause)} >= {
        HoldCause.DECEASED,
        HoldCause.INPATIENT,
    }
    adult = THURSDAY.year - 18
    births = [birth for (birth,) in rows(center, Person.birth_date)]
    assert sum(int(birth[:4]) > adult for birth in births) == 1
    assert len({row.person_id for row in rows(center, ContactPoint.person_id) if row}) == 400
    confidential = rows(center, ContactPoint.person_id, ContactPoint.confidential)
    assert len({row.person_id for row in confidential if row.confidential}) == 1


def test_outreach_goes_as_it_goes(center: Database) -> None:
    with center.transaction() as session:
        joined = list(
            session.execute(
                select(TouchpointPerson.person_id, Disposition.code, Call.answered_at)
                .join(Call, Call.id == TouchpointPerson.touchpoint_id)
                .join(Disposition, Disposition.call_id == Call.id)
                .where(Call.direction == "outbound")
            )
        )
    codes = Publications(center).in_force(THURSDAY).codes
    found = {code.code: code for code in codes.codes}
    unreached = sum(not found[row.code].reached for row in joined) / len(joined)
    assert unreached == pytest.approx(0.70, abs=0.04)
    by_person: dict[Any, list[str]] = defaultdict(list)
    for row in joined:
        by_person[row.person_id].append(row.code)
    engaged = sum(
        any(found[code].right_party or found[code].closes for code in logged)
        for logged in by_person.values()
    )
    booked = sum("appointment_booked" in logged for logged in by_person.values())
    assert engaged / len(by_person) == pytest.approx(0.286, abs=0.035)
    assert booked / len(by_person) == pytest.approx(0.121, abs=0.025)
    tries = [
        len([code for code in logged if not found[code].right_party])
        for logged in by_person.values()
    ]
    assert max(tries) <= 3


def test_three_reps_work_and_nobody_is_on_two_calls_at_once(center: Database) -> None:
    staff = Counter(role for (role,) in rows(center, Staff.role))
    assert staff == {Role.REP: 3, Role.SUPERVISOR: 1}
    calls = sorted(rows(center, Call.login, Call.started_at, Call.ended_at))
    for one, following in pairwise(calls):
        if one.login == following.login:
            assert one.ended_at <= following.started_at
    recent = rows(center, Disposition.at)
    assert sum(at > THURSDAY - timedelta(days=21) for (at,) in recent) >= 200
    assert sum(at > THURSDAY - timedelta(days=2) for (at,) in recent) >= 40


def test_each_rep_has_callbacks_today_and_some_are_late(center: Database) -> None:
    library = Publications(center).in_force(THURSDAY)
    records = Records(center, lambda: library, lambda: THURSDAY)
    listed = Callbacks(center, lambda: library, lambda: THURSDAY)
    found = {
        login: [one for one in listed.due(Login(login)) if one.owner == login]
        for login in ("jmays", "avillasenor", "tzielinski")
    }
    assert [len(callbacks) for callbacks in found.values()] == [6, 4, 3]
    for callbacks in found.values():
        assert any(callback.due_at < THURSDAY for callback in callbacks)
        assert all(
            callback.due_at.astimezone(ZONE).date() == THURSDAY.date() for callback in callbacks
        )
    assert records.waiting(Login("jmays")).inquiries == 4


def test_denise_waits_for_the_call_that_she_asked_for(center: Database) -> None:
    record = opened(center, "(937) 555-0137", "Denise Whitfield-Okafor", THURSDAY)
    view, timeline = record.view, record.timeline
    assert (view.age, view.place, view.prefers) == (34, "Dayton, OH", "mornings")
    assert {journey.journey: journey.stage for journey in view.journeys} == {
        "flu-season": Stage.ACCEPTANCE,
        "new-mom": Stage.ACCEPTANCE,
    }
    assert {
        consent.channel: (consent.state, len(consent.purposes)) for consent in view.consents
    } == {
        Channel.CALL: ("agreed", 1),
        Channel.TEXT: ("agreed", 1),
        Channel.EMAIL: ("agreed", 2),
        Channel.MAIL: ("stopped", 2),
    }
    assert (view.pressure.used, view.pressure.cap) == (1, 3)
    told = [
        (entry.kind, entry.at.astimezone(ZONE).strftime("%a %H:%M")) for entry in timeline.entries
    ]
    assert told[:7] == [
        ("email", "Sat 10:00"),
        ("form", "Thu 08:14"),
        ("pamphlet", "Thu 08:09"),
        ("symptom_checker", "Tue 21:36"),
        ("email", "Mon 10:00"),
        ("visit", "Tue 11:00"),
        ("call", "Mon 14:20"),
    ]
    assert timeline.entries[0].queued
    assert timeline.entries[6].talk_seconds == 340
    assert timeline.entries[6].by == "Ana Villaseñor-Prieto"
    inquiry = next(entry for entry in view.open)
    assert inquiry.due_at is not None
    assert inquiry.due_at.astimezone(ZONE).strftime("%a %H:%M") == "Thu 12:00"


def test_the_jankowskis_share_a_number_and_no_authority(center: Database) -> None:
    matches = Directory(center, lambda: THURSDAY).by_phone("937-555-0142")
    assert {(match.name, match.age, match.place) for match in matches} == {
        ("Harold Jankowski", 81, "Kettering, OH"),
        ("Maria Jankowski", 79, "Kettering, OH"),
        ("Teresa Jankowski-Ruiz", 52, "Dayton, OH"),
    }
    teresa = next(match.person for match in matches if match.name.startswith("Teresa"))
    with center.transaction() as session:
        kinds = session.execute(
            select(Relationship.kind, Relationship.authority).where(
                Relationship.person_id == teresa
            )
        ).all()
    assert {tuple(row) for row in kinds} == {("daughter", None)}


def test_walter_was_called_once_and_carl_never(center: Database) -> None:
    walter = opened(center, "9375550119", "Walter Brandt", THURSDAY)
    assert [entry.kind for entry in walter.timeline.entries] == ["call", "email"]
    carl = opened(center, "9375550164", "Carl Abernathy", THURSDAY)
    assert sum(entry.queued for entry in carl.timeline.entries) == 2
    assert carl.timeline.counts.get(Channel.CALL) is None
    assert Directory(center).by_phone("9375550193") == ()  # somebody unknown in the tour


def test_a_crowd_is_found_by_every_kind_of_key(database: Database) -> None:
    counts = make_many(database, people=90, touchpoints_each=4, now=THURSDAY, heaviest=70)
    assert counts.touchpoints == rows(database, func.count(Touchpoint.id))[0][0]
    people = [PersonId(one) for (one,) in rows(database, Person.id)]
    with database.transaction() as session:
        wanted = search_keys.expected(session, people)
    found: dict[Any, set[Any]] = defaultdict(set)
    for person, kind, key in rows(
        database,
        search_keys.SearchKey.person_id,
        search_keys.SearchKey.kind,
        search_keys.SearchKey.key,
    ):
        found[person].add((kind, key))
    assert found == wanted
    number, owner = rows(database, ContactPoint.value, ContactPoint.person_id)[0]
    assert owner in {match.person for match in Directory(database).by_phone(number)}


def test_beyond_the_stories_people_come_as_a_crowd(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.services.demo.making.MOST_STORIES", 40)
    with closing(open_shared(sqlite_database)) as database:
        counts = made(database, 400, THURSDAY)
        assert counts.people == 400
        values = rows(database, ContactPoint.value, ContactPoint.system)
    numbers = [row.value for row in values if row.system == "phone"]
    assert all("55501" in number for number in numbers)

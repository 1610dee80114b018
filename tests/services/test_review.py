"""Review: what supervisors see of logged calls, and what opening one leaves behind."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from console.errors import NotFound
from console.models.bodies import Codes, Library, OutcomeCode, Playbook, StageRule
from console.models.commands import (
    AmendDisposition,
    AppointmentFact,
    Body,
    ClosureFact,
    Effects,
    LogDisposition,
    PathStep,
    PromiseFact,
    RequestStop,
    SendFact,
    VerificationFact,
)
from console.models.facts import Access
from console.models.ids import FactId, Login, PersonId, uuid7
from console.models.records import Staff
from console.models.terms import (
    Channel,
    ClosureManner,
    Direction,
    OpenKind,
    OutreachClass,
    Stage,
    VerificationItem,
    VerificationState,
)
from console.models.views import DispositionFilter, DispositionPage
from console.services.apply.gate import apply
from console.services.database import Database, open_shared
from console.services.review import Review
from tests import commands
from tests.commands import NOON, REP
from tests.services import records

CODES = Codes(
    groups=("spoke", "none"),
    codes=(
        OutcomeCode(code="information_given", label="Information given", group="spoke", tone="ok"),
        OutcomeCode(
            code="appointment_booked",
            label="Appointment booked",
            group="spoke",
            tone="ok",
            needs=("appointment",),
        ),
        OutcomeCode(code="no_answer", label="No answer", group="none"),
    ),
)
JOURNEY = Playbook(
    key="flu",
    title="Flu season",
    stages=(StageRule(stage=Stage.AWARENESS, title="Awareness", why="enrolled"),),
)
LIBRARY: Library = replace(records.LIBRARY, codes=CODES, playbooks={"flu": JOURNEY})
SUPERVISOR = Login("rosa")


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def review(database: Database) -> Review:
    return Review(database, lambda: LIBRARY)


class Center:
    """Sends commands in, as the sender would."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction() as session:
            session.add(Staff(login=REP, name="Ada Brook", role="rep"))

    def sends(self, body: Body, at: datetime = NOON, author: Login = REP) -> None:
        with self.database.transaction() as session:
            apply(session, commands.command(body, author, at), at)

    def person(self, name: str = "Wilma Test") -> PersonId:
        body = commands.new_person(name=name, contact_points=())
        self.sends(body, NOON - timedelta(days=30))
        return body.person

    def logs(
        self, *about: PersonId, ended: datetime = NOON, author: Login = REP, **fields: Any
    ) -> LogDisposition:
        call = commands.call(
            *about,
            **{
                "started_at": ended - timedelta(minutes=5),
                "answered_at": ended - timedelta(minutes=4),
                "ended_at": ended,
                "direction": Direction.OUTBOUND,
                **fields.pop("call", {}),
            },
        )
        body = commands.disposition(*about, **fields)
        body = replace(body, call=call)
        self.sends(body, ended + timedelta(seconds=20), author)
        return body


@pytest.fixture
def center(database: Database) -> Center:
    return Center(database)


def ids(page: DispositionPage) -> list[FactId]:
    return [row.id for row in page.rows]


def test_a_row_says_who_with_whom_and_how_it_ended(review: Review, center: Center) -> None:
    person = center.person()
    logged = center.logs(
        person, journey="flu", stage="awareness", call={"hold_seconds": 30}, reason="cost"
    )
    row = review.page().rows[0]
    assert (row.id, row.call) == (logged.disposition, logged.call.id)
    assert (row.login, row.rep) == (REP, "Ada Brook")
    assert row.people == ((person, "Wilma Test"),)
    assert (row.code_label, row.tone, row.reason) == ("Information given", "ok", "cost")
    assert (row.journey, row.stage) == ("Flu season", Stage.AWARENESS)
    assert row.talk_seconds == 4 * 60 - 30
    assert row.to_check == ()
    assert not row.amended


def test_a_call_about_nobody_has_a_row(review: Review, center: Center) -> None:
    center.logs(code="no_answer", call={"answered_at": None})
    row = review.page().rows[0]
    assert row.people == ()
    assert row.talk_seconds == 0


def test_pages_follow_each_other_without_gap_or_double(review: Review, center: Center) -> None:
    person = center.person()
    # Two calls end at the same instant, so that the id has to tell them apart.
    ends = [NOON - timedelta(minutes=n // 2) for n in range(7)]
    logged = {center.logs(person, ended=end).disposition for end in ends}
    seen: list[FactId] = []
    before = None
    for _ in range(4):
        page = review.page(before=before, limit=2)
        seen += ids(page)
        before = page.before
    assert before is None
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == logged


def test_rows_logged_meanwhile_do_not_shift_the_next_page(review: Review, center: Center) -> None:
    person = center.person()
    for n in range(4):
        center.logs(person, ended=NOON - timedelta(minutes=n))
    first = review.page(limit=2)
    center.logs(person, ended=NOON + timedelta(minutes=1))
    second = review.page(before=first.before, limit=2)
    assert not set(ids(first)) & set(ids(second))
    assert len(second.rows) == 2


def test_counts_are_of_all_that_fits_not_of_the_page(review: Review, center: Center) -> None:
    for n in range(3):
        center.logs(ended=NOON - timedelta(minutes=n))
    center.logs(call={"direction": Direction.INBOUND, "wrap_up_seconds": 45})
    center.logs(call={"direction": Direction.INBOUND, "answered_at": None})
    page = review.page(limit=1)
    assert (page.total, page.outbound, page.inbound) == (5, 3, 2)
    assert page.figures.handled_seconds == 4 * 4 * 60 + 45


@pytest.mark.parametrize(
    "wanted",
    [
        DispositionFilter(day="2026-03-02"),
        DispositionFilter(login=Login("grace")),
        DispositionFilter(code="no_answer"),
        DispositionFilter(journey="flu"),
        DispositionFilter(stage=Stage.AWARENESS),
    ],
)
def test_filters_leave_only_what_fits(
    wanted: DispositionFilter, review: Review, center: Center
) -> None:
    fitting = center.logs(author=Login("grace"), code="no_answer", journey="flu", stage="awareness")
    center.logs(ended=NOON - timedelta(days=1))
    page = review.page(wanted)
    assert ids(page) == [fitting.disposition]
    assert page.total == 1


def test_the_day_is_the_centers_not_utc(review: Review, center: Center) -> None:
    late = datetime(2026, 3, 3, 3, 30, tzinfo=UTC)
    center.logs(ended=late, zone="America/New_York")
    assert len(review.page(DispositionFilter(day="2026-03-02")).rows) == 1
    assert review.page(DispositionFilter(day="2026-03-03")).rows == ()


def test_an_amended_disposition_shows_its_newest_only(review: Review, center: Center) -> None:
    person = center.person()
    first = center.logs(person)
    again = replace(first, disposition=FactId(uuid7()), code="no_answer", effects=Effects())
    center.sends(
        AmendDisposition(
            amends=first.disposition,
            why="nobody answered",
            voids=(first.disposition,),
            disposition=again,
        ),
        NOON + timedelta(hours=1),
        SUPERVISOR,
    )
    page = review.page()
    assert ids(page) == [again.disposition]
    assert page.rows[0].amended
    assert page.total == 1


def promise(person: PersonId) -> PromiseFact:
    due = NOON + timedelta(days=1)
    return PromiseFact(
        id=FactId(uuid7()), person=person, what="a nurse rings", due_at=due, owner=REP
    )


def send(person: PersonId) -> SendFact:
    return SendFact(
        id=FactId(uuid7()),
        person=person,
        content="flu-pamphlet",
        version=1,
        title="Flu pamphlet",
        channel=Channel.EMAIL,
        outreach_class=OutreachClass.TREATMENT,
        at=NOON,
    )


def booked(person: PersonId) -> AppointmentFact:
    at = NOON + timedelta(days=2)
    return AppointmentFact(id=FactId(uuid7()), person=person, at=at, place="Wayne Avenue")


def test_effects_are_named_with_what_and_when(review: Review, center: Center) -> None:
    person = center.person()
    effects = Effects(
        promises=(promise(person),), sends=(send(person),), appointments=(booked(person),)
    )
    logged = center.logs(person, code="appointment_booked", effects=effects)
    detail = review.open(logged.disposition, login=SUPERVISOR, now=NOON)
    said = {effect.kind: (effect.text, effect.at) for effect in detail.effects}
    assert said == {
        "promise": ("a nurse rings", NOON + timedelta(days=1)),
        "send": ("Flu pamphlet", None),
        "appointment": ("Wayne Avenue", NOON + timedelta(days=2)),
    }
    assert set(detail.row.effects) == {"promise", "send", "appointment"}
    assert detail.row.to_check == ()


def test_a_stop_in_the_call_is_an_effect_of_this_call_alone(review: Review, center: Center) -> None:
    person, other = center.person(), center.person("Otto Else")
    during = NOON - timedelta(minutes=1)
    revoked = replace(commands.revocation(person, contact=None), at=during)
    stopped = center.logs(person)
    center.logs(other)
    center.sends(RequestStop(call=stopped.call.id, consents=(revoked,)), during)
    effects = {row.id: row.effects for row in review.page().rows}
    assert effects.pop(stopped.disposition) == ("stop",)
    assert list(effects.values()) == [()]


def test_booked_without_an_appointment_is_to_check(review: Review, center: Center) -> None:
    center.logs(center.person(), code="appointment_booked")
    assert review.page().rows[0].to_check == ("no_appointment",)


def step(kind: str, **fields: Any) -> PathStep:
    return PathStep(**{"id": FactId(uuid7()), "step": kind, "kind": kind, "at": NOON, **fields})


def test_a_missed_statement_is_to_check_and_gives_the_reps_reason(
    review: Review, center: Center
) -> None:
    path = (
        step("answer", question="Good time?", value="Yes"),
        step("missed", question="Call 911 if it gets worse.", reason="the line cut out"),
    )
    logged = center.logs(center.person(), path=path)
    assert review.page().rows[0].to_check == ("statement_missed",)
    shown = review.open(logged.disposition, login=SUPERVISOR, now=NOON).path
    assert [(entry.kind, entry.value, entry.reason) for entry in shown] == [
        ("answer", "Yes", ""),
        ("missed", "", "the line cut out"),
    ]


def test_opening_shows_verification_notes_and_versions(review: Review, center: Center) -> None:
    person = center.person()
    verified = VerificationFact(
        id=FactId(uuid7()),
        person=person,
        state=VerificationState.PATIENT,
        matched=(VerificationItem.NAME, VerificationItem.ZIP),
        at=NOON,
    )
    logged = center.logs(
        person, notes="asked about hours", script="flu-call", versions={"script:flu-call": 3},
        verification=(verified,),
    )  # fmt: skip
    detail = review.open(logged.disposition, login=SUPERVISOR, now=NOON)
    assert detail.notes == "asked about hours"
    assert (detail.script, detail.versions) == ("flu-call", {"script:flu-call": 3})
    assert [(entry.state, entry.matched) for entry in detail.verification] == [
        ("patient", ("name", "zip"))
    ]


def closing(callback: FactId) -> Effects:
    closure = ClosureFact(
        id=FactId(uuid7()),
        target=callback,
        target_kind=OpenKind.CALLBACK,
        manner=ClosureManner.DONE,
    )
    return Effects(closures=(closure,))


def test_the_later_of_two_calls_for_one_callback_is_to_be_checked(
    review: Review, center: Center
) -> None:
    person, callback = center.person(), FactId(uuid7())
    in_time = center.logs(person, effects=closing(callback))
    made_before = NOON - timedelta(hours=1)  # offline: it comes in now
    late = commands.disposition(person, effects=closing(callback))
    late = replace(late, call=replace(late.call, ended_at=made_before))
    center.sends(late, NOON + timedelta(hours=1), Login("grace"))
    center.logs(person, effects=closing(FactId(uuid7())))

    checked = {row.id: row.to_check for row in review.page().rows}

    assert checked.pop(late.disposition) == ("second_contact",)
    assert set(checked.values()) == {()}
    assert in_time.disposition in checked
    detail = review.open(late.disposition, login=SUPERVISOR, now=NOON)
    assert detail.row.to_check == ("second_contact",)


def test_an_amendment_of_the_same_call_is_no_second_contact(review: Review, center: Center) -> None:
    person, callback = center.person(), FactId(uuid7())
    logged = center.logs(person, effects=closing(callback))
    again = replace(logged, disposition=FactId(uuid7()), effects=closing(callback))
    body = AmendDisposition(
        amends=logged.disposition, why="a slip", voids=(logged.disposition,), disposition=again
    )
    center.sends(body, NOON + timedelta(hours=1))

    assert [row.to_check for row in review.page().rows] == [()]


def test_opening_leaves_who_looked_at_whom_and_why(
    review: Review, center: Center, database: Database
) -> None:
    person, speaker = center.person(), center.person("Dora Speaker")
    logged = center.logs(person, call={"speaking_with": speaker})
    now = NOON + timedelta(hours=3)
    review.page()
    review.open(logged.disposition, login=SUPERVISOR, now=now)
    with database.transaction() as session:
        left = session.scalars(select(Access)).all()
    assert {entry.person_id for entry in left} == {person, speaker}
    assert {(entry.login, entry.reason, entry.call_id) for entry in left} == {
        (SUPERVISOR, "review", logged.call.id)
    }
    assert {entry.at == now for entry in left} == {database.embedded}  # a server stamps its own


def test_the_timeline_is_the_one_of_then(review: Review, center: Center) -> None:
    person = center.person()
    early = center.logs(person, ended=NOON - timedelta(days=2))
    looked_at = center.logs(person, effects=Effects(sends=(send(person),)))
    center.logs(person, ended=NOON + timedelta(days=1))
    timeline = review.open(looked_at.disposition, login=SUPERVISOR, now=NOON).timeline
    assert [entry.id for entry in timeline] == [early.call.id]
    status = timeline[0].status
    assert status is not None
    assert status.label == "Information given"


def test_the_timeline_is_of_those_whom_the_call_was_about(review: Review, center: Center) -> None:
    person, other = center.person(), center.person("Otto Else")
    center.logs(other, ended=NOON - timedelta(days=1))
    looked_at = center.logs(person)
    assert review.open(looked_at.disposition, login=SUPERVISOR, now=NOON).timeline == ()


def test_a_disposition_that_is_not_there_is_not_found(review: Review) -> None:
    with pytest.raises(NotFound):
        review.open(FactId(uuid7()), login=SUPERVISOR, now=NOON)


def test_choices_name_who_logged_and_what_is_in_force(review: Review, center: Center) -> None:
    center.logs()
    center.logs(author=Login("grace"))
    choices = review.choices()
    assert choices.reps == ((REP, "Ada Brook"), ("grace", "grace"))
    assert ("no_answer", "No answer") in choices.codes
    assert choices.journeys == (("flu", "Flu season"),)


def test_an_empty_database_gives_an_empty_page(review: Review) -> None:
    page = review.page()
    assert (page.rows, page.before, page.total) == ((), None, 0)
    assert review.choices().reps == ()

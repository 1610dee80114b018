"""Rep, supervisor, administrator and worker do their work with their own rights alone."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import delete, func, select

from console.errors import NotFound, Refused
from console.models.commands import AmendDisposition, Command, Effects, LogDisposition
from console.models.derived import JourneyState
from console.models.facts import Access, Disposition, Lookup
from console.models.facts import Command as Journal
from console.models.ids import CommandId, FactId, Login, PersonId, uuid7
from console.models.records import ContactPoint, Staff
from console.models.terms import Label, Role
from console.services import maintenance, staffing
from console.services.center import Center
from console.services.database import Database
from console.services.imports import import_paths
from console.services.oversight import unusual_access
from console.services.people import NewPerson
from console.settings import Settings
from tests.cli.conftest import run
from tests.commands import disposition, stop
from tests.logins import Logins, logins
from tests.postgresql import Server
from tests.stories.desk import patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137", mrn="7001")
WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")


class Desk:
    """The services of the console, as one login opens them on a profile of its own."""

    def __init__(self, made: Logins, folder: Path, login: str) -> None:
        settings = Settings(profile=folder / login, database=made.url_of(login))
        self.login = Login(login)
        self.center = Center(settings)

    def find(self, text: str) -> PersonId:
        [match] = self.center.directory.find(text).results
        return match.person

    def open(self, person: PersonId, reason: str | None = "search") -> object:
        return self.center.records.open(frozenset({person}), login=self.login, reason=reason)

    def send(self, *bodies: object) -> None:
        """Through the outbox, like everything that a desk writes; all of it must arrive."""
        for body in bodies:
            sent = Command(
                id=CommandId(uuid7()), author=self.login, made_at=datetime.now(UTC), body=body
            )  # type: ignore[arg-type]
            self.center.outbox.put(sent)
        self.sync()

    def sync(self) -> None:
        report = self.center.sync.once(now=True)
        entries = [(one.kind, one.state, one.error) for one in self.center.outbox.view().entries]
        assert report.confirmed, entries
        assert (report.held, report.quarantined, report.conflict) == (0, 0, 0), entries


@pytest.fixture
def made(postgresql_server: Server, postgresql_database: str) -> Iterator[Logins]:
    with logins(postgresql_server, postgresql_database) as opened:
        yield opened


@pytest.fixture
def staffed(made: Logins, tmp_path: Path) -> Iterator["Workplace"]:
    with_people = Workplace(made, tmp_path)
    yield with_people
    with_people.close()


class Workplace:
    """Two reps of two teams, the supervisor of one, an administrator; two people on record."""

    def __init__(self, made: Logins, folder: Path) -> None:
        self.made, self._folder = made, folder
        self._desks: list[Desk] = []
        self.admin = made.grant(Role.ADMINISTRATOR)
        self.rep = self.desk(made.grant(Role.REP, team="north", name="Rosa Rep"))
        self.other = self.desk(made.grant(Role.REP, team="south"))
        self.supervisor = self.desk(made.grant(Role.SUPERVISOR, team="north"))
        publications = self.desk(self.admin).center.publications
        publications.publish_defaults(Login(self.admin), datetime.now(UTC))
        self.bring(DENISE, WALTER)

    def desk(self, login: str) -> Desk:
        self._desks.append(Desk(self.made, self._folder, login))
        return self._desks[-1]

    def bring(self, *resources: object) -> None:
        """An import, as the administrator."""
        file = self._folder / "people.ndjson"
        file.write_text("".join(json.dumps(one) + "\n" for one in resources), encoding="utf-8")
        shared = self.made.database(self.admin)
        done = import_paths(
            shared, [file], format="fhir", author=Login(self.admin), now=datetime.now(UTC),
            zone="America/New_York",
        )  # fmt: skip
        assert not done.rejected, done.rejected

    @property
    def truth(self) -> Database:
        return self.made.owner

    def close(self) -> None:
        for desk in self._desks:
            desk.center.close()


def call_about(person: PersonId, **fields: object) -> LogDisposition:
    return disposition(person, **fields)


def test_a_rep_finds_opens_logs_and_sees_it_on_the_timeline(staffed: Workplace) -> None:
    rep = staffed.rep
    person = rep.find("Whitfield")
    assert {one.person for one in rep.center.directory.by_phone("937-555-0137")} == {person}
    assert rep.find("mrn 7001") == rep.center.records.resolve("7001") == person
    before = rep.open(person)
    assert before.view.name == "Denise Whitfield"  # type: ignore[attr-defined]
    assert before.view.contact_points  # type: ignore[attr-defined]

    logged = call_about(person, notes="asked about the clinic")
    rep.send(stop(person), logged)

    after = rep.open(person, reason=None)
    assert [entry.id for entry in after.timeline.entries] == [logged.call.id]  # type: ignore[attr-defined]
    assert after.timeline.entries[0].summary == "asked about the clinic"  # type: ignore[attr-defined]
    assert len(after.facts.consents) == 1  # type: ignore[attr-defined]
    with staffed.truth.transaction(writes=False) as session:
        rows = session.scalars(select(Journal).where(Journal.author == rep.login)).all()
        assert {row.kind for row in rows} == {"RequestStop", "LogDisposition"}
        opened = session.scalars(select(Access)).all()
        assert {(row.login, row.person_id) for row in opened} == {(rep.login, person)}
        lookups = session.scalars(select(Lookup).where(Lookup.login == rep.login)).all()
        assert {row.found for row in lookups} == {1}
        assert {"mrn" in row.kinds for row in lookups} == {True, False}


def test_reading_on_without_the_key_is_refused_and_not_an_empty_page(staffed: Workplace) -> None:
    """The key of a shift ago is none; here there was never one."""
    rep = staffed.rep
    person = rep.find("Whitfield")
    with pytest.raises(Refused, match="Open it again"):
        rep.open(person, reason=None)
    with pytest.raises(Refused, match="Open it again"):
        rep.center.records.timeline(frozenset({person}))
    rep.open(person)
    assert rep.center.records.timeline(frozenset({person})).entries == ()


def test_a_new_person_and_a_wrong_number_arrive_though_nobody_was_opened(
    staffed: Workplace,
) -> None:
    rep = staffed.rep
    new = rep.center.people.add(NewPerson(name="Nora Newcomer", phone="937-555-0150"), rep.login)
    with staffed.truth.transaction(writes=False) as session:
        point = session.scalars(select(ContactPoint.id).where(ContactPoint.value == "+19375550119"))
        wrong = Effects(wrong_contacts=(point.one(),))
    walter = rep.find("Brandt")
    rep.send(call_about(walter, effects=wrong))

    assert rep.find("Newcomer") == new
    with staffed.truth.transaction(writes=False) as session:
        marked = session.scalars(select(ContactPoint.value).where(ContactPoint.wrong)).all()
    assert marked == ["+19375550119"]


LINE = {
    "id": "from-the-command-line",
    "direction": "outbound",
    "phone": "937-555-0119",
    "about": ["6001"],
    "code": "wrong_number",
    "started_at": "2026-03-02T12:00:00+00:00",
    "ended_at": "2026-03-02T12:01:00+00:00",
}


def test_the_command_line_works_under_a_reps_login(staffed: Workplace, tmp_path: Path) -> None:
    def console(*words: str, stdin: str | None = None) -> Any:
        done = run("--database", staffed.made.url_of(staffed.rep.login), *words, stdin=stdin)
        assert done.code == 0, done.err
        return done.json

    for _ in range(2):  # again changes nothing
        logged = console("log", "-", "--json", stdin=json.dumps(LINE))
        assert not logged["refused"], logged
        console("sync", "--json")
    assert console("outbox", "--json")["acked"] == 1
    assert console("find", "Brandt", "--json")["results"][0]["mrn"] == "6001"
    shown = console("show", "6001", "--json")
    assert [point["wrong"] for point in shown["contact_points"] if point["system"] == "phone"] == [
        True
    ]
    assert len(console("timeline", "6001", "--json")["touchpoints"]) == 1
    console("next-steps", "6001", "--json")
    file = tmp_path / "parking.yaml"
    file.write_text("kind: content\nkey: parking\ntitle: Where to park\nchannels: [email]\n")
    told = run("--database", staffed.made.url_of(staffed.rep.login), "publish", str(file))
    assert "does not have the right" in told.refused()


def test_the_supervisor_of_the_team_reviews_and_amends_it(staffed: Workplace) -> None:
    rep, other, supervisor = staffed.rep, staffed.other, staffed.supervisor
    cursor = supervisor.center.live.cursor()
    person = rep.find("Whitfield")
    logged = call_about(person, notes="first words")
    rep.send(logged)
    other.send(call_about(person))

    assert supervisor.center.live.cursor() != cursor
    review = supervisor.center.review
    [row] = review.page().rows
    assert (row.login, row.people) == (rep.login, ((person, "Denise Whitfield"),))
    assert review.choices().reps == ((rep.login, "Rosa Rep"),)
    detail = review.open(row.id, login=supervisor.login, now=datetime.now(UTC))
    assert detail.notes == "first words"

    again = disposition(person, call=logged.call, code="appointment_booked")
    supervisor.send(
        AmendDisposition(
            amends=logged.disposition,
            why="misheard",
            voids=(logged.disposition,),
            disposition=again,
        )
    )
    with staffed.truth.transaction(writes=False) as session:
        amended = session.scalars(select(Disposition).where(Disposition.amends.is_not(None))).one()
    assert (amended.login, amended.code) == (supervisor.login, "appointment_booked")


def test_the_worker_does_its_jobs_under_its_own_role(staffed: Workplace) -> None:
    person = staffed.rep.find("Whitfield")
    enrolled = staffed.rep.center.people.add(
        NewPerson(name="Ella Enrolled", journey="flu-season"), staffed.rep.login
    )
    staffed.rep.send(call_about(person))
    worker = staffed.desk(staffed.made.grant(None))
    done = {job.name: job for job in worker.center.worker.once()}
    assert {job.error for job in done.values()} == {None}
    assert done["journey states"].done == 1
    with staffed.truth.transaction(writes=False) as session:
        assert set(session.scalars(select(JourneyState.person_id))) == {enrolled}


def test_an_administrator_checks_and_rebuilds(staffed: Workplace) -> None:
    url = staffed.made.url_of(staffed.admin)
    assert maintenance.check(url).problems == ()
    assert maintenance.rebuild(url).problems == ()
    assert staffed.rep.find("Whitfield")


def test_a_console_whose_login_has_no_role_says_who_gives_one(staffed: Workplace) -> None:
    stranger = staffed.made.grant(Role.REP)
    with staffed.truth.transaction() as session:
        session.execute(delete(Staff).where(Staff.login == stranger))
    desk = staffed.desk(stranger)
    with pytest.raises(Refused, match="database grant"):
        desk.center.identity.acting()


def test_labelled_facts_leave_no_trace_for_whoever_may_not_see_them(staffed: Workplace) -> None:
    sees = frozenset({Label.PSYCHIATRIC})
    trusted = staffed.desk(staffed.made.grant(Role.REP, team="north", sees=sees))
    supervisor = staffed.supervisor
    person = trusted.find("Whitfield")
    labelled = call_about(person, labels=sees, notes="hush")
    staffed.rep.send(labelled)

    assert _ids(trusted.open(person)) == [labelled.call.id]
    plain = staffed.rep.open(person)
    assert _ids(plain) == []
    assert plain.timeline.total == 0  # type: ignore[attr-defined]
    assert not plain.facts.facts  # type: ignore[attr-defined]
    page = supervisor.center.review.page()
    assert (page.rows, page.total) == ((), 0)
    with pytest.raises(NotFound):
        supervisor.center.review.open(
            FactId(labelled.disposition), login=supervisor.login, now=datetime.now(UTC)
        )


def test_broken_glass_shows_everything_for_a_while_and_supervisors_read_why(
    staffed: Workplace,
) -> None:
    rep, person = staffed.rep, staffed.rep.find("Whitfield")
    labelled = call_about(person, labels=frozenset({Label.ABUSE}))
    rep.send(labelled)
    with pytest.raises(Refused, match="20 characters"):
        rep.center.records.break_glass(person, login=rep.login, reason="emergency")
    why = "She is unconscious; the ambulance asks what she takes."
    until = rep.center.records.break_glass(person, login=rep.login, reason=why)
    assert timedelta(minutes=29) < until - datetime.now(UTC) <= timedelta(minutes=31)
    assert _ids(rep.open(person)) == [labelled.call.id]
    assert _ids(staffed.other.open(person)) == []

    since = datetime.now(UTC) - timedelta(hours=1)
    found = unusual_access(staffed.made.database(staffed.supervisor.login), since)
    assert [(one.login, one.person, one.detail) for one in found if one.why == "break_glass"] == [
        (rep.login, person, why)
    ]
    with pytest.raises(Refused):
        unusual_access(staffed.made.database(rep.login), since)


def test_who_is_deactivated_sees_nothing_with_the_next_statement(staffed: Workplace) -> None:
    rep, person = staffed.rep, staffed.rep.find("Whitfield")
    rep.open(person)
    rep.center.outbox.put(
        Command(
            id=CommandId(uuid7()),
            author=rep.login,
            made_at=datetime.now(UTC),
            body=call_about(person),
        )
    )
    session_before = staffed.made.psql(rep.login)
    staffing.deactivate(staffed.truth, rep.login)
    with pytest.raises(psycopg.OperationalError):
        session_before.execute("SELECT count(*) FROM person").fetchone()
    with pytest.raises(psycopg.OperationalError):
        staffed.made.psql(rep.login)
    assert len(rep.center.outbox.view().entries) == 1  # what was logged is safe at the desk


def _ids(opened: object) -> list[object]:
    return [entry.id for entry in opened.timeline.entries]  # type: ignore[attr-defined]


def test_counts_are_of_what_may_be_seen(staffed: Workplace) -> None:
    rep = staffed.rep
    person = rep.find("Whitfield")
    rep.send(call_about(person), replace(call_about(person), labels=frozenset({Label.ABUSE})))
    assert rep.open(person).timeline.total == 1  # type: ignore[attr-defined]
    with staffed.truth.transaction(writes=False) as session:
        assert session.scalar(select(func.count()).select_from(Disposition)) == 2

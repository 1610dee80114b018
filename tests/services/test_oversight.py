"""What supervisors are told of opened records: each kind is found, and the ordinary is not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from console.models import facts
from console.models.ids import Login, PersonId, uuid7
from console.models.records import ContactPoint, Staff, Team
from console.models.terms import Part, TouchpointKind
from console.services.database import Database, create, open_shared
from console.services.desk_store import open_workstation
from console.services.memory import Memory
from console.services.oversight import Oversight, unusual_access
from tests.services.records import Records, begin

NOW = datetime.now(UTC).replace(minute=30, second=0, microsecond=0)
EARLIER = NOW - timedelta(hours=6)


@pytest.fixture
def database(postgresql_database: str) -> Iterator[Database]:
    create(postgresql_database, mend=True)
    opened = open_shared(postgresql_database)
    with opened.transaction() as session:
        session.add(Team(key="north", name="North"))
        session.flush()
        for login, name in (("rosa", "Rosa Alvarez"), ("cole", "Cole League")):
            session.add(Staff(login=login, name=name, role="rep", team="north"))
    yield opened
    opened.close()


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    store = open_workstation(tmp_path / "workstation.sqlite")
    yield Memory(store)
    store.close()


def opened(
    records: Records, person: PersonId, reason: str = "call", at: datetime = EARLIER
) -> None:
    records_row = {"id": uuid7(), "person_id": person, "login": "rosa", "at": at, "reason": reason}
    with records.database.transaction() as session:
        session.execute(insert(facts.Access), [records_row])


def called(records: Records, person: PersonId) -> None:
    touchpoint = records.touchpoint(person, TouchpointKind.CALL, EARLIER, part=Part.ABOUT)
    with records.database.transaction() as session:
        records.fact(
            session, facts.Call, id=touchpoint, direction="inbound", started_at=EARLIER,
            ended_at=EARLIER + timedelta(minutes=3), login="rosa",
        )  # fmt: skip


def at_home(records: Records, person: PersonId, address: str) -> None:
    with records.database.transaction() as session:
        row = ContactPoint(
            id=uuid7(), person_id=person, system="address", raw=address, value=address.casefold()
        )
        session.add(row)


def told(records: Records) -> set[tuple[str, object, str]]:
    found = unusual_access(records.database, NOW - timedelta(days=1))
    assert {one.login for one in found} <= {Login("rosa")}
    return {(one.why, one.person, one.detail) for one in found}


def test_who_was_called_about_is_nothing_unusual(records: Records) -> None:
    person = records.person("Wilma Test", family="Test")
    called(records, person)
    opened(records, person)
    assert told(records) == set()


def test_the_own_record_the_family_and_colleagues_are_told(records: Records) -> None:
    own = records.person("Rosa Alvarez", family="Alvarez")
    son = records.person("Luis Alvarez", family="Alvarez")
    namesake = records.person("Pia Alvarez", family="Alvarez")
    colleague = records.person("Cole League", family="League")
    at_home(records, own, "1 Elm St")
    at_home(records, son, "1 Elm St")
    at_home(records, namesake, "2 Oak St")
    for person in (own, son, namesake, colleague):
        called(records, person)
        opened(records, person)
    assert told(records) == {
        ("self", own, ""),
        ("household", son, ""),
        ("colleague", colleague, ""),
    }


def test_opened_without_a_call_is_told_when_the_call_had_its_time(records: Records) -> None:
    early, late = records.person("Early Bird"), records.person("Late Bird")
    opened(records, early, "search")
    opened(records, late, "search", at=datetime.now(UTC) - timedelta(minutes=5))
    reviewed = records.person("Reviewed Bird")
    opened(records, reviewed, "review")
    assert told(records) == {("no_call", early, "search")}


def test_what_an_emergency_was_about_is_told_as_that_alone(records: Records) -> None:
    person = records.person("Early Bird")
    opened(records, person, "search")
    row = {"id": uuid7(), "person_id": person, "login": "rosa", "at": EARLIER,
           "until": EARLIER + timedelta(minutes=30), "reason": "The ambulance asks."}  # fmt: skip
    with records.database.transaction() as session:
        session.execute(insert(facts.BrokenGlass), [row])
    assert told(records) == {("break_glass", person, "The ambulance asks.")}


def test_a_supervisor_reads_names_and_is_told_of_an_emergency_until_she_looked(
    records: Records, memory: Memory
) -> None:
    oversight = Oversight(records.database, memory, lambda: NOW)
    person = records.person("Early Bird")
    row = {"id": uuid7(), "person_id": person, "login": "rosa", "at": EARLIER,
           "until": EARLIER, "reason": "The ambulance asks."}  # fmt: skip
    with records.database.transaction() as session:
        session.execute(insert(facts.BrokenGlass), [row])
    [unseen] = oversight.unseen(Login("cole"))
    assert (unseen.rep, unseen.name, unseen.what.at) == ("Rosa Alvarez", "Early Bird", EARLIER)
    assert oversight.unseen(Login("rosa")) == ()  # nobody is told of herself
    assert oversight.findings(Login("cole")) == (unseen,)
    assert oversight.unseen(Login("cole")) == ()


def test_reading_in_bulk_is_told_once_an_hour(records: Records) -> None:
    for number in range(61):
        opened(records, records.person(f"Person {number}"), "worklist")
    assert told(records) == {("bulk", None, "61 people in an hour")}


def test_looking_up_in_bulk_is_told(records: Records) -> None:
    row = {"login": "rosa", "at": EARLIER, "kinds": "name", "found": 501}
    with records.database.transaction() as session:
        session.execute(insert(facts.Lookup), [{"id": uuid7(), **row} for _ in range(10)])
    assert told(records) == {("bulk", None, "5010 people found in an hour")}

"""Two reps under their own rights change one record: both keep what they may, nothing is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from console.models.facts import FieldChange
from console.models.records import ContactPoint, Person
from console.models.terms import Role
from tests.logins import Logins, logins
from tests.postgresql import Server
from tests.stories.desk import Desk, bring, later, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")


@pytest.fixture
def made(postgresql_server: Server, published_database: str, tmp_path: Path) -> Iterator[Logins]:
    with logins(postgresql_server, published_database) as opened:
        bring(opened.owner, tmp_path / "files", WALTER, now=later(Desk.begins_at()))
        yield opened


@pytest.fixture
def desks(start_desk: Callable[..., Desk], made: Logins) -> tuple[Desk, Desk]:
    """Rosa and Ben both have the record open, as it was before either changed it."""
    both = []
    for name in ("rosa", "ben"):
        login = made.grant(Role.REP, team="north", name=name.capitalize())
        desk = start_desk(name, database=made.url_of(login), login=None)
        desk.find("Walter Brandt")
        both.append(desk)
    return both[0], both[1]


def rename(desk: Desk, name: str, preferred: str = "") -> None:
    """On the page of the person, the name anew and the name to be called by."""
    desk.press("Alt+F", "Alt+F", "Ctrl+A")
    desk.write(name)
    desk.press("Tab")
    desk.write(preferred)
    desk.press("Return")


def only(made: Logins, table: Any) -> Any:
    with made.owner.transaction(writes=False) as session:
        return session.execute(select(*table.__table__.c)).one()


def send(desk: Desk) -> None:
    desk.pass_time(1)


def test_the_second_is_shown_the_collision_and_decides(
    desks: tuple[Desk, Desk], made: Logins
) -> None:
    rosa, ben = desks
    assert ben.app.desk is not None
    ben.app.desk.sending._busy = True  # his entry is on its way while hers arrives
    rename(ben, "Walter Brandtner", "Wally")
    rename(rosa, "Walter Brand")
    send(rosa)
    ben.app.desk.sending._busy = False
    ben.app.desk.sending.send_now()
    ben.settle()

    person = only(made, Person)
    assert person.name == "Walter Brand"
    assert person.preferred_name == "Wally"  # his, as nobody else touched it
    assert "Somebody else changed what you corrected" in ben.message
    assert "1 entry needs attention" in ben.status
    assert "needs attention" not in rosa.status

    ben.press("Esc", "F8")
    assert ben.app.desk.stuck.sheet.isVisible()
    told = ben.seen(ben.app.desk.stuck.sheet)
    assert "Walter Brand: Name" in told
    assert "Yours: Walter Brandtner" in told
    assert "On record: Walter Brand" in told
    assert "Rosa changed this before yours arrived." in told
    ben.press("Return")
    assert only(made, Person).name == "Walter Brand"  # one Enter decides nothing
    ben.press("Return")
    send(ben)

    assert only(made, Person).name == "Walter Brandtner"
    assert "needs attention" not in ben.status
    with made.owner.transaction(writes=False) as session:
        history = session.execute(select(FieldChange.field, FieldChange.new, FieldChange.held))
        names = [(row.new, row.held) for row in history if row.field == "name"]
    assert sorted(names) == [
        ("Walter Brand", False),
        ("Walter Brandtner", False),
        ("Walter Brandtner", True),
    ]


def test_what_the_other_put_may_stand(desks: tuple[Desk, Desk], made: Logins) -> None:
    rosa, ben = desks
    rename(rosa, "Walter Brand")
    send(rosa)
    rename(ben, "Walter Brandtner")
    send(ben)
    ben.press("Esc", "F8", "Return", "Tab", "Return")
    send(ben)

    assert only(made, Person).name == "Walter Brand"
    assert "needs attention" not in ben.status
    assert "Everything was sent." in ben.seen()


def test_marks_of_one_number_by_both_stand_side_by_side(
    desks: tuple[Desk, Desk], made: Logins
) -> None:
    rosa, ben = desks
    rosa.press("Alt+F", "Alt+2")
    ben.press("Alt+F", "Alt+3")
    send(rosa)
    send(ben)

    with made.owner.transaction(writes=False) as session:
        number = session.execute(
            select(*ContactPoint.__table__.c).where(ContactPoint.system == "phone")
        ).one()
    assert (number.no_service, number.no_voicemail) == (True, True)
    assert "needs attention" not in ben.status

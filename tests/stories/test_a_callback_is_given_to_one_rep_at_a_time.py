"""Two desks on one database see the same late callbacks, and each is one rep's at a time."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from console.models.claims import Claim
from console.models.facts import Closure
from console.services.database import open_shared
from tests.postgresql import Server
from tests.stories.center import fill, make_logins, promise, working_hours
from tests.stories.desk import OTHER_REP, REP, Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")

Start = Callable[..., Desk]


@pytest.fixture
def center(postgresql_server: Server, published_database: str, tmp_path: Path) -> str:
    make_logins(postgresql_server, REP, OTHER_REP)
    fill(published_database, tmp_path / "files", WALTER, CARL)
    return published_database


@pytest.fixture
def two_late(center: str) -> None:
    """Both were promised by one rep, and both are late enough to be the whole team's."""
    hour = timedelta(hours=1)
    promise(center, REP, "Walter Brandt", working_hours()() - hour)
    promise(center, REP, "Carl Abernathy", working_hours()() - hour / 2)


def at(start_desk: Start, center: str, login: str) -> Desk:
    url = center.replace("postgres@", f"{login}@")
    desk = start_desk(login, database=url, login=None, clock=working_hours())
    desk.pass_time(3)
    return desk


def callbacks(desk: Desk) -> str:
    return desk.seen(desk.page.lookup.waiting)


def shown(desk: Desk) -> str:
    record = desk.app.session.record
    return record.view.name if record else ""


@pytest.mark.usefixtures("two_late")
def test_what_one_takes_shows_at_the_other_desk_as_taken(start_desk: Start, center: str) -> None:
    first, second = at(start_desk, center, REP), at(start_desk, center, OTHER_REP)
    assert "From Jordan Mays" in callbacks(second)

    first.press("Alt+N")
    second.pass_time(3)

    assert shown(first) == "Walter Brandt"
    assert callbacks(second).count("Taken by Jordan Mays") == 1
    assert "Taken by" not in callbacks(first)


@pytest.mark.usefixtures("two_late")
def test_two_who_ask_for_the_next_person_get_two(start_desk: Start, center: str) -> None:
    first, second = at(start_desk, center, REP), at(start_desk, center, OTHER_REP)

    second.press("Alt+N")
    first.press("Alt+N")  # its list does not know yet

    assert {shown(first), shown(second)} == {"Walter Brandt", "Carl Abernathy"}


def test_a_list_that_is_behind_gives_nobody_twice(start_desk: Start, center: str) -> None:
    promise(center, REP, "Walter Brandt", working_hours()() - timedelta(hours=1))
    first, second = at(start_desk, center, REP), at(start_desk, center, OTHER_REP)
    second.press("Alt+N")

    first.press("F7", "Return")

    assert shown(first) == ""
    assert "Others have just taken" in first.message
    assert "Taken by Tomasz Zielinski" in callbacks(first)


@pytest.mark.usefixtures("two_late")
def test_the_call_that_reaches_her_ends_it_for_everybody(start_desk: Start, center: str) -> None:
    first, second = at(start_desk, center, REP), at(start_desk, center, OTHER_REP)
    second.press("Alt+N", "Alt+D", "Alt+1", "Alt+X", "F6")
    second.write("will call our main")
    second.press("Return", "Ctrl+Return")
    if not second.idle:
        second.press("Return")
    assert second.idle, second.seen(second.page.bar)
    first.pass_time(3)
    assert "Taken by Tomasz Zielinski" in callbacks(first), "logged, but it may be undone yet"

    second.log_all()
    first.pass_time(3)

    assert "Walter Brandt" not in callbacks(first)
    assert len(first.rows(Closure)) == 1


@pytest.mark.usefixtures("two_late")
def test_turning_to_somebody_else_gives_it_back(start_desk: Start, center: str) -> None:
    first, second = at(start_desk, center, REP), at(start_desk, center, OTHER_REP)
    first.press("Alt+N")
    second.pass_time(3)
    assert "Taken by" in callbacks(second)

    first.find("Carl Abernathy")
    second.pass_time(3)

    assert "Taken by" not in callbacks(second)


@pytest.mark.usefixtures("two_late")
def test_closing_gives_back_what_no_call_is_about(start_desk: Start, center: str) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N")

    first.close()

    second = at(start_desk, center, OTHER_REP)
    assert "Taken by" not in callbacks(second)


@pytest.mark.usefixtures("two_late")
def test_after_a_crash_it_is_free_when_the_lease_is_over(start_desk: Start, center: str) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N")
    first.die()
    second = at(start_desk, center, OTHER_REP)
    assert callbacks(second).count("Taken by Jordan Mays") == 1

    lease_ends(center)
    second.pass_time(3)  # the cursor moves by itself

    assert "Taken by" not in callbacks(second)
    second.press("Alt+N")
    assert shown(second) == "Walter Brandt"


@pytest.mark.usefixtures("two_late")
def test_whoever_crashed_finds_her_own_claim_again(start_desk: Start, center: str) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N")
    first.die()

    again = at(start_desk, center, REP)
    again.press("Alt+N")

    assert shown(again) == "Walter Brandt"


@pytest.mark.usefixtures("two_late")
def test_a_sign_of_life_during_the_call_keeps_it(start_desk: Start, center: str) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N", "Alt+D")
    lease_ends(center)

    first.pass_time(5 * 60)

    second = at(start_desk, center, OTHER_REP)
    assert callbacks(second).count("Taken by Jordan Mays") == 1


@pytest.mark.usefixtures("two_late")
def test_a_callback_left_open_for_too_long_is_not_dialed(start_desk: Start, center: str) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N")
    first.clock.goes_on(minutes=16)

    first.press("Alt+D")

    assert first.dialed == []
    assert "free for others" in first.message
    first.press("F7", "Return", "Alt+D")
    assert len(first.dialed) == 1


@pytest.mark.usefixtures("two_late")
def test_a_claim_is_lost_to_a_colleague_who_took_it_in_the_meantime(
    start_desk: Start, center: str
) -> None:
    first = at(start_desk, center, REP)
    first.press("Alt+N", "Alt+D")
    lease_ends(center)
    second = at(start_desk, center, OTHER_REP)
    second.press("Alt+N")

    first.pass_time(5 * 60)

    assert "Somebody else has this callback by now" in first.message
    assert {row.holder for row in first.rows(Claim)} == {OTHER_REP}


def lease_ends(url: str) -> None:
    """Time passes on the server, without a sign of life."""
    shared = open_shared(url)
    with shared.transaction() as session:
        session.execute(text("UPDATE claim SET until = clock_timestamp()"))
    shared.close()

"""In an emergency a rep opens what is kept from her, by keyboard; her supervisor is told why."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from console.models.commands import Command
from console.models.facts import Access, BrokenGlass
from console.models.ids import CommandId, Login, uuid7
from console.models.terms import Label, Role
from tests.commands import disposition
from tests.logins import Logins, logins
from tests.postgresql import Server
from tests.stories.desk import Desk, bring, later, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164", mrn="6002")
WHY = "The ambulance asks what he takes; he cannot speak."
HIDDEN = "takes lithium at night"


@pytest.fixture
def made(postgresql_server: Server, published_database: str, tmp_path: Path) -> Iterator[Logins]:
    with logins(postgresql_server, published_database) as opened:
        bring(opened.owner, tmp_path / "files", WALTER, CARL, now=later(Desk.begins_at()))
        yield opened


@pytest.fixture
def rosa(made: Logins) -> str:
    return made.grant(Role.REP, team="north", name="Rosa Alvarez")


@pytest.fixture
def desk(start_desk: Callable[..., Desk], made: Logins, rosa: str) -> Desk:
    """Rosa's, with Walter's record on the screen, of which she may not see all."""
    opened = start_desk("rep", database=made.url_of(rosa), login=None)
    walter = opened.person("Walter Brandt")
    labelled = disposition(walter, labels=frozenset({Label.PSYCHIATRIC}), notes=HIDDEN)
    command = Command(
        id=CommandId(uuid7()), author=Login(rosa), made_at=opened.clock(), body=labelled
    )
    opened.center.outbox.put(command)
    opened.log_all()
    opened.find("Walter Brandt")
    assert HIDDEN not in opened.seen()
    return opened


def broken(made: Logins) -> list[tuple[str, str]]:
    with made.owner.transaction(writes=False) as session:
        return [(row.login, row.reason) for row in session.scalars(select(BrokenGlass))]


def tab(desk: Desk) -> str:
    return desk.app.window.top.tabs.tabText(1)


def test_the_sheet_says_what_it_does_and_asks_why_before_anything_happens(
    desk: Desk, made: Logins
) -> None:
    desk.press("Alt+Shift+E")
    sheet = desk.seen(desk.page.centre)
    for words in ("Walter Brandt", "for 30 minutes", "supervisors are told at once", "recorded"):
        assert words in sheet
    desk.write("emergency")
    assert "11 more characters" in desk.seen(desk.page.centre)
    desk.press("Return")
    assert "Say in 20 characters or more why" in desk.seen(desk.page.centre)
    desk.press("Escape")

    assert "Emergency access" not in desk.seen(desk.page.centre)
    assert HIDDEN not in desk.seen()
    assert broken(made) == []


def test_with_a_reason_it_opens_for_a_while_and_no_copy_stays(
    desk: Desk, made: Logins, rosa: str
) -> None:
    desk.press("Alt+Shift+E")
    desk.write(WHY)
    desk.press("Return")

    assert HIDDEN in desk.seen(desk.page.timeline)
    assert "Emergency access until 10:30" in desk.seen(desk.page.person)
    assert broken(made) == [(rosa, WHY)]
    walter = desk.person("Walter Brandt")
    desk.log_all()  # and its reload keeps no copy, either
    kept = desk.center.saved_records.get(Login(rosa), walter)
    assert kept is not None
    assert HIDDEN not in repr(kept)

    with made.owner.transaction() as session:  # half an hour goes by at the server, too
        session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(text("UPDATE broken_glass SET until = now()"))
    for _ in range(4):  # in one go it would lock itself
        desk.pass_time(450)
    assert "Emergency access is over" in desk.message
    assert HIDDEN not in desk.seen()
    assert "Walter Brandt" in desk.seen(desk.page.person)
    assert "Emergency access until" not in desk.seen()


def test_a_row_of_the_lookup_is_opened_by_it_at_once(desk: Desk, made: Logins, rosa: str) -> None:
    carl = desk.person("Carl Abernathy")
    desk.press("F2")
    desk.write("Abernathy")
    desk.press("Alt+Shift+E")
    assert "Carl Abernathy" in desk.seen(desk.page.centre)
    with made.owner.transaction(writes=False) as session:
        assert not session.scalars(select(Access).where(Access.person_id == carl)).all()

    desk.write(WHY)
    desk.press("Return")
    assert "Carl Abernathy" in desk.seen(desk.page.person)
    assert "Emergency access until" in desk.seen(desk.page.person)
    with made.owner.transaction(writes=False) as session:
        first = session.scalars(
            select(Access.reason).where(Access.person_id == carl).order_by(Access.at)
        ).first()
    assert first == "break-glass"


def test_offline_it_is_refused_and_what_was_typed_stays(
    desk: Desk, made: Logins, rosa: str
) -> None:
    desk.press("Alt+Shift+E")
    desk.write(WHY)
    with made.owner.transaction() as session:
        session.execute(text(f'ALTER ROLE "{rosa}" NOLOGIN'))
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"
        session.execute(text(end), {"login": rosa})
    desk.press("Return")
    assert "Emergency access needs the server. Call your supervisor." in desk.seen(desk.page.centre)
    assert WHY in desk.seen(desk.page.centre)
    desk.press("Escape")

    desk.pass_time(61)
    desk.press("Alt+Shift+E")
    assert "needs the server" in desk.message
    assert "Leave it closed" not in desk.seen()
    assert broken(made) == []


def test_an_unverified_callers_record_stays_closed(desk: Desk) -> None:
    desk.ring("937-555-0119")
    desk.press("Alt+A", "Return")
    desk.press("Alt+Shift+E")
    assert "Leave it closed" not in desk.seen()


def test_the_supervisor_is_told_and_reads_who_whom_and_why(
    desk: Desk, made: Logins, start_desk: Callable[..., Desk]
) -> None:
    imani = made.grant(Role.SUPERVISOR, team="north", name="Imani Clarke")
    far = made.grant(Role.SUPERVISOR, team="south", name="Farrah South")
    hers = start_desk("supervisor", database=made.url_of(imani), login=None)
    others = start_desk("south", database=made.url_of(far), login=None)
    desk.press("Alt+Shift+E")
    desk.write(WHY)
    desk.press("Return")

    hers.pass_time(10)
    assert "Emergency access by Rosa Alvarez" in hers.message
    assert "Walter" not in hers.seen()
    assert "Supervisor 1" in tab(hers)
    hers.pass_time(15)
    hers.pass_time(10)  # told once, counted until it was looked at
    assert "Supervisor 1" in tab(hers)

    hers.press("Alt+Shift+U")
    page = hers.app.window.supervisor
    for words in ("Rosa Alvarez opened Walter Brandt", f"Emergency access: {WHY}"):
        assert words in hers.seen(page)
    assert "Supervisor 1" not in tab(hers)
    hers.press("Escape")
    assert WHY not in hers.seen(page)
    hers.pass_time(10)
    assert "Supervisor 1" not in tab(hers)

    others.pass_time(10)
    others.press("Alt+Shift+U")
    assert "Nothing unusual" in others.seen(others.app.window.supervisor)


def test_what_she_has_seen_is_not_told_again_at_the_next_start(
    desk: Desk, made: Logins, start_desk: Callable[..., Desk]
) -> None:
    imani = made.grant(Role.SUPERVISOR, team="north", name="Imani Clarke")
    desk.press("Alt+Shift+E")
    desk.write(WHY)
    desk.press("Return")

    first = start_desk("supervisor", database=made.url_of(imani), login=None)
    assert "Supervisor 1" in tab(first)
    first.press("Alt+Shift+U")
    first.close()
    again = start_desk("supervisor", database=made.url_of(imani), login=None)
    assert "Supervisor 1" not in tab(again)
    again.press("Alt+Shift+U")
    assert WHY in again.seen(again.app.window.supervisor)


def test_a_rep_has_no_list_of_unusual_access(desk: Desk) -> None:
    desk.press("Alt+Shift+U")
    assert desk.app.window.pages.currentWidget() is desk.page
    assert "Unusual access" not in desk.seen()


def test_on_the_embedded_database_there_is_nothing_to_open(
    start_desk: Callable[..., Desk],
) -> None:
    alone = start_desk("alone")
    alone.bring(WALTER)
    alone.find("Walter Brandt")
    alone.press("Alt+Shift+E")
    assert "nothing is hidden from you" in alone.message

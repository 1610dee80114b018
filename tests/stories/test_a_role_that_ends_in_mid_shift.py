"""A role ends or a right is missing while the window is open: it says so, and nothing is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from console.models.facts import Disposition
from console.models.terms import Role
from console.services import staffing
from tests.logins import Logins, logins
from tests.postgresql import Server
from tests.stories.desk import Desk, bring, later, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")
ENDED = "Your role here has ended"
SWITCHED_OFF = "Your login has been switched off"
RIGHT = "Your login does not have the right to do that"
RELEASE = "The database is not of this release"
STANDBY = "The server is a standby"
SAFE = "What you log is kept here and sent later."


@pytest.fixture
def made(postgresql_server: Server, published_database: str, tmp_path: Path) -> Iterator[Logins]:
    with logins(postgresql_server, published_database) as opened:
        bring(opened.owner, tmp_path / "files", WALTER, now=later(Desk.begins_at()))
        yield opened


@pytest.fixture
def rosa(made: Logins) -> str:
    return made.grant(Role.REP, team="north", name="Rosa Alvarez")


@pytest.fixture
def desk(start_desk: Callable[..., Desk], made: Logins, rosa: str) -> Desk:
    """Rosa's, with Walter's record on the screen."""
    opened = start_desk(database=made.url_of(rosa), login=None)
    opened.find("Walter Brandt")
    assert "Walter Brandt" in opened.seen(opened.page.centre)
    return opened


def run(made: Logins, *statements: str) -> None:
    with made.owner.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


def log_a_call(desk: Desk) -> None:
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()


def told(desk: Desk, sentence: str) -> None:
    """In the status bar as long as it is so, and in the message slot once the undo is over."""
    assert sentence in desk.status
    for _ in range(14):  # its countdown goes by seconds
        desk.pass_time(1)
    assert sentence in desk.status


def logged(made: Logins) -> int:
    with made.owner.transaction(writes=False) as session:
        return len(session.scalars(select(Disposition.id)).all())


def test_a_deactivated_login_is_told_and_what_it_logged_goes_when_it_is_back(
    desk: Desk, made: Logins, rosa: str
) -> None:
    staffing.deactivate(made.owner, rosa)
    log_a_call(desk)

    told(desk, SWITCHED_OFF)
    assert SWITCHED_OFF in desk.message
    assert SAFE in desk.message
    assert "1 entry kept on this computer" in desk.status
    assert logged(made) == 0

    staffing.grant(made.owner, staffing.Grant(login=rosa, role=Role.REP))
    desk.pass_time(61)
    assert logged(made) == 1
    assert "All changes saved" in desk.status
    assert desk.message == ""


ENDINGS = {
    "taken off the staff list, by somebody who may not end sessions": (
        "UPDATE staff SET active = false WHERE login = '{rosa}'",
        "UPDATE staff SET active = true WHERE login = '{rosa}'",
    ),
    "taken out of its group": ('REVOKE ec_rep FROM "{rosa}"', 'GRANT ec_rep TO "{rosa}"'),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_a_role_that_ended_under_open_sessions_is_told_as_well(
    desk: Desk, made: Logins, rosa: str, how: str
) -> None:
    end, give_back = (statement.format(rosa=rosa) for statement in ENDINGS[how])
    run(made, end)
    desk.press("Alt+D")  # refused; the desk asks at once whether it is still let in
    desk.pass_time(1)
    assert ENDED in desk.message
    assert SAFE in desk.message
    desk.find("Brandt")  # whatever is refused from now on is refused for that
    assert ENDED in desk.message

    log_a_call(desk)
    told(desk, ENDED)
    assert ENDED in desk.message
    [entry] = desk.center.outbox.view().entries
    assert entry.state == "pending"  # and neither refused nor given up
    assert logged(made) == 0

    run(made, give_back)
    desk.pass_time(61)
    assert logged(made) == 1
    assert "All changes saved" in desk.status


def test_an_idle_desk_notices_that_its_role_has_ended(desk: Desk, made: Logins, rosa: str) -> None:
    run(made, f"UPDATE staff SET active = false WHERE login = '{rosa}'")
    desk.pass_time(16)
    assert ENDED in desk.message
    assert ENDED in desk.status


LACKS = {
    "a right": (
        "REVOKE INSERT ON disposition FROM ec_rep",
        "GRANT INSERT ON disposition TO ec_rep",
        RIGHT,
    ),
    "a table": (
        "ALTER TABLE disposition RENAME TO mislaid",
        "ALTER TABLE mislaid RENAME TO disposition",
        RELEASE,
    ),
}


@pytest.mark.parametrize("what", LACKS)
def test_what_the_server_lacks_holds_entries_until_it_is_there(
    desk: Desk, made: Logins, what: str
) -> None:
    take, give_back, sentence = LACKS[what]
    log_a_call_after(desk, made, take)
    assert sentence in desk.message
    assert SAFE in desk.message
    told(desk, sentence)
    assert "1 entry needs attention" in desk.status
    desk.press("F8")
    assert "goes by itself once the cause is gone" in desk.seen(desk.page.centre)

    run(made, give_back)
    desk.pass_time(61)
    desk.pass_time(16)
    assert logged(made) == 1
    assert "All changes saved" in desk.status


def log_a_call_after(desk: Desk, made: Logins, statement: str) -> None:
    """It breaks between the call and its sending: consents are read from the same tables."""
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    run(made, statement)
    desk.log_all()


def test_a_record_that_may_not_be_read_says_why_in_its_place(desk: Desk, made: Logins) -> None:
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")  # Walter leaves the screen
    run(made, "REVOKE SELECT ON touchpoint_person FROM ec_rep")
    desk.find("Walter Brandt")
    centre = desk.seen(desk.page.centre)
    assert "The record cannot be opened now" in centre
    assert RIGHT in centre

    run(made, "GRANT SELECT ON touchpoint_person TO ec_rep")
    desk.find("Walter Brandt")
    assert "cannot be opened" not in desk.seen(desk.page.centre)


def test_a_server_in_recovery_is_told_and_the_call_goes_when_it_is_over(
    desk: Desk, made: Logins, rosa: str
) -> None:
    name = made.url.rpartition("/")[2]
    end_sessions = (
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{rosa}'"
    )
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    run(made, f'ALTER DATABASE "{name}" SET default_transaction_read_only = on', end_sessions)
    desk.log_all()
    told(desk, STANDBY)
    assert "1 entry kept on this computer" in desk.status
    assert logged(made) == 0

    run(made, f'ALTER DATABASE "{name}" RESET default_transaction_read_only', end_sessions)
    desk.pass_time(61)
    assert logged(made) == 1

"""A center's desk over a day: signed in by keyboard, locked, a new password, left to the next."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import insert

from console.models.facts import Disposition
from console.models.records import Staff
from console.services import credentials, sign_in
from console.services.database import open_shared
from console.services.leaving import Leaving
from console.settings import from_environment
from tests.commands import Clock
from tests.postgresql import MISSING, Cluster, find_binaries
from tests.secured import ONLY_ENCRYPTED, PASSWORD, Secured
from tests.stories.desk import Desk, bring, later, patient, publish_what_ships, until

pytestmark = pytest.mark.usefixtures("trusted_keyring")

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")
HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    if not find_binaries():
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("center")
    with closing(Cluster()) as cluster:
        server = Secured(cluster, folder)
        shared = open_shared(cluster.server.socket_url("center"))
        publish_what_ships(shared)
        bring(shared, folder / "files", WALTER, now=later(Desk.begins_at()))
        with shared.transaction() as session:
            people = (
                ("alice", "Alice Ames"),
                ("bob", "Bob Baker"),
                ("carol", "Carol Cole"),
                ("dave", "Dave Dunn"),
            )
            session.execute(
                insert(Staff), [{"login": a, "name": b, "role": "rep", "active": True}
                                for a, b in people]
            )  # fmt: skip
        shared.close()
        for login in ("alice", "bob", "carol", "dave"):
            server.login(login)
        yield server


@pytest.fixture
def server(running: Secured) -> Iterator[Secured]:
    yield running
    if not running.cluster.is_running:
        running.cluster.start()


@pytest.fixture
def at_the_desk(start_desk: Callable[..., Desk], server: Secured) -> Desk:
    """Alice's desk, whose keyring has nothing yet: the server asks."""
    desk = start_desk(fresh=True, database=server.url(), login=None)
    desk.pass_time(2)
    return desk


@pytest.fixture
def signed_in(start_desk: Callable[..., Desk], server: Secured) -> Desk:
    """Alice's desk, with her password in the keyring."""
    credentials.keep_password(HOST, "alice", PASSWORD)
    desk = start_desk(fresh=True, database=server.url(), login=None)
    desk.pass_time(2)
    return desk


def shown(desk: Desk) -> str:
    return desk.seen(desk.app.window)


def test_login_and_password_by_keyboard(at_the_desk: Desk) -> None:
    desk = at_the_desk
    assert "The server asks for your password" in shown(desk)
    desk.write(PASSWORD)
    desk.press("Return")

    assert not desk.app.window.covered
    assert desk.who == "Alice Ames"
    desk.find("Walter Brandt")
    assert "Walter Brandt" in shown(desk)
    assert credentials.password(HOST, "alice") is None


def test_a_wrong_password_is_told_below_the_field_and_may_be_typed_again(
    at_the_desk: Desk,
) -> None:
    desk = at_the_desk
    desk.write("not this one")
    desk.press("Return")
    assert "password is wrong" in shown(desk)
    assert desk.app.window.curtain.password.edit.displayText() != "not this one"

    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.who == "Alice Ames"


def test_a_password_stands_in_no_file_log_or_text_of_ours(
    at_the_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk = at_the_desk
    typed: list[object] = []
    desk.app.window.curtain.submitted.connect(typed.append)
    for password in ("ZZSECRET wrong", PASSWORD):
        desk.write(password)
        desk.press("Return")
    desk.pass_time(61)
    said = caplog.text + repr(typed) + repr(sign_in.Seat(desk.settings, PASSWORD))
    kept = [file.read_bytes() for file in desk.settings.profile.rglob("*") if file.is_file()]
    assert kept
    for password in ("ZZSECRET wrong", PASSWORD):
        assert password not in said
        assert not any(password.encode() in content for content in kept)


def test_on_request_it_is_kept_in_the_keyring_and_not_asked_for_again(
    at_the_desk: Desk, start_desk: Callable[..., Desk], server: Secured
) -> None:
    at_the_desk.write(PASSWORD)
    at_the_desk.press("Tab", "Space", "Return")
    assert credentials.password(HOST, "alice") == PASSWORD
    at_the_desk.close()

    desk = start_desk(database=server.url(), login=None)
    desk.pass_time(2)
    assert not desk.app.window.covered
    assert desk.who == "Alice Ames"


def test_another_login_than_the_address_names(at_the_desk: Desk) -> None:
    desk = at_the_desk
    asked: list[object] = []
    desk.app.window.curtain.submitted.connect(asked.append)
    desk.press("Shift+Tab", "Ctrl+A")
    desk.write("bob")
    desk.press("Return")
    desk.write(PASSWORD)
    desk.press("Return")
    assert len(asked) == 1
    assert desk.who == "Bob Baker", shown(desk)


def test_escape_goes_on_without_the_server_and_logs(at_the_desk: Desk) -> None:
    desk = at_the_desk
    desk.press("Escape")
    desk.pass_time(5)
    assert not desk.app.window.covered
    assert "Offline since" in desk.status


def test_the_lock_hides_the_call_and_keeps_it(signed_in: Desk) -> None:
    desk = signed_in
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F9")
    desk.write("rings")
    desk.press("Ctrl+L")

    assert "Locked since" in shown(desk)
    assert "Walter" not in shown(desk)
    assert "rings" not in shown(desk)
    desk.press("Alt+X", "F2", "Escape")
    assert "Walter" not in shown(desk)
    desk.write("guess")
    desk.press("Return")
    assert "not the password" in shown(desk)
    desk.write(PASSWORD)
    desk.press("Return")

    assert desk.notes == "rings"
    desk.write(" long")
    assert desk.notes == "rings long"
    desk.press("Alt+X", "1", "Ctrl+Return")
    assert desk.idle


def test_it_unlocks_without_the_server(signed_in: Desk, server: Secured) -> None:
    desk = signed_in
    desk.press("Ctrl+L")
    server.cluster.stop("immediate")
    desk.write(PASSWORD)
    desk.press("Return")
    assert not desk.app.window.covered


def test_a_desk_that_nobody_touches_locks_itself(signed_in: Desk) -> None:
    desk = signed_in
    desk.pass_time(599)
    assert not desk.app.window.covered
    desk.pass_time(600)
    assert desk.app.window.covered


def test_a_sign_in_sheet_that_leads_back_to_the_desk_locks_as_well(signed_in: Desk) -> None:
    desk = signed_in
    desk.app.entrance.ask()  # type: ignore[union-attr]
    assert "Work without the server" in shown(desk)
    desk.pass_time(600)
    assert "Locked since" in shown(desk)
    desk.press("Escape")
    assert desk.app.window.covered
    desk.write(PASSWORD)
    desk.press("Return")
    assert not desk.app.window.covered


@pytest.fixture
def without_password(
    start_desk: Callable[..., Desk], server: Secured, tmp_path: Path
) -> Iterator[Desk]:
    """A desk that signs in by certificate alone, as one with Kerberos does by its ticket."""
    certificate, key = server.authority.issue_files(tmp_path, "dave")
    server.cluster.admit("hostssl all dave 127.0.0.1/32 cert", *ONLY_ENCRYPTED)
    url = server.url("dave", sslcert=str(certificate), sslkey=str(key), require_auth="none")
    desk = start_desk(fresh=True, database=url, login=None)
    desk.pass_time(2)
    yield desk
    if not server.cluster.is_running:
        server.cluster.start()
    server.execute("ALTER ROLE dave LOGIN")
    server.cluster.admit(*ONLY_ENCRYPTED)


def test_without_a_password_the_server_is_asked_whether_to_unlock(
    without_password: Desk, server: Secured
) -> None:
    desk = without_password
    assert desk.who == "Dave Dunn"
    desk.press("Ctrl+L", "Return")
    assert not desk.app.window.covered

    server.execute("ALTER ROLE dave NOLOGIN")
    desk.press("Ctrl+L", "Return")
    assert desk.app.window.covered
    assert "switched off" in shown(desk)


def test_without_a_password_and_without_the_server_it_unlocks(
    without_password: Desk, server: Secured
) -> None:
    desk = without_password
    server.cluster.stop("immediate")
    desk.press("Ctrl+L", "Return")
    assert not desk.app.window.covered


def test_a_login_switched_off_in_mid_shift_is_told_and_nothing_is_lost(
    without_password: Desk, server: Secured
) -> None:
    desk = without_password
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    server.execute("ALTER ROLE dave NOLOGIN")
    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'dave'")
    desk.pass_time(61)
    for _ in range(12):  # the slot's countdown goes by seconds
        desk.pass_time(1)
    assert "Your login has been switched off" in desk.message
    assert desk.center.outbox.counts().pending == 1


def test_on_the_embedded_database_any_key_unlocks(desk: Desk) -> None:
    desk.press("Ctrl+L")
    assert "Locked since" in shown(desk)
    desk.press("Space")
    assert not desk.app.window.covered


def test_nobody_signs_out_in_the_middle_of_a_call(signed_in: Desk) -> None:
    desk = signed_in
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    sign_out(desk)
    assert "Log this call first" in desk.message
    assert not desk.idle


def test_signing_out_leaves_nothing_for_the_next_person(signed_in: Desk, server: Secured) -> None:
    desk = signed_in
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    desk.find("Walter Brandt")
    logged = len(journal(server))
    copies = desk.settings.workstation_file.parent / "records"
    assert list(copies.iterdir())
    sign_out(desk)

    assert "Sign in" in shown(desk)
    for word in ("Walter", "Alice", "937"):
        assert word not in shown(desk)
    assert not copies.exists() or not list(copies.iterdir())
    assert credentials.password(HOST, "alice") is None
    assert len(journal(server)) == logged + 1  # what could still be undone went out
    desk.press("Escape")
    assert desk.app.window.covered

    desk.write("bob")
    desk.press("Return")
    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.who == "Bob Baker", shown(desk)
    assert "Walter" not in shown(desk)
    assert "Alice" not in shown(desk)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    desk.log_all()
    assert journal(server)[-1] == "bob"


@pytest.mark.parametrize("stray", ["go", "keep", "curtain", "nothing"])
def test_what_is_typed_at_the_curtain_never_goes_nowhere(signed_in: Desk, stray: str) -> None:
    """A window that has just come up may have the focus anywhere."""
    desk = signed_in
    sign_out(desk)
    curtain = desk.app.window.curtain
    places = {"go": curtain.go, "keep": curtain.keep, "curtain": curtain}
    if stray in places:
        places[stray].setFocus()
    else:
        curtain.login.edit.clearFocus()
    assert not isinstance(desk.focus, QLineEdit)
    desk.write("bob")
    desk.press("Return")
    curtain.keep.setFocus()
    desk.press("Return")
    assert curtain.password.edit.hasFocus()
    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.who == "Bob Baker", shown(desk)


def test_what_cannot_be_sent_stays_and_says_so(signed_in: Desk, server: Secured) -> None:
    desk = signed_in
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    before = len(journal(server))
    server.cluster.stop("immediate")
    sign_out(desk)
    assert "1 entry stays on this computer" in shown(desk)

    server.cluster.start()
    report = desk.center.sync.once(now=True)  # as closing the window would
    assert (report.sent, report.still_pending) == (0, 1)
    desk.write("bob")
    desk.press("Return")
    desk.write(PASSWORD)
    desk.press("Return")
    desk.log_all()
    assert len(journal(server)) == before  # it is Alice's, and goes under her login alone
    assert desk.center.outbox.counts().pending == 1


def test_a_new_password_by_keyboard(
    start_desk: Callable[..., Desk], server: Secured, clock: Clock
) -> None:
    credentials.keep_password(HOST, "carol", PASSWORD)
    desk = start_desk(fresh=True, database=server.url("carol"), login=None)
    desk.pass_time(2)
    desk.app.desk.account.offer()  # type: ignore[union-attr]  # the initials, by mouse or Tab
    desk.settle()
    desk.press("Alt+2")
    for typed in (PASSWORD, "short", "short"):
        desk.write(typed)
        desk.press("Return")
    assert "12 characters or more" in shown(desk)
    assert open_shared(server.url("carol"), PASSWORD).close() is None

    new = "another long pass phrase"
    for typed in (PASSWORD, new, new):
        desk.press("Ctrl+A")
        desk.write(typed)
        desk.press("Tab")
    desk.press("Space", "Shift+Tab", "Return")
    assert not desk.app.window.covered, shown(desk)
    assert credentials.password(HOST, "carol") == new
    assert open_shared(server.url("carol"), new).close() is None
    assert new not in server.cluster.log()
    assert desk.who == "Carol Cole"


@pytest.fixture
def clock() -> Clock:
    return Desk.begins_at()


def test_the_end_of_a_password_is_told_two_weeks_ahead(
    start_desk: Callable[..., Desk], server: Secured
) -> None:
    server.execute("ALTER ROLE alice VALID UNTIL 'infinity'")
    server.execute(
        "DO $$ BEGIN EXECUTE format('ALTER ROLE alice VALID UNTIL %L', now() + '13 days'); END $$"
    )
    credentials.keep_password(HOST, "alice", PASSWORD)
    desk = start_desk(fresh=True, database=server.url(), login=None)
    desk.settle()
    assert "Your password ends on" in desk.message
    server.execute("ALTER ROLE alice VALID UNTIL 'infinity'")


def test_a_password_that_ends_in_mid_shift_waits_for_the_end_of_the_call(
    signed_in: Desk, server: Secured
) -> None:
    desk = signed_in
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F9")
    server.execute("ALTER ROLE alice VALID UNTIL '2020-01-01'")
    server.cluster.stop()
    server.cluster.start()
    try:
        desk.pass_time(61)
        assert not desk.app.window.covered
        desk.write("goes on")
        desk.press("Alt+X", "1", "Ctrl+Return")
        assert desk.idle
        desk.pass_time(61)
        desk.pass_time(2)
        assert "Login or password is wrong" in shown(desk)
    finally:
        server.execute("ALTER ROLE alice VALID UNTIL 'infinity'")
    desk.write(PASSWORD)
    desk.press("Return")
    desk.log_all()
    assert "goes on" in [row.notes for row in desk.rows(Disposition)]


def choose_of_account(desk: Desk, number: int) -> None:
    desk.app.desk.account.offer()  # type: ignore[union-attr]  # the initials, by mouse or Tab
    desk.settle()
    desk.press(f"Alt+{number}")
    desk.settle()


def sign_out(desk: Desk) -> None:
    choose_of_account(desk, 3)
    if desk.app.window.covered:  # a new window, once its old one is gone
        desk.activate()
        until(lambda: desk.app.window.curtain.isAncestorOf(desk.focus))


def journal(server: Secured) -> list[str]:
    """The authors of all that was logged, in order."""
    with server.cluster.server.connect("center") as connection:
        rows = connection.execute(
            "SELECT author FROM command WHERE kind = 'LogDisposition' ORDER BY received_at"
        )
        return [row[0] for row in rows]


def test_a_new_desk_joins_the_center_and_leaves_it_by_keyboard(
    start_desk: Callable[..., Desk], server: Secured
) -> None:
    desk = start_desk(fresh=True, login=None)
    port = server.cluster.server.port
    desk.press("Alt+3")
    for typed in ("nonsense/", str(server.authority.file)):
        desk.write(typed)
        desk.press("Tab")
    desk.say("alice", PASSWORD)
    assert "Write the address as HOST/NAME" in shown(desk)

    desk.press("Ctrl+A")
    desk.write(f"{HOST}:{port}/center?sslmode=verify-full")
    desk.press("Return")

    assert desk.who == "Alice Ames"
    desk.find("Walter Brandt")
    assert "Walter Brandt" in shown(desk)
    kept = from_environment(desk.settings.profile).database
    assert f"alice@{HOST}:{port}/center" in kept
    assert PASSWORD not in kept

    desk.app.desk.account._on_all_sent(Leaving(may=True, waits=1))  # type: ignore[union-attr]
    assert "1 entry is not on the server yet" in desk.message
    assert not desk.app.settings.embedded
    choose_of_account(desk, 4)
    until(lambda: desk.app.settings.embedded)
    desk.settle()
    assert desk.app.window.console.welcome.offers_ways_in
    assert from_environment(desk.settings.profile).embedded

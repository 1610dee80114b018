"""A rep logs at one desk; the supervisor's page at another one tells of it by itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from console.models.facts import Disposition
from console.services.database import open_shared
from tests.commands import Clock
from tests.postgresql import Server
from tests.stories.desk import (
    REP,
    SUPERVISOR,
    Desk,
    add_staff,
    bring,
    later,
    patient,
)

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")
LINE = {
    "id": "from-the-other-desk",
    "direction": "outbound",
    "phone": "937-555-0119",
    "about": ["6001"],
    "code": "no_answer",
}


@pytest.fixture
def urls(postgresql_server: Server, published_database: str, tmp_path: Path) -> dict[str, str]:
    """The database by the login that opens it; each has one of its own."""
    with postgresql_server.connect() as connection:
        for login in (REP, SUPERVISOR):
            try:
                connection.execute(f"CREATE ROLE {login} LOGIN SUPERUSER")
            except psycopg.errors.Error:
                continue  # an earlier test, or another worker, made it
    shared = open_shared(published_database)
    add_staff(shared)
    desk_clock = Desk.begins_at()
    bring(shared, tmp_path / "files", WALTER, now=later(desk_clock))
    shared.close()
    return {
        login: published_database.replace("postgres@", f"{login}@") for login in (REP, SUPERVISOR)
    }


def supervise(start_desk: Callable[..., Desk], urls: dict[str, str], clock: Clock) -> Desk:
    """The supervisor's page of another desk."""
    desk = start_desk("supervisor", database=urls[SUPERVISOR], login=None, clock=clock)
    desk.press("Ctrl+Shift+Tab")
    assert desk.app.window.pages.currentWidget() is desk.app.window.supervisor
    desk.pass_time(3)
    return desk


def test_the_page_offers_what_was_logged_meanwhile(
    start_desk: Callable[..., Desk], urls: dict[str, str]
) -> None:
    supervising = supervise(start_desk, urls, Desk.begins_at())
    rep = start_desk("rep", database=urls[REP], login=None)
    rep.find("Walter Brandt")
    rep.press("Alt+D", "Alt+X", "Ctrl+Return")
    assert rep.idle, rep.seen(rep.page.bar)
    rep.log_all()

    supervising.pass_time(3)

    assert "1 new" in supervising.seen(supervising.app.window.supervisor)
    [row] = supervising.rows(Disposition)
    assert (row.login, row.code) == (REP, "no_answer")


def test_what_comes_while_the_page_opens_is_offered_as_well(
    start_desk: Callable[..., Desk], urls: dict[str, str]
) -> None:
    rep = start_desk("rep", database=urls[REP], login=None)
    rep.find("Walter Brandt")
    rep.press("Alt+D", "Alt+X", "Ctrl+Return")
    desk = start_desk("supervisor", database=urls[SUPERVISOR], login=None, clock=rep.clock)
    desk.press("Ctrl+Shift+Tab")

    rep.log_all()  # before the page has asked for the first time
    desk.pass_time(3)

    assert "1 new" in desk.seen(desk.app.window.supervisor)


def test_a_rep_is_not_offered_the_supervisors_page(
    start_desk: Callable[..., Desk], urls: dict[str, str]
) -> None:
    rep = start_desk("rep", database=urls[REP], login=None)

    rep.press("Ctrl+Shift+Tab")

    assert rep.app.window.pages.currentWidget() is rep.page


def test_what_another_process_logs_is_offered_too(
    start_desk: Callable[..., Desk], urls: dict[str, str], tmp_path: Path
) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    supervising = supervise(start_desk, urls, Clock(now))
    times = {"started_at": (now - timedelta(seconds=30)).isoformat(), "ended_at": now.isoformat()}
    program = [sys.executable, "-m", "console", "--profile", str(tmp_path / "other")]
    done = subprocess.run(
        [*program, "--database", urls[REP], "log", "-", "--json"],
        input=json.dumps({**LINE, **times}),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr

    supervising.pass_time(3)

    assert "1 new" in supervising.seen(supervising.app.window.supervisor)

"""In the real windows, under real logins: a rep calls and logs, the supervisor sees it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from console.models.facts import Access, Disposition
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


def test_a_rep_logs_and_the_supervisor_is_told(
    start_desk: Callable[..., Desk], made: Logins
) -> None:
    rosa = made.grant(Role.REP, team="north", name="Rosa Alvarez")
    imani = made.grant(Role.SUPERVISOR, team="north", name="Imani Clarke")
    supervising = start_desk("supervisor", database=made.url_of(imani), login=None)
    supervising.press("Ctrl+Shift+Tab")
    assert supervising.app.window.pages.currentWidget() is supervising.app.window.supervisor
    supervising.pass_time(3)

    rep = start_desk("rep", database=made.url_of(rosa), login=None)
    rep.find("Walter Brandt")
    assert "Walter Brandt" in rep.seen()
    rep.press("Alt+D", "Alt+P")
    rep.write("sends the form")
    rep.press("Return")
    rep.write("+3h")
    rep.press("Return", "Alt+X", "Ctrl+Return")
    assert rep.idle, rep.seen(rep.page.bar)
    rep.log_all()

    supervising.pass_time(3)
    assert "1 new" in supervising.seen(supervising.app.window.supervisor)
    with made.owner.transaction(writes=False) as session:
        assert session.scalars(select(Disposition.login)).all() == [rosa]
        assert {row.login for row in session.scalars(select(Access))} == {rosa}

    rep.press("Alt+Shift+D")
    day = rep.seen(rep.page.centre)
    assert "1 call: 0 incoming, 1 outgoing" in day
    assert "Walter Brandt · Promise: sends the form" in day
    assert "not sent yet" not in day
    rep.press("Escape", "Alt+Y", "Alt+2")
    rep.pass_time(16)
    supervising.press("Alt+Shift+T")
    assert "Rosa Alvarez · Lunch" in supervising.seen(supervising.app.window.supervisor)

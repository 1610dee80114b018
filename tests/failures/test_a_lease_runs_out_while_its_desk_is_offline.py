"""A claim runs out offline, a colleague calls: both calls are kept, the callback is done once."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from console.models.facts import Closure, Disposition
from console.models.ids import FactId
from console.services import database
from console.services.database import open_shared
from tests.postgresql import Cluster
from tests.stories.center import fill, make_logins, promise, working_hours
from tests.stories.desk import OTHER_REP, REP, SUPERVISOR, Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")

Start = Callable[..., Desk]


class Center:
    """A server of its own, with two callbacks that are late."""

    def __init__(self, cluster: Cluster, folder: Path) -> None:
        self.cluster = cluster
        self.url = cluster.server.url()
        database.create(self.url)
        make_logins(cluster.server, REP, OTHER_REP, SUPERVISOR)
        fill(self.url, folder, WALTER, CARL)
        due = working_hours()() - timedelta(hours=1)
        self.callback: FactId = promise(self.url, REP, "Walter Brandt", due)
        promise(self.url, REP, "Carl Abernathy", due + timedelta(minutes=10))

    def desk(self, start_desk: Start, login: str) -> Desk:
        url = self.url.replace("postgres@", f"{login}@")
        desk = start_desk(login, database=url, login=None, clock=working_hours())
        desk.pass_time(3)
        return desk

    def leases_end(self) -> None:
        shared = open_shared(self.url)
        with shared.transaction() as session:
            session.execute(text("UPDATE claim SET until = clock_timestamp()"))
        shared.close()


@pytest.fixture
def center(private_cluster: Callable[..., Cluster], tmp_path: Path) -> Center:
    return Center(private_cluster(durable=True), tmp_path / "files")


def log_that_she_was_reached(desk: Desk) -> None:
    desk.press("Alt+1", "Alt+X", "F6")
    desk.write("will call our main")
    desk.press("Return", "Ctrl+Return")
    if not desk.idle:
        desk.press("Return")
    assert desk.idle, desk.seen(desk.page.bar)


def test_the_late_call_is_kept_and_shown_as_a_second_contact(
    start_desk: Start, center: Center
) -> None:
    first = center.desk(start_desk, REP)
    first.press("Alt+N", "Alt+D")
    center.cluster.stop("immediate")
    log_that_she_was_reached(first)  # offline, and nothing can be sent
    first.log_all()
    assert first.center.outbox.waiting() == 1
    first.die()
    center.cluster.start()
    center.leases_end()

    second = center.desk(start_desk, OTHER_REP)
    second.press("Alt+N", "Alt+D")
    log_that_she_was_reached(second)
    second.log_all()
    again = center.desk(start_desk, REP)
    again.log_all()

    assert again.center.outbox.waiting() == 0
    both = {row.login: row.id for row in again.rows(Disposition)}
    assert set(both) == {REP, OTHER_REP}
    assert {row.target_id for row in again.rows(Closure)} == {center.callback}
    for desk in (again, second):
        desk.pass_time(3)
        assert "Walter Brandt" not in desk.seen(desk.page.lookup.waiting)
    checked = {row.id: row.to_check for row in again.center.review.page().rows}
    assert "second_contact" in checked[both[REP]]
    assert "second_contact" not in checked[both[OTHER_REP]]
    supervisor = center.desk(start_desk, SUPERVISOR)
    supervisor.press("Ctrl+Shift+Tab")
    assert "Second contact" in supervisor.seen(supervisor.app.window.supervisor)


def test_offline_only_what_is_claimed_already_can_be_worked(
    start_desk: Start, center: Center
) -> None:
    desk = center.desk(start_desk, REP)
    desk.press("Alt+N")
    center.cluster.stop("immediate")
    desk.log_all()
    assert "Offline since" in desk.status

    desk.press("F7", "Return")  # the one that is claimed stands first
    desk.press("Alt+D")
    assert desk.draft.callback_id == center.callback
    log_that_she_was_reached(desk)
    desk.press("Alt+N")

    assert desk.app.session.person is None
    assert "no callback can be taken now" in desk.message
    assert desk.center.outbox.waiting() == 1
    center.cluster.start()


def test_the_lists_heal_when_the_server_is_back(start_desk: Start, center: Center) -> None:
    """Nobody misses what others logged while one desk's connection was broken."""
    supervising, rep = center.desk(start_desk, SUPERVISOR), center.desk(start_desk, REP)
    supervising.press("Ctrl+Shift+Tab")
    supervising.pass_time(3)
    center.cluster.stop("immediate")
    supervising.pass_time(3)
    page = supervising.app.window.supervisor
    assert "does not answer" in supervising.seen(page) or "gone" in supervising.seen(page)
    rep.find("Carl Abernathy")

    center.cluster.start()
    rep.press("Alt+N", "Alt+D")
    log_that_she_was_reached(rep)
    rep.log_all()
    supervising.pass_time(3)

    shown = supervising.seen(page)
    assert "1 new" in shown or "Walter Brandt" in shown  # offered, or read again by itself

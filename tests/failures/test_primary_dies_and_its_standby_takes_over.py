"""The primary dies under load, its standby is promoted, and later the old primary comes back."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.services import database
from tests.failures.desks import Desk, Load, address, check_all_there_once, on_server
from tests.postgresql import Cluster, until

Make = Callable[..., Cluster]
MakeDesk = Callable[..., Desk]


@pytest.fixture
def primary(private_cluster: Make) -> Cluster:
    cluster = private_cluster(settings={"synchronous_commit": "on"})
    database.create(cluster.server.url())
    return cluster


@pytest.fixture
def standby(primary: Cluster, private_cluster: Make) -> Cluster:
    return private_cluster(copy_of=primary, standby=True, settings={"synchronous_commit": "on"})


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(*clusters: Cluster) -> Desk:
        ports = (cluster.server.port for cluster in clusters)
        made.append(Desk(tmp_path / f"desk-{len(made)}", address(*ports)))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


def make_synchronous(primary: Cluster) -> None:
    """Only when the standby is there, or it would inherit the setting and hang once promoted."""
    primary.configure({"synchronous_standby_names": "standby"})
    primary.reload()
    with primary.server.connect() as connection:
        until(
            lambda: (
                connection.execute("SELECT sync_state FROM pg_stat_replication").fetchone()
                == ("sync",)
            )
        )


def test_with_a_synchronous_standby_nothing_is_lost_or_doubled(
    primary: Cluster, standby: Cluster, new_desk: MakeDesk
) -> None:
    make_synchronous(primary)
    desks = [new_desk(primary, standby) for _ in range(8)]
    load = Load(desks)
    load.start()
    until(lambda: load.confirmed() > 100)
    primary.kill()
    standby.promote()
    before = load.confirmed()
    until(lambda: load.confirmed() > before + 100)
    load.end()

    for desk in desks:
        report = desk.send(now=True)
        assert (report.still_pending, report.held, report.quarantined) == (0, 0, 0)
    check_all_there_once(standby, desks)


def test_what_a_lagging_standby_never_got_is_sent_again(
    primary: Cluster, standby: Cluster, new_desk: MakeDesk
) -> None:
    desk, idle = new_desk(primary, standby), new_desk(primary, standby)
    for each in (desk, idle):
        each.log()
        assert each.send().sent == 1
    primary.wait_for_standby()
    standby.stop("immediate")  # it lags as far as can be
    for each in (desk, idle):
        each.log()
        assert each.send().confirmed == 1  # acknowledged, and nowhere but on the primary
    primary.kill()
    standby.start()
    standby.promote()
    assert len(on_server(standby)) == 2

    desk.log()
    desk.send(now=True)
    assert sum(report.again for report in desk.reports) == 1
    idle.center.sync.look()  # has nothing to send, and looks
    assert idle.center.sync.next_due() is not None
    assert idle.send().again == 1
    check_all_there_once(standby, [desk, idle])


def test_an_old_primary_that_comes_back_gets_nothing(
    primary: Cluster, standby: Cluster, new_desk: MakeDesk
) -> None:
    desk = new_desk(primary, standby)
    desk.log()
    assert desk.send().sent == 1
    primary.wait_for_standby()
    primary.kill()
    standby.promote()
    desk.log()
    assert desk.send(now=True).offline is None
    primary.start()
    before = on_server(primary)

    again = new_desk(primary, standby)  # another desk, with what the first one remembers
    again.center.memory.set("server.epoch", str(desk.center.memory.get("server.epoch")))
    for each in (desk, again):
        each.center.shared.close()  # every connection is a new one
        each.log()
        assert each.send(now=True).sent == 1
    assert on_server(primary) == before
    check_all_there_once(standby, [desk, again])

    standby.stop("immediate")
    desk.center.shared.close()
    desk.log()
    report = desk.send(now=True)
    assert report.wrong_server
    assert "127.0.0.1 is an old primary (timeline 1; 2 is known)" in str(report.offline)
    assert report.still_pending == 1
    assert on_server(primary) == before


def test_while_the_standby_is_away_nothing_counts_as_sent(
    primary: Cluster, standby: Cluster, new_desk: MakeDesk
) -> None:
    """Logging goes on at the desk; a commit that is cancelled meanwhile says success, and lies."""
    make_synchronous(primary)
    desk = new_desk(primary, standby)
    desk.log()
    assert desk.send().confirmed == 1
    standby.stop("immediate")

    desk.log()
    report = desk.send()
    assert (report.confirmed, report.still_pending) == (0, 1)
    assert report.offline is not None

    desk.log()
    with cancelled_while_it_waits(primary):
        report = desk.send(now=True)
    assert report.confirmed == 0
    assert report.still_pending == 2

    standby.start()
    until(lambda: desk.send(now=True).offline is None)
    assert desk.states == {}
    check_all_there_once(primary, [desk])


class cancelled_while_it_waits:  # noqa: N801 - reads as a sentence
    """An administrator cancels every commit that waits for the standby."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def __enter__(self) -> None:
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._cancel)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        assert self.cancelled

    def _cancel(self) -> None:
        self.cancelled = 0
        waiting = (
            "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity "
            "WHERE wait_event = 'SyncRep' AND application_name = 'engagement-console'"
        )
        with self._cluster.server.connect() as connection:
            while not self._over.wait(0.05):
                row = connection.execute(waiting).fetchone()
                self.cancelled += row[0] if row else 0


def test_another_server_is_asked_about_and_gets_everything_once_it_is_the_right_one(
    primary: Cluster, private_cluster: Make, new_desk: MakeDesk
) -> None:
    desk = new_desk(primary)
    desk.log()
    assert desk.send().sent == 1
    primary.stop()
    other = private_cluster(anew=True)
    database.create(other.server.url())
    moved = Desk(desk.center.settings.profile, address(other.server.port))
    moved.logged = desk.logged
    moved.log()
    report = moved.send()
    assert (report.sent, report.still_pending, report.wrong_server) == (0, 1, True)
    assert "--new-server" in str(report.offline)
    assert on_server(other) == []
    with pytest.raises(database.Offline):
        moved.center.staff.acting()  # nor is anything read from it

    moved.center.server.accept()
    moved.send(now=True)
    moved.close()
    assert sum(report.again for report in moved.reports) == 1
    check_all_there_once(other, [moved])


def test_a_server_restored_from_last_nights_backup_gets_what_it_lacks(
    primary: Cluster, private_cluster: Make, new_desk: MakeDesk
) -> None:
    """A base backup that is simply started has the timeline that it had: only a row tells."""
    desk = new_desk(primary)
    for _ in range(3):
        desk.log()
    assert desk.send().sent == 3
    backup = private_cluster(copy_of=primary)
    backup.stop()
    for _ in range(60):
        desk.log()
    assert desk.send().sent == 60
    port = primary.server.port
    primary.kill()
    backup.start_on(port)

    desk.log()
    desk.send(now=True)
    desk.send(now=True)
    assert sum(report.again for report in desk.reports) == 60
    check_all_there_once(backup, [desk])

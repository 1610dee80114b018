"""The server crashes between two calls: what is logged waits, and is sent once when it is back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text

from console.errors import Offline
from console.models import facts
from console.services import database
from console.services.database import Database
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import Clock, command, disposition, new_person, stop
from tests.postgresql import Cluster


@pytest.fixture
def cluster(private_cluster: Callable[..., Cluster]) -> Cluster:
    cluster = private_cluster(durable=True)
    database.create(cluster.server.url())
    return cluster


@pytest.fixture
def shared(cluster: Cluster) -> Iterator[Database]:
    opened = database.open_shared(cluster.server.url())
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outbox(tmp_path: Path, clock: Clock) -> Iterator[Outbox]:
    store = open_workstation(tmp_path / "workstation.db")
    yield Outbox(store, clock)
    store.close()


def journal(shared: Database) -> list[Any]:
    with shared.transaction(writes=False) as session:
        return sorted(session.scalars(select(facts.Command.id)))


def test_entries_wait_while_it_is_down_and_go_once_when_it_is_back(
    cluster: Cluster, shared: Database, outbox: Outbox, clock: Clock
) -> None:
    sync = Sync(outbox, lambda: shared, clock)
    known = new_person()
    made = [command(body) for body in (known, disposition(known.person))]
    for each in made:
        outbox.put(each)
    assert sync.once().sent == 2

    cluster.stop("immediate")
    later = [command(body) for body in (disposition(known.person), stop(known.person))]
    for each in later:
        outbox.put(each)
    report = sync.once()
    assert (report.still_pending, report.quarantined) == (2, 0)
    assert report.offline is not None
    clock.goes_on(minutes=2)
    assert sync.once(now=True).still_pending == 2

    cluster.start()
    clock.goes_on(minutes=2)
    report = sync.once()
    assert (report.sent, report.offline) == (2, None)
    assert journal(shared) == sorted(each.id for each in made + later)
    assert sync.once(now=True).confirmed == 0


def test_a_server_that_crashes_within_a_batch_took_all_of_it_or_nothing(
    cluster: Cluster, shared: Database, outbox: Outbox, clock: Clock
) -> None:
    made = [command(stop()) for _ in range(3)]
    for each in made:
        outbox.put(each)
    crashed = []

    class Crashing(Sync):
        """The server goes down when the rows are in, before they are committed."""

        def _received_at(self, session: Any) -> Any:
            at = super()._received_at(session)
            if not crashed:
                crashed.append(cluster.stop("immediate"))
            return at

    sync = Crashing(outbox, lambda: shared, clock)
    assert sync.once().still_pending == 3
    with pytest.raises(Offline):
        journal(shared)
    cluster.start()
    assert journal(shared) == []
    clock.goes_on(minutes=2)
    assert sync.once().sent == 3
    assert journal(shared) == sorted(each.id for each in made)


def test_a_lock_that_nobody_lets_go_does_not_stop_the_sender_for_ever(
    shared: Database, cluster: Cluster, outbox: Outbox, clock: Clock
) -> None:
    """The wait ends by itself, and the entry is not at fault."""
    outbox.put(command(stop()))
    desk = database.open_shared(cluster.server.url())

    @event.listens_for(desk.engine, "begin")
    def _hurry(connection: Any) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")  # ten seconds otherwise

    with shared.transaction() as holding:
        holding.execute(text("LOCK TABLE consent_event IN ACCESS EXCLUSIVE MODE"))
        report = Sync(outbox, lambda: desk, clock).once()
        assert (report.still_pending, report.quarantined) == (1, 0)
    clock.goes_on(minutes=2)
    assert Sync(outbox, lambda: desk, clock).once().sent == 1
    desk.close()

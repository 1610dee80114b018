"""The worker: of two one works, its lag is told, what fails is tried again and loses nothing."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from sqlalchemy import text

from console.services.apply import apply
from console.services.audit.verify import verify
from console.services.database import Database, create, open_shared
from console.services.worker import WAITS, Worker, jobs, progress
from tests.commands import Clock, command, new_person
from tests.postgresql import Cluster
from tests.services.records import LIBRARY


@pytest.fixture
def databases(quiet_database: str) -> Iterator[tuple[Database, Database]]:
    """The same database as two programs open it."""
    pair = open_shared(quiet_database), open_shared(quiet_database)
    yield pair
    for database in pair:
        database.close()


def worker(database: Database, clock: Clock | None = None) -> Worker:
    return Worker(database, lambda: LIBRARY, clock or Clock())


def add_somebody(database: Database, clock: Clock) -> None:
    with database.transaction() as session:
        apply(session, command(new_person()), clock())


class Rounds:
    """Lets `forever` do so many rounds without a pause, then interrupts it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *between: object) -> None:
        self.pauses: list[float] = []
        self._between = list(between)
        rounds = self

        class Event:
            def wait(self, seconds: float) -> bool:
                rounds.pauses.append(seconds)
                if len(rounds.pauses) == 1:
                    return False
                if not rounds._between:
                    raise KeyboardInterrupt
                rounds._between.pop(0)()  # type: ignore[operator]
                return False

        monkeypatch.setattr(jobs.threading, "Event", Event)


def test_of_two_workers_one_works_and_the_other_says_that_it_waits(
    databases: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (worker(database) for database in databases)
    said: list[str] = []
    assert first._turn.take()
    assert second.once() == []
    Rounds(monkeypatch, lambda: None, first._turn.give_up)
    assert second.forever(said.append)
    assert said == [WAITS]
    assert first.once()  # it gave its turn up when it ended


def test_a_worker_whose_connection_is_gone_asks_for_its_turn_again(
    quiet_postgresql: str,
) -> None:
    database, other = open_shared(quiet_postgresql), open_shared(quiet_postgresql)
    lost, heir = worker(database), worker(other)
    assert lost._turn.take()
    with other.transaction() as session:
        killed = text(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        )
        assert session.execute(killed).all()
    with pytest.raises(Exception, match="kept here and sent later"):
        lost._turn.take()
    assert heir._turn.take()
    assert not lost._turn.take()
    heir._turn.give_up()
    assert lost._turn.take()
    lost._turn.give_up()
    database.close()
    other.close()


def test_lag_is_told_from_what_waits(databases: tuple[Database, Database]) -> None:
    database, clock = databases[0], Clock()
    add_somebody(database, clock)
    clock.goes_on(minutes=1)
    assert all(job.error is None for job in worker(database, clock).once())
    clock.goes_on(hours=1)
    assert [job.behind for job in progress.read(database, clock())] == [0, 0]
    add_somebody(database, clock)
    clock.goes_on(minutes=3)
    late = progress.read(database, clock())
    assert [(job.name, job.behind) for job in late] == [
        ("audit seals", 180),
        ("journey states", 180),
    ]
    assert all(job.late for job in late)
    worker(database, clock).once()
    assert not any(job.late for job in progress.read(database, clock()))


def test_a_job_that_fails_says_so_and_keeps_the_time_of_its_last_whole_run(
    databases: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    database, clock = databases[0], Clock()
    worker(database, clock).once()
    whole = clock()
    clock.goes_on(minutes=5)

    def broken(given: Database, *_: object) -> int:
        with given.transaction() as session:
            session.execute(text("SELECT 'ZZPHI' FROM (SELECT CAST('ZZPHI' AS int) AS x) AS y"))
            session.execute(text("INSERT INTO person (id, name) VALUES (NULL, 'ZZPHI')"))
        return 1

    monkeypatch.setitem(jobs.JOBS, "audit seals", broken)
    done = {job.name: job for job in worker(database, clock).once()}
    assert done["journey states"].error is None
    error = done["audit seals"].error
    assert error
    assert "ZZPHI" not in error
    lag = {job.name: job for job in progress.read(database, clock())}
    assert (lag["audit seals"].as_of, lag["audit seals"].error) == (whole, error)
    assert verify(database).problems == ()


def test_a_worker_survives_a_restart_of_the_server(
    private_cluster: Callable[..., Cluster], monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = private_cluster(durable=True)
    create(cluster.server.url())
    with closing(open_shared(cluster.server.url())) as database:
        add_somebody(database, Clock())
        rounds = Rounds(
            monkeypatch,
            lambda: cluster.stop("immediate"),
            lambda: None,
            lambda: None,
            lambda: (cluster.start(), add_somebody(database, Clock())),
        )
        said: list[str] = []
        done = worker(database).forever(said.append)
        assert [job.error for job in done] == [None, None]
        assert len(said) <= 2  # one sentence for each way in which it is away, not one a round
        first, second, *down, up = rounds.pauses
        assert (first, second, up) == (0, jobs.SECONDS_BETWEEN, jobs.SECONDS_BETWEEN)
        assert down == sorted(down)
        assert down[-1] > jobs.SECONDS_BETWEEN
        assert verify(database).rows == 2

"""The worker is killed at any moment: nothing is half done, and the next one takes its place."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from console.services import database
from console.services.apply import apply
from console.services.audit.verify import verify
from console.services.database import Database
from console.services.publications import Publications
from console.services.worker import WAITS
from tests.commands import NOON, REP, command, new_person
from tests.postgresql import Cluster

WORKER = "shift_worker"
DEADLINE = 60.0


@pytest.fixture
def cluster(private_cluster: Callable[..., Cluster]) -> Cluster:
    cluster = private_cluster(durable=True)
    database.create(cluster.server.url())
    with cluster.server.connect() as connection:
        connection.execute(f"CREATE ROLE {WORKER} LOGIN IN ROLE ec_worker")
    return cluster


@pytest.fixture
def shared(cluster: Cluster) -> Iterator[Database]:
    with closing(database.open_shared(cluster.server.url())) as shared:
        Publications(shared).publish_defaults(REP, NOON)
        yield shared


class Process:
    """A worker as its own process under its own role; what it says goes to a file."""

    def __init__(self, cluster: Cluster, folder: Path, name: str, *options: str) -> None:
        self.said = folder / f"{name}.txt"
        url = cluster.server.url(user=WORKER)
        words = ("--profile", str(folder / name), "--database", url, "worker", *options)
        with self.said.open("wb") as said:
            self.running = subprocess.Popen(
                [sys.executable, "-m", "console", *words], stdout=said, stderr=subprocess.STDOUT
            )

    def kill(self) -> None:
        os.kill(self.running.pid, signal.SIGKILL)
        self.running.wait()


@pytest.fixture
def start(cluster: Cluster, tmp_path: Path) -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def start(name: str, *options: str) -> Process:
        started.append(Process(cluster, tmp_path, name, *options))
        return started[-1]

    yield start
    for process in started:
        if process.running.poll() is None:
            process.kill()


def until(holds: Callable[[], object], process: Process) -> None:
    """Waits for a condition; fails with what the process said when it never comes."""
    deadline = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < deadline, process.said.read_text()
        time.sleep(0.05)


def add_people(shared: Database, count: int = 30) -> None:
    for _ in range(count):
        with shared.transaction() as session:
            apply(session, command(new_person()), NOON)


def sealed(shared: Database) -> int:
    with shared.transaction(writes=False) as session:
        query = text("SELECT coalesce(sum(count), 0) FROM audit_seal")
        return int(session.execute(query).scalar_one())


def journal(shared: Database) -> int:
    with shared.transaction(writes=False) as session:
        return int(session.execute(text("SELECT count(*) FROM command")).scalar_one())


def is_waiting(connection: psycopg.Connection[object]) -> bool:
    asked = "SELECT 1 FROM pg_stat_activity WHERE usename = %s AND wait_event_type = 'Lock'"
    return connection.execute(asked, [WORKER]).fetchone() is not None


def test_killed_in_the_middle_of_a_job(
    cluster: Cluster, shared: Database, start: Callable[..., Process]
) -> None:
    add_people(shared)
    with cluster.server.connect() as watching, shared.transaction() as holding:
        holding.execute(text("LOCK TABLE audit_seal IN SHARE ROW EXCLUSIVE MODE"))
        first = start("first")
        until(lambda: is_waiting(watching), first)
        first.kill()
    assert sealed(shared) == 0
    assert verify(shared).problems == ()
    add_people(shared)
    again = start("again", "--once", "--json")
    until(lambda: again.running.poll() is not None, again)
    done = json.loads(again.said.read_text())
    assert [job["error"] for job in done["jobs"]] == [None, None]
    assert [job["behind"] for job in done["lag"]] == [0, 0]
    assert sealed(shared) == journal(shared)
    assert verify(shared).problems == ()


def test_of_two_one_waits_and_takes_over_when_the_other_is_killed(
    shared: Database, start: Callable[..., Process]
) -> None:
    first = start("first")
    until(lambda: sealed(shared), first)
    second = start("second")
    until(lambda: WAITS in second.said.read_text(), second)
    first.kill()
    add_people(shared)
    until(lambda: sealed(shared) == journal(shared), second)
    assert verify(shared).problems == ()

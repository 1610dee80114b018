"""Desks without a window for the failure cases: a real outbox file and a sender on a real line."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from console.models import facts
from console.models.commands import Command
from console.models.ids import Login
from console.models.views import SyncReport
from console.services.apply import seal
from console.services.center import Center
from console.services.database import Database
from console.settings import Settings
from tests.commands import command, stop
from tests.postgresql import Cluster


def address(*ports: int, database: str = "postgres") -> str:
    """A primary and a standby by their ports, as a desk's setting names them."""
    hosts = "&".join(f"host=127.0.0.1:{port}" for port in ports)
    return f"postgresql://postgres@/{database}?{hosts}"


AUTHOR = Login("postgres")


class Desk:
    """One desk at a center's address.

    Attributes:
        logged: every command of which the screen said "logged".
        reports: what each round of sending said.
    """

    def __init__(self, profile: Path, url: str) -> None:
        self.center = Center(Settings(profile=profile, database=url))
        self.outbox = self.center.outbox
        self.logged: list[Command] = []
        self.reports: list[SyncReport] = []

    def log(self, body: Any = None) -> Command:
        made = command(body or stop(), author=AUTHOR)
        self.outbox.put(made)
        self.logged.append(made)
        return made

    def send(self, *, now: bool = False) -> SyncReport:
        self.reports.append(self.center.sync.once(now=now))
        return self.reports[-1]

    def send_at_once(self) -> SyncReport:
        """A round that waits for no next try, and asks nothing else first."""
        self.outbox.queue.resume()
        return self.send()

    @property
    def ids(self) -> set[UUID]:
        return {made.id for made in self.logged}

    @property
    def states(self) -> dict[UUID, str]:
        return {entry.id: entry.state for entry in self.outbox.view().entries}

    def close(self) -> None:
        self.center.close()


@dataclass
class Load:
    """Desks that log and send at the same time, each on a thread, until told to end.

    Attributes:
        gaps: the longest time without an acknowledgement, in seconds, of each desk.
    """

    desks: list[Desk]
    gaps: list[float] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)

    def start(self) -> None:
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=[desk]) for desk in self.desks]
        for thread in self._threads:
            thread.start()

    def confirmed(self) -> int:
        return sum(report.confirmed for desk in self.desks for report in list(desk.reports))

    def end(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=60)
        if self.failures:
            raise self.failures[0]

    def _work(self, desk: Desk) -> None:
        longest, last = 0.0, time.monotonic()
        try:
            while not self._over.is_set():
                desk.log()
                if desk.send(now=bool(desk.reports) and bool(desk.reports[-1].offline)).confirmed:
                    longest, last = max(longest, time.monotonic() - last), time.monotonic()
                self._over.wait(0.01)
        except BaseException as error:
            self.failures.append(error)
        self.gaps.append(longest)


def on_server(cluster: Cluster) -> list[UUID]:
    """The journal, as the server's own superuser sees it."""
    with cluster.server.connect() as connection:
        return [row[0] for row in connection.execute("SELECT id FROM command")]


def journal(shared: Database) -> list[UUID]:
    with shared.transaction(writes=False) as session:
        return list(session.scalars(select(facts.Command.id)))


def check_all_there_once(cluster: Cluster, desks: Iterable[Desk]) -> None:
    """The oracle: what was said to be logged is on the server, each once, with its payload."""
    wanted = {made.id: made for desk in desks for made in desk.logged}
    with cluster.server.connect() as connection:
        rows = list(connection.execute("SELECT id, kind, sha FROM command"))
        events = [row[0] for row in connection.execute("SELECT command_id FROM consent_event")]
    found = {row[0] for row in rows}
    assert set(wanted) - found == set()
    assert len(rows) == len(found)
    shas = {row[0]: row[2] for row in rows}
    assert {key: shas[key] for key in wanted} == {
        key: seal(made)[1] for key, made in wanted.items()
    }
    assert sorted(events) == sorted(found)

"""Many desks log while processes are killed, lines are cut and the primary dies: nothing is lost.

Under `./dev soak` alone: 200 desks for five minutes, with its figures at the end of the run.
"""

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.services import maintenance
from console.services.center import Center
from console.settings import Settings
from tests.failures.desks import address
from tests.failures.many import DRAIN_SECONDS, Said
from tests.postgresql import Cluster
from tests.proxy import Mode, Proxy

LOOK_SECONDS = 2.0
CALM_SECONDS = 8.0
"""Between two faults, or the figures would tell of nothing but faults."""
FAULTS: tuple[Mode, ...] = ("blackhole", "refuse", "reset", "slow", "lose_ack")


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of it: desks in each of some processes, for how long, a log every `pace` seconds."""

    processes: int
    desks: int
    seconds: float
    pace: float


SCALE = Scale(processes=4, desks=50, seconds=300, pace=10)

pytestmark = pytest.mark.soak  # five minutes of load


@dataclass
class WatchedCenter:
    """The desks' processes, and the supervisor who watches what they log.

    Attributes:
        seen: when the supervisor's list first showed a disposition, by its id.
        killed: how many processes were killed.
    """

    url: str
    folder: Path
    began: float = field(default_factory=time.monotonic)
    seen: dict[str, float] = field(default_factory=dict)
    killed: int = 0
    _over: threading.Event = field(default_factory=threading.Event)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def open(self) -> None:
        self._processes = [self._start(number) for number in range(SCALE.processes)]
        self._center = Center(Settings(profile=self.folder / "supervisor", database=self.url))
        self._cursor = ""
        self._watch = threading.Thread(target=self._watched, name="supervisor")
        self._watch.start()

    @property
    def left(self) -> float:
        return SCALE.seconds - (time.monotonic() - self.began)

    def kill_one(self) -> None:
        number = random.randrange(SCALE.processes)
        self._processes[number].kill()
        self._processes[number].wait()
        self._processes[number] = self._start(number)
        self.killed += 1

    def _watched(self) -> None:
        """As a supervisor's page does, which stays open all the time."""
        while not self._over.wait(LOOK_SECONDS):
            self._look()

    def _look(self) -> None:
        with suppress(ConsoleError):
            cursor = self._center.live.cursor()
            if cursor != self._cursor:
                page = self._center.review.page(limit=500)
                self._cursor = cursor
                for row in page.rows:
                    self.seen.setdefault(str(row.id), time.time())

    def close(self) -> None:
        for process in self._processes:
            assert process.wait(timeout=DRAIN_SECONDS + 60) == 0
        self._over.set()
        self._watch.join()
        self._look()
        self._center.close()

    def said(self) -> list[Said]:
        files = self.folder.glob("*/*/said")
        lines = (line for file in files for line in file.read_text("ascii").splitlines())
        return [Said.of(line) for line in lines]

    def _start(self, number: int) -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", "tests.failures.many", self.url]
        folder = str(self.folder / f"process-{number}")
        more = [folder, str(SCALE.desks), str(max(1.0, self.left)), str(SCALE.pace)]
        return subprocess.Popen([*program, *more], stdin=subprocess.DEVNULL)


def test_what_was_said_to_be_logged_is_there_once(
    private_cluster: Callable[..., Cluster],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    settings = {"synchronous_commit": "on", "max_connections": "1000"}
    primary = private_cluster(settings=settings)
    assert maintenance.bring_up(primary.server.url()).ok
    standby = private_cluster(copy_of=primary, standby=True, settings=settings)
    primary.configure({"synchronous_standby_names": "standby"})
    primary.reload()
    lines = [Proxy(primary.server.port), Proxy(standby.server.port)]
    center = WatchedCenter(address(*(line.port for line in lines)), tmp_path)
    center.open()
    failed_over = False
    while center.left > 0:
        random.choice((center.kill_one, lambda: cut(lines)))()
        if not failed_over and center.left < SCALE.seconds / 2:
            primary.kill()
            standby.promote()
            failed_over = True
        time.sleep(CALM_SECONDS)
    center.close()
    for line in lines:
        line.close()
    figures = compare(center, standby)
    record_property("figures", json.dumps(figures))
    assert figures["logged"] > SCALE.processes * SCALE.desks
    assert (figures["lost"], figures["changed"], figures["doubled"]) == (0, 0, 0), figures


def cut(lines: list[Proxy]) -> None:
    """A line goes wrong for a while, and is whole again."""
    mode = random.choice(FAULTS)
    for line in lines:
        line.change(mode)
    time.sleep(min(LOOK_SECONDS, SCALE.seconds / 12))
    for line in lines:
        line.change("open")
        line.tear()


def compare(center: WatchedCenter, server: Cluster) -> dict[str, float]:
    """What was said to be logged beside what the server has."""
    said = center.said()
    with server.server.connect() as connection:
        found = {str(row[0]): row[1] for row in connection.execute("SELECT id, sha FROM command")}
        events = connection.execute(
            "SELECT count(*), count(DISTINCT command_id) FROM consent_event"
        ).fetchone()
    assert events is not None
    waits = [
        center.seen[entry.disposition] - entry.at
        for entry in said
        if entry.disposition in center.seen
    ]
    return {
        "desks": SCALE.processes * SCALE.desks,
        "logged": len(said),
        "lost": sum(entry.command not in found for entry in said),
        "changed": sum(found.get(entry.command, entry.sha) != entry.sha for entry in said),
        "doubled": events[0] - events[1],
        "killed": center.killed,
        "logged_p95_ms": round(p95([entry.took * 1000 for entry in said]), 2),
        "seen_p95_s": round(p95(waits), 2),
        "seen": len(waits),
    }


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)] if values else float("nan")

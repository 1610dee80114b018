"""A process with some desks in it, as a center has many: each logs, and sends what it logged.

`python -m tests.failures.many URL FOLDER DESKS SECONDS PACE`: desks 0, 1, … have their profiles in
FOLDER; each logs something every PACE seconds on average. What a desk was told is logged goes into
its file `said`, a line each, and outlives a kill.
"""

import random
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.errors import ConsoleError
from console.models.commands import LogDisposition
from console.models.ids import Login
from console.services.apply import seal
from console.services.center import Center
from console.settings import Settings
from tests.commands import command, disposition, new_person, stop

AUTHOR = Login("postgres")
DRAIN_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Said:
    """One entry that a desk called logged: when (Unix time), and how long the desk took for it.

    `disposition` is its fact's id, as supervisors see it; empty for other kinds.
    """

    command: str
    sha: str
    disposition: str
    at: float
    took: float

    def line(self) -> str:
        return f"{self.command},{self.sha},{self.disposition},{self.at},{self.took}\n"

    @classmethod
    def of(cls, line: str) -> "Said":
        command, sha, logged, at, took = line.strip().split(",")
        return cls(command, sha, logged, float(at), float(took))


class SimulatedDesk:
    """The real outbox and the real sender; only the rep is made up."""

    def __init__(self, profile: Path, url: str, pace: float) -> None:
        profile.mkdir(parents=True, exist_ok=True)
        self._said = (profile / "said").open("a", encoding="ascii")
        self._center = Center(Settings(profile=profile, database=url))
        self._center.outbox.queue.recover()
        self._pace = pace
        self._rng = random.Random()
        self._leave_alone_until = 0.0

    def work(self, until: float) -> None:
        """Logs and sends until then, and afterwards sends until nothing waits."""
        while time.monotonic() < until:
            time.sleep(self._rng.expovariate(1 / self._pace))
            self._log()
            self._send()
        given_up = time.monotonic() + DRAIN_SECONDS
        while self._center.outbox.waiting() and time.monotonic() < given_up:
            with suppress(ConsoleError):
                self._center.sync.once(now=True)  # as a sign-out does, whatever failed before
            time.sleep(0.2)
        self._center.close()
        self._said.close()

    def _log(self) -> None:
        person = new_person()
        for body in (person, disposition(person.person), stop(person.person)):
            made = command(body, AUTHOR, datetime.now(UTC))
            began = time.perf_counter()
            self._center.outbox.put(made)
            took = time.perf_counter() - began
            logged = str(body.disposition) if isinstance(body, LogDisposition) else ""
            self._said.write(Said(str(made.id), seal(made)[1], logged, time.time(), took).line())
            self._said.flush()

    def _send(self) -> None:
        if time.monotonic() < self._leave_alone_until:
            return
        with suppress(ConsoleError):
            if self._center.sync.once().offline is not None:
                wait = self._center.sync.wait_after_failure()
                self._leave_alone_until = time.monotonic() + wait.total_seconds()


def main() -> None:
    url, folder, desks, seconds, pace = sys.argv[1:]
    until = time.monotonic() + float(seconds)
    threads = [
        threading.Thread(
            target=SimulatedDesk(Path(folder) / str(number), url, float(pace)).work, args=(until,)
        )
        for number in range(int(desks))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()

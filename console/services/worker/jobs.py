"""Running the jobs, one after the other: once, or until interrupted."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.errors import ConsoleError
from console.models.bodies import Library
from console.services.database import Database
from console.services.worker import journeys

SECONDS_BETWEEN = 5.0


@dataclass(frozen=True, slots=True)
class JobDone:
    """`done` counts what changed; `error` is one sentence when the job could not finish."""

    name: str
    done: int
    seconds: float
    error: str | None = None


class Worker:
    """Every job is a function of the database, the library and an instant."""

    def __init__(
        self, database: Database, library: Callable[[], Library], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    def once(self) -> list[JobDone]:
        return [self._run("journey states", journeys.refresh)]

    def forever(self, say: Callable[[str], None]) -> list[JobDone]:
        """Until interrupted; what goes wrong is said, and tried again at the next round."""
        pause = threading.Event()
        done = self.once()
        try:
            while not pause.wait(SECONDS_BETWEEN):
                done = self.once()
                for job in done:
                    if job.error:
                        say(f"{job.name}: {job.error}")
        except KeyboardInterrupt:
            pass
        return done

    def _run(self, name: str, job: Callable[[Database, Library, datetime], int]) -> JobDone:
        began = time.monotonic()
        try:
            count, error = job(self._database, self._library(), self._clock()), None
        except ConsoleError as failure:
            count, error = 0, failure.message
        return JobDone(name, count, round(time.monotonic() - began, 3), error)

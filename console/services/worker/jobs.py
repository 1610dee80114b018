"""Running the jobs, one after the other: once, or until interrupted."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from console.errors import ConsoleError
from console.models.bodies import Library
from console.models.views import JobLag
from console.services.database import Database
from console.services.worker import journeys, progress, seals
from console.services.worker.turn import turn_on

SECONDS_BETWEEN = 5.0
MOST_SECONDS = 60.0
LOOK_AGAIN = 0.2

Job = Callable[[Database, Library, datetime], int]
JOBS: dict[str, Job] = {"journey states": journeys.refresh, "audit seals": seals.refresh}
"""When you add one: it may run twice, may be killed at any moment, and raises ConsoleError."""

WAITS = "Another worker is at work on this database; this one waits for its turn."


@dataclass(frozen=True, slots=True)
class JobDone:
    """`done` counts what changed; `error` is one sentence when the job could not finish."""

    name: str
    done: int
    seconds: float
    error: str | None = None


class Worker:
    """Every job is a function of the database, the library and an instant.

    Of all workers on a database one works; the console on an embedded database is one, too. When
    the server goes away the turn is lost with it, and taken again after a growing pause.
    """

    def __init__(
        self, database: Database, library: Callable[[], Library], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock
        self._turn = turn_on(database)

    def once(self, patience: float = 0.0) -> list[JobDone]:
        """One round; nothing when another worker is at work all through `patience` seconds."""
        deadline = time.monotonic() + patience
        while not self._turn.take():
            if time.monotonic() >= deadline:
                return []
            time.sleep(LOOK_AGAIN)
        try:
            return self._round()
        finally:
            self._turn.give_up()

    def forever(self, say: Callable[[str], None]) -> list[JobDone]:
        """Until interrupted; what is wrong is said once, and tried again."""
        pause, done, said, seconds = threading.Event(), list[JobDone](), "", 0.0
        try:
            while not pause.wait(seconds):
                done, wrong = self._in_turn()
                if wrong and wrong != said:
                    say(wrong)
                backs_off = wrong and wrong != WAITS
                seconds = min(seconds * 2, MOST_SECONDS) if backs_off else SECONDS_BETWEEN
                seconds, said = max(seconds, SECONDS_BETWEEN), wrong
        except KeyboardInterrupt:
            pass
        finally:
            self._turn.give_up()
        return done

    def lag(self) -> tuple[JobLag, ...]:
        """How far behind each job is, whoever runs it."""
        return progress.read(self._database, self._clock())

    def _in_turn(self) -> tuple[list[JobDone], str]:
        """One round, if it is our turn, and what is wrong."""
        try:
            if not self._turn.take():
                return [], WAITS
        except ConsoleError as error:
            return [], error.message
        done = self._round()
        return done, next((f"{job.name}: {job.error}" for job in done if job.error), "")

    def _round(self) -> list[JobDone]:
        return [self._run(name, job) for name, job in JOBS.items()]

    def _run(self, name: str, job: Job) -> JobDone:
        began, at = time.monotonic(), self._clock()
        count, error = 0, None
        try:
            count = job(self._database, self._library(), at)
        except ConsoleError as failure:
            error = failure.message
        except SQLAlchemyError as failure:  # its words may be about a person
            error = f"The database refused it ({type(failure).__name__})."
        done = JobDone(name, count, round(time.monotonic() - began, 3), error)
        with suppress(ConsoleError, SQLAlchemyError):  # it is said by who runs the worker, too
            progress.note(self._database, done.name, at, count, error)
        return done

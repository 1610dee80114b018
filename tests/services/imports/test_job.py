"""An import in a process of its own: followed, paused, killed, and gone on with."""

import os
import random
import signal
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from console.models.records import Person
from console.services.center import Center
from console.services.database import open_shared
from console.services.imports.job import ImportJob, JobState
from console.settings import Settings, embedded_file
from tests.services.imports.resources import encounter, ndjson, patient

PEOPLE = 700
LONG = 60.0


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A desk with its embedded database."""
    found = Settings(profile=tmp_path / "desk", database=embedded_file(tmp_path / "desk"))
    found.profile.mkdir()
    Center(found).close()
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    people = [patient(f"p{number}") for number in range(PEOPLE)]
    visits = [encounter(f"e{number}", f"Patient/p{number}") for number in range(PEOPLE)]
    return ndjson(tmp_path / "people.ndjson", [*people, *visits])


def until(job: ImportJob, share: float) -> JobState:
    """The state once so much was read, or it is over."""
    while not (state := job.state).is_over and state.done <= share * (state.total or 1):
        job.wait(0.01)
    return state


def people(settings: Settings) -> int:
    with closing(open_shared(settings.database)) as shared, shared.transaction() as session:
        return len(session.scalars(select(Person.id)).all())


def test_it_pauses_after_a_batch_and_goes_on(settings: Settings, file: Path) -> None:
    job = ImportJob(settings, [file])
    until(job, 0.05)
    job.pause()
    paused = job.wait(LONG).report
    assert paused is not None
    assert paused["paused"]
    assert 0 < people(settings) < PEOPLE or paused["touchpoints"] < PEOPLE
    state = ImportJob(settings, [file]).wait(LONG)
    assert state.done == state.total > 0
    report = state.report
    assert report is not None
    assert (report["went_on"], report["created"], report["touchpoints"]) == (True, PEOPLE, PEOPLE)


def test_killed_at_any_moment_it_goes_on(settings: Settings, file: Path) -> None:
    moments = random.Random(7)
    for _ in range(10 if os.environ.get("ENGAGEMENT_SOAK") == "1" else 1):
        job = ImportJob(settings, [file])
        until(job, moments.random())
        os.kill(job.process_id, signal.SIGKILL)
        cut = job.wait(LONG)
        assert cut.report is not None or "import the same files to go on" in cut.fault
    report = ImportJob(settings, [file]).wait(LONG).report
    assert report is not None
    assert (report["created"] + report["unchanged"], people(settings)) == (PEOPLE, PEOPLE)


def test_what_it_cannot_read_it_says_in_a_sentence(settings: Settings, tmp_path: Path) -> None:
    state = ImportJob(settings, [tmp_path / "none.csv"]).wait(LONG)
    assert state.report is None
    assert state.fault.startswith("There is no file or folder")

"""The command line on a desk of its own: its exit code, its two outputs, what it left behind."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from console.cli.main import make_app
from console.services.center import Center
from console.settings import Settings, embedded_file

MRN, PHONE = "M-1001", "+19375550137"
OTHER_MRN = "M-1002"


def patient(key: str, mrn: str, family: str, given: str, phone: str) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "id": key,
        "identifier": [
            {"type": {"coding": [{"code": "MR"}]}, "system": "urn:mrn", "value": mrn},
        ],
        "name": [{"family": family, "given": [given]}],
        "birthDate": "1974-06-09",
        "telecom": [{"system": "phone", "value": phone}],
        "address": [{"line": ["1 Elm St"], "city": "Dayton", "state": "OH"}],
    }


VISIT = {
    "resourceType": "Encounter",
    "id": "e1",
    "status": "finished",
    "class": {"code": "AMB"},
    "subject": {"reference": "Patient/p1"},
    "period": {"start": "2026-01-15T09:00:00-05:00", "end": "2026-01-15T09:20:00-05:00"},
}
PEOPLE = (
    patient("p1", MRN, "Whitfield", "Denise", "937-555-0137"),
    patient("p2", OTHER_MRN, "Whitfield", "Walter", "937-555-0137"),
    VISIT,
)


@dataclass(frozen=True)
class Ran:
    """One command that has ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; fails when there is anything else."""
        assert self.out, self.err
        return json.loads(self.out)

    def refused(self) -> str:
        """The sentence that an error of ours is told in; fails when there is more or less."""
        assert self.code == 1, (self.code, self.out, self.err)
        assert "Traceback" not in self.err
        said = self.err.strip()
        assert said
        assert "\n" not in said, said
        return said


Command = Callable[..., Ran]


@pytest.fixture(scope="session")
def people_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("people") / "people.ndjson"
    file.write_text("".join(json.dumps(one) + "\n" for one in PEOPLE), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def ready_profile(tmp_path_factory: pytest.TempPathFactory, people_file: Path) -> Path:
    """A profile whose database holds the people of `PEOPLE`; to copy from."""
    folder = tmp_path_factory.mktemp("ready") / "profile"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENGAGEMENT_PROFILE", str(folder))
        patch.setenv("ENGAGEMENT_AS", "ada")
        done = run("import", people_file)
    assert done.code == 0, done.err
    return folder


def run(*words: object, stdin: str | bytes | None = None) -> Ran:
    done = CliRunner().invoke(make_app(), [str(word) for word in words], input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def start(*words: object, stdin: bytes = b"", **how: Any) -> Ran:
    """Runs a command as a process of its own, with this test's environment."""
    done = subprocess.run(
        [sys.executable, "-m", "console", *map(str, words)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        **how,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def console() -> Command:
    """Runs a command in this process, on the profile of this test."""
    return run


@pytest.fixture
def desk(ready_profile: Path, profile: Path) -> Path:
    """The profile of this test, with people in its database; ada works there."""
    shutil.copytree(ready_profile, profile)
    return profile


@pytest.fixture
def center(desk: Path) -> Iterator[Callable[[], Center]]:
    """Opens the services on the desk, to look at what a command left behind."""
    opened: list[Center] = []

    def open_center() -> Center:
        opened.append(Center(Settings(profile=desk, database=embedded_file(desk))))
        return opened[-1]

    yield open_center
    for one in opened:
        one.close()


@pytest.fixture
def denise(desk: Path, console: Command) -> str:
    """The id of the person with `MRN`."""
    found = console("find", MRN, "--json").json
    person: str = found["results"][0]["person"]
    return person

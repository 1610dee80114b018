"""A disk that fills up: it is told, nothing is said to be logged that is not, nothing is lost."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command, start
from tests.cli.lines import talk, written

resource = pytest.importorskip("resource", reason="limits on the size of files are Unix's")


def small_files(largest: int) -> dict[str, Any]:
    """How to start a process whose files grow no larger than this, as if the disk were full.

    It writes no bytecode: cut off, that would lie beside the sources for every later start.
    """

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return {"preexec_fn": limit, "env": {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}}


def test_a_full_disk_is_told_and_nothing_is_said_to_be_logged(desk: Path, console: Command) -> None:
    before = max(file.stat().st_size for file in desk.iterdir())
    lines = written(*[talk(notes="long " * 20_000)] * 40).encode()
    largest = (desk / "workstation.db").stat().st_size + 300_000
    done = start("log", "-", "--json", stdin=lines, **small_files(max(largest, before)))
    assert done.code == 1
    assert "Traceback" not in done.err
    answer = done.json
    assert answer["refused"]
    assert all("disk is full" in one["reason"] for one in answer["refused"])
    assert len(answer["logged"]) + len(answer["refused"]) == 40
    console("sync")
    assert console("outbox", "--json").json["acked"] == len(answer["logged"])


@pytest.mark.parametrize("words", [("import", "people"), ("database", "create"), ("find", "x")])
def test_a_disk_full_from_the_start_is_told_in_a_sentence(
    people_file: Path, profile: Path, console: Command, words: tuple[str, ...]
) -> None:
    named = [people_file if word == "people" else word for word in words]
    said = start(*named, "--json", **small_files(40_000)).refused()
    assert "disk is full" in said
    done = console(*named, "--json")
    assert (done.code, done.err) == (0, "")

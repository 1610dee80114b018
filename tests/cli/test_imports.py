"""`imports` and `undo-import`: who brought what, and taking it back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import PHONE, Command, patient
from tests.services.imports.resources import ndjson


def test_an_import_is_listed_and_undone(desk: Path, console: Command) -> None:
    (listed,) = console("imports", "--json").json["imports"]
    assert (listed["state"], listed["by"], listed["files"]) == ("done", "ada", ["people.ndjson"])
    assert listed["counts"]["created"] == 2
    said = console("imports").out
    assert listed["id"] in said
    assert "2 created" in said
    undone = console("undo-import", listed["id"])
    assert "2 people are gone again" in undone.out
    assert console("find", PHONE, "--json").json["results"] == []
    assert console("imports", "--json").json["imports"][0]["state"] == "undone"
    assert "was undone already" in console("undo-import", listed["id"]).refused()


def test_an_import_can_be_interrupted_and_gone_on_with(
    desk: Path, console: Command, tmp_path: Path
) -> None:
    many = [patient(f"x{n}", f"M-2{n:03}", "Okafor", f"Ada{n}", PHONE) for n in range(1100)]
    file = ndjson(tmp_path / "many.ndjson", many)
    running = subprocess.Popen(
        [sys.executable, "-m", "console", "import", "--steered", str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with running:
        assert running.stderr
        assert running.stderr.readline().startswith("{")
        os.kill(running.pid, signal.SIGINT)
        told = running.stderr.read()
    assert running.returncode == 0
    assert "the same command goes on" in told
    assert console("imports", "--json").json["imports"][0]["state"] == "paused"
    assert console("import", file, "--json").json["created"] == 1100
    (latest, _) = console("imports", "--json").json["imports"]
    assert latest["state"] == "done"

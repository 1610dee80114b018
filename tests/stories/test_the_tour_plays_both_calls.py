"""The tour: her two calls of the flu story, played in a process of its own, with pictures."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_every_step_goes_as_it_should_and_leaves_a_picture(tmp_path: Path) -> None:
    into = tmp_path / "tour"
    command = [sys.executable, "-m", "console", "tour", "--into", str(into), "--json"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(command, capture_output=True, env=environment, timeout=120)

    report = json.loads(done.stdout)
    assert [step["name"] for step in report["steps"] if not step["ok"]] == []
    assert report["ok"]
    assert done.returncode == 0
    assert len(report["steps"]) == 18
    assert all((into / step["picture"]).stat().st_size > 10_000 for step in report["steps"])
    assert json.loads((into / "report.json").read_text())["ok"]

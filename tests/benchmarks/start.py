"""The start: from the process's first moment to the first paint, beside an empty Qt window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Setting, measure

N = 5
NOTHING = Setting("sqlite", 0, 0)


def first_paint() -> Iterator[dict[str, Any]]:
    """Both are started in turn; the databases open after the first paint and don't count."""
    with tempfile.TemporaryDirectory(prefix="engagement-start-") as folder:

        def ours(_question: int) -> None:
            _painted("console", Path(folder))

        def empty(_question: int) -> None:
            _painted("empty", Path(folder))

        yield from measure("first paint", NOTHING, ours, {"empty Qt window": empty}, N)


def _painted(what: str, folder: Path) -> None:
    """Waits until a fresh process has painted its window."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.paint", what, str(folder / "profile")],
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    if done.stdout.strip() != "painted":
        raise RuntimeError(f"the {what} window did not paint: {done.stderr}")


def _environment(folder: Path) -> dict[str, str]:
    """That of an installed console: its modules are compiled, by the first start at the latest."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(folder / "compiled")
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}

"""An import in a process of its own, so that whoever works at this desk notices nothing of it.

The process is the command line's `import`, steered: it tells its progress as JSON lines on
standard error, and pauses after a batch when its standard input says so or ends. So an import
pauses when the window that began it is closed or killed, and can go on later.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from console.settings import Settings

PAUSE = "pause\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """How far it is: `done` of `total`, in bytes of files read and written; records read.

    `report` is the document of the command line once it ended well; `fault` the sentence why it
    did not.
    """

    done: int = 0
    total: int = 0
    read: int = 0
    report: dict[str, Any] | None = None
    fault: str = ""

    @property
    def is_over(self) -> bool:
        return self.report is not None or bool(self.fault)


class ImportJob:
    """One running import; `state` may be asked from any thread."""

    def __init__(
        self,
        settings: Settings,
        paths: Sequence[Path],
        *,
        format_: str = "auto",
        mapping: Path | None = None,
        rejected: Path | None = None,
        dry_run: bool = False,
        secret: str | None = None,
    ) -> None:
        self._state = JobState()
        self._lock = Lock()
        command = [sys.executable, "-m", "console", *_where(settings), "import", "--steered"]
        command += ["--json", "--format", format_]
        command += ["--mapping", str(mapping)] if mapping else []
        command += ["--rejected", str(rejected)] if rejected else []
        command += ["--dry-run"] if dry_run else []
        self._process = subprocess.Popen(  # noqa: S603 - this program itself; no shell reads paths
            [*command, "--", *map(str, paths)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1", **({"PGPASSWORD": secret} if secret else {})},
        )
        self._follower = Thread(target=self._follow, daemon=True)
        self._follower.start()

    @property
    def state(self) -> JobState:
        with self._lock:
            return self._state

    @property
    def process_id(self) -> int:
        return self._process.pid

    def pause(self) -> None:
        """Asks it to end after the batch that it is writing."""
        assert self._process.stdin  # noqa: S101 - it was made with a pipe
        try:
            self._process.stdin.write(PAUSE)
            self._process.stdin.flush()
        except OSError:
            return  # it has ended already

    def wait(self, seconds: float | None = None) -> JobState:
        """Its last state, or the one after so many seconds."""
        self._follower.join(seconds)
        return self.state

    def _follow(self) -> None:
        """Reads what the process tells until it ends."""
        with self._process as process, ThreadPoolExecutor(1) as reading:
            assert process.stdout  # noqa: S101 - it was made with pipes
            assert process.stderr  # noqa: S101
            written = reading.submit(process.stdout.read)
            said = ""
            for line in process.stderr:
                if progress := _progress(line):
                    done, total, read = progress
                    self._set(replace(self.state, done=done, total=total, read=read))
                else:
                    said = line.strip() or said
            code = process.wait()
            self._set(_ended(self.state, code, written.result(), said))

    def _set(self, state: JobState) -> None:
        with self._lock:
            self._state = state


def _where(settings: Settings) -> list[str]:
    login = ["--as", settings.login] if settings.login else []
    return ["--profile", str(settings.profile), "--database", settings.database, *login]


def _progress(line: str) -> tuple[int, int, int] | None:
    """Done, of how much, and records read, of a line of progress; None for any other."""
    if not line.startswith("{"):
        return None
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return int(told["done"]), int(told["total"]), int(told["read"])


def _ended(state: JobState, code: int, written: str, said: str) -> JobState:
    if code == 0:
        try:
            return replace(state, report=json.loads(written))
        except ValueError:
            pass
    cut = "The import was cut off. What was brought in stays; import the same files to go on."
    return replace(state, fault=said or cut)

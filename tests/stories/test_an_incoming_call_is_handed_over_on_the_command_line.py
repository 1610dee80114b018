"""`open --phone` rings at the console that runs already, and the second process ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from console.rules.call import CallState
from tests.stories.desk import Desk, copy_profile, until


def second_start(profile: Path, *arguments: str) -> "subprocess.Popen[str]":
    program = [sys.executable, "-m", "console", "--profile", str(profile)]
    return subprocess.Popen(
        [*program, "open", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_it_rings_at_the_first(desk: Desk) -> None:
    with FileLock(desk.settings.profile / "profile.lock"):  # as the running program holds it
        other = second_start(desk.settings.profile, "--phone", "(937) 555-0193")
        until(lambda: not desk.idle, seconds=20)
        until(lambda: other.poll() is not None, seconds=20)

    _, errors = other.communicate()
    assert other.returncode == 0, errors
    assert desk.draft.phone == "+19375550193"
    assert desk.app.session.call_state is CallState.RINGING


def test_a_second_start_without_a_number_only_calls_it_to_the_front(desk: Desk) -> None:
    with FileLock(desk.settings.profile / "profile.lock"):
        other = second_start(desk.settings.profile)
        until(lambda: other.poll() is not None, seconds=20)

    other.communicate()
    assert other.returncode == 0
    assert desk.idle


def test_a_number_given_at_the_first_start_rings_when_the_desk_is_ready(
    start_desk: Callable[..., Desk],
) -> None:
    desk = start_desk(phone="937-555-0193", threads=True)

    assert desk.draft.phone == "+19375550193"
    assert "Incoming call" in desk.seen(desk.page.lookup)


def test_it_waits_for_a_console_that_is_still_starting(
    start_desk: Callable[..., Desk], ready_profile: Path, tmp_path: Path
) -> None:
    profile = copy_profile(ready_profile, tmp_path / "desk")
    with FileLock(profile / "profile.lock"):
        other = second_start(profile, "--phone", "(937) 555-0193")
        until(lambda: socket_was_sought(other), seconds=20)
        desk = start_desk()
        until(lambda: not desk.idle, seconds=20)
        until(lambda: other.poll() is not None, seconds=20)

    _, errors = other.communicate()
    assert other.returncode == 0, errors


def socket_was_sought(process: "subprocess.Popen[str]") -> bool:
    """Whether the program is far enough to find nobody: its window library is loaded."""
    maps = Path(f"/proc/{process.pid}/maps")
    return not maps.exists() or "libQt6Network" in maps.read_text(encoding="utf-8")

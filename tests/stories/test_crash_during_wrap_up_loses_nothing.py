"""The console dies between hang-up and log: the call comes back as it stood, and is logged once."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.models.facts import Call, Callback, ConsentEvent, Disposition
from console.rules import call
from tests.commands import Clock
from tests.stories.desk import Desk, copy_profile, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


@pytest.fixture
def in_wrap_up(start_desk: Callable[..., Desk]) -> Desk:
    desk = start_desk()
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+C")
    desk.write("tomorrow 10")
    desk.press("Return")
    desk.clock.goes_on(seconds=40)
    desk.press("Alt+X", "F9")
    desk.write("asked for the morning")
    desk.pass_time(1)
    return desk


def test_everything_is_there_again(in_wrap_up: Desk, start_desk: Callable[..., Desk]) -> None:
    before = in_wrap_up.draft
    in_wrap_up.die()
    in_wrap_up.clock.goes_on(hours=2)

    again = start_desk(clock=in_wrap_up.clock)
    assert "Finish 1 call" in again.message
    again.press("Alt+N")

    assert again.notes == "asked for the morning"
    assert again.draft == replace(before, parked_seconds=again.draft.parked_seconds)
    worked = call.wrap_up_seconds(again.draft, again.clock())
    assert worked < 60, "nobody worked while the console was dead"


def test_it_is_logged_once_with_its_own_times(
    in_wrap_up: Desk, start_desk: Callable[..., Desk]
) -> None:
    in_wrap_up.die()
    in_wrap_up.clock.goes_on(hours=2)
    again = start_desk(clock=in_wrap_up.clock)
    again.press("Alt+N", "1", "Ctrl+Return")
    assert again.idle, again.seen(again.page.bar)
    again.close()

    last = start_desk(clock=in_wrap_up.clock)
    assert [row.notes for row in last.rows(Disposition)] == ["asked for the morning"]
    assert len(last.rows(Callback)) == 1
    [call] = last.rows(Call)
    assert (call.ended_at - call.started_at).total_seconds() == 40
    assert "Finish" not in last.message


def test_killed_in_the_call_it_has_not_lasted_till_the_restart(
    start_desk: Callable[..., Desk],
) -> None:
    desk = start_desk()
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    desk.clock.goes_on(minutes=3)
    desk.press("F9")
    desk.write("talks of his knee")
    desk.pass_time(1)
    desk.die()
    desk.clock.goes_on(hours=4)

    again = start_desk(clock=desk.clock)
    again.press("Alt+N")

    assert again.notes == "talks of his knee"
    assert again.draft.ended_at is not None
    assert (again.draft.ended_at - again.draft.started_at).total_seconds() < 200


def test_killed_right_after_the_log_it_is_sent(
    in_wrap_up: Desk, start_desk: Callable[..., Desk]
) -> None:
    in_wrap_up.press("F4", "1", "Ctrl+Return")
    assert in_wrap_up.idle
    in_wrap_up.die()

    again = start_desk(clock=in_wrap_up.clock)
    again.log_all()

    assert [row.code for row in again.rows(Disposition)] == ["no_answer"]
    again.press("Alt+N")
    assert again.idle


def test_a_late_save_brings_no_logged_call_back(
    in_wrap_up: Desk, start_desk: Callable[..., Desk]
) -> None:
    late = in_wrap_up.draft
    in_wrap_up.press("F4", "1", "Ctrl+Return")
    in_wrap_up.center.drafts.save(late)
    in_wrap_up.close()

    again = start_desk(clock=in_wrap_up.clock)
    again.press("Alt+N")

    assert again.idle
    assert len(again.rows(Disposition)) == 1


def test_what_is_pressed_while_it_is_logged_brings_no_call_back(
    start_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk's store is slow; the rep types on and presses stop before it has answered."""
    desk = start_desk(threads=True)
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1")
    may_go_on, dispositions = threading.Event(), desk.center.dispositions
    log = dispositions.log

    def slowly(*given: Any, **more: Any) -> Any:
        assert may_go_on.wait(20)
        return log(*given, **more)

    monkeypatch.setattr(dispositions, "log", slowly)
    with desk.in_a_hurry():
        desk.press("Ctrl+Return", "Alt+S", "F9")
        desk.write("late")
        desk.pass_time(1)
        may_go_on.set()
    desk.settle()
    monkeypatch.undo()

    assert desk.idle
    assert "late" not in desk.notes
    assert desk.center.drafts.all(desk.app.session.staff.login) == ()  # type: ignore[union-attr]
    desk.log_all()
    assert len(desk.rows(Disposition)) == 1
    assert {row.action for row in desk.rows(ConsentEvent)} == {"revoked"}


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

app = QApplication([])
from console.app import Application
from console.settings import from_environment

console = Application(from_environment(Path(sys.argv[1]), login="jmays"))
console.start()

def strike(chord):
    combination = QKeySequence(chord)[0]
    key, held = combination.key(), combination.keyboardModifiers()
    QTest.keyClick(console.window.windowHandle(), key, held)

def until(what):
    while not what():
        QTest.qWait(5)

until(lambda: console.session.staff and console.session.library)
console.window.activateWindow()
for chord in ("Alt+A", "F4", "Alt+3", "Alt+1", "Alt+X", "F9"):
    strike(chord)
for letter in "asked for the hours":
    QTest.keyClick(console.window.windowHandle(), letter)
kept = lambda: console.center.drafts.all(console.session.staff.login)
until(lambda: [draft.notes for draft in kept()] == ["asked for the hours"])
print("saved", flush=True)
app.exec()
"""


def test_killed_outright_the_process_leaves_the_call_behind(
    start_desk: Callable[..., Desk], tmp_path: Path, ready_profile: Path
) -> None:
    profile = copy_profile(ready_profile, tmp_path / "killed")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(profile)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saved\n"
        process.kill()

    again = start_desk("killed", clock=Clock(datetime.now(UTC)))
    assert "Finish 1 call" in again.message
    again.press("Alt+N")
    assert again.notes == "asked for the hours"
    again.press("Ctrl+Return")
    assert again.idle, again.seen(again.page.bar)
    again.log_all()
    assert [row.code for row in again.rows(Disposition)] == ["question_answered"]

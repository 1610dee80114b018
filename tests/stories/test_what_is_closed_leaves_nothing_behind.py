"""Pages, sheets and dialogs opened and closed over and over: nothing of them stays.

What is made once, when it is first shown, is there from the first rounds; what comes with each
further round is a leak, for a rep's window stays open all day.
"""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from sqlalchemy import event
from sqlalchemy.pool import Pool

from console.ui.window import SUPERVISOR as SUPERVISORS
from tests.conftest import SOAK
from tests.heavy import add_touchpoints
from tests.stories.desk import SUPERVISOR, Desk, patient

DENISE = patient("denise", "Denise Walker", born="1974-06-09", phone="937-555-0137")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")
TIMES = 100 if SOAK else 1

Round = Callable[[Desk], None]


def keys(*chords: str) -> Round:
    return lambda desk: desk.press(*chords)


def typed(chord: str, words: str, *then: str) -> Round:
    def go(desk: Desk) -> None:
        desk.press(chord)
        desk.write(words)
        desk.pass_time(1)
        desk.press(*then)

    return go


def _people(desk: Desk) -> None:
    desk.find("Carl Abernathy")
    desk.find("Denise Walker")


def _language(desk: Desk) -> None:
    desk.press("Ctrl+Shift+L")
    desk.activate()
    desk.press("Ctrl+Shift+L")
    desk.activate()


def _call(desk: Desk) -> None:
    """One call, from dialing to the log."""
    desk.find("Denise Walker")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    desk.log_all()


def _reviewed(desk: Desk) -> None:
    """A call of the supervisor's list opened and left."""
    desk.app.window.show_page(SUPERVISORS)
    desk.app.window.supervisor.rows.setFocus()
    desk.press("Down", "Return")
    assert "Script" in desk.seen(desk.app.window.supervisor.detail)
    desk.press("Escape", "Ctrl+Shift+Tab", "Ctrl+Shift+Tab")


BETWEEN_CALLS: dict[str, Round] = {
    "people": _people,
    "lookup": typed("F2", "wal", "Escape", "Escape"),
    "timeline entry": keys("F12", "Return", "Down", "Return", "Escape"),
    "timeline search": typed("Ctrl+F", "letter", "Escape"),
    "timeline date": typed("Ctrl+J", "1 mar", "Return"),
    "correct": keys("Alt+F", "Alt+F", "Alt+F", "Alt+F", "Escape"),
    "keys": keys("F1", "Escape"),
    "stuck": keys("F8", "Escape"),
    "imports": keys("Alt+Shift+I", "Escape"),
}
LOOKS: dict[str, Round] = {
    "light and dark": keys("Ctrl+Shift+D", "Ctrl+Shift+D"),
    "text size": keys("Ctrl++", "Ctrl+0"),
    "language": _language,
}
ON_A_CALL: dict[str, Round] = {
    **{
        name: keys(chord, "Escape")
        for name, chord in {
            "callback": "Alt+C", "promise": "Alt+P", "appointment": "Alt+B", "send": "Alt+T",
            "unmet need": "Alt+U", "hand off": "Alt+G", "complaint": "Alt+O",
            "escalation": "Alt+E", "reasons": "Alt+W", "verify": "Alt+V",
            "parties": "Alt+I",
        }.items()
    },
    "stop": keys("Alt+S", "Escape", "Alt+Shift+S"),
}  # fmt: skip


@dataclass(frozen=True)
class Count:
    """What there is in this process, deleted things and garbage apart."""

    widgets: int
    objects: int
    threads: int
    connections: int


@contextmanager
def connections() -> Iterator[Callable[[], int]]:
    """How many more connections to databases are open than at the start."""
    opened = [0]

    def on_connect(*_: object) -> None:
        opened[0] += 1

    def on_close(*_: object) -> None:
        opened[0] -= 1

    event.listen(Pool, "connect", on_connect)
    event.listen(Pool, "close", on_close)
    try:
        yield lambda: opened[0]
    finally:
        event.remove(Pool, "connect", on_connect)
        event.remove(Pool, "close", on_close)


def count(desk: Desk, open_connections: Callable[[], int]) -> Count:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    roots = [*QApplication.topLevelWidgets(), desk.app, QCoreApplication.instance()]
    tasks = Path("/proc/self/task")
    return Count(
        widgets=len(QApplication.allWidgets()),
        objects=sum(len(root.findChildren(QObject)) for root in roots if root is not None),
        threads=len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count(),
        connections=open_connections(),
    )


def leaks(desk: Desk, rounds: dict[str, Round]) -> dict[str, tuple[Count, Count]]:
    """What is left of so many times of everything; who left it is asked when something is."""
    with connections() as open_connections:

        def left_by(going: dict[str, Round]) -> tuple[Count, Count]:
            before = count(desk, open_connections)
            for _ in range(TIMES):
                for go in going.values():
                    go(desk)
            return before, count(desk, open_connections)

        for go in rounds.values():
            go(desk)
        before, after = left_by(rounds)
        if before == after:
            return {}
        by_name = {name: left_by({name: go}) for name, go in rounds.items()}
        found = {name: pair for name, pair in by_name.items() if pair[0] != pair[1]}
        return found or {"all together": (before, after)}


@pytest.fixture
def ready(start_desk: Callable[..., Desk]) -> Desk:
    desk = start_desk()
    desk.bring(DENISE, CARL)
    add_touchpoints(desk.center.shared, desk.person("Denise Walker"), 60, desk.clock())
    desk.find("Denise Walker")
    return desk


def test_between_calls(ready: Desk) -> None:
    assert leaks(ready, BETWEEN_CALLS) == {}


def test_on_a_call(ready: Desk) -> None:
    ready.press("Alt+D", "Alt+A")
    assert ready.dialed
    assert leaks(ready, ON_A_CALL) == {}
    left = {"left": lambda desk: QObject(desk.app.window), "taken away": keys("Alt+V", "Escape")}
    assert set(leaks(ready, left)) == {"left"}  # what stays is found, and who left it


@pytest.mark.soak  # each dresses the whole window anew
def test_looks_and_languages(ready: Desk) -> None:
    assert leaks(ready, LOOKS) == {}


@pytest.mark.soak
def test_whole_calls(ready: Desk) -> None:
    assert leaks(ready, {"call": _call}) == {}


def test_the_supervisors_page(start_desk: Callable[..., Desk], ready: Desk) -> None:
    _call(ready)
    ready.close()
    desk = start_desk(login=SUPERVISOR)
    rounds = {
        "page": keys("Ctrl+Shift+Tab", "Ctrl+Shift+Tab"),
        "call": _reviewed,
        "unusual": keys("Alt+Shift+U", "Escape"),
    }
    assert leaks(desk, rounds) == {}

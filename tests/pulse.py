"""How long the screen's thread was held up at a time, and whether it spoke to a database."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from sqlalchemy import event
from sqlalchemy.engine import Engine

BEAT = 1
"""Milliseconds between two beats of a thread that is free."""


class Pulse(QObject):
    """Beats as often as the event loop lets it.

    Two clocks are read at each beat. The wall's tells what a rep would feel, on this machine with
    all else that runs on it. The thread's own counts only what it did itself, so that a test on a
    busy machine is no dice.

    Attributes:
        longest, busiest: milliseconds between two beats, by the wall and by the thread's clock.
        beats: how many there were.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self.beats = 0
        self._last = self._read()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        self._last = self._read()
        self._timer.start()

    def stop(self) -> None:
        self._on_timeout()
        self._timer.stop()

    @staticmethod
    def _read() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()

    @Slot()
    def _on_timeout(self) -> None:
        now = self._read()
        wall, own = ((new - old) * 1000 for new, old in zip(now, self._last, strict=True))
        self.longest, self.busiest = max(self.longest, wall), max(self.busiest, own)
        self.beats += 1
        self._last = now


@dataclass
class Watched:
    """What was seen of the screen's thread: its pulse, and the statements that ran on it."""

    pulse: Pulse
    statements: list[str] = field(default_factory=list)


@contextmanager
def watched() -> Iterator[Watched]:
    """Watches the thread that it is called on, and every database."""
    found, screen = Watched(Pulse()), threading.get_ident()

    def seen(_c: Any, _k: Any, text: str, _p: Any, _x: Any, _many: bool) -> None:
        if threading.get_ident() == screen:
            found.statements.append(text)

    event.listen(Engine, "before_cursor_execute", seen)
    found.pulse.start()
    try:
        yield found
    finally:
        found.pulse.stop()
        event.remove(Engine, "before_cursor_execute", seen)

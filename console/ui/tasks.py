"""The only module with threads: work goes out in three lanes, results come home."""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")
CLOSE_SECONDS = 2.0
SLICE_SECONDS = 0.01
"""After so long the screen's thread turns to keys and painting, before it goes on with a slice."""


class Lane(Enum):
    """DESK: the local store, one at a time. READS: the shared database. SENDER: the outbox."""

    DESK = 1
    READS = 2
    SENDER = 3


WORKERS = {Lane.DESK: 1, Lane.READS: 2, Lane.SENDER: 1}


@dataclass(frozen=True, slots=True)
class _Ended:
    """What came of one piece of work; it crosses threads, so it holds only frozen things."""

    number: int
    key: str | None
    result: Any
    error: Exception | None


@dataclass(slots=True)
class _Expected:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class AtOnce(Executor):
    """Runs work where it is asked for: tests need no waiting."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Tasks(QObject):
    """Runs functions off the screen's thread.

    What is handed over and what comes back is frozen: views, commands, exceptions. Receivers are
    bound methods and run on the main thread. Work with a `key` supersedes what was asked for under
    the same key before: its result is dropped, and if it has not begun it never does.

    Signals:
        failed: something went wrong and nobody else wanted to know (an exception).
    """

    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, Executor] = {
            lane: executor or ThreadPoolExecutor(count, thread_name_prefix=lane.name.lower())
            for lane, count in WORKERS.items()
        }
        self._number = 0
        self._expected: dict[int, _Expected] = {}
        self._newest: dict[str, int] = {}
        self._running: dict[int, Future[Any]] = {}
        self._closed = False
        self._slices: Iterator[None] | None = None
        immediate = self._immediate = isinstance(executor, AtOnce)
        kind = (
            Qt.ConnectionType.DirectConnection if immediate else Qt.ConnectionType.QueuedConnection
        )
        self._ended.connect(self._on_ended, kind)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Runs `work` on `lane`, then `done` with its result, or `failed` with its exception."""
        if self._closed:
            return
        self._number += 1
        number = self._number
        if key is not None:
            self.supersede(key)
            self._newest[key] = number
        self._expected[number] = _Expected(done, failed)
        future = self._lanes[lane].submit(self._perform, work, number, key)
        if not future.done():
            self._running[number] = future

    @property
    def busy(self) -> bool:
        """Whether something runs or waits in a lane, or goes on in slices."""
        return bool(self._running) or self._slices is not None

    def in_slices(self, slices: Iterator[None], done: Callable[[], None]) -> None:
        """Runs long work that only the screen's thread can do, such as building widgets; then
        `done`.

        It is given up at each `yield` for what was typed meanwhile, and dropped at the end.
        """
        if self._immediate:
            for _ in slices:
                pass
            done()
        elif not self._closed:
            self._slices = slices
            QTimer.singleShot(0, self, lambda: self._slice(slices, done))

    def _slice(self, slices: Iterator[None], done: Callable[[], None]) -> None:
        if self._closed:
            return
        self._slices = None  # what fails is not tried again
        until = time.perf_counter() + SLICE_SECONDS
        for _ in slices:
            if time.perf_counter() > until:
                self.in_slices(slices, done)
                return
        done()

    def supersede(self, key: str) -> None:
        """What was asked for under `key` is not wanted any more."""
        older = self._newest.pop(key, None)
        if older is not None:
            self._expected.pop(older, None)
            future = self._running.get(older)
            if future is not None and future.cancel():
                del self._running[older]  # what runs already is waited for at the end

    def close(self, last: Callable[[], object] | None = None) -> bool:
        """Takes no more work, drops reads that wait, waits for the rest; False if some still runs.

        What waits for the desk's own store is done: a stop or log pressed is never dropped. After
        it, `last` is done on the sender's lane, behind what runs there; nothing is waited for
        longer than a moment.
        """
        self._closed = True
        self._slices = None
        self._expected.clear()
        deadline = time.monotonic() + CLOSE_SECONDS
        self._lanes[Lane.DESK].shutdown(wait=False)
        self._lanes[Lane.READS].shutdown(wait=False, cancel_futures=True)
        running = list(self._running.values())
        if last is not None:
            wait(running, CLOSE_SECONDS / 2)
            running.append(self._lanes[Lane.SENDER].submit(last))
        self._lanes[Lane.SENDER].shutdown(wait=False)
        running = [future for future in running if not future.cancelled()]
        return not wait(running, max(0.0, deadline - time.monotonic())).not_done

    def _perform(self, work: Callable[[], Any], number: int, key: str | None) -> None:
        try:
            ended = _Ended(number, key, work(), None)
        except Exception as error:
            ended = _Ended(number, key, None, error)
        try:
            self._ended.emit(ended)
        except RuntimeError:  # the window is gone; there is nobody to tell
            log.debug("a result came after the end")

    @Slot(object)
    def _on_ended(self, ended: _Ended) -> None:
        self._running.pop(ended.number, None)
        expected = self._expected.pop(ended.number, None)
        if expected is None:
            return
        if ended.key is not None and self._newest.get(ended.key) == ended.number:
            del self._newest[ended.key]
        if ended.error is None:
            expected.done(ended.result)
        elif expected.failed is not None:
            expected.failed(ended.error)
        else:
            self.failed.emit(ended.error)

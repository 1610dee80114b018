"""Telling whoever began a long command how far it is, and pausing it where that harms nothing."""

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread, current_thread, main_thread
from time import monotonic
from types import FrameType

EVERY = 0.1
"""Seconds between two lines of progress."""


@contextmanager
def steering() -> Iterator[Callable[[int, int, int], None]]:
    """Progress as JSON lines on standard error, for a program that reads them."""
    told = -EVERY

    def tell(done: int, total: int, read: int) -> None:
        nonlocal told
        if monotonic() - told >= EVERY or done == total:
            told = monotonic()
            line = json.dumps({"done": done, "total": total, "read": read})
            print(line, file=sys.stderr, flush=True)

    yield tell


@contextmanager
def pausing(steered: bool) -> Iterator[Callable[[], bool]]:
    """Whether to pause: Ctrl+C says so (a second one ends it at once), or standard input does."""
    wished = Event()
    if steered:
        Thread(target=_listen, args=(wished,), daemon=True).start()
    if current_thread() is not main_thread():
        yield wished.is_set
        return

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        if wished.is_set():
            raise KeyboardInterrupt
        wished.set()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield wished.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _listen(wished: Event) -> None:
    """A line, or the end of standard input: whoever began this is gone."""
    sys.stdin.readline()
    wished.set()

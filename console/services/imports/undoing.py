"""Undoing an import that somebody looks on at, and may stop between two batches."""

from dataclasses import dataclass
from threading import Event

from console.models.ids import CommandId
from console.services.imports.book import ImportBook


@dataclass(frozen=True, slots=True)
class UndoState:
    """Batches done, of how many."""

    done: int = 0
    total: int = 0


class _Stopped(Exception):
    """Ends the undoing after a batch."""


class Undoing:
    """`run` on one thread; `state` and `stop` from any other."""

    def __init__(self, book: ImportBook, entry: CommandId, *, stops: bool) -> None:
        self.entry = entry
        self._book = book
        self._stops = stops
        self._stopped = Event()
        self._state = UndoState()

    @property
    def state(self) -> UndoState:
        return self._state

    def stop(self) -> None:
        """Ends it after the batch that it is at; undoing the import again goes on."""
        self._stopped.set()

    def run(self) -> bool:
        """Whether it came to its end; raises as `ImportBook.undo`."""
        try:
            self._book.undo(self.entry, stops=self._stops, progress=self._tell)
        except _Stopped:
            return False
        return True

    def _tell(self, done: int, total: int) -> None:
        self._state = UndoState(done, total)
        if self._stopped.is_set() and done < total:
            raise _Stopped

"""The publications in force, at hand: read from the shared database, kept for when it is away."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from console.errors import BadInput, Offline
from console.models.bodies import Library
from console.services import codec
from console.services.memory import Memory
from console.services.publications import Publications

REMEMBERED = "library"
FRESH_FOR = timedelta(minutes=1)


class Shelf:
    """Gives the library in force; a copy at most a minute old is good enough for a new call.

    A call in progress keeps the library that it began with, whatever is published meanwhile.
    """

    def __init__(
        self, publications: Publications, memory: Memory, clock: Callable[[], datetime]
    ) -> None:
        self._publications = publications
        self._memory = memory
        self._clock = clock
        self._library: Library | None = None
        self._read_at: datetime | None = None

    def __call__(self) -> Library:
        """Raises Offline only when the server is away and this desk has never seen it."""
        now = self._clock()
        if self._library and self._read_at and now - self._read_at < FRESH_FOR:
            return self._library
        try:
            library = self._publications.in_force()
        except Offline:
            kept = self._library or self._kept()
            if kept is None:
                raise
            library = kept
        else:
            if library != self._library:
                self._memory.set(REMEMBERED, codec.canonical(codec.dump(library)).decode())
        self._library, self._read_at = library, now
        return library

    def forget(self) -> None:
        """The next call reads again: something was published."""
        self._read_at = None

    def _kept(self) -> Library | None:
        text = self._memory.get(REMEMBERED)
        try:
            return codec.load(Library, json.loads(text)) if text else None
        except BadInput:  # kept by another release
            return None

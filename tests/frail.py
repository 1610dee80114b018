"""A line to the shared database that loses requests and answers when told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy.orm import Session

from console.errors import Offline
from console.services.database import Database

Fault = Literal["request lost", "answer lost", "dies before", "dies after"]


class Died(BaseException):
    """The process is gone: nothing catches this, as nothing runs after a kill."""


class FrailLine:
    """Stands where a `Database` is expected; each fault given to `fail_next` strikes once.

    A request lost was never applied; an answer lost was committed, and nobody heard of it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._faults: list[Fault] = []
        self.dialect = database.dialect

    def fail_next(self, *faults: Fault) -> None:
        self._faults = list(faults)

    @contextmanager
    def transaction(self, *, writes: bool = True) -> Iterator[Session]:
        fault = self._faults.pop(0) if self._faults else None
        if fault == "dies before":
            raise Died
        if fault == "request lost":
            raise Offline("The line is cut.")
        with self._database.transaction(writes=writes) as session:
            yield session
        if fault == "dies after":
            raise Died
        if fault == "answer lost":
            raise Offline("The line is cut.")

    def check(self) -> None:
        self._database.check()

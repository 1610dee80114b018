"""Whose turn it is: of all workers on one database a single one works, the others wait."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from console.errors import EnvironmentFault
from console.services.database import Database
from console.services.driver_faults import translate

LOCK = 0x656E67616769


class Turn(Protocol):
    """Held from `take` to `give_up`; whatever ends the process ends it, too."""

    def take(self) -> bool:
        """Whether it is ours, now or still; raises ConsoleError when nobody can tell."""

    def give_up(self) -> None: ...


def turn_on(database: Database) -> Turn:
    """The turn of this database: a lock in the server's memory, or a file beside the file."""
    if database.embedded:
        return FileTurn(Path(str(database.engine.url.database)))
    return ServerTurn(database)


class ServerTurn:
    """An advisory lock of one connection, which the server frees when that is gone."""

    def __init__(self, database: Database) -> None:
        self._engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._held: Connection | None = None

    def take(self) -> bool:
        try:
            if self._held is not None:
                self._held.execute(text("SELECT 1"))  # with the connection the lock would be lost
                return True
            connection = self._engine.connect()
            asked = text("SELECT pg_try_advisory_lock(:lock)")
            if connection.execute(asked, {"lock": LOCK}).scalar_one():
                self._held = connection
                return True
            connection.close()
        except DBAPIError as error:
            self.give_up()
            raise translate(error) or error from error
        return False

    def give_up(self) -> None:
        """Frees the lock at once, then closes the connection itself.

        Closed alone, a busy server would free it some time later; given back to the pool, never.
        """
        held, self._held = self._held, None
        if held is not None:
            with suppress(SQLAlchemyError):  # with a lost connection the lock is free already
                held.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})
            held.invalidate()
            held.close()


class FileTurn:
    """A lock on a file beside the database, which the system frees when its holder is gone."""

    def __init__(self, file: Path) -> None:
        self._lock = FileLock(file.with_name(f"{file.name}.worker.lock"), thread_local=False)

    def take(self) -> bool:
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            raise EnvironmentFault(
                f"The folder of the database cannot be written to ({error.strerror})."
            ) from None
        return True

    def give_up(self) -> None:
        self._lock.release()

"""The workstation store: opened, unlocked, and with room kept for a full disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from console.services import desk_key, schema
from console.services.ballast import Ballast
from console.services.database import Database
from console.services.driver_faults import Damaged, DiskFull, translate
from console.services.engine import engine_for
from console.services.profile import make_folder
from console.services.vault import Vault


class DeskStore(Database):
    """The workstation store, with what seals and opens its rows.

    When the disk is full, room kept for that is given up, so that what was logged before can still
    be sent; the transaction that found no room fails all the same.

    Attributes:
        told: what the owner should know of the store's key, or nothing.
    """

    def __init__(self, engine: Engine, unlocked: desk_key.Unlocked, ballast: Ballast) -> None:
        super().__init__(engine, checked=True)
        self.vault = Vault(unlocked.key)
        self.told = unlocked.told
        self._ballast = ballast
        ballast.load()

    @contextmanager
    def transaction(self, *, writes: bool = True) -> Iterator[Session]:
        try:
            with super().transaction(writes=writes) as session:
                yield session
        except DiskFull:
            self._ballast.drop()
            raise


def open_workstation(file: Path, recovery_key: str | None = None) -> DeskStore:
    """This desk's own store: made, upgraded after a copy, and unlocked with its key.

    `recovery_key` is the organization's public key in base64, for which the store's is sealed.
    Raises Damaged or KeyLost, and leaves the file as it is.
    """
    make_folder(file.parent)
    try:
        return _open_workstation(file, recovery_key)
    except DiskFull:
        Ballast(file.parent).drop()  # reading needs room, too
        return _open_workstation(file, recovery_key)


def _open_workstation(file: Path, recovery_key: str | None) -> DeskStore:
    engine = engine_for(URL.create("sqlite", database=str(file)), durable=True)
    try:
        schema.upgrade(engine, "workstation")
        unlocked = desk_key.unlock(engine, file, recovery_key)
    except DBAPIError as error:
        engine.dispose()
        found = translate(error)
        if found is not None and not isinstance(found, Damaged):
            raise found from error
        raise Damaged(
            f"The workstation file {file} cannot be read, and unsent calls may be in it. Start the "
            "console, which saves what can be read; until then the file is left as it is."
        ) from error
    except BaseException:
        engine.dispose()
        raise
    return DeskStore(engine, unlocked, Ballast(file.parent))

"""Keyrings for the desk's key, processes to be killed, and what lies on the disk for anybody."""

import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from uuid import UUID

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from sqlalchemy import event, select

from console.models.workstation import OutboxEntry, place
from console.services import credentials
from console.services.desk_store import DeskStore, open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from console.services.profile import ProfileLock
from tests.commands import Clock, command, disposition, draft_of

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload([__name__])


class Guarded(KeyringBackend):
    """As an operating system's: it keeps secrets, can be locked, and can hang."""

    priority = 0.1

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False
        self.hangs = threading.Event()
        self.hangs.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.secrets[service, username]

    def _answer(self) -> None:
        self.hangs.wait(60)
        if self.locked:
            raise KeyringLocked("Failed to unlock the collection!")


def guard(monkeypatch: pytest.MonkeyPatch) -> Guarded:
    """A keyring that this test's desk trusts."""
    ring = Guarded()
    keyring.set_keyring(ring)
    monkeypatch.setattr(credentials, "TRUSTED", (Guarded.__module__,))
    return ring


ROOM = 1_073_741_823
"""Pages: as many as SQLite allows."""


class Disk:
    """As full as it is told to be: SQLite gets no page more for this file."""

    def __init__(self, store: DeskStore) -> None:
        self.full = False
        event.listen(store.engine, "checkout", self._limit)

    def _limit(self, connection: Any, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {1 if self.full else ROOM}")


def rewrite(store: DeskStore, entry: UUID, old: bytes, new: bytes) -> None:
    """Changes what an entry holds, as an earlier release may have put it."""
    where = place("outbox", "payload", entry)
    with store.transaction() as session:
        kept = session.scalars(select(OutboxEntry).where(OutboxEntry.id == entry)).one()
        kept.payload = store.vault.seal(
            store.vault.open(kept.payload, where).replace(old, new), where
        )


def on_disk(folder: Path) -> bytes:
    """Every byte that lies in the folder, one file after the other."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def log_until_killed(file: Path, told: Connection) -> None:
    """Saves drafts and logs calls, one after the other; says each once it is there."""
    store = open_workstation(file)
    outbox, drafts = Outbox(store, Clock()), Drafts(store, Clock())
    while True:
        body = disposition(notes="a note " * 50)
        made = command(body)
        draft = draft_of(made, body.call.id)
        drafts.save(draft)
        told.send(("saved", draft.call_id))
        outbox.put(made, draft=draft)
        told.send(("logged", made.id))


def hold_until_killed(folder: Path, told: Connection) -> None:
    """Holds a profile as a console does."""
    with ProfileLock(folder):
        told.send("held")
        threading.Event().wait()

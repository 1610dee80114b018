"""Keyrings for the desk's key, and what lies on the disk as anybody finds it."""

import threading
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from console.services import credentials


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


def on_disk(folder: Path) -> bytes:
    """Every byte that lies in the folder, one file after the other."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())

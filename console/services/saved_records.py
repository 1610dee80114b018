"""Copies of records opened at this desk, sealed, so that a call goes on without the server."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from console.errors import BadInput
from console.models.ids import Login, PersonId
from console.models.views import RecordView
from console.services import codec
from console.services.vault import Unreadable, Vault

UNSEEN = timedelta(hours=24)


class SavedRecords:
    """One sealed file a person and login, written whole, read whole and thrown away whole.

    Its name is a keyed hash, and its time is when it was last seen: a copy unseen for a day goes.
    All of it may go at any moment; a copy that cannot be written or read is simply none.
    """

    def __init__(self, folder: Path, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._vault = vault
        self._clock = clock

    def keep(self, login: Login, person: PersonId, record: RecordView) -> None:
        file = self._file(login, person)
        content = self._vault.seal(codec.pack(record), f"record:{file.name}")
        unfinished = file.with_suffix(".unfinished")
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(file)
            self._mark_seen(file)

    def get(self, login: Login, person: PersonId) -> RecordView | None:
        """The copy as it was read then (`read_at`); None when there is none."""
        self.sweep()
        file = self._file(login, person)
        try:
            content = self._vault.open(file.read_bytes(), f"record:{file.name}")
            record = codec.unpack(RecordView, content)
            self._mark_seen(file)
        except (OSError, Unreadable, BadInput):  # none, damaged, or of another release
            return None
        return record

    def sweep(self) -> None:
        """Throws away what nobody has seen for a day."""
        oldest = (self._clock() - UNSEEN).timestamp()
        self._drop(lambda file: file.stat().st_mtime < oldest)

    def forget(self) -> None:
        """At sign-out: nothing of anybody stays."""
        self._drop(lambda _: True)

    def _drop(self, unwanted: Callable[[Path], bool]) -> None:
        with suppress(OSError):
            for file in list(self._folder.iterdir()):
                with suppress(OSError):
                    if unwanted(file):
                        file.unlink()

    def _mark_seen(self, file: Path) -> None:
        seen = self._clock().timestamp()
        os.utime(file, (seen, seen))

    def _file(self, login: Login, person: PersonId) -> Path:
        return self._folder / self._vault.lookup(f"{login}:{person}")

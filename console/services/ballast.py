"""Room kept on the disk for the moment when there is none."""

from contextlib import suppress
from pathlib import Path

SIZE = 1 << 20
"""Bytes: some hundred entries, and what SQLite needs to read at all."""


class Ballast:
    """A file of the profile that holds nothing, written when there is room and dropped when not."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "ballast"

    def load(self) -> None:
        with suppress(OSError):
            if self._file.exists():
                return
            try:
                self._file.write_bytes(bytes(SIZE))
            except OSError:
                self._file.unlink(missing_ok=True)
                raise

    def drop(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

"""The profile folder: made when it is missing, and of one console at a time."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from console.errors import EnvironmentFault, InUse


class ProfileLock:
    """Held while a console, or a command that sends, works in the profile; a crash frees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "profile.lock")
        self._holder = folder / "profile.pid"

    def __enter__(self) -> "ProfileLock":
        """Raises InUse, naming the process, when somebody else holds it."""
        make_folder(self._folder)
        try:
            self._lock.acquire(timeout=0)
            self._say_who()
        except Timeout:
            raise InUse(
                f"This profile is open in another console (process {self._pid()}). "
                "Use that one, or close it first."
            ) from None
        except OSError as error:
            raise EnvironmentFault(
                f"The profile folder {self._folder} cannot be written to ({error.strerror}). "
                "Choose another with --profile."
            ) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _say_who(self) -> None:
        try:
            self._holder.write_text(str(os.getpid()), encoding="ascii")
        except OSError:
            self._lock.release()
            raise

    def _pid(self) -> str:
        try:
            return self._holder.read_text(encoding="ascii") or "just starting"
        except OSError:
            return "just starting"


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # calls in clear are for its owner
    except OSError as error:
        raise EnvironmentFault(
            f"The folder {folder} cannot be made ({error.strerror}). Choose another with --profile."
        ) from None

"""What went wrong in this run and in the one before: kind and place, never a value or a message.

Kept in the profile, for whoever works there; nothing here leaves the computer by itself. Reading it
needs no database, since the stores may be what went wrong.
"""

import faulthandler
import logging
import re
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

NOW, LAST, SIGNAL = "now.txt", "last.txt", "signal.txt"
MOST = 20
"""Errors noted of a run: a thousand say no more."""
LONGEST = 64_000
"""Characters read of what a signal left; the stacks of all threads have some thousand."""
_PACKAGE = Path(__file__).parents[1]
PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "psycopg", "alembic")

_FRAME = re.compile(r'\s*File "(.+)", line (\d+|\?\?\?) in (\S+)$')
_HEAD = re.compile(
    r"(Fatal Python error|Windows fatal exception): [\w ]+$"
    r"|(Current thread|Thread) 0x[0-9a-f]+ (\[\w+\] )?\(most recent call first\):$"
)


class CrashBook:
    """A file for this run and one for the last; a signal writes its own, whatever state we are in.

    Only one console works in a profile, so only one writes here; anybody may read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._noted: list[str] = []
        self._signals: IO[str] | None = None

    # Writing

    def begin(self) -> None:
        """What the run before left becomes what is known of the last one; nothing says it twice."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = "".join((self._read(NOW), signalled(self._read(SIGNAL))))
            (self._folder / NOW).unlink(missing_ok=True)
            (self._folder / SIGNAL).unlink(missing_ok=True)
            if found:
                (self._folder / LAST).write_text(found, encoding="utf-8")

    def catch_signals(self) -> None:
        """From now on a crash below Python leaves the stacks of all threads."""
        with suppress(OSError):
            self._signals = (self._folder / SIGNAL).open("w", encoding="utf-8")
            faulthandler.enable(self._signals)

    def end(self) -> None:
        """The run ends by itself: no signal is waited for any more."""
        if self._signals is not None:
            faulthandler.disable()
            self._signals.close()
            self._signals = None
            with suppress(OSError):
                (self._folder / SIGNAL).unlink()

    def note(self, error: BaseException, reference: str = "") -> None:
        """Writes down kind and place of an error at once, since worse may follow.

        `reference` is the number that the person at the screen was told.
        """
        what = outline(error)
        if len(self._noted) >= MOST:
            return
        again = what in self._noted
        self._noted.append(what)
        at = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
        known = f", reference {reference}" if reference else ""
        told = f"The same at {at}{known}" if again else f"Error at {at}{known}\n{what}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (self._folder / NOW).open("a", encoding="utf-8") as file:
                file.write(f"{told}\n\n")
        except OSError as fault:
            log.warning("the error could not be noted: %s", fault.strerror)

    # Reading

    @property
    def has_last(self) -> bool:
        """Whether anything is known to have gone wrong in the run before this one."""
        return bool(self._read(LAST))

    def report(self) -> str:
        """Everything that a report would hold, as it would be saved; empty when nothing is known.

        Versions are those of the program that reads.
        """
        parts = (("The last run", self._read(LAST)), ("This run", self._read(NOW)))
        told = "".join(f"{title}\n\n{words.rstrip()}\n\n" for title, words in parts if words)
        return f"{versions()}\n\n{told.rstrip()}\n" if told else ""

    def forget(self) -> None:
        """Both runs: they were read, and kept elsewhere or not wanted."""
        for name in (LAST, NOW):
            with suppress(OSError):
                (self._folder / name).unlink()

    def _read(self, name: str) -> str:
        try:
            with (self._folder / name).open(encoding="utf-8", errors="replace") as file:
                return file.read(LONGEST)
        except OSError:
            return ""


def outline(error: BaseException) -> str:
    """The kinds of an error and of its causes, each with its frames, innermost last."""
    told: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(told) < MOST:
        frames = traceback.extract_tb(seen.__traceback__)
        code = getattr(seen, "sqlstate", None) or getattr(seen, "sqlite_errorname", None)
        kind = " ".join(filter(None, (type(seen).__qualname__, code)))
        lines = (f"  {place(one.filename)}:{one.lineno} in {one.name}" for one in frames)
        told.append("\n".join((kind, *lines)))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\ncaused by ".join(told)


def signalled(written: str) -> str:
    """What a signal left, line by line, of which only stacks and the signal's name are taken."""
    lines = []
    for line in written.splitlines():
        if frame := _FRAME.match(line):
            lines.append(f"  {place(frame[1])}:{frame[2]} in {frame[3]}")
        elif _HEAD.match(line):
            lines.append(line)
    return "\n".join(("Ended by a crash", *lines, "", "")) if lines else ""


def place(file: str) -> str:
    """A file of ours by its place in the package, others by their last two parts.

    The folders above are left out: they often tell who works here.
    """
    if file.startswith(str(_PACKAGE)):
        return Path(file).relative_to(_PACKAGE.parent).as_posix()
    return "/".join(re.split(r"[\\/]", file)[-2:])


def versions() -> str:
    """The program and what it stands on, a line each."""
    import platform  # a start reads nothing that only a report needs

    lines = [
        f"engagement-console {_version('engagement-console')}",
        f"Python {platform.python_version()} on {sys.platform} {platform.machine()}",
        *(f"{name} {_version(name)}" for name in PACKAGES),
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "of unknown version"

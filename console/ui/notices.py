"""The one way to tell the person at the screen something that she did not ask for."""

import logging
import os
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError, Offline

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` is offline, conflict, error or info; `text` says what is so and what to do.

    `kept` says it without the name or number in it, for the list of what was said today.
    """

    kind: str
    text: str
    action: str = ""
    kept: str = ""


def places(error: BaseException) -> str:
    """What kinds of error these were and where they came from, the first cause last."""
    told = []
    seen: BaseException | None = error
    while seen is not None:
        code = getattr(seen, "sqlstate", None) or getattr(seen, "sqlite_errorname", None)
        kind = " ".join(filter(None, (type(seen).__qualname__, code)))
        told.append(f"{kind}\n{''.join(_frames(seen)).rstrip()}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\ncaused by ".join(told)


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in frames]


class Notices(QObject):
    """Signals:
    shown: a notice for the message slot.
    failed: an error that nobody expected, and the reference number told for it.
    """

    shown = Signal(object)
    failed = Signal(object, str)

    def tell(self, text: str, *, kind: str = "info", action: str = "", kept: str = "") -> None:
        self.shown.emit(Notice(kind, text, action, kept))

    @Slot(object)
    def report(self, error: Exception) -> None:
        """An error that ended something: ours in its own words, others with a reference number.

        The log gets number, kind and place of the error; its words might hold a value that
        somebody typed or that stands on record, and go neither there nor to the screen.
        """
        if isinstance(error, ConsoleError):
            from console.ui.said import said  # a start tells nothing

            kind = "offline" if isinstance(error, Offline) else "error"
            self.tell(said(error.message), kind=kind)
            return
        number = os.urandom(3).hex()
        log.error("unexpected error %s: %s", number, places(error))
        self.failed.emit(error, number)
        self.tell(
            self.tr(
                "Something went wrong in the console (reference {number}). "
                "What you logged is safe. Try again, or report the reference."
            ).format(number=number),
            kind="error",
        )

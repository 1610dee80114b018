"""The one way to tell the person at the screen something that she did not ask for."""

import logging
import secrets
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError, Offline

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` is offline, conflict, error or info; `text` says what is so and what to do."""

    kind: str
    text: str
    action: str = ""


class Notices(QObject):
    """Signals:
    shown: a notice for the message slot.
    """

    shown = Signal(object)

    def tell(self, text: str, *, kind: str = "info", action: str = "") -> None:
        self.shown.emit(Notice(kind, text, action))

    @Slot(object)
    def report(self, error: Exception) -> None:
        """An error that ended something: ours in its own words, others with a reference number.

        The log gets traceback and number; the screen gets no detail, which might be personal.
        """
        if isinstance(error, ConsoleError):
            kind = "offline" if isinstance(error, Offline) else "error"
            self.tell(error.message, kind=kind)
            return
        number = secrets.token_hex(3)
        log.error("unexpected error %s", number, exc_info=error)
        self.tell(
            self.tr(
                "Something went wrong in the console (reference {number}). "
                "What you logged is safe. Try again, or report the reference."
            ).format(number=number),
            kind="error",
        )

"""The lock: a desk that nobody touches, or that is told to, hides everything; the call goes on."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QWindow

from console.errors import ConsoleError, Offline
from console.services import sign_in
from console.services.connect_faults import SignInNeeded
from console.ui import text
from console.ui.curtain import Asks, Typed
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.tasks import Lane

TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class LockFlow(QObject):
    """Watches the window's own input, which is little, and not the application's every event.

    A password is compared with the one that the desk was signed in with, so that it opens without
    the server too; another one, or a ticket, is tried on the server. On the embedded database
    nobody has a password, and any key opens.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = parts.window
        self._watched: QWindow | None = None
        after = int(parts.center.settings.lock_after.total_seconds() * 1000)
        self._idle = QTimer(self, singleShot=True, interval=after)
        self._idle.timeout.connect(self.lock)
        self._window.curtain.submitted.connect(self._on_submitted)

    def start(self) -> None:
        self._watched = self._window.windowHandle()
        if self._watched is not None and self._idle.interval() > 0:
            self._watched.installEventFilter(self)
            self._idle.start()

    def stop(self) -> None:
        self._idle.stop()
        if self._watched is not None:
            self._watched.removeEventFilter(self)

    @Slot()
    def lock(self) -> None:
        if self._window.covered and not self._window.curtain.has_way_back:
            return
        staff, draft = self._parts.session.staff, self._parts.session.draft
        if staff is None and draft is None:
            return  # nobody was here yet
        library = self._parts.session.library
        since = text.time_of_day(self._parts.clock(), library.rules.zone if library else "UTC")
        self._window.cover()
        self._window.curtain.lock(
            self._asks(), staff.name if staff else "", since, on_call=draft is not None
        )

    def _asks(self) -> Asks:
        center = self._parts.center
        if center.shared.embedded:
            return Asks.KEY
        return Asks.LOCK if sign_in.asks_for_password(center.settings) else Asks.TICKET

    @Slot(object)
    def _on_submitted(self, typed: Typed) -> None:
        center = self._parts.center
        if typed.asks is Asks.KEY or (
            typed.asks is Asks.LOCK and center.is_password(typed.password)
        ):
            self._unlock()
        elif typed.asks in (Asks.LOCK, Asks.TICKET):
            self._window.curtain.show_busy()
            secret = typed.password if typed.asks is Asks.LOCK else None
            failed = self._on_refused if secret is not None else self._on_no_ticket
            work = partial(sign_in.prove, center.settings, secret)
            self._parts.tasks.run(Lane.READS, work, self._on_proved, failed, key="unlock")

    @Slot(object)
    def _on_proved(self, _none: object) -> None:
        self._unlock()

    @Slot(object)
    def _on_no_ticket(self, error: Exception) -> None:
        """Without the server a ticket cannot be tried, and a call must not be lost to that."""
        if type(error) is Offline:
            self._unlock()
        else:
            self._on_refused(error)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, SignInNeeded):
            self._window.curtain.show_problem(self.tr("This is not the password. Try again."))
        elif isinstance(error, ConsoleError):
            self._window.curtain.show_problem(said(error.message))
        else:
            self._window.curtain.show_problem(self.tr("It could not be checked. Try again."))
            self._parts.notices.report(error)

    def _unlock(self) -> None:
        self._window.uncover()
        if self._idle.interval() > 0:
            self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

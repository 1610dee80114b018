"""The entrance: asks for login and password whenever a server wants one that isn't there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import ConsoleError
from console.services import sign_in
from console.services.connect_faults import NotAdmitted, NotTrusted, SignInNeeded
from console.ui.curtain import Asks, Typed
from console.ui.notices import Notices
from console.ui.said import said
from console.ui.session import Session
from console.ui.tasks import Lane, Tasks
from console.ui.window import Window

if TYPE_CHECKING:
    from console.services.center import Center

LOOK_MS = 1000


class Entrance(QObject):
    """A server that refuses is noticed between two calls, never in the middle of one.

    Signals:
        entered: somebody is signed in; a `sign_in.Seat`.
    """

    entered = Signal(object)

    def __init__(
        self,
        center: "Center",
        window: Window,
        session: Session,
        tasks: Tasks,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._center = center
        self._window = window
        self._session = session
        self._tasks = tasks
        self._notices = notices
        self._declined = False
        self._told = ""
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_due)
        window.curtain.submitted.connect(self._on_submitted)
        window.curtain.left.connect(self._on_left)

    def start(self) -> None:
        if not self._center.shared.embedded:
            self._look.start()

    def stop(self) -> None:
        self._look.stop()

    @Slot()
    def ask(self) -> None:
        """Somebody wants to sign in."""
        fault = self._center.shared.fault
        words = [said(fault.message)] if fault is not None else []
        if self._center.keyring_fault is not None:
            words.append(self._center.keyring_fault)
        self._open(" ".join(words), way_back=True)

    def ask_next(self, words: str) -> None:
        """The one before has signed out, so there is nothing to go back to."""
        self._open(words, way_back=False)

    @Slot()
    def ask_change(self) -> None:
        self._window.cover()
        login = sign_in.login_of(self._center.settings)
        self._window.curtain.ask_change(login, sign_in.SHORTEST)

    def _open(self, words: str, *, way_back: bool) -> None:
        settings = self._center.settings
        login = sign_in.login_of(settings) if way_back else ""
        self._window.cover()
        self._window.curtain.ask_sign_in(
            login,
            sign_in.server_of(settings),
            with_password=sign_in.asks_for_password(settings),
            way_back=way_back,
            note=words,
        )

    @Slot()
    def _on_look_due(self) -> None:
        fault = self._center.shared.fault
        if isinstance(fault, SignInNeeded):
            free = self._session.draft is None and not self._window.covered
            if free and not self._declined:
                self.ask()
        elif isinstance(fault, NotTrusted | NotAdmitted) and fault.message != self._told:
            self._told = fault.message  # "offline" alone would not say what to do
            self._notices.report(fault)

    @Slot()
    def _on_left(self) -> None:
        self._declined = isinstance(self._center.shared.fault, SignInNeeded)
        self._window.uncover()

    @Slot(object)
    def _on_submitted(self, typed: Typed) -> None:
        curtain, settings = self._window.curtain, self._center.settings
        work: Callable[[], sign_in.Seat]
        if typed.asks is Asks.SIGN_IN:
            work = partial(
                sign_in.take_seat, settings, typed.login, typed.password or None,
                keep=typed.keep, known=self._center.known,
            )  # fmt: skip
        elif typed.asks is not Asks.CHANGE:
            return
        elif typed.new != typed.again:
            curtain.show_problem(self.tr("The new password is not the same both times."))
            return
        else:
            work = partial(
                sign_in.change_password, settings, typed.password, typed.new, keep=typed.keep
            )
        curtain.show_busy()
        # The sender's lane, so that nobody's entries are on their way when the login changes.
        self._tasks.run(Lane.SENDER, work, self._on_entered, self._on_refused)

    @Slot(object)
    def _on_entered(self, seat: sign_in.Seat) -> None:
        self.entered.emit(seat)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ConsoleError):
            self._window.curtain.show_problem(said(error.message))
            return
        self._window.curtain.show_problem(self.tr("It did not work. Try again."))
        self._notices.report(error)

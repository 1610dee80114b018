"""The composition root of the window: what is made in which order, and how it ends."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from datetime import datetime
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from console.errors import ConsoleError
from console.services.clock import DeskClock
from console.services.crashes import CrashBook
from console.settings import ENGLISH, Settings
from console.ui import place
from console.ui.clipboard import ClipboardGuard
from console.ui.language import NAMES, Language, remember
from console.ui.notices import Notices, places
from console.ui.tasks import Lane, Tasks
from console.ui.theme.theme import Mode, Theme
from console.ui.window import Window

if TYPE_CHECKING:
    from console.services.center import Center
    from console.services.sign_in import Seat
    from console.ui.flows.desk import DeskFlow
    from console.ui.flows.entrance import Entrance
    from console.ui.flows.keys import KeyFlow
    from console.ui.handover import Handover
    from console.ui.session import Session

log = logging.getLogger(__name__)
UNSEEN_MS = 1000
"""A window that nobody sees yet, minimized or on a locked screen, is never painted."""


class Application(QObject):
    """The window first, the databases after it is painted.

    Attributes:
        placed: the window stands where it stood at this desk before.

    Signals:
        ready: services are there and the desk can work.
    """

    ready = Signal()

    def __init__(
        self,
        settings: Settings,
        *,
        mode: Mode = Mode.SYSTEM,
        clock: Callable[[], datetime] | None = None,
        executor: Executor | None = None,
        phone: str | None = None,
        language: str = ENGLISH,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.clock = clock or DeskClock()
        self._phone = phone
        self._executor = executor
        self._secret: str | None = None
        self._note = ""
        self._opening = False
        self._keys: KeyFlow | None = None
        self.center: Center | None = None
        self.desk: DeskFlow | None = None
        self.entrance: Entrance | None = None
        self.language = Language(self)
        self.language.use(language)
        kept = place.read(settings.window_file)
        self.theme = Theme(self, mode=kept.mode or mode, factor=kept.factor or 1.0)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - made by whoever makes this
        self.theme.apply(app)
        self._clipboard = ClipboardGuard(app.clipboard(), self)
        self._handover: Handover | None = None
        self.crashes = CrashBook(settings.crashes)
        self._furnish()
        self.placed = self.window.restoreGeometry(kept.geometry)

    def _furnish(self) -> None:
        """What one person works with; the next one gets all of it anew."""
        self.tasks = Tasks(self, self._executor)
        self.notices = Notices(self)
        self.notices.failed.connect(self._on_failed)
        self.window = Window(self.theme)
        self.window.offer_language(NAMES[self.language.other])
        self.window.language_requested.connect(self._on_language_requested)

    # What the first paint doesn't show is made, and its modules read, when it is first asked for.

    @cached_property
    def session(self) -> "Session":
        from console.ui.session import Session

        return Session(self)

    def start(self) -> None:
        """Shows the window; databases are opened once it stands on the screen."""
        self.crashes.begin()
        self.window.set_look(self.theme.mode, self.window.largest_text(self.theme.factor))
        self.window.painted.connect(self._open_center, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        QTimer.singleShot(UNSEEN_MS, self, self._open_center)

    def close(self) -> bool:
        """Keeps what is on screen, sends what may be sent; False when a thread could not be ended.

        A sender may be stuck in a server's answer. What it sends waits in the outbox all the same.
        """
        ended = self._stop(self._last_round)
        self._clipboard.clear()
        place.keep(self.settings.window_file, geometry=self.window.saveGeometry().data())
        if self.center is not None:
            self._keep_draft(self.center)
        if self.center is not None and ended:
            self.center.close()
        self.window.close()
        return ended

    def _stop(self, last: Callable[[], object] | None = None) -> bool:
        """Stops timers and threads, `last` of all the sender's; False if some work still runs."""
        if self._handover is not None:
            self._handover.close()
        if self.desk is not None:
            self.desk.stop()
        if self.entrance is not None:
            self.entrance.stop()
        return self.tasks.close(last)

    def _clear(self) -> None:
        """Nothing that one person saw is there for the next: window, lists and flows are made anew.

        The window is replaced by one in its place.
        """
        self._stop()
        self._clipboard.clear()
        window, stood = self.window, self.window.saveGeometry()
        left = (window, self.session, self.tasks, self.notices, self.desk, self._keys,
                self.entrance, self._handover)  # fmt: skip
        del self.session
        self._furnish()
        self.window.restoreGeometry(stood)
        self.window.show()
        self.window.activateWindow()  # or what is typed next goes nowhere
        window.close()
        for old in left:
            if old is not None:
                old.deleteLater()
        self.desk = self._keys = self.entrance = self._handover = None

    @Slot(str)
    def _on_signed_out(self, words: str) -> None:
        """The store stays open, for what it knows of the server; the connection is closed."""
        self._clear()
        if self.center is not None:
            self._guard(self.center).ask_next(words)

    @Slot(object)
    def _on_entered(self, seat: "Seat") -> None:
        """Somebody is signed in: everything is opened with her login."""
        self._clear()
        if self.center is not None:
            self.center.close()
            self.center = None
        self.settings, self._secret = seat.settings, seat.secret
        self._note = seat.note
        self._opening = False
        self._open_center()

    @Slot()
    def _on_language_requested(self) -> None:
        """The window is made anew in the language, so nothing that was begun may stand on it."""
        center = self.center
        if center is None or self.entrance is None:
            return
        if why := self._unfinished():
            self.notices.tell(why)
            return
        self.language.use(self.language.other)
        remember(self.settings, self.language.code)
        was_open, was_covered = self.desk is not None, self.window.covered
        self._clear()
        if was_open:
            self._furnish_desk(center, partial(self._on_moved_in, was_covered))
            return
        guard = self._guard(center)
        if was_covered:
            guard.ask_next("")

    def _on_moved_in(self, covered: bool) -> None:
        if self.entrance is not None and covered:
            self.entrance.ask()

    def _unfinished(self) -> str:
        """What would be lost with the window, if anything, and what to do about it."""
        from console.ui.widgets import Sheet

        if self.session.draft is not None:
            return self.tr("Log this call first, then change the language.")
        open_sheets = (one for one in self.window.findChildren(Sheet) if not one.isHidden())
        # A list on a page that is not shown holds nothing, and nobody could find it to close it.
        if any(sheet.isVisible() or not sheet.gives_way for sheet in open_sheets):
            return self.tr("Finish and close what is open, then change the language.")
        desk = self.desk
        if desk is not None and (desk.arrivals.busy or desk.imports.run.is_busy):
            return self.tr("People are being brought in. Change the language when that is done.")
        return ""

    def _guard(self, center: "Center") -> "Entrance":
        from console.ui.flows.entrance import Entrance

        self.entrance = Entrance(center, self.window, self.session, self.tasks, self.notices, self)
        self.entrance.entered.connect(self._on_entered)
        return self.entrance

    def _keep_draft(self, center: "Center") -> None:
        """The call on screen is kept, even while a sender hangs on a server that doesn't answer."""
        if self.session.draft is not None:
            try:
                center.drafts.save(self.session.draft)
            except ConsoleError as error:
                log.error("the call on screen could not be kept: %s", error.message)

    def _last_round(self) -> None:
        """What could still be undone goes out now; a dead server doesn't hold the console up."""
        center = self.center
        if center is None or self.session.desk.offline_since is not None:
            return
        if center.outbox.waiting():
            center.sync.once(now=True)

    @Slot()
    def _open_center(self) -> None:
        if self._opening:
            return
        self._opening = True
        self.tasks.run(Lane.DESK, self._make_center, self._on_center, self._on_center_failed)

    def _make_center(self) -> "Center":
        from console.models.terms import AuditKind
        from console.services.center import Center  # SQLAlchemy, only after the first paint

        for module in ("flows.desk", "flows.entrance", "flows.keys", "handover"):
            import_module(f"console.ui.{module}")  # not on the screen's thread, which answers keys

        center = Center(self.settings, self.clock, secret=self._secret, repairs=True)
        if self.settings.embedded and self.settings.login:
            self._admit(center)
        center.outbox.queue.recover()
        if not self.settings.embedded:
            center.trail.note(AuditKind.SIGN_IN)
        return center

    def _admit(self, center: "Center") -> None:
        """Raises NotFound for a login that nobody has: whatever is asked for would fail later."""
        try:
            center.identity.acting()
        except ConsoleError:
            center.close()
            raise

    @Slot(object)
    def _on_center(self, center: "Center") -> None:
        self.center = center
        self._furnish_desk(center, partial(self._on_desk, center))

    def _on_desk(self, center: "Center") -> None:
        if center.told:
            from console.ui.said import said

            log.warning("%s", center.told)
            self.notices.tell(said(center.told), kind="conflict")
        if self.desk is not None:
            self.desk.crashes.offer()
        self.ready.emit()
        if self._note:
            self.notices.tell(self._note)
        if self._phone and self.desk is not None:
            self.desk.calls.ring(self._phone)
            self._phone = None

    def _furnish_desk(self, center: "Center", done: Callable[[], None]) -> None:
        self.tasks.in_slices(self._furnishing(center), done)

    def _furnishing(self, center: "Center") -> Iterator[None]:
        """Everything is built behind the front, which stays until all of it works."""
        from console.ui.flows.desk import DeskFlow
        from console.ui.flows.keys import KeyFlow
        from console.ui.flows.parts import Parts
        from console.ui.handover import Handover

        yield from self.window.furnish()
        parts = Parts(center, self.session, self.tasks, self.notices, self.window, self.clock)
        desk = DeskFlow(parts, self)
        yield from desk.build()
        self._keys = KeyFlow(parts, desk, self)
        yield
        self._handover = Handover(self.settings.profile, self)
        self._handover.rang.connect(self._on_rang)
        entrance = self._guard(center)
        self.desk = desk
        desk.account.signed_out.connect(self._on_signed_out)
        desk.account.sign_in_requested.connect(entrance.ask)
        desk.join.entered.connect(self._on_entered)
        desk.account.change_requested.connect(entrance.ask_change)
        desk.account.moved.connect(self._on_entered)
        self.window.open_door()
        desk.start()
        entrance.start()

    @Slot(object, str)
    def _on_failed(self, error: Exception, reference: str) -> None:
        self.crashes.note(error, reference)

    @Slot(object)
    def _on_center_failed(self, error: Exception) -> None:
        """Nothing can be done without the stores: the middle of the window says what to do."""
        log.error("the stores could not be opened: %s", places(error))
        if not isinstance(error, ConsoleError):
            self.crashes.note(error)
        title = self.tr("The console cannot start")
        message = self.tr("Something went wrong that is not known. Report what the log says.")
        if isinstance(error, ConsoleError):
            from console.ui.said import said

            title, message = said(error.title), said(error.message)
        self.window.open_door()
        page = self.window.console
        page.show_centre(page.welcome)
        page.welcome.show_busy(title, message)
        if self.desk is None:
            self._offer_report()

    def _offer_report(self) -> None:
        """The only flow that works without the stores."""
        from console.ui.flows.crashes import CrashFlow

        self._report = CrashFlow(
            self.crashes, self.window, self.session, self.tasks, self.notices, self.window
        )
        self.window.key_pressed.connect(self._on_key_without_desk)
        self._report.offer_now()

    @Slot(str)
    def _on_key_without_desk(self, name: str) -> None:
        if name == "report":
            self._report.open()

    @Slot(str)
    def _on_rang(self, number: str) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if number and self.desk is not None:
            self.desk.calls.ring(number)

"""Ready, or not and why: said by one key, kept at the desk, and seen by supervisors."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, QTimer, Slot

from console.models.ids import Login
from console.models.terms import Readiness
from console.rules import readiness
from console.rules.readiness import Presence
from console.ui.day import BreakSheet
from console.ui.day.breaks import reason_words
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.window import CONSOLE


class ReadyFlow(QObject):
    """A break ends by the same key, or with a call; by itself it goes on, over a restart too."""

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._mark = parts.window.top.presence
        self._login: Login | None = None
        self._presence: Presence | None = None
        self._kept: Presence | None = None
        self._looked = False
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_clock)
        self._mark.change_requested.connect(self.toggle)
        calls.began.connect(self._on_began)
        self._session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> BreakSheet:
        """Made when it is first asked for."""
        sheet = BreakSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.chosen.connect(self._on_chosen)
        return sheet

    def stop(self) -> None:
        self._tick.stop()

    @Slot()
    def load(self) -> None:
        """Reads what the one who acts has left here; a start in mid-break goes on with it."""
        staff = self._session.staff
        if staff is not None and staff.login != self._login:
            self._login, self._presence, self._looked = staff.login, None, False
            work = partial(self._parts.center.readiness.kept, staff.login)
            done = partial(self._on_kept, staff.login)
            self._parts.tasks.run(Lane.DESK, work, done, self._parts.notices.report)

    @Slot()
    def toggle(self) -> None:
        """Alt Y: asks why not, or is ready again."""
        if self._session.draft is not None:
            words = self.tr("Log this call first. {0} logs it and asks for the break.")
            self._parts.notices.tell(words.format(self._parts.key("Ctrl+Shift+Return")))
        elif self._presence is not None and not self._presence.ready:
            self._change(Readiness.READY)
        else:
            self.ask()

    def ask(self) -> None:
        """Asks for the reason of a break; Esc stays ready."""
        library = self._session.library
        if self._presence is not None and library is not None:
            self._parts.window.show_page(CONSOLE)
            self.sheet.ask(library.rules.not_ready)

    def choose(self, number: int) -> bool:
        """Alt 1 to Alt 9; says whether the sheet took the key."""
        return "sheet" in self.__dict__ and self.sheet.choose(number)

    @Slot(str)
    def _on_chosen(self, reason: str) -> None:
        if self._session.draft is None:
            self._change(Readiness.NOT_READY, reason)

    def _change(self, state: Readiness, reason: str = "") -> None:
        before, login = self._presence, self._login
        if before is None or login is None:
            return
        self._presence = readiness.changed(before, state, reason, self._parts.clock())
        self._show()
        if self._presence is not before:
            work = partial(self._parts.center.readiness.change, login, self._presence)
            failed = partial(self._on_not_kept, before)
            self._parts.tasks.run(Lane.DESK, work, self._on_changed_here, failed)

    def _on_kept(self, login: Login, kept: Presence | None) -> None:
        if login == self._login:
            self._kept, self._looked = kept, True
            self._begin()

    def _begin(self) -> None:
        """Once it is known what was left here, and from the library where midnight is."""
        library = self._session.library
        if self._presence is None and self._looked and library is not None:
            now = self._parts.clock()
            self._presence = readiness.begins(self._kept, now, library.rules.zone)
            self._show()

    @Slot(object)
    def _on_changed_here(self, _none: object) -> None:
        """It is in the outbox: the next round of sending takes it."""

    def _on_not_kept(self, before: Presence, error: Exception) -> None:
        """What could not be kept does not hold."""
        self._presence = before
        self._show()
        self._parts.notices.report(error)

    @Slot()
    def _on_began(self) -> None:
        """Whoever takes a call is at work: a break that went on would be told wrongly."""
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()
        self._change(Readiness.READY)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.CALL:
            self._show()
        if changes & Changes.OUTCOME:  # the library came
            self._begin()

    def _show(self) -> None:
        presence = self._presence
        shown = presence is not None and self._session.draft is None
        self._mark.set_wanted(shown)
        if presence is None or not shown:
            self._tick.stop()
            return
        words = self.tr("Ready") if presence.ready else reason_words(presence.reason)
        self._mark.show_presence(words, ready=presence.ready)
        self._show_clock()
        self._tick.start()

    @Slot()
    def _show_clock(self) -> None:
        if self._presence is not None:
            since = self._parts.clock() - self._presence.since
            self._mark.show_clock(int(since.total_seconds()))

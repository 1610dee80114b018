"""From the empty database of a new desk to the center that it belongs to."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError, Offline
from console.services import sign_in
from console.ui.flows.parts import Parts
from console.ui.join_sheet import Joining, JoinSheet
from console.ui.said import said
from console.ui.tasks import Lane


class JoinFlow(QObject):
    """Signals:
    entered: somebody is signed in to a center; a `sign_in.Seat`.
    """

    entered = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        parts.window.console.welcome.center_requested.connect(self.open)

    @cached_property
    def sheet(self) -> JoinSheet:
        """Made when it is first asked for: most desks never see it."""
        sheet = JoinSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.submitted.connect(self._on_submitted)
        return sheet

    @Slot()
    def open(self) -> None:
        self.sheet.open_sheet()
        self.sheet.address.focus()

    @Slot(object)
    def _on_submitted(self, typed: Joining) -> None:
        settings = self._parts.center.settings
        work = partial(
            sign_in.join, settings, typed.address, typed.ca, typed.login, typed.password or None,
            keep=typed.keep,
        )  # fmt: skip
        self._parts.tasks.run(Lane.SENDER, work, self._on_joined, self._on_refused)

    @Slot(object)
    def _on_joined(self, seat: sign_in.Seat) -> None:
        if self._parts.session.draft is not None:  # a call has begun since, and must not be lost
            self.sheet.close_sheet()
            self._parts.notices.tell(
                self.tr("The center opens with the next start: a call has begun meanwhile.")
            )
            return
        self.entered.emit(seat)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ConsoleError):
            words = error.asked if isinstance(error, Offline) else error.message
            self.sheet.show_problem(said(words))
        else:
            self.sheet.show_problem(self.tr("It did not work. Try again."))
            self._parts.notices.report(error)

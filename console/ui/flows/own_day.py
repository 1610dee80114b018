"""My day: read when it is asked for, and again when something was logged or sent."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError
from console.models.own_day import DayPromise, OwnDay
from console.models.views import CallbackView
from console.ui.day import DaySheet
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane
from console.ui.window import CONSOLE


class DayFlow(QObject):
    """Between calls: whom else something was promised must not stand on the screen during one.

    Signals:
        person_wanted: the person of a promise (a `PersonId`).
        callback_wanted: a callback to be opened (a `CallbackView`).
    """

    person_wanted = Signal(object)
    callback_wanted = Signal(object)

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        calls.began.connect(self._on_began)

    @cached_property
    def sheet(self) -> DaySheet:
        """Made when it is first asked for."""
        sheet = DaySheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.entered.connect(self._on_entered)
        return sheet

    @Slot()
    def open(self) -> None:
        """Alt Shift D: the sheet, filled when it is read."""
        if self._session.on_line:
            self._parts.notices.tell(self.tr("Your day opens after the call."))
            return
        self._parts.window.show_page(CONSOLE)
        self.sheet.show_loading()
        if self.sheet.isHidden():
            self.sheet.open_sheet()
        self._read()

    @Slot()
    def refresh(self) -> None:
        """Something was logged or sent: an open sheet is read again."""
        if "sheet" in self.__dict__ and not self.sheet.isHidden():
            self._read()

    def _read(self) -> None:
        staff = self._session.staff
        if staff is not None:
            work = partial(self._parts.center.own_days.of, staff.login)
            self._parts.tasks.run(Lane.READS, work, self._on_read, self._on_failed, key="own day")

    @Slot(object)
    def _on_read(self, day: OwnDay) -> None:
        if self._session.on_line:
            return  # it rang meanwhile
        library, now = self._session.library, self._parts.clock()
        self.sheet.show_day(
            day,
            library.codes if library else None,
            library.rules.zone if library else "UTC",
            now,
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        words = self.tr("Try again in a moment. What you logged is safe.")
        if isinstance(error, ConsoleError):
            words = error.message
        else:
            self._parts.notices.report(error)
        self.sheet.show_unread(words)

    @Slot(object)
    def _on_entered(self, row: object) -> None:
        """Opens whom a promise or callback is about; a call that was logged names nobody."""
        if self._session.draft is not None:
            self._parts.notices.tell(self.tr("Log or park this call first."))
        elif isinstance(row, CallbackView):
            self.sheet.close_sheet()
            self.callback_wanted.emit(row)
        elif isinstance(row, DayPromise) and row.person is not None:
            self.sheet.close_sheet()
            self.person_wanted.emit(row.person)

    @Slot()
    def _on_began(self) -> None:
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()

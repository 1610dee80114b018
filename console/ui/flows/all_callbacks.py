"""All callbacks: how many there are in the top bar, and the sheet that lists them."""

from functools import cached_property

from PySide6.QtCore import QObject, Slot

from console.models.ids import FactId
from console.ui.day import AllCallbacksSheet
from console.ui.flows.call import CallFlow
from console.ui.flows.callbacks import CallbackFlow
from console.ui.flows.parts import Parts
from console.ui.lookup import Waiting
from console.ui.window import CONSOLE


class AllCallbacksFlow(QObject):
    """Between calls: names of those who wait must not stand on the screen during one."""

    def __init__(
        self,
        parts: Parts,
        calls: CallFlow,
        callbacks: CallbackFlow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._callbacks = callbacks
        self._waiting: Waiting | None = None
        parts.window.top.callbacks.clicked.connect(self.open)
        callbacks.listed.connect(self._on_listed)
        calls.began.connect(self._on_began)

    @cached_property
    def sheet(self) -> AllCallbacksSheet:
        """Made when it is first asked for."""
        sheet = AllCallbacksSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.entered.connect(self._on_entered)
        return sheet

    @Slot()
    def open(self) -> None:
        """F7: the sheet, the cursor on the first callback."""
        if self._session.on_line:
            self._parts.notices.tell(self.tr("Callbacks open after the call."))
            return
        self._parts.window.show_page(CONSOLE)
        self._show()
        if self.sheet.isHidden():
            self.sheet.open_sheet()
        else:
            self.sheet.list.setFocus()

    def _show(self) -> None:
        if self._waiting is None:
            self.sheet.show_loading()
        else:
            self.sheet.show_waiting(self._waiting)

    @Slot(object)
    def _on_listed(self, waiting: Waiting) -> None:
        self._waiting = waiting
        self._parts.window.top.show_callbacks(len(waiting.callbacks))
        if "sheet" in self.__dict__ and not self.sheet.isHidden():
            self._show()

    @Slot(object)
    def _on_entered(self, key: FactId) -> None:
        """By its id, since who is on it may have changed under the cursor."""
        callbacks = self._waiting.callbacks if self._waiting else ()
        if self._session.draft is not None:
            self._parts.notices.tell(self.tr("Log or park this call first."))
            return
        self.sheet.close_sheet()
        self._callbacks.open_callback(next(entry for entry in callbacks if entry.id == key))

    @Slot()
    def _on_began(self) -> None:
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()

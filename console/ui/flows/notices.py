"""Notices: what the message slot said is kept for this sign-in, to be read again."""

from functools import cached_property

from PySide6.QtCore import QObject, Slot

from console.rules import noticed
from console.rules.noticed import Said
from console.ui.day import NoticeSheet
from console.ui.flows.parts import Parts
from console.ui.widgets import Message
from console.ui.window import CONSOLE


class NoticeFlow(QObject):
    """In memory alone: the next one who signs in here finds an empty list."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._said: tuple[Said, ...] = ()
        parts.window.console.bar.slot.told.connect(self._on_told)

    @cached_property
    def sheet(self) -> NoticeSheet:
        """Made when it is first asked for."""
        return NoticeSheet(self._parts.window.theme, pane=self._parts.window.console.centre)

    @Slot()
    def open(self) -> None:
        """Alt Shift W: the list; it names nobody, so it opens during a call as well."""
        self._parts.window.show_page(CONSOLE)
        self._show()
        if self.sheet.isHidden():
            self.sheet.open_sheet()

    @Slot(object)
    def _on_told(self, message: Message) -> None:
        said = Said(self._parts.clock(), int(message.kind), message.kept or message.text)
        self._said = noticed.heard(self._said, said)
        if "sheet" in self.__dict__ and not self.sheet.isHidden():
            self._show()

    def _show(self) -> None:
        library, now = self._parts.session.library, self._parts.clock()
        self._said = noticed.fresh(self._said, now)
        self.sheet.show_notices(self._said, library.rules.zone if library else "UTC", now)

"""What can be done about the person shown: a menu beside her name, and the list of her alerts."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication

from console.models.terms import ContactSystem
from console.models.views import PersonView
from console.rules import names, phone
from console.ui.console_page import Place
from console.ui.correct import HISTORY, RELATIONS
from console.ui.flows.call import CallFlow
from console.ui.flows.correct import CorrectFlow
from console.ui.flows.glass import GlassFlow
from console.ui.flows.parts import Parts
from console.ui.person.alert_sheet import AlertSheet
from console.ui.session import Changes
from console.ui.widgets import key_text
from console.ui.widgets.menu import Menu

Entry = tuple[str, str, str, Callable[[], object]]
"""Words, icon, the chord that does the same, and what it does."""


class PersonMenuFlow(QObject):
    """Every entry is done where it always is; the menu only leads there."""

    def __init__(
        self,
        parts: Parts,
        calls: CallFlow,
        correct: CorrectFlow,
        glass: GlassFlow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._correct, self._glass = correct, glass
        self._pane = parts.window.console.person
        self._pane.header.more.clicked.connect(self.open)
        calls.began.connect(self._on_began)
        self._session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> AlertSheet:
        """Made when it is first asked for."""
        return AlertSheet(self._parts.window.theme, pane=self._parts.window.console.centre)

    @Slot()
    def open(self) -> None:
        """Alt Shift P: the menu below its button, if a record is open."""
        button, record = self._pane.header.more, self._session.record
        if record is None or not button.isVisibleTo(self._pane):
            words = self.tr("Find the person first ({0}). On a call, verify first ({1}).")
            keys = (self._parts.key("F2"), self._parts.key("Alt+V"))
            self._parts.notices.tell(words.format(*keys))
            return
        menu = self._menu(record.view)
        self._pane.header.more.setFocus()
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def person(self) -> None:
        """F3: to the person; from there to what must be known of her."""
        here = self._parts.window.focusWidget()
        if here is not None and self._pane.isAncestorOf(here) and self._pane.header.warnings():
            self.show_alerts()
        else:
            self._parts.window.console.go(Place.PERSON)

    @Slot()
    def show_alerts(self) -> None:
        record = self._session.record
        if record is not None:
            name = names.display(record.view.name)
            self.sheet.show_alerts(name, self._pane.header.warnings())
            self.sheet.open_sheet()

    def _menu(self, view: PersonView) -> Menu:
        theme = self._parts.window.theme
        menu = Menu(theme, parent=self._parts.window)
        menu.setAccessibleName(self.tr("More about this person"))
        for words, icon, chord, do in self._entries(view):
            action = menu.add(words, icon, key_text(theme, chord) if chord else "")
            action.triggered.connect(do)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _entries(self, view: PersonView) -> tuple[Entry, ...]:
        alerts = len(self._pane.header.warnings())
        told = self.tr("1 alert") if alerts == 1 else self.tr("%n alerts", "", alerts)
        first: tuple[Entry, ...] = ((told, "triangle-alert", "F3", self.show_alerts),)
        hidden = not self._parts.center.shared.embedded
        glass = (self.tr("Emergency access"), "siren", "Alt+Shift+E", self._glass.ask)
        return (
            *(first if alerts else ()),
            (self.tr("Correct the record"), "pencil", "Alt+F", self._correct.open),
            (self.tr("Who may speak for this person"), "users", "",
             partial(self._correct.open_at, RELATIONS)),
            (self.tr("What was changed, and by whom"), "history", "",
             partial(self._correct.open_at, HISTORY)),
            *(self._copying(number) for number in _numbers(view)),
            *((glass,) if hidden else ()),
        )  # fmt: skip

    def _copying(self, number: str) -> Entry:
        shown = phone.display(number)
        return self.tr("Copy {0}").format(shown), "copy", "", partial(self._copy, shown)

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self._parts.notices.tell(self.tr("The number is copied, for a minute."))

    @Slot()
    def _on_began(self) -> None:
        self._close()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.PERSON:
            self._close()

    def _close(self) -> None:
        """Nothing of this person stays for the next one."""
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()


def _numbers(view: PersonView) -> tuple[str, ...]:
    """The phone numbers that reach her, as far as known."""
    found = (
        point.value
        for point in view.contact_points
        if point.system is ContactSystem.PHONE and not (point.wrong or point.retired_at)
    )
    return tuple(dict.fromkeys(found))

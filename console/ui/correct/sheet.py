"""The sheet that corrects a record, over the middle of the console."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.models.ids import ContactPointId
from console.models.views import FieldChangeView, PersonView
from console.ui.correct.contact import ContactPage
from console.ui.correct.history import HistoryPage
from console.ui.correct.person import PersonPage
from console.ui.correct.relations import RelationsPage
from console.ui.parts import Page
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Rule, Sheet, Tab, Tabs, key_text

CONTACT, PERSON, RELATIONS, HISTORY = "contact", "person", "relations", "history"


class CorrectSheet(Sheet):
    """Four pages; the key that opens it turns to the next. Each has its own way to be saved.

    Attributes:
        contact, person, relations, history: the pages.

    Signals:
        turned: the key of the page in view.
    """

    turned = Signal(str)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="pencil", key="Esc")
        self.set_title(self.tr("Correct the record"))
        tabs = (
            Tab(CONTACT, self.tr("Contact")),
            Tab(PERSON, self.tr("Person")),
            Tab(RELATIONS, self.tr("Who may speak")),
            Tab(HISTORY, self.tr("History")),
        )
        self.tabs = Tabs(theme, tabs, name=self.tr("Pages"), parent=self)
        self.hint = Label(theme, "", "meta", "text3", parent=self)
        self.said = Label(theme, "", "meta", "text2", wrap=True, parent=self)
        self._stack = QStackedWidget(self)
        self.contact = ContactPage(theme, parent=self)
        self.person = PersonPage(theme, parent=self)
        self.relations = RelationsPage(theme, parent=self)
        self.history = HistoryPage(theme, parent=self)
        self._pages: dict[str, ContactPage | PersonPage | RelationsPage | HistoryPage] = {
            CONTACT: self.contact,
            PERSON: self.person,
            RELATIONS: self.relations,
            HISTORY: self.history,
        }
        self._fill_body()
        self._restyle()
        self.tabs.picked.connect(self._on_picked)
        self.closed.connect(self._on_closed)

    def open_for(self, view: PersonView, *, masked: bool, point: ContactPointId | None) -> None:
        """Open on the contact points, the cursor on `point`; `masked` as `show_view`."""
        self.say("")
        self.person.forget()
        self.relations.clear()
        self.history.clear()
        self.show_view(view, masked=masked, point=point)
        self.tabs.set_current(CONTACT)
        self.open_sheet()
        self.contact.open_page()

    def show_view(
        self, view: PersonView, *, masked: bool, point: ContactPointId | None = None
    ) -> None:
        """Show the record as it is now; what is being typed stays.

        `masked`: names of other people must not be seen.
        """
        self.set_sub(view.name)
        self.contact.show_points(view, point)
        self.person.fill(view)
        self.relations.show_relations(view, masked=masked)

    def show_history(self, lines: tuple[FieldChangeView, ...], zone: str, now: datetime) -> None:
        """Show what was changed; times in `zone`."""
        self.history.show_history(lines, zone, now)
        if self.page == HISTORY:
            self.history.focus_first()

    def turn(self) -> None:
        """Show the next page."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % len(self._pages))

    @property
    def page(self) -> str:
        """The key of the page in view."""
        return self.tabs.current_key

    def choose(self, digit: int) -> bool:
        """Do what a digit does here; False while the cursor is elsewhere, as it is not ours."""
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            return False
        if self.page == CONTACT:
            self.contact.choose(digit)
        return True

    def say(self, sentence: str) -> None:
        """Say below what was done."""
        self.said.set_text(sentence)

    def _fill_body(self) -> None:
        self.add_to_head(self.hint)
        self.body.addWidget(self.tabs)
        self.body.addWidget(Rule(self.theme, parent=self))
        for page in self._pages.values():
            scrolls = Page(self.theme, parent=self)
            scrolls.column.addWidget(page)
            self._stack.addWidget(scrolls)
        self._lower = QVBoxLayout()
        self._lower.addWidget(self._stack, 1)
        self._lower.addWidget(self.said)
        self.body.addLayout(self._lower, 1)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "said"):
            self.tabs.setFixedHeight(self.theme.px(32))
            key = key_text(self.theme, "Alt+F")
            self.hint.set_text(self.tr("{0}: next page").format(key))
            self.said.setMinimumHeight(self.theme.px(18))

    def _focus_first(self) -> None:
        self._pages[self.page].focus_first()

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self._stack.setCurrentIndex([*self._pages].index(key))
        if self.isVisible():
            if not self.tabs.hasFocus():
                self._focus_first()
            self.turned.emit(key)

    @Slot()
    def _on_closed(self) -> None:
        """Nothing of this person stays for the next one."""
        self.contact.close_text()
        self.person.forget()
        self.relations.clear()
        self.history.clear()

"""People found by the words in the search field, and the way out when there is nobody."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.ids import PersonId
from console.models.views import Found
from console.ui.lookup.matches import MatchList
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Label, Themed


class ResultsBlock(Themed, QWidget):
    """Results of one query, best first; initials, age and place while a call is live.

    Signals:
        picked: the `PersonId` of a result.
        new_person_requested: write down somebody new.
        nobody_picked: go on without a person.
    """

    picked = Signal(object)
    new_person_requested = Signal()
    nobody_picked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._fresh = False
        self._title = Label(theme, "", "h3", parent=self)
        self._sentence = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self.list = MatchList(theme, self.tr("People found"), parent=self)
        self._more = Label(theme, self.tr("There are more. Type on to narrow."), "meta", "text3",
                           wrap=True, parent=self)  # fmt: skip
        self.new = Button(theme, self.tr("New person"), "link", "user-plus", height=28, inset=9,
                          spread=True, parent=self)  # fmt: skip
        self.nobody = Button(theme, self.tr("Call about nobody"), "link", "circle-question-mark",
                             height=28, inset=9, spread=True, parent=self)  # fmt: skip
        self.named = Button(theme, self.tr("Name, for 10 s"), "link", "eye", key="Alt+Shift+N",
                            height=28, inset=9, spread=True, parent=self)  # fmt: skip
        self._column = QVBoxLayout(self)
        for part in (self._title, self._sentence, self.list, self._more, self.named, self.new,
                     self.nobody):  # fmt: skip
            self._column.addWidget(part)
        self._restyle()
        self.list.picked.connect(self.picked)
        self.new.clicked.connect(self.new_person_requested)
        self.nobody.clicked.connect(self.nobody_picked)
        self.named.clicked.connect(self.list.name_current)
        for part in (self._sentence, self._more, self.nobody, self.named):
            part.hide()
        self.list.show_matches((), masked=False)

    def wait(self) -> None:
        """A query is under way: older rows stay to be seen, Enter in the field leaves them."""
        self._fresh = False
        self._title.set_text(self.tr("Searching"))

    def pick_best(self) -> None:
        """Pick the marked row, else the first, of the answer to what is typed now."""
        if self._fresh:
            self.list.pick_current()

    def current(self) -> PersonId | None:
        """The person of the marked row, if it answers what is typed now."""
        key = self.list.current_key() if self._fresh and self.isVisible() else None
        return PersonId(key) if isinstance(key, UUID) else None

    def show_found(self, found: Found, *, masked: bool) -> None:
        """Show an answer; `masked` while a caller might overhear or oversee a name."""
        self._fresh, count = True, len(found.results)
        self._title.set_text(self._heading(count, found.more))
        self._sentence.set_text(
            "" if count else self.tr("Nobody has to be on record: a call about nobody counts too.")
        )
        self._sentence.setVisible(not count)
        self._more.setVisible(found.more)
        self.list.show_matches(found.results, masked=masked)
        self.list.step(0)
        self._show_ways(masked)

    def hide_names(self, masked: bool) -> None:
        """A call began or ended while people stand here."""
        self.list.hide_names(masked)
        self._show_ways(masked)

    def _show_ways(self, masked: bool) -> None:
        self.nobody.setVisible(masked or not self.list.rows())
        self.named.setVisible(masked and bool(self.list.rows()))

    def _heading(self, count: int, more: bool) -> str:
        if not count:
            return self.tr("Nobody found")
        if more:
            return self.tr("The first %n found", "", count)
        return self.tr("1 found") if count == 1 else self.tr("%n found", "", count)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._title.setFixedHeight(px(22))
        for part in (self._title, self._sentence, self._more):
            part.setContentsMargins(px(8), 0, px(8), 0)

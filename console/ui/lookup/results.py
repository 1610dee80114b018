"""People found by the words in the search field, and the way out when there is nobody."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.ids import PersonId
from console.models.views import Found, Match
from console.rules import names, phone
from console.ui import words
from console.ui.lookup.rows import Row, RowList
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
        self.list = RowList(theme, self.tr("People found"), parent=self)
        self._more = Label(theme, self.tr("There are more. Type on to narrow."), "meta", "text3",
                           wrap=True, parent=self)  # fmt: skip
        self.new = Button(theme, self.tr("New person"), "link", "user-plus", height=28, inset=9,
                          spread=True, parent=self)  # fmt: skip
        self.nobody = Button(theme, self.tr("Call about nobody"), "link", "circle-question-mark",
                             height=28, inset=9, spread=True, parent=self)  # fmt: skip
        self._column = QVBoxLayout(self)
        for part in (self._title, self._sentence, self.list, self._more, self.new, self.nobody):
            self._column.addWidget(part)
        self._restyle()
        self.list.picked.connect(self.picked)
        self.new.clicked.connect(self.new_person_requested)
        self.nobody.clicked.connect(self.nobody_picked)
        for part in (self._sentence, self._more, self.nobody):
            part.hide()
        self.list.show_rows(())

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
        self.nobody.setVisible(masked or not count)
        self.list.show_rows(tuple(match_row(match, masked=masked) for match in found.results))
        self.list.step(0)

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


def match_row(match: Match, *, masked: bool) -> Row:
    """A person found as a row; masked, initials and no phone."""
    initials = names.initials(match.name) or match.initials
    age = str(match.age) if match.age is not None else ""
    by_number = {"phone", "phone_suffix"} & set(match.matched)
    seen = phone.display(match.phones[0]) if match.phones and not masked else ""
    note = "" if masked or by_number else seen
    return Row(
        key=match.person,
        title=initials if masked else names.display(match.name),
        line=" · ".join(filter(None, (age, match.place))),
        note=" · ".join(filter(None, (words.matched(match.matched), note))),
        initials=initials.replace(".", "").replace(" ", ""),
        side=words.deceased() if match.deceased else "",
    )

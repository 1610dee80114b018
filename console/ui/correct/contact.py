"""The page of contact points: each with its marks, and a line to add one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.models.corrections import Mark
from console.models.ids import ContactPointId
from console.models.terms import ContactSystem
from console.models.views import ContactPointView, PersonView
from console.rules import contact_points
from console.ui.correct import wording
from console.ui.lookup.rows import Lines, Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Label, Themed

ICONS = {
    ContactSystem.PHONE: "phone",
    ContactSystem.EMAIL: "mail",
    ContactSystem.ADDRESS: "map-pin",
}
COLUMNS = 4
ADD = 8
"""The digit of the line that adds; those before it are the marks and what retires."""
MOST_HIGH = 46 * 4


class ContactPage(Themed, QWidget):
    """The cursor stands on a contact point, the digits say what it is; nothing is saved apart.

    Signals:
        marked: a `ContactPointView` and the `Mark` to put or to take away.
        retired: a `ContactPointView` that is used no more.
        added: what was typed, to be added.
    """

    marked = Signal(object, object)
    retired = Signal(object)
    added = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._points: tuple[ContactPointView, ...] = ()
        self.list = Lines(theme, self.tr("Numbers, emails and addresses"), parent=self)
        self.none = Label(theme, self.tr("Nothing is on record to reach this person by."), "body",
                          "text2", parent=self)  # fmt: skip
        self.marks = {
            mark: Button(theme, wording.mark(mark), key=f"Alt+{digit}", spread=True, parent=self)
            for digit, mark in enumerate(Mark, start=1)
        }
        self.retire = Button(theme, self.tr("Retire"), icon="trash-2", key=f"Alt+{ADD - 1}",
                             spread=True, parent=self)  # fmt: skip
        self.add = Field(theme, self.tr("Add a phone number, an email or an address"),
                         key=f"Alt+{ADD}", hints=True, parent=self)  # fmt: skip
        self._build()
        self._restyle()
        self._connect()

    @property
    def current(self) -> ContactPointView | None:
        key = self.list.current_key()
        return next((one for one in self._points if one.id == key), None)

    def show_points(self, view: PersonView, chosen: ContactPointId | None = None) -> None:
        """Show what is on record; the cursor stays, or goes to `chosen`."""
        self._points = view.contact_points
        self.list.show_rows(tuple(_row(one) for one in self._points), chosen)
        if self._points and self.current is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.none.setVisible(not self._points)
        self._show_current()

    def open_page(self) -> None:
        """Start with an empty line, the cursor on the list."""
        self.add.set_text("")
        self.add.set_hint("")
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor on the list, or where there is none into the line that adds."""
        if self._points:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.add.focus()

    def choose(self, digit: int) -> None:
        """Do what the digit's button does."""
        if digit == ADD:
            self.add.focus()
            return
        buttons = [*self.marks.values(), self.retire]
        if digit <= len(buttons):
            buttons[digit - 1].click()

    def show_refused(self, sentence: str) -> None:
        """Say why what was typed is not added."""
        self.add.set_error(sentence)
        self.add.focus()

    def show_added(self) -> None:
        """What was typed is on record: the line is free for the next."""
        self.add.set_text("")

    def _show_current(self) -> None:
        point = self.current
        number = point is not None and point.system is ContactSystem.PHONE
        wrong = self.tr("Wrong number") if number or point is None else self.tr("Wrong")
        self.marks[Mark.WRONG].set_text(wrong)
        for mark, button in self.marks.items():
            on = point is not None and wording.is_marked(point, mark)
            button.set_icon("check" if on else "")
            button.setAccessibleDescription(self.tr("Marked") if on else "")
            button.setEnabled(number or (point is not None and mark not in OF_NUMBERS))
        self.retire.setEnabled(point is not None)

    def _build(self) -> None:
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        for place, button in enumerate((*self.marks.values(), self.retire)):
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self._column.addWidget(self.list)
        self._column.addWidget(self.none)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.add)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._grid.setSpacing(px(8))
        self.list.setMaximumHeight(px(MOST_HIGH))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        for button in self.marks.values():
            button.clicked.connect(self._on_mark)
        self.retire.clicked.connect(self._on_retire)
        self.add.text_changed.connect(self._on_typed)
        self.add.submitted.connect(self._on_submitted)

    @Slot()
    def _on_moved(self) -> None:
        self._show_current()

    @Slot()
    def _on_mark(self) -> None:
        pressed = self.sender()
        for mark, button in self.marks.items():
            if button is pressed and self.current is not None:
                self.marked.emit(self.current, mark)

    @Slot()
    def _on_retire(self) -> None:
        if self.current is not None:
            self.retired.emit(self.current)

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        found = contact_points.read(typed)
        doubtful = found is not None and found.doubtful
        said = wording.typed(found, typed.strip())
        self.add.set_hint(said, "circle-alert" if doubtful else "", "warn" if doubtful else "text3")

    @Slot(str)
    def _on_submitted(self, typed: str) -> None:
        if typed.strip():
            self.added.emit(typed)


OF_NUMBERS = (Mark.NO_SERVICE, Mark.NO_VOICEMAIL)


def _row(point: ContactPointView) -> Row:
    bad = point.wrong or point.no_service
    return Row(
        key=point.id,
        title=wording.point(point),
        line=wording.point_line(point),
        icon=ICONS[point.system],
        icon_role="bad" if bad else "text2",
        side=wording.translate("correct", "Wrong") if point.wrong else "",
        side_role="bad",
    )

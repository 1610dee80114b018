"""The page of contact points: each with its marks, and a line to add one or to correct its text."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
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
WIDE_COLUMNS, COLUMNS = 4, 3
RETIRE, ADD, CORRECT = 7, 8, 9
"""The digits after those of the marks."""
MOST_HIGH = 46 * 4


class ContactPage(Themed, QWidget):
    """The cursor stands on a contact point, the digits say what it is; nothing is saved apart.

    Enter opens its text in a line that takes the place of the one that adds; there Enter saves it
    and Esc leaves it as it was. What was typed there stays while the record is read again.

    Signals:
        marked: a `ContactPointView` and the `Mark` to put or to take away.
        retired: a `ContactPointView` that is used no more.
        brought_back: a `ContactPointView` that was retired and is used again.
        retyped: the `ContactPointView` as it was when its text was opened, and the text now.
        added: what was typed, to be added.
    """

    marked = Signal(object, object)
    retired = Signal(object)
    brought_back = Signal(object)
    retyped = Signal(object, str)
    added = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._points: tuple[ContactPointView, ...] = ()
        self._opened: ContactPointView | None = None
        self.list = Lines(theme, self.tr("Numbers, emails and addresses"), parent=self)
        self.none = Label(theme, self.tr("Nothing is on record to reach this person by."), "body",
                          "text2", parent=self)  # fmt: skip
        self.marks = {
            mark: Button(theme, wording.mark(mark), key=f"Alt+{digit}", spread=True, parent=self)
            for digit, mark in enumerate(Mark, start=1)
        }
        self.retire = Button(theme, self.tr("Retire"), icon="trash-2", key=f"Alt+{RETIRE}",
                             spread=True, parent=self)  # fmt: skip
        self.correct = Button(theme, self.tr("Correct"), icon="pencil", key=f"Alt+{CORRECT}",
                              spread=True, parent=self)  # fmt: skip
        self.add = Field(theme, self.tr("Add a phone number, an email or an address"),
                         key=f"Alt+{ADD}", hints=True, parent=self)  # fmt: skip
        self.text = Field(theme, self.tr("Correct the text"), key="Return", hints=True, parent=self)
        self.text.hide()
        self._build()
        self._restyle()
        self._connect()

    @property
    def current(self) -> ContactPointView | None:
        key = self.list.current_key()
        return next((one for one in self._points if one.id == key), None)

    def show_points(self, view: PersonView, chosen: ContactPointId | None = None) -> None:
        """Show what is on record, what is retired last; the cursor stays, or goes to `chosen`."""
        self._points = (*view.contact_points, *view.retired_points)
        self.list.show_rows(tuple(_row(one) for one in self._points), chosen)
        if self._points and self.current is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.none.setVisible(not self._points)
        self._show_current()

    def open_page(self) -> None:
        """Start with an empty line, the cursor on the list."""
        self.close_text()
        self.add.set_text("")
        self.add.set_hint("")
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor on the list, or into the line that is open; where there is no list, into
        the line that adds.
        """
        if self._opened is not None:
            self.text.focus()
        elif self._points:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.add.focus()

    def choose(self, digit: int) -> None:
        """Do what the digit's button does."""
        if digit == ADD:
            self.close_text()
            self.add.focus()
        else:
            pressed = {RETIRE: self.retire, CORRECT: self.correct}
            buttons = dict(enumerate(self.marks.values(), start=1)) | pressed
            buttons[digit].click()

    def show_refused(self, sentence: str) -> None:
        """Say why what was typed will not do."""
        line = self.add if self._opened is None else self.text
        line.set_error(sentence)
        line.focus()

    def close_text(self) -> None:
        """Leave the text of a contact point, saved or not."""
        self._opened = None
        self.text.set_text("")
        self.text.hide()
        self.add.show()

    def show_added(self) -> None:
        """What was typed is on record: the line is free for the next."""
        self.add.set_text("")

    def _show_current(self) -> None:
        point = self.current
        number = point is not None and point.system is ContactSystem.PHONE
        wrong = self.tr("Wrong number") if number or point is None else self.tr("Wrong")
        self.marks[Mark.WRONG].set_text(wrong)
        in_force = point is not None and point.retired_at is None
        for mark, button in self.marks.items():
            on = point is not None and wording.is_marked(point, mark)
            button.set_icon("check" if on else "")
            button.setAccessibleDescription(self.tr("Marked") if on else "")
            button.setEnabled(in_force and (number or mark not in OF_NUMBERS))
        self.correct.setEnabled(in_force)
        self.retire.setEnabled(point is not None)
        back = point is not None and not in_force
        self.retire.set_text(self.tr("Bring back") if back else self.tr("Retire"))
        self.retire.set_icon("undo-2" if back else "trash-2")

    def _build(self) -> None:
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._column.addWidget(self.list)
        self._column.addWidget(self.none)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.add)
        self._column.addWidget(self.text)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._grid.setSpacing(px(8))
        columns = COLUMNS if self.theme.compact else WIDE_COLUMNS
        for place, button in enumerate((*self.marks.values(), self.retire, self.correct)):
            self._grid.addWidget(button, place // columns, place % columns)
        self.list.setMaximumHeight(px(MOST_HIGH))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        for button in self.marks.values():
            button.clicked.connect(self._on_mark)
        self.list.entered.connect(self._on_correct)
        self.correct.clicked.connect(self._on_correct)
        self.retire.clicked.connect(self._on_retire)
        self.text.text_changed.connect(self._on_text_typed)
        self.text.submitted.connect(self._on_text_submitted)
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
        point = self.current
        if point is not None:
            (self.retired if point.retired_at is None else self.brought_back).emit(point)

    @Slot()
    def _on_correct(self) -> None:
        """Opens the text of the contact point under the cursor, as one would type it."""
        point = self.current
        if point is None or point.retired_at is not None:
            return
        if self._opened is None or self._opened.id != point.id:
            self._opened = point
            self.text.set_label(self.tr("Correct {0}; Esc leaves it").format(wording.point(point)))
            self.text.set_text(contact_points.as_typed(point))
            self.add.hide()
            self.text.show()
        self.text.focus()
        self.text.edit.end(False)  # a key selects all, which the next one would write over

    @Slot(str)
    def _on_text_submitted(self, typed: str) -> None:
        if self._opened is not None:
            self.retyped.emit(self._opened, typed)

    @Slot(str)
    def _on_text_typed(self, typed: str) -> None:
        if self._opened is not None:
            _hint(self.text, typed, contact_points.reread(typed, self._opened))

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        _hint(self.add, typed, contact_points.read(typed))

    @Slot(str)
    def _on_submitted(self, typed: str) -> None:
        if typed.strip():
            self.added.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self.close_text()
            self.focus_first()
        else:
            super().keyPressEvent(event)


OF_NUMBERS = (Mark.NO_SERVICE, Mark.NO_VOICEMAIL)


def _hint(line: Field, typed: str, found: contact_points.Typed | None) -> None:
    """Says below a line what will be kept of what is typed."""
    doubtful = found is not None and found.doubtful
    said = wording.typed(found, typed.strip())
    line.set_hint(said, "circle-alert" if doubtful else "", "warn" if doubtful else "text3")


def _row(point: ContactPointView) -> Row:
    if point.retired_at is not None:
        return Row(
            key=point.id,
            title=wording.point(point),
            line=wording.point_line(point),
            icon=ICONS[point.system],
            icon_role="text3",
            side=wording.translate("correct", "Retired"),
        )
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

"""Groups of answers and of outcome digits, of which one is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets.row import AnswerRow, Digit
from console.ui.widgets.themed import Themed


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key the program knows it by, and its words."""

    key: str
    text: str


class AnswerGroup(Themed, QWidget):
    """The answers of one question; arrows move, `choose(n)` answers Alt 1 to Alt 9.

    Signals:
        chosen: the key of the answer that the person chose.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, answers: tuple[Choice, ...] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_id_clicked)
        self._answers: tuple[Choice, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._restyle()
        self.set_answers(answers)

    @property
    def chosen_key(self) -> str:
        """The key of the chosen answer, or nothing."""
        number = self._group.checkedId()
        return self._answers[number].key if number >= 0 else ""

    @property
    def rows(self) -> list[QAbstractButton]:
        """The rows, in order."""
        return self._group.buttons()

    def set_answers(self, answers: tuple[Choice, ...], chosen: str = "") -> None:
        """Show the answers of another question."""
        for row in self._group.buttons():
            self._group.removeButton(row)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._answers = tuple(answers)
        for number, answer in enumerate(self._answers):
            key = f"Alt+{number + 1}" if number < 9 else ""
            row = AnswerRow(self.theme, answer.text, key, parent=self)
            row.setChecked(answer.key == chosen)
            self._group.addButton(row, number)
            self._rows.addWidget(row)

    def choose(self, number: int) -> bool:
        """Choose by number from 1, as its key does; tells whether there is such an answer."""
        row = self._group.button(number - 1)
        if row is None or not row.isEnabled():
            return False
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def _restyle(self) -> None:
        self._rows.setSpacing(self.theme.fit(8, 3, 3))

    @Slot(int)
    def _on_id_clicked(self, number: int) -> None:
        self.chosen.emit(self._answers[number].key)


class DigitGrid(Themed, QWidget):
    """The outcomes of a call, read across; a digit chooses at once.

    Words that half the width would cut give every outcome a row of its own.

    Signals:
        chosen: the number, from 1, of the outcome that the person chose.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        outcomes: tuple[str, ...],
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._most, self._columns = columns, 0
        self._digits = [
            Digit(theme, number, outcome, parent=self) for number, outcome in enumerate(outcomes, 1)
        ]
        for digit in self._digits:
            self._group.addButton(digit, digit.number)
        self._restyle()

    def choose(self, number: int) -> bool:
        """Choose an outcome as its digit does; tells whether there is such an outcome."""
        digit = self._group.button(number)
        if digit is None or not digit.isEnabled():
            return False
        digit.click()
        return True

    def propose(self, number: int) -> None:
        """Mark an outcome as proposed, without choosing it."""
        digit = self._group.button(number)
        if digit is not None:
            digit.setChecked(True)

    def _restyle(self) -> None:
        self._grid.setSpacing(self.theme.px(6 if self.theme.compact else 8))
        self._place()

    def _place(self) -> None:
        gap = self._grid.spacing()
        share = (self.width() - gap * (self._most - 1)) // self._most
        columns = self._most if all(digit.fits(share) for digit in self._digits) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, digit in enumerate(self._digits):
            self._grid.addWidget(digit, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not (plain and event.text().isdigit() and self.choose(int(event.text()))):
            super().keyPressEvent(event)

"""A field for one thing that a caller says, and the console's answer beside it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.marks import Mark
from console.ui.person.values import Answer
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, LineEdit, Tag, Themed
from console.ui.widgets.framed import polish_anew

_TAG_COLUMN = 88


class Ask(Themed, QWidget):
    """Asks once per wording: leaving the field twice with the same words asks only once.

    Signals:
        said: what was said, when the field is left or Enter is pressed.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._sent = ""
        self._label = Label(theme, "", "field", "text2", parent=self)
        self.edit = LineEdit(theme, parent=self)
        self.tag = Tag(theme, "", parent=self)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        # The width of the answers is kept, so that no field changes when one comes.
        self._cell = QWidget(self)
        cell = QHBoxLayout(self._cell)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.addWidget(self.tag)
        cell.addStretch(1)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self._cell)
        self._column.addWidget(self._label)
        self._column.addLayout(self._row)
        self._restyle()
        self.edit.editingFinished.connect(self._on_editing_finished)
        self.edit.returnPressed.connect(self._on_return_pressed)

    def set_ask(self, label: str, placeholder: str = "") -> None:
        """Ask for something."""
        self._label.set_text(label)
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)

    def show_answer(self, answer: Answer) -> None:
        """Show match, no match or to ask."""
        mark = {
            Answer.MATCH: Mark(self.tr("Match"), "ok", "check"),
            Answer.NO_MATCH: Mark(self.tr("No match"), "bad", "x"),
            Answer.TO_ASK: Mark(self.tr("To ask"), "neutral", "circle-question-mark"),
        }[answer]
        self.tag.set_tag(mark.text, mark.kind, mark.icon)
        self.edit.setAccessibleDescription(mark.text)
        bad = answer is Answer.NO_MATCH
        if bool(self.edit.property("bad")) is not bad:
            polish_anew(self.edit, "bad", bad)

    def wipe(self) -> None:
        """Forget what was typed, and what could be undone."""
        self._sent = ""
        # setText, unlike clear, drops the undo history as well.
        self.edit.setText("")
        self.show_answer(Answer.TO_ASK)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2 if self.theme.compact else 3))
        self._row.setSpacing(px(8))
        self._cell.setFixedWidth(px(_TAG_COLUMN))
        self._label.setFixedHeight(px(18))

    @Slot()
    def _on_editing_finished(self) -> None:
        said = self.edit.text().strip()
        if said and said != self._sent:
            self._sent = said
            self.said.emit(said)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._on_editing_finished()  # Qt tells it later; what the answer opens comes next
        if self.edit.hasFocus():
            self.focusNextChild()

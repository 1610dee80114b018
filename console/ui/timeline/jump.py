"""The row in which a date is typed to go to; it says below what was understood, or what was not."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.rules.jump import Goal, Jump
from console.ui import text, typed
from console.ui.said import said
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Label, LineEdit, Themed


class JumpRow(Themed, QWidget):
    """Enter goes to the date typed; Esc puts the row away.

    Signals:
        jumped: the `Jump`.
        left: back to the list.
    """

    jumped = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._zone, self._now = "UTC", datetime.now(UTC)
        self._says = False
        self.edit = LineEdit(theme, placeholder=self.tr("24 mar, mar 2024, last tue"), parent=self)
        self.edit.setAccessibleName(self.tr("Go to date"))
        self._hint = Label(theme, "", "meta", "text3", parent=self)
        self.earliest = Button(theme, self.tr("Earliest"), "quiet", height=28, parent=self)
        self.latest = Button(theme, self.tr("Latest"), "quiet", height=28, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self.earliest)
        self._row.addWidget(self.latest)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self._on_return)
        self.earliest.clicked.connect(partial(self.jumped.emit, Jump(Goal.EARLIEST)))
        self.latest.clicked.connect(partial(self.jumped.emit, Jump(Goal.LATEST)))
        self._restyle()
        self.hide()

    def set_context(self, zone: str, now: datetime) -> None:
        """Days are those of this zone (IANA)."""
        self._zone, self._now = zone, now

    @property
    def says(self) -> bool:
        """Whether it says that one came elsewhere than one wanted."""
        return self._says

    def open(self) -> None:
        """Ask for a date."""
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_row(self) -> None:
        """Put the row away, and what was typed."""
        self.edit.clear()
        self._on_text_changed("")
        self.hide()

    def say(self, sentence: str) -> None:
        """Say where one came, when it is not where one wanted to."""
        self._says = True
        self._hint.set_text(sentence)
        self._hint.set_role("text2")

    @Slot(str)
    def _on_text_changed(self, words: str) -> None:
        self._says = False
        self._hint.set_role("text3")
        self._hint.set_text(self._understood(words) if words.strip() else "")

    def _understood(self, words: str) -> str:
        found = typed.place(words, self._now, self._zone)
        if found.day is not None:
            return text.calendar_day(found.day, text.local_day(self._now, self._zone))
        return said(found.problem)

    @Slot()
    def _on_return(self) -> None:
        found = typed.place(self.edit.text(), self._now, self._zone)
        if found.goal is None:
            self._hint.set_text(said(found.problem))
            self._hint.set_role("bad")
        else:
            self.jumped.emit(found)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))
        self.edit.setFixedWidth(self.theme.px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

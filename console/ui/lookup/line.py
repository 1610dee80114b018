"""The card of the call on the line: who rang whom, the number, the clock."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import Direction
from console.rules import phone
from console.ui import words
from console.ui.lookup.values import LookupCall
from console.ui.theme.theme import Theme
from console.ui.widgets import Icon, Label, Themed, clock, paint


class LineCard(Themed, QFrame):
    """Shows a call; the number stays whole, since it is what tells people apart."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icon = Icon(theme, "phone-incoming", "accent_text", 14, parent=self)
        self._title = Label(theme, "", "field", "text3", parent=self)
        self._clock = Label(theme, "", "time", "text3", parent=self)
        self._number = Label(theme, "", "h2", parent=self)
        self._line = Label(theme, "", "body", "text2", parent=self)
        self._build()
        self._restyle()

    def show_call(self, call: LookupCall) -> None:
        """Show another call."""
        inbound = call.direction is Direction.INBOUND
        title = words.call(call.direction) if call.live else self.tr("Call ended")
        icon = "phone-incoming" if inbound else "phone-outgoing"
        self._icon.set_icon(icon if call.live else "phone-off")
        self._title.set_text(title)
        number = phone.display(call.number) if call.number else self.tr("No number shown")
        self._number.set_text(number)
        self._line.set_text(call.line or self._shared(len(call.people)))
        self.setAccessibleName(f"{title}, {number}")

    def show_clock(self, seconds: int) -> None:
        """Show how long the call has lasted."""
        self._clock.set_text(clock(seconds))

    def _shared(self, people: int) -> str:
        if people == 0:
            return self.tr("On no record")
        if people == 1:
            return self.tr("1 person on this number")
        return self.tr("%n people share this number", "", people)

    def _build(self) -> None:
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(self._head)
        self._column.addWidget(self._number)
        self._column.addWidget(self._line)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(13), px(7), px(13), px(7))
        self._column.setSpacing(px(1))
        self._head.setSpacing(px(6))
        self._title.setMinimumHeight(px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "accent_tint", "accent_line")

"""A check box painted from the tokens."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed


class CheckBox(Themed, QCheckBox):
    """A box with words; the whole row takes the click, and the words alone are its name."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._follow(theme)
        self._words = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        words = paint.text_width(self.theme, self._words, "strong")
        return QSize(self.theme.px(20 + 8 + 2) + words, self.theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(64), self.theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        side, middle = theme.px(16), self.height() // 2
        square = QRect(theme.px(3), middle - side // 2, side, side)
        on = self.isChecked()
        if self.hasFocus():
            paint.box(painter, theme, square.adjusted(-3, -3, 3, 3), None, "accent", width=2)
        edge: Role = "line_strong" if self.isEnabled() else "line"
        paint.box(painter, theme, square, "accent" if on else "surface", None if on else edge,
                  radius=4)  # fmt: skip
        if on:
            paint.icon(
                painter, theme, "check", "on_accent", square.left() + theme.px(2), middle, 12
            )
        room = self.rect().adjusted(square.right() + theme.px(9), 0, 0, 0)
        ink: Role = "text" if self.isEnabled() else "disabled"
        paint.text(painter, theme, room, self._words, "strong", ink)

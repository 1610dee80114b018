"""Radio buttons drawn as boxes: a row of an answer, and an outcome with its digit."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed


class _Row(Themed, QRadioButton):
    """What answer rows and outcome digits share: a box that is rest, focused, chosen or off."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._follow(theme)
        self._words = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    @property
    def words(self) -> str:
        """The words of the row."""
        return self._words

    def _ink(self) -> Role:
        return "text" if self.isEnabled() else "disabled"

    def _draw_box(self, painter: QPainter) -> None:
        fill: Role = "surface"
        edge: Role = "line"
        if self.isChecked():
            fill, edge = "accent_tint", "accent"
        elif self.underMouse() and self.isEnabled():
            fill, edge = "hover", "line_btn"
        focused = self.hasFocus()
        paint.box(painter, self.theme, self.rect(), fill, "accent" if focused else edge,
                  width=2 if focused else 1)  # fmt: skip

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(96), self.sizeHint().height())


class AnswerRow(_Row):
    """A radio button drawn as a row, with the key that chooses it at the right."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._key = key
        self._restyle()

    def _restyle(self) -> None:
        self.setAccessibleDescription(paint.key_text(self.theme, self._key))

    def sizeHint(self) -> QSize:
        width = self.theme.px(40 + 12) + paint.text_width(self.theme, self._words, "h3")
        if self._key:
            width += paint.cap_size(self.theme, self._key).width() + self.theme.px(8)
        return QSize(width, self.theme.fit(36, 32, 30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        self._draw_box(painter)
        self._draw_circle(painter)
        right, middle = self.width() - theme.px(8), self.height() // 2
        if self._key:
            right -= paint.cap_size(theme, self._key).width()
            tone: paint.CapTone = "rest" if self.isEnabled() else "off"
            paint.cap(painter, theme, self._key, right, middle, tone)
        left = theme.px(40)
        room = QRect(left, 0, right - theme.px(8) - left, self.height())
        style: Style = "h3" if self.isChecked() else "body"
        paint.text(painter, theme, room, self._words, style, self._ink())

    def _draw_circle(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(15)
        top = (self.height() - side) / 2
        circle = QRectF(theme.px(13), top, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest: Role = "line_strong" if self.isEnabled() else "line_btn"
        ink = theme.color("accent" if self.isChecked() else rest)
        painter.setPen(QPen(ink, max(1.5, theme.factor * 1.5)))
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(circle.center()), theme.px(7) / 2, theme.px(7) / 2)
        painter.restore()


class Digit(_Row):
    """An outcome with the big digit that logs it right after hang-up."""

    def __init__(
        self, theme: Theme, number: int, text: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self.number = number
        self.setAccessibleDescription(str(number))

    def _cap(self) -> int:
        return self.theme.px(24 if self.theme.compact else 28)

    def sizeHint(self) -> QSize:
        words = paint.text_width(self.theme, self._words, "h3")
        return QSize(self._around() + words, self.theme.px(40 if self.theme.compact else 50))

    def fits(self, width: int) -> bool:
        """Whether the words can be read whole in a row of this width, on two lines at most."""
        room = width - self._around()
        return all(
            paint.text_width(self.theme, line, "h3") <= room
            for line in paint.two_lines(self.theme, self._words, "h3", room)
        )

    def _around(self) -> int:
        """What stands beside the words: the digit and the gaps."""
        return self.theme.px(9 + 10 + 7) + self._cap()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        self._draw_box(painter)
        side = self._cap()
        cap = QRect(theme.px(9), (self.height() - side) // 2, side, side)
        on = self.isChecked()
        paint.box(painter, theme, cap, "accent" if on else "sunken", None if on else "line",
                  radius=5)  # fmt: skip
        ink: Role = "on_accent" if on else self._ink()
        center = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, theme, cap, str(self.number), "digit", ink, center)
        left = cap.right() + 1 + theme.px(10)
        wide = self.width() - self._around()
        lines = paint.two_lines(theme, self._words, "h3", wide)
        step = theme.line_height("meta")
        top = (self.height() - step * len(lines)) // 2
        for line in lines:
            paint.text(painter, theme, QRect(left, top, wide, step), line, "h3", self._ink())
            top += step

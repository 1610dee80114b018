"""Plain text in a type style, which elides instead of widening the window."""

import re
from html import escape

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed

# A phone number that breaks at its space is read as two.
_PHONE = re.compile(r"(\(\d{3}\)) (\d{3}-\d{4})")


def plain_tip(text: str) -> str:
    """Write a tooltip that shows the text literally and breaks long lines."""
    # Qt guesses whether a tooltip is HTML; a paragraph of escaped text leaves nothing to guess.
    return f"<p>{escape(text)}</p>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Give a tooltip, and the same words to screen readers, who would get it as HTML otherwise."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


class Label(Themed, QLabel):
    """Text that is never read as HTML; names and notes come from outside.

    A single line elides, and then its tooltip holds the whole text; a wrapping one grows in
    height with the line height of its style. The accessible name is always the whole text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: Style = "body",
        role: Role = "text",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._style, self._role, self._align = style, role, align
        self._heights: dict[int, int] = {}  # layouts ask for the same few over and over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_wrap(wrap)
        self._restyle()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self.text() and text == self.accessibleName():
            return
        self.setText(text)
        self._heights.clear()
        self.setAccessibleName(text)
        self._tell_elision()
        self.updateGeometry()

    def set_wrap(self, wrap: bool) -> None:
        """Break the text into lines, or elide it on a single one."""
        self.setWordWrap(wrap)
        # Preferred with a tiny minimum rather than Ignored: the text stays beside its neighbour
        # while there is room, and still never sets the least width of the window.
        vertical = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def set_role(self, role: Role) -> None:
        """Use another colour."""
        if role != self._role:
            self._role = role
            self.update()

    def set_style(self, style: Style) -> None:
        """Use another type style."""
        if style != self._style:
            self._style = style
            self._on_theme_changed()

    @property
    def elided(self) -> bool:
        """Whether part of the text is hidden for want of room."""
        return not self.wordWrap() and self._text_width() > self.contentsRect().width()

    def _restyle(self) -> None:
        self._heights.clear()
        self.setFont(self.theme.font(self._style))
        self._tell_elision()

    def _text_width(self) -> int:
        return paint.text_width(self.theme, self.text(), self._style)

    def _tell_elision(self) -> None:
        set_tip(self, self.text() if self.elided else "")

    def _lines(self, width: int) -> QTextLayout:
        words = _PHONE.sub("\\1\u00a0\\2", self.text()).replace("\n", "\u2028")
        layout = QTextLayout(words, self.theme.font(self._style))
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        step = self.theme.line_height(self._style)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            top = (layout.lineCount() - 1) * step + (step - line.height()) / 2
            line.setPosition(QPointF(0, round(top)))
        layout.endLayout()
        return layout

    def _wrapped_height(self, width: int) -> int:
        if width not in self._heights:
            lines = max(1, self._lines(width).lineCount())
            self._heights[width] = lines * self.theme.line_height(self._style)
        return self._heights[width]

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        edges = self.contentsMargins()
        inside = width - edges.left() - edges.right()
        return self._wrapped_height(inside) + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        line = self.theme.line_height(self._style)
        if not self.wordWrap():
            return QSize(self._text_width(), line)
        width = min(self._text_width() + 1, self.theme.px(360))
        return QSize(width, self._wrapped_height(width))

    def minimumSizeHint(self) -> QSize:
        least = QFontMetrics(self.font()).horizontalAdvance("…") if self.text() else 0
        return QSize(min(least, self._text_width()), self.theme.line_height(self._style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_elision()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role: Role = self._role if self.isEnabled() else "disabled"
        rect: QRect = self.contentsRect()
        if not self.wordWrap():
            paint.text(painter, self.theme, rect, self.text(), self._style, role, self._align)
            return
        painter.setPen(self.theme.color(role))
        self._lines(rect.width()).draw(painter, QPointF(rect.topLeft()))


class Aside(Label):
    """Words that may be cut when there is little room: they stand whole in another place too."""

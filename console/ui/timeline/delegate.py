"""Paints the timeline: rail with channel circles, titles, status tags, times in one column."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.timeline.model import ROW, Index, TimelineModel
from console.ui.timeline.rows import Heading, Item
from console.ui.widgets import paint
from console.ui.widgets.mark import TAG_COLORS

_HEADING, _ITEM = 27, 46
_CIRCLE, _LEFT = 30, 16
_ARROW_AT, _TITLE_AT = 65, 86
_TIME = 36
_RIGHT = 22


class TimelineDelegate(QStyledItemDelegate):
    """Two heights only; fonts and pixmaps come made from the theme, none is made while painting."""

    def __init__(self, theme: Theme, timeline: TimelineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._timeline = theme, timeline
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Asked for every row at each layout: nothing is fetched and nothing computed.
        return self._low if self._timeline.is_heading(index.row()) else self._tall

    def _restyle(self) -> None:
        px = self._theme.px
        self._low, self._tall = QSize(px(320), px(_HEADING)), QSize(px(320), px(_ITEM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        rect: QRect = option.rect
        left = self._theme.px(_LEFT)
        if isinstance(row, Heading):
            words = rect.adjusted(left, 0, 0, 0)
            paint.text(painter, self._theme, words, row.words, "field", "text2")
            return
        view: QWidget = option.widget
        self._draw_box(painter, rect, option.state, view.hasFocus())
        self._draw_rail(painter, rect, left, row)
        right = self._draw_right(painter, rect, row)
        self._draw_words(painter, rect, right, row)

    def _draw_box(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, focused: bool
    ) -> None:
        px = self._theme.px
        room = rect.adjusted(px(8), 0, -px(8), -px(4))
        if state & QStyle.StateFlag.State_Selected:
            ring = 2 if focused else 1
            paint.box(painter, self._theme, room, "accent_tint", "accent", width=ring)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, self._theme, room, "hover")

    def _draw_rail(self, painter: QPainter, rect: QRect, left: int, item: Item) -> None:
        theme, px, words = self._theme, self._theme.px, item.words
        circle = QRect(left, rect.top() + px(4), px(_CIRCLE), px(_CIRCLE))
        fill: Role = "accent_tint" if words.inbound else "sunken"
        edge: Role = "accent_line" if words.inbound else "line"
        ink: Role = "accent_text" if words.inbound else "text2"
        paint.box(painter, theme, circle, fill, edge, radius=_CIRCLE / 2)
        middle = circle.center().y() + 1
        paint.icon(painter, theme, words.icon, ink, circle.left() + px(7), middle, 16)
        arrow = "arrow-down-left" if words.inbound else "arrow-up-right"
        tone: Role = "accent_text" if words.inbound else "text3"
        at = rect.left() + px(_ARROW_AT)
        paint.icon(painter, theme, arrow, tone, at, rect.top() + px(13), 14)
        if item.joined:
            end = rect.bottom() + 1 + px(4)
            line = QRect(circle.center().x(), circle.bottom() + 1, 1, end - circle.bottom() - 1)
            painter.fillRect(line, theme.color("line"))

    def _draw_right(self, painter: QPainter, rect: QRect, item: Item) -> int:
        """Give where the words of the first and the second line must end."""
        theme, px, words = self._theme, self._theme.px, item.words
        edge = rect.right() + 1 - px(_RIGHT)
        times = QRect(edge - px(_TIME), rect.top() + px(4), px(_TIME), px(18))
        right = Qt.AlignmentFlag.AlignRight
        paint.text(painter, theme, times, words.time, "time", "text3", right)
        end = times.left() - px(8)
        if words.mark is not None:
            width = paint.text_width(theme, words.mark.text, "tag") + px(14)
            room = QRect(end - width, rect.top() + px(3), width, px(19))
            fill, ink = TAG_COLORS[words.mark.kind]
            paint.box(painter, theme, room, fill, radius=4)
            center = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, theme, room, words.mark.text, "tag", ink, center)
            end = room.left() - px(12)
        return end

    def _draw_words(self, painter: QPainter, rect: QRect, end: int, item: Item) -> None:
        theme, px, words = self._theme, self._theme.px, item.words
        left = rect.left() + px(_TITLE_AT)
        title = QRect(left, rect.top() + px(4), max(0, end - left), px(18))
        paint.text(painter, theme, title, words.title, "h3", "text")
        edge = rect.right() + 1 - px(_RIGHT)
        width = min(paint.text_width(theme, words.who, "time"), (edge - left) // 3)
        who = QRect(edge - width, rect.top() + px(22), width, px(17))
        paint.text(painter, theme, who, words.who, "time", "text3", Qt.AlignmentFlag.AlignRight)
        room = max(0, who.left() - px(16) - left)
        line = QRect(left, rect.top() + px(22), room, px(18))
        paint.text(painter, theme, line, words.line, "body", "text2")

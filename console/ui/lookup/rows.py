"""Lists of people: results, who is on the line, callbacks due; one model and one delegate."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed

ROW = Qt.ItemDataRole.UserRole
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: bold title, up to two lines, and at the right a word or an icon.

    `key` is given back when the row is picked; `spoken` is the whole row as one sentence. A row
    with a `digit` is picked by it too while the list has the focus.
    """

    key: object
    title: str
    line: str = ""
    note: str = ""
    initials: str = ""
    icon: str = ""
    icon_role: Role = "text2"
    side: str = ""
    side_role: Role = "text3"
    digit: str = ""
    spoken: str = ""


def _lines(row: Row) -> tuple[tuple[str, Style, Role], ...]:
    return ((row.title, "h3", "text"), (row.line, "body", "text2"), (row.note, "time", "text3"))


class _Rows(QAbstractListModel):
    """The rows as a model; a row's sentence is what screen readers get."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: object) -> int:
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(filter(None, (row.title, row.line, row.note, row.side)))
        return row if role == ROW else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row; a selected row is tinted, a focused one wears the ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, row: Row) -> int:
        """Give the height of a row, in pixels."""
        words = self._theme.line_height("body") * (1 + bool(row.line))
        words += self._theme.line_height("meta") * bool(row.note)
        return words + self._theme.px(13 if row.initials else 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self.height(index.data(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view: QWidget = option.widget
        self._draw_box(painter, rect, state, view.hasFocus())
        left = self._draw_avatar(painter, rect, row)
        right = self._draw_side(painter, rect, row)
        beside = QRect(left, rect.top(), right - left, rect.height())
        self._draw_words(painter, beside, rect.right() + 1 - self._theme.px(8), row)

    def _draw_box(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, focused: bool
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            ring = 2 if focused else 1
            paint.box(painter, self._theme, rect, "accent_tint", "accent", width=ring)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, self._theme, rect, "hover")

    def _draw_avatar(self, painter: QPainter, rect: QRect, row: Row) -> int:
        theme, left = self._theme, rect.left() + self._theme.px(8)
        if not row.initials:
            return left
        side = theme.px(28)
        circle = QRect(left, rect.top() + theme.px(8), side, side)
        paint.box(painter, theme, circle, "accent_tint", radius=14)
        center = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, theme, circle, row.initials, "chosen", "accent_text", center)
        return circle.right() + 1 + theme.px(11)

    def _draw_side(self, painter: QPainter, rect: QRect, row: Row) -> int:
        theme, px = self._theme, self._theme.px
        right, top = rect.right() + 1 - px(8), rect.top() + px(7)
        if row.digit:
            right -= paint.cap_size(theme, row.digit).width()
            paint.cap(painter, theme, row.digit, right, top + px(9))
            right -= px(6)
        if row.icon:
            right -= px(16)
            paint.icon(painter, theme, row.icon, row.icon_role, right, top + px(9), 16)
        if row.side:
            right -= px(8) if row.icon else 0
            width = paint.text_width(theme, row.side, "time")
            right -= width + (px(8) if row.icon else 0)
            room = QRect(right, top, width, px(18))
            paint.text(painter, theme, room, row.side, "time", row.side_role)
        return right - px(8)

    def _draw_words(self, painter: QPainter, room: QRect, right: int, row: Row) -> None:
        """The title beside what stands at the right, the lines below it up to `right`."""
        theme, top = self._theme, room.top() + self._theme.px(7)
        tall = theme.line_height("body")
        for words, style, role in _lines(row):
            if words:
                line = QRect(room.left(), top, room.width(), tall)
                paint.text(painter, theme, line, words, style, role)
                top += tall - theme.px(1)
                room.setRight(right - 1)


class RowList(Themed, QListView):
    """A list of people that is as tall as its rows; Enter or a click picks.

    Signals:
        picked: the key of the row that the person picked.
        left_above: Up was pressed on the first row, the focus belongs to whatever stands above.
    """

    picked = Signal(object)
    left_above = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._rows = _Rows(self)
        self._delegate = RowDelegate(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: tuple[Row, ...], chosen: object = None) -> None:
        """Show other rows; the row of `chosen` is selected, and the current one stays if it can."""
        before = self.current_key()
        self._rows.show_rows(rows)
        number = self._rows.row_of(chosen if chosen is not None else before)
        if number >= 0:
            self.setCurrentIndex(self._rows.index(number, 0))
        self.setVisible(bool(rows))
        self.updateGeometry()

    def current_key(self) -> object:
        """The key of the row under the cursor, or None."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, Row) else None

    def step(self, step: int) -> None:
        """Move the cursor down or up without taking the focus, as a search field's arrows do."""
        number = min(max(self.currentIndex().row() + step, 0), self._rows.rowCount() - 1)
        self.setCurrentIndex(self._rows.index(number, 0))

    def pick_current(self) -> bool:
        """Pick the row under the cursor, else the first; tells whether there is any."""
        index = self.currentIndex()
        if not index.isValid():
            index = self._rows.index(0, 0)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.picked.emit(index.data(ROW).key)
        return True

    def rows(self) -> tuple[Row, ...]:
        """Give the rows as shown."""
        return self._rows.rows

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.picked.emit(row.key)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), sum(self._delegate.height(row) for row in self.rows()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick_current()
            return
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
            return
        if not self._pick_by_digit(event):
            super().keyPressEvent(event)

    def _pick_by_digit(self, event: QKeyEvent) -> bool:
        digit = "" if event.modifiers() & _CHORD else event.text()
        number = next((n for n, row in enumerate(self.rows()) if digit and row.digit == digit), -1)
        if number < 0:
            return False
        self.setCurrentIndex(self._rows.index(number, 0))
        return self.pick_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


class Lines(RowList):
    """A list in which a click only moves the cursor.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

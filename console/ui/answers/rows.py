"""The pieces found as rows; the one under the cursor shows its line to say, large."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.models.bodies import Content
from console.models.terms import Channel
from console.ui import marks, words
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Themed, paint

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_REST = 55


class ContentModel(QAbstractListModel):
    """Pieces in the order found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: tuple[Content, ...] = ()

    def show_pieces(self, pieces: tuple[Content, ...]) -> None:
        """Show other pieces."""
        self.beginResetModel()
        self._pieces = pieces
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pieces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        piece = self._pieces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return piece.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (piece.title, self.about(piece), piece.say)))
        return piece if role == ROW else None

    def about(self, piece: Content) -> str:
        """What the piece is, on one line."""
        kinds = ", ".join(words.channel(channel) for channel in piece.channels)
        pages = ""
        if piece.pages:
            one = self.tr("1 page")
            pages = one if piece.pages == 1 else self.tr("%n pages", "", piece.pages)
        parts = (kinds, pages, words.language(piece.language), piece.summary)
        return " · ".join(part for part in parts if part)


class _ContentDelegate(QStyledItemDelegate):
    """Paints a piece; the selected one is as tall as its line to say."""

    def __init__(self, theme: Theme, view: QListView, model: ContentModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        if index.row() != self._view.currentIndex().row():
            return QSize(px(320), px(_REST))
        piece: Content = index.data(ROW)
        lines = self._lines(piece.say, self._view.viewport().width() - px(2 * 22)).lineCount()
        return QSize(px(320), px(_REST) + lines * self._theme.line_height("say") + px(2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        piece: Content = index.data(ROW)
        rect: QRect = option.rect
        room = rect.adjusted(px(8), 0, -px(8), -px(4))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_box(painter, room, option, chosen)
        inside = room.adjusted(px(14), 0, -px(14), 0)
        icon = "book-open" if piece.pages else marks.CHANNEL_ICONS[_first(piece)]
        paint.icon(painter, theme, icon, "accent_text", inside.left(), room.top() + px(17), 16)
        right = self._draw_side(painter, inside, chosen)
        title = QRect(inside.left() + px(24), room.top() + px(8), 0, px(18))
        title.setRight(right - px(12))
        paint.text(painter, theme, title, piece.title, "h3", "text")
        line = QRect(inside.left(), room.top() + px(28), inside.width(), px(17))
        paint.text(painter, theme, line, self._model.about(piece), "meta", "text3")
        if chosen and piece.say:
            painter.setPen(theme.color("text"))
            at = QPointF(inside.left(), room.top() + px(49))
            self._lines(piece.say, inside.width()).draw(painter, at)

    def _draw_box(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        if chosen:
            paint.box(painter, self._theme, room, "accent_tint", "accent", width=2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, self._theme, room, "hover")

    def _draw_side(self, painter: QPainter, inside: QRect, chosen: bool) -> int:
        theme, px = self._theme, self._theme.px
        said = self.tr("Say this") if chosen else ""
        width = paint.text_width(theme, said, "strong")
        cap = paint.cap_size(theme, "Return").width() + px(8) if chosen else 0
        left = inside.right() + 1 - width - cap
        room = QRect(left, inside.top() + px(8), width, px(18))
        ink: Role = "accent_text"
        paint.text(painter, theme, room, said, "strong", ink)
        if chosen:
            paint.cap(painter, theme, "Return", left + width + px(8), room.center().y() + 1)
        return left

    def _lines(self, said: str, width: int) -> QTextLayout:
        layout = QTextLayout(said, self._theme.font("say"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        step = self._theme.line_height("say")
        while said and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * step))
        layout.endLayout()
        return layout


class ContentList(Themed, QListView):
    """The rows; Enter or a double click says the one under the cursor.

    Signals:
        said: the `Content` that the rep says.
        left_above: Up was pressed on the first row.
    """

    said = Signal(object)
    left_above = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._pieces = ContentModel(self)
        self.setModel(self._pieces)
        self.setItemDelegate(_ContentDelegate(theme, self, self._pieces))
        self.setAccessibleName(self.tr("Answers found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._restyle()

    def show_pieces(self, pieces: tuple[Content, ...]) -> None:
        """Show other pieces, the best under the cursor."""
        self._pieces.show_pieces(pieces)
        if pieces:
            self.setCurrentIndex(self._pieces.index(0, 0))
        self.setVisible(bool(pieces))

    def current_piece(self) -> Content | None:
        """The piece under the cursor."""
        piece = self.currentIndex().data(ROW)
        return piece if isinstance(piece, Content) else None

    def step(self, step: int) -> None:
        """Move the cursor without taking the focus."""
        number = min(max(self.currentIndex().row() + step, 0), self._pieces.rowCount() - 1)
        self.setCurrentIndex(self._pieces.index(number, 0))

    def say_current(self) -> None:
        """Say the piece under the cursor."""
        piece = self.current_piece()
        if piece is not None:
            self.said.emit(piece)

    def _restyle(self) -> None:
        self.setViewportMargins(0, self.theme.px(8), 0, 0)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.say_current()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = range(self._pieces.rowCount())
        tall = sum(self.sizeHintForIndex(self._pieces.index(row, 0)).height() for row in rows)
        return QSize(self.theme.px(320), tall + self.theme.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say_current()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # The line to say wraps anew, so the list may be taller or lower now.
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


def _first(piece: Content) -> Channel:
    return piece.channels[0] if piece.channels else Channel.WEB

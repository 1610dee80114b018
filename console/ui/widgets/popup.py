"""The list that opens below a picker: its rows, its headings and its round corners."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from console.ui.theme.theme import Theme
from console.ui.widgets import paint

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows; one that cannot be picked is a heading."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = paint.text_width(self._theme, str(index.data()), "body") + self._theme.px(20)
        return QSize(width, self._theme.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px = self._theme, self._theme.px
        rect, state = option.rect, option.state
        room = rect.adjusted(px(8), 0, -px(8), 0)
        words = str(index.data())
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            paint.text(painter, theme, room.adjusted(0, px(4), 0, 0), words, "field", "text3")
            return
        marked = state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if marked:
            # The tint alone would hardly be seen.
            paint.box(painter, theme, rect, "accent_tint", "accent", radius=4)
        paint.text(painter, theme, room, words, "body", "text")


def dress(view: QAbstractItemView, theme: Theme, name: str) -> None:
    """Give a popup our rows, a name for screen readers, and corners that nothing shows behind."""
    view.setAccessibleName(name)
    view.setItemDelegate(RowDelegate(theme, view))
    view.setMouseTracking(True)
    window = view.window()
    window.setWindowFlags(
        Qt.WindowType.Popup
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.NoDropShadowWindowHint
    )
    if window is not view:
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    # The sheet looks at the property when it polishes, which the view has behind it by now.
    view.setProperty("popup", True)
    view.style().unpolish(view)
    view.style().polish(view)

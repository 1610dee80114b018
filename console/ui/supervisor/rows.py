"""The supervisor's table as it is painted: row heights, tags, selection and focus."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from console.models.views import DispositionRow
from console.ui.supervisor.table import COLUMNS, ROW, DispositionTable
from console.ui.text import local_day
from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
_TAGS: dict[str, tuple[Role, Role]] = {
    "ok": ("ok_tint", "ok"),
    "warn": ("warn_tint", "warn"),
    "bad": ("bad_tint", "bad"),
    "info": ("accent_tint", "accent_text"),
}
_LOOKS: dict[str, tuple[Style, Role]] = {"person": ("strong", "text"), "check": ("body", "warn")}


class _Painter(QStyledItemDelegate):
    """Paints a cell: selected rows are tinted, the row in focus wears a ring."""

    def __init__(self, theme: Theme, view: "DispositionRows") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        key, current = COLUMNS[index.column()].key, index.row() == self._view.currentIndex().row()
        theme = self._theme
        painter.save()
        if current:
            painter.fillRect(rect, theme.color("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if current:
            self._mark(painter, rect, index.column())
        room = _inside(theme, rect, index.column())
        words = str(index.data())
        if key == "outcome":
            self._tag(painter, room, words, index.data(ROW))
        else:
            style, role = _LOOKS.get(key, ("body", "text2"))
            right = Qt.AlignmentFlag.AlignRight if key == "talk" else Qt.AlignmentFlag.AlignLeft
            paint.text(painter, theme, room, words, style, role, right)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, column: int) -> None:
        accent = self._theme.color("accent")
        if column == 0:
            bar = QRect(rect.left(), rect.top(), self._theme.px(3), rect.height())
            painter.fillRect(bar, accent)
        if self._view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), accent)
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), accent)

    def _tag(self, painter: QPainter, room: QRect, words: str, row: DispositionRow) -> None:
        theme = self._theme
        fill, ink = _TAGS.get(row.tone, ("hover", "text2"))
        width = min(paint.text_width(theme, words, "tag") + theme.px(14), room.width())
        high = theme.px(20)
        box = QRect(room.left(), room.top() + (room.height() - high) // 2, width, high)
        paint.box(painter, theme, box, fill, radius=4)
        paint.text(painter, theme, box.adjusted(theme.px(7), 0, -theme.px(6), 0), words, "tag", ink)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(36))


def _inside(theme: Theme, rect: QRect, column: int) -> QRect:
    """Where the words of a cell stand; the first column keeps the inset of the panel."""
    return rect.adjusted(theme.px(8 if column else 12), 0, -theme.px(8), 0)


class _Head(QHeaderView):
    """Headings in the design's type, each on the line of its column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = self._theme, self.model()
        painter.fillRect(rect, theme.color("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        words = str(model.headerData(section, Qt.Orientation.Horizontal))
        right = COLUMNS[section].key == "talk"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        room = _inside(theme, rect, section)
        paint.text(painter, theme, room, words, "field", "text2", side)


class DispositionRows(QTableView):
    """Arrows move, Enter or a click opens.

    Signals:
        opened: the disposition to be opened.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, table: DispositionTable, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, table
        self.setModel(table)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(self.tr("Dispositions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Head(theme, self))
        self.setProperty("bare", True)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take over the sizes of the theme in force."""
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.horizontalHeader().setFixedHeight(px(32))
        taken, stretches = 0, -1
        for place, column in enumerate(COLUMNS):
            width = column.width(self._theme.layout)
            if column.key == "time" and self._with_days():
                width += 72
            self.setColumnHidden(place, width < 0)
            if width > 0:
                self.setColumnWidth(place, px(width))
                taken += px(width)
            elif width == 0:
                stretches = place
        self.setColumnWidth(stretches, max(px(80), self.viewport().width() - taken))

    def move_by(self, step: int) -> None:
        """Go to the next or the previous row and open it."""
        row = self.currentIndex().row() + step
        if 0 <= row < self._table.rowCount():
            self.setCurrentIndex(self._table.index(row, 0))
            self.open_current()

    def open_current(self) -> None:
        """Open the row in focus."""
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(self._table.rows[index.row()].id)

    def _with_days(self) -> bool:
        today, zone = self._table.today, self._table.zone
        return any(today and local_day(row.at, zone) != today for row in self._table.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_current()

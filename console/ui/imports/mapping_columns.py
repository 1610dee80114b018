"""The columns of a table as a grid: a model of lines, painted; no widget stands in a cell."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from console.rules.mapping_edit import Use
from console.services.imports.tables.proposal import ColumnView
from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import plain_tip

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
NAME, EXAMPLES, FILLS, HOW = range(4)
# Shares of the width, in percent.
SHARES = (23, 29, 25, 23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A column with one field that it fills, or none; a column that fills two has two lines.

    Attributes:
        use, target: the field by its place in the mapping, and as "people.birth_date".
        fills, how: the field in words, and how it is read.
        wrong, unsure: sentences, where something is.
    """

    column: ColumnView
    use: Use | None = None
    target: str = ""
    fills: str = ""
    how: str = ""
    wrong: str = ""
    unsure: str = ""


class Columns(QAbstractTableModel):
    """The lines of one table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; those of the same columns are only painted anew."""
        same = [one.column.name for one in lines] == [one.column.name for one in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, HOW))

    def _words(self, line: Line, column: int) -> str:
        if column == EXAMPLES:
            return " · ".join(line.column.examples) or self.tr("empty")
        return (line.column.name, "", line.fills, line.how)[column]

    def _sentence(self, line: Line) -> str:
        fills = self.tr("fills {0}").format(line.fills) if line.use else line.fills
        parts = (line.column.name, fills, line.how, line.wrong, line.unsure)
        told = self.tr("for example {0}").format(self._words(line, EXAMPLES))
        return ", ".join([*(part for part in parts if part), told])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(SHARES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._words(line, index.column()))
        return line if role == LINE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("Column"), self.tr("Says"), self.tr("Fills"), self.tr("How"))
        return heads[section]


class _Painter(QStyledItemDelegate):
    """The line under the cursor is tinted and wears a bar, with the focus a ring."""

    def __init__(self, theme: Theme, view: "ColumnGrid") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, line = self._theme, QRect(option.rect), index.data(LINE)
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        if current:
            painter.fillRect(rect, theme.color("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if current:
            self._mark(painter, rect, index.column())
        room = _inside(theme, rect)
        icon, style, role = _look(line, index.column())
        if icon:
            paint.icon(painter, theme, icon, role, room.left(), room.center().y() + 1, 14)
            room = room.adjusted(theme.px(20), 0, 0, 0)
        paint.text(painter, theme, room, str(index.data()), style, role)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, column: int) -> None:
        accent = self._theme.color("accent")
        if column == NAME:
            bar = QRect(rect.left(), rect.top(), self._theme.px(3), rect.height())
            painter.fillRect(bar, accent)
        if self._view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), accent)
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), accent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(32 if self._theme.compact else 36))


def _look(line: Line, column: int) -> tuple[str, Style, Role]:
    """Icon, type and colour of a cell; what is wrong is told by more than its colour."""
    if column == NAME:
        return "", "h3" if line.use else "body", "text"
    if column == FILLS:
        if line.wrong:
            return "circle-alert", "strong", "bad"
        return "", "body", "text" if line.use else "text3"
    if column == HOW and line.unsure:
        return "triangle-alert", "body", "warn"
    return "", "body", "text2" if line.use or column == EXAMPLES else "text3"


def _inside(theme: Theme, rect: QRect) -> QRect:
    return rect.adjusted(theme.px(10), 0, -theme.px(6), 0)


class _Head(QHeaderView):
    """Headings in the design's type, each on the line of its column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        paint.text(painter, theme, _inside(theme, rect), words, "field", "text2")


class ColumnGrid(QTableView):
    """Arrows move from column to column; whoever types a letter means the field that begins so.

    Signals:
        moved: another line is under the cursor.
        field_wished: it shall fill another field (what was typed already, or nothing).
        way_wished: it shall be read in another way.
        taken_away: it shall fill nothing.
    """

    moved = Signal()
    field_wished = Signal(str)
    way_wished = Signal()
    taken_away = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns = Columns(self)
        self.setModel(self.columns)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(self.tr("Columns"))
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        self.selectionModel().currentChanged.connect(self.moved)
        self.restyle()

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        row = self.currentIndex().row()
        return self.columns.lines[row] if 0 <= row < len(self.columns.lines) else None

    def show_lines(self, lines: tuple[Line, ...], row: int | None = None) -> None:
        """Show these lines, the cursor on `row`, or where it was."""
        wanted = self.currentIndex().row() if row is None else row
        self.columns.show_lines(lines)
        if lines:
            self.setCurrentIndex(self.columns.index(min(max(wanted, 0), len(lines) - 1), 0))
        self.moved.emit()

    def restyle(self) -> None:
        """Take over the sizes of the theme in force."""
        px, width = self._theme.px, self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(px(32 if self._theme.compact else 36))
        self.horizontalHeader().setFixedHeight(px(32))
        taken = 0
        for place, share in enumerate(SHARES):
            last = place == len(SHARES) - 1
            wide = width - taken if last else width * share // 100
            self.setColumnWidth(place, wide)
            taken += wide

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(4 * 32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
        self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.field_wished.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.field_wished.emit("")
        elif key == Qt.Key.Key_Right:
            self.way_wished.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if key == Qt.Key.Key_Home else len(self.columns.lines) - 1
            self.setCurrentIndex(self.columns.index(row, 0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_away.emit()
        elif plain and typed.strip() and typed.isprintable():
            self.field_wished.emit(typed)
        elif key != Qt.Key.Key_Left:
            super().keyPressEvent(event)

"""The list of the timeline: keeps its place when rows come, and asks for more near the end."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from console.models.ids import TouchpointId
from console.ui.theme.theme import Theme
from console.ui.timeline.delegate import TimelineDelegate
from console.ui.timeline.model import ROW, Index, TimelineModel
from console.ui.timeline.rows import Item
from console.ui.widgets import Themed


class TimelineView(Themed, QListView):
    """Rows as the model lays them; Enter or a double click opens one.

    Signals:
        opened: the `TouchpointId` of the row opened.
        current_changed: the `TouchpointId` of the row that the cursor came to.
    """

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, theme: Theme, model: TimelineModel, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._timeline = model
        self._anchor: tuple[TouchpointId, int] | None = None
        self._current: TouchpointId | None = None
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(theme, model, self))
        self.setProperty("bare", True)  # the card's round corners show through
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_opened)
        # A reset scrolls to and fro: what the place is, is known when it is over.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._on_settled)
        self.verticalScrollBar().valueChanged.connect(self._settled.start)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        self._restyle()

    def reveal(self, touchpoint: TouchpointId) -> bool:
        """Select a touchpoint and scroll to it; tells whether it is loaded and shown."""
        row = self._timeline.row_of(touchpoint)
        if row < 0:
            return False
        index = self._timeline.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    @property
    def current(self) -> TouchpointId | None:
        """The touchpoint under the cursor."""
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, Item) else None

    def top(self) -> None:
        """Forget the place, as for another person."""
        self._anchor = self._current = None
        self.scrollToTop()

    def _first_item(self) -> tuple[TouchpointId, int] | None:
        """The first touchpoint in sight, and how far below the edge its row begins."""
        step = self.theme.px(20)
        for y in range(0, self.viewport().height(), step):
            index = self.indexAt(QPoint(self.theme.px(40), y))
            row = index.data(ROW) if index.isValid() else None
            if isinstance(row, Item):
                return row.id, self.visualRect(index).top()
        return None

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        row = self.currentIndex().data(ROW)
        if isinstance(row, Item):
            self._current = row.id  # else the row was let go, and may come back
        kept = self.verticalScrollBar().value() > 0 or self._timeline.is_away
        self._anchor = self._first_item() if kept else None

    @Slot()
    def _on_reset(self) -> None:
        self.executeDelayedItemsLayout()
        if self._current is not None and (row := self._timeline.row_of(self._current)) >= 0:
            self.setCurrentIndex(self._timeline.index(row, 0))
        if self._anchor is None:
            self.scrollToTop()
            return
        row = self._timeline.row_of(self._anchor[0])
        if row >= 0:
            moved = self.visualRect(self._timeline.index(row, 0)).top() - self._anchor[1]
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)
        self._settled.start()

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Item):
            self.opened.emit(row.id)

    @Slot()
    def _on_settled(self) -> None:
        """Near an end of what is loaded the next page is read, before somebody gets there."""
        bar, near = self.verticalScrollBar(), self.viewport().height()
        if self._timeline.is_narrowed:
            return
        if bar.value() < near:
            self._timeline.ask_for_newer()
        elif bar.maximum() - bar.value() < near:
            self._timeline.ask_for_more()

    def _restyle(self) -> None:
        top = self.theme.px(5)
        self.setViewportMargins(0, top, 0, 0)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if isinstance(row, Item) and row.id != self._current:
            self._current = row.id
            self.current_changed.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # First: Qt puts the cursor on a row as well, but leaves it looking like any other.
        if not self.currentIndex().isValid() and (first := self._first_item()) is not None:
            self.setCurrentIndex(self._timeline.index(self._timeline.row_of(first[0]), 0))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

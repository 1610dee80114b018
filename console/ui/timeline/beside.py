"""Which entry stands beside the timeline: opened by Enter, and then the one under the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.ids import TouchpointId
from console.ui.theme.theme import Theme
from console.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from console.ui.timeline.detail import EntryDetail

_REST = 120
"""Milliseconds that the cursor rests on a row before it is read: holding a key reads none."""


class Beside(QObject):
    """The detail is made when it is first asked for.

    Signals:
        entry_wanted: the `TouchpointId` to read; answer on `detail`.
        print_requested, save_requested: an entry as plain text.
    """

    entry_wanted = Signal(object)
    print_requested = Signal(str)
    save_requested = Signal(str)

    def __init__(self, theme: Theme, view: TimelineView, row: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view, self._row, self._pane = theme, view, row, parent
        self._detail: EntryDetail | None = None
        self._wanted: TouchpointId | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rested)
        view.opened.connect(self._on_opened)
        view.current_changed.connect(self._on_current_changed)

    @property
    def detail(self) -> "EntryDetail":
        """What shows an entry."""
        if self._detail is None:
            from console.ui.timeline.detail import EntryDetail

            detail = self._detail = EntryDetail(self._theme, parent=self._pane)
            detail.left.connect(self.leave)
            detail.print_requested.connect(self.print_requested)
            detail.save_requested.connect(self.save_requested)
            self._row.addWidget(detail)
        return self._detail

    @property
    def is_open(self) -> bool:
        """Whether an entry stands beside the list."""
        return self._detail is not None and not self._detail.isHidden()

    @property
    def wanted(self) -> TouchpointId | None:
        """The entry shown or on its way."""
        return self._wanted

    def clear(self) -> None:
        """Put the detail away and forget what it showed."""
        self._rest.stop()
        self._wanted = None
        if self._detail is not None:
            self._detail.clear()
            self._detail.hide()

    @Slot()
    def leave(self) -> None:
        """Put the detail away; the cursor is where it was in the list."""
        self.clear()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_opened(self, touchpoint: TouchpointId) -> None:
        if self._wanted == touchpoint and self.is_open:
            self.detail.focus_first()
            return
        self._want(touchpoint)

    @Slot(object)
    def _on_current_changed(self, _touchpoint: TouchpointId) -> None:
        if self.is_open:
            self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        current = self._view.current
        if self.is_open and current is not None and current != self._wanted:
            self._want(current)

    def _want(self, touchpoint: TouchpointId) -> None:
        self._wanted = touchpoint
        self.detail.show_loading()
        self.entry_wanted.emit(touchpoint)

"""The small sheets that open above the bar: keyboard only, Enter takes, Esc closes."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from console.ui import tab_order
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Card, WayBack

_WIDTH = 400
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize)


class BarSheet(Card):
    """A card anchored above the bar, inside the window; Tab goes round in it.

    `ok` takes what is entered; subclasses answer `_submit`. What is entered is lost on Esc, and
    never sent anywhere by closing.

    Signals:
        closed: it is out of the way and the focus is back where it was.
        removed: the effect shall be taken away.
    """

    closed = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, title: str, key: str, ok: str, *, bar: QWidget, parent: QWidget
    ) -> None:
        super().__init__(theme, title, key=key, parent=parent)
        self.set_colors("surface", "accent", 2)
        self._bar = bar
        self._anchor: QWidget = bar
        self._back = WayBack()
        self.foot = QHBoxLayout()
        self.ok = Button(theme, ok, key="Return", parent=self)
        self.cancel = Button(theme, self.tr("Close"), "quiet", key="Esc", parent=self)
        self.remove = Button(theme, self.tr("Remove"), "link", parent=self)
        self.foot.addWidget(self.ok)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.remove)
        self.column.addLayout(self.foot)
        self.ok.clicked.connect(self._on_ok_clicked)
        self.cancel.clicked.connect(self.close_sheet)
        self.remove.clicked.connect(self._on_remove_clicked)
        for around in (bar, parent):
            around.installEventFilter(self)
        self.hide()

    def open_above(self, anchor: QWidget, *, attached: bool) -> None:
        """Open above a chip of the bar; something attached already can be removed."""
        if self.isHidden():
            self._back.keep(self.window())
        self._anchor = anchor
        self.remove.setVisible(attached)
        self.place()
        self.show()
        self.raise_()
        self.focus_first()

    def place(self) -> None:
        """Stand above the bar with the left edge at the anchor's, inside the window.

        In a window too low for that it covers the bar, or fields would be cut.
        """
        window = self.parentWidget()
        if window is None:
            return
        px = self.theme.px
        self.column.invalidate()
        gap = px(8)
        width = min(px(_WIDTH), window.width() - 2 * gap)
        bottom = self._bar.mapTo(window, QPoint(0, 0)).y() - gap
        height, least = self.sizeHint().height(), self.minimumSizeHint().height()
        if self.hasHeightForWidth():
            height = max(height, self.heightForWidth(width))
            least = max(least, self.column.minimumHeightForWidth(width))
        if least > bottom - gap:
            bottom = window.height() - gap
        height = min(height, bottom - gap)
        left = self._anchor.mapTo(window, QPoint(0, 0)).x()
        left = max(gap, min(left, window.width() - width - gap))
        self.setGeometry(QRect(left, bottom - height, width, height))

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self.ok.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def submit(self) -> None:
        """Take what is entered, or say what is wrong with it."""
        raise NotImplementedError

    @Slot()
    def close_sheet(self) -> None:
        """Get out of the way and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        self._back.take()
        self.closed.emit()

    @Slot()
    def _on_ok_clicked(self) -> None:
        self.submit()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removed.emit()
        self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not isinstance(self.focusWidget(), QPlainTextEdit):
                self.submit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.place()  # larger text needs more room
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return tab_order.move(self, forward=next)

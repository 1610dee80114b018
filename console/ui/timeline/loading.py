"""What stands in place of a list that is being read: nothing, then grey rows, then a way out."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Icon, Label, Skeleton, Themed

_ROWS = 30


class Loading(Themed, QFrame):
    """Nothing for 150 ms, grey rows after, "Still loading" with Cancel after 4 s.

    It may have the focus in the list's place, so it is told as a frame, with a name.

    Signals:
        cancel_requested: stop reading.
    """

    cancel_requested = Signal()
    PATIENCE = 4000

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(self.tr("Timeline, loading"))
        self._skeleton = Skeleton(theme, _ROWS, parent=self)
        self._skeleton.setMinimumHeight(1)
        self._foot = QWidget(self)
        words = self.tr("Still loading. The call and the guide work meanwhile.")
        self.cancel = Button(theme, self.tr("Cancel"), key="Esc", height=28, parent=self._foot)
        self._row = QHBoxLayout(self._foot)
        self._row.addWidget(Icon(theme, "loader", "text3", 14, parent=self._foot))
        self._row.addWidget(Label(theme, words, "meta", "text3", parent=self._foot), 1)
        self._row.addWidget(self.cancel)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._skeleton, 1)
        self._column.addWidget(self._foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self.cancel.clicked.connect(self.cancel_requested)
        self._restyle()
        self._foot.hide()

    def draw_now(self) -> None:
        """Show the grey rows at once: what stood there before was shown while waiting."""
        self._skeleton.draw_now()

    def _restyle(self) -> None:
        px, side = self.theme.px, self.theme.px(16)
        self._column.setContentsMargins(side, px(4), side, px(8))
        self._row.setContentsMargins(0, px(8), 0, 0)
        self._row.setSpacing(px(8))

    @Slot()
    def _on_timeout(self) -> None:
        self._foot.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(self.PATIENCE)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._foot.hide()

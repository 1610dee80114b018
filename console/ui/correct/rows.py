"""Lists of the sheet: a click or an arrow moves the cursor, Enter belongs to whoever listens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from console.ui.lookup.rows import RowList


class Lines(RowList):
    """Signals:
    entered: Enter was pressed; a click only moves the cursor.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

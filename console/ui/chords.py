"""The window's chords come first: no text field keeps one of them for itself."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.keys import KEYS


class ChordsFirst(QObject):
    """Watches the one widget that has the focus.

    A text field claims what it edits with; Ctrl Shift Z, its redo, would never undo a log.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        sequences = [QKeySequence(chord) for key in KEYS for chord in key.chords]
        self._chords = {sequence[0].toCombined() for sequence in sequences}  # type: ignore[index]
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and self._window.isAncestorOf(now):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination().toCombined() in self._chords
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

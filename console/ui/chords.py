"""The window's chords come first: no text field keeps one of them for itself."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.chord_field import ChordCatcher


class ChordsFirst(QObject):
    """Watches the one widget that has the focus, unless it asks for a chord.

    A text field claims what it edits with; Ctrl Shift Z, its redo, would never undo a log.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._chords: frozenset[int] = frozenset()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def set_chords(self, chords: Iterable[str]) -> None:
        sequences = (QKeySequence(chord) for chord in chords)
        self._chords = frozenset(
            sequence[0].toCombined()  # type: ignore[index]  # stubs
            for sequence in sequences
        )

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is None or isinstance(now, ChordCatcher):
            return
        if self._window.isAncestorOf(now):
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

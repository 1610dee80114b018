"""The window's keys come first: no text field keeps a chord, and Tab goes as one reads."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.chord_field import ChordCatcher

TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class ChordsFirst(QObject):
    """Watches the one widget that has the focus, unless it asks for a chord.

    A text field claims what it edits with; Ctrl Shift Z, its redo, would never undo a log. `tab`
    moves the focus (forward or not) and says whether it did: the key alone asks it, as Qt asks its
    own `focusNextPrevChild` also while it hides a part that has the focus.
    """

    def __init__(self, window: QWidget, tab: Callable[[bool], bool]) -> None:
        super().__init__(window)
        self._window, self._tab = window, tab
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
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.keyCombination()
            if key.key() in TABS and not key.keyboardModifiers() & ~SHIFT:
                return self._tab(key == QKeyCombination(Qt.Key.Key_Tab))
        return super().eventFilter(watched, event)

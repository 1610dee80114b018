"""A field that takes a chord: what is pressed in it is shown and told, and does nothing else."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import LineEdit, key_text
from console.ui.widgets.framed import Framed

MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
"""Keys that alone are no chord."""


class ChordCatcher(LineEdit):
    """Signals:
    pressed: a chord, as Qt writes it for files. Esc alone is left to whoever holds the field.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut takes it
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)  # Tab too, which would leave the field
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not held:
            event.ignore()
        elif event.key() not in MODIFIERS and not event.isAutoRepeat():
            key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())
            sequence = QKeySequence(QKeyCombination(held, key))
            self.pressed.emit(sequence.toString(QKeySequence.SequenceFormat.PortableText))


class ChordField(Framed):
    """Signals:
    pressed: a chord.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, label: str, *, parent: QWidget) -> None:
        super().__init__(theme, label, key="Esc", hints=True, parent=parent)
        self.edit = ChordCatcher(theme, parent=self)
        self.edit.setPlaceholderText(self.tr("Press the new key"))
        self._frame(self.edit)
        self.edit.pressed.connect(self.pressed)

    def show_chord(self, chord: str) -> None:
        """Show what was pressed, as a cap would write it."""
        self.edit.setText(key_text(self.theme, chord, as_pressed=True))

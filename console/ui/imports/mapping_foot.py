"""What can be done with a mapping: try it, import, save it as a file, or give up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.keys import IMPORT, SAVE, TRY
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Icon, Label, Themed


class MappingFoot(Themed, QWidget):
    """Import is off while something is wrong, and the line above says what.

    Signals:
        save_pressed, try_pressed, import_pressed, cancel_pressed: the buttons.
    """

    save_pressed = Signal()
    try_pressed = Signal()
    import_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icon = Icon(theme, "circle-alert", "bad", 14, parent=self)
        self.said = Label(theme, "", "body", "bad", parent=self)
        self._file = Label(
            theme,
            self.tr("A mapping can also be saved as a file, corrected there, and given again."),
            "meta",
            "text3",
            parent=self,
        )
        self.save = Button(theme, self.tr("Save mapping…"), icon="save", key=SAVE, parent=self)
        self.try_it = Button(theme, self.tr("Try it"), icon="flask-conical", key=TRY, parent=self)
        self.cancel = Button(theme, self.tr("Cancel"), key="Esc", parent=self)
        self.go = Button(theme, self.tr("Import"), "primary", "download", IMPORT, parent=self)
        self._build()
        self._restyle()
        self.show_fault("")

    def show_wrong(self, sentence: str) -> None:
        """Say why Import is off; "" puts it on."""
        self.go.setEnabled(not sentence)
        self.go.setAccessibleDescription(sentence)
        self._say(self.tr("Import is off: {0}").format(sentence) if sentence else "", "bad")

    def show_fault(self, sentence: str) -> None:
        """Say what went wrong; nothing is done any more."""
        self.try_it.end_busy()
        self._say(sentence, "bad")

    def remark(self, sentence: str) -> None:
        """Say something that is not wrong."""
        self._say(sentence, "text2")

    def _say(self, sentence: str, role: str) -> None:
        self.said.set_text(sentence)
        self.said.set_role("bad" if role == "bad" else "text2")
        self.said.setVisible(bool(sentence))
        self._icon.setVisible(bool(sentence) and role == "bad")
        self._file.setVisible(not sentence)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._icon)
        line.addWidget(self.said, 1)
        line.addWidget(self._file, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        for button in (self.cancel, self.try_it, self.go):
            buttons.addWidget(button)
        self._column, self._line, self._buttons = QVBoxLayout(self), line, buttons
        self._column.addLayout(line)
        self._column.addLayout(buttons)
        self.save.clicked.connect(self._on_save)
        self.try_it.clicked.connect(self._on_try)
        self.go.clicked.connect(self._on_import)
        self.cancel.clicked.connect(self.cancel_pressed)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._line.setSpacing(px(6))
        self._buttons.setSpacing(px(8))
        self.said.setMinimumHeight(px(18))
        self._file.setMinimumHeight(px(18))

    @Slot()
    def _on_save(self) -> None:
        self.save_pressed.emit()

    @Slot()
    def _on_try(self) -> None:
        self.try_it.set_busy(self.tr("Trying…"))
        self.try_pressed.emit()

    @Slot()
    def _on_import(self) -> None:
        self.import_pressed.emit()

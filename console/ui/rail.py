"""The narrow rail at the left: the keys of what has no room of its own, as buttons to press."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.theme.layout import RAIL_WIDTH
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Themed, key_text, paint
from console.ui.widgets.label import set_tip


class Rail(Themed, QWidget):
    """Signals:
    key_pressed: the name of an action in `keys.KEYS`.
    """

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(self.tr("Keys without a pane"))
        self._column = QVBoxLayout(self)
        actions = (
            ("lookup", "search", self.tr("Lookup"), "F2"),
            ("callbacks", "calendar-clock", self.tr("Callbacks"), "F7"),
            ("next_person", "list-checks", self.tr("Next person"), "Alt+N"),
            ("keys", "circle-help", self.tr("Keys"), "F1"),
        )
        self._buttons = {self._button(*action[:3]): action[3] for action in actions}
        self._column.addStretch(1)
        self._restyle()

    def _button(self, action: str, icon: str, name: str) -> Button:
        button = Button(self.theme, "", "quiet", icon, height=36, name=name, parent=self)
        button.setProperty("action", action)
        button.clicked.connect(self._on_clicked)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(2), px(6), px(2), px(6))
        self._column.setSpacing(px(2))
        self.setFixedWidth(px(RAIL_WIDTH))
        for button, key in self._buttons.items():
            button.setFixedWidth(px(36))
            set_tip(button, f"{button.accessibleName()}  {key_text(self.theme, key)}")

    @Slot()
    def _on_clicked(self) -> None:
        self.key_pressed.emit(self.sender().property("action"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("canvas"))
        paint.box(painter, self.theme, self.rect(), "surface", "line", radius=8)

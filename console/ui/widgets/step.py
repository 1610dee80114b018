"""A next step: what to do, why, and the button that does it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import paint
from console.ui.widgets.button import Button
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Icon
from console.ui.widgets.themed import Themed


@dataclass(frozen=True, slots=True)
class Step:
    """A proposed step; `why` is the whole sentence ("Why: texts agreed."), `action` one verb."""

    key: str
    icon: str
    title: str
    why: str
    action: str
    shortcut: str = ""


class NextStepCard(Themed, QWidget):
    """A card of one step; Delete puts it aside.

    Signals:
        taken: the key of the step whose button was pressed.
        dismissed: the key of the step that the person put aside.
    """

    taken = Signal(str)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, step: Step, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.step = step
        self._icon = Icon(theme, step.icon, "accent_text", 18, parent=self)
        self._title = Label(theme, step.title, "h3", parent=self)
        self._why = Label(theme, step.why, "meta", "text2", parent=self)
        self._button = Button(theme, step.action, key=step.shortcut, parent=self)
        self._button.setAccessibleName(f"{step.action}: {step.title}")
        self._button.setAccessibleDescription(step.why)
        self._button.clicked.connect(self._on_clicked)
        self.setAccessibleName(step.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        self._restyle()

    def _build(self) -> None:
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._why)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._button)

    def _restyle(self) -> None:
        px = self.theme.px
        edge = px(5 if self.theme.compact else 7)
        self._row.setContentsMargins(px(12), edge, px(8), edge)
        self._row.setSpacing(px(10))
        self._words.setSpacing(0)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self.step.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit(self.step.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "surface", "line")

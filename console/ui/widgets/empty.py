"""What stands where a pane has nothing to show."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets.button import Button
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Icon
from console.ui.widgets.themed import Themed

_CENTER = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Action:
    """A button: the key the program knows it by, its words, its shortcut and its icon."""

    key: str
    text: str
    shortcut: str = ""
    icon: str = ""


class EmptyState(Themed, QFrame):
    """An icon, what is so, what happens next, and at most three ways on.

    A stack that turns to it may give it the focus: a frame with a name is told to a screen reader.

    Signals:
        chosen: the key of the action that the person pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        actions: tuple[Action, ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._actions: dict[QPushButton, str] = {}
        self._icon = Icon(theme, icon, "text3", 30, parent=self)
        self._title = Label(theme, title, "h2", align=_CENTER, parent=self)
        self._sentence = Label(theme, sentence, "body", "text2", wrap=True, align=_CENTER,
                               parent=self)  # fmt: skip
        self._build(actions)
        self._restyle()
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def _build(self, actions: tuple[Action, ...]) -> None:
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._column.addStretch(1)
        self._column.addWidget(self._icon, 0, _CENTER)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._buttons.addStretch(1)
        for action in actions[:3]:
            button = Button(self.theme, action.text, "secondary", action.icon, action.shortcut,
                            parent=self)  # fmt: skip
            button.clicked.connect(self._on_clicked)
            self._actions[button] = action.key
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        tall = px(4 if self.theme.narrow else 16)
        self._column.setContentsMargins(px(24), tall, px(24), tall)
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        self._buttons.setContentsMargins(0, px(8), 0, 0)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self._actions[button])

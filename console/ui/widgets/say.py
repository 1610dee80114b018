"""What the rep reads aloud: the sentence to say, and the statement that must be read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.check import CheckBox
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Icon, KeyCap
from console.ui.widgets.themed import Themed

_POLICY = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class SayBox(Themed, QWidget):
    """The sentence to say, in the largest body text of the window, with an accent bar."""

    def __init__(
        self, theme: Theme, text: str = "", *, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title = Label(theme, title or self.tr("Say"), "field", "text3", parent=self)
        self._words = Label(theme, text, "say", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self.setSizePolicy(*_POLICY)
        self._restyle()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._words.set_text(text)
        self.setAccessibleName(f"{self._title.text()}: {text}")

    def set_title(self, title: str) -> None:
        """Change the line above the sentence."""
        self._title.set_text(title)

    def _restyle(self) -> None:
        fit = self.theme.fit
        edge, side = fit(7, 3, 2), fit(12, 12, 6)
        self._column.setContentsMargins(self.theme.px(3) + side, edge, side, edge)
        self._column.setSpacing(fit(2, 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.barred_box(QPainter(self), self.theme, self.rect(), "sunken", "accent")


class RequiredBox(Themed, QWidget):
    """A statement to read word for word, and the check box that says it was read.

    Signals:
        read_changed: whether the rep says that it was read.
    """

    read_changed = Signal(bool)

    def __init__(
        self, theme: Theme, text: str = "", *, key: str = "Alt+R", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icon = Icon(theme, "shield-check", "warn", 16, parent=self)
        title = self.tr("Required, read word for word")
        self._title = Label(theme, title, "h3", "warn", parent=self)
        self._words = Label(theme, text, "body", wrap=True, parent=self)
        self.check = CheckBox(theme, self.tr("I read this aloud"), parent=self)
        self._cap = KeyCap(theme, key, parent=self)
        self.check.toggled.connect(self._on_toggled)
        self.setSizePolicy(*_POLICY)
        self._build()
        self._restyle()
        self.set_text(text)

    @property
    def read(self) -> bool:
        """Whether the rep says that it was read."""
        return self.check.isChecked()

    def set_read(self, read: bool) -> None:
        """Check or clear the box, as its key does."""
        self.check.setChecked(read)

    def set_text(self, text: str) -> None:
        """Show another statement, not read yet."""
        self._words.set_text(text)
        self.check.setAccessibleDescription(text)
        self.check.setChecked(False)

    def _build(self) -> None:
        self._column, self._head, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._foot.addWidget(self.check, 1)
        self._foot.addWidget(self._cap)
        self._column.addLayout(self._head)
        self._column.addWidget(self._words)
        self._column.addLayout(self._foot)

    def _restyle(self) -> None:
        fit = self.theme.fit
        edge, side = fit(6, 4, 2), fit(12, 12, 6)
        self._column.setContentsMargins(side, edge, side, edge)
        self._column.setSpacing(fit(2, 1, 0))
        self._head.setSpacing(self.theme.px(6))

    @Slot(bool)
    def _on_toggled(self, read: bool) -> None:
        self._icon.set_icon("circle-check" if read else "shield-check", "ok" if read else "warn")
        self._title.set_role("ok" if read else "warn")
        self.update()
        self.read_changed.emit(read)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill: Role = "ok_tint" if self.read else "warn_tint"
        edge: Role = "ok_line" if self.read else "warn_line"
        paint.box(QPainter(self), self.theme, self.rect(), fill, edge)

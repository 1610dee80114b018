"""The card that says something isn't offered, and writes it down as an unmet need."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Icon, Label, Tag, Themed, paint


class UnmetCard(Themed, QFrame):
    """Honest words for what isn't there, and one button.

    Signals:
        requested: what is not offered.
    """

    requested = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._need = ""
        self._title = Label(theme, "", "h3", parent=self)
        self._sentence = Label(theme, "", "body", wrap=True, parent=self)
        self._added = Tag(theme, self.tr("Unmet need added"), "ok", "check", parent=self)
        self.add = Button(theme, self.tr("Note the unmet need"), key="Alt+U", height=28,
                          parent=self)  # fmt: skip
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(Icon(theme, "package-open", "warn", 16, parent=self))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._added)
        self._head.addWidget(self.add)
        self._column.addLayout(self._head)
        self._column.addWidget(self._sentence)
        self.add.clicked.connect(self._on_clicked)
        self._restyle()

    def show_need(self, need: str, noted: bool) -> None:
        """Say that nothing is known of `need`; `noted` when it was written down on this call."""
        self._need = need
        shown = need[:1].upper() + need[1:]
        self._title.set_text(self.tr("{0}: nothing found").format(shown))
        self._sentence.set_text(
            self.tr("Say so: “I find nothing on this, so I will not guess. I note that you asked.”")
        )
        self._added.setVisible(noted)
        self.add.setVisible(not noted)
        self.setVisible(bool(need))

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(13), px(8), px(13), px(10))
        self._column.setSpacing(px(4))
        self._head.setSpacing(px(8))

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._need)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "warn_tint", "warn_line")

"""The fixed head of the guide: title, progress, and the two standing buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, KeyCap, Label, Progress, Themed


class GuideHead(Themed, QWidget):
    """Stays when the page below scrolls, so that Escalate and Stop are always in reach.

    Signals:
        escalate_requested, stop_requested: a standing button was pressed.
    """

    escalate_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title = Label(theme, self.tr("Guide"), "h2", parent=self)
        self._sub = Label(theme, "", "meta", "text3", parent=self)
        self._cap = KeyCap(theme, "F4", parent=self)
        self.progress = Progress(theme, parent=self)
        self.escalate = Button(theme, self.tr("Escalate"), "standing", "siren", "Alt+E",
                               parent=self)  # fmt: skip
        self.stop = Button(theme, "", "standing", "circle-x", "Alt+S", parent=self)
        self.escalate.clicked.connect(self.escalate_requested)
        self.stop.clicked.connect(self.stop_requested)
        self._build()
        self._restyle()

    def show_head(self, title: str, sub: str = "", step: int = 0, steps: int = 0) -> None:
        """Say what the guide shows, and how far its script has come (no steps: no progress)."""
        self._title.set_text(title)
        self._sub.set_text(sub)
        self.progress.setVisible(steps > 0)
        if steps:
            self.progress.set_progress(step, steps)

    def set_sub(self, sub: str) -> None:
        """Change the words at the right of the title, such as a running clock."""
        self._sub.set_text(sub)

    def set_standing(self, why_not: str) -> None:
        """Open the standing buttons, or close them and say why."""
        for button in (self.escalate, self.stop):
            button.set_reason(why_not)

    def _build(self) -> None:
        self._column, self._row, self._buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._sub)
        self._row.addWidget(self._cap)
        self._buttons.addWidget(self.escalate, 1)
        self._buttons.addWidget(self.stop, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.progress)
        self._column.addLayout(self._buttons)

    def _restyle(self) -> None:
        px, fit = self.theme.px, self.theme.fit
        side, gap = fit(16, 12, 8), fit(8, 8, 4)
        self._column.setContentsMargins(side, gap, side, fit(10, 8, 4))
        self._column.setSpacing(gap)
        self._row.setSpacing(px(8))
        self._buttons.setSpacing(gap)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (self.escalate, self.stop):
            button.set_height(28 if self.theme.compact else 30)
        self.stop.set_text(self.tr("Stop") if self.theme.compact else self.tr("Stop request"))
        self.stop.setAccessibleName(self.tr("Stop request"))

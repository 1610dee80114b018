"""How far the import is that runs here, above whatever page of the sheet is in view."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.imports.values import Progress
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Gauge, Label, Themed


class ProgressStrip(Themed, QWidget):
    """A sentence, a gauge and the button that pauses; hidden while nothing runs."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._words = Label(theme, "", "time", "text", parent=self)
        self._gauge = Gauge(theme, parent=self)
        self.pause = Button(theme, self.tr("Pause"), icon="pause", key="Alt+4", parent=self)
        self._row, self._left = QHBoxLayout(self), QVBoxLayout()
        self._left.addWidget(self._words)
        self._left.addWidget(self._gauge)
        self._row.addLayout(self._left, 1)
        self._row.addWidget(self.pause)
        self.hide()
        self._restyle()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far it is; None when nothing runs."""
        self.setVisible(progress is not None)
        if progress is None:
            self.pause.end_busy()
            return
        self._words.set_text(progress.words)
        self._gauge.set_share(progress.share)
        self.pause.setVisible(progress.can_pause)

    def show_pausing(self) -> None:
        """It ends after the batch that it writes; that may take a moment."""
        self.pause.set_busy(self.tr("Pausing"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(0, 0, 0, px(4))
        self._row.setSpacing(px(12))
        self._left.setSpacing(px(6))

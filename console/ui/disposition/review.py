"""The sheet that lists contradictions before a call is logged."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.disposition.bar import DispositionBar
from console.ui.disposition.sheet import BarSheet
from console.ui.parts import Marked, clear
from console.ui.theme.theme import Theme
from console.ui.widgets import Label


class ReviewSheet(BarSheet):
    """Says what does not fit together; going back is where the focus is.

    Signals:
        log_anyway: the rep stands by it. went_back: the rep wants to correct it.
    """

    log_anyway = Signal()
    went_back = Signal()

    def __init__(self, theme: Theme, bar: DispositionBar, *, parent: QWidget) -> None:
        super().__init__(theme, "", "", "", bar=bar, parent=parent)
        self.set_title(self.tr("Before logging"))
        self.set_colors("surface", "warn", 2)
        self._bar_log = bar.log
        self._lead = Label(theme, "", "meta", "text2", wrap=True, parent=self)
        self._rows = QVBoxLayout()
        self.body.addWidget(self._lead)
        self.body.addLayout(self._rows)
        self.ok.set_text(self.tr("Log anyway"))
        self.ok.set_key("")
        self.cancel.set_text(self.tr("Go back"))
        self.cancel.set_kind("secondary")
        self.remove.hide()
        self.closed.connect(self.went_back)

    def open(self, sentences: tuple[str, ...]) -> None:
        """List the contradictions above the Log button."""
        clear(self._rows)
        one = self.tr("One thing does not fit.")
        many = self.tr("%n things do not fit together.", "", len(sentences))
        self._lead.set_text(one if len(sentences) == 1 else many)
        for sentence in sentences:
            self._rows.addWidget(
                Marked(self.theme, "triangle-alert", "warn", sentence, parent=self)
            )
        self.open_above(self._bar_log, attached=False)

    def focus_first(self) -> None:
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def submit(self) -> None:
        """Enter goes back unless the focus is on the button that says it logs."""
        if self.ok.hasFocus():
            self._on_ok_clicked()
        else:
            self.close_sheet()

    @Slot()
    def _on_ok_clicked(self) -> None:
        self.hide()
        self.log_anyway.emit()

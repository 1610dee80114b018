"""Why a rep is not ready: one of the published reasons."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import AnswerGroup, Choice, Label, Sheet

T = QT_TRANSLATE_NOOP

SHIPPED = (
    T("Breaks", "Break"),
    T("Breaks", "Lunch"),
    T("Breaks", "Meeting"),
    T("Breaks", "Training"),
    T("Breaks", "Coaching"),
    T("Breaks", "Paperwork"),
    T("Breaks", "Technical problem"),
)
"""Those that ship have a translation; a center's own are shown as it published them."""


def reason_words(reason: str) -> str:
    return QCoreApplication.translate("Breaks", reason)


class BreakSheet(Sheet):
    """Alt and a digit, or Enter on a row, begins the break; Esc stays ready.

    Signals:
        chosen: the reason, as it was published.
    """

    gives_way = True
    chosen = Signal(str)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="coffee", key="Esc")
        self.set_title(self.tr("Not ready: why?"))
        self._note = Label(theme, "", "body", "text2", wrap=True, parent=self)
        self._note.set_text(
            self.tr("Supervisors see the reason and since when. A call that begins ends it.")
        )
        self._reasons = AnswerGroup(theme, parent=self)
        self.body.addWidget(self._note)
        self.body.addWidget(self._reasons)
        self.body.addStretch(1)
        self._reasons.chosen.connect(self._on_chosen)

    def ask(self, reasons: tuple[str, ...]) -> None:
        self._reasons.set_answers(tuple(Choice(one, reason_words(one)) for one in reasons[:9]))
        if self.isHidden():
            self.open_sheet()

    def choose(self, number: int) -> bool:
        """Alt 1 to Alt 9; says whether the sheet took the key."""
        if self.isHidden():
            return False
        self._reasons.choose(number)
        return True

    @Slot(str)
    def _on_chosen(self, reason: str) -> None:
        self.close_sheet()
        self.chosen.emit(reason)

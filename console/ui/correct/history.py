"""The page of a record's history: what was changed, by whom, when and from what."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.views import FieldChangeView
from console.ui.correct import wording
from console.ui.lookup.rows import Lines, Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Themed

MOST_HIGH = 46 * 9


class HistoryPage(Themed, QWidget):
    """Newest first; what collided stands there too, and says that it was not applied."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.list = Lines(theme, self.tr("Changes of this record"), parent=self)
        self.sentence = Label(theme, "", "body", "text2", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list)
        self._column.addWidget(self.sentence)
        self._column.addStretch(1)
        self._restyle()
        self.clear()

    def show_history(self, lines: tuple[FieldChangeView, ...], zone: str, now: datetime) -> None:
        """Show every change; times in `zone`."""
        held = self.tr("Not applied")
        self.list.show_rows(
            tuple(
                Row(
                    key=line.id,
                    title=wording.changed(line),
                    line=wording.by_whom(line, zone, now),
                    side=held if line.held else "",
                    side_role="warn",
                )
                for line in lines
            )
        )
        self.say("" if lines else self.tr("Nothing of this record was changed so far."))

    def clear(self) -> None:
        """Leave nothing of this person behind."""
        self.list.show_rows(())
        self.say("")

    def say(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.sentence.set_text(sentence)
        self.sentence.setVisible(bool(sentence))

    def focus_first(self) -> None:
        """Put the cursor on the newest change."""
        (self.list if self.list.rows() else self).setFocus()

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(8))
        self.list.setMaximumHeight(self.theme.px(MOST_HIGH))

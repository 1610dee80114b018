"""The line of a person's care: what covers her, who takes care of her, and by which plan."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.terms import TouchpointKind
from console.models.views import CareView
from console.ui import words
from console.ui.text import translate
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Themed


class CareRow(Themed, QWidget):
    """One line that shortens; its tooltip and the timeline have the whole. Without care it hides.

    Flags are alerts beside the name, not here.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._label = Label(theme, self.tr("Care"), "field", "text2", parent=self)
        self._said = Label(theme, "", "body", "text", parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self._said, 1)
        self._restyle()

    def show_care(self, care: tuple[CareView, ...]) -> bool:
        """Show what is in force; whether there is anything to show."""
        said = [said_of(one) for one in care if one.kind is not TouchpointKind.FLAG]
        self._said.set_text(" · ".join(said))
        return bool(said)

    def _restyle(self) -> None:
        px = self.theme.px
        self.setFixedHeight(px(22 if self.theme.compact else 26))
        self._row.setContentsMargins(0, 0, 0, px(4))
        self._row.setSpacing(px(8))


def said_of(care: CareView) -> str:
    """Such as "Coverage: Gold PPO, Benefits Inc."; what says too much for a line is left out."""
    shown = care.kind in {TouchpointKind.COVERAGE, TouchpointKind.CARE_TEAM}
    named = ", ".join(filter(None, (care.title, care.line if shown else "")))
    kind = words.kind(care.kind)
    return translate("care", "{0}: {1}", "kind: its name").format(kind, named) if named else kind

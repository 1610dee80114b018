"""The row of figures above the supervisor's table: value, and the fraction that it is."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.parts import clear
from console.ui.theme.theme import Theme
from console.ui.widgets import Card, Label, Themed


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the numerator and denominator it comes from."""

    label: str
    value: str
    fraction: str


class FigureRow(Themed, QWidget):
    """One card per figure; nothing at all without figures, and in the tight arrangement."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._figures: tuple[Figure, ...] = ()
        self._row = QHBoxLayout(self)
        self._restyle()

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show other figures."""
        self._figures = figures
        clear(self._row)
        for figure in figures:
            self._row.addWidget(self._card(figure), 1)
        self._restyle()

    def _card(self, figure: Figure) -> Card:
        card = Card(self.theme, parent=self)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(self.theme, figure.label, "field", "text2", parent=card))
        lines.addWidget(Label(self.theme, figure.value, "num", parent=card))
        lines.addWidget(Label(self.theme, figure.fraction, "meta", "text3", parent=card))
        card.body.addLayout(lines)
        card.setAccessibleName(f"{figure.label}: {figure.value}, {figure.fraction}")
        return card

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))
        self.setFixedHeight(self.theme.px(84))
        self.setVisible(bool(self._figures) and not self.theme.compact)

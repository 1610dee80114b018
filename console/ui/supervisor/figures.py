"""The figures above the supervisor's table: value, and the fraction that it is."""

from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from console.ui.parts import clear
from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import Card, Label, Themed
from console.ui.widgets.label import Aside

ACROSS = {Layout.WIDE: 6, Layout.NARROW: 2}
"""How many stand in a row; the compact arrangement has no room for any."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the numerator and denominator it comes from."""

    label: str
    value: str
    fraction: str


class FigureRow(Themed, QWidget):
    """One card per figure, in a row, or two by two where panes lie piled."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._figures: tuple[Figure, ...] = ()
        self._grid = QGridLayout(self)
        self._restyle()

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show other figures."""
        if figures != self._figures:
            self._figures = figures
            self._restyle()

    def _restyle(self) -> None:
        across = ACROSS.get(self.theme.layout, 0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self.theme.fit(8, 8, 4))
        clear(self._grid)
        for place, figure in enumerate(self._figures if across else ()):
            self._grid.addWidget(
                _FigureCard(self.theme, figure, parent=self), *divmod(place, across)
            )
        self.setVisible(bool(self._figures) and across > 0)


class _FigureCard(Card):
    """Label, value and fraction, one below the other; where room is short, in a line."""

    def __init__(self, theme: Theme, figure: Figure, *, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(f"{figure.label}: {figure.value}, {figure.fraction}")
        narrow = theme.narrow
        ways = QBoxLayout.Direction
        self.column.removeItem(self.head)
        lines = QBoxLayout(ways.LeftToRight if narrow else ways.TopToBottom)
        lines.setSpacing(theme.fit(0, 0, 8))
        lines.addWidget(Label(theme, figure.label, "field", "text2", parent=self))
        lines.addWidget(Label(theme, figure.value, "h2" if narrow else "num", parent=self))
        lines.addWidget(Aside(theme, figure.fraction, "meta", "text3", parent=self))
        lines.addStretch(1)
        self.body.addLayout(lines)
        side, edge = theme.fit(14, 14, 10), theme.fit(9, 9, 3)
        self.column.setContentsMargins(side, edge, side, edge)
        self.setFixedHeight(theme.fit(84, 84, 28))

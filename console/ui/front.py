"""What stands in the window until the page of a call is built: its cards, and the field to type in.

The page, with all that it shows later, takes several times as long to read and to build as the
rest of the window; so the window is painted first. Nothing moves when the page comes: each card is
where it stays, and what was typed meanwhile goes on in the page's own field.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.search_card import SearchCard
from console.ui.theme.layout import (
    BAR_HEIGHT,
    EDGE,
    GUIDE_WIDTH,
    LOOKUP_WIDTH,
    RAIL_WIDTH,
    TABS_HEIGHT,
)
from console.ui.theme.theme import Theme
from console.ui.widgets import Themed, paint


class Front(Themed, QFrame):
    """Attributes:
    search: what is typed into it is looked up once that can be done.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._card = SearchCard(theme, parent=self)
        self.search = self._card.search
        self._card.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Lookup"))
        row, self._column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self._card)
        row.addStretch(1)
        self._column.addLayout(row, 1)
        self._restyle()

    def take_focus(self) -> None:
        """Put the cursor where it will be in the page."""
        place = self if self._card.isHidden() else self.search
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> tuple[QRect, ...]:
        """Where the panes of this arrangement will be, from left to right."""
        px, layout = self.theme.px, self.theme.layout
        edge, bar = px(EDGE[layout]), px(BAR_HEIGHT[layout])
        panes = self.rect().adjusted(edge, edge, -edge, -edge - bar)
        left = px(RAIL_WIDTH if self.theme.narrow else LOOKUP_WIDTH[layout])
        right = 0 if self.theme.narrow else px(GUIDE_WIDTH[layout]) + edge
        middle = panes.adjusted(left + edge, 0, -right, 0)
        if self.theme.narrow:  # tabs above it, and the inset of what scrolls
            middle.adjust(0, px(TABS_HEIGHT) + px(2) + px(4), 0, -px(3))
        guide = panes.adjusted(panes.width() - right + edge, 0, 0, 0)
        first = QRect(panes.topLeft(), panes.bottomLeft()).adjusted(0, 0, left - 1, 0)
        return (first, middle) if self.theme.narrow else (first, middle, guide)

    def _restyle(self) -> None:
        px, edge = self.theme.px, self.theme.px(EDGE[self.theme.layout])
        self._column.setContentsMargins(edge, edge, edge, edge + px(BAR_HEIGHT[self.theme.layout]))
        cursor = self.window().focusWidget()
        if cursor is self.search:
            self.setFocus()  # or it goes anywhere when the field hides
        self._card.setVisible(not self.theme.narrow)
        if cursor in (self, self.search):
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where there is no room for the field, it takes what is typed unseen."""
        if self._card.isHidden():
            self.search.event(event)  # sent, what the field leaves would come back here
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.fillRect(self.rect(), theme.color("canvas"))
        for card in self.cards():
            paint.box(painter, theme, card, "surface", "line", radius=8)
        bar = self.rect()
        bar.setTop(bar.bottom() + 1 - theme.px(BAR_HEIGHT[theme.layout]))
        painter.fillRect(bar, theme.color("surface"))
        painter.fillRect(bar.left(), bar.top(), bar.width(), 1, theme.color("line"))

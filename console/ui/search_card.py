"""The head of the lookup pane, which stands in the window from the first moment on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.theme.layout import LOOKUP_WIDTH
from console.ui.theme.theme import Theme
from console.ui.widgets import Card, Rule, SearchField


class SearchCard(Card):
    """Its name, the field to type into and a line; what is found has the room below.

    Attributes:
        search: the field.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", key="F2", parent=parent)
        self.set_title(self.tr("Lookup"))
        self.search = SearchField(theme, self.tr("Name, phone or MRN"), parent=self)
        self._top = QVBoxLayout()
        self.column.removeItem(self.head)
        self._top.addLayout(self.head)
        self._top.addWidget(self.search)
        self.column.removeItem(self.body)
        self.column.addLayout(self._top)
        self.column.addWidget(Rule(theme, parent=self))
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_top"):
            return
        px, side = self.theme.px, self.theme.px(12 if self.theme.compact else 16)
        self.setFixedWidth(px(LOOKUP_WIDTH[self.theme.layout]))
        self.column.setContentsMargins(1, px(11), 1, px(2))
        self.column.setSpacing(0)
        self._top.setContentsMargins(side, 0, side, px(13))
        self._top.setSpacing(px(6))

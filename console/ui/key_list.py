"""F1: the list of all keys, over the page."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.ui.keys import KEYS
from console.ui.parts import Page
from console.ui.theme.theme import Theme
from console.ui.widgets import KeyCap, Label, Sheet

COLUMNS = 3


class KeyList(Sheet):
    """Every key with what it does, from the one map."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="keyboard", key="Esc")
        self.set_title(self.tr("Keys"))
        self.page = Page(theme, parent=self)
        self._grid = QGridLayout()
        self._build_grid()
        self.page.column.addLayout(self._grid)
        self.page.column.addStretch(1)
        self.body.addWidget(self.page)
        self._restyle()

    def _build_grid(self) -> None:
        inner = self.page.widget()
        shown = [key for key in KEYS if not key.name.startswith("choose_")]
        rows = -(-len(shown) // COLUMNS)
        for place, key in enumerate(shown):
            row, column = place % rows, place // rows * 3
            words = QCoreApplication.translate("Keys", key.words)
            cap = KeyCap(self.theme, key.chords[0], parent=inner)
            self._grid.addWidget(cap, row, column, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(Label(self.theme, words, parent=inner), row, column + 1)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column * 3 + 1, 1)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_grid"):
            return
        px = self.theme.px
        self.head.setContentsMargins(px(12), 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10 if self.theme.compact else 12))
        for column in range(1, COLUMNS):
            self._grid.setColumnMinimumWidth(column * 3 - 1, px(24))

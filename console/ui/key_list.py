"""F1: the list of all keys, over the page."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from console.ui.keys import KEYS
from console.ui.theme.theme import Theme
from console.ui.widgets import KeyCap, Label, Sheet

COLUMNS = 3


class KeyList(Sheet):
    """Every key with what it does, from the one map."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="keyboard", key="Esc")
        self.set_title(self.tr("Keys"))
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        shown = [key for key in KEYS if not key.name.startswith("choose_")]
        rows = -(-len(shown) // COLUMNS)
        for place, key in enumerate(shown):
            row, column = place % rows, place // rows * 2
            grid.addWidget(KeyCap(theme, key.chords[0], parent=inner), row, column)
            words = QCoreApplication.translate("Keys", key.words)
            grid.addWidget(Label(theme, words, parent=inner), row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.body.addWidget(scroll)

"""What every widget of ours shares: a theme, and a repaint when it changes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.ui.theme.theme import Theme

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Themed(_Widget):
    """Mixed in before a Qt widget; call `_follow` first and `_restyle` last in the constructor."""

    theme: Theme

    def _follow(self, theme: Theme) -> None:
        self.theme = theme
        theme.changed.connect(self._on_theme_changed)

    def _restyle(self) -> None:
        """Take over fonts, margins and other sizes that are set rather than painted."""

    def _on_theme_changed(self) -> None:
        self._restyle()
        self.updateGeometry()
        self.update()

"""The menu that opens below a button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets.themed import Themed


class Menu(Themed, QMenu):
    """A menu with round corners; connect the `triggered` of the actions that `add` gives."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icons: dict[QAction, str] = {}
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._restyle()

    def add(self, text: str, icon: str = "", key: str = "") -> QAction:
        """Add an entry; its key is shown, and listened to by the key map only."""
        # Qt sets what follows a tab apart as the shortcut; an ampersand must not become one.
        action = QAction(text.replace("&", "&&") + (f"\t{key}" if key else ""), self)
        self._icons[action] = icon
        self.addAction(action)
        self._restyle()
        return action

    def _restyle(self) -> None:
        self.setFont(self.theme.font("body"))
        for action, icon in self._icons.items():
            if icon:
                action.setIcon(self.theme.icon(icon, "text2", 16))

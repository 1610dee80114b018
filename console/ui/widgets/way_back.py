"""Where the focus was before a sheet took it, so that it can be given back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class WayBack:
    """What had the focus may be gone by then, as the answers of a question that went on."""

    def __init__(self) -> None:
        self._to: QWidget | None = None

    def keep(self, window: QWidget) -> None:
        """The focus comes back to what has it in this window now."""
        self._to = window.focusWidget()

    def take(self) -> None:
        """Gives the focus back, once."""
        to, self._to = self._to, None
        if to is not None and isValid(to) and to.isVisible():
            to.setFocus(Qt.FocusReason.OtherFocusReason)

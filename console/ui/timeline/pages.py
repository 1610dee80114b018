"""What the timeline shows in one place: the list, or what stands in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from console.ui.theme.theme import Theme
from console.ui.timeline.loading import Loading
from console.ui.widgets import Action, EmptyState


class TimelinePages(QStackedWidget):
    """The tallest page does not set the least height of the window.

    Attributes:
        blank, loading, locked, nothing, filtered: what stands in place of the list.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.blank = QWidget(self)
        self.loading = Loading(theme, parent=self)
        self.loading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.locked = EmptyState(theme, "lock", "", "", parent=self)
        sentence = self.tr("Calls, messages and visits show here as they happen.")
        self.nothing = EmptyState(theme, "history", self.tr("No touchpoints yet"), sentence,
                                  parent=self)  # fmt: skip
        clear = Action("clear", self.tr("Clear filters"), "Escape")
        self.filtered = EmptyState(theme, "funnel", "", "", (clear,), parent=self)
        for page in (self.blank, self.loading, self.locked, self.nothing, self.filtered):
            self.take(page)

    def take(self, page: QWidget) -> None:
        """Put a page among the others."""
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page; the focus stays here, so that Esc still comes to the pane."""
        before = self.currentWidget()
        held = before is not None and before.hasFocus()
        self.setCurrentWidget(page)
        if held and page is not before and page.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        return False

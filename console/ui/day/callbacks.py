"""All callbacks that wait for the rep: her own, and those that others did not take in time."""

from PySide6.QtWidgets import QWidget

from console.ui.listing import ListSheet
from console.ui.lookup import Waiting, due
from console.ui.theme.theme import Theme


class AllCallbacksSheet(ListSheet):
    """In the order in which they are to be called; the `entered` key is the callback's id."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="calendar-clock")
        self.set_title(self.tr("Callbacks"))
        self.list.setAccessibleName(self.tr("Callbacks"))
        self.list.setUniformItemSizes(True)  # two lines each, and there may be a thousand

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what waits, the cursor on the callback where it was."""
        late = due.late(waiting)
        said = (str(len(waiting.callbacks)), self.tr("%n late", "", late) if late else "")
        self.set_sub(" · ".join(filter(None, said)))
        rows = tuple(due.whole_row(waiting, entry) for entry in waiting.callbacks)
        if rows:
            self.show_rows(rows)
        else:
            self.show_nothing(
                self.tr("No callbacks are due"),
                self.tr("Those that you promise are listed here, and what others leave too long."),
            )

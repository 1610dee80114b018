"""What stands in the middle while no call is on: an empty database's ways in, or a free desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Action, Card, EmptyState

IMPORT, DEMO = "import", "demo"


class Welcome(Card):
    """Signals:
    import_requested, demo_requested: the two ways to fill an empty database.
    """

    import_requested = Signal()
    demo_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._free = EmptyState(
            theme,
            "phone-call",
            self.tr("Ready for the next call"),
            self.tr("Find a person with F2, open a callback with F7, or start a call with Alt A."),
            parent=self,
        )
        self._empty = EmptyState(
            theme,
            "database",
            self.tr("This database is empty"),
            self.tr(
                "Bring people in from FHIR files, or look around with invented ones. To join a "
                "center, start with --database and its address."
            ),
            (
                Action(IMPORT, self.tr("Import"), "Alt+1", "upload"),
                Action(DEMO, self.tr("Load demo"), "Alt+2", "flask-conical"),
            ),
            parent=self,
        )
        self._busy = EmptyState(theme, "loader", "", "", parent=self)
        self._stack = QStackedLayout()
        for page in (self._free, self._empty, self._busy):
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.addLayout(self._stack)
        self.body.addLayout(column)
        self._empty.chosen.connect(self._on_chosen)

    @property
    def offers_ways_in(self) -> bool:
        """Whether Alt 1 and Alt 2 mean the buttons here."""
        return self.isVisible() and self._stack.currentWidget() is self._empty

    def show_free(self) -> None:
        self._stack.setCurrentWidget(self._free)

    def show_empty_database(self) -> None:
        self._stack.setCurrentWidget(self._empty)

    def show_busy(self, title: str, sentence: str) -> None:
        self._busy.set_words(title, sentence)
        self._stack.setCurrentWidget(self._busy)

    def choose(self, number: int) -> bool:
        """Alt 1 or Alt 2; says whether there was such a way."""
        if not self.offers_ways_in or number not in (1, 2):
            return False
        self._on_chosen((IMPORT, DEMO)[number - 1])
        return True

    def _on_chosen(self, key: str) -> None:
        (self.import_requested if key == IMPORT else self.demo_requested).emit()

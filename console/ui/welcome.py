"""What stands in the middle while no call is on: an empty database's ways in, or a free desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Card, EmptyState, Icon, Label, Themed, key_text

IMPORT, DEMO = "import", "demo"
_CENTER = Qt.AlignmentFlag.AlignHCenter


class Welcome(Card):
    """Signals:
    import_requested, demo_requested: the two ways to fill an empty database.
    center_requested: another database, of a center that already runs.
    """

    import_requested = Signal()
    demo_requested = Signal()
    center_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._free = EmptyState(
            theme,
            "phone-call",
            self.tr("Ready for the next call"),
            "",
            parent=self,
        )
        self._empty = _WaysIn(theme, parent=self)
        self._busy = EmptyState(theme, "loader", "", "", parent=self)
        for page in (self._free, self._empty, self._busy):
            self.body.addWidget(page)
        self._empty.bring.button.clicked.connect(self.import_requested)
        self._empty.invent.button.clicked.connect(self.demo_requested)
        self._empty.join.button.clicked.connect(self.center_requested)
        self._restyle()
        self._show(self._free)

    @property
    def offers_ways_in(self) -> bool:
        """Whether Alt 1 to Alt 3 mean the buttons here."""
        return self._empty.isVisible()

    def show_free(self) -> None:
        self._show(self._free)

    def show_empty_database(self) -> None:
        self._show(self._empty)

    def show_busy(self, title: str, sentence: str) -> None:
        self._busy.set_words(title, sentence)
        self._show(self._busy)

    def _show(self, page: QWidget) -> None:
        # Not a stack: in one, the tallest page would say how much room all of them need.
        for one in (self._free, self._empty, self._busy):
            one.setVisible(one is page)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_busy"):
            words = self.tr(
                "Find a person with {0}, open a callback with {1}, or start a call with {2}."
            )
            keys = (key_text(self.theme, chord) for chord in ("F2", "F7", "Alt+A"))
            self._free.set_words(self.tr("Ready for the next call"), words.format(*keys))

    def choose(self, number: int) -> bool:
        """Alt 1 to Alt 3; says whether there was such a way."""
        ways = (self.import_requested, self.demo_requested, self.center_requested)
        if not self.offers_ways_in or number > len(ways):
            return False
        ways[number - 1].emit()
        return True


class _Way(Card):
    """One way in: what it is, what it brings, and the button with its key."""

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str, action: str, key: str, *,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(theme, inset=16, parent=parent)
        self.setAccessibleName(title)
        self.button = Button(theme, action, key=key, parent=self)
        self.body.addWidget(Icon(theme, icon, "accent_text", 24, parent=self))
        self.body.addWidget(Label(theme, title, "h3", parent=self))
        self.body.addWidget(Label(theme, sentence, "body", "text2", wrap=True, parent=self), 1)
        self.body.addWidget(self.button)
        self.button.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        px = self.theme.px
        self.setMaximumWidth(px(232 if self.theme.compact else 264))
        side = px(10 if self.theme.compact else 16)
        self.column.setContentsMargins(side, px(8), side, px(16))


class _WaysIn(Themed, QWidget):
    """An empty database: what is so, and three cards.

    Attributes:
        bring, invent, join: for importing people, for invented ones, and for another database.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.bring = _Way(
            theme, "upload", self.tr("Import people"),
            self.tr("From FHIR files or tables. Importing them again changes nothing."),
            self.tr("Import"), "Alt+1", parent=self,
        )  # fmt: skip
        self.invent = _Way(
            theme, "flask-conical", self.tr("Load demo data"),
            self.tr("About 400 invented people of a flu season, to look around with."),
            self.tr("Load demo"), "Alt+2", parent=self,
        )  # fmt: skip
        self.join = _Way(
            theme, "building-2", self.tr("Join a center"),
            self.tr("One that already runs, with the address of its server and a login of yours."),
            self.tr("Connect"), "Alt+3", parent=self,
        )  # fmt: skip
        self._column, self._cards = QVBoxLayout(self), QHBoxLayout()
        self._build()
        self._restyle()

    def _build(self) -> None:
        lead = self.tr("Bring people in, look around with invented ones, or join a center.")
        theme = self.theme
        self._column.addStretch(2)
        self._column.addWidget(Icon(theme, "database", "text3", 30, parent=self), 0, _CENTER)
        title = self.tr("This database is empty")
        self._column.addWidget(Label(theme, title, "h2", align=_CENTER, parent=self))
        self._column.addWidget(Label(theme, lead, "body", "text2", align=_CENTER, parent=self))
        self._cards.addStretch(1)
        for way in (self.bring, self.invent, self.join):
            self._cards.addWidget(way, 100)
        self._cards.addStretch(1)
        self._column.addLayout(self._cards)
        self._column.addStretch(3)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setSpacing(px(8))
        self._cards.setSpacing(px(12))
        self._cards.setContentsMargins(0, px(12), 0, px(8))

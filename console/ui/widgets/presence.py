"""Whether the one at the desk takes calls, and since when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import paint
from console.ui.widgets.aloud import say_aloud
from console.ui.widgets.button import Button
from console.ui.widgets.callbox import clock
from console.ui.widgets.label import Label
from console.ui.widgets.themed import Themed

LEAST_ROOM = 220
"""Design px that the state takes beside the search; the words of a center may be longer."""


class PresenceMark(Themed, QWidget):
    """Ready, or the reason why not, with the time in that state.

    In the narrow arrangement it shows only that she is not ready: the rule needs no room there.

    Signals:
        change_requested: the state was pressed.
    """

    change_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._words, self._ready, self._wanted = "", True, False
        self._state = Button(theme, "", key="Alt+Y", height=28, inset=8, parent=self)
        self._clock = Label(theme, "", "figure", "text2", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._state)
        self._row.addWidget(self._clock)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state.clicked.connect(self.change_requested)
        self.hide()
        self._restyle()

    def set_wanted(self, wanted: bool) -> None:
        """Whether there is something to say; not while a call is on."""
        self._wanted = wanted
        self._show_where_it_fits()

    def show_presence(self, words: str, *, ready: bool) -> None:
        """Say another state, aloud too unless it is the first."""
        before, self._words, self._ready = self._words, words, ready
        self._state.set_text(words)
        self._show_icon()
        self._make_room()
        self._show_where_it_fits()
        if before not in ("", words):
            say_aloud(self, words)

    def show_clock(self, seconds: int) -> None:
        """Show how long it has been so."""
        self._clock.set_text(clock(seconds))
        self._make_room()

    def _show_where_it_fits(self) -> None:
        self.setVisible(self._wanted and not (self.theme.narrow and self._ready))

    def _make_room(self) -> None:
        """A long reason may be cut short where there is no room, the time never."""
        self._clock.setFixedWidth(paint.text_width(self.theme, self._clock.text(), "figure"))
        wished = self._state.sizeHint().width()
        most = self.theme.px(LEAST_ROOM)
        self._state.setMinimumWidth(0 if self.theme.narrow else min(wished, most))

    def _show_icon(self) -> None:
        icon = "circle-check" if self._ready else "coffee"
        self._state.set_icon("" if self.theme.compact else icon)

    def _restyle(self) -> None:
        self._row.setSpacing(self.theme.px(6))
        self._show_icon()
        self._make_room()
        self._show_where_it_fits()

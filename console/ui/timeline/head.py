"""The head of the timeline: title, search, filters and the row in which a date is typed."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import TouchpointKind
from console.models.views import Sought, TimelineFilter
from console.rules.folding import fold
from console.ui import words
from console.ui.theme.theme import Theme
from console.ui.timeline.filters import FilterChips
from console.ui.timeline.jump import JumpRow
from console.ui.widgets import Button, KeyCap, Label, SearchField, Themed


class TimelineHead(Themed, QWidget):
    """In the compact layout the chips stand beside the title, and the search in a row on demand.

    Attributes:
        search, chips, jump_row, date: its parts; `date` opens the row to go to a date.

    Signals:
        typed: the words in the search, at each letter.
        filter_changed: the `TimelineFilter`, of words when the typing rests.
    """

    typed = Signal(str)
    filter_changed = Signal(object)
    TYPING = 150
    """Milliseconds after the last letter in which nothing is asked for."""

    def __init__(self, theme: Theme, title: QHBoxLayout, *, parent: QWidget) -> None:
        """`title` is the row with the title, which comes to stand in here."""
        super().__init__(parent)
        self._follow(theme)
        self._title = title
        self.search = SearchField(theme, self.tr("Search timeline"), sunken=True, parent=self)
        self.chips = FilterChips(theme, parent=self)
        self.jump_row = JumpRow(theme, parent=self)
        self.date = Button(theme, "", "quiet", "calendar-days", name=self.tr("Go to date"),
                           height=28, parent=self)  # fmt: skip
        self._found = Label(theme, "", "meta", "text3", parent=self)
        self._date_key = KeyCap(theme, "Ctrl+J", parent=self)
        self._find_key = KeyCap(theme, "Ctrl+F", parent=self)
        self._key = KeyCap(theme, "F12", parent=self)
        self._rest = QTimer(self, singleShot=True, interval=self.TYPING)
        self._build()
        self.chips.filter_changed.connect(self._on_filter_changed)
        self.search.textChanged.connect(self._on_typed)
        self._rest.timeout.connect(self._on_filter_changed)
        self._restyle()

    @property
    def filter(self) -> TimelineFilter:
        """The filter in force, words included."""
        sought = tuple(
            Sought(word, frozenset(kind for kind in TouchpointKind if word in _name(kind)))
            for word in fold(self.search.text()).split()
        )
        return replace(self.chips.filter, sought=sought)

    @property
    def sought(self) -> str:
        """The words sought, as typed."""
        return self.search.text().strip()

    def open_search(self) -> None:
        """Put the cursor into the search."""
        self.search.show()
        self._found.setVisible(self.theme.compact)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def fold_search(self) -> None:
        """Put the search away where it has no room of its own."""
        shown = not self.theme.compact or bool(self.search.text())
        self.search.setVisible(shown)
        self._found.setVisible(shown and self.theme.compact)

    def say_found(self, words_: str) -> None:
        """Say how many touchpoints hold the words, where the title has no room to."""
        self._found.set_text(words_)

    def clear(self) -> None:
        """Ask for everything again."""
        sought = self._forget_words()
        if self.chips.filter != TimelineFilter():
            self.chips.clear()
        elif sought:
            self._on_filter_changed()
        self.fold_search()

    def forget(self) -> None:
        """Forget what was sought, and the counts, without asking for anything."""
        self._forget_words()
        self.chips.clear(silent=True)
        self.jump_row.close_row()

    def _forget_words(self) -> bool:
        sought = bool(self.search.text())
        blocked = QSignalBlocker(self.search)
        self.search.clear()
        blocked.unblock()
        self._rest.stop()
        self.say_found("")
        return sought

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._rest.start()
        self.typed.emit(typed)

    @Slot()
    def _on_filter_changed(self) -> None:
        self._rest.stop()
        self.filter_changed.emit(self.filter)

    def _build(self) -> None:
        self._rows, self._second = QVBoxLayout(self), QHBoxLayout()
        self._rows.addLayout(self._title)
        self._rows.addLayout(self._second)
        self._rows.addWidget(self.jump_row)
        for part in (self.date, self._date_key, self.search, self._find_key, self._key):
            self._title.addWidget(part)
        self._second.addWidget(self.chips, 1)
        self._second.addWidget(self._found)
        self._found.hide()

    def _restyle(self) -> None:
        px, compact = self.theme.px, self.theme.compact
        beside = compact and not self.theme.narrow
        self._rows.setContentsMargins(px(16), 0, px(13), px(6 if compact else 9))
        self._rows.setSpacing(px(8))
        for row in (self._title, self._second):
            row.setSpacing(px(8))
        self.search.setFixedWidth(px(200))
        for cap in (self._find_key, self._date_key):
            cap.setVisible(not compact)
        if (self._title.indexOf(self.chips) >= 0) is not beside:
            self._arrange(beside)
        self.fold_search()

    def _arrange(self, beside: bool) -> None:
        """Change the places of the chips and the search."""
        for row in (self._title, self._second):
            row.removeWidget(self.chips)
            row.removeWidget(self.search)
        if beside:
            self._title.insertWidget(2, self.chips, 1)
            self._title.setStretch(3, 0)
            self._second.insertWidget(0, self.search)
        else:
            self._title.setStretch(2, 1)
            self._title.insertWidget(self._title.indexOf(self._find_key), self.search)
            self._second.insertWidget(0, self.chips, 1)


def _name(kind: TouchpointKind) -> str:
    return fold(words.kind(kind))

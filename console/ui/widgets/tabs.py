"""A row of pages by name, some with a count."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.layout import TABS_HEIGHT
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed


@dataclass(frozen=True, slots=True)
class Tab:
    """A page: the key the program knows it by, its words, a count and a chord if it has them."""

    key: str
    text: str
    count: int | None = None
    chord: str = ""


class Tabs(Themed, QTabBar):
    """A real tab bar, so that screen readers say "tab", painted with an accent line.

    Signals:
        picked: the key of the page that the person or the program turned to.
    """

    picked = Signal(str)

    def __init__(
        self, theme: Theme, tabs: tuple[Tab, ...], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._tabs = list(tabs)
        self._chords_shown = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        for number, tab in enumerate(tabs):
            self.addTab("")
            self._name(number, tab)
        self._restyle()
        self.currentChanged.connect(self._on_current_changed)

    @property
    def current_key(self) -> str:
        """The key of the page in view."""
        return self._tabs[self.currentIndex()].key

    def set_current(self, key: str) -> None:
        """Turn to a page."""
        self.setCurrentIndex([tab.key for tab in self._tabs].index(key))

    def set_count(self, key: str, count: int | None) -> None:
        """Show another count."""
        for number, tab in enumerate(self._tabs):
            if tab.key == key and tab.count != count:
                self._tabs[number] = replace(tab, count=count)
                self._name(number, self._tabs[number])

    def set_shown(self, key: str, shown: bool) -> None:
        """Show the tab of a page, or hide it and let its room go."""
        self.setTabVisible([tab.key for tab in self._tabs].index(key), shown)
        self.updateGeometry()

    def show_only(self, *keys: str) -> None:
        """Show the tabs of these pages and no other."""
        for number, tab in enumerate(self._tabs):
            self.setTabVisible(number, tab.key in keys)
            self._name(number, tab)

    def show_chords(self, room: int) -> None:
        """Show the chords of the pages, if all of them fit into so many pixels beside the words."""
        shown = [self._width(tab, chord=True) for tab in self._visible()]
        fits = sum(shown) <= room
        if fits is not self._chords_shown:
            self._chords_shown = fits
            self.show_only(*(tab.key for tab in self._visible()))  # lays the bar out anew

    def _visible(self) -> list[Tab]:
        return [tab for number, tab in enumerate(self._tabs) if self.isTabVisible(number)]

    def _name(self, number: int, tab: Tab) -> None:
        words = tab.text if tab.count is None else f"{tab.text} {tab.count}"
        # The text is what screen readers say; it also makes the bar lay itself out anew.
        self.setTabText(number, words.replace("&", "&&"))
        self.setAccessibleTabName(number, words)

    def _restyle(self) -> None:
        self.setFont(self.theme.font("h3"))

    @Slot(int)
    def _on_current_changed(self, number: int) -> None:
        self.picked.emit(self._tabs[number].key)

    def tabSizeHint(self, index: int) -> QSize:
        wide = self._width(self._tabs[index], chord=self._chords_shown)
        return QSize(wide, max(self.theme.px(TABS_HEIGHT), self.height()))

    def _width(self, tab: Tab, *, chord: bool) -> int:
        return (
            paint.text_width(self.theme, tab.text, "h3")
            + self._tail(tab, chord=chord)
            + self.theme.px(20)
        )

    def _tail(self, tab: Tab, *, chord: bool) -> int:
        """What count and chord take behind the words."""
        gap, tail = self.theme.px(8), 0
        if tab.count is not None:
            tail += paint.text_width(self.theme, str(tab.count), "h3") + gap
        if tab.chord and chord:
            tail += paint.cap_size(self.theme, tab.chord).width() + gap
        return tail

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self.theme.px(48), self.theme.px(TABS_HEIGHT))

    def sizeHint(self) -> QSize:
        widths = [self._width(tab, chord=self._chords_shown) for tab in self._visible()]
        return QSize(sum(widths), self.theme.px(TABS_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, tab in enumerate(self._tabs):
            self._draw_tab(painter, self.tabRect(index), tab, index == self.currentIndex())

    def _draw_tab(self, painter: QPainter, rect: QRect, tab: Tab, current: bool) -> None:
        theme, px = self.theme, self.theme.px
        ink: Role = "text" if current else "text2"
        style: Style = "h3" if current else "strong"
        room = rect.adjusted(px(10), 0, -px(10), 0)
        tail = self._tail(tab, chord=self._chords_shown)
        wide = min(paint.text_width(theme, tab.text, "h3"), room.width() - tail)
        paint.text(painter, theme, QRect(room.left(), room.top(), wide, room.height()), tab.text,
                   style, ink)  # fmt: skip
        if tab.count is not None:
            count = room.adjusted(wide + px(8), 0, 0, 0)
            paint.text(painter, theme, count, str(tab.count), style, ink)
        if tab.chord and self._chords_shown:
            left = room.right() + 1 - paint.cap_size(theme, tab.chord).width()
            paint.cap(painter, theme, tab.chord, left, rect.center().y() + 1)
        if current:
            line = QRect(
                rect.left() + px(8), rect.bottom() + 1 - px(2), rect.width() - px(16), px(2)
            )
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                ring = rect.adjusted(px(2), px(8), -px(2), -px(8))
                paint.box(painter, theme, ring, None, "accent", width=2)

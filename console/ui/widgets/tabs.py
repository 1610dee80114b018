"""A row of pages by name, some with a count."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.themed import Themed


@dataclass(frozen=True, slots=True)
class Tab:
    """A page: the key the program knows it by, its words, and a count if it has one."""

    key: str
    text: str
    count: int | None = None


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

    def show_only(self, *keys: str) -> None:
        """Show the tabs of these pages and no other."""
        for number, tab in enumerate(self._tabs):
            self.setTabVisible(number, tab.key in keys)
            self._name(number, tab)

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
        tab, px = self._tabs[index], self.theme.px
        width = paint.text_width(self.theme, tab.text, "h3") + px(20)
        if tab.count is not None:
            width += paint.text_width(self.theme, str(tab.count), "h3") + px(8)
        return QSize(width, max(px(32), self.height()))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self.theme.px(48), self.theme.px(32))

    def sizeHint(self) -> QSize:
        widths = [self.tabSizeHint(index).width() for index in range(self.count())]
        return QSize(sum(widths), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, tab in enumerate(self._tabs):
            self._draw_tab(painter, self.tabRect(index), tab, index == self.currentIndex())

    def _draw_tab(self, painter: QPainter, rect: QRect, tab: Tab, current: bool) -> None:
        theme, px = self.theme, self.theme.px
        ink: Role = "text" if current else "text2"
        style: Style = "h3"
        room = rect.adjusted(px(10), 0, -px(10), 0)
        tail = 0 if tab.count is None else paint.text_width(theme, str(tab.count), style) + px(8)
        wide = min(paint.text_width(theme, tab.text, style), room.width() - tail)
        paint.text(painter, theme, QRect(room.left(), room.top(), wide, room.height()), tab.text,
                   style, ink)  # fmt: skip
        if tab.count is not None:
            count = room.adjusted(wide + px(8), 0, 0, 0)
            paint.text(painter, theme, count, str(tab.count), style, ink)
        if current:
            line = QRect(
                rect.left() + px(8), rect.bottom() + 1 - px(2), rect.width() - px(16), px(2)
            )
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                ring = rect.adjusted(px(2), px(8), -px(2), -px(8))
                paint.box(painter, theme, ring, None, "accent", width=2)

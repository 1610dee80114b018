"""The window: a shell of bars and panes. It lays them out and passes keys on; flows do the rest."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.ui.chords import ChordsFirst
from console.ui.front import Front
from console.ui.key_map import KeyMap
from console.ui.keys import KEYS, Key
from console.ui.theme.theme import FACTORS, Mode, Theme, layout_for
from console.ui.widgets import StatusBar, Tab, TopBar, WayBack

if TYPE_CHECKING:
    from console.ui.console_page import ConsolePage
    from console.ui.curtain import Curtain
    from console.ui.disposition import EffectSheets, ReviewSheet
    from console.ui.finder import Finder
    from console.ui.person import Headline
    from console.ui.supervisor import SupervisorPage

CONSOLE, SUPERVISOR = "console", "supervisor"
WIDTH, HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 640, 360
"""What the narrow arrangement needs, in design px; larger text needs as much more."""


class Window(QMainWindow):
    """Signals:
    key_pressed: the name of an action in `keys.KEYS`.
    close_requested: the window wants to close.
    language_requested: it should speak the language that it offers.
    painted: its first paint has begun; what is queued comes after it.
    """

    key_pressed = Signal(str)
    painted = Signal()
    close_requested = Signal()
    language_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._painted = False
        self._offered = ""
        self.setWindowTitle(self.tr("Engagement center"))
        self.resize(WIDTH, HEIGHT)
        self._arrange(self.size())  # before anything is built that would have to be built again
        pages = (Tab(CONSOLE, self.tr("Console")), Tab(SUPERVISOR, self.tr("Supervisor")))
        self._stage = QStackedWidget(self)
        body = self._body = QWidget(self._stage)
        self._back = WayBack()
        self.top = TopBar(
            theme, self.tr("Engagement center"), pages, initials="", name="", parent=body
        )
        self.pages = QStackedWidget(body)
        front = Front(theme, self.pages)
        self.pages.addWidget(front)
        front.take_focus()
        self._front: Front | None = front
        self._console: ConsolePage | None = None
        self.status = StatusBar(theme, parent=body)
        self._build(body)
        self._shortcuts = {key.name: self._shortcut(key) for key in KEYS}
        self._chords = ChordsFirst(self, self._tab)
        self.set_keys(KeyMap())
        self._connect()
        self.set_supervisor(shown=False)

    # What the first paint doesn't show is made, and its modules read, when it is first asked for.

    @property
    def console(self) -> "ConsolePage":
        """The page of a call; made at once, unless `furnish` did it in time."""
        if self._console is None:
            for _ in self.furnish():
                pass
        assert self._console is not None  # noqa: S101 - `furnish` makes it
        return self._console

    def furnish(self) -> Iterator[None]:
        """Makes the page of a call, a pane at a time, and shows it in place of the front."""
        from console.ui.console_page import ConsolePage

        page = ConsolePage(self.theme, self.pages)
        page.hide()
        yield from page.build()
        page.key_pressed.connect(self.key_pressed)
        page.headline_changed.connect(self._on_headline_changed)
        self.pages.addWidget(page)
        self.status.lend_room(page.bar.slot)
        self._console = page

    def open_door(self) -> None:
        """Shows the page of a call in place of the front; what was typed goes on there."""
        front, self._front = self._front, None
        if front is None:
            return
        cursor, field = self.focusWidget(), self.console.lookup.search
        self.pages.setCurrentWidget(self.console)
        field.setText(front.search.text())
        field.setCursorPosition(front.search.cursorPosition())
        if cursor is None or cursor is front or front.isAncestorOf(cursor):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        front.deleteLater()

    @cached_property
    def finder(self) -> "Finder":
        from console.ui.finder import Finder

        finder = Finder(self.theme, self.top.search, page=self._body)
        finder.command_picked.connect(self.key_pressed)
        return finder

    @cached_property
    def supervisor(self) -> "SupervisorPage":
        from console.ui.supervisor import SupervisorPage

        page = SupervisorPage(self.theme, parent=self.pages)
        self.pages.addWidget(page)
        return page

    @cached_property
    def effects(self) -> "EffectSheets":
        from console.ui.disposition import EffectSheets

        return EffectSheets(self.theme, self.console.bar, parent=self._body)

    @cached_property
    def review(self) -> "ReviewSheet":
        from console.ui.disposition import ReviewSheet

        return ReviewSheet(self.theme, self.console.bar, parent=self._body)

    @cached_property
    def curtain(self) -> "Curtain":
        from console.ui.curtain import Curtain

        curtain = Curtain(self.theme, parent=self._stage)
        curtain.offer_language(self._offered)
        curtain.language_requested.connect(self.language_requested)
        self._stage.addWidget(curtain)
        return curtain

    def _build(self, body: QWidget) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self._stage.addWidget(body)
        self.setCentralWidget(self._stage)

    def _connect(self) -> None:
        self.top.page_picked.connect(self.show_page)
        self.status.language_requested.connect(self.language_requested)
        for shortcut in self._shortcuts.values():
            shortcut.activated.connect(self._on_shortcut)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _shortcut(self, key: Key) -> QShortcut:
        shortcut = QShortcut(self)
        shortcut.setProperty("action", key.name)
        return shortcut

    def set_keys(self, keys: KeyMap) -> None:
        """Listens to the chords of this map from now on, and shows them on every cap."""
        for key in KEYS:
            chords = keys.chords(key)
            self._shortcuts[key.name].setKeys([QKeySequence(chord) for chord in chords])
        self._chords.set_chords(chord for key in KEYS for chord in keys.chords(key))
        self.theme.set_chords(keys.shown())

    def largest_text(self, factor: float) -> float:
        """Gives the largest text size up to this that has room.

        Room is what the window has, or the screen that it stands on.
        """
        room = self.size().expandedTo(self.screen().availableSize())
        most = min(factor, room.width() / LEAST_WIDTH, room.height() / LEAST_HEIGHT)
        return max(one for one in FACTORS if one <= max(most, FACTORS[0]))

    def fill_small_screen(self) -> None:
        """Fills a screen that has no room for the window with the desktop's frame around it."""
        room = self.screen().availableSize()
        if room.width() <= WIDTH or room.height() <= HEIGHT:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def set_look(self, mode: Mode, factor: float) -> None:
        """Shows everything in these colours and this size, arranged as it has room."""
        self.theme.set_look(mode, factor)
        self._arrange(self.size())  # not on `theme.changed`: another window may share the theme

    def open_finder(self) -> None:
        """Puts the cursor into the search over everything, wherever that is."""
        self.top.show_search()
        self.finder.open()

    @Slot(str)
    def show_page(self, key: str) -> None:
        self.pages.setCurrentWidget(self.supervisor if key == SUPERVISOR else self.console)
        self.top.tabs.set_current(key)

    def set_supervisor(self, *, shown: bool) -> None:
        """Offers the supervisor's page to those who review; the database decides what is read."""
        self.top.tabs.set_shown(SUPERVISOR, shown)
        if not shown and self._front is None:
            self.show_page(CONSOLE)

    def offer_language(self, name: str) -> None:
        """Offers another language by its own name, on the desk and while somebody signs in."""
        self._offered = name
        self.status.offer_language(name)

    @property
    def covered(self) -> bool:
        """Whether the curtain is up: nothing of the desk is seen, and no key reaches it."""
        return self._stage.currentWidget() is not self._body

    def cover(self) -> None:
        """Puts the curtain before everything, lists and menus that popped up too."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        if not self.covered:
            self._back.keep(self)
        self._stage.setCurrentWidget(self.curtain)

    def uncover(self) -> None:
        """Shows the desk as it was, the cursor where it was."""
        self._stage.setCurrentWidget(self._body)
        self._back.take()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is in view. A press of the mouse moves nothing: it would miss.

        What a key asks for below a sheet is shown, or the sheet, where something may be typed,
        keeps the focus.
        """
        if now is None or now.window() is not self or self._front is not None:
            return  # nothing of the front scrolls, or lies below anything
        from console.ui import tab_order

        if sheet := tab_order.cover_of(now):
            sheet.give_way(now)
        elif QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            tab_order.bring_into_view(now)

    @Slot(object)
    def _on_headline_changed(self, headline: "Headline") -> None:
        mark, alerts = headline.mark, tuple(alert.text for alert in headline.alerts)
        tag = None if mark is None else (mark.text, mark.kind, mark.icon)
        self.top.heading.show_heading(headline.name, tag, alerts)

    @Slot()
    def _on_shortcut(self) -> None:
        action = self.sender().property("action")
        if not self.covered:
            self.key_pressed.emit(action)
        elif action == "language" and not self.curtain.language.isHidden():
            self.language_requested.emit()

    def _tab(self, forward: bool) -> bool:
        """The next stop as the window is read; the small sheets go round by themselves."""
        from console.ui import tab_order
        from console.ui.disposition.sheet import BarSheet

        now: QWidget | None = self.focusWidget()
        while now is not None and not isinstance(now, BarSheet):
            now = now.parentWidget()
        if now is not None:
            return False
        return tab_order.move(self.curtain if self.covered else self._body, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody took, or that came while nothing had the focus."""
        if self.covered and not self.curtain.isAncestorOf(self.focusWidget() or self):
            self.curtain.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        came = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self.covered:
            self.curtain.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size())

    def _arrange(self, size: QSize) -> None:
        self.theme.set_layout(layout_for(size.width(), size.height(), self.theme.factor))
        # Said outright: else the arrangement in force would keep the window from growing small
        # enough for the next one.
        self.setMinimumSize(self.theme.px(LEAST_WIDTH), self.theme.px(LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_requested.emit()
        super().closeEvent(event)

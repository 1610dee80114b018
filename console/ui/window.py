"""The window: a shell of bars and panes. It lays them out and passes keys on; flows do the rest."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.ui import tab_order
from console.ui.answers import AnswersPane
from console.ui.chords import ChordsFirst
from console.ui.disposition.bar import DispositionBar
from console.ui.guide import GuidePane
from console.ui.keys import KEYS
from console.ui.lookup import LookupPane
from console.ui.person import PersonPane
from console.ui.theme.theme import Layout, Theme, layout_for
from console.ui.timeline import TimelinePane
from console.ui.welcome import Welcome
from console.ui.widgets import StatusBar, Tab, TopBar

if TYPE_CHECKING:
    from console.ui.curtain import Curtain
    from console.ui.disposition import EffectSheets, ReviewSheet
    from console.ui.supervisor import SupervisorPage

CONSOLE, SUPERVISOR = "console", "supervisor"
WIDTH, HEIGHT = 1366, 768


class ConsolePage(QWidget):
    """Lookup, the person in the middle, the guide; the disposition bar below.

    Attributes:
        lookup, person, timeline, answers, welcome, guide, bar: the panes.
        centre: what holds those in the middle, for sheets that cover them.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.centre = QWidget(self)
        self.lookup = LookupPane(theme, parent=self)
        self.person = PersonPane(theme, parent=self.centre)
        self.timeline = TimelinePane(theme, parent=self.centre)
        self.answers = AnswersPane(theme, parent=self.centre)
        self.welcome = Welcome(theme, parent=self.centre)
        self.guide = GuidePane(theme, parent=self)
        self.bar = DispositionBar(theme, parent=self)
        self._build()
        self.show_centre(self.welcome)  # all four together would set the least height
        theme.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        centre = self._centre = QVBoxLayout(self.centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addWidget(self.person)
        centre.addWidget(self.timeline, 1)
        centre.addWidget(self.answers, 1)
        centre.addWidget(self.welcome, 1)
        panes = self._panes = QHBoxLayout()
        panes.addWidget(self.lookup)
        panes.addWidget(self.centre, 1)
        panes.addWidget(self.guide)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(panes, 1)
        whole.addWidget(self.bar)

    @Slot()
    def _restyle(self) -> None:
        px = self._theme.px
        compact = self._theme.compact
        self.lookup.setFixedWidth(px(248 if compact else 304))
        self.guide.setFixedWidth(px(348 if compact else 432))
        self._panes.setContentsMargins(px(8), px(8), px(8), px(8))
        self._panes.setSpacing(px(8))
        self._centre.setSpacing(px(8))

    def show_centre(self, *panes: QWidget) -> None:
        """Shows these of the middle panes and hides the others."""
        every = (self.person, self.timeline, self.answers, self.welcome)
        # First those that go: for a moment all of them would be taller than a small screen, and
        # the window would grow for good.
        for pane in sorted(every, key=lambda pane: pane in panes):
            pane.setVisible(pane in panes)


class Window(QMainWindow):
    """Signals:
    key_pressed: the name of an action in `keys.KEYS`.
    close_requested: the window wants to close.
    painted: its first paint has begun; what is queued comes after it.
    """

    key_pressed = Signal(str)
    painted = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._painted = False
        self.setWindowTitle(self.tr("Engagement center"))
        self.resize(WIDTH, HEIGHT)
        self._arrange(WIDTH)  # before anything is built that would have to be built again
        pages = (Tab(CONSOLE, self.tr("Console")), Tab(SUPERVISOR, self.tr("Supervisor")))
        self._stage = QStackedWidget(self)
        body = self._body = QWidget(self._stage)
        self._focused: QWidget | None = None
        self.top = TopBar(
            theme, self.tr("Engagement center"), pages, initials="", name="", parent=body
        )
        self.pages = QStackedWidget(body)
        self.console = ConsolePage(theme, self.pages)
        self.status = StatusBar(theme, parent=body)
        self._build(body)
        self._connect()

    # What the first paint doesn't show is made, and its modules read, when it is first asked for.

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
        self._stage.addWidget(curtain)
        return curtain

    def _build(self, body: QWidget) -> None:
        self.pages.addWidget(self.console)
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
        for key in KEYS:
            for chord in key.chords:
                shortcut = QShortcut(QKeySequence(chord), self)
                shortcut.setProperty("action", key.name)
                shortcut.activated.connect(self._on_shortcut)
        self._chords = ChordsFirst(self)

    @Slot(str)
    def show_page(self, key: str) -> None:
        self.pages.setCurrentWidget(self.supervisor if key == SUPERVISOR else self.console)
        self.top.tabs.set_current(key)

    def set_supervisor(self, *, shown: bool) -> None:
        """Offers the supervisor's page to those who review; the database decides what is read."""
        self.top.tabs.setTabVisible(1, shown)
        if not shown:
            self.show_page(CONSOLE)

    @property
    def covered(self) -> bool:
        """Whether the curtain is up: nothing of the desk is seen, and no key reaches it."""
        return self._stage.currentWidget() is not self._body

    def cover(self) -> None:
        """Puts the curtain before everything, lists and menus that popped up too."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        if not self.covered:
            self._focused = self.focusWidget()
        self._stage.setCurrentWidget(self.curtain)

    def uncover(self) -> None:
        """Shows the desk as it was, the cursor where it was."""
        self._stage.setCurrentWidget(self._body)
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None

    @Slot()
    def _on_shortcut(self) -> None:
        if not self.covered:
            self.key_pressed.emit(self.sender().property("action"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody took, or that came while nothing had the focus."""
        if self.covered and not self.curtain.isAncestorOf(self.focusWidget() or self):
            self.curtain.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return tab_order.move(self.curtain if self.covered else self._body, forward=next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        came = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self.covered:
            self.curtain.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        layout = layout_for(width, self.theme.factor)
        # The narrow layout comes later; until then a small window gets the compact one.
        self.theme.set_layout(Layout.COMPACT if layout is Layout.NARROW else layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_requested.emit()
        super().closeEvent(event)

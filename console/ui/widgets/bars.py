"""The bar at the top of the window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSpacerItem, QWidget

from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import paint
from console.ui.widgets.button import Button
from console.ui.widgets.callbox import CallBox
from console.ui.widgets.field import SearchField
from console.ui.widgets.heading import Heading
from console.ui.widgets.label import Label, set_tip
from console.ui.widgets.mark import Icon, KeyCap
from console.ui.widgets.presence import PresenceMark
from console.ui.widgets.tabs import Tab, Tabs
from console.ui.widgets.themed import Themed

_WIDE = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

LEAST_SEARCH, MOST_SEARCH = 120, 200
"""Design px of the search in the compact arrangement."""


class ProfileButton(Themed, QPushButton):
    """The initials of the person at the desk; opens their menu."""

    def __init__(
        self, theme: Theme, initials: str, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.show_person(initials, name)
        self._restyle()

    def show_person(self, initials: str, name: str) -> None:
        """Without a name nobody is at the desk yet."""
        self.setText(initials)
        self.setAccessibleName(name or self.tr("Nobody is signed in"))
        set_tip(self, self.accessibleName())

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(28), self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, focused = QPainter(self), self.hasFocus()
        paint.box(painter, self.theme, self.rect(), "accent_tint", "accent" if focused else None,
                  radius=14, width=2)  # fmt: skip
        center = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, self.theme, self.rect(), self.text(), "keycap", "accent_text", center)


class TopBar(Themed, QWidget):
    """The name of the program, its pages, the search over everything, the call, the person.

    In the narrow arrangement it says who is shown in place of the program, and the search comes
    when it is asked for and goes when it is left.

    Attributes:
        tabs, callbacks, search, presence, call_box, heading: the parts, to feed and to focus.

    Signals:
        page_picked: the key of a page.
        search_requested: what was typed, when Enter is pressed.
        profile_requested: the initials were pressed.
    """

    page_picked = Signal(str)
    search_requested = Signal(str)
    profile_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        tabs: tuple[Tab, ...],
        *,
        initials: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._has_callbacks = False
        self._mark = Icon(theme, "waypoints", "accent", 18, parent=self)
        self._title = Label(theme, title, "h2", parent=self)
        self.heading = Heading(theme, title, parent=self)
        self.tabs = Tabs(theme, tabs, name=self.tr("Pages"), parent=self)
        self.callbacks = Button(theme, "", "quiet", key="F7", height=28, parent=self)
        self.callbacks.hide()
        self.search = SearchField(theme, self.tr("Search people and commands"), sunken=True,
                                  parent=self)  # fmt: skip
        self._cap = KeyCap(theme, "Ctrl+K", parent=self)
        self.presence = PresenceMark(theme, parent=self)
        self.call_box = CallBox(theme, parent=self)
        self._profile = ProfileButton(theme, initials, name, parent=self)
        self.setSizePolicy(*_WIDE)
        self._build()
        self._connect()
        self._restyle()

    def set_person(self, initials: str, name: str) -> None:
        """Say who is at the desk."""
        self._profile.show_person(initials, name)

    def show_callbacks(self, count: int) -> None:
        """Say how many callbacks wait, on the button that opens them."""
        self.callbacks.set_text(self.tr("Callbacks {0}").format(count))
        self._has_callbacks = True
        self._arrange()

    def show_search(self) -> None:
        """Show the search where it stays away without the cursor; whoever asks puts it there."""
        self.search.show()

    def _build(self) -> None:
        row, left, right = QHBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._rows = (row, left, right)
        for part in (self._mark, self._title, self.tabs, self.callbacks):
            left.addWidget(part)
        left.addWidget(self.heading, 1)
        self._spring = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding)
        left.addSpacerItem(self._spring)
        right.addWidget(self._cap)
        right.addStretch(1)
        right.addWidget(self.presence)
        right.addWidget(self.call_box)
        right.addWidget(self._profile)
        row.addLayout(left, 1)
        row.addWidget(self.search)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.tabs.picked.connect(self.page_picked)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.installEventFilter(self)
        self._profile.clicked.connect(self.profile_requested)

    def _restyle(self) -> None:
        px = self.theme.px
        short, wide = self.tr("Search"), self.tr("Search people and commands")
        self.search.setPlaceholderText(short if self.theme.compact else wide)
        side = self.theme.fit(16, 16, 8)
        self._rows[0].setContentsMargins(side, 0, side, 0)
        for row in self._rows:
            row.setSpacing(px(8))
        self._arrange()
        self.search.setFixedWidth(px(LEAST_SEARCH if self.theme.compact else 340))
        self.setFixedHeight(px(40 if self.theme.narrow else 48))

    def _arrange(self) -> None:
        narrow, bare = self.theme.narrow, not self.search.hasFocus()
        # Pages stand in the way of the name: only who has two of them needs to see them.
        self.tabs.setVisible(not narrow or self.tabs.isTabVisible(1))
        self._mark.setVisible(not narrow)
        self.search.setVisible(not narrow or not bare)
        self.heading.setVisible(narrow and bare and self.tabs.isHidden())
        # Equal shares at both sides: the search stays where it is when the call box grows.
        self._rows[0].setStretch(2, 0 if narrow else 1)
        self._give_way()

    def _give_way(self) -> None:
        """Where not all has room, what says least goes first; the rest of it stays whole."""
        px, narrow = self.theme.px, self.theme.narrow
        stays = (self._mark, self.tabs, self.presence, self.call_box, self._profile)
        widths = [part.sizeHint().width() for part in stays if not part.isHidden()]
        widths.append(self.search.width() if self.theme.layout is Layout.WIDE else px(LEAST_SEARCH))
        room = self.width() - 2 * px(16) - sum(widths) - px(8) * (len(widths) + 1)
        for part in (self.callbacks, self._cap, self._title):
            room -= part.sizeHint().width() + px(8)
            wanted = part is not self.callbacks or self._has_callbacks
            part.setVisible(wanted and not narrow and room >= 0)
        if self.theme.layout is Layout.COMPACT:
            self.search.setFixedWidth(px(min(LEAST_SEARCH + max(0, room), MOST_SEARCH)))

    @Slot()
    def _on_return_pressed(self) -> None:
        self.search_requested.emit(self.search.text())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._give_way()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._arrange()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))

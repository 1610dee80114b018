"""The bar at the top of the window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSpacerItem, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import paint
from console.ui.widgets.callbox import CallBox
from console.ui.widgets.field import SearchField
from console.ui.widgets.heading import Heading
from console.ui.widgets.label import Label, set_tip
from console.ui.widgets.mark import Icon, KeyCap
from console.ui.widgets.presence import PresenceMark
from console.ui.widgets.tabs import Tab, Tabs
from console.ui.widgets.themed import Themed

_WIDE = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


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
        tabs, search, presence, call_box, heading: the parts, to feed and to focus.

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
        self._mark = Icon(theme, "waypoints", "accent", 18, parent=self)
        self._title = Label(theme, title, "h2", parent=self)
        self.heading = Heading(theme, title, parent=self)
        self.tabs = Tabs(theme, tabs, name=self.tr("Pages"), parent=self)
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

    def show_search(self) -> None:
        """Show the search where it stays away without the cursor; whoever asks puts it there."""
        self.search.show()

    def _build(self) -> None:
        row, left, right = QHBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._rows = (row, left, right)
        for part in (self._mark, self._title, self.tabs):
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
        self._rows[0].setContentsMargins(px(16), 0, px(16), 0)
        for row in self._rows:
            row.setSpacing(px(8))
        self._arrange()
        self.search.setFixedWidth(px(120 if self.theme.compact else 340))
        self.setFixedHeight(px(40 if self.theme.narrow else 48))

    def _arrange(self) -> None:
        narrow, bare = self.theme.narrow, not self.search.hasFocus()
        # Pages stand in the way of the name: only who has two of them needs to see them.
        self.tabs.setVisible(not narrow or self.tabs.isTabVisible(1))
        for part in (self._mark, self._title, self._cap):
            part.setVisible(not narrow)
        self.search.setVisible(not narrow or not bare)
        self.heading.setVisible(narrow and bare and self.tabs.isHidden())
        # Equal shares at both sides: the search stays where it is when the call box grows.
        self._rows[0].setStretch(2, 0 if narrow else 1)

    @Slot()
    def _on_return_pressed(self) -> None:
        self.search_requested.emit(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._arrange()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))

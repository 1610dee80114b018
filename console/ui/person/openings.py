"""The four opening lines: why this call, what we sent, what they did, what is promised."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from console.models.ids import TouchpointId
from console.models.views import OpeningLine
from console.ui import text
from console.ui.said import said as rule_words
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Card, Icon, Label, Themed, paint

_ICONS = {
    "why": "circle-question-mark",
    "sent": "send",
    "did": "mouse-pointer-click",
    "promised": "handshake",
}
_LINK_MAX = 230


class _Link(Themed, QPushButton):
    """Words at the right edge and a chevron, leading to a touchpoint."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title, self._words = title, ""
        self.touchpoint: TouchpointId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_link(self, words: str, touchpoint: TouchpointId | None, line: str) -> None:
        """Lead to another touchpoint; without one there is nothing to press."""
        self._words, self.touchpoint = words, touchpoint
        self.setVisible(bool(words))
        self.setEnabled(touchpoint is not None)
        # Two lines may lead to the same touchpoint: what stands before the link tells them apart.
        self.setAccessibleName(f"{self._title}: {words}")
        self.setAccessibleDescription(line)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        words = paint.text_width(self.theme, self._words, "strong")
        return QSize(min(words + px(14 + 8 + 12), px(_LINK_MAX)), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(60), self._height())

    def _height(self) -> int:
        # 24 is the least that a pointer shall have to hit. A small screen has no room for it; there
        # the touchpoint's row in the timeline is the larger target for the same.
        return self.theme.px(18 if self.theme.compact else 24)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.theme, self.theme.px
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill: Role = "pressed" if self.isDown() else "hover"
            paint.box(painter, theme, self.rect(), fill, radius=4)
        if self.hasFocus():
            paint.box(painter, theme, self.rect(), None, "accent", radius=4, width=2)
        room = self.rect().adjusted(px(4), 0, -px(4), 0)
        right = Qt.AlignmentFlag.AlignRight
        if not self.isEnabled():
            paint.text(painter, theme, room, self._words, "strong", "text3", right)
            return
        chevron = room.right() + 1 - px(14)
        paint.icon(painter, theme, "chevron-right", "accent_text", chevron, self.height() // 2, 14)
        room.setRight(chevron - px(8))
        paint.text(painter, theme, room, self._words, "strong", "accent_text", right)


class OpeningsCard(Card):
    """Four lines, each linked to its touchpoint; a line without words keeps its place.

    Signals:
        touchpoint_linked: the `TouchpointId` that the person wants to see.
    """

    touchpoint_linked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._links: dict[str, _Link] = {}
        self._texts: dict[str, Label] = {}
        self._labels: list[Label] = []
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("Opening lines"))
        self._grid = QGridLayout()
        self.column.removeItem(self.head)
        self.body.addLayout(self._grid)
        self._build_body()
        self._restyle()

    def show_openings(
        self, lines: tuple[OpeningLine, ...], zone: str, now: datetime, *, masked: bool = False
    ) -> None:
        """Show the lines; `masked` takes the words that name no reason."""
        by_kind = {line.kind: line for line in lines}
        for kind, label in self._texts.items():
            line = by_kind.get(kind)
            said = "" if line is None else rule_words(line.masked if masked else line.text)
            nothing = self.tr("Nothing yet.")
            if kind == "promised":
                nothing = self.tr("Nothing is open.")
            label.set_text(said or nothing)
            label.set_role("text" if said else "text3")
            words = _link_words(line, zone, now) if line else ""
            self._links[kind].show_link(words, line.touchpoint if line else None, said)

    def first_link(self) -> QWidget | None:
        """Give the first link that leads somewhere."""
        links = (link for link in self._links.values() if link.isEnabled() and link.touchpoint)
        return next(links, None)

    def _build_body(self) -> None:
        titles = {
            "why": self.tr("Why this call"),
            "sent": self.tr("What we sent"),
            "did": self.tr("What they did"),
            "promised": self.tr("What is promised"),
        }
        for row, (kind, title) in enumerate(titles.items()):
            self._texts[kind] = Label(self.theme, "", "body", parent=self)
            self._links[kind] = _Link(self.theme, title, parent=self)
            self._links[kind].clicked.connect(self._on_link_clicked)
            label = Label(self.theme, title, "field", "text2", parent=self)
            self._labels.append(label)
            self._grid.addWidget(Icon(self.theme, _ICONS[kind], "text3", 14, parent=self), row, 0)
            self._grid.addWidget(label, row, 1)
            self._grid.addWidget(self._texts[kind], row, 2)
            self._grid.addWidget(self._links[kind], row, 3, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(2, 1)

    def _restyle(self) -> None:
        super()._restyle()
        px, compact = self.theme.px, self.theme.compact
        side = px(16)
        tall = px(6 if compact else 4)
        self.column.setContentsMargins(side + 1, tall, px(12), tall)
        for label in self._labels:
            label.setFixedWidth(px(112))
        for label in self._texts.values():
            label.set_wrap(self.theme.narrow)  # where the pane scrolls nothing need be cut
        if self._texts:
            self._grid.setHorizontalSpacing(px(8))
            self._grid.setVerticalSpacing(0)

    @Slot()
    def _on_link_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, _Link) and link.touchpoint is not None:
            self.touchpoint_linked.emit(link.touchpoint)


def _link_words(line: OpeningLine, zone: str, now: datetime) -> str:
    if line.link_at is None:
        return rule_words(line.link_text)
    if line.kind == "promised":
        at = text.due(line.link_at, zone, now)
    else:
        at = text.short_moment(line.link_at, zone, now)
    return ", ".join(filter(None, (rule_words(line.link_text), at)))

"""The detail of one disposition: the call as it was, its path, and the timeline of that time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.views import DispositionDetail
from console.ui import text
from console.ui.parts import Page, clear
from console.ui.supervisor import wording
from console.ui.supervisor.sections import detail_parts
from console.ui.theme.layout import ANY_WIDTH
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, EmptyState, Label, Rule, Skeleton, Tag, Themed, paint


class DetailPane(Themed, QWidget):
    """Fixed head with whom and when, and the rest on a page that scrolls; Esc goes back.

    In the narrow arrangement it lies over the list, and has a button for that.

    Signals:
        previous_requested, next_requested: the row above or below.
        left: back to the list.
    """

    previous_requested = Signal()
    next_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.zone = zone
        self._detail: DispositionDetail | None = None
        self._is_covered = False
        self.setAccessibleName(self.tr("Call"))
        self._title = Label(theme, self.tr("Call"), "h2", parent=self)
        self._tag = Tag(theme, "", "warn", "triangle-alert", parent=self)
        self.up = Button(theme, "", "quiet", "chevron-up", name=self.tr("Call above"), height=28,
                         parent=self)  # fmt: skip
        self.down = Button(theme, "", "quiet", "chevron-down", name=self.tr("Call below"),
                           height=28, parent=self)  # fmt: skip
        self._back = Button(theme, self.tr("List"), "quiet", key="Esc", height=28, parent=self)
        self._back.clicked.connect(self.left)
        self._who = Label(theme, "", "h3", parent=self)
        self._when = Label(theme, "", "meta", "text3", parent=self)
        self._stack = QStackedWidget(self)
        sentence = self.tr("Enter opens the call of a row. Each view is audited.")
        self._empty = EmptyState(theme, "scroll-text", self.tr("No call open"), sentence,
                                 parent=self)  # fmt: skip
        sentence = self.tr("It shows again after the call.")
        self._covered = EmptyState(theme, "eye-off", self.tr("Hidden during your call"), sentence,
                                   parent=self)  # fmt: skip
        self._waiting = Skeleton(theme, 6, parent=self)
        self.page = Page(theme, parent=self)
        self._build()
        self.up.clicked.connect(self.previous_requested)
        self.down.clicked.connect(self.next_requested)
        self._restyle()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no call is open."""
        self._detail = None
        self._show_head(False)
        self._stack.setCurrentWidget(self._covered if self._is_covered else self._empty)

    def show_loading(self) -> None:
        """Wait for a call that was asked for; what was shown stays until it is here."""
        if self._detail is None and not self._is_covered:
            self._stack.setCurrentWidget(self._waiting)

    def cover(self, covered: bool) -> None:
        """Hide the call that is open, and whichever is opened meanwhile, or show it again."""
        if covered is self._is_covered:
            return
        self._is_covered = covered
        if covered:
            self._show_head(False)
            clear(self.page.column)
            self._stack.setCurrentWidget(self._covered)
        elif self._detail is not None:
            self.show_detail(self._detail)
        else:
            self.show_nothing()

    def show_detail(self, detail: DispositionDetail) -> None:
        """Show a call."""
        self._detail = detail
        if self._is_covered:
            return
        row, zone = detail.row, self.zone
        self._show_head(True)
        self._tag.setVisible(bool(row.to_check))
        self._tag.set_tag(", ".join(map(wording.check, row.to_check)), "warn", "triangle-alert")
        self._who.set_text(self.tr("{0} with {1}").format(row.rep, wording.people(row)))
        self._when.set_text(
            self.tr("{0}, {1} to {2} · talk {3} · wrap-up {4}").format(
                text.day(detail.started_at, zone, detail.ended_at),
                text.time_of_day(detail.started_at, zone),
                text.time_of_day(detail.ended_at, zone),
                wording.clock(row.talk_seconds),
                wording.clock(detail.wrap_up_seconds),
            )
        )
        self._fill(detail)
        self._stack.setCurrentWidget(self.page)

    def take_focus(self) -> None:
        """Put the focus here, if it is elsewhere."""
        if not self.isAncestorOf(self.window().focusWidget() or self):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, detail: DispositionDetail) -> None:
        clear(self.page.column)
        page = self.page.widget()
        for part in detail_parts(self.theme, detail, self.zone, page):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.page.verticalScrollBar().setValue(0)

    def _show_head(self, shown: bool) -> None:
        for part in (self._who, self._when, self._tag, self.up, self.down):
            part.setVisible(shown)

    def _build(self) -> None:
        self._column, self._head, self._lines = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        for part in (self._title, self._tag):
            self._head.addWidget(part)
        self._head.addStretch(1)
        self._head.addWidget(self._back)
        self._head.addWidget(self.up)
        self._head.addWidget(self.down)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self._who)
        self._lines.addWidget(self._when)
        for page in (self._empty, self._covered, self._waiting, self.page):
            self._stack.addWidget(page)
        self._column.addLayout(self._lines)
        self._column.addWidget(Rule(self.theme, parent=self))
        self._column.addWidget(self._stack, 1)

    def _restyle(self) -> None:
        px = self.theme.px
        width = px(336 if self.theme.compact else 400)
        self.setMinimumWidth(0 if self.theme.narrow else width)
        self.setMaximumWidth(ANY_WIDTH if self.theme.narrow else width)
        self._back.setVisible(self.theme.narrow)
        side = px(12 if self.theme.compact else 16)
        self._column.setContentsMargins(1, px(6), 1, 1)
        self._column.setSpacing(0)
        self._lines.setContentsMargins(side, 0, px(8), px(8))
        self._lines.setSpacing(px(2))
        self._head.setSpacing(px(8))
        if self._detail is not None and not self._is_covered:
            self._fill(self._detail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "surface", "line", radius=8)

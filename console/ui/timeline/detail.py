"""The detail beside the timeline: one entry with everything that is known of it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.touchpoint_detail import TouchpointDetail
from console.ui.keys import PRINT, SAVE
from console.ui.parts import Fact, Page, PathLine, clear
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.timeline.told import Line, Told, as_text, told
from console.ui.widgets import Button, Label, Rule, Skeleton, Themed, paint


class EntryDetail(Themed, QFrame):
    """Title and time in a fixed head, the rest on a page that scrolls; Esc goes back to the list.

    It takes the focus itself and hands keys that scroll to the page, which would be told as nothing
    in particular: a screen reader is told of a frame, with all that the entry says.

    Signals:
        print_requested, save_requested: the entry as plain text.
        left: back to the list.
    """

    print_requested = Signal(str)
    save_requested = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._told: Told | None = None
        self.setAccessibleName(self.tr("Entry"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Label(theme, "", "h2", wrap=True, parent=self)
        self._when = Label(theme, "", "meta", "text3", parent=self)
        self.close_button = Button(theme, "", "quiet", "x", name=self.tr("Close"), height=28,
                                   parent=self)  # fmt: skip
        self._stack = QStackedWidget(self)
        self._waiting = Skeleton(theme, 6, parent=self._stack)
        self._unread = Label(theme, "", "body", "text2", wrap=True, parent=self._stack)
        self.page = Page(theme, flush=True, parent=self._stack)
        self.print_button = Button(theme, self.tr("Print…"), icon="printer", key=PRINT, height=28,
                                   parent=self)  # fmt: skip
        self.save_button = Button(theme, self.tr("Save…"), icon="save", key=SAVE, height=28,
                                  parent=self)  # fmt: skip
        self._build()
        self._connect()
        self._restyle()
        self.hide()

    @property
    def told(self) -> Told | None:
        """What is shown, in words."""
        return self._told

    def show_loading(self) -> None:
        """Wait for an entry that was asked for; what was shown stays until it is here."""
        if self._told is None:
            self._title.set_text("")
            self._when.set_text("")
            self._stack.setCurrentWidget(self._waiting)
        self._enable(False)
        self.show()

    def show_detail(self, detail: TouchpointDetail, zone: str, now: datetime) -> None:
        """Show an entry, times in the person's zone."""
        self._told = told(detail, zone, now)
        self._fill()
        self._enable(True)
        self._stack.setCurrentWidget(self.page)

    def show_unread(self, sentence: str) -> None:
        """Say why it cannot be shown."""
        self.clear()
        self._unread.set_text(sentence)
        self._stack.setCurrentWidget(self._unread)

    def clear(self) -> None:
        """Leave nothing of the entry behind."""
        self._told = None
        self._fill()
        for label in (self._title, self._when, self._unread):
            label.set_text("")
        self._enable(False)

    def focus_first(self) -> None:
        """Take the focus; the arrow keys scroll the page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self, on: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(on)

    def _fill(self) -> None:
        clear(self.page.column)
        self.setAccessibleDescription(as_text(self._told) if self._told is not None else "")
        if self._told is None:
            return
        self._title.set_text(self._told.title)
        self._when.set_text(self._told.when)
        page = self.page.widget()
        for section in self._told.sections:
            if section.title:
                self.page.column.addWidget(Label(self.theme, section.title, "h3", parent=page))
            for line in section.lines:
                self.page.column.addWidget(_line(self.theme, line, page))
        self.page.column.addStretch(1)
        self.page.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self._column, self._head, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._waiting, self._unread, self.page):
            self._stack.addWidget(part)
        self._foot.addWidget(self.print_button)
        self._foot.addWidget(self.save_button)
        self._foot.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._when)
        self._column.addWidget(Rule(self.theme, parent=self))
        self._column.addWidget(self._stack, 1)
        self._column.addLayout(self._foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.left)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        for chord, button in ((PRINT, self.print_button), (SAVE, self.save_button)):
            shortcut = QShortcut(QKeySequence(chord), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    @Slot()
    def _on_print(self) -> None:
        if self._told is not None:
            self.print_requested.emit(as_text(self._told))

    @Slot()
    def _on_save(self) -> None:
        if self._told is not None:
            self.save_requested.emit(as_text(self._told))

    def _restyle(self) -> None:
        px = self.theme.px
        self.setFixedWidth(px(320 if self.theme.compact else 400))
        self._column.setContentsMargins(px(12), px(8), px(8), px(8))
        self._column.setSpacing(px(6))
        for row in (self._head, self._foot):
            row.setSpacing(px(8))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.page.keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect().adjusted(0, 0, -self.width() + 1, 0)
        painter.fillRect(rect, self.theme.color("line"))
        if self.hasFocus():
            paint.box(painter, self.theme, self.rect(), None, "accent", radius=4, width=2)


def _line(theme: Theme, line: Line, parent: QWidget | None) -> QWidget:
    if line.label:
        return Fact(theme, line.label, line.text, parent=parent)
    if line.icon:
        role: Role = "warn" if line.icon in ("x", "undo-2") else "text3"
        return PathLine(theme, line.icon, role, line.text, line.time, parent=parent)
    return Label(theme, line.text, "body", wrap=True, parent=parent)

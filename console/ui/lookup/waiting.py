"""What waits for the rep: counts during a call, callbacks with names otherwise."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.lookup import due
from console.ui.lookup.rows import Row, RowList
from console.ui.lookup.values import Waiting
from console.ui.theme.theme import Theme
from console.ui.widgets import Icon, KeyCap, Label, Rule, Tag, Themed

SHOWN = 30
"""More stand in the sheet of all of them."""


class _Line(Themed, QWidget):
    """A word at the left; a tag, a figure and a key at the right."""

    def __init__(self, theme: Theme, words: str, *, key: str = "", title: bool = False,
                 parent: QWidget) -> None:  # fmt: skip
        super().__init__(parent)
        self._follow(theme)
        self.tag = Tag(theme, "", "bad", parent=self)
        self.tag.hide()
        self.figure = Label(theme, "", "clock", parent=self)
        self.figure.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(Label(theme, words, "h3" if title else "body", parent=self), 1)
        self._row.addWidget(self.tag)
        self._row.addWidget(self.figure)
        self._row.addWidget(KeyCap(theme, key, parent=self))
        self._restyle()

    def show_count(self, count: int) -> None:
        """Tell how many there are."""
        self.figure.set_text(str(count))
        self.figure.show()

    def show_late(self, late: int) -> None:
        """Tell how many are late; nothing is said of none."""
        self.tag.set_tag(self.tr("%n late", "", late), "bad")
        self.tag.setVisible(late > 0)

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(8), 0, px(8), 0)
        self._row.setSpacing(px(6))
        self.setFixedHeight(px(28))


class WaitingBlock(Themed, QWidget):
    """Counts while a call is live, because a caller must not overhear or oversee another's name.

    Signals:
        callback_opened: the `CallbackView` that the person picked.
    """

    callback_opened = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._waiting: Waiting | None = None
        self._hidden = False
        self.rule = Rule(theme, parent=self)
        self._title = Label(theme, self.tr("Waiting"), "h3", parent=self)
        self._callbacks = _Line(theme, self.tr("Callbacks"), key="F7", parent=self)
        self._due = _Line(theme, self.tr("Callbacks due"), key="F7", title=True, parent=self)
        self.list = RowList(theme, self.tr("Callbacks due"), parent=self)
        self._inquiries = _Line(theme, self.tr("Open inquiries"), parent=self)
        self._hint = QWidget(self)
        self._nothing = Label(theme, self.tr("No callbacks are due."), "meta", "text3", parent=self)
        self._more = Label(theme, "", "meta", "text3", parent=self)
        self._build()
        self._restyle()
        self.list.picked.connect(self._on_picked)
        self._show()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what waits; the row under the cursor stays under it."""
        self._waiting = waiting
        self._show()

    def hide_names(self, hidden: bool) -> None:
        """Show counts only, or names again."""
        self._hidden = hidden
        self._show()

    def _show(self) -> None:
        waiting, hidden = self._waiting, self._hidden
        callbacks = waiting.callbacks if waiting else ()
        late = due.late(waiting) if waiting else 0
        for line in (self._callbacks, self._due):
            line.show_late(late)
        self._callbacks.show_count(len(callbacks))
        self._inquiries.show_count(waiting.inquiries if waiting else 0)
        rows: tuple[Row, ...] = ()
        if waiting and not hidden:
            rows = tuple(due.short_row(waiting, entry) for entry in callbacks[:SHOWN])
        self.list.show_rows(rows)
        more = len(callbacks) - len(rows)
        self._more.set_text(self.tr("and %n more", "", more))
        self._more.setVisible(more > 0 and not hidden)
        for part in (self.rule, self._title, self._callbacks, self._hint):
            part.setVisible(hidden)
        self._due.setVisible(not hidden)
        self._nothing.setVisible(not hidden and not callbacks)
        self.setVisible(waiting is not None)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._hint_row = QHBoxLayout(self._hint)
        words = self.tr("Names show again after the call.")
        self._hint_row.addWidget(Icon(self.theme, "eye-off", "text3", 14, parent=self._hint))
        self._hint_row.addWidget(Label(self.theme, words, "meta", "text3", parent=self._hint), 1)
        self._rule_row = QHBoxLayout()
        self._rule_row.addWidget(self.rule)
        self._column.addLayout(self._rule_row)
        for part in (
            self._title, self._callbacks, self._due, self.list, self._more, self._nothing,
            self._inquiries, self._hint,
        ):  # fmt: skip
            self._column.addWidget(part)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._hint_row.setContentsMargins(px(8), px(5), px(8), px(5))
        self._hint_row.setSpacing(px(6))
        over = px(8 if self.theme.compact else 14)
        self._title.setContentsMargins(px(8), over, px(8), px(4))
        self._title.setFixedHeight(px(18 + 4) + over)
        for line in (self._more, self._nothing):
            line.setContentsMargins(px(8), 0, px(8), 0)
        self._rule_row.setContentsMargins(px(8), 0, px(8), 0)

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        """By its id, since who is on it may have changed under the cursor."""
        callbacks = self._waiting.callbacks if self._waiting else ()
        self.callback_opened.emit(next(entry for entry in callbacks if entry.id == key))

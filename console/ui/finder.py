"""Ctrl K: what is typed at the top finds people, and each command of the keyboard by its words."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.ui.key_map import find, words
from console.ui.keys import Key
from console.ui.lookup.rows import Row, RowList
from console.ui.theme.theme import Theme
from console.ui.widgets import Card, WayBack, key_text, say_aloud

PEOPLE = "people"
MOST = 8


class Finder(Card):
    """A list below the field, which keeps the cursor: Down and Up mark a row, Enter takes it.

    People stand first, so that Enter alone never runs a command that somebody is called like.

    Signals:
        people_requested: the words, to look people up.
        command_picked: the name of an action in `keys.KEYS`.
    """

    people_requested = Signal(str)
    command_picked = Signal(str)

    def __init__(self, theme: Theme, field: QLineEdit, *, page: QWidget) -> None:
        super().__init__(theme, parent=page)
        self._field, self._page = field, page
        self._back = WayBack()
        self.list = RowList(theme, self.tr("People and commands"), parent=self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.list)
        self.list.picked.connect(self._on_picked)
        field.textEdited.connect(self._on_edited)
        field.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Put the cursor into the field; Esc gives it back to where it was."""
        if not self._field.hasFocus():
            self._back.keep(self.window())
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @Slot(str)
    def _on_edited(self, typed: str) -> None:
        if not typed.strip():
            self.hide()
            return
        found = find(typed)[:MOST]
        self.list.show_rows((self._people(typed), *map(self._command, found)))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._place()
        self.show()
        self.raise_()
        one = self.tr("1 command found. Down marks it.")
        many = self.tr("%n commands found. Down marks one.", "", len(found))
        if found:
            say_aloud(self._field, one if len(found) == 1 else many)

    def _people(self, typed: str) -> Row:
        title = self.tr("Look up “{0}”").format(typed.strip())
        return Row(key=PEOPLE, title=title, side=key_text(self.theme, "Return"))

    def _command(self, key: Key) -> Row:
        return Row(key=key.name, title=words(key), side=key_text(self.theme, key.chords[0]))

    def _place(self) -> None:
        """Below the field, as wide as the words need, within the page."""
        page, px = self._page, self.theme.px
        width = min(px(440), page.width() - px(16))
        self.resize(width, self.list.sizeHint().height() + px(12))
        below = self._field.mapTo(page, QPoint(0, self._field.height() + px(8)))
        self.move(min(below.x(), page.width() - width - px(8)), below.y())

    @Slot(object)
    def _on_picked(self, key: str) -> None:
        typed = self._field.text().strip()
        self.hide()
        self._field.clear()
        if key == PEOPLE:
            self.people_requested.emit(typed)
            return
        self._back.take()  # some commands ask where one is
        self.command_picked.emit(key)

    def _step(self, step: int) -> None:
        self.list.step(step)
        row = self.list.rows()[self.list.currentIndex().row()]
        say_aloud(self._field, f"{row.title}, {row.side}")

    def _leave(self) -> None:
        self.hide()
        self._field.clear()
        self._back.take()

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was the list's and not the field's."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif self.isHidden():
            return False
        elif key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.list.pick_current()
        else:
            return False
        return True

    def _restyle(self) -> None:
        super()._restyle()
        side = self.theme.px(6)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(0)

    def _on_left(self, reason: Qt.FocusReason) -> None:
        if reason is not Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event)
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self._on_left(event.reason())
        return super().eventFilter(watched, event)

"""F1: the list of all keys, over the page; each can be changed where it stands."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from console.ui.chord_field import ChordField
from console.ui.key_map import words
from console.ui.keys import KEYS, Key
from console.ui.parts import Page
from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Label, Rule, Sheet, Themed, paint

COLUMNS = 3
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
CAP = 92
"""Room for the widest chord, in design px."""


class KeyLine(Themed, QPushButton):
    """The chord of an action and what it does; one that was changed stands out.

    Signals:
        arrow_pressed: the arrow (Qt.Key), for whoever knows how the lines lie.
        delete_pressed: the chord it came with is wanted back.
    """

    arrow_pressed = Signal(object)
    delete_pressed = Signal()

    def __init__(self, theme: Theme, key: Key, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.key = key
        self._asked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words(key))
        self._restyle()

    @property
    def changed(self) -> bool:
        return self.key.chords[0] in self.theme.chords

    def set_asked(self, asked: bool) -> None:
        """Mark the line that another chord is asked for."""
        self._asked = asked
        self.update()

    @property
    def _second(self) -> str:
        """The further chord, unless it is written like the first: Enter has two keys."""
        first, *further = (paint.key_text(self.theme, chord) for chord in self.key.chords)
        return next((chord for chord in further if chord != first), "")

    def _restyle(self) -> None:
        chord = paint.key_text(self.theme, self.key.chords[0])
        said = self.tr("{0}, changed").format(chord) if self.changed else chord
        self.setAccessibleDescription(", ".join(filter(None, (said, self._second))))
        self.setFixedHeight(self.theme.px(26 if self.theme.compact else 28))

    def sizeHint(self) -> QSize:
        width = self.theme.px(CAP + 12) + paint.text_width(self.theme, words(self.key), "body")
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(CAP + 12 + 60), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows would go where Tab does."""
        if event.key() in ARROWS:
            self.arrow_pressed.emit(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, middle = QPainter(self), self.theme, self.height() // 2
        if self.hasFocus():
            paint.box(painter, theme, self.rect(), "accent_tint", "accent", width=2)
        elif self._asked:
            paint.box(painter, theme, self.rect(), "accent_tint", "accent_line")
        elif self.underMouse():
            paint.box(painter, theme, self.rect(), "hover")
        paint.cap(painter, theme, self.key.chords[0], theme.px(6), middle)
        left = theme.px(6 + CAP)
        right = self.width() - theme.px(8)
        wide = paint.text_width(theme, self._second, "meta")
        beside = QRect(right - wide, 0, wide, self.height())
        room = QRect(left, 0, right - wide - theme.px(8) - left, self.height())
        style: Style = "h3" if self.changed else "body"
        role: Role = "accent_text" if self.changed else "text"
        paint.text(painter, theme, room, words(self.key), style, role)
        paint.text(painter, theme, beside, self._second, "meta", "text3")


class KeyList(Sheet):
    """Every key with what it does; Enter asks for another chord, Del brings the first one back.

    Signals:
        change_requested: the name of an action, and the chord that was pressed for it.
        reset_requested: the name of an action.
    """

    gives_way = True
    change_requested = Signal(str, str)
    reset_requested = Signal(str)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="keyboard", key="Esc")
        self.set_title(self.tr("Keys"))
        self.page = Page(theme, parent=self)
        self.lines = [KeyLine(theme, key, parent=self.page) for key in KEYS]
        self._rows = -(-len(self.lines) // COLUMNS)
        self._asked: KeyLine | None = None
        self.field = ChordField(theme, "", parent=self)
        self.field.pressed.connect(self._on_pressed)
        self._hint = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self._build_grid()
        self._restyle()
        self._ask_no_more()

    def show_refused(self, sentence: str) -> None:
        """The chord doesn't do; another can be pressed."""
        self.field.set_error(sentence)

    def show_kept_back(self, sentence: str) -> None:
        """The line under the cursor keeps its chord, for this reason."""
        self._hint.set_text(sentence)
        self._hint.set_role("bad")

    def show_taken(self) -> None:
        """The map has changed: back to the line."""
        self._ask_no_more()

    def open_sheet(self) -> None:
        if self.isHidden():
            super().open_sheet()

    def close_sheet(self) -> None:
        self._asked = None
        self._show_foot()
        super().close_sheet()

    def _build_grid(self) -> None:
        self._grid = QGridLayout()
        for place, line in enumerate(self.lines):
            self._grid.addWidget(line, place % self._rows, place // self._rows)
            line.clicked.connect(self._on_clicked)
            line.arrow_pressed.connect(self._on_arrow)
            line.delete_pressed.connect(self._on_delete)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.page.column.addLayout(self._grid)
        self.page.column.addStretch(1)
        self.body.addWidget(self.page, 1)
        self.body.addWidget(Rule(self.theme, parent=self))
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._hint)
        self._foot.addWidget(self.field)
        self.body.addLayout(self._foot)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_grid"):
            return
        side = self.theme.px(12)
        self.head.setContentsMargins(side, 0, 0, 0)
        self._foot.setContentsMargins(side, 0, side, 0)
        self.field.setMaximumWidth(self.theme.px(440))
        self._grid.setHorizontalSpacing(self.theme.px(20))
        self._grid.setVerticalSpacing(0)

    def _ask(self, line: KeyLine) -> None:
        self._asked = line
        self.field.set_label(self.tr("New key for: {0}").format(words(line.key)))
        self.field.show_chord("")
        self.field.set_error("")
        self._show_foot()
        self.field.focus()

    def _ask_no_more(self) -> None:
        line, self._asked = self._asked, None
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_foot()

    def _show_foot(self) -> None:
        for line in self.lines:
            line.set_asked(line is self._asked)
        self.field.setVisible(self._asked is not None)
        self._hint.set_text(self.tr("Enter: another key for this. Del: the key that it came with."))
        self._hint.set_role("text3")
        self._hint.setVisible(self._asked is None)

    @Slot()
    def _on_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, KeyLine):
            self._ask(line)

    @Slot(object)
    def _on_arrow(self, arrow: Qt.Key) -> None:
        """Down goes through the columns; right is the same row of the next one."""
        steps = dict(zip(ARROWS, (-1, 1, -self._rows, self._rows), strict=True))[arrow]
        line = self.sender()
        place = self.lines.index(line) + steps if isinstance(line, KeyLine) else -1
        if 0 <= place < len(self.lines):
            self._show_foot()
            self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.page.ensureWidgetVisible(self.lines[place], 0, self.theme.px(8))

    @Slot()
    def _on_delete(self) -> None:
        line = self.sender()
        if isinstance(line, KeyLine):
            self.reset_requested.emit(line.key.name)

    @Slot(str)
    def _on_pressed(self, chord: str) -> None:
        if self._asked is not None:
            self.field.show_chord(chord)
            self.change_requested.emit(self._asked.key.name, chord)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked is not None:
            self._ask_no_more()
        else:
            super().keyPressEvent(event)

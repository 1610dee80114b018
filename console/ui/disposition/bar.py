"""The disposition bar: effects, outcome, reason, notes, and the button that logs the call."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui.disposition.chips import EffectRow
from console.ui.disposition.model import BarView, Missing
from console.ui.said import said
from console.ui.theme.layout import BAR_HEIGHT
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import (
    Button,
    Card,
    Chip,
    Icon,
    Label,
    MessageKind,
    MessageSlot,
    Option,
    PickerField,
    TextArea,
    Themed,
    say_aloud,
)


class DispositionBar(Themed, QWidget):
    """Always in the same place; nothing in it moves when a code asks for more.

    Log is never disabled for something missing: the window answers `log_requested` with
    `show_missing`, which puts the focus where the first of it belongs and says so.

    In the narrow arrangement only outcome and Log stand in it: effects, reason and notes are in a
    drawer above it, which comes up when the cursor goes there.

    Attributes:
        slot: the reserved place for messages.
        drawer: what has no room in the narrow arrangement; whoever lays out the bar lays it out.

    Signals:
        outcome_picked: code. reason_picked: reason. notes_changed: the text, as typed.
        effect_requested: kind of the chip pressed. log_requested: Log was pressed.
        message_action: kind of the message whose action was pressed; undo_requested with it.
        missing_elsewhere: what is missing is not in this bar.
    """

    outcome_picked = Signal(str)
    reason_picked = Signal(str)
    notes_changed = Signal(str)
    effect_requested = Signal(str)
    log_requested = Signal()
    undo_requested = Signal()
    message_action = Signal(MessageKind)
    missing_elsewhere = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(self.tr("Outcome of the call"))
        self._view = BarView()
        self._filling = False
        self.effects = EffectRow(theme, parent=self)
        self.outcome = PickerField(theme, self.tr("Outcome"), key="F6",
                                   placeholder=self.tr("Pick or type an outcome"),
                                   parent=self)  # fmt: skip
        self.reason = PickerField(theme, self.tr("Reason"), editable=False,
                                  placeholder=self.tr("Pick a reason"), parent=self)  # fmt: skip
        self.note_area = TextArea(theme, self.tr("Notes"), key="F9", optional=self.tr("Optional"),
                                  placeholder=self.tr("What the next person who calls should know"),
                                  parent=self)  # fmt: skip
        self.log = Button(theme, self.tr("Log and next"), "primary", key="Ctrl+Return", height=40,
                          parent=self)  # fmt: skip
        self.missing = Label(theme, "", "meta", "warn", align=Qt.AlignmentFlag.AlignHCenter,
                             parent=self)  # fmt: skip
        self._hint_icon = Icon(theme, "circle-check", "ok", 14, parent=self)
        self._hint = Label(theme, "", "meta", "text3", parent=self)
        self.drawer = Card(theme, parent=parent)
        self.drawer.setAccessibleName(self.tr("Notes and more"))
        self._more = Button(theme, self.tr("Notes and more"), key="F9", parent=self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def slot(self) -> MessageSlot:
        """The reserved place for messages."""
        return self.effects.slot

    def chip(self, kind: str) -> Chip:
        """The chip of an effect, above which its sheet opens."""
        return self.effects.chips[kind]

    def notes(self) -> str:
        """What is typed as notes."""
        return self.note_area.text()

    def set_outcomes(self, options: tuple[Option, ...]) -> None:
        """Offer the outcome codes in force, grouped."""
        self.outcome.picker.set_options(options)

    def show_bar(self, view: BarView) -> None:
        """Show a call's disposition so far."""
        before, self._view = self._view, view
        self._filling = True
        self.effects.show_effects(view.effects, view.off)
        self._show_outcome(view)
        self._show_reason(view)
        self._show_notes(view, fresh=before.call != view.call)
        self.missing.set_text(_clause(view.missing))
        self.set_busy(view.busy)
        self.log.setEnabled(not view.off and not view.busy)
        self._filling = False

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Say what is missing, and put the focus where the first of it belongs."""
        fields = {"outcome": self.outcome, "code": self.outcome, "reason": self.reason,
                  "notes": self.note_area}  # fmt: skip
        for entry in missing:
            if entry.field in fields:
                fields[entry.field].set_error(entry.sentence)
        if not missing:
            return
        first = missing[0]
        self.missing.set_text("")  # said once, where it belongs
        self._show_hint("" if first.field in fields else first.sentence, "triangle-alert", "warn")
        say_aloud(self, first.sentence)
        if first.field in fields:
            fields[first.field].focus()
        elif first.field in self.effects.chips:
            self.chip(first.field).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.missing_elsewhere.emit(first.field)

    def set_busy(self, busy: bool) -> None:
        """Show that the log is being written."""
        if busy:
            self.log.set_busy(self.tr("Logging…"))
        else:
            self.log.end_busy()

    def focus_outcome(self) -> None:
        """Put the cursor into the outcome, ready to type another one."""
        self.outcome.focus()
        line = self.outcome.picker.lineEdit()
        if line is not None:
            line.selectAll()

    def focus_reason(self) -> None:
        """Put the focus on the reason."""
        self.reason.focus()

    def focus_notes(self) -> None:
        """Put the cursor into the notes."""
        self.note_area.focus()
        self.note_area.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _build(self) -> None:
        self._column, self._row, self._last = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._left, self._picks, self._below = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        self._picks.addWidget(self.outcome, 4, top)
        self._picks.addWidget(self.reason, 3, top)
        self._below.addWidget(self._hint_icon)
        self._below.addWidget(self._hint, 1)
        self._left.addLayout(self._picks)
        self._left.addLayout(self._below)
        self._left.addStretch(1)
        self._row.addLayout(self._left)
        self._row.addWidget(self.note_area, 0, top)
        self._row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addLayout(self._last)
        self._column.addLayout(self._row, 1)
        self._drawn = QHBoxLayout()
        self.drawer.body.addLayout(self._drawn)
        self.drawer.hide()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.note_area.edit.setHorizontalScrollBarPolicy(off)
        self.log.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.effects.effect_requested.connect(self.effect_requested)
        self.slot.action_requested.connect(self._on_action_requested)
        self.outcome.picker.picked.connect(self.outcome_picked)
        self.reason.picker.picked.connect(self.reason_picked)
        self.note_area.text_changed.connect(self._on_notes_changed)
        self.log.clicked.connect(self.log_requested)
        self._more.clicked.connect(self.focus_notes)

    def _restyle(self) -> None:
        px, compact = self.theme.px, self.theme.compact
        self.setFixedHeight(px(BAR_HEIGHT[self.theme.layout]))
        self._share_out()
        if self.theme.narrow:
            self._column.setContentsMargins(px(8), px(2), px(8), px(3))
        elif compact:
            self._column.setContentsMargins(px(16), px(6), px(16), 0)
        else:
            self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(px(0 if compact else 6))
        for row in (self._row, self._picks):
            row.setSpacing(px(8 if compact else 12))
        self._left.setSpacing(px(0 if compact else 4))
        self._below.setSpacing(px(6))
        self._row.setStretch(0, 7)
        self._row.setStretch(1, 0 if self.theme.narrow else 6 if compact else 9)
        self.note_area.set_height(44 if compact else 50)
        self.note_area.edit.document().setDocumentMargin(px(1 if compact else 2))
        self._place_log(compact)
        self._show_outcome(self._view)

    def _share_out(self) -> None:
        """What stands in the bar, and what in the drawer."""
        narrow, top = self.theme.narrow, Qt.AlignmentFlag.AlignTop
        self._more.setVisible(narrow)
        if narrow:
            self.drawer.body.insertWidget(0, self.effects)
            self._drawn.addWidget(self.reason, 2, top)
            self._drawn.addWidget(self.note_area, 3, top)
            self._drawn.setSpacing(self.theme.px(8))
        else:
            self._column.insertWidget(0, self.effects)
            self._picks.insertWidget(1, self.reason, 3, top)
            self._row.insertWidget(1, self.note_area, 0, top)

    def _place_log(self, compact: bool) -> None:
        """The sentence stands below the button, and above it in the tight arrangement."""
        while self._last.takeAt(0) is not None:
            pass
        px = self.theme.px
        narrow = self.theme.narrow
        self.log.set_height(34 if narrow else 40)
        self._last.setContentsMargins(0, px(0 if narrow else 6 if compact else 10), 0, 0)
        self._last.setSpacing(px(0 if narrow else 6 if compact else 4))
        if narrow:
            self._last.addStretch(1)
        for part in (self.missing, self.log) if compact else (self.log, self.missing):
            self._last.addWidget(part)
        if not narrow:
            self._last.addStretch(1)
        self.missing.setFixedWidth(self.log.sizeHint().width())

    def _show_outcome(self, view: BarView) -> None:
        picker = self.outcome.picker
        if picker.key() != view.code:
            picker.set_key(view.code)
        picker.setEnabled(not view.off)
        self.outcome.set_tag(self.tr("Proposed") if view.proposed and view.code else "")
        self.outcome.set_error("")
        self._show_hint("" if self.theme.compact else view.hint, view.hint_icon, "ok")
        picker.setAccessibleDescription(view.hint)

    def _show_hint(self, sentence: str, icon: str, role: Role) -> None:
        """Say below outcome and reason what logging brings, or what it waits for."""
        self._hint.set_text(sentence)
        self._hint.set_role("warn" if role == "warn" else "text3")
        self._hint_icon.set_icon(icon, role)
        for part in (self._hint, self._hint_icon):
            part.setVisible(bool(sentence))

    def _show_reason(self, view: BarView) -> None:
        self.reason.set_error("")
        if view.off:
            self.reason.picker.set_key("")
            self.reason.set_off(self.tr("Asked for by some codes"))
        elif not view.reasons:
            self.reason.picker.set_key("")
            self.reason.set_off(view.reason_off or self.tr("Not asked for this code"))
        else:
            self.reason.picker.set_options(tuple(Option(one, said(one)) for one in view.reasons))
            self.reason.picker.set_key(view.reason)
            self.reason.set_on()

    def _show_notes(self, view: BarView, *, fresh: bool) -> None:
        if fresh:
            self.note_area.set_text(view.notes)
        self.note_area.set_error("")
        if view.off:
            self.note_area.set_off(view.off)
        else:
            self.note_area.set_on()

    @Slot(str)
    def _on_notes_changed(self, text: str) -> None:
        if not self._filling:
            self.note_area.set_error("")
            self.notes_changed.emit(text)

    @Slot(MessageKind)
    def _on_action_requested(self, kind: MessageKind) -> None:
        self.message_action.emit(kind)
        if kind is MessageKind.UNDO:
            self.undo_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self.theme.color("line"))


def _clause(sentence: str) -> str:
    """The first clause of a sentence, for the little room beside Log."""
    return sentence.partition(",")[0].rstrip(".")

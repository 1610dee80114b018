"""What the column under the cursor fills, and how: the fields below the grid."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.bodies import Codes
from console.models.table_mapping import FieldRule, TableMapping
from console.rules import mapping_edit, mapping_fields
from console.ui.imports import mapping_fields as fields
from console.ui.imports import mapping_words
from console.ui.imports.mapping_columns import Line
from console.ui.theme.theme import Theme
from console.ui.widgets import Option, PickerField, Themed

AS_IT_STANDS = "-"
NOTHING = "-nothing"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the source, and what it means; None: what it says."""

    word: str
    meaning: str | None


class ColumnEditor(Themed, QWidget):
    """One picker for the field; one for the style of a date, or two for what a word means.

    Signals:
        filled: the field picked ("people.birth_date"), or "".
        dates_picked: "mdy" or "dmy".
        meaning_picked: a `Meaning`.
        left: Esc was pressed; the cursor belongs to the grid again.
    """

    filled = Signal(str)
    dates_picked = Signal(str)
    meaning_picked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._line: Line | None = None
        self._rule = FieldRule()
        self._codes: Codes | None = None
        self._offered: tuple[Option, ...] = ()
        self.field = PickerField(theme, self.tr("Fills"), key="Return", hints=True, parent=self)
        self.dates = PickerField(
            theme, self.tr("Dates"), editable=False, key="Right", hints=True, parent=self
        )
        self.word = PickerField(theme, self.tr("The word"), key="Right", hints=True, parent=self)
        self.means = PickerField(theme, self.tr("means"), hints=True, parent=self)
        row = self._row = QHBoxLayout(self)
        for part in (self.field, self.dates, self.word, self.means):
            row.addWidget(part, 2)
        row.addStretch(1)
        self._connect()
        self._restyle()

    def show_line(self, line: Line | None, table: TableMapping, codes: Codes | None) -> None:
        """Show the column of a line; `table` says what it may fill."""
        other = line is None or self._line is None or line.column != self._line.column
        self._line, self._codes = line, codes
        use = line.use if line else None
        self._rule = mapping_edit.rule_of(table, use) if use else FieldRule()
        self.setEnabled(line is not None)
        if line is None:
            return
        self.field.set_label(self.tr("{0} fills").format(line.column.name))
        offered = fields.options(table)
        if offered != self._offered:
            self._offered = offered
            self.field.picker.set_options(offered)
        self.field.picker.set_key(line.target or fields.NOT_TAKEN)
        self.field.set_error(line.wrong)
        self._show_dates(line)
        self._show_words(line, keep=not other)

    def edit_field(self, typed: str) -> None:
        """Put the cursor into the picker of fields, after what was typed already."""
        self.field.focus()
        edit = self.field.picker.lineEdit()
        if edit is None:
            return
        edit.selectAll()
        if typed:  # as if it had been typed here: the list of what fits opens
            press = QKeyEvent.Type.KeyPress
            key = QKeyEvent(press, 0, Qt.KeyboardModifier.NoModifier, typed)
            QCoreApplication.sendEvent(edit, key)

    def edit_way(self) -> bool:
        """Put the cursor where the column's dates or words are told; False where it has none."""
        part = next((one for one in (self.dates, self.word) if not one.isHidden()), None)
        if part is not None:
            part.focus()
        return part is not None

    def _show_dates(self, line: Line) -> None:
        shown = line.use is not None and mapping_words.has_dates(line.use.field)
        self.dates.setVisible(shown)
        if not shown:
            return
        both = mapping_words.may_be_read_both_ways(line.column)
        styles = (mapping_words.MDY, mapping_words.DMY)
        self.dates.picker.set_options(
            tuple(Option(style, mapping_words.dates(style)) for style in styles)
        )
        if both:
            self.dates.set_on()
            self.dates.picker.set_key(self._rule.dates or mapping_words.MDY)
        else:
            self.dates.picker.set_key("")
            self.dates.set_off(mapping_words.dates_as_written(line.column))
        self.dates.set_hint(line.unsure, "triangle-alert" if line.unsure else "", "warn")

    def _show_words(self, line: Line, *, keep: bool) -> None:
        known = mapping_fields.meanings(line.target)
        listed = {word: word for word in self._rule.values}
        listed |= {word.casefold(): word for word in line.column.words}
        shown = bool(line.use and (known or self._rule.values) and listed)
        self.word.setVisible(shown)
        self.means.setVisible(shown)
        if not shown:
            return
        before = self.word.picker.key() if keep else ""
        self.word.picker.set_options(tuple(self._word(*one) for one in listed.items()))
        self.word.picker.set_key(before or next(iter(listed)) or AS_IT_STANDS)
        self._show_meaning()

    def _word(self, word: str, shown: str) -> Option:
        return Option(word or AS_IT_STANDS, shown or self.tr("(empty)"))

    def _show_meaning(self) -> None:
        assert self._line is not None  # noqa: S101 - for the type checker
        target, word = self._line.target, self._current_word
        known = mapping_fields.meanings(target)
        own = [one for one in self._rule.values.values() if one and one not in known]
        listed = dict.fromkeys((*known, *own))
        self.means.picker.set_options(
            (
                Option(AS_IT_STANDS, self.tr("What it says")),
                Option(NOTHING, self.tr("Nothing")),
                *(Option(one, mapping_words.meaning(target, one, self._codes)) for one in listed),
            )
        )
        meant = self._rule.values.get(word)
        self.means.picker.set_key(AS_IT_STANDS if meant is None else meant or NOTHING)

    @property
    def _current_word(self) -> str:
        key = self.word.picker.key()
        return "" if key == AS_IT_STANDS else key

    def _connect(self) -> None:
        # Queued: what is picked gives the pickers other options, and the key that picked is still
        # on its way through the list of the old ones.
        later = Qt.ConnectionType.QueuedConnection
        self.field.picker.picked.connect(self._on_field_picked, later)
        self.dates.picker.picked.connect(self.dates_picked, later)
        self.word.picker.picked.connect(self._on_word_picked, later)
        self.means.picker.picked.connect(self._on_meaning_picked, later)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(12))
        for part in (self.field, self.dates, self.word, self.means):
            part.setMaximumWidth(self.theme.px(420))

    @Slot(str)
    def _on_field_picked(self, key: str) -> None:
        self.filled.emit("" if key == fields.NOT_TAKEN else key)

    @Slot(str)
    def _on_word_picked(self, _key: str) -> None:
        self._show_meaning()
        self.means.focus()

    @Slot(str)
    def _on_meaning_picked(self, key: str) -> None:
        meaning = {AS_IT_STANDS: None, NOTHING: ""}.get(key, key)
        self.meaning_picked.emit(Meaning(self._current_word, meaning))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

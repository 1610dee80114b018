"""One table of an import: what could not be told, its columns, and the column under the cursor."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.bodies import Codes
from console.models.table_mapping import TableMapping
from console.rules import mapping_edit
from console.rules.mapping_faults import Fault, FaultKind
from console.services.imports import Rejected
from console.services.imports.tables.proposal import ColumnView, TableView
from console.ui.imports import mapping_fields, mapping_words
from console.ui.imports.mapping_columns import ColumnGrid, Line
from console.ui.imports.mapping_editor import ColumnEditor, Meaning
from console.ui.parts import Marked, Page, clear
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Label, Rule, Themed

MOST_HIGH = 76
"""Of the doubts, in design px."""


class TablePart(Themed, QWidget):
    """Enter on a column picks its field, Right its dates or words, Delete takes it for nothing.

    Signals:
        changed: the table is to be read in another way (a `TableMapping`).
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._table = TableMapping(match=())
        self._codes: Codes | None = None
        self._shown: TableView | None = None
        self._doubted: tuple[str, ...] = ()
        self.title = Label(theme, "", "h3", parent=self)
        self.count = Label(theme, "", "meta", "text3", parent=self)
        self.doubts = Page(theme, flush=True, parent=self)
        self.grid = ColumnGrid(theme, parent=self)
        self.also = Label(theme, "", "meta", "text2", parent=self)
        self.keys = Label(
            theme,
            self.tr("Enter or a letter: what it fills · →: how it is read · Del: not taken"),
            "meta",
            "text3",
            parent=self,
        )
        self.editor = ColumnEditor(theme, parent=self)
        self._fill()
        self._connect()
        self._restyle()

    def forget(self) -> None:
        """Another import comes: the cursor stands on the first column."""
        self._shown = None

    def show_table(
        self,
        view: TableView,
        table: TableMapping,
        wrong: Sequence[Fault],
        codes: Codes | None,
        problems: Sequence[Rejected] = (),
    ) -> None:
        """Show a table, read as `table` says; the cursor stays while it is the same.

        `problems` are the files beside it that are no tables.
        """
        other = view is not self._shown
        self._shown, self._table, self._codes = view, table, codes
        self.title.set_text(view.title or view.label)
        becomes = mapping_fields.becomes(table)
        self.count.set_text(f"{becomes} · {mapping_words.rows(view.rows)}")
        self.also.set_text(mapping_words.unseen(table, codes))
        self.also.setVisible(bool(self.also.text()))
        self._show_doubts(
            (
                *((mapping_words.fault(one), "bad") for one in wrong),
                *((doubt, "warn") for doubt in mapping_words.doubts(view, table)),
                *((problem, "warn") for problem in mapping_words.problems(problems)),
            )
        )
        self.grid.show_lines(tuple(self._lines(view, wrong)), 0 if other else None)

    def show_nothing(self, problems: Sequence[Rejected]) -> None:
        """There is no table at all; say why of each file."""
        self._shown, self._table = None, TableMapping(match=())
        self.title.set_text(self.tr("There is no table in these files."))
        self.count.set_text("")
        self.also.hide()
        self._show_doubts(tuple((words, "bad") for words in mapping_words.problems(problems)))
        self.grid.show_lines(())

    def _lines(self, view: TableView, wrong: Sequence[Fault]) -> Iterator[Line]:
        for column in view.columns:
            uses = mapping_edit.uses(self._table, column.name)
            if not uses:
                yield Line(column=column, fills=mapping_fields.not_taken())
            for use in uses:
                yield self._line(column, use, wrong)

    def _line(self, column: ColumnView, use: mapping_edit.Use, wrong: Sequence[Fault]) -> Line:
        target = mapping_edit.target_of(self._table, use)
        rule = mapping_edit.rule_of(self._table, use)
        bad = next(
            (
                mapping_words.fault(one)
                for one in wrong
                if one.kind is FaultKind.TWICE
                and one.target == target
                and column.name in one.columns
            ),
            "",
        )
        return Line(
            column=column,
            use=use,
            target=target,
            fills=mapping_fields.field(target),
            how=mapping_words.how(column, target, rule, self._codes),
            wrong=bad,
            unsure=mapping_words.doubt(column) if mapping_words.has_dates(use.field) else "",
        )

    def _show_doubts(self, told: tuple[tuple[str, str], ...]) -> None:
        words = tuple(sentence for sentence, _ in told)
        self.doubts.setVisible(bool(words))
        if words == self._doubted:
            return
        self._doubted = words
        clear(self.doubts.column)
        for sentence, role in told:
            icon = "circle-alert" if role == "bad" else "triangle-alert"
            ink: Role = "bad" if role == "bad" else "warn"
            line = Marked(self.theme, icon, ink, sentence, parent=self.doubts.widget())
            self.doubts.column.addWidget(line)
            line.show()  # what is hidden still has no height
        self.doubts.column.addStretch(1)
        self._fit_doubts()

    def _fit_doubts(self) -> None:
        """As high as its sentences; more than some lines scroll."""
        bar, most = Qt.ScrollBarPolicy, self.theme.px(MOST_HIGH)
        high = max(self.doubts.column.totalHeightForWidth(self.width()), self.theme.px(26))
        scrolls = high > most
        self.doubts.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if scrolls else bar.ScrollBarAlwaysOff
        )
        self.doubts.setFixedHeight(min(high, most))

    def _fill(self) -> None:
        head = self._head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.doubts)
        self._column.addWidget(self.grid, 1)
        self._column.addWidget(Rule(self.theme, parent=self))
        self._column.addWidget(self.also)
        self._column.addWidget(self.editor)
        self._column.addWidget(self.keys)

    def _connect(self) -> None:
        self.grid.moved.connect(self._on_moved)
        self.grid.field_wished.connect(self.editor.edit_field)
        self.grid.way_wished.connect(self._on_way_wished)
        self.grid.taken_away.connect(self._on_taken_away)
        self.editor.filled.connect(self._on_filled)
        self.editor.dates_picked.connect(self._on_dates_picked)
        self.editor.meaning_picked.connect(self._on_meaning_picked)
        self.editor.left.connect(self._back)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._head.setSpacing(px(8))
        self._fit_doubts()

    @Slot()
    def _back(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_moved(self) -> None:
        self.editor.show_line(self.grid.line, self._table, self._codes)

    @Slot()
    def _on_way_wished(self) -> None:
        self.editor.edit_way()

    @Slot()
    def _on_taken_away(self) -> None:
        line = self.grid.line
        if line and line.use:
            self.changed.emit(mapping_edit.fill(self._table, line.column.name, "", line.use))

    @Slot(str)
    def _on_filled(self, target: str) -> None:
        line = self.grid.line
        if line and target != line.target:
            style = line.column.dates.style.value
            both = mapping_words.may_be_read_both_ways(line.column)
            self.changed.emit(
                mapping_edit.fill(
                    self._table, line.column.name, target, line.use, style if both else ""
                )
            )
        self._back()

    @Slot(str)
    def _on_dates_picked(self, style: str) -> None:
        line = self.grid.line
        if line and line.use:
            self.changed.emit(mapping_edit.set_dates(self._table, line.use, style))
        self._back()

    @Slot(object)
    def _on_meaning_picked(self, said: Meaning) -> None:
        line = self.grid.line
        if line and line.use:
            table = mapping_edit.set_meaning(self._table, line.use, said.word, said.meaning)
            self.changed.emit(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_doubts()

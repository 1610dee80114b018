"""The sheet that shows how the tables of an import would be read, and lets a person correct it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.models.bodies import Codes
from console.models.table_mapping import ImportMapping, TableMapping
from console.rules.mapping_faults import Fault, faults
from console.services.imports import Proposal
from console.services.imports.tables.preview import RowPreview
from console.services.imports.tables.proposal import TableView
from console.ui.imports import mapping_rows, mapping_words
from console.ui.imports.mapping_foot import MappingFoot
from console.ui.imports.mapping_table import TablePart
from console.ui.imports.mapping_tables import TableList
from console.ui.keys import IMPORT, SAVE, TRY
from console.ui.parts import Marked, clear
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Sheet

Preview = Sequence[Sequence[RowPreview]]
BESIDE_FROM = 1000
"""Design px: below this width the first rows stand below the columns, and the tables in no list."""


@dataclass(frozen=True, slots=True)
class PreviewWish:
    """Tables whose first rows shall be read by a mapping."""

    proposal: Proposal
    mapping: ImportMapping


class MappingSheet(Sheet):
    """One table at a time: its columns and what they fill, and beside them its first rows as they
    would be read. What the grid cannot show of a mapping stays as it is.

    The sheet stays open when Import or Try it is pressed; whoever listens closes it.

    Attributes:
        mapping: how the tables are to be read now.

    Signals:
        accepted: import with this `ImportMapping`.
        trial_wished: try this `ImportMapping` without writing anything.
        preview_wished: the mapping is another one (a `PreviewWish`); answer with `show_preview`.
        save_wished: keep this `ImportMapping` as a file.
        cancelled: the sheet was closed, and nothing is to be imported.
    """

    accepted = Signal(object)
    trial_wished = Signal(object)
    preview_wished = Signal(object)
    save_wished = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="table", key="Esc")
        self.set_title(self.tr("How these tables are read"))
        self.mapping = ImportMapping(tables=())
        self._proposal = Proposal((), (), self.mapping)
        self._codes: Codes | None = None
        self._preview: tuple[Preview, str, datetime] | None = None
        self._leaving = self._renewing = False
        self.tables = TableList(theme, self.tr("Tables"), parent=self)
        self.part = TablePart(theme, parent=self)
        self.rows = mapping_rows.PreviewRows(theme, parent=self)
        self.foot = MappingFoot(theme, parent=self)
        self._hint = Label(theme, self.tr("Ctrl PgDn: next table"), "meta", "text3", parent=self)
        self._rows_title = Label(theme, self.rows.accessibleName(), "h3", parent=self)
        self._trial = QVBoxLayout()
        self._fill_body()
        self._connect()
        self._restyle()

    def show_proposal(self, proposal: Proposal, codes: Codes | None = None) -> None:
        """Show how tables would be read; `codes` name the outcomes."""
        self._proposal, self._codes = proposal, codes
        self.mapping = proposal.mapping
        self._preview, self._leaving = None, False
        clear(self._trial)
        self.foot.show_fault("")
        self.tables.show_rows(())
        self.part.forget()
        self._show()
        self._arrange()
        if len(proposal.tables) > 1:
            self.tables.setCurrentIndex(self.tables.model().index(0, 0))
        self._show_rows()
        self.preview_wished.emit(PreviewWish(proposal, self.mapping))

    def show_preview(self, rows: Preview, zone: str, now: datetime) -> None:
        """Show the first rows of each table as the mapping reads them, in the center's zone."""
        self._preview = rows, zone, now
        self._show_rows()

    def show_trial(self, report: Mapping[str, Any]) -> None:
        """Show what a dry run counted: a report as the command line writes it."""
        self.foot.show_fault("")
        self._say_wrong()
        clear(self._trial)
        counts, reasons = mapping_rows.trial(report)
        self._trial.addWidget(
            Label(self.theme, self.tr("Tried, and nothing was written"), "h3", parent=self)
        )
        self._trial.addWidget(
            Marked(self.theme, "flask-conical", "accent_text", counts, below=reasons, parent=self)
        )

    def show_fault(self, sentence: str) -> None:
        """Say what went wrong; the mapping stays as it is."""
        self.foot.show_fault(sentence)

    def say(self, sentence: str) -> None:
        """Say below what was done."""
        self.foot.remark(sentence)

    def turn(self, step: int) -> None:
        """Go to the next table, or with -1 to the one before."""
        count = len(self._proposal.tables)
        if count > 1:
            place = (self._at + step) % count
            self.tables.setCurrentIndex(self.tables.model().index(place, 0))

    @property
    def _at(self) -> int:
        """The place of the table in view."""
        return max(0, self.tables.currentIndex().row())

    @property
    def _view(self) -> TableView | None:
        tables = self._proposal.tables
        return tables[self._at] if tables else None

    def _faults(self, at: int) -> tuple[Fault, ...]:
        return faults(self.mapping.tables[at], self.mapping.tables)

    def _change(self, table: TableMapping) -> None:
        """Read the table in view in another way, and look at what comes of it."""
        tables = list(self.mapping.tables)
        if table == tables[self._at]:
            return
        tables[self._at] = table
        self.mapping = replace(self.mapping, tables=tuple(tables))
        self._leaving = False
        clear(self._trial)
        self._show()
        self.preview_wished.emit(PreviewWish(self._proposal, self.mapping))

    def _show(self) -> None:
        places = range(len(self._proposal.tables))
        wrong = {at for at in places if self._faults(at)}
        if len(places) > 1:
            self._renewing = True  # the list is filled anew, and the same table stays in view
            self.tables.show_tables(self._proposal.tables, self.mapping.tables, wrong)
            self._renewing = False
        self._show_table()
        self._say_wrong()

    def _show_table(self) -> None:
        view = self._view
        if view is None:
            self.part.show_nothing(self._proposal.problems)
            return
        table = self.mapping.tables[self._at]
        wrong, problems = self._faults(self._at), self._proposal.problems
        self.part.show_table(view, table, wrong, self._codes, problems)
        place = self.tr("{0} of {1}").format(self._at + 1, len(self._proposal.tables))
        self.set_sub(place if len(self._proposal.tables) > 1 else "")

    def _show_rows(self) -> None:
        if self._preview is None or self._view is None:
            self.rows.clear()
            return
        rows, zone, now = self._preview
        self.rows.show_rows(rows[self._at], zone, now, self._codes)

    def _say_wrong(self) -> None:
        self.foot.show_wrong(self._wrong())

    def _wrong(self) -> str:
        """Why this cannot be imported, or ""."""
        return mapping_words.wrong(self._proposal.tables, self.mapping)

    def _fill_body(self) -> None:
        self.add_to_head(self._hint)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside = self._beside = QVBoxLayout()
        beside.addLayout(self._trial)
        beside.addWidget(self._rows_title)
        beside.addWidget(self.rows, 1)
        self._across.addWidget(self.tables)
        self._across.addWidget(self.part, 1)
        self._across.addLayout(beside)
        self.body.addLayout(self._across, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.tables.selectionModel().currentChanged.connect(self._on_table_changed)
        self.tables.entered.connect(self.part.grid.setFocus)
        self.part.changed.connect(self._change)
        self.foot.save_pressed.connect(self._on_save)
        self.foot.try_pressed.connect(self._on_try)
        self.foot.import_pressed.connect(self._on_import)
        self.foot.cancel_pressed.connect(self._leave)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            (SAVE, self.foot.save.click),
            (TRY, self.foot.try_it.click),
            (IMPORT, self.foot.go.click),
            ("Ctrl+PgDown", self._on_next),
            ("Ctrl+PgUp", self._on_previous),
        )
        for chord, do in keys:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(chord), self, context=context)
            shortcut.activated.connect(do)

    @Slot()
    def _on_table_changed(self) -> None:
        if not self._renewing:
            self._show_table()
            self._show_rows()

    @Slot()
    def _on_next(self) -> None:
        self.turn(1)

    @Slot()
    def _on_previous(self) -> None:
        self.turn(-1)

    def cycle(self) -> bool:
        """From the tables to the columns to the first rows, and round."""
        parts = [self.tables, self.part.grid, self.rows, self.foot.go]
        there = [part for part in parts if part.isVisible() and part.isEnabled()]
        focused = self.window().focusWidget()
        at = next((n for n, part in enumerate(there) if part is focused), -1)
        there[(at + 1) % len(there)].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @Slot()
    def _on_save(self) -> None:
        self.save_wished.emit(self.mapping)

    @Slot()
    def _on_try(self) -> None:
        self.trial_wished.emit(self.mapping)

    @Slot()
    def _on_import(self) -> None:
        if not self._wrong():
            self.accepted.emit(self.mapping)

    @Slot()
    def _leave(self) -> None:
        """What was corrected is given up by the second press only."""
        if self.mapping != self._proposal.mapping and not self._leaving:
            self._leaving = True
            self.foot.remark(self.tr("Press Esc again to give up what you corrected."))
            return
        self.close_sheet()
        self.cancelled.emit()

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "foot"):
            self._arrange()

    def _arrange(self) -> None:
        px, several = self.theme.px, len(self._proposal.tables) > 1
        beside = self.width() >= px(BESIDE_FROM)
        self._hint.setVisible(several)
        self.tables.setVisible(several and beside)
        self.part.keys.setVisible(beside)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._across.setSpacing(px(16 if beside else 8))
        self._beside.setSpacing(px(6))
        self.tables.setFixedWidth(px(196))
        self.rows.setMinimumWidth(px(300 if self.theme.compact else 400) if beside else px(120))
        self.rows.setMaximumHeight(16_777_215 if beside else px(150))

    def _focus_first(self) -> None:
        self.part.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

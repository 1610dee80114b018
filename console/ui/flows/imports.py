"""Imports: chosen, begun, followed and undone on a sheet while the desk keeps working."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError
from console.models.ids import CommandId
from console.models.terms import Role
from console.models.views import ImportView
from console.services.imports.orders import ImportOrder
from console.ui.flows.call import CallFlow
from console.ui.flows.import_run import ImportRun
from console.ui.flows.import_start import ImportStart
from console.ui.flows.mapping import MakeSheet, MappingStep
from console.ui.flows.parts import Parts
from console.ui.imports import ImportsSheet, Shown, Told, wording
from console.ui.imports.values import of_document, of_record
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets import MessageKind
from console.ui.window import CONSOLE

if TYPE_CHECKING:
    from console.services.center import Center


@dataclass(frozen=True, slots=True)
class Looked:
    """The imports on record, and those that this desk can go on with, by their marks."""

    imports: tuple[ImportView, ...]
    kept: dict[str, ImportOrder]


class ImportFlow(QObject):
    """The sheet can be closed while an import runs; the status bar shows how far it is.

    Signals:
        begun: an import runs.
        ended: one came to its end or a pause, or was undone: other people may be on record.
    """

    begun = Signal()
    ended = Signal()

    def __init__(
        self,
        parts: Parts,
        calls: CallFlow,
        parent: QObject | None = None,
        *,
        mapping_sheet: MakeSheet | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._looked = Looked((), {})
        self._asked = self._listed = False
        self._fresh: Told | CommandId | None = None
        self.run = ImportRun(parts, self)
        self._mapping_sheet = mapping_sheet
        self._connect(calls)

    def _connect(self, calls: CallFlow) -> None:
        self.run.begun.connect(self._on_begun)
        self.run.moved.connect(self._on_moved)
        self.run.reported.connect(self._on_reported)
        self.run.failed.connect(self._on_failed)
        self.run.undone.connect(self._on_undone)
        self.run.not_undone.connect(self._on_not_undone)
        calls.began.connect(self._on_call_began)
        self._parts.window.status.work_requested.connect(self.open)
        self._parts.session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> ImportsSheet:
        """Made when it is first asked for."""
        sheet = ImportsSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.go_on_requested.connect(self._on_go_on)
        sheet.pause_requested.connect(self.run.pause)
        sheet.undo_requested.connect(self.run.undo)
        return sheet

    @cached_property
    def _mapping(self) -> MappingStep:
        """The question how tables are read, on the way from choosing files to an import."""
        start = ImportStart(self._parts, self.run, self.sheet, self._mapping_sheet, self)
        return start.mapping

    @property
    def _is_open(self) -> bool:
        return "sheet" in self.__dict__ and self.sheet.isVisible()

    @Slot()
    def open(self) -> None:
        """Alt Shift I: the list; or the report of what has ended since it was last open."""
        self._parts.window.show_page(CONSOLE)
        if not self._mapping.bring_back():
            self.sheet.open_book()
            self._read()

    @Slot()
    def open_new(self) -> None:
        """Straight to choosing files, as from the empty database."""
        if self.run.is_busy or self._why_not():
            self.open()
        elif not self._mapping.bring_back():
            self.sheet.open_choose()
            self._read()

    def choose(self, number: int) -> bool:
        """A digit with Alt; whether it was the sheet's to take."""
        return self._is_open and self.sheet.digit(number)

    @Slot()
    def look(self) -> None:
        """Says once that an import waits here to go on."""
        if not self._asked and not self._why_not():
            self._asked = True
            work = partial(_waiting, self._parts.center)
            self._parts.tasks.run(Lane.READS, work, self._on_waiting, self._on_not_looked)

    def stop(self) -> None:
        self.run.stop()

    # What is shown

    def _why_not(self) -> str:
        """Why whoever acts may not import; empty when she may."""
        session = self._parts.session
        if self._parts.center.shared.embedded:
            return ""
        if session.staff is None or session.staff.role is not Role.ADMINISTRATOR:
            return self.tr(
                "Administrators bring people in and take imports back. You see what was brought."
            )
        if session.desk.offline_since is not None:
            return self.tr("The server cannot be reached. Imports wait until it is back.")
        return ""

    def _read(self) -> None:
        self.sheet.book.show_loading()
        work = partial(_look, self._parts.center, forget=not self.run.is_busy)
        self._parts.tasks.run(Lane.READS, work, self._on_looked, self._on_unread, key="imports")

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        self._show()
        if self._fresh is not None and self.sheet.on_list:
            fresh, self._fresh = self._fresh, None
            self._open_report(fresh)

    def _open_report(self, fresh: Told | CommandId) -> None:
        """Of an import that has just ended; of one that was undone, as it is on record now."""
        if isinstance(fresh, Told):
            self.sheet.open_report(fresh)
            return
        for one in self._looked.imports:
            if one.id == fresh:
                self.sheet.open_report(of_record(one))

    def _show(self) -> None:
        library, undoing = self._parts.session.library, self.run.undoing
        self.sheet.show_imports(
            Shown(
                imports=self._looked.imports,
                kept=frozenset(self._looked.kept),
                running=self.run.mark,
                undoing=undoing.entry if undoing else None,
                is_busy=self.run.is_busy,
                why_not=self._why_not(),
                zone=library.rules.zone if library else "UTC",
                now=self._parts.clock(),
            )
        )
        self._show_progress()

    def _show_progress(self) -> None:
        progress = wording.progress_of(self.run.importing, self.run.undoing)
        if "sheet" in self.__dict__:
            self.sheet.show_progress(progress)
        waits = bool(self._looked.kept) and not self._why_not()
        resting = self.tr("An import waits to go on") if waits else ""
        self._parts.window.status.set_work(progress.short if progress else resting)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """Somebody else acts, or the server went or came back: other things may be done."""
        if changes & (Changes.STAFF | Changes.CONNECTION) and self._is_open:
            self._show()

    @Slot(object)
    def _on_unread(self, error: Exception) -> None:
        self.sheet.book.show_unread(self._sentence(error))

    @Slot(object)
    def _on_waiting(self, looked: Looked | None) -> None:
        if looked is None or not looked.kept or self.run.is_busy:
            return
        self._looked = looked
        self._show_progress()
        slot = self._parts.window.console.bar.slot
        if slot.message(MessageKind.CONFLICT) is None:  # a call to finish is more urgent
            words = self.tr("An import waits to go on: {0}.")
            self._parts.notices.tell(words.format(self._parts.key("Alt+Shift+I")))

    @Slot(object)
    def _on_not_looked(self, _error: Exception) -> None:
        """The list says so when it is opened; the status bar says when we are offline."""

    @Slot()
    def _on_call_began(self) -> None:
        """The record of the caller belongs there now; the import goes on."""
        if "sheet" in self.__dict__:
            self._mapping.put_away()
            self.sheet.close_sheet()

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, ConsoleError):
            return said(error.message)
        self._parts.notices.report(error)
        return self.tr("Something went wrong that is not known. Try it again.")

    @Slot(object)
    def _on_go_on(self, one: ImportView) -> None:
        order = self._looked.kept.get(one.mark)
        if order is not None:
            self.run.begin(order, one.mark)

    # Following

    @Slot()
    def _on_begun(self) -> None:
        self._fresh, self._listed = None, False
        self._show()
        if not self._mapping.asks:
            self.sheet.choose.show_ready()
            self.sheet.show_back()
        self.begun.emit()

    @Slot()
    def _on_moved(self) -> None:
        importing = self.run.importing
        if importing is not None and importing.job.state.read and not self._listed:
            self._listed = True  # by now its record stands in the list
            self._read()
        self._show_progress()

    @Slot(object)
    def _on_reported(self, report: Mapping[str, Any]) -> None:
        told = of_document(report)
        if told.dry_run and self._mapping.asks:
            self._mapping.show_trial(report)
            self._show_progress()
            return
        self._parts.notices.tell(wording.ended(told, self._parts.key("Alt+Shift+I")))
        self.sheet.keep(told)
        self._fresh = None if told.paused else told
        if not told.dry_run:
            self.sheet.choose.clear()
        self._look_again()

    @Slot(str)
    def _on_failed(self, fault: str) -> None:
        sentence = said(fault)
        self._look_again()
        if self._mapping.asks:
            self._mapping.show_fault(sentence)
        else:
            self._parts.notices.tell(sentence)
            self.sheet.book.say(sentence)

    @Slot(object)
    def _on_undone(self, entry: CommandId | None) -> None:
        if entry is not None:
            words = self.tr("The import is undone. What became of it: {0}.")
            self._parts.notices.tell(words.format(self._parts.key("Alt+Shift+I")))
        self._fresh = entry
        self._look_again()

    @Slot(object)
    def _on_not_undone(self, error: Exception) -> None:
        sentence = self._sentence(error)
        self._look_again()
        self.sheet.book.say(sentence)

    def _look_again(self) -> None:
        self._show_progress()
        self._read()
        self.ended.emit()


def _look(center: "Center", *, forget: bool) -> Looked:
    imports = center.imports.latest()
    return Looked(imports, center.import_orders.going(imports, forget=forget))


def _waiting(center: "Center") -> Looked | None:
    """What this desk can go on with; mostly nothing was kept, and the server is not asked."""
    return _look(center, forget=True) if center.import_orders.kept() else None

"""What comes before an import runs: files are chosen, their mapping asked about, refusals told."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from console.errors import ConsoleError
from console.services.imports.orders import ImportOrder
from console.ui.flows.import_run import ImportRun
from console.ui.flows.mapping import MakeSheet, MappingStep
from console.ui.flows.parts import Parts
from console.ui.imports import ImportsSheet
from console.ui.said import said


class ImportStart(QObject):
    """Leads from the page on which files are chosen to an import that runs.

    Attributes:
        mapping: the question how tables are read.
    """

    def __init__(
        self,
        parts: Parts,
        run: ImportRun,
        sheet: ImportsSheet,
        mapping_sheet: MakeSheet | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._run = run
        self._sheet = sheet
        self._tried: ImportOrder | None = None
        self.mapping = MappingStep(parts, mapping_sheet, self)
        self._connect()

    def _connect(self) -> None:
        self._sheet.files_requested.connect(self._on_files)
        self._sheet.folder_requested.connect(self._on_folder)
        self._sheet.begin_requested.connect(self._on_begin)
        self._sheet.again_requested.connect(self._on_again)
        self.mapping.mapped.connect(self._on_mapped)
        self.mapping.left.connect(self._on_mapping_left)
        self.mapping.failed.connect(self._on_refused)
        self._run.refused.connect(self._on_refused)

    @Slot()
    def _on_files(self) -> None:
        title = self.tr("Files to import")
        files, _ = QFileDialog.getOpenFileNames(self._parts.window, title)
        self._sheet.add(tuple(map(Path, files)))

    @Slot()
    def _on_folder(self) -> None:
        title = self.tr("Folder to import")
        folder = QFileDialog.getExistingDirectory(self._parts.window, title)
        self._sheet.add((Path(folder),) if folder else ())

    @Slot(object)
    def _on_begin(self, order: ImportOrder) -> None:
        self._sheet.choose.show_busy()
        self.mapping.begin(order)

    @Slot(object)
    def _on_mapped(self, order: ImportOrder) -> None:
        self._tried = order if order.dry_run else None
        self._run.begin(order)

    @Slot()
    def _on_mapping_left(self) -> None:
        self._sheet.choose.show_ready()
        self._sheet.open_choose()

    @Slot()
    def _on_again(self) -> None:
        if self._tried is not None:
            self._run.begin(replace(self._tried, dry_run=False))

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        """Wherever it was begun, as far as that is still in view; what was chosen stays."""
        sentence = self._sentence(error)
        self._sheet.choose.show_ready()
        if self.mapping.asks:
            self.mapping.show_fault(sentence)
        elif self._sheet.on_list:
            self._sheet.book.say(sentence)
        elif self._sheet.isVisible():
            self._sheet.choose.show_refused(sentence)
            self._sheet.open_choose()
        else:
            self._parts.notices.tell(sentence)

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, ConsoleError):
            return said(error.message)
        self._parts.notices.report(error)
        return self.tr("It could not begin. Nothing was changed.")

"""Behind the mapping sheet: its first rows read off the screen's thread, its mapping saved."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from console.models.table_mapping import ImportMapping
from console.services.imports.tables import mapping_files
from console.services.imports.tables.preview import RowPreview, preview
from console.ui.flows.parts import Parts
from console.ui.imports.mapping import MappingSheet, PreviewWish
from console.ui.tasks import Lane

KEY = "mapping preview"


class MappingPreview(QObject):
    """Answers the sheet while it is open; what was asked for before the last change is dropped."""

    def __init__(self, parts: Parts, sheet: MappingSheet) -> None:
        super().__init__(sheet)
        self._parts = parts
        self._sheet = sheet
        sheet.preview_wished.connect(self._on_preview_wished)
        sheet.save_wished.connect(self._on_save_wished)

    @property
    def _zone(self) -> str:
        library = self._parts.session.library
        return library.rules.zone if library else "UTC"

    @Slot(object)
    def _on_preview_wished(self, wish: PreviewWish) -> None:
        read = partial(
            preview, wish.proposal, wish.mapping, now=self._parts.clock(), zone=self._zone
        )
        self._parts.tasks.run(Lane.READS, read, self._on_read, self._on_failed, key=KEY)

    @Slot(object)
    def _on_read(self, rows: tuple[tuple[RowPreview, ...], ...]) -> None:
        self._sheet.show_preview(rows, self._zone, self._parts.clock())

    @Slot(object)
    def _on_save_wished(self, mapping: ImportMapping) -> None:
        title = self.tr("Save mapping")
        names = self.tr("Mapping (*.yaml)")
        chosen, _ = QFileDialog.getSaveFileName(self._sheet, title, "mapping.yaml", names)
        if chosen:
            work = partial(_write, Path(chosen), mapping)
            self._parts.tasks.run(Lane.DESK, work, self._on_saved, self._on_failed)

    @Slot(object)
    def _on_saved(self, file: Path) -> None:
        self._sheet.say(self.tr("Saved as {0}.").format(file.name))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)


def make_mapping_sheet(parts: Parts) -> MappingSheet:
    """The sheet over the whole page: columns and first rows need its width."""
    sheet = MappingSheet(parts.window.theme, pane=parts.window.pages)
    MappingPreview(parts, sheet)
    return sheet


def _write(file: Path, mapping: ImportMapping) -> Path:
    mapping_files.write(file, mapping)
    return file

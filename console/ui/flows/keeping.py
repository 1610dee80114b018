"""An entry kept outside the console: on paper or in a text file, by the system's own dialogs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from console.errors import EnvironmentFault
from console.models.terms import AuditKind
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane
from console.ui.text import translate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FILE = "timeline-entry.txt"
"""Proposed for a file: nothing of anybody."""


class Keeping(QObject):
    """Writing and printing run in a lane; what leaves the console this way is audited."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts

    @Slot(str)
    def save_text(self, text: str) -> None:
        """Ask for a file and write the text there."""
        title, names = self.tr("Save entry"), self.tr("Text (*.txt)")
        chosen, _ = QFileDialog.getSaveFileName(self._parts.window, title, FILE, names)
        if chosen:
            said = self.tr("Saved as {0}.").format(Path(chosen).name)
            self._keep(partial(_write, Path(chosen), text), said, "file")

    @Slot(str)
    def print_text(self, text: str) -> None:
        """Ask for a printer, or a PDF file in its place, and print the text."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.tr("Timeline entry"))
        dialog = QPrintDialog(printer, self._parts.window)
        wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted:
            self._keep(partial(_print, printer, text), self.tr("Handed to the printer."), "print")

    def _keep(self, work: partial[None], said: str, how: str) -> None:
        done = partial(self._on_kept, said, how)
        self._parts.tasks.run(Lane.READS, work, done, self._parts.notices.report)

    def _on_kept(self, said: str, how: str, _none: None) -> None:
        note = partial(self._parts.center.trail.note, AuditKind.EXPORT, f"timeline entry, {how}")
        self._parts.tasks.run(Lane.READS, partial(note, count=1), self._on_noted)
        self._parts.notices.tell(said)

    @Slot(object)
    def _on_noted(self, _none: None) -> None:
        """It is in the audit; nothing to show."""


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise EnvironmentFault(
            translate(
                "keeping",
                "The entry was not saved there. Check the folder and its room, or pick another.",
            )
        ) from error


def _print(printer: "QPrinter", text: str) -> None:
    """Its own document on its own painter: nothing of the screen is touched from here."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setPlainText(text)
    document.print_(printer)
    if printer.printerState() is printer.PrinterState.Error:
        raise EnvironmentFault(
            translate("keeping", "The entry was not printed. Look at the printer and try again.")
        )

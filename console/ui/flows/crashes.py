"""What went wrong in the last run is offered once, and can be read and saved at any time."""

from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from console.services.crashes import CrashBook
from console.ui.crash_sheet import CrashSheet
from console.ui.notices import Notices
from console.ui.session import Session
from console.ui.tasks import Lane, Tasks
from console.ui.widgets import Message, MessageKind
from console.ui.window import CONSOLE, Window


class CrashFlow(QObject):
    """Nothing is sent anywhere: whoever reads it may save a file, and pass that on.

    It needs no center: that one could not be opened may be what went wrong.
    """

    def __init__(
        self,
        book: CrashBook,
        window: Window,
        session: Session,
        tasks: Tasks,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._window, self._session = book, window, session
        self._tasks, self._notices = tasks, notices
        window.console.bar.message_action.connect(self._on_message_action)
        session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> CrashSheet:
        """Made when it is first asked for: most desks never see it."""
        sheet = CrashSheet(self._window.theme, pane=self._window.console.centre)
        sheet.save_requested.connect(self._on_save)
        sheet.forget_requested.connect(self._on_forget)
        return sheet

    def offer(self) -> None:
        """Says that something of the run before can be read, below every other message."""
        if self._book.has_last:
            words = self.tr("Something went wrong last time. The report has no personal data.")
            self._offer(words, self.tr("Report of the last run"))

    def offer_now(self) -> None:
        """The same where the console cannot start, and of this run as well."""
        if self._book.report():
            words = self.tr("There is a report of what went wrong. It has no personal data.")
            self._offer(words, self.tr("Report of what went wrong"))

    def _offer(self, words: str, short: str) -> None:
        self._window.console.bar.slot.show_message(
            Message(
                MessageKind.NOTE, words, short=short, action=self.tr("Read it"), key="Alt+Shift+R"
            )
        )

    @Slot()
    def open(self) -> None:
        """Alt Shift R: between calls the report; during one it would cover the record."""
        if self._session.draft is not None:
            self._notices.tell(self.tr("The report opens after the call."))
            return
        self._tasks.run(Lane.DESK, self._book.report, self._on_report, self._notices.report)

    @Slot(object)
    def _on_report(self, report: str) -> None:
        slot = self._window.console.bar.slot
        slot.dismiss(MessageKind.NOTE)
        if not report:
            self._notices.tell(self.tr("Nothing is known to have gone wrong."))
            return
        self._window.show_page(CONSOLE)
        at = datetime.now(UTC).date().isoformat()
        self.sheet.open_for(report, str(Path.home() / f"engagement-console-report-{at}.txt"))

    @Slot(str)
    def _on_save(self, typed: str) -> None:
        path = Path(typed.strip()).expanduser()
        write = partial(_write, path, self.sheet.report.edit.toPlainText())
        self._tasks.run(Lane.DESK, write, partial(self._on_saved, path), self._on_not_saved)

    def _on_saved(self, path: Path, _none: object) -> None:
        self.sheet.show_saved(str(path))

    @Slot(object)
    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, FileExistsError):
            self.sheet.show_not_saved(self.tr("There is such a file already. Type another name."))
        else:
            self.sheet.show_not_saved(self.tr("It cannot be written there. Type another place."))

    @Slot()
    def _on_forget(self) -> None:
        self._tasks.run(Lane.DESK, self._book.forget, self._on_forgotten, self._notices.report)

    @Slot(object)
    def _on_forgotten(self, _none: object) -> None:
        self.sheet.close_sheet()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        """A call needs the room that the sheet covers."""
        if "sheet" in self.__dict__ and self._session.draft is not None:
            self.sheet.close_sheet()

    @Slot(object)
    def _on_message_action(self, kind: MessageKind) -> None:
        if kind is MessageKind.NOTE:
            self.open()


def _write(path: Path, report: str) -> None:
    """Raises OSError; a file that is there is somebody's."""
    with path.open("x", encoding="utf-8") as file:
        file.write(report)

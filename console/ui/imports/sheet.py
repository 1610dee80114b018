"""The sheet of imports over the middle of the console: the list, and a page for each way on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.models.ids import CommandId
from console.models.views import ImportView
from console.ui import text
from console.ui.imports.book import BookPage
from console.ui.imports.choose import ChoosePage
from console.ui.imports.progress import ProgressStrip
from console.ui.imports.report import ReportPage
from console.ui.imports.undo import UndoPage
from console.ui.imports.values import Progress, Shown, Told, of_record
from console.ui.theme.theme import Theme
from console.ui.widgets import Sheet

PAUSE = 4
"""The digit with Alt that pauses what runs, on every page."""


class ImportsSheet(Sheet):
    """Esc leads from a page back to the list, and from there out of the sheet.

    Digits with Alt do what the page in view offers. What runs stands above every page.

    Attributes:
        book, choose, report, undo: the pages.

    Signals:
        begin_requested: import this (an `ImportOrder`).
        go_on_requested: with this one (an `ImportView`).
        pause_requested: the one that runs.
        undo_requested: take one back (an `Undo`).
        again_requested: do for good what the dry run tried.
        files_requested, folder_requested: open the dialog of the system.
    """

    begin_requested = Signal(object)
    go_on_requested = Signal(object)
    pause_requested = Signal()
    undo_requested = Signal(object)
    again_requested = Signal()
    files_requested = Signal()
    folder_requested = Signal()

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="upload", key="Esc")
        self.set_title(self.tr("Imports"))
        self._shown: Shown | None = None
        self._told: dict[CommandId, Told] = {}
        self._progress = ProgressStrip(theme, parent=self)
        self._stack = QStackedWidget(self)
        self.book = BookPage(theme, parent=self._stack)
        self.choose = ChoosePage(theme, parent=self._stack)
        self.report = ReportPage(theme, parent=self._stack)
        self.undo = UndoPage(theme, parent=self._stack)
        for page in (self.book, self.choose, self.report, self.undo):
            self._stack.addWidget(page)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def open_book(self) -> None:
        """Open on the list, and take the focus."""
        self.book.say("")
        self._stack.setCurrentWidget(self.book)
        if self.isHidden():
            self.open_sheet()
        else:
            self._focus_first()

    def open_choose(self) -> None:
        """Open on choosing files; the ones chosen before are still there."""
        self._turn_to(self.choose)

    def open_report(self, told: Told) -> None:
        """Open on what an import has just told."""
        self.keep(told)
        self.report.show_report(told, self._record(told), self._shown)
        self._turn_to(self.report)

    def keep(self, told: Told) -> None:
        """What an import told, with places, for as long as this window is open."""
        if told.entry is not None:
            self._told[told.entry] = told

    def show_imports(self, shown: Shown) -> None:
        """Show these; the page in view stays."""
        had_focus = self._has_focus()
        self._shown = shown
        self.book.show_imports(shown)
        if self.on_list and had_focus:
            self.book.focus_first()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far it is; None when nothing runs."""
        self._progress.show_progress(progress)

    def show_back(self) -> None:
        """The list again."""
        self.book.say("")
        if self.isVisible():
            self._turn_to(self.book)
        else:
            self._stack.setCurrentWidget(self.book)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Choose these to be imported, too."""
        self.choose.add(paths)
        self.choose.focus_first()

    @property
    def on_list(self) -> bool:
        """Whether the list is in view."""
        return self.isVisible() and self._stack.currentWidget() is self.book

    def digit(self, number: int) -> bool:
        """What a digit with Alt does here; False while the cursor is elsewhere."""
        if not self.isVisible() or not self._has_focus():
            return False
        page, pause = self._stack.currentWidget(), self._progress.pause
        if number == PAUSE and pause.isVisible() and pause.isEnabled():
            pause.click()
        elif isinstance(page, BookPage | ChoosePage):
            page.choose(number)
        return True

    def _turn_to(self, page: QWidget) -> None:
        """Another page; the focus goes with it, unless somebody types elsewhere meanwhile."""
        had_focus = self._has_focus()
        self._stack.setCurrentWidget(page)
        if self.isHidden():
            self.open_sheet()
        elif had_focus:
            self._focus_first()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is self or self.isAncestorOf(focused or self.window())

    def _record(self, told: Told) -> ImportView | None:
        imports = self._shown.imports if self._shown else ()
        return next((one for one in imports if one.id == told.entry), None)

    def _connect(self) -> None:
        self._progress.pause.clicked.connect(self._on_pause)
        self.book.report_requested.connect(self._on_report)
        self.book.undo_requested.connect(self._on_undo)
        self.book.new_requested.connect(self.open_choose)
        self.book.go_on_requested.connect(self.go_on_requested)
        self.choose.begin_requested.connect(self.begin_requested)
        self.choose.files_requested.connect(self.files_requested)
        self.choose.folder_requested.connect(self.folder_requested)
        self.undo.undo_requested.connect(self.undo_requested)
        self.report.again_requested.connect(self.again_requested)
        for page in (self.choose, self.report, self.undo):
            page.back_requested.connect(self.show_back)

    @Slot()
    def _on_pause(self) -> None:
        self._progress.show_pausing()
        self.pause_requested.emit()

    @Slot(object)
    def _on_report(self, one: ImportView) -> None:
        """What it told in this window has places; the record adds what became of it since."""
        self._stack.setCurrentWidget(self.report)
        told = self._told.get(one.id)
        if told is None or one.undone:
            told = of_record(one)
        self.report.show_report(told, one, self._shown)
        self._focus_first()

    @Slot(object)
    def _on_undo(self, one: ImportView) -> None:
        zone, now = (self._shown.zone, self._shown.now) if self._shown else ("UTC", one.at)
        self.undo.ask(one, text.moment(one.at, zone, now))
        self._stack.setCurrentWidget(self.undo)
        self._focus_first()

    def _focus_first(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, BookPage | ChoosePage | ReportPage | UndoPage):
            page.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self.book:
            self.show_back()
        else:
            super().keyPressEvent(event)

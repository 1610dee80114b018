"""The page on which files and folders are chosen to be imported."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.services.imports.orders import ImportOrder
from console.ui.listing import TallLines
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, CheckBox, Field, Label, Rule, Themed

FILES, FOLDER = 1, 2
"""The digits that open the system's dialogs."""


class ChoosePage(Themed, QWidget):
    """Enter adds what is typed, and begins once nothing is; Delete takes one away again.

    Signals:
        begin_requested: import these (an `ImportOrder`).
        files_requested, folder_requested: open the dialog of the system.
        back_requested: nothing is to be imported now; what was chosen stays.
    """

    begin_requested = Signal(object)
    files_requested = Signal()
    folder_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.field = Field(
            theme,
            self.tr("File or folder"),
            placeholder=self.tr("Type or paste a path"),
            hints=True,
            parent=self,
        )
        self._files = Button(
            theme, self.tr("Choose files"), icon="file-text", key="Alt+1", parent=self
        )
        self._folder = Button(
            theme, self.tr("Choose a folder"), icon="package-open", key="Alt+2", parent=self
        )
        self._rule = Rule(theme, parent=self)
        self._title = Label(theme, self.tr("To be imported"), "field", "text2", parent=self)
        self._none = Label(theme, self.tr("Nothing chosen yet."), "body", "text3", parent=self)
        self.list = TallLines(theme, self.tr("To be imported"), parent=self)
        self.dry_run = CheckBox(
            theme, self.tr("Dry run: read everything, change nothing"), parent=self
        )
        self.rejected = CheckBox(
            theme, self.tr("Save rejected rows beside the first file"), parent=self
        )
        self.begin = Button(theme, self.tr("Begin"), icon="upload", parent=self)
        self.back = Button(theme, self.tr("Back"), "quiet", key="Esc", parent=self)
        self._build()
        self._connect()
        self._restyle()
        self._show(())

    def add(self, paths: tuple[Path, ...]) -> None:
        """Choose these, too."""
        added = [path for path in dict.fromkeys(paths) if path not in self.paths]
        self._show((*self.paths, *added))

    def clear(self) -> None:
        """They were imported: nothing is chosen any more."""
        self._show(())
        self.field.set_text("")
        self.dry_run.setChecked(False)
        self.rejected.setChecked(False)

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(row.key for row in self.list.rows() if isinstance(row.key, Path))

    def choose(self, digit: int) -> None:
        """What a digit with Alt does here."""
        if digit == FILES:
            self.files_requested.emit()
        elif digit == FOLDER:
            self.folder_requested.emit()

    def show_busy(self) -> None:
        """The files are looked at before the import begins."""
        self.begin.set_busy(self.tr("Looking at the files"))

    def show_ready(self) -> None:
        self.begin.end_busy()

    def show_refused(self, sentence: str) -> None:
        """Say why it did not begin; what was chosen stays."""
        self.show_ready()
        self.field.set_error(sentence)

    def focus_first(self) -> None:
        self.field.focus()

    def _show(self, paths: tuple[Path, ...]) -> None:
        rows = tuple(Row(key=path, title=path.name or str(path), line=str(path.parent))
                     for path in paths)  # fmt: skip
        self.list.show_rows(rows)
        self._none.setVisible(not rows)
        self._space.setVisible(not rows)
        self._show_hint()

    def _show_hint(self) -> None:
        typed = bool(self.field.text().strip())
        self.field.set_key("Return" if typed else "")
        self.begin.set_key("Return" if self.paths and not typed else "")
        if typed:
            self.field.set_hint(self.tr("Enter adds it to the list."))
        elif self.paths:
            self.field.set_hint(self.tr("Enter begins; Delete in the list takes one away."))
        else:
            self.field.set_hint(self.tr("A folder brings everything in it."))

    def _build(self) -> None:
        self._column, self._dialogs, self._buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._space = QWidget(self)
        for button in (self._files, self._folder):
            self._dialogs.addWidget(button)
        for button in (self.begin, self.back):
            self._buttons.addWidget(button)
        for row in (self._dialogs, self._buttons):
            row.addStretch(1)
        self._column.addWidget(self.field)
        self._column.addLayout(self._dialogs)
        for part in (self._rule, self._title, self._none):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._space, 1)
        self._column.addWidget(self.rejected)
        self._column.addWidget(self.dry_run)
        self._column.addLayout(self._buttons)

    def _connect(self) -> None:
        self.field.submitted.connect(self._on_submitted)
        self.field.text_changed.connect(self._on_typed)
        self._files.clicked.connect(self.files_requested)
        self._folder.clicked.connect(self.folder_requested)
        self.begin.clicked.connect(self._on_begin)
        self.back.clicked.connect(self.back_requested)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._show_hint()

    @Slot(str)
    def _on_submitted(self, typed: str) -> None:
        if not typed.strip():
            self._on_begin()
            return
        self.field.set_text("")
        self.add(paths_in(typed))

    @Slot()
    def _on_begin(self) -> None:
        if not self.begin.isEnabled():
            return
        typed = self.field.text()
        if typed.strip():
            self.field.set_text("")
            self.add(paths_in(typed))
        if not self.paths:
            self.field.set_error(self.tr("Name a file or a folder first."))
            self.focus_first()
            return
        self.begin_requested.emit(
            ImportOrder(
                paths=self.paths,
                saves_rejected=self.rejected.isChecked(),
                dry_run=self.dry_run.isChecked(),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            gone = self.list.current_key()
            self._show(tuple(path for path in self.paths if path != gone))
            if not self.paths:
                self.focus_first()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        for layout in (self._column, self._dialogs, self._buttons):
            layout.setSpacing(px(8))


def paths_in(typed: str) -> tuple[Path, ...]:
    """The paths in what was typed or pasted: one a line, quoted or as addresses of files."""
    return tuple(_path(line) for line in typed.replace("\u2029", "\n").splitlines() if line.strip())


def _path(line: str) -> Path:
    words = line.strip().strip("\"'")
    if words.startswith("file:"):
        words = QUrl(words).toLocalFile()
    return Path(words).expanduser().absolute()

"""What went wrong, to be read whole before it is saved to a file or thrown away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Label, Sheet, TextArea


class CrashSheet(Sheet):
    """Enter in the field saves; Tab reaches the report, where arrows scroll, and the other ways.

    Signals:
        save_requested: the path typed.
        forget_requested: nobody wants it.
    """

    save_requested = Signal(str)
    forget_requested = Signal()

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="triangle-alert", icon_role="warn", key="Esc")
        self.set_title(self.tr("What went wrong"))
        sentence = self.tr(
            "Kinds and places of errors and versions of the program: no names, numbers or notes. "
            "It stays on this computer; whether anybody gets the file is up to you."
        )
        self._sentence = Label(theme, sentence, "body", "text2", wrap=True, parent=self)
        self.report = TextArea(theme, self.tr("All that the report holds"), height=0, parent=self)
        self.report.edit.setReadOnly(True)
        self.path = Field(theme, self.tr("Save to"), hints=True, parent=self)
        self.save = Button(theme, self.tr("Save"), icon="save", key="Return", parent=self)
        self.forget = Button(theme, self.tr("Discard"), "secondary", icon="trash-2", parent=self)
        self._buttons = QHBoxLayout()
        self._build_body()
        self._restyle()
        self.path.submitted.connect(self.save_requested)
        self.save.clicked.connect(self._on_save_clicked)
        self.forget.clicked.connect(self.forget_requested)

    def open_for(self, report: str, path: str) -> None:
        """Open with the report, and a file that it could go to."""
        self.report.edit.setPlainText(report)
        self.path.set_text(path)
        self.path.set_hint("")
        self.path.set_error("")
        self.open_sheet()
        self.path.focus()

    def show_saved(self, path: str) -> None:
        """It lies in this file now."""
        self.path.set_error("")
        self.path.set_hint(self.tr("Saved to {0}.").format(path), "circle-check", "ok")

    def show_not_saved(self, why: str) -> None:
        """It could not be written there."""
        self.path.set_error(why)
        self.path.focus()

    def _build_body(self) -> None:
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.forget)
        self._buttons.addWidget(self.save)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.report, 1)
        self.body.addWidget(self.path)
        self.body.addLayout(self._buttons)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_buttons"):
            self._buttons.setSpacing(self.theme.px(8))

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self.path.text())

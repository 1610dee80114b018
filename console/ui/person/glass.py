"""The sheet before breaking the glass: what it does, and why it is needed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.parts import Marked
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Label, Sheet


class GlassSheet(Sheet):
    """The reason is asked for before anything happens; Enter opens, Esc leaves everything closed.

    Signals:
        submitted: the reason, long enough.
    """

    submitted = Signal(str)

    def __init__(self, theme: Theme, shortest: int, minutes: int, *, pane: QWidget) -> None:
        """`shortest` is how many characters a reason has at least."""
        super().__init__(theme, "", pane=pane, icon="siren", icon_role="bad")
        self._shortest = shortest
        self.set_title(self.tr("Emergency access"))
        self._who = Label(theme, "", "h2", parent=self)
        self.reason = Field(theme, self.tr("Why do you need it now?"), hints=True, parent=self)
        self.leave = Button(theme, self.tr("Leave it closed"), "quiet", key="Esc", parent=self)
        self.open = Button(theme, self.tr("Open the record"), "danger", key="Return", parent=self)
        self._build_body(minutes)
        self.reason.text_changed.connect(self._on_text_changed)
        self.reason.submitted.connect(self._on_submitted)
        self.open.clicked.connect(self._on_submitted)
        self.leave.clicked.connect(self.close_sheet)

    def open_for(self, name: str) -> None:
        """Open for this person, as she is named on the screen just now."""
        self._who.set_text(name)
        self.reason.set_text("")
        self._show_missing()
        self.open_sheet()
        self.reason.focus()

    def show_refused(self, sentence: str) -> None:
        """It could not be done: what was typed stands there still."""
        self.reason.set_error(sentence)
        self.reason.focus()

    def close_sheet(self) -> None:
        super().close_sheet()
        self.reason.set_text("")

    def _build_body(self, minutes: int) -> None:
        told = (
            ("clock", self.tr("You see all of the record for {0} minutes, also what is kept from "
                              "you otherwise.").format(minutes)),
            ("users", self.tr("Your supervisors are told at once: you, this person, your reason.")),
            ("scroll-text", self.tr("It is recorded and cannot be taken back.")),
        )  # fmt: skip
        self.body.addWidget(self._who)
        for icon, words in told:
            self.body.addWidget(Marked(self.theme, icon, "text3", words, parent=self))
        self.body.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.open)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def _missing(self) -> int:
        return max(0, self._shortest - len(self.reason.text().strip()))

    def _show_missing(self) -> None:
        missing = self._missing()
        if missing == self._shortest:
            words = self.tr("At least {0} characters; a supervisor reads it.").format(missing)
        elif missing == 1:
            words = self.tr("1 more character")
        else:
            words = self.tr("%n more characters", "", missing) if missing else ""
        self.reason.set_hint(words)

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_missing()

    @Slot()
    def _on_submitted(self) -> None:
        if self._missing():
            self.show_refused(self.tr("Say in {0} characters or more why.").format(self._shortest))
        else:
            self.submitted.emit(self.reason.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The field submits by itself; Enter must not reach the pane below.
            if self.leave.hasFocus():
                self.close_sheet()
            elif self.open.hasFocus():
                self._on_submitted()
            return
        super().keyPressEvent(event)

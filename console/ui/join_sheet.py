"""Joining a center that already runs: its address, and a login of one's own."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import Button, CheckBox, Field, Label, Sheet


@dataclass(frozen=True, slots=True)
class Joining:
    """What was typed; never shown, logged or kept as it stands."""

    address: str
    ca: str
    login: str
    password: str
    keep: bool

    def __repr__(self) -> str:
        return "Joining()"


class JoinSheet(Sheet):
    """Enter goes on to the next field that is empty, and from the last one in.

    Signals:
        submitted: a `Joining`.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="building-2", key="Esc")
        self.set_title(self.tr("Join a center"))
        sentence = self.tr(
            "Your administrator gives you the address and a login. This desk opens that center "
            "from then on."
        )
        self._sentence = Label(theme, sentence, "body", "text2", wrap=True, parent=self)
        self.address = Field(theme, self.tr("Address of the server"), hints=True, parent=self,
                             placeholder=self.tr("Such as db.example.org/center"))  # fmt: skip
        self.ca = Field(theme, self.tr("Certificate file (CA) of the organization"), parent=self,
                        optional=self.tr("Optional"))  # fmt: skip
        self.login = Field(theme, self.tr("Login"), parent=self)
        self.password = Field(theme, self.tr("Password"), parent=self)
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = CheckBox(theme, self.tr("Keep it in this computer's keyring"), parent=self)
        self.go = Button(theme, self.tr("Sign in"), "primary", key="Return", parent=self)
        self._build_body()
        self._restyle()
        for field in (self.address, self.ca, self.login, self.password):
            field.submitted.connect(self._on_enter)
        self.go.clicked.connect(self._submit)

    def show_problem(self, sentence: str) -> None:
        """Why it did not work; what was typed stands there still."""
        self.go.end_busy()
        self.address.set_error(sentence)
        self.address.focus()

    def close_sheet(self) -> None:
        """The password is not for the next one who opens it."""
        super().close_sheet()
        self.password.set_text("")
        self.go.end_busy()

    def _build_body(self) -> None:
        for part in (self._sentence, self.address, self.ca, self.login, self.password, self.keep):
            self.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "go"):
            for field in (self.address, self.ca, self.login, self.password):
                field.setMaximumWidth(self.theme.px(480))

    @Slot(str)
    def _on_enter(self, _text: str) -> None:
        needed = (self.address, self.login, self.password)
        empty = next((field for field in needed if not field.text()), None)
        if empty is None:
            self._submit()
        else:
            empty.focus()

    @Slot()
    def _submit(self) -> None:
        if not self.go.isEnabled():
            return  # what was typed before is being tried
        self.address.set_error("")
        self.go.set_busy(self.tr("Signing in..."))
        self.submitted.emit(
            Joining(
                self.address.text(),
                self.ca.text(),
                self.login.text().strip(),
                self.password.text(),
                self.keep.isChecked(),
            )
        )

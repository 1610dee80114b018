"""What the initials in the corner offer at a center's desk."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets import AnswerGroup, Choice, Label, Sheet, key_text

LOCK, CHANGE, SIGN_OUT, SIGN_IN, LEAVE = "lock", "change", "sign_out", "sign_in", "leave"


class AccountSheet(Sheet):
    """Signals:
    picked: one of the keys above.
    """

    gives_way = True
    picked = Signal(str)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="user", key="Esc")
        self._note = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self._ways = AnswerGroup(theme, parent=self)
        self.body.addWidget(self._note)
        self.body.addWidget(self._ways)
        self.body.addStretch(1)
        self._ways.chosen.connect(self._on_chosen)

    def offer(self, name: str, server: str, fault: str, ways: tuple[str, ...]) -> None:
        """Opens with these of the ways; `fault` says why the server cannot be reached, if so."""
        words = {
            LOCK: self.tr("Lock this desk ({0})").format(key_text(self.theme, "Ctrl+L")),
            CHANGE: self.tr("Change my password"),
            SIGN_OUT: self.tr("Sign out"),
            SIGN_IN: self.tr("Sign in"),
            LEAVE: self.tr("Leave this center for the database on this computer"),
        }
        self.set_title(name or self.tr("Nobody is signed in"))
        self._note.set_text(" ".join((self.tr("Server: {0}.").format(server), fault)).strip())
        self._ways.set_answers(tuple(Choice(way, words[way]) for way in ways))
        self.open_sheet()

    def choose(self, number: int) -> bool:
        """Alt 1 to Alt 4; says whether the sheet took the key."""
        return not self.isHidden() and self._ways.choose(number)

    @Slot(str)
    def _on_chosen(self, way: str) -> None:
        self.close_sheet()
        self.picked.emit(way)

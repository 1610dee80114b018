"""Who works at this desk, on the embedded database: picked at the first start, changed later."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from console.models.terms import Role
from console.models.views import StaffView
from console.ui.theme.theme import Theme
from console.ui.widgets import AnswerGroup, Choice, Label, Sheet


class WhoSheet(Sheet):
    """Lists the staff; there is no password, so it says that this is for one desk only.

    Signals:
        picked: the login of whoever works here from now on.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="users", key="Esc")
        self.set_title(self.tr("Who works at this desk?"))
        words = self.tr("No password: one desk only. A center signs in to its server instead.")
        self._note = Label(theme, words, "meta", "text3", wrap=True, parent=self)
        self._people = AnswerGroup(theme, parent=self)
        self.body.addWidget(self._note)
        self.body.addWidget(self._people)
        self.body.addStretch(1)
        self._people.chosen.connect(self._on_chosen)

    def ask(self, people: tuple[StaffView, ...], acting: str) -> None:
        """Opens with everybody who may act; `acting` is marked."""
        roles = {
            Role.REP: self.tr("rep"),
            Role.SUPERVISOR: self.tr("supervisor"),
            Role.ADMINISTRATOR: self.tr("administrator"),
        }
        choices = tuple(Choice(one.login, f"{one.name}, {roles[one.role]}") for one in people)
        self._people.set_answers(choices, acting)
        self.open_sheet()

    def choose(self, number: int) -> bool:
        """Alt 1 to Alt 9; says whether the sheet took the key."""
        if self.isHidden():
            return False
        self._people.choose(number)
        return True

    @Slot(str)
    def _on_chosen(self, login: str) -> None:
        self.close_sheet()
        self.picked.emit(login)

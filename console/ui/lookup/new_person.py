"""The sheet to write down somebody new without leaving the call."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.views import Match
from console.rules import contact_points
from console.rules.phone import display
from console.ui import typed
from console.ui.lookup.matches import MatchList
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Label, Option, PickerField, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPersonForm:
    """What was typed, trimmed and otherwise as typed; `language` is a code or empty."""

    name: str
    birth_date: str
    phone: str
    language: str


class NewPersonSheet(Sheet):
    """Name is required; everybody alike who is on record already is shown before the button.

    Signals:
        submitted: the `NewPersonForm`.
        form_changed: the `NewPersonForm` after each change, to look for doubles.
        duplicate_picked: the `PersonId` of somebody on record, instead of a new one.
    """

    submitted = Signal(object)
    form_changed = Signal(object)
    duplicate_picked = Signal(object)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="user-plus")
        self.set_title(self.tr("New person"))
        self.name = Field(theme, self.tr("Full name"), parent=self)
        self.birth_date = Field(theme, self.tr("Birth date"), parent=self,
                                placeholder=self.tr("Such as 9 Jun 1974"))  # fmt: skip
        self.phone = Field(theme, self.tr("Phone"), parent=self)
        self.language = PickerField(theme, self.tr("Language"), editable=False, parent=self)
        self._alike = Label(theme, self.tr("Already on record?"), "h3", parent=self)
        self.duplicates = MatchList(theme, self.tr("People alike on record"), parent=self)
        self.cancel = Button(theme, self.tr("Cancel"), "quiet", key="Esc", parent=self)
        self.add = Button(theme, self.tr("Add"), key="Return", parent=self)
        self._build_body()
        self._connect()
        self.show_duplicates(())

    def open_for(self, query: str, phone: str, languages: tuple[Option, ...]) -> None:
        """Open with what is known: the query as the name if it holds letters, else the number."""
        named = any(letter.isalpha() for letter in query)
        self.language.picker.set_options(languages)
        if languages:
            self.language.picker.set_key(languages[0].key)
        self.name.set_text(query if named else "")
        self.phone.set_text(display(phone) if phone else "" if named else query)
        self.open_sheet()
        self.name.focus()

    def show_duplicates(self, people: tuple[Match, ...], *, masked: bool = False) -> None:
        """Show who is on record already and looks like the same person."""
        self.duplicates.show_matches(people, masked=masked)
        self._alike.setVisible(bool(people))

    def show_error(self, sentence: str, field: str = "name") -> None:
        """Say what is wrong under the field of that name."""
        found: Field = {"birth_date": self.birth_date, "phone": self.phone}.get(field, self.name)
        found.set_error(sentence)
        found.focus()

    def form(self) -> NewPersonForm:
        """Give what is typed."""
        return NewPersonForm(
            name=self.name.text().strip(),
            birth_date=typed.birth_date(self.birth_date.text().strip()),
            phone=self.phone.text().strip(),
            language=self.language.picker.key(),
        )

    def close_sheet(self) -> None:
        """Close and forget what was typed."""
        super().close_sheet()
        for field in (self.name, self.birth_date, self.phone):
            field.set_text("")
            field.set_error("")
        self.show_duplicates(())

    def _build_body(self) -> None:
        for part in (self.name, self.birth_date, self.phone, self.language, self._alike,
                     self.duplicates):  # fmt: skip
            self.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for field in (self.name, self.birth_date, self.phone):
            field.text_changed.connect(self._on_text_changed)
            field.submitted.connect(self._on_submitted)
        self.add.clicked.connect(self._on_submitted)
        self.cancel.clicked.connect(self.close_sheet)
        self.duplicates.picked.connect(self.duplicate_picked)

    @Slot()
    def _on_text_changed(self) -> None:
        for field in (self.name, self.birth_date, self.phone):
            field.set_error("")
        number = contact_points.read(self.phone.text())
        if number is not None and number.doubtful:
            words = self.tr("No possible number. It is kept as typed, and found by its digits.")
            self.phone.set_hint(words, "circle-alert", "warn")
        if self.isVisible():
            self.form_changed.emit(self.form())

    @Slot()
    def _on_submitted(self) -> None:
        form = self.form()
        if not form.name:
            self.show_error(self.tr("A name is needed, even if only part of it."))
        else:
            self.submitted.emit(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Fields submit by themselves; Enter must not reach the pane below.
            if self.add.hasFocus():
                self._on_submitted()
            elif self.cancel.hasFocus():
                self.close_sheet()
            return
        super().keyPressEvent(event)

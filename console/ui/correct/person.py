"""The page of a person's own fields: filled with what is on record, saved as what differs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.models.corrections import PersonForm
from console.models.views import PersonView
from console.ui import typed, words
from console.ui.correct import wording
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, CheckBox, Field, Option, PickerField, Themed

LANGUAGES = ("en", "es", "zh", "vi", "ar", "fr", "ru", "so", "ne", "de")


class PersonPage(Themed, QWidget):
    """What was typed stays while the record is read again; it is judged by what was seen then.

    Signals:
        submitted: the `PersonView` that the fields were filled from, and the `PersonForm`.
    """

    submitted = Signal(object, object)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._seen: PersonView | None = None
        self.name = Field(theme, self.tr("Full name"), hints=True, parent=self)
        self.preferred_name = Field(theme, self.tr("Preferred name"), hints=True, parent=self)
        self.birth_date = Field(theme, self.tr("Birth date"), hints=True, parent=self,
                                placeholder=self.tr("Such as 9 Jun 1974"))  # fmt: skip
        self.sex = PickerField(theme, self.tr("Sex"), editable=False, hints=True, parent=self,
                               placeholder=self.tr("Not said"))  # fmt: skip
        self.language = PickerField(theme, self.tr("Language"), editable=False, hints=True,
                                    placeholder=self.tr("Not said"), parent=self)  # fmt: skip
        self.interpreter = CheckBox(theme, self.tr("Needs an interpreter"), parent=self)
        self.no_voicemail = CheckBox(theme, self.tr("No voicemail on any number"), parent=self)
        self.save = Button(theme, self.tr("Save"), "secondary", icon="save", key="Return",
                           parent=self)  # fmt: skip
        self._fields = {"name": self.name, "preferred_name": self.preferred_name,
                        "birth_date": self.birth_date}  # fmt: skip
        self._build()
        self._restyle()
        self._connect()

    def fill(self, view: PersonView) -> None:
        """Show what is on record, unless something was typed since it was filled last."""
        if self._seen is not None and self.form() != _form(self._seen):
            return
        self._seen = view
        form = _form(view)
        self.name.set_text(form.name)
        self.preferred_name.set_text(form.preferred_name)
        self.birth_date.set_text(form.birth_date)
        self.sex.picker.set_options(
            tuple(Option(code, wording.sex(code)) for code in _codes(wording.SEXES, view.sex))
        )
        self.sex.picker.set_key(form.sex)
        self.language.picker.set_options(
            tuple(Option(code, words.language(code)) for code in _codes(LANGUAGES, view.language))
        )
        self.language.picker.set_key(form.language)
        self.interpreter.setChecked(form.interpreter)
        self.no_voicemail.setChecked(form.no_voicemail)
        self._clear_errors()

    def forget(self) -> None:
        """Leave nothing of this person behind."""
        self._seen = None
        for field in self._fields.values():
            field.set_text("")

    def form(self) -> PersonForm:
        """What stands in the fields."""
        return PersonForm(
            name=self.name.text().strip(),
            preferred_name=self.preferred_name.text().strip(),
            birth_date=typed.birth_date(self.birth_date.text().strip()),
            sex=self.sex.picker.key(),
            language=self.language.picker.key(),
            interpreter=self.interpreter.isChecked(),
            no_voicemail=self.no_voicemail.isChecked(),
        )

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.name.focus()

    def show_refused(self, field: str, sentence: str) -> None:
        """Say below the field what will not do."""
        found = self._fields.get(field, self.name)
        found.set_error(sentence)
        found.focus()

    def show_saved(self, view: PersonView) -> None:
        """What was typed is on record now."""
        self._seen = None
        self.fill(view)
        self.save.setFocus()

    def _clear_errors(self) -> None:
        for field in self._fields.values():
            field.set_error("")

    def _build(self) -> None:
        self._column, self._grid, self._foot = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        placed = (
            (self.name, 0, 0), (self.preferred_name, 0, 1), (self.birth_date, 1, 0),
            (self.sex, 1, 1), (self.language, 2, 0),
        )  # fmt: skip
        for part, row, column in placed:
            self._grid.addWidget(part, row, column)
        self._checks = QVBoxLayout()
        self._checks.addStretch(1)
        self._checks.addWidget(self.interpreter)
        self._checks.addWidget(self.no_voicemail)
        self._checks.addStretch(1)
        self._grid.addLayout(self._checks, 2, 1)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._foot.addWidget(self.save)
        self._foot.addStretch(1)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(2))

    def _connect(self) -> None:
        for field in self._fields.values():
            field.submitted.connect(self._on_submitted)
            field.text_changed.connect(self._on_typed)
        self.save.clicked.connect(self._on_submitted)

    @Slot()
    def _on_typed(self) -> None:
        self._clear_errors()

    @Slot()
    def _on_submitted(self) -> None:
        if self._seen is not None:
            self.submitted.emit(self._seen, self.form())


def _form(view: PersonView) -> PersonForm:
    return PersonForm(
        name=view.name,
        preferred_name=view.preferred_name or "",
        birth_date=wording.birth_date(view.birth_date),
        sex=view.sex or "",
        language=view.language or "",
        interpreter=view.interpreter,
        no_voicemail=view.no_voicemail,
    )


def _codes(usual: tuple[str, ...], own: str | None) -> tuple[str, ...]:
    """What is offered, with what is on record first if it is another."""
    return usual if not own or own in usual else (own, *usual)

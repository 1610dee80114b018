"""The page of who speaks for a person: by what right, until when, and somebody more."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.models.corrections import RelationshipForm
from console.models.ids import PersonId
from console.models.terms import Authority
from console.models.views import Match, PersonView, RelationshipView
from console.ui import typed, words
from console.ui.correct import wording
from console.ui.lookup.matches import MatchList
from console.ui.lookup.rows import Lines, Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Option, PickerField, Themed

NEW = "new"
MOST_HIGH, MOST_FOUND = 46 * 3, 46 * 2
RIGHTS = (
    Authority.NONE,
    Authority.PERSONAL_REPRESENTATIVE,
    Authority.WRITTEN,
    Authority.COURT,
)
"""What can stand on record; an agreement on the line is for its call."""


class RelationsPage(Themed, QWidget):
    """The cursor stands on a relationship, or on somebody more, who is then looked up.

    Signals:
        submitted: a `RelationshipForm`.
        sought: words to find somebody by.
    """

    submitted = Signal(object)
    sought = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._known: tuple[RelationshipView, ...] = ()
        self._masked = False
        self._filled: object = None
        self.list = Lines(theme, self.tr("Who may speak for this person"), parent=self)
        self.who = Field(theme, self.tr("Who is it? Name, number or birth date"), hints=True,
                         search=True, parent=self)  # fmt: skip
        self.found = MatchList(theme, self.tr("People found"), parent=self)
        self.kind = Field(theme, self.tr("Relationship to this person"), hints=True, parent=self,
                          placeholder=self.tr("Such as daughter"))  # fmt: skip
        self.authority = PickerField(theme, self.tr("Authority"), editable=False, hints=True,
                                     parent=self)  # fmt: skip
        self.until = Field(theme, self.tr("Until"), optional=self.tr("Optional"), hints=True,
                           placeholder=self.tr("Such as 31 Dec 2026"), parent=self)  # fmt: skip
        self.save = Button(theme, self.tr("Save"), "secondary", icon="save", key="Return",
                           parent=self)  # fmt: skip
        self.authority.picker.set_options(
            tuple(Option(one.value, words.authority(one)) for one in RIGHTS)
        )
        self._build()
        self._restyle()
        self._connect()

    def show_relations(self, view: PersonView, *, masked: bool) -> None:
        """Show who is on record; `masked`: other people's names must not be seen now."""
        self._known, self._masked = view.relationships, masked
        rows = [
            Row(
                key=one.id,
                title=one.name if one.name and not masked else one.kind.capitalize(),
                line=wording.relationship(one),
                icon="user",
            )
            for one in self._known
        ]
        more = Row(key=NEW, title=self.tr("Somebody more"), icon="user-plus")
        self.list.show_rows((*rows, more))
        if self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_current()

    def hide_names(self, view: PersonView, masked: bool) -> None:
        """A call began or ended while the sheet is open."""
        if masked is not self._masked:
            self.show_relations(view, masked=masked)
            self.found.hide_names(masked)

    def show_found(self, people: tuple[Match, ...]) -> None:
        """Show who was found; the first is whom is meant unless another is picked."""
        self.found.show_matches(people, masked=self._masked)
        if people:
            self.found.setCurrentIndex(self.found.model().index(0, 0))

    def show_refused(self, field: str, sentence: str) -> None:
        """Say below the field what will not do."""
        found = {"other": self.who, "kind": self.kind, "until": self.until}.get(field, self.kind)
        found.set_error(sentence)
        found.focus()

    def clear(self) -> None:
        """Leave nothing of anybody behind, and fill the fields anew."""
        self._filled = None
        self._empty()
        if self.list.rows():
            self._show_current()

    def _empty(self) -> None:
        for field in (self.who, self.kind, self.until):
            field.set_text("")
            field.set_error("")
        self.found.show_matches((), masked=self._masked)

    def focus_first(self) -> None:
        """Put the cursor on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _current(self) -> RelationshipView | None:
        key = self.list.current_key()
        return next((one for one in self._known if one.id == key and key is not None), None)

    def _show_current(self) -> None:
        """Fill the fields; what is being typed stays while the record is only read again."""
        one = self._current
        wanted = (self.list.current_key(), one)
        if wanted == self._filled:
            return
        self._empty()
        self._filled = wanted
        for part in (self.who, self.kind):
            part.setVisible(one is None)
        right = one.authority if one is not None else None
        self.authority.picker.set_key((right or Authority.NONE).value)
        if one is not None and one.until is not None:
            self.until.set_text(wording.birth_date(one.until.isoformat()))

    def _build(self) -> None:
        self._column, self._grid, self._foot = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        self._grid.addWidget(self.authority, 0, 0)
        self._grid.addWidget(self.until, 0, 1)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._foot.addWidget(self.save)
        self._foot.addStretch(1)
        self._fields = QVBoxLayout()
        for part in (self.who, self.found, self.kind):
            self._fields.addWidget(part)
        self._fields.addLayout(self._grid)
        self._fields.addLayout(self._foot)
        self._column.addWidget(self.list)
        self._column.addLayout(self._fields)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._fields.setSpacing(px(4))
        self._grid.setHorizontalSpacing(px(16))
        self.list.setMaximumHeight(px(MOST_HIGH))
        self.found.setMaximumHeight(px(MOST_FOUND))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.list.entered.connect(self._on_entered)
        self.who.text_changed.connect(self._on_sought)
        for field in (self.who, self.kind, self.until):
            field.submitted.connect(self._on_submitted)
        self.save.clicked.connect(self._on_submitted)

    @Slot()
    def _on_moved(self) -> None:
        self._show_current()

    @Slot()
    def _on_entered(self) -> None:
        """From the list into the first field."""
        if self._current is None:
            self.who.focus()
        else:
            self.authority.focus()

    @Slot(str)
    def _on_sought(self, typed: str) -> None:
        self.who.set_error("")
        self.sought.emit(typed.strip())
        if not typed.strip():
            self.found.show_matches((), masked=self._masked)

    @Slot()
    def _on_submitted(self) -> None:
        one = self._current
        right = Authority(self.authority.picker.key() or Authority.NONE)
        other = self.found.current_key() if self.found.rows() else None
        self.submitted.emit(
            RelationshipForm(
                authority=None if right is Authority.NONE else right,
                until=typed.birth_date(self.until.text().strip()),
                relationship=one.id if one is not None else None,
                other=PersonId(other) if one is None and other is not None else None,  # type: ignore[arg-type]
                kind=self.kind.text().strip(),
            )
        )

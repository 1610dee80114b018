"""Somebody new: written down from a call or between calls, after a look at who is alike."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from console.errors import BadField, Refused
from console.models.ids import CallId, PersonId
from console.models.views import Match
from console.rules import call
from console.ui import words
from console.ui.flows.parts import Parts
from console.ui.lookup import NewPersonForm
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets import Option

LANGUAGES = ("en", "es", "zh", "vi", "ar", "fr", "ru", "so", "ne", "de")


class NewcomerFlow(QObject):
    """The new person is durable at this desk first, like everything that a rep writes."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        pane = parts.window.console.lookup
        self._sheet = pane.new_person
        pane.new_person_requested.connect(self._on_requested)
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.form_changed.connect(self._on_form_changed)
        self._session.changed.connect(self._on_changed)

    @Slot(str)
    def _on_requested(self, query: str) -> None:
        draft = self._session.draft
        languages = tuple(Option(code, words.language(code)) for code in LANGUAGES)
        self._sheet.open_for(query, (draft.phone if draft else None) or "", languages)
        self._on_form_changed(self._sheet.form())

    @Slot(object)
    def _on_form_changed(self, form: NewPersonForm) -> None:
        """Doubles are shown as one types; it is the rep who decides."""
        alike = self._parts.center.directory.alike
        find = partial(alike, form.name, form.birth_date, form.phone)
        self._parts.tasks.run(
            Lane.READS, find, self._on_duplicates, self._on_nothing, key="duplicates"
        )

    @Slot(object)
    def _on_duplicates(self, found: tuple[Match, ...]) -> None:
        self._session.desk.matches.update({match.person: match for match in found})
        self._sheet.show_duplicates(found, masked=self._session.on_line)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.CALL:
            self._sheet.duplicates.hide_names(self._session.on_line)

    @Slot(object)
    def _on_submitted(self, form: NewPersonForm) -> None:
        staff, draft = self._session.staff, self._session.draft
        if staff is None:
            return
        from console.services.people import NewPerson  # after the first paint

        typed = NewPerson(
            name=form.name, birth_date=form.birth_date, phone=form.phone, language=form.language
        )
        self._parts.tasks.run(
            Lane.DESK,
            partial(self._parts.center.people.add, typed, staff.login),
            partial(self._on_added, draft.call_id if draft else None, form.name),
            self._on_not_added,
        )

    def _on_added(self, for_call: CallId | None, name: str, person: PersonId) -> None:
        """Durable at this desk; sent now, so that the record can be opened."""
        self._sheet.close_sheet()
        draft = self._session.draft
        if (draft.call_id if draft else None) != for_call:
            return  # the call that she was written down for is over: she is found like anybody
        self._parts.window.console.lookup.clear()
        if draft is not None:
            self._session.set_draft(call.pick(draft, person, name), Changes.CALL | Changes.GUIDE)
        sent = partial(self._on_added_sent, for_call, person)
        self._parts.tasks.run(Lane.SENDER, self._parts.center.sync.once, sent)

    def _on_added_sent(self, for_call: CallId | None, person: PersonId, _report: object) -> None:
        draft = self._session.draft
        if (draft.call_id if draft else None) == for_call:
            self._session.show(person)

    @Slot(object)
    def _on_not_added(self, error: Exception) -> None:
        if isinstance(error, BadField):
            self._sheet.show_error(said(error.message), error.field)
        elif isinstance(error, Refused):
            self._sheet.show_error(said(error.message))
        else:
            self._parts.notices.report(error)

    @Slot(object)
    def _on_nothing(self, _error: Exception) -> None:
        """Doubles are looked for again with the next letter."""

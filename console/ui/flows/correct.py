"""Correcting the record on the screen: durable at this desk first, shown at once, sent soon."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot

from console.errors import BadField, ConsoleError
from console.models.corrections import Author, Mark, PersonForm, RelationshipForm
from console.models.ids import PersonId
from console.models.views import ContactPointView, FieldChangeView, Found, PersonView, RecordView
from console.rules import consent, corrections
from console.rules.corrections import Correction
from console.ui import text
from console.ui.correct import CONTACT, HISTORY, PERSON, CorrectSheet
from console.ui.flows.parts import Parts
from console.ui.flows.record import RecordFlow
from console.ui.flows.sending import SendingFlow
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane

MOST_FOUND = 5


class CorrectFlow(QObject):
    """What waits at this desk is shown as it will be, whatever the server knows so far."""

    def __init__(
        self,
        parts: Parts,
        records: RecordFlow,
        sending: SendingFlow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._sending = sending
        parts.window.console.person.header.correct.clicked.connect(self.open)
        records.opened.connect(self._on_opened)
        parts.session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> CorrectSheet:
        """Made when it is first asked for."""
        sheet = CorrectSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.turned.connect(self._on_turned)
        sheet.contact.marked.connect(self._on_marked)
        sheet.contact.retired.connect(self._on_retired)
        sheet.contact.brought_back.connect(self._on_brought_back)
        sheet.contact.retyped.connect(self._on_retyped)
        sheet.contact.added.connect(self._on_added)
        sheet.person.submitted.connect(self._on_person)
        sheet.relations.submitted.connect(self._on_relation)
        sheet.relations.sought.connect(self._on_sought)
        return sheet

    @property
    def _is_open(self) -> bool:
        return "sheet" in self.__dict__ and self.sheet.isVisible()

    @Slot()
    def open(self) -> None:
        """Alt F: the sheet over the record; once more, its next page."""
        record, session = self._session.record, self._session
        if self._is_open:
            self.sheet.turn()
        elif record is None:
            words = self.tr("Find the person first ({0}), then correct the record.")
            self._parts.notices.tell(words.format(self._parts.key("F2")))
        elif session.masked and session.on_line:
            words = self.tr("Verify first ({0}), then correct the record.")
            self._parts.notices.tell(words.format(self._parts.key("Alt+V")))
        else:
            number = session.draft.phone if session.draft else None
            points = record.view.contact_points
            on_line = next((one.id for one in points if number and one.value == number), None)
            self.sheet.open_for(record.view, masked=session.on_line, point=on_line)

    def open_at(self, page: str) -> None:
        """The sheet on one of its pages."""
        if not self._is_open:
            self.open()
        if self._is_open:
            self.sheet.tabs.set_current(page)

    def choose(self, digit: int) -> bool:
        """A digit with Alt; whether it was the sheet's to take."""
        return "sheet" in self.__dict__ and self.sheet.choose(digit)

    # What the rep does

    @Slot(object, object)
    def _on_marked(self, point: ContactPointView, mark: Mark) -> None:
        work = self._parts.center.corrections.mark
        self._do(lambda view, author: work(view, point, mark, author))

    @Slot(object)
    def _on_retired(self, point: ContactPointView) -> None:
        work = self._parts.center.corrections.retire
        self._do(lambda view, author: work(view, point, author))

    @Slot(object)
    def _on_brought_back(self, point: ContactPointView) -> None:
        work = self._parts.center.corrections.bring_back
        self._do(lambda view, author: work(view, point, author))

    @Slot(object, str)
    def _on_retyped(self, point: ContactPointView, typed: str) -> None:
        """The old values are what was seen when the text was opened, whoever wrote since."""
        work = self._parts.center.corrections.retype
        self._do(lambda view, author: work(view, point, typed, author), self._show_retyped)

    @Slot(str)
    def _on_added(self, typed: str) -> None:
        work = self._parts.center.corrections.add_point
        self._do(lambda view, author: work(view, typed, author), self.sheet.contact.show_added)

    @Slot(object, object)
    def _on_person(self, seen: PersonView, form: PersonForm) -> None:
        """The old values are what was seen when the fields were filled, whoever wrote since."""
        work = self._parts.center.corrections.correct
        self._do(lambda _view, author: work(seen, form, author), self._show_saved)

    @Slot(object)
    def _on_relation(self, form: RelationshipForm) -> None:
        work = self._parts.center.corrections.relate
        self._do(lambda view, author: work(view, form, author), self.sheet.relations.clear)

    def _do(
        self,
        write: Callable[[PersonView, Author], Correction | None],
        then: Callable[[], None] | None = None,
    ) -> None:
        record, staff, draft = self._session.record, self._session.staff, self._session.draft
        if record is None or staff is None:
            return
        today = text.local_day(self._parts.clock(), record.view.zone)
        author = Author(login=staff.login, today=today, call=draft.call_id if draft else None)
        work = partial(write, record.view, author)
        done = partial(self._on_written, record.view.person, then)
        self._parts.tasks.run(Lane.DESK, work, done, self._on_refused)

    def _on_written(
        self, person: PersonId, then: Callable[[], None] | None, body: Correction | None
    ) -> None:
        record = self._session.records.get(person)
        if body is None:
            self.sheet.say(self.tr("Nothing differs from what is on record."))
            return
        self._sending.soon()
        if record is not None:
            self._session.keep(person, self._as_corrected(record, (body,)))
        if then is not None:
            then()
        self.sheet.say(self.tr("Saved. The history keeps what stood there before."))

    def _show_retyped(self) -> None:
        self.sheet.contact.close_text()
        self.sheet.contact.focus_first()

    def _show_saved(self) -> None:
        if self._session.record is not None:
            self.sheet.person.show_saved(self._session.record.view)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, ConsoleError):
            self._parts.notices.report(error)
        elif not isinstance(error, BadField):
            self.sheet.say(said(error.message))
        elif self.sheet.page == CONTACT:
            self.sheet.contact.show_refused(said(error.message))
        elif self.sheet.page == PERSON:
            self.sheet.person.show_refused(error.field, said(error.message))
        else:
            self.sheet.relations.show_refused(error.field, said(error.message))

    # What is shown

    def _as_corrected(self, record: RecordView, bodies: tuple[Correction, ...]) -> RecordView:
        today = text.local_day(self._parts.clock(), record.view.zone)
        view = corrections.corrected(record.view, bodies, today)
        if view == record.view:
            return record
        consents = consent.states(record.facts.consents, view.contact_points)
        return replace(record, view=replace(view, consents=consents))

    @Slot()
    def _on_opened(self) -> None:
        """A record was read: what this desk has not sent yet is not in it."""
        read = self._parts.center.corrections.waiting
        self._parts.tasks.run(Lane.DESK, read, self._on_waiting, key="corrections")

    @Slot(object)
    def _on_waiting(self, bodies: tuple[Correction, ...]) -> None:
        for person, record in list(self._session.records.items()):
            shown = self._as_corrected(record, bodies)
            if shown is not record:
                self._session.keep(person, shown)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not self._is_open:
            return
        record = self._session.record
        if changes & Changes.PERSON or record is None:
            self.sheet.close_sheet()
        elif changes & Changes.RECORD:
            self.sheet.show_view(record.view, masked=self._session.on_line)
        elif changes & Changes.CALL:
            self.sheet.relations.hide_names(record.view, self._session.on_line)

    @Slot(str)
    def _on_turned(self, page: str) -> None:
        self.sheet.say("")
        person = self._session.person
        if page == HISTORY and person is not None:
            work = partial(self._parts.center.history.of, person)
            done = partial(self._on_history, person)
            self._parts.tasks.run(Lane.READS, work, done, self._on_no_history, key="history")

    def _on_history(self, person: PersonId, lines: tuple[FieldChangeView, ...]) -> None:
        record = self._session.record
        if record is not None and person == self._session.person:
            self.sheet.show_history(lines, record.view.zone, self._parts.clock())

    @Slot(object)
    def _on_no_history(self, error: Exception) -> None:
        if isinstance(error, ConsoleError):
            self.sheet.history.say(said(error.message))
        else:
            self._parts.notices.report(error)

    @Slot(str)
    def _on_sought(self, query: str) -> None:
        if not query:
            self._parts.tasks.supersede("relative")
            return
        find = partial(self._parts.center.directory.find, query, MOST_FOUND)
        self._parts.tasks.run(Lane.READS, find, self._on_found, self._on_refused, key="relative")

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.query.strip() == self.sheet.relations.who.text().strip():
            self.sheet.relations.show_found(found.results)

"""The record: opened with its reason, masked until verified."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ConsoleError, Offline
from console.models.commands import ConsentFact
from console.models.ids import CallId, FactId, Login, PersonId
from console.models.views import RecordView
from console.rules import consent, names
from console.ui.flows.covered import without_openings
from console.ui.flows.parts import Parts
from console.ui.flows.timeline import TimelineFlow
from console.ui.person import Masked
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane

if TYPE_CHECKING:
    from console.services.center import Center


class RecordFlow(QObject):
    """What may be seen of a person depends on the call and on how far she is verified.

    Signals:
        opened: a record came; it is in the session.
        read_again: the person to be dialed was read again; an exception, or None.
    """

    opened = Signal()
    read_again = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        page = parts.window.console
        self._person, self._answers = page.person, page.answers
        self._timeline = TimelineFlow(parts, self)
        self._unread = ""
        self._pending: dict[FactId, ConsentFact] = {}
        self._connect()

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._person.journey_picked.connect(self._on_journey_picked)

    # Opening

    @Slot()
    def reload(self) -> None:
        """Reads the person shown again, without writing that she was opened."""
        if self._session.person is not None:
            again = self._session.person in self._session.records
            self._open(self._session.person, None if again else self._reason())

    @Slot()
    def read_to_dial(self) -> None:
        """Reads the person shown once more: a stop may have been written at another desk."""
        person, staff = self._session.person, self._session.staff
        if person is None or staff is None:
            return
        work = partial(_read, self._parts.center, person, staff.login, None, None)
        done = partial(self._on_read_to_dial, person)
        self._parts.tasks.run(Lane.READS, work, done, self._on_not_read, key="dialing")

    def _on_read_to_dial(
        self, person: PersonId, answer: tuple[RecordView, tuple[ConsentFact, ...]]
    ) -> None:
        self._on_record(person, answer)
        self.read_again.emit(None)

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        self.read_again.emit(error)

    def open(self, person: PersonId) -> None:
        """Reads somebody of this call who is not on screen, to be verified."""
        if person not in self._session.records:
            self._open(person, "call")

    def _open(self, person: PersonId, reason: str | None) -> None:
        staff, draft = self._session.staff, self._session.draft
        if staff is None:
            return
        self._unread = ""
        work = partial(
            _read,
            self._parts.center,
            person,
            staff.login,
            reason,
            draft.call_id if draft else None,
        )
        done = partial(self._on_record, person)
        self._parts.tasks.run(Lane.READS, work, done, self._on_open_failed, key=f"record {person}")

    def _on_record(
        self, person: PersonId, answer: tuple[RecordView, tuple[ConsentFact, ...]]
    ) -> None:
        record, pending = answer
        self._pending.update({fact.id: fact for fact in pending})
        if person not in self._relevant():
            return
        if person == self._session.person:
            self._timeline.take(record)
        self._session.keep(person, self._with_pending(record))
        self._save(person, record)
        self.opened.emit()

    def _save(self, person: PersonId, record: RecordView) -> None:
        """Keeps a copy at the desk, once it stands on the screen."""
        if self._session.staff is None or self._parts.center.shared.embedded:
            return  # a file on this desk needs no copy beside it
        if person in self._session.desk.glass:
            return  # what an emergency opened for a while must not stay
        keep = self._parts.center.saved_records.keep
        work = partial(keep, self._session.staff.login, person, record)
        self._parts.tasks.run(Lane.DESK, work, self._on_saved, key=f"copy {person}")

    @Slot(object)
    def _on_saved(self, _none: None) -> None:
        """A copy is there; nothing to show."""

    def _reason(self) -> str:
        """Why the record is opened, for the audit."""
        if self._session.draft is not None:
            return "call"
        return "callback" if self._session.desk.callback else "search"

    def _relevant(self) -> set[PersonId | None]:
        draft = self._session.draft
        on_call = {*draft.about, draft.speaking_with} if draft else set()
        return {self._session.person, *on_call}

    @Slot()
    def hold_stops(self) -> None:
        """A stop was written or taken back here: what is on the screen holds it at once."""
        read = self._parts.center.dispositions.pending_consents
        self._parts.tasks.run(Lane.DESK, read, self._on_pending)

    @Slot(object)
    def _on_pending(self, pending: tuple[ConsentFact, ...]) -> None:
        self._pending.update({fact.id: fact for fact in pending})
        for person, record in list(self._session.records.items()):
            self._session.keep(person, self._with_pending(record))

    def _with_pending(self, record: RecordView) -> RecordView:
        """Stops of this desk hold here before the server knows of them."""
        person = next(iter(record.facts.people))
        mine = {record.facts.people, frozenset({person})}
        pending = [
            fact
            for fact in self._pending.values()
            if frozenset({fact.person}) in mine or fact.contact in record.facts.phones
        ]
        known = {entry.id for entry in record.facts.consents}
        added = tuple(consent.entry(fact) for fact in pending if fact.id not in known)
        if not added:
            return record
        facts = replace(record.facts, consents=(*record.facts.consents, *added))
        consents = consent.states(facts.consents, record.view.contact_points)
        return replace(record, facts=facts, view=replace(record.view, consents=consents))

    @Slot(object)
    def _on_open_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)
        words = self.tr("Pick the person again in a moment.")
        self._unread = said(error.message) if isinstance(error, ConsoleError) else words
        self._show()

    # Showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.PERSON:
            self._person.verify.close_sheet()
            self._timeline.clear()
            self._answers.clear()
            person = self._session.person
            if person is not None and person not in self._session.records:
                self._open(person, self._reason())
            elif self._session.record is not None:
                self._timeline.take(self._session.record)
        if changes & (Changes.PERSON | Changes.RECORD | Changes.CALL | Changes.CONNECTION):
            self._show()

    def _show(self) -> None:
        page, session = self._parts.window.console, self._session
        record = session.record
        if session.person is None:
            self._show_nobody()
        elif record is None:
            match = session.desk.matches.get(session.person)
            initials = match.initials if match else ""
            name = initials if session.draft else (match.name if match else "")
            known = (str(match.age or ""), match.place) if match else ()
            self._person.show_loading(name, initials, " · ".join(filter(None, known)))
            if self._unread:
                page.timeline.show_unread(self._unread)
            else:
                page.timeline.show_loading()
            page.show_centre(self._person, page.timeline)
        elif session.closed:
            view = record.view
            initials = names.initials(view.name)
            self._person.show_masked(Masked(initials=initials, age=view.age, place=view.place))
            page.timeline.show_masked(initials)
            page.show_centre(self._person, page.timeline)
        else:
            self._show_record(record)
            page.show_centre(self._person, page.timeline)

    def _show_nobody(self) -> None:
        page, session = self._parts.window.console, self._session
        if session.draft is not None:
            line = session.draft.line or ""
            self._person.show_unknown(line)
            if session.library is not None:
                self._answers.show_contents(tuple(session.library.contents.values()))
            page.show_centre(self._person, self._answers)
        else:
            page.show_centre(page.welcome)

    def _show_record(self, record: RecordView) -> None:
        session, now = self._session, self._parts.clock()
        draft = session.draft
        view = record.view
        if not session.told:
            view = without_openings(view)
        self._person.show_person(
            view,
            now=now,
            verification=draft.verification_of(session.person) if draft else None,
            in_call=draft is not None,
            spoken=draft is not None and draft.answered_at is not None,
            journey=draft.journey if draft else None,
            emergency_until=session.desk.glass.get(next(iter(record.facts.people))),
        )
        self._person.set_copy_from(record.read_at if session.desk.offline_since else None)
        self._timeline.show(record)

    @Slot(str)
    def _on_journey_picked(self, journey: str) -> None:
        record = self._session.record
        if record is None or self._session.draft is None:
            return
        stage = next((j.stage for j in record.view.journeys if j.journey == journey), None)
        self._session.change_draft(Changes.CALL | Changes.GUIDE, journey=journey, stage=stage)


def _read(
    center: "Center", person: PersonId, login: Login, reason: str | None, call_id: CallId | None
) -> tuple[RecordView, tuple[ConsentFact, ...]]:
    """A record, and this desk's stops: those first, since one sent meanwhile is in the record.

    Without the server, the copy that this desk saved when she was last opened here.
    """
    pending = center.dispositions.pending_consents()
    try:
        record = center.records.open(
            frozenset({person}), login=login, reason=reason, call_id=call_id
        )
    except Offline:
        saved = center.saved_records.get(login, person)
        if saved is None:
            raise
        return saved, pending
    return record, pending

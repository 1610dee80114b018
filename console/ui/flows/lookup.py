"""Lookup: finding people, who is on the line, nobody, and what waits."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from console.models.ids import Login, PersonId
from console.models.terms import Direction
from console.models.views import CallbackView, Found, Match
from console.rules import call, names
from console.rules.authority import party_state
from console.ui.flows.call import CallFlow
from console.ui.flows.claims import ClaimFlow
from console.ui.flows.parts import Parts
from console.ui.lookup import LinePerson, LookupCall, Speaker, Waiting
from console.ui.session import Changes
from console.ui.tasks import Lane

if TYPE_CHECKING:
    from console.services.center import Center


class LookupFlow(QObject):
    """Everybody on a shared number is listed, and nobody is picked but by the rep."""

    def __init__(
        self, parts: Parts, calls: CallFlow, claims: ClaimFlow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        self._claims = claims
        self._pane = parts.window.console.lookup
        self._moving = False
        self._adding = False
        self._due: tuple[CallbackView, ...] = ()
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.query_changed.connect(self._on_query)
        pane.match_picked.connect(self._on_picked)
        pane.speaking_picked.connect(self._on_speaking_picked)
        pane.about_picked.connect(self._on_about_picked)
        pane.nobody_picked.connect(self._on_nobody)
        pane.person_added_requested.connect(self.add_party)
        pane.move_requested.connect(self.move)
        pane.callback_opened.connect(self.open_callback)
        pane.new_person.duplicate_picked.connect(self._on_picked)
        self._calls.began.connect(self._on_began)
        self._calls.answered.connect(self.choose_party)
        self._claims.taken.connect(self._on_claimed)
        self._claims.missed.connect(self.refresh_waiting)
        self._session.changed.connect(self._on_changed)

    @Slot()
    def choose_party(self) -> None:
        """Alt I: to the people on the line: first who speaks, then whom it is about."""
        draft, people = self._session.draft, self._on_the_line()
        if draft is None or not people or draft.about:
            self.add_party()
            return
        unknown = draft.speaking_with is None and len(people) > 1
        self._pane.ask(Speaker.SPEAKING if unknown else Speaker.ABOUT)

    @Slot()
    def add_party(self) -> None:
        """The next person picked is somebody more whom the call is about."""
        self._adding = True
        self._pane.ask(Speaker.ABOUT)
        self._pane.focus_search()

    @Slot()
    def move(self) -> None:
        """Alt M: the next person picked takes the call over."""
        if self._session.draft is not None:
            self._moving = True
            self._pane.focus_search()
            words = self.tr(
                "Find the person whom this call belongs to. Notes and answers go along."
            )
            self._parts.notices.tell(words)

    @Slot()
    def refresh_waiting(self) -> None:
        staff = self._session.staff
        if staff is not None:
            self._parts.tasks.run(
                Lane.READS,
                partial(_waiting, self._parts.center, staff.login),
                self._on_waiting,
                self._on_nothing,
                key="waiting",
            )

    @Slot()
    def next_person(self) -> None:
        """After a log, or Alt N: the earliest callback that is due, else an empty desk."""
        now = self._parts.clock()
        soon = [entry for entry in self._due if entry.due_at <= now and not self._taken(entry)]
        if soon and self._session.draft is None:
            self._claims.take(soon)
        elif self._session.draft is None:
            self._session.show(None)
            self._pane.focus_search()

    def _taken(self, entry: CallbackView) -> bool:
        """Whether somebody else works on it, as far as this desk knows."""
        staff = self._session.staff
        return entry.claim is not None and (staff is None or entry.claim.holder != staff.login)

    @Slot(object)
    def open_callback(self, entry: CallbackView) -> None:
        """Opens it once it is this desk's: nobody looks at what another rep calls about."""
        if self._session.draft is None:
            self._claims.take([entry])

    @Slot(object)
    def _on_claimed(self, entry: CallbackView) -> None:
        if self._session.draft is None:
            self._session.desk.callback = entry.id
            self._session.desk.asked_for = entry.due_at if entry.asked_for else None
            self._session.show(entry.person)

    @Slot(str)
    def _on_query(self, query: str) -> None:
        if query:
            find = partial(self._parts.center.directory.find, query)
            self._parts.tasks.run(Lane.READS, find, self._on_found, self._on_failed, key="lookup")
        else:
            self._parts.tasks.supersede("lookup")
            self._moving = False

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._session.desk.matches.update({match.person: match for match in found.results})
        self._pane.show_found(found)

    @Slot(object)
    def _on_picked(self, person: PersonId) -> None:
        match = self._session.desk.matches.get(person)
        name = match.name if match else ""
        draft = self._session.draft
        if draft is None:
            self._session.desk.callback = self._session.desk.asked_for = None
            self._session.show(person)
        elif self._moving:
            self._moving = False
            self._calls.move_to(person, name)
        else:
            self._session.set_draft(call.pick(draft, person, name), Changes.CALL | Changes.GUIDE)
            self._session.show(person)
        self._adding = False
        self._pane.clear()

    @Slot(object)
    def _on_speaking_picked(self, person: PersonId) -> None:
        draft, match = self._session.draft, self._session.desk.matches.get(person)
        if draft is not None:
            name = match.name if match else draft.names.get(str(person), "")
            self._session.set_draft(call.speak_with(draft, person, name))

    @Slot(object)
    def _on_about_picked(self, person: PersonId) -> None:
        """In the list of the line another one takes the place of the one picked before."""
        draft = self._session.draft
        if draft is None or self._moving or self._adding or not draft.about:
            self._on_picked(person)
        elif draft.about != (person,):
            match = self._session.desk.matches.get(person)
            name = match.name if match else draft.names.get(str(person), "")
            changed = call.about_instead(draft, person, name)
            self._session.set_draft(changed, Changes.CALL | Changes.GUIDE)
            self._session.show(person)

    @Slot()
    def _on_nobody(self) -> None:
        if self._session.draft is not None:
            self._session.set_draft(
                call.about_nobody(self._session.draft), Changes.CALL | Changes.GUIDE
            )
        self._session.show(None)
        self._pane.clear()

    @Slot()
    def _on_began(self) -> None:
        """A number on the line: look up everybody on it, pick none.

        One that we dialed, too: who shares it, must be asked what housemates don't know.
        """
        draft = self._session.draft
        if draft is not None and draft.phone:
            by_phone = partial(self._parts.center.directory.by_phone, draft.phone)
            self._parts.tasks.run(
                Lane.READS, by_phone, self._on_callers, self._on_failed, key="callers"
            )
        self._show_call()

    @Slot(object)
    def _on_callers(self, matches: tuple[Match, ...]) -> None:
        self._session.desk.matches.update({match.person: match for match in matches})
        self._show_call()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._session.draft is None and changes & Changes.CALL:
            self._moving = self._adding = False
        if changes & (Changes.CALL | Changes.PERSON | Changes.RECORD):
            self._show_call()

    def _show_call(self) -> None:
        draft = self._session.draft
        if draft is None:
            self._pane.show_call(None)
            return
        people = tuple(self._line_person(person) for person in self._on_the_line())
        nobody = not draft.about and draft.speaking_with is None and not people
        self._pane.show_call(
            LookupCall(
                direction=draft.direction,
                live=self._session.on_line,
                number=draft.phone,
                people=people,
                nobody=nobody,
            )
        )

    def _on_the_line(self) -> list[PersonId]:
        """Those picked first, then all others on the number, in a steady order."""
        draft = self._session.draft
        if draft is None:
            return []
        picked = [*draft.about, *([draft.speaking_with] if draft.speaking_with else [])]
        inbound = draft.direction is Direction.INBOUND
        sharing = [
            match.person
            for match in self._session.desk.matches.values()
            if inbound and draft.phone and draft.phone in match.phones
        ]
        return list(dict.fromkeys([*picked, *sharing]))

    def _line_person(self, person: PersonId) -> LinePerson:
        draft = self._session.draft
        match = self._session.desk.matches.get(person)
        record = self._session.records.get(person)
        entry = draft.verification_of(person) if draft else None
        # Somebody known for certain without a right to be told stays covered like a stranger.
        verified = bool(draft and entry and party_state(draft, person, entry.at).may_tell)
        known = (draft.names.get(str(person), "") if draft else "") or (match.name if match else "")
        inbound = draft is not None and draft.direction is Direction.INBOUND
        masked = inbound and not verified
        return LinePerson(
            person=person,
            name=names.initials(known) if masked else known,
            age=match.age if match else (record.view.age if record else None),
            place=match.place if match else (record.view.place if record else ""),
            masked=masked,
            verified=verified,
            speaking=draft is not None and draft.speaking_with == person,
            about=draft is not None and person in draft.about,
            note=self._part_note(person),
        )

    def _part_note(self, person: PersonId) -> str:
        """In a word what most calls are: one person, about herself; the pane words the others."""
        draft = self._session.draft
        alone = draft is not None and draft.speaking_with == person and draft.about == (person,)
        if not alone or draft is None:
            return ""
        inbound = draft.direction is Direction.INBOUND
        return "" if inbound else self.tr("Dialed")

    @Slot(object)
    def _on_waiting(self, answer: tuple[tuple[CallbackView, ...], int]) -> None:
        self._due, inquiries = answer
        library, staff = self._session.library, self._session.staff
        self._pane.show_waiting(
            Waiting(
                login=staff.login if staff else None,
                callbacks=self._due,
                inquiries=inquiries,
                now=self._parts.clock(),
                zone=library.rules.zone if library else "UTC",
            )
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)

    @Slot(object)
    def _on_nothing(self, _error: Exception) -> None:
        """What waits is asked for again soon; the status bar says when we are offline."""


def _waiting(center: "Center", login: Login) -> tuple[tuple[CallbackView, ...], int]:
    """What waits, without the callbacks that calls logged here and not sent yet have closed."""
    done = center.dispositions.pending_closures()
    due = center.callbacks.due(login)
    left = tuple(entry for entry in due if entry.id not in done)
    return left, center.records.waiting(login).inquiries

"""Lookup: finding people, who is on the line, and nobody."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from console.models.ids import PersonId
from console.models.terms import Direction
from console.models.views import Found, Match
from console.rules import call, names
from console.rules.authority import party_state
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.lookup import LinePerson, LookupCall, Speaker
from console.ui.session import Changes
from console.ui.tasks import Lane


class LookupFlow(QObject):
    """Everybody on a shared number is listed, and nobody is picked but by the rep."""

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        self._pane = parts.window.console.lookup
        self._moving = False
        self._adding = False
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.query_changed.connect(self._on_query)
        pane.match_picked.connect(self.pick)
        pane.speaking_picked.connect(self._on_speaking_picked)
        pane.about_picked.connect(self._on_about_picked)
        pane.nobody_picked.connect(self._on_nobody)
        pane.person_added_requested.connect(self.add_party)
        pane.move_requested.connect(self.move)
        pane.new_person.duplicate_picked.connect(self.pick)
        self._calls.began.connect(self._on_began)
        self._calls.answered.connect(self.choose_party)
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
    def pick(self, person: PersonId) -> None:
        """Turns to somebody found: between calls her record, during one her part in it."""
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
            self.pick(person)
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
        """All on the number, in a steady order whoever is picked; before them who else has a part.

        A digit picks, so it means the same person from one pick to the next.
        """
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
        others = [person for person in picked if person not in sharing]
        return list(dict.fromkeys([*others, *sharing]))

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
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)

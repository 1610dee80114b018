"""Verification: what a caller says is checked and dropped; only what matched is kept."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from console.models.draft import DraftVerification
from console.models.ids import PersonId
from console.models.terms import Authority, VerificationItem, VerificationState
from console.rules import authority as authorities
from console.rules import call, names, verification
from console.ui.flows.parts import Parts
from console.ui.flows.record import RecordFlow
from console.ui.person import Answer, VerifyPerson, VerifyResults
from console.ui.said import said
from console.ui.session import Changes

ANSWERS = {
    verification.Match.MATCH: Answer.MATCH,
    verification.Match.NO_MATCH: Answer.NO_MATCH,
    verification.Match.TO_ASK: Answer.TO_ASK,
}


EITHER = (VerificationItem.MRN, VerificationItem.PHONE)


class VerifyFlow(QObject):
    """Who is speaking, about whom, and by what right (45 CFR 164.514(h), 164.502(g), 164.510(b)).

    Signals:
        outcome_suggested: a code that verification led to ("could_not_verify").
    """

    outcome_suggested = Signal(str)

    def __init__(self, parts: Parts, records: RecordFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._records = records
        self._person = parts.window.console.person
        self._said: dict[PersonId, dict[VerificationItem, str]] = {}
        self._early: set[PersonId] = set()
        self._connect()

    def _connect(self) -> None:
        self._person.verify_requested.connect(self.verify)
        self._person.refused.connect(self._on_refused)
        self._person.could_not_verify.connect(self._on_could_not)
        self._person.verify.said.connect(self._on_said)
        self._person.verify.authority_picked.connect(self._on_authority)
        self._person.verify.closed.connect(self._on_closed)
        self._records.opened.connect(self._on_opened)

    @Slot()
    def verify(self) -> None:
        """Alt V: who is speaking, and about whom."""
        draft = self._session.draft
        if draft is None or not draft.about:
            return
        about = draft.about[0]
        speaking = draft.speaking_with or about
        for person in {about, speaking}:
            self._records.open(person)
        other = speaking if speaking != about else None
        self._person.verify.open_for(
            self._verify_person(other) if other else None, self._verify_person(about)
        )

    def _verify_person(self, person: PersonId) -> VerifyPerson:
        draft, match = self._session.draft, self._session.desk.matches.get(person)
        name = draft.names.get(str(person), "") if draft else ""
        record = self._session.records.get(person)
        return VerifyPerson(
            person=person,
            initials=names.initials(name or (record.view.name if record else "")),
            age=match.age if match else (record.view.age if record else None),
            shared=self._shares_household(person),
        )

    def _shares_household(self, person: PersonId) -> bool:
        """Whether somebody else is on the number that calls."""
        return bool(self._others(person))

    def _others(self, person: PersonId) -> tuple[str, ...]:
        """The names of everybody else on the number that calls."""
        draft = self._session.draft
        if draft is None or not draft.phone:
            return ()
        there = [m for m in self._session.desk.matches.values() if draft.phone in m.phones]
        return tuple(match.name for match in there if match.person != person)

    @Slot(object, object, str)
    def _on_said(self, person: PersonId, item: VerificationItem, said: str) -> None:
        self._session.reach(self._parts.clock())
        given = self._said.setdefault(person, {})
        given[item] = said
        if item in EITHER:  # figures alone don't say whether they are an MRN or a phone
            given.update(dict.fromkeys(EITHER, said))
        self._judge(person, (item,))

    @Slot()
    def _on_opened(self) -> None:
        """What was said before the record came is checked now."""
        waiting = self._early & self._session.records.keys()
        self._early -= waiting
        for person in waiting & self._said.keys():
            self._judge(person, tuple(self._said[person]))

    def _judge(self, person: PersonId, items: tuple[VerificationItem, ...]) -> None:
        """Checks what was said of a person; `items` are new and count as tries."""
        record, draft = self._session.records.get(person), self._session.draft
        if record is None or draft is None:
            self._early.add(person)
            return
        results = self._results(person)
        library = self._session.library
        if library and not verification.tries_left(draft, person, library.rules):
            self._end_tries()
            return
        if verification.Match.MATCH in (results[one] for one in EITHER):
            results.update(dict.fromkeys(set(items) & set(EITHER), verification.Match.MATCH))
        for item in items:
            if results[item] is verification.Match.NO_MATCH:
                draft = verification.failed(draft, person)
                self._session.set_draft(draft)
        done = verification.verified(results, shares_household=self._shares_household(person))
        now = self._parts.clock()
        tries = verification.tries_left(draft, person, library.rules) if library else None
        self._person.verify.show_results(
            VerifyResults(
                person=person,
                answers={key: ANSWERS[value] for key, value in results.items()},
                verified_at=now if done else None,
                zone=library.rules.zone if library else "UTC",
                tries_left=tries if draft.failed_tries else None,
            )
        )
        if done:
            self._verified(person, verification.matched(results), now)

    def _end_tries(self) -> None:
        """What is said now counts no more: guessing must not open a record."""
        words = self.tr("No tries left on this call. Log it as Could not verify.")
        self._parts.notices.tell(words, kind="conflict")
        self.outcome_suggested.emit("could_not_verify")

    def _results(self, person: PersonId) -> dict[VerificationItem, verification.Match]:
        """What matches of all that was said about a person on this call."""
        record, draft = self._session.records.get(person), self._session.draft
        if record is None or draft is None:
            return {}
        on_file = verification.on_file(
            record.view,
            calling=draft.phone,
            shares_household=self._shares_household(person),
            others=self._others(person),
        )
        return verification.check(self._said.get(person, {}), on_file, self._parts.clock().date())

    def _identified(self, person: PersonId) -> bool:
        shares = self._shares_household(person)
        return verification.verified(self._results(person), shares_household=shares)

    def _verified(
        self, person: PersonId, matched: tuple[VerificationItem, ...], now: datetime
    ) -> None:
        draft = self._session.draft
        if draft is None:
            return
        other = draft.speaking_with is not None and draft.speaking_with != person
        if person in draft.about and other:
            return  # somebody else speaks: she is identified, the authority decides
        entry = DraftVerification(
            person=person, state=VerificationState.PATIENT, matched=matched, at=now
        )
        self._session.set_draft(call.verify(draft, entry), Changes.CALL | Changes.GUIDE)
        if draft.speaking_with == person and draft.about == (person,):
            self._close()

    @Slot(object)
    def _on_authority(self, authority: Authority) -> None:
        """Somebody speaks for the person whom the call is about: may she be told?"""
        draft, library = self._session.draft, self._session.library
        about = draft.about[0] if draft and draft.about else None
        record = self._session.records.get(about) if about else None
        if draft is None or library is None or about is None or record is None:
            return
        if not self._identified(about):
            words = self.tr("The items of the person whom the call is about do not all match yet.")
            self._parts.notices.tell(words, kind="conflict")
            return
        relations = record.view.relationships
        relation = next((r for r in relations if r.person == draft.speaking_with), None)
        now = self._parts.clock()
        may = authorities.authority_for(
            relation,
            about_age=record.view.age,
            today=now.date(),
            rules=library.rules,
            claimed=authority,
        )
        entry = DraftVerification(
            person=about,
            state=VerificationState.PROXY if may.tell else VerificationState.THIRD_PARTY,
            matched=verification.matched(self._results(about)),
            authority=may.authority,
            scope="this call" if authority is Authority.AGREES_ON_LINE else None,
            at=now,
        )
        draft = call.verify(draft, entry)
        self._session.set_draft(draft, Changes.CALL | Changes.GUIDE)
        state = authorities.party_state(draft, about, now)
        if state.may_tell:
            self._close()
            return
        self._parts.notices.tell(
            said(may.reason if not may.tell else state.reason), kind="conflict"
        )
        if not may.tell:
            self.outcome_suggested.emit("proxy_without_authority")

    def _close(self) -> None:
        """The script is what comes next, so the keys go back to it."""
        self._person.verify.close_sheet()
        self._parts.window.console.guide.focus_guide()

    @Slot()
    def _on_closed(self) -> None:
        self._said.clear()
        self._early.clear()

    @Slot()
    def _on_refused(self) -> None:
        self.outcome_suggested.emit("refused_to_verify")

    @Slot()
    def _on_could_not(self) -> None:
        self.outcome_suggested.emit("could_not_verify")

"""The outcome: code, reason and notes of the call; logging it, and taking a log back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from console.models.bodies import Library
from console.models.draft import Draft
from console.models.ids import CommandId, PersonId
from console.models.person_facts import PersonFacts
from console.rules import call, disposition, names, script
from console.rules.call import CallState
from console.rules.consequences import consequences
from console.rules.proposal import proposed
from console.ui.disposition import BarView, Missing
from console.ui.flows.call import CallFlow
from console.ui.flows.effects import effect_states
from console.ui.flows.guide_view import outcome_options
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes, Logged
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind


@dataclass(frozen=True, slots=True)
class _Told:
    """What logging brings, in words, and what that was asked of; `facts` are kept so that their
    identity stays theirs.
    """

    of: tuple[Draft, int, int]
    facts: PersonFacts | None
    words: str


class OutcomeFlow(QObject):
    """Nothing is said to be logged before the desk's store has it.

    Signals:
        logged: a disposition is in the outbox and the desk is free; whether for the next call.
        came_back: a log was taken back.
        effect_requested: a sheet holds what is missing (its kind).
    """

    logged = Signal(bool)
    came_back = Signal()
    effect_requested = Signal(str)

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        self._bar = parts.window.console.bar
        self._review = parts.window.review
        self._logging = False
        self._goes_on = True
        self._library: Library | None = None
        self._told: _Told | None = None
        self._connect()

    def _connect(self) -> None:
        bar = self._bar
        bar.outcome_picked.connect(self.pick)
        bar.reason_picked.connect(self._on_reason)
        bar.notes_changed.connect(self._on_notes)
        bar.log_requested.connect(self.log)
        bar.undo_requested.connect(self.undo)
        bar.missing_elsewhere.connect(self._on_missing_elsewhere)
        self._review.log_anyway.connect(self._log_anyway)
        self._session.changed.connect(self._on_changed)
        self._calls.ended.connect(self._show)
        self._calls.began.connect(self._on_began)

    # What the rep says

    @Slot(str)
    def pick(self, code: str) -> None:
        self._session.change_draft(Changes.OUTCOME, code=code or None, reason=None)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self._session.change_draft(Changes.OUTCOME, reason=reason or None)

    @Slot(str)
    def _on_notes(self, notes: str) -> None:
        draft = self._session.draft
        if draft is not None and draft.notes != notes:
            self._session.change_draft(Changes.NOTES, notes=notes)

    # Logging

    @Slot()
    def log(self) -> None:
        """Ctrl Enter: accepts the proposed outcome, says what is missing, or logs."""
        self._goes_on = True
        self._log_or_ask()

    @Slot()
    def log_and_rest(self) -> None:
        """Ctrl Shift Enter: the same, and no next person is opened."""
        self._goes_on = False
        self._log_or_ask()

    def _log_or_ask(self) -> None:
        draft, library = self._session.draft, self._session.library
        if draft is None or library is None or self._logging:
            return
        draft = self._with_proposal(draft, library)
        lacking = disposition.missing(draft, library)
        if lacking:
            self._bar.show_missing(
                tuple(Missing(field=entry.field, sentence=said(entry.text)) for entry in lacking)
            )
            return
        facts = self._facts(draft)
        first = next(iter(facts.values()), None)
        odd = disposition.contradictions(draft, first, library, self._parts.clock())
        if odd:
            self._review.open(tuple(said(entry.text) for entry in odd))
            return
        self._log(draft, library)

    @Slot()
    def _log_anyway(self) -> None:
        draft, library = self._session.draft, self._session.library
        if draft is not None and library is not None and not self._logging:
            self._log(self._with_proposal(draft, library), library)

    def _with_proposal(self, draft: Draft, library: Library) -> Draft:
        if draft.code is not None:
            return draft
        found = proposed(draft, library, self._parts.clock())
        return replace(draft, code=found.code) if found else draft

    def _facts(self, draft: Draft) -> Mapping[PersonId, PersonFacts]:
        records = self._session.records
        return {person: records[person].facts for person in draft.about if person in records}

    def _log(self, draft: Draft, library: Library) -> None:
        self._logging = True
        self._bar.set_busy(True)
        self._calls.forget()
        records = self._session.records
        points = tuple(
            point
            for person in draft.about
            if person in records
            for point in records[person].view.contact_points
        )
        work = partial(
            self._parts.center.dispositions.log, draft, self._facts(draft), library, points
        )
        self._parts.tasks.run(Lane.DESK, work, partial(self._on_logged, draft), self._on_failed)

    def _on_logged(self, draft: Draft, command: CommandId) -> None:
        self._logging = False
        self._bar.set_busy(False)
        library = self._session.library
        code = library.codes.find(draft.code or "") if library else None
        label = said(code.label) if code else str(draft.code)
        person = draft.about[0] if draft.about else draft.speaking_with
        who = (
            names.short(draft.names.get(str(person), "")) if person else self.tr("nobody on record")
        )
        words = self.tr("Logged for {who}: {outcome}").format(who=who, outcome=label)
        self._calls.logged(Logged(command, words, label, self._parts.clock()))
        self._session.clear_call()
        self._show_undo(words, label, int(self._parts.center.settings.undo_for.total_seconds()))
        self.logged.emit(self._goes_on)

    def _show_undo(self, words: str, label: str, seconds: int, *, aloud: bool = True) -> None:
        unnamed = self.tr("Logged: {outcome}").format(outcome=label)
        self._bar.slot.show_message(
            Message(
                MessageKind.UNDO,
                words,
                short=unnamed,
                kept=unnamed,
                action=self.tr("Undo"),
                key="Ctrl+Shift+Z",
                seconds=seconds,
            ),
            aloud=aloud,
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Not saved: it says so, and everything stays on the screen."""
        self._logging = False
        self._bar.set_busy(False)
        self._calls.keep()
        self._parts.notices.report(error)

    @Slot()
    def undo(self) -> None:
        """Ctrl Shift Z: the last log comes back, as the call on screen or parked beside it."""
        last = self._session.desk.last
        if last is not None:
            work = partial(self._parts.center.dispositions.undo, last.command)
            self._parts.tasks.run(Lane.DESK, work, self._on_undone, self._parts.notices.report)

    @Slot(object)
    def _on_undone(self, draft: Draft | None) -> None:
        self._bar.slot.dismiss(MessageKind.UNDO)
        desk = self._session.desk
        if draft is None:
            self._parts.notices.tell(self.tr("Too late to undo: it was sent. Amend it instead."))
            return
        desk.last = None
        desk.logged_today = max(0, desk.logged_today - 1)
        if self._session.draft is None:
            self._calls.resume_draft(draft)
        else:
            desk.parked = (*desk.parked, call.park(draft, self._parts.clock()))
        self.came_back.emit()

    @Slot()
    def _on_began(self) -> None:
        """The name of the person before leaves the screen; her log can still be taken back."""
        last, now = self._session.desk.last, self._parts.clock()
        ends = last.at + self._parts.center.settings.undo_for if last else now
        if last is not None and ends > now:
            label = said(last.code_label)
            words = self.tr("Logged: {outcome}").format(outcome=label)
            seconds = int((ends - now).total_seconds())
            self._show_undo(words, label, seconds, aloud=False)
        else:
            self._bar.slot.dismiss(MessageKind.UNDO)

    @Slot(str)
    def _on_missing_elsewhere(self, field: str) -> None:
        if field == "statement":
            self.effect_requested.emit("missed")
        elif field in ("verification", "person"):
            self._parts.window.key_pressed.emit("verify" if field == "verification" else "lookup")

    # Showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        seen = Changes.CALL | Changes.OUTCOME | Changes.NOTES | Changes.GUIDE | Changes.RECORD
        if changes & seen:
            self._show()

    @Slot()
    def _show(self) -> None:
        draft, library = self._session.draft, self._session.library
        if library is not None and library is not self._library:
            self._library = library
            self._bar.set_outcomes(outcome_options(library))
        if draft is None or library is None:
            self._bar.show_bar(BarView(off=self.tr("Opens with the next call.")))
            return
        found = proposed(draft, library, self._parts.clock()) if draft.code is None else None
        code = library.codes.find(draft.code or (found.code if found else ""))
        self._bar.show_bar(
            BarView(
                call=draft.call_id,
                effects=effect_states(self._parts, draft),
                code=code.code if code else "",
                proposed=found is not None,
                hint=self._hint(draft, library, said(found.why) if found else ""),
                hint_icon="info" if code is None else "circle-check",
                reasons=code.reasons if code else (),
                reason=draft.reason or "",
                reason_off=self._reason_off(code is not None, bool(code and code.reasons)),
                notes=draft.notes,
                note_label="" if code and "notes" in code.needs else self.tr("Optional"),
                missing=self._missing_words(draft, library),
            )
        )

    def _hint(self, draft: Draft, library: Library, why: str) -> str:
        facts = next(iter(self._facts(draft).values()), None)
        about = replace(self._with_proposal(draft, library), notes="")
        # Stages over thousands of facts, asked at each keystroke: notes have no consequences.
        if self._told is None or self._told.of != (about, id(facts), id(library)):
            told = consequences(about, facts, library, self._parts.clock())
            self._told = _Told((about, id(facts), id(library)), facts, told)
        after = said(self._told.words)
        # After hang-up the guide's form says why it proposes the outcome.
        ended = self._session.call_state is CallState.ENDED
        return after or ("" if ended else why)

    def _reason_off(self, picked: bool, asked: bool) -> str:
        if asked:
            return ""
        return self.tr("Not asked for this code") if picked else self.tr("Asked for by some codes")

    def _missing_words(self, draft: Draft, library: Library) -> str:
        if self._session.call_state in (CallState.RINGING, CallState.LIVE, CallState.HELD):
            found = library.scripts.get(draft.script or "")
            unread = len(script.unread(found, draft.path)) if found else 0
            if unread:
                one = self.tr("1 statement to read")
                return one if unread == 1 else self.tr("%n statements to read", "", unread)
            return self.tr("Asks to hang up first")
        lacking = disposition.missing(self._with_proposal(draft, library), library)
        return said(lacking[0].text) if lacking else ""

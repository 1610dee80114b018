"""The outcome: code, reason, notes and effects of the call; logging it, and taking a log back."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from console.models.bodies import Library
from console.models.draft import Draft, DraftAppointment, DraftCallback, DraftPromise
from console.models.ids import CommandId, PersonId
from console.models.person_facts import PersonFacts
from console.rules import disposition, names, script
from console.rules.call import CallState
from console.rules.consequences import consequences
from console.rules.proposal import proposed
from console.ui import text
from console.ui.disposition import BarView, EffectContext, EffectState, Missing, SendChoice
from console.ui.flows.call import CallFlow, in_zone_of
from console.ui.flows.guide import outcome_options
from console.ui.flows.parts import Parts
from console.ui.flows.sendable import sendable
from console.ui.session import Changes, Logged
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind


class OutcomeFlow(QObject):
    """Nothing is said to be logged before the desk's store has it.

    Signals:
        logged: a disposition is in the outbox, and the desk is free for the next call.
        came_back: a log was taken back.
    """

    logged = Signal()
    came_back = Signal()

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        self._bar = parts.window.console.bar
        self._sheets = parts.window.effects
        self._review = parts.window.review
        self._logging = False
        self._library: Library | None = None
        self._connect()

    def _connect(self) -> None:
        bar = self._bar
        bar.outcome_picked.connect(self.pick)
        bar.reason_picked.connect(self._on_reason)
        bar.notes_changed.connect(self._on_notes)
        bar.effect_requested.connect(self.open_effect)
        bar.log_requested.connect(self.log)
        bar.undo_requested.connect(self.undo)
        bar.missing_elsewhere.connect(self._on_missing_elsewhere)
        self._sheets.submitted.connect(self._on_submitted)
        self._sheets.removed.connect(self._on_removed)
        self._sheets.closed.connect(self._on_sheet_closed)
        self._review.log_anyway.connect(self._log_anyway)
        self._session.changed.connect(self._on_changed)
        self._calls.ended.connect(self._show)

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
            self._session.change_draft(Changes.OUTCOME, notes=notes)

    @Slot(str)
    def open_effect(self, kind: str, content: str = "") -> None:
        """Opens the sheet of an effect; `content` is marked to be sent."""
        draft, now = self._session.draft, self._parts.clock()
        if draft is None:
            self._parts.notices.tell(self.tr("Start the call first (Alt A): effects belong to it."))
            return
        value = self._value(draft, kind)
        choices = sendable(self._parts) if kind == "send" else ()
        if content:
            value = (*draft.sends, *self._first_way(content, choices))
        library = self._session.library
        self._sheets.open(
            kind,
            value,
            EffectContext(
                now=now,
                zone=in_zone_of(self._parts),
                my_zone=library.rules.zone if library else "UTC",
                contents=choices,
            ),
        )

    def _first_way(self, content: str, choices: tuple[SendChoice, ...]) -> tuple[str, ...]:
        allowed = [
            f"{c.content}/{c.channel}" for c in choices if c.content == content and not c.off
        ]
        return tuple(allowed[:1])

    def _value(self, draft: Draft, kind: str) -> object:
        values: dict[str, object] = {
            "callback": draft.callback,
            "promise": draft.promises[-1] if draft.promises else None,
            "appointment": draft.appointment,
            "send": draft.sends,
            "unmet_need": draft.unmet_need,
            "hand_off": draft.hand_off,
            "complaint": draft.complaint,
        }
        return values.get(kind)

    @Slot(str, object)
    def _on_submitted(self, kind: str, value: object) -> None:
        draft = self._session.draft
        if draft is None:
            return
        if kind == "missed":
            self._missed(draft, str(value))
            return
        fields = {"promise": "promises", "send": "sends"}
        stored = (value,) if kind == "promise" else value
        self._session.change_draft(Changes.OUTCOME, **{fields.get(kind, kind): stored})

    @Slot(str)
    def _on_removed(self, kind: str) -> None:
        empty: dict[str, tuple[str, object]] = {
            "promise": ("promises", ()),
            "send": ("sends", ()),
            "unmet_need": ("unmet_need", ""),
            "complaint": ("complaint", ""),
        }
        name, value = empty.get(kind, (kind, None))
        self._session.change_draft(Changes.OUTCOME, **{name: value})

    @Slot(str)
    def _on_sheet_closed(self, _kind: str) -> None:
        """The keys go back to where the call goes on."""
        if self._session.on_line:
            self._parts.window.console.guide.focus_guide()

    # Logging

    @Slot()
    def log(self) -> None:
        """Ctrl Enter: accepts the proposed outcome, says what is missing, or logs."""
        draft, library = self._session.draft, self._session.library
        if draft is None or library is None or self._logging:
            return
        draft = self._with_proposal(draft, library)
        lacking = disposition.missing(draft, library)
        if lacking:
            self._bar.show_missing(
                tuple(Missing(field=entry.field, sentence=entry.text) for entry in lacking)
            )
            return
        facts = self._facts(draft)
        first = next(iter(facts.values()), None)
        odd = disposition.contradictions(draft, first, library, self._parts.clock())
        if odd:
            self._review.open(tuple(entry.text for entry in odd))
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
        label = code.label if code else str(draft.code)
        person = draft.about[0] if draft.about else draft.speaking_with
        who = (
            names.short(draft.names.get(str(person), "")) if person else self.tr("nobody on record")
        )
        words = self.tr("Logged for {who}: {outcome}").format(who=who, outcome=label)
        self._calls.logged(Logged(command, words, label, self._parts.clock()))
        self._session.clear_call()
        self._bar.slot.show_message(
            Message(
                MessageKind.UNDO,
                words,
                short=self.tr("Logged: {outcome}").format(outcome=label),
                action=self.tr("Undo"),
                key="Ctrl+Shift+Z",
                seconds=int(self._parts.center.settings.undo_for.total_seconds()),
            )
        )
        self.logged.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Not saved: it says so, and everything stays on the screen."""
        self._logging = False
        self._bar.set_busy(False)
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
            desk.parked = (*desk.parked, draft)
        self.came_back.emit()

    @Slot(str)
    def _on_missing_elsewhere(self, field: str) -> None:
        if field == "statement":
            self.open_effect("missed")
        elif field in ("verification", "person"):
            self._parts.window.key_pressed.emit("verify" if field == "verification" else "lookup")

    def _missed(self, draft: Draft, reason: str) -> None:
        library = self._session.library
        found = library.scripts.get(draft.script or "") if library else None
        if found is not None:
            changed = script.missed(draft, found, reason, self._parts.clock())
            self._session.set_draft(changed, Changes.OUTCOME | Changes.GUIDE)

    # Showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & (Changes.CALL | Changes.OUTCOME | Changes.GUIDE | Changes.RECORD):
            self._show()

    @Slot()
    def _show(self) -> None:
        draft, library = self._session.draft, self._session.library
        if library is not None and library is not self._library:
            self._library = library
            self._bar.set_outcomes(outcome_options(library))
        if draft is None or library is None:
            self._sheets.close()
            self._bar.show_bar(BarView(off=self.tr("Opens with the next call.")))
            return
        found = proposed(draft, library, self._parts.clock()) if draft.code is None else None
        code = library.codes.find(draft.code or (found.code if found else ""))
        self._bar.show_bar(
            BarView(
                call=draft.call_id,
                effects=self._effects(draft),
                code=code.code if code else "",
                proposed=found is not None,
                hint=self._hint(draft, library, found.why if found else ""),
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
        after = consequences(
            self._with_proposal(draft, library), facts, library, self._parts.clock()
        )
        return after or why

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
        return lacking[0].text if lacking else ""

    def _effects(self, draft: Draft) -> tuple[EffectState, ...]:
        zone, now = in_zone_of(self._parts), self._parts.clock()
        callback, appointment = draft.callback, draft.appointment
        due = draft.promises[-1] if draft.promises else None
        return (
            _chip(
                "callback", callback, text.moment(callback.due_at, zone, now) if callback else ""
            ),
            _chip("promise", due, text.moment(due.due_at, zone, now) if due else ""),
            _chip(
                "appointment",
                appointment,
                text.moment(appointment.at, zone, now) if appointment else "",
            ),
            _chip("send", draft.sends, str(len(draft.sends)) if draft.sends else ""),
            _chip("unmet_need", draft.unmet_need, draft.unmet_need),
            _chip("hand_off", draft.hand_off, draft.hand_off.to if draft.hand_off else ""),
            _chip("complaint", draft.complaint, ""),
        )


Attached = DraftCallback | DraftPromise | DraftAppointment | object | None


def _chip(kind: str, value: Attached, detail: str) -> EffectState:
    return EffectState(kind=kind, chosen=bool(value), detail=detail if value else "")

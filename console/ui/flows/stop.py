"""Stop requests and clinical escalation: standing keys, at any step of a call."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from console.models.draft import Draft, DraftHandOff
from console.models.ids import PersonId
from console.models.terms import StopScope
from console.rules import phone
from console.ui import text
from console.ui.flows.call import in_zone_of
from console.ui.flows.parts import Parts
from console.ui.guide.model import EscalateView, Escalation, GoesOn, ScopeChoice, StopView
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane


class StopFlow(QObject):
    """A stop is written on the keypress, whatever becomes of the call.

    Signals:
        written: a stop or its undoing is in the outbox and wants to be sent now.
    """

    written = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._pane = parts.window.console.guide
        self._stopping = False
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.stop_requested.connect(self.stop)
        pane.stop_narrowed.connect(self._on_narrowed)
        pane.stop_undone.connect(self.undo)
        pane.escalate_requested.connect(self.escalate)
        pane.escalated.connect(self._on_escalated)
        self._session.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.CALL and self._session.draft is None:
            self._pane.close_stop()
            self._pane.close_escalation()
        elif changes & Changes.CALL:
            self._follow()

    @Slot()
    def stop(self) -> None:
        """Alt S: in force on the keypress, at the widest scope; the sheet opens already done."""
        draft = self._session.draft
        if draft is None or self._stopping:
            if draft is None:
                words = self.tr("Start the call first ({0}): a stop belongs to it.")
                self._parts.notices.tell(words.format(self._parts.key("Alt+A")))
            return
        if draft.stops and not draft.stops[-1].lifted:
            self._show()
            return
        self._stopping = True
        self._session.reach(self._parts.clock())
        draft = self._session.draft or draft
        person = self._subject(draft)
        self._write(draft, StopScope.EVERYTHING if person else StopScope.NUMBER, person)

    def _follow(self) -> None:
        """A stop goes with its caller: named later, or found to be somebody else, she has it too.

        What was written before stays in force until it is taken back.
        """
        draft = self._session.draft
        person = self._subject(draft) if draft else None
        in_force = [stop for stop in draft.stops if not stop.lifted] if draft else []
        if draft is None or person is None or not in_force or self._stopping:
            return
        if any(stop.person in (person, draft.speaking_with, *draft.about) for stop in in_force):
            return
        last = in_force[-1]
        if last.person is None:
            self._write(draft, StopScope.EVERYTHING, person)
        elif last.scope is not StopScope.NUMBER:  # a number stays stopped, whoever has it
            self._write(draft, last.scope, person)

    def _write(self, draft: Draft, scope: StopScope, person: PersonId | None) -> None:
        self._stopping = True
        work = partial(self._parts.center.dispositions.stop, draft, scope, person)
        self._parts.tasks.run(Lane.DESK, work, self._on_stopped, self._on_stop_failed)

    def _subject(self, draft: Draft) -> PersonId | None:
        return draft.about[0] if draft.about else draft.speaking_with

    @Slot(object)
    def _on_stopped(self, written: Draft) -> None:
        self._stopping = False
        self.written.emit()  # sent at once, whatever became of the call meanwhile
        draft = self._session.draft
        if draft is None or draft.call_id != written.call_id:
            return
        # What was typed while the stop was written stays; only the stops are taken over.
        self._session.set_draft(
            replace(draft, stops=written.stops), Changes.CALL | Changes.RECORD | Changes.OUTCOME
        )
        self._show()

    @Slot(object)
    def _on_stop_failed(self, error: Exception) -> None:
        self._stopping = False
        self._parts.notices.report(error)

    @Slot(object, str)
    def _on_narrowed(self, scope: StopScope, reason: str) -> None:
        draft = self._session.draft
        if draft is not None and draft.stops:
            work = partial(
                self._parts.center.dispositions.narrow, draft, scope, self._subject(draft), reason
            )
            self._parts.tasks.run(Lane.DESK, work, self._on_stopped, self._on_stop_failed)

    @Slot()
    def undo(self) -> None:
        draft = self._session.draft
        stopped = draft is not None and any(not stop.lifted for stop in draft.stops)
        if draft is not None and stopped and draft.ended_at is None:
            reason = self.tr("Undone by the rep before hang-up")
            work = partial(self._parts.center.dispositions.lift, draft, reason)
            self._parts.tasks.run(Lane.DESK, work, self._on_lifted, self._on_stop_failed)

    @Slot(object)
    def _on_lifted(self, written: Draft) -> None:
        self._on_stopped(written)
        self._pane.close_stop()

    def _show(self) -> None:
        draft, library = self._session.draft, self._session.library
        if draft is None or not draft.stops or draft.stops[-1].lifted:
            return
        entry, person = draft.stops[-1], self._subject(draft)
        labels = {
            StopScope.EVERYTHING: self.tr("Everything"),
            StopScope.MARKETING: self.tr("All marketing"),
            StopScope.PERSON: self.tr("This person, all numbers"),
            StopScope.NUMBER: self.tr("This number only"),
        }
        if person is None:
            labels = {StopScope.NUMBER: labels[StopScope.NUMBER]}
        goes_on = library.rules.goes_on_after_stop if library else ()
        self._pane.show_stop(
            StopView(
                since=text.time_of_day(entry.at, in_zone_of(self._parts)),
                say=self._stop_words(entry.scope),
                scopes=tuple(ScopeChoice(scope=s, label=words) for s, words in labels.items()),
                scope=entry.scope,
                widest=next(iter(labels)),
                stopped=self._stopped(draft),
                goes_on=tuple(GoesOn(what=said(what)) for what in goes_on),
                can_undo=draft.ended_at is None,
            )
        )

    def _stop_words(self, scope: StopScope) -> str:
        words = {
            StopScope.EVERYTHING: self.tr(
                "I have stopped our calls, texts, emails and letters to you, as of now."
            ),
            StopScope.MARKETING: self.tr("I have stopped all our advertising to you, as of now."),
            StopScope.PERSON: self.tr("I have stopped our calls and texts to you, as of now."),
            StopScope.NUMBER: self.tr(
                "I have stopped our calls and texts to this number, as of now."
            ),
        }
        return words[scope]

    def _stopped(self, draft: Draft) -> tuple[str, ...]:
        """What the stop reaches, from the record on screen."""
        record = self._session.record
        lines = []
        if record is not None:
            ahead = sum(1 for entry in record.timeline.entries if entry.queued)
            if ahead:
                one = self.tr("1 queued message")
                lines.append(one if ahead == 1 else self.tr("%n queued messages", "", ahead))
            phones = [phone.display(number) for number in record.facts.phones]
        else:
            phones = [phone.display(draft.phone)] if draft.phone else []
        lines += [self.tr("Dialing {number}").format(number=number) for number in phones[:3]]
        return tuple(lines)

    @Slot()
    def escalate(self) -> None:
        """Alt E: number and place first, stay on the line, read the text."""
        draft, library = self._session.draft, self._session.library
        if draft is None or library is None:
            words = self.tr("Start the call first ({0}).")
            self._parts.notices.tell(words.format(self._parts.key("Alt+A")))
            return
        first, *rest = map(said, library.rules.escalation or ("",))
        self._pane.show_escalation(
            EscalateView(call=draft.call_id, phone=draft.phone or "", text=first, steps=tuple(rest))
        )

    @Slot(object)
    def _on_escalated(self, told: Escalation) -> None:
        what = self.tr("Clinical escalation. Call back {phone}, at {place}.")
        self._session.change_draft(
            Changes.OUTCOME,
            escalated_at=self._parts.clock(),
            hand_off=DraftHandOff(
                to=self.tr("Nurse on duty"), what=what.format(phone=told.phone, place=told.place)
            ),
        )

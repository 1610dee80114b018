"""The call: it rings, is answered, held, ended, dialed, moved; its draft is saved as it changes."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from console.errors import Offline
from console.models.draft import Draft
from console.models.ids import PersonId
from console.models.terms import Direction
from console.rules import call, phone
from console.rules.call import CallState
from console.ui.flows.dialing import Dialing
from console.ui.flows.parts import Parts
from console.ui.session import Changes, Logged, Ringing
from console.ui.tasks import Lane
from console.ui.widgets import CallState as Shown
from console.ui.widgets import Phase, clock

SAVE_MS = 250
RINGS_FOR = timedelta(minutes=1)
PHASES = {
    CallState.NONE: Phase.NONE,
    CallState.RINGING: Phase.RINGING,
    CallState.LIVE: Phase.LIVE,
    CallState.HELD: Phase.HELD,
    CallState.ENDED: Phase.ENDED,
}


class CallFlow(QObject):
    """One call at a time; a second ring waits beside it and moves nothing.

    Signals:
        began: a call began or came back; its draft is in the session.
        answered: somebody who rang is on the line.
        ended: the call was hung up.
        parked: the ended call was laid aside, and the screen is free.
        check_requested: the person shown shall be read once more before she is dialed.
    """

    began = Signal()
    answered = Signal()
    ended = Signal()
    parked = Signal()
    check_requested = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._saved: Draft | None = None
        self._to_dial: PersonId | None = None
        self._dialing = Dialing(parts, self)
        self._save = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._tick = QTimer(self, interval=1000)
        self._connect()

    def _connect(self) -> None:
        box = self._parts.window.top.call_box
        box.start_requested.connect(self.start_or_answer)
        box.answer_requested.connect(self.start_or_answer)
        box.hold_requested.connect(self.hold_or_resume)
        box.resume_requested.connect(self.hold_or_resume)
        box.hang_up_requested.connect(self.hang_up)
        box.dial_requested.connect(self.dial)
        self._session.changed.connect(self._on_changed)
        self._save.timeout.connect(self.save_now)
        self._tick.timeout.connect(self._show_clock)

    @Slot()
    def start_or_answer(self) -> None:
        """Alt A: answers what rings; without a call, starts one by hand with the number typed."""
        state = self._session.call_state
        if state is CallState.RINGING and self._session.draft:
            self._session.set_draft(call.answer(self._session.draft, self._parts.clock()))
            self.answered.emit()
        elif state is CallState.NONE:
            typed = self._waiting_ring() or self._parts.window.console.lookup.query
            self._begin(Direction.INBOUND, self._number(typed), answered=True)
            self.answered.emit()

    def ring(self, number: str) -> None:
        """An incoming call was handed over. During another call it waits at the side."""
        busy = self._session.draft is not None
        if busy or self._session.staff is None:
            self._session.desk.ringing = Ringing(number, self._parts.clock())
        if busy:
            shown = phone.display(self._number(number) or number)
            words = self.tr("Ringing: {number}. Log or park this call, then answer with {key}.")
            self._parts.notices.tell(
                words.format(number=shown, key=self._parts.key("Alt+A")),
                kind="conflict",
                kept=self.tr("It rang during another call."),
            )
            return
        self._begin(Direction.INBOUND, self._number(number), answered=False)

    def _waiting_ring(self) -> str | None:
        """The number that still rings at the side; it is taken by whoever asks."""
        ringing, self._session.desk.ringing = self._session.desk.ringing, None
        if ringing is None or self._parts.clock() - ringing.at > RINGS_FOR:
            return None
        return ringing.number

    @Slot()
    def hold_or_resume(self) -> None:
        draft, now = self._session.draft, self._parts.clock()
        if draft is not None:
            held = self._session.call_state is CallState.HELD
            self._session.set_draft(call.resume(draft, now) if held else call.hold(draft, now))

    @Slot()
    def hang_up(self) -> None:
        draft = self._session.draft
        if draft is None or draft.ended_at is not None:
            return
        self._session.set_draft(
            call.hang_up(draft, self._parts.clock()), Changes.CALL | Changes.GUIDE
        )
        self.save_now()
        self._parts.window.console.guide.focus_guide()
        self.ended.emit()

    @Slot()
    def dial(self) -> None:
        """Alt D: asks the rules, then hands the digits to the system's telephone.

        With a server to ask, the person is read once more before: what stands on the screen may be
        older than a stop. Without one, the rules say how old it may be.
        """
        if self._session.on_line or self._session.record is None:
            return
        self._to_dial = self._session.person
        if self._session.desk.offline_since is not None or self._session.staff is None:
            self.dial_checked(None)
        else:
            self.check_requested.emit()

    @Slot(object)
    def dial_checked(self, error: Exception | None) -> None:
        """The person was read again, or could not be: `error`, or None."""
        wanted, self._to_dial = self._to_dial, None
        if wanted is None or wanted != self._session.person or self._session.on_line:
            return  # somebody else is on the screen, or on the line, by now
        if error is not None and not isinstance(error, Offline):
            self._parts.notices.report(error)
            return
        number = self._dialing.number()
        refusal = self._dialing.refusal(number)
        if refusal or number is None:
            self._parts.notices.tell(refusal, kind="conflict")
            return
        if self._session.draft is not None:  # dial again: the attempt before is logged first
            words = self.tr("Log the call that ended first, then dial again.")
            self._parts.notices.tell(words, kind="conflict")
            return
        self._begin(Direction.OUTBOUND, number, answered=False)
        if self._session.draft is not None and not QDesktopServices.openUrl(QUrl(f"tel:{number}")):
            words = self.tr("Dial {number} by hand: no telephone program took it.")
            self._parts.notices.tell(
                words.format(number=phone.display(number)),
                kind="conflict",
                kept=self.tr("A number was to be dialed by hand: no telephone program took it."),
            )

    def resume_draft(self, draft: Draft) -> None:
        """An unfinished or undone call comes back; a line that was live ended when the desk did."""
        if draft.ended_at is None:
            draft = call.hang_up(draft, self._parts.clock())
        draft = call.take_up(draft, self._parts.clock())
        self._session.set_draft(draft, Changes.CALL | Changes.GUIDE | Changes.OUTCOME)
        self._session.show(draft.about[0] if draft.about else draft.speaking_with)
        self.began.emit()
        self._parts.window.console.guide.focus_guide()

    def move_to(self, person: PersonId, name: str) -> None:
        """Alt M: the call belongs to somebody else."""
        if self._session.draft is not None:
            self._session.set_draft(
                call.move(self._session.draft, person, name), Changes.CALL | Changes.GUIDE
            )
            self._session.show(person)

    @Slot()
    def save_now(self) -> None:
        """Puts the draft as it stands into the desk's store."""
        self._save.stop()
        draft = self._session.draft
        if draft is not None and draft is not self._saved:
            self._saved = draft
            work = partial(self._parts.center.drafts.save, draft)
            self._parts.tasks.run(Lane.DESK, work, self._on_saved, self._on_not_saved)

    def keep(self) -> None:
        """The log did not succeed: what is on the screen is a draft to be saved again."""
        self._saved = None
        self.save_now()

    def park(self) -> bool:
        """Lays the ended call aside as it stands; the screen is free once the desk's store has it.

        What is typed meanwhile goes along. Says whether it could be parked: not while the line is
        open, for nobody would be with whoever is on it.
        """
        draft = self._session.draft
        if self._session.call_state is not CallState.ENDED or draft is None:
            return False
        aside = call.park(draft, self._parts.clock())
        self.forget()
        work = partial(self._parts.center.drafts.save, aside)
        done = partial(self._on_parked, draft, aside)
        self._parts.tasks.run(Lane.DESK, work, done, self._on_not_saved)
        return True

    def _on_parked(self, draft: Draft, aside: Draft, _none: object) -> None:
        if self._session.draft is not draft:
            self.park()  # typed into meanwhile; once logged, there is nothing to park
            return
        self._session.desk.parked = (aside, *self._session.desk.parked)
        self._session.clear_call()
        self.parked.emit()

    def forget(self) -> None:
        """The draft left the desk's store with its log: saving it again would bring it back."""
        self._save.stop()
        self._saved = self._session.draft

    def logged(self, entry: Logged) -> None:
        self._session.desk.last = entry
        self._session.desk.logged_today += 1

    def _begin(self, direction: Direction, number: str | None, *, answered: bool) -> None:
        staff = self._session.staff
        if staff is None or self._session.draft is not None:
            return
        draft = self._parts.center.drafts.new(
            staff.login, direction, phone=number, answered=answered
        )
        outbound = direction is Direction.OUTBOUND
        if outbound and self._session.person and self._session.record:
            draft = call.pick(draft, self._session.person, self._session.record.view.name)
            draft = replace(draft, callback_id=self._session.desk.callback)
        else:
            self._session.show(None)
        self._session.set_draft(draft, Changes.CALL | Changes.GUIDE | Changes.OUTCOME)
        self.save_now()
        self.began.emit()

    def _number(self, typed: str) -> str | None:
        library = self._session.library
        parsed = phone.parse(typed, library.rules.region if library else "US") if typed else None
        return parsed.value if parsed else None

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        saved = Changes.CALL | Changes.OUTCOME | Changes.NOTES
        if changes & saved and not self._save.isActive():  # or typing on would put it off
            self._save.start()
        if changes & Changes.STAFF and self._session.draft is None:
            number = self._waiting_ring()  # it rang before it was known who acts here
            if number is not None:
                self._begin(Direction.INBOUND, self._number(number), answered=False)
        if changes & (Changes.CALL | Changes.PERSON | Changes.RECORD):
            self._show_clock()
        running = self._session.draft is not None
        if running != self._tick.isActive():
            self._tick.start() if running else self._tick.stop()

    @Slot()
    def _show_clock(self) -> None:
        draft, now = self._session.draft, self._parts.clock()
        can_dial = self._session.record is not None and draft is None
        self._parts.window.top.call_box.show_call(
            Shown(
                phase=PHASES[self._session.call_state],
                call_seconds=call.call_seconds(draft, now) if draft else 0,
                wrap_seconds=call.wrap_up_seconds(draft, now) if draft else 0,
                can_dial=can_dial,
            )
        )
        if draft is not None:
            self._parts.window.console.lookup.show_clock(call.call_seconds(draft, now))
            wrap = call.wrap_up_seconds(draft, now)
            self._parts.window.console.guide.set_clock(clock(wrap))

    @Slot(object)
    def _on_saved(self, _none: object) -> None:
        """Saved; nothing to show: the status bar speaks of what is sent."""

    @Slot(object)
    def _on_not_saved(self, error: Exception) -> None:
        self._saved = None
        self._parts.notices.report(error)


def in_zone_of(parts: Parts) -> str:
    """The zone of the person shown, else the center's."""
    record, library = parts.session.record, parts.session.library
    if record is not None:
        return record.view.zone
    return library.rules.zone if library else "UTC"


def zone_of_subject(parts: Parts) -> str:
    """The zone of the person whose the effects are, else of the one shown, else the center's."""
    record = parts.session.subject
    return record.view.zone if record is not None else in_zone_of(parts)

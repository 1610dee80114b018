"""The desk's day: who acts, the library, unfinished calls, jobs, messages."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from console.models.bodies import Library
from console.models.ids import PersonId
from console.services.connect_faults import NotAdmitted
from console.services.crashes import CrashBook
from console.ui.flows.account import AccountFlow
from console.ui.flows.advice import AdviceFlow
from console.ui.flows.all_callbacks import AllCallbacksFlow
from console.ui.flows.arrivals import ArrivalsFlow
from console.ui.flows.call import CallFlow
from console.ui.flows.callbacks import CallbackFlow
from console.ui.flows.claims import ClaimFlow
from console.ui.flows.correct import CorrectFlow
from console.ui.flows.crashes import CrashFlow
from console.ui.flows.effects import EffectFlow
from console.ui.flows.glass import GlassFlow
from console.ui.flows.guide import GuideFlow
from console.ui.flows.hints import HintFlow
from console.ui.flows.imports import ImportFlow
from console.ui.flows.join import JoinFlow
from console.ui.flows.live import LiveFlow
from console.ui.flows.lock import LockFlow
from console.ui.flows.lookup import LookupFlow
from console.ui.flows.mapping_preview import make_mapping_sheet
from console.ui.flows.newcomer import NewcomerFlow
from console.ui.flows.notices import NoticeFlow
from console.ui.flows.offline import OfflineFlow
from console.ui.flows.outcome import OutcomeFlow
from console.ui.flows.oversight import OversightFlow
from console.ui.flows.own_day import DayFlow
from console.ui.flows.parked import ParkedFlow
from console.ui.flows.parts import Parts
from console.ui.flows.person_menu import PersonMenuFlow
from console.ui.flows.ready import ReadyFlow
from console.ui.flows.record import RecordFlow
from console.ui.flows.review import ReviewFlow
from console.ui.flows.sending import SendingFlow
from console.ui.flows.staff import StaffFlow
from console.ui.flows.stop import StopFlow
from console.ui.flows.stuck import StuckFlow
from console.ui.flows.team import TeamFlow
from console.ui.flows.verify import VerifyFlow
from console.ui.notices import Notice
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind

WAITING_MS = 30_000
JOBS_MS = 60_000
KINDS = {"offline": MessageKind.OFFLINE, "conflict": MessageKind.CONFLICT}


class DeskFlow(QObject):
    """Makes the other flows and connects the facts of one to the requests of another.

    Whoever makes it runs `build` to its end.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session

    def build(self) -> Iterator[None]:
        """Makes the flows, and the sheets that some of them have, a few at a time."""
        parts = self._parts
        self.staff = StaffFlow(parts, self)
        self.account = AccountFlow(parts, self)
        yield
        self.lock = LockFlow(parts, self)
        self.calls = CallFlow(parts, self)
        yield
        self.parked = ParkedFlow(parts, self.calls, self)
        self.ready = ReadyFlow(parts, self.calls, self)
        yield
        self.imports = ImportFlow(parts, self.calls, self, mapping_sheet=make_mapping_sheet)
        self.arrivals = ArrivalsFlow(parts, self.imports, self)
        yield
        self.join = JoinFlow(parts, self)
        self.live = LiveFlow(parts, self)
        self.notices = NoticeFlow(parts, self)
        yield
        self.claims = ClaimFlow(parts, self.calls, self)
        self.callbacks = CallbackFlow(parts, self.claims, self)
        self.all_callbacks = AllCallbacksFlow(parts, self.calls, self.callbacks, self)
        yield
        self.lookup = LookupFlow(parts, self.calls, self)
        self.newcomer = NewcomerFlow(parts, self)
        yield
        self.record = RecordFlow(parts, self)
        self.glass = GlassFlow(parts, self)
        yield
        self.verify = VerifyFlow(parts, self.record, self)
        self.stops = StopFlow(parts, self)
        yield
        self.day = DayFlow(parts, self.calls, self)
        self.guide = GuideFlow(parts, self.calls, self.stops, self)
        yield
        self.advice = AdviceFlow(parts, self.calls, self)
        self.effects = EffectFlow(parts, self)
        yield
        self.outcome = OutcomeFlow(parts, self.calls, self)
        yield
        self.sending = SendingFlow(parts, self)
        self.offline = OfflineFlow(parts, self)
        yield
        self.correct = CorrectFlow(parts, self.record, self.sending, self)
        self.person_menu = PersonMenuFlow(parts, self.calls, self.correct, self.glass, self)
        yield
        self.stuck = StuckFlow(parts, self.calls, self.sending, self)
        yield
        self.review = ReviewFlow(parts, self.live, self)
        yield
        self.oversight = OversightFlow(parts, self)
        self.team = TeamFlow(parts, self.live, self)
        yield
        book = CrashBook(parts.center.settings.crashes)
        self.crashes = CrashFlow(
            book, parts.window, parts.session, parts.tasks, parts.notices, self
        )
        self.hints = HintFlow(parts, self)
        self._waiting = QTimer(self, interval=WAITING_MS)
        self._jobs = QTimer(self, interval=JOBS_MS)
        self._connect()

    def _connect(self) -> None:
        self.guide.effect_requested.connect(self.effects.open)
        self.advice.effect_requested.connect(self.effects.open)
        self.advice.script_requested.connect(self.guide.go_on_in)
        self.outcome.effect_requested.connect(self.effects.open)
        self.guide.code_picked.connect(self.outcome.pick)
        self.verify.outcome_suggested.connect(self.outcome.pick)
        self.stops.written.connect(self.record.hold_stops)
        self.glass.opened.connect(self._on_glass_broken)
        self.glass.ended.connect(self.record.reload)
        self.calls.check_requested.connect(self.record.read_to_dial)
        self.record.read_again.connect(self.calls.dial_checked)
        self.staff.acting.connect(self._on_acting)
        self.staff.acting.connect(self.account.look)
        self.staff.acting.connect(self.imports.look)
        self.account.lock_requested.connect(self.lock.lock)
        self.account.leaving.connect(self.claims.stop)
        self.arrivals.filled.connect(self.load)
        self.arrivals.looked.connect(self.hints.look)
        self.imports.ended.connect(self.load)
        self.stops.written.connect(self.sending.soon)
        self.outcome.logged.connect(self._on_logged)
        self.calls.parked.connect(self._on_parked)
        self.day.person_wanted.connect(self.lookup.pick)
        self.day.callback_wanted.connect(self.callbacks.open_callback)
        self.outcome.came_back.connect(self.sending.soon)
        self.sending.sent.connect(self._on_sent)
        self.sending.back_online.connect(self.load)
        self.sending.back_online.connect(self.claims.renew)
        self.live.moved.connect(self.callbacks.refresh)
        self._waiting.timeout.connect(self._on_waiting_due)
        self._jobs.timeout.connect(self._on_jobs_due)
        self._parts.notices.shown.connect(self._on_notice)
        self._parts.tasks.failed.connect(self._parts.notices.report)
        bar = self._parts.window.console.bar
        bar.message_action.connect(self._on_message_action)
        self._parts.window.top.search_requested.connect(self._on_search)
        self._parts.window.finder.people_requested.connect(self._on_search)

    # Starting

    def start(self) -> None:
        self._session.show(None)
        self.sending.start()
        self.lock.start()
        self.live.start()
        self._waiting.start()
        if self._parts.center.shared.embedded:
            self._jobs.start()
        self.load()

    def stop(self) -> None:
        """The call on screen is kept; what waits for undo is sent with the last round."""
        self.calls.save_now()
        self.ready.stop()
        self.lock.stop()
        self.claims.stop()
        self.imports.stop()
        self.glass.stop()
        self.oversight.stop()
        self.live.stop()
        self._waiting.stop()
        self._jobs.stop()
        self.sending.stop()

    @Slot()
    def load(self) -> None:
        """Who acts and what is published; again when the server is back."""
        center = self._parts.center
        self.staff.load()
        self._parts.tasks.run(Lane.READS, center.library, self._on_library, self.arrivals.explain)
        self.record.reload()

    @Slot()
    def _on_acting(self) -> None:
        staff = self._session.staff
        if staff is not None:
            self.callbacks.refresh()
            self.parked.load()
            self.ready.load()

    @Slot(object)
    def _on_library(self, library: Library) -> None:
        if self._session.draft is None or self._session.library is None:
            self._session.library = library  # a call goes on with the one that it began with
            self._session.changed.emit(Changes.OUTCOME | Changes.GUIDE)
        self.callbacks.refresh()
        self.arrivals.look()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)

    @Slot()
    def next_person(self) -> None:
        if not self.parked.finish():
            self.callbacks.next_person()

    @Slot()
    def _on_waiting_due(self) -> None:
        """Between calls, what was published since reaches this desk; old copies leave it."""
        self.callbacks.refresh()
        center, tasks = self._parts.center, self._parts.tasks
        tasks.run(Lane.SENDER, center.trail.write, self._on_jobs_done, self._on_failed)
        sweep = center.saved_records.sweep
        tasks.run(Lane.DESK, sweep, self._on_jobs_done, self._on_failed, key="sweep")
        if self._session.draft is None:
            library = self._parts.center.library
            self._parts.tasks.run(Lane.READS, library, self._on_published, self._on_failed)

    @Slot(object)
    def _on_published(self, library: Library) -> None:
        if self._session.draft is None and library is not self._session.library:
            self._session.library = library
            self._session.changed.emit(Changes.OUTCOME)

    @Slot()
    def _on_jobs_due(self) -> None:
        """On the embedded database there is no other process to run the worker's jobs."""
        jobs = self._parts.center.worker.once
        self._parts.tasks.run(Lane.SENDER, jobs, self._on_jobs_done, self._on_failed, key="jobs")

    @Slot(object)
    def _on_jobs_done(self, _done: object) -> None:
        """Derived tables are true again; the lists ask by themselves."""

    # Between calls

    @Slot(bool)
    def _on_logged(self, goes_on: bool) -> None:
        self.sending.soon()
        self.callbacks.refresh()
        if goes_on:
            self.callbacks.next_person()
        else:
            self.callbacks.rest()
            self.ready.ask()
        self.parked.offer()

    @Slot()
    def _on_parked(self) -> None:
        self.callbacks.rest()
        self.parked.offer()

    @Slot()
    def _on_sent(self) -> None:
        self.callbacks.refresh()
        self.day.refresh()
        self.record.reload()

    @Slot(object)
    def _on_glass_broken(self, person: PersonId) -> None:
        if person == self._session.person:
            self.record.reload()
        else:
            self.lookup.pick(person)

    @Slot(object)
    def _on_notice(self, notice: Notice) -> None:
        words = notice.text
        if notice.kind == "error":
            fault = self._session.desk.fault
            words = said(fault.message) if isinstance(fault, NotAdmitted) else words
            self.sending.soon()  # it was refused, perhaps because her role has ended
        self._parts.window.console.bar.slot.show_message(
            Message(
                KINDS.get(notice.kind, MessageKind.CONFLICT),
                words,
                action=notice.action,
                seconds=0 if notice.action else 12,
                kept=notice.kept,
            )
        )

    @Slot(object)
    def _on_message_action(self, kind: MessageKind) -> None:
        if kind is MessageKind.CONFLICT:
            self.parked.finish()
        elif kind is MessageKind.OFFLINE:
            self.sending.soon()

    @Slot(str)
    def _on_search(self, query: str) -> None:
        lookup = self._parts.window.console.lookup
        lookup.focus_search()
        lookup.search.setText(query)

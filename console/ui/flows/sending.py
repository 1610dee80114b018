"""Sending: the outbox is emptied off the screen's thread; the status bar tells how it stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import ConsoleError
from console.models.ids import Login
from console.models.terms import EntryState
from console.models.views import OutboxView, SyncReport
from console.services.connect_faults import NotAdmitted, NotServing, NotTrusted, SignInNeeded
from console.ui import text
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets.mark import Kind

IDLE_MS = 15_000
SOON_MS = 50
TELLING = (NotAdmitted, NotServing, NotTrusted, SignInNeeded)
"""Faults that say more than that nobody answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round of sending found, and after what pause the next may find something.

    `fault`: why nothing could be sent. `collisions` is None when nobody could be asked.
    """

    report: SyncReport
    view: OutboxView
    due: datetime | None
    wait: timedelta
    fault: ConsoleError | None
    collisions: int | None


class SendingFlow(QObject):
    """A timer that always arms itself again: whatever happens, there is a next round.

    Signals:
        sent: something of this desk has reached the shared database.
        settled: a round is over, whatever became of what it took.
        back_online: the server answered after it had not.
    """

    sent = Signal()
    settled = Signal()
    back_online = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._synced_at: datetime | None = None
        self._view: OutboxView | None = None
        self._collisions = 0
        self._first = True
        self._why = ""
        self._reason = ""
        self._held = ""
        self._sent_again = 0
        self._busy = False
        self._again = False
        self._round = QTimer(self, singleShot=True)
        self._tick = QTimer(self, interval=1000)
        self._round.timeout.connect(self._send)
        self._tick.timeout.connect(self._show)
        parts.session.changed.connect(self._on_changed)

    def start(self) -> None:
        self._tick.start()
        self._round.start(SOON_MS)

    def stop(self) -> None:
        self._tick.stop()
        self._round.stop()

    @Slot()
    def soon(self) -> None:
        """Something was put into the outbox, or somebody asked to try now."""
        self._again = True
        if not self._busy:
            self._round.start(SOON_MS)

    @Slot()
    def send_now(self) -> None:
        """A round without waiting for the timer."""
        if not self._busy:
            self._send()

    @Slot()
    def _send(self) -> None:
        self._busy, self._again = True, False
        staff = self._parts.session.staff
        work = partial(self._work, staff.login if staff else None)
        self._parts.tasks.run(Lane.SENDER, work, self._on_done, self._on_failed)

    def _work(self, login: Login | None) -> Round:
        center = self._parts.center
        # What a crash or an older release left behind goes at once, held entries too.
        report = center.sync.once(now=self._first, ask=not center.shared.embedded)
        # A correction collides when it arrives, so most rounds need not ask.
        asks = report.offline is None and (self._first or report.confirmed > 0)
        self._first = False
        return Round(
            report=report,
            view=center.outbox.view(),
            due=center.sync.next_due(),
            wait=center.sync.wait_after_failure(),
            fault=center.sync.fault,
            collisions=len(center.stuck.collisions(login)) if login and asks else None,
        )

    @Slot(object)
    def _on_done(self, done: Round) -> None:
        report, self._view, due, wait = done.report, done.view, done.due, done.wait
        fault = done.fault
        self._note_collisions(done.collisions)
        self._busy = False
        self._tell_why(report, fault)
        self._set_offline(report.offline, fault)
        self._sent_again += report.again
        if report.confirmed:
            self.sent.emit()
        if report.offline is None:
            self._synced_at = self._parts.clock()
        self._arm(due, wait if report.offline else None)
        self._show()
        self.settled.emit()

    def _note_collisions(self, count: int | None) -> None:
        """Says once that somebody else was faster; the status bar goes on saying it."""
        if count is None:
            return
        if count > self._collisions:
            self._parts.notices.tell(
                self.tr("Somebody else changed what you corrected. {0} shows both.").format(
                    self._parts.key("F8")
                ),
                kind="conflict",
            )
        self._collisions = count

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Offline is no failure but a report: this is the desk's disk, the release, or a bug."""
        self._busy = False
        if self._parts.session.desk.offline_since is None:
            self._parts.notices.report(error)
        known = error if isinstance(error, ConsoleError) else None
        words = said(known.message) if known else self.tr("Nothing can be sent now.")
        self._reason = text.first_sentence(words)
        self._set_offline(words, known)
        self._round.start(IDLE_MS)
        self._show()

    def _arm(self, due: datetime | None, wait: timedelta | None) -> None:
        delay = IDLE_MS
        if wait is not None:
            delay = int(wait.total_seconds() * 1000)
        elif due is not None:
            delay = int((due - self._parts.clock()).total_seconds() * 1000)
        if self._again:
            delay = 0
        self._round.start(max(SOON_MS, min(IDLE_MS, delay)))

    def _tell_why(self, report: SyncReport, fault: ConsoleError | None) -> None:
        """What a rep can do something about is told once aloud, and stands in the status bar.

        So does what holds the queue though the server answers: a right or a table that is missing.
        """
        offline, held = report.offline or "", self._held_by() if not report.offline else ""
        mine = report.wrong_server or isinstance(fault, NotAdmitted)
        if mine and offline != self._why:
            self._parts.notices.tell(offline, kind="error")
        elif held and held != self._held:
            words = self.tr("{0} What you log is kept here and sent later.")
            self._parts.notices.tell(words.format(said(held)), kind="error")
        self._held = held
        telling = report.wrong_server or isinstance(fault, TELLING)
        self._reason = text.first_sentence(offline) if telling else ""

    def _held_by(self) -> str:
        """Why entries wait for somebody to act who is not at this desk; empty if none does."""
        entries = self._view.entries if self._view else ()
        return next((one.error or "" for one in entries if one.state == EntryState.HELD), "")

    def _set_offline(self, why: str | None, fault: ConsoleError | None = None) -> None:
        desk = self._parts.session.desk
        known, desk.fault = desk.fault, fault
        self._why = why or ""
        if why is None and desk.offline_since is not None:
            desk.offline_since = None
            self.back_online.emit()
            self._parts.session.changed.emit(Changes.CONNECTION)
        elif why is not None and (desk.offline_since is None or type(fault) is not type(known)):
            desk.offline_since = desk.offline_since or self._parts.clock()
            self._parts.session.changed.emit(Changes.CONNECTION)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & (Changes.STAFF | Changes.OUTCOME | Changes.CONNECTION):
            self._show()

    @Slot()
    def _show(self) -> None:
        bar = self._parts.window.status
        kind, sentence = self._status()
        bar.set_status(kind, sentence)
        bar.set_attention(self._stuck() > 0)
        bar.set_facts(self._facts())

    def _stuck(self) -> int:
        counts = self._view.counts if self._view else None
        stuck = (counts.held + counts.quarantined + counts.conflict) if counts else 0
        return stuck + self._collisions

    def _status(self) -> tuple[Kind, str]:
        counts = self._view.counts if self._view else None
        waiting = (counts.pending + counts.sending) if counts else 0
        stuck = self._stuck()
        offline = self._parts.session.desk.offline_since
        zone = self._parts.center.settings.zone or "UTC"
        if offline is not None and self._parts.center.shared.embedded:
            return "bad", self._why  # a file on this desk is never offline: its disk is at fault
        if offline is not None:
            since = text.time_of_day(offline, self._zone(zone))
            if self._reason:
                since = f"{since} · {self._reason}"
            return "bad", self._offline_words(waiting + stuck).format(time=since)
        if stuck:
            why = text.first_sentence(self._held)
            return "bad", " · ".join(filter(None, (self._stuck_words(stuck), why)))
        if self._parts.center.shared.embedded:
            return "ok", self.tr("Saved on this computer only")
        if waiting:
            return "warn", self.tr("%n waiting to be sent", "", waiting)
        if self._synced_at is None:
            return "warn", self.tr("Connecting")
        if self._sent_again:
            return "warn", self._again_words(self._sent_again)
        ago = int((self._parts.clock() - self._synced_at).total_seconds())
        return "ok", self.tr("All changes saved · synced %n s ago", "", max(0, ago))

    def _offline_words(self, kept: int) -> str:
        if kept == 0:
            return self.tr("Offline since {time} · what you log is kept on this computer")
        if kept == 1:
            return self.tr("Offline since {time} · 1 entry kept on this computer, sent later")
        return self.tr(
            "Offline since {time} · %n entries kept on this computer, sent later", "", kept
        )

    def _again_words(self, count: int) -> str:
        if count == 1:
            return self.tr("All changes saved · 1 sent again, the server had lost it")
        return self.tr("All changes saved · %n sent again, the server had lost them", "", count)

    def _stuck_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 entry needs attention")
        return self.tr("%n entries need attention", "", count)

    def _facts(self) -> tuple[str, ...]:
        desk, staff = self._parts.session.desk, self._parts.session.staff
        facts = []
        if desk.last is not None:
            library = self._parts.session.library
            at = text.time_of_day(desk.last.at, library.rules.zone if library else "UTC")
            words = self.tr("Last log {time}: {outcome}")
            facts.append(words.format(time=at, outcome=said(desk.last.code_label)))
        else:
            facts.append(self.tr("Nothing logged yet"))
        facts.append(self.tr("%n logged today", "", desk.logged_today))
        if desk.parked:
            facts.append(self.tr("%n parked", "", len(desk.parked)))
        if staff is not None:
            embedded = self._parts.center.shared.embedded
            label = self.tr("{name}, no password: one desk only") if embedded else "{name}"
            facts.append(label.format(name=staff.name))
        return tuple(facts)

    def _zone(self, fallback: str) -> str:
        library = self._parts.session.library
        return library.rules.zone if library else fallback

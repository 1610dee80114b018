"""The desk's day: who acts, the library, unfinished calls, the empty database, keys, messages."""

import sys
from functools import partial

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from console.models.bodies import Library
from console.models.draft import Draft
from console.models.views import StaffView
from console.ui.flows.call import CallFlow
from console.ui.flows.guide import GuideFlow
from console.ui.flows.lookup import LookupFlow
from console.ui.flows.outcome import OutcomeFlow
from console.ui.flows.parts import Parts
from console.ui.flows.record import RecordFlow
from console.ui.flows.review import ReviewFlow
from console.ui.flows.sending import SendingFlow
from console.ui.flows.stop import StopFlow
from console.ui.flows.verify import VerifyFlow
from console.ui.notices import Notice
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind

WAITING_MS = 30_000
JOBS_MS = 60_000
KINDS = {"offline": MessageKind.OFFLINE, "conflict": MessageKind.CONFLICT}


class DeskFlow(QObject):
    """Makes the other flows and connects the facts of one to the requests of another."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self.calls = CallFlow(parts, self)
        self.lookup = LookupFlow(parts, self.calls, self)
        self.record = RecordFlow(parts, self)
        self.verify = VerifyFlow(parts, self.record, self)
        self.stops = StopFlow(parts, self)
        self.guide = GuideFlow(parts, self.calls, self.stops, self)
        self.outcome = OutcomeFlow(parts, self.calls, self)
        self.sending = SendingFlow(parts, self)
        self.review = ReviewFlow(parts, self)
        self._waiting = QTimer(self, interval=WAITING_MS)
        self._jobs = QTimer(self, interval=JOBS_MS)
        self._import: QProcess | None = None
        self._connect()

    def _connect(self) -> None:
        self.guide.effect_requested.connect(self.outcome.open_effect)
        self.guide.code_picked.connect(self.outcome.pick)
        self.verify.outcome_suggested.connect(self.outcome.pick)
        self.stops.written.connect(self.record.hold_stops)
        self.stops.written.connect(self.record.show_pending)
        self.stops.written.connect(self.sending.soon)
        self.outcome.logged.connect(self._on_logged)
        self.outcome.came_back.connect(self.sending.soon)
        self.sending.sent.connect(self._on_sent)
        self.sending.back_online.connect(self.load)
        self._waiting.timeout.connect(self._on_waiting_due)
        self._jobs.timeout.connect(self._on_jobs_due)
        self._parts.notices.shown.connect(self._on_notice)
        self._parts.tasks.failed.connect(self._parts.notices.report)
        bar = self._parts.window.console.bar
        bar.message_action.connect(self._on_message_action)
        welcome = self._parts.window.console.welcome
        welcome.import_requested.connect(self.import_people)
        welcome.demo_requested.connect(self.load_demo)
        self._parts.window.top.search_requested.connect(self._on_search)

    # Starting

    def start(self) -> None:
        self._session.show(None)
        self._parts.window.console.lookup.focus_search()
        self.sending.start()
        self._waiting.start()
        if self._parts.center.shared.embedded:
            self._jobs.start()
        self.load()

    def stop(self) -> None:
        """The call on screen is kept; what waits for undo is sent with the last round."""
        self.calls.save_now()
        self._waiting.stop()
        self._jobs.stop()
        self.sending.stop()

    @Slot()
    def load(self) -> None:
        """Who acts and what is published; again when the server is back."""
        center = self._parts.center
        self._parts.tasks.run(Lane.READS, center.acting, self._on_staff, self._on_failed)
        self._parts.tasks.run(Lane.READS, center.library, self._on_library, self._on_failed)
        self.record.reload()

    @Slot(object)
    def _on_staff(self, staff: StaffView) -> None:
        self._session.staff = staff
        self._parts.window.top.set_person(_initials(staff.name), staff.name)
        self._session.changed.emit(Changes.STAFF)
        self.lookup.refresh_waiting()
        drafts = partial(self._parts.center.drafts.all, staff.login)
        self._parts.tasks.run(Lane.DESK, drafts, self._on_drafts, self._parts.notices.report)

    @Slot(object)
    def _on_library(self, library: Library) -> None:
        self._session.library = library
        self._session.changed.emit(Changes.OUTCOME | Changes.GUIDE)
        self.lookup.refresh_waiting()
        self.look_for_people()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)

    @Slot(object)
    def _on_drafts(self, drafts: tuple[Draft, ...]) -> None:
        running = self._session.draft
        self._session.desk.parked = tuple(
            draft for draft in drafts if running is None or draft.call_id != running.call_id
        )
        self._offer_parked()

    def _offer_parked(self) -> None:
        parked = self._session.desk.parked
        if parked and self._session.draft is None:
            self._parts.window.console.bar.slot.show_message(
                Message(
                    MessageKind.CONFLICT,
                    self._parked_words(len(parked)),
                    action=self.tr("Finish"),
                    key="Alt+N",
                )
            )

    def _parked_words(self, count: int) -> str:
        if count == 1:
            return self.tr("Finish 1 call that was not logged")
        return self.tr("Finish %n calls that were not logged", "", count)

    @Slot()
    def finish_parked(self) -> bool:
        """Brings the latest unfinished call back; says whether there was one."""
        parked = self._session.desk.parked
        if not parked or self._session.draft is not None:
            return False
        first, *rest = parked
        self._session.desk.parked = tuple(rest)
        self._parts.window.console.bar.slot.dismiss(MessageKind.CONFLICT)
        self.calls.resume_draft(first)
        return True

    @Slot()
    def next_person(self) -> None:
        if not self.finish_parked():
            self.lookup.next_person()

    @Slot()
    def _on_waiting_due(self) -> None:
        """Between calls, what was published since reaches this desk."""
        self.lookup.refresh_waiting()
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

    # An empty database

    @Slot()
    def look_for_people(self) -> None:
        self._parts.tasks.run(
            Lane.READS, self._parts.center.directory.is_empty, self._on_empty, self._on_failed
        )

    @Slot(object)
    def _on_empty(self, empty: bool) -> None:
        welcome = self._parts.window.console.welcome
        if empty:
            welcome.show_empty_database()
        else:
            welcome.show_free()

    @Slot()
    def load_demo(self) -> None:
        from console.services.demo import make  # after the first paint

        center = self._parts.center
        welcome = self._parts.window.console.welcome
        welcome.show_busy(
            self.tr("Making the demo"), self.tr("About 400 invented people of a flu season.")
        )
        work = partial(_demo, make, center, self._parts.clock())
        self._parts.tasks.run(Lane.DESK, work, self._on_filled, self._on_not_filled)

    @Slot(object)
    def _on_filled(self, _counts: object) -> None:
        self.load()

    @Slot(object)
    def _on_not_filled(self, error: Exception) -> None:
        self._parts.notices.report(error)
        self.look_for_people()

    @Slot()
    def import_people(self) -> None:
        """Runs the import as a process of its own, so that the desk keeps working."""
        title = self.tr("Import FHIR files")
        files, _ = QFileDialog.getOpenFileNames(self._parts.window, title)
        if not files:
            return
        settings = self._parts.center.settings
        self._import = QProcess(self)
        self._import.finished.connect(self._on_imported)
        welcome = self._parts.window.console.welcome
        welcome.show_busy(self.tr("Importing"), self.tr("You can take calls meanwhile."))
        options = ["--profile", str(settings.profile), "--database", settings.database]
        self._import.start(sys.executable, ["-m", "console", *options, "import", "--json", *files])

    @Slot(int)
    def _on_imported(self, code: int) -> None:
        if code == 0:
            self._parts.notices.tell(self.tr("The import is done."))
        else:
            errors = bytes(self._import.readAllStandardError().data()) if self._import else b""
            lines = errors.decode(errors="replace").strip().splitlines()
            self._parts.notices.tell(lines[-1] if lines else self.tr("The import failed."))
        self.load()

    # Between calls

    @Slot()
    def _on_logged(self) -> None:
        self.sending.soon()
        self.lookup.refresh_waiting()
        self.lookup.next_person()
        self._offer_parked()

    @Slot()
    def _on_sent(self) -> None:
        self.lookup.refresh_waiting()
        self.record.reload()

    @Slot(object)
    def _on_notice(self, notice: Notice) -> None:
        self._parts.window.console.bar.slot.show_message(
            Message(
                KINDS.get(notice.kind, MessageKind.CONFLICT),
                notice.text,
                action=notice.action,
                seconds=0 if notice.action else 12,
            )
        )

    @Slot(object)
    def _on_message_action(self, kind: MessageKind) -> None:
        if kind is MessageKind.CONFLICT:
            self.finish_parked()
        elif kind is MessageKind.OFFLINE:
            self.sending.soon()

    @Slot(str)
    def _on_search(self, query: str) -> None:
        lookup = self._parts.window.console.lookup
        lookup.focus_search()
        lookup.search.setText(query)


def _demo(make: object, center: object, now: object) -> object:
    from console.services.center import Center

    assert isinstance(center, Center)  # noqa: S101 - only to keep the start free of imports
    return make(center.shared, center.library(), now=now)  # type: ignore[operator]


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))

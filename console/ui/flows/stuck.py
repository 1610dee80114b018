"""What could not be sent: listed on F8, and each entry brought on its way."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot

from console.errors import Refused
from console.models.draft import Draft
from console.models.ids import CommandId, Login
from console.models.terms import Role
from console.models.views import CollisionView, StuckView
from console.rules import call
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.flows.sending import SendingFlow
from console.ui.said import said
from console.ui.stuck import Discarded, Stuck, StuckSheet
from console.ui.tasks import Lane
from console.ui.window import CONSOLE


class StuckFlow(QObject):
    """Nothing is opened over a call: an entry to be corrected is the next call on the screen."""

    def __init__(
        self, parts: Parts, calls: CallFlow, sending: SendingFlow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._calls = calls
        self._sending = sending
        parts.window.status.attention_requested.connect(self.open)
        sending.settled.connect(self._on_settled)
        calls.began.connect(self._on_call_began)

    @cached_property
    def sheet(self) -> StuckSheet:
        """Made when it is first asked for: most desks never see it."""
        sheet = StuckSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.mend_requested.connect(self._on_mend)
        sheet.retry_requested.connect(self._on_retry)
        sheet.discard_requested.connect(self._on_discard)
        sheet.insist_requested.connect(self._on_insist)
        sheet.leave_requested.connect(self._on_leave)
        return sheet

    @Slot()
    def open(self) -> None:
        """Between calls: what other callers said must not stand on the screen during one."""
        if self._parts.session.on_line:
            self._parts.notices.tell(self.tr("What needs attention opens after the call."))
            return
        self._parts.window.show_page(CONSOLE)
        self._read()

    @Slot()
    def _on_call_began(self) -> None:
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()

    def _read(self) -> None:
        staff = self._parts.session.staff
        if staff is not None:
            work = partial(self._parts.center.stuck.view, staff)
            self._parts.tasks.run(Lane.READS, work, self._on_view, self._on_failed, key="stuck")

    @Slot(object)
    def _on_view(self, view: StuckView) -> None:
        if self._parts.session.on_line:
            return  # it rang meanwhile
        library, staff = self._parts.session.library, self._parts.session.staff
        self.sheet.show_stuck(
            Stuck(
                view=view,
                codes=library.codes if library else None,
                zone=library.rules.zone if library else "UTC",
                may_discard=staff is not None and staff.role is not Role.REP,
            )
        )
        if self.sheet.isHidden():
            self.sheet.open_sheet()

    @Slot()
    def _on_settled(self) -> None:
        """A round is over: what went leaves the list that is open."""
        if "sheet" in self.__dict__ and self.sheet.isVisible():
            self._read()

    @Slot(object)
    def _on_mend(self, entry: CommandId) -> None:
        if self._parts.session.draft is not None:
            self._parts.notices.tell(
                self.tr("Log this call first. What needs attention is safe meanwhile.")
            )
            return
        work = partial(self._parts.center.stuck.mend, entry)
        self._parts.tasks.run(Lane.DESK, work, self._on_mended, self._on_failed)

    @Slot(object)
    def _on_mended(self, draft: Draft) -> None:
        self.sheet.close_sheet()
        self._sending.soon()
        if self._parts.session.draft is None:
            self._calls.resume_draft(draft)
        else:
            desk = self._parts.session.desk
            desk.parked = (*desk.parked, call.park(draft, self._parts.clock()))

    @Slot(object)
    def _on_retry(self, entry: CommandId) -> None:
        work = partial(self._parts.center.stuck.try_again, entry)
        self._parts.tasks.run(Lane.DESK, work, self._on_done, self._on_failed)

    @Slot(object)
    def _on_discard(self, wanted: Discarded) -> None:
        staff = self._parts.session.staff
        if staff is not None:
            discard = self._parts.center.stuck.discard
            work = partial(discard, wanted.entry, wanted.reason, staff)
            self._parts.tasks.run(Lane.DESK, work, self._on_done, self._on_not_discarded)

    @Slot(object)
    def _on_insist(self, collision: CollisionView) -> None:
        self._decide(self._parts.center.corrections.insist, collision)

    @Slot(object)
    def _on_leave(self, collision: CollisionView) -> None:
        self._decide(self._parts.center.corrections.leave, collision)

    def _decide(
        self, how: Callable[[CollisionView, Login], None], collision: CollisionView
    ) -> None:
        work = partial(how, collision, collision.author)
        self._parts.tasks.run(Lane.DESK, work, self._on_done, self._on_failed)

    @Slot(object)
    def _on_not_discarded(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.sheet.show_reason_refused(said(error.message))
        else:
            self._parts.notices.report(error)

    @Slot(object)
    def _on_done(self, _none: object) -> None:
        self._sending.soon()
        self._read()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.notices.report(error)
        if isinstance(error, Refused) and "sheet" in self.__dict__:
            self._read()

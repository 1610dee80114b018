"""Parked calls: laid aside with all that was typed, and taken up again to be logged."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot

from console.models.draft import Draft
from console.ui.day import ParkedSheet
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind
from console.ui.window import CONSOLE


class ParkedFlow(QObject):
    """Every call of this rep that is neither logged nor on the screen, those left by a crash too.

    They lie in the desk's store as drafts do, so a kill loses none.
    """

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        calls.began.connect(self._on_began)

    @cached_property
    def sheet(self) -> ParkedSheet:
        """Made when it is first asked for."""
        sheet = ParkedSheet(self._parts.window.theme, pane=self._parts.window.console.centre)
        sheet.entered.connect(self._on_entered)
        return sheet

    def load(self) -> None:
        """Reads what the one who acts has left at this desk."""
        staff = self._session.staff
        if staff is not None:
            drafts = partial(self._parts.center.drafts.all, staff.login)
            self._parts.tasks.run(Lane.DESK, drafts, self._on_drafts, self._parts.notices.report)

    @Slot()
    def park(self) -> None:
        """Alt L: parks the ended call; without a call, lists those that are parked."""
        if self._session.draft is None:
            self._open()
        elif not self._calls.park():
            self._parts.notices.tell(self.tr("Hang up first, then park the call."))

    def offer(self) -> None:
        """Says between calls that some wait; what rings at the side is more urgent."""
        desk = self._session.desk
        if desk.parked and desk.ringing is None and self._session.draft is None:
            self._parts.window.console.bar.slot.show_message(
                Message(
                    MessageKind.CONFLICT,
                    self._words(len(desk.parked)),
                    action=self.tr("Finish"),
                    key="Alt+N",
                )
            )

    @Slot()
    def finish(self) -> bool:
        """Brings the latest unfinished call back; says whether there was one."""
        parked = self._session.desk.parked
        if not parked or self._session.draft is not None:
            return False
        self._take_up(parked[0])
        return True

    def _take_up(self, draft: Draft) -> None:
        desk = self._session.desk
        desk.parked = tuple(one for one in desk.parked if one.call_id != draft.call_id)
        self._parts.window.console.bar.slot.dismiss(MessageKind.CONFLICT)
        self._calls.resume_draft(draft)

    def _open(self) -> None:
        self._parts.window.show_page(CONSOLE)
        library = self._session.library
        self.sheet.show_parked(
            self._session.desk.parked,
            library.codes if library else None,
            library.rules.zone if library else "UTC",
            self._parts.clock(),
        )
        if self.sheet.isHidden():
            self.sheet.open_sheet()

    def _words(self, count: int) -> str:
        if count == 1:
            return self.tr("Finish 1 call that was not logged")
        return self.tr("Finish %n calls that were not logged", "", count)

    @Slot(object)
    def _on_drafts(self, drafts: tuple[Draft, ...]) -> None:
        running = self._session.draft
        self._session.desk.parked = tuple(
            draft for draft in drafts if running is None or draft.call_id != running.call_id
        )
        self.offer()

    @Slot(object)
    def _on_entered(self, draft: Draft) -> None:
        self.sheet.close_sheet()
        if self._session.draft is None:
            self._take_up(draft)

    @Slot()
    def _on_began(self) -> None:
        """What other people said must not stand on the screen during a call."""
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()

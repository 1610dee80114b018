"""The team's breaks: for supervisors, read when asked for and as reps say more."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot

from console.errors import ConsoleError
from console.models.terms import Role
from console.rules.readiness import day_of
from console.services.readiness import Mate
from console.ui.flows.live import LiveFlow
from console.ui.flows.parts import Parts
from console.ui.supervisor.team import TeamSheet
from console.ui.tasks import Lane
from console.ui.window import SUPERVISOR


class TeamFlow(QObject):
    """Of today where the center is; the database decides whose team one reads."""

    def __init__(self, parts: Parts, live: LiveFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        live.moved.connect(self._on_moved)
        parts.window.supervisor.team_requested.connect(self.open)

    @cached_property
    def sheet(self) -> TeamSheet:
        """Made when it is first asked for."""
        return TeamSheet(self._parts.window.theme, pane=self._parts.window.supervisor)

    @Slot()
    def open(self) -> None:
        """Alt Shift T: the sheet, on the supervisor's page."""
        staff = self._parts.session.staff
        if staff is None or staff.role is Role.REP:
            self._parts.notices.tell(
                self.tr("Supervisors see who is ready. You see your own state.")
            )
            return
        self._parts.window.show_page(SUPERVISOR)
        self.sheet.show_loading()
        if self.sheet.isHidden():
            self.sheet.open_sheet()
        self._read()

    @Slot()
    def _on_moved(self) -> None:
        if "sheet" in self.__dict__ and not self.sheet.isHidden():
            self._read()

    def _read(self) -> None:
        since = day_of(self._parts.clock(), self._zone).start
        work = partial(self._parts.center.readiness.team, since)
        self._parts.tasks.run(Lane.READS, work, self._on_team, self._on_failed, key="team")

    @Slot(object)
    def _on_team(self, team: tuple[Mate, ...]) -> None:
        self.sheet.show_team(team, self._zone, self._parts.clock())

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        words = self.tr("Try again in a moment.")
        if isinstance(error, ConsoleError):
            words = error.message
        else:
            self._parts.notices.report(error)
        self.sheet.show_unread(words)

    @property
    def _zone(self) -> str:
        library = self._parts.session.library
        return library.rules.zone if library else "UTC"

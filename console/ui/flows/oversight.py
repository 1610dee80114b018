"""Oversight: supervisors are told of emergencies, and read what access was unusual."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Slot

from console.errors import ConsoleError
from console.models.terms import Role
from console.services.oversight import Finding
from console.ui import text
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.window import SUPERVISOR

LOOK_MS = 10_000


class OversightFlow(QObject):
    """Each emergency is told once at this desk, and counted until she has opened the sheet."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._told: frozenset[Finding] = frozenset()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        parts.window.supervisor.unusual_requested.connect(self.open)
        parts.session.changed.connect(self._on_changed)

    def stop(self) -> None:
        self._look.stop()

    @property
    def _watches(self) -> bool:
        """On a server, whoever reviews; the database itself gives nothing to others."""
        staff = self._parts.session.staff
        reviews = staff is not None and staff.role is not Role.REP
        return reviews and not self._parts.center.shared.embedded

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes & Changes.STAFF:
            return
        if not self._watches:
            self._look.stop()
            self._count(0)
        elif not self._look.isActive():
            self._count(0)
            self._look.start()
            self.look()

    @Slot()
    def look(self) -> None:
        """Asks for emergencies that she has not seen."""
        staff = self._parts.session.staff
        if staff is not None:
            unseen = partial(self._parts.center.oversight.unseen, staff.login)
            self._parts.tasks.run(
                Lane.READS, unseen, self._on_unseen, self._on_nothing, key="emergencies"
            )

    @Slot(object)
    def _on_unseen(self, found: tuple[Finding, ...]) -> None:
        self._count(len(found))
        fresh = [one for one in found if one not in self._told]
        self._told = frozenset(found)
        if fresh:
            at = text.time_of_day(fresh[0].what.at, self._zone)
            words = self.tr("Emergency access by {0} at {1}. Read why with {2}.")
            self._parts.notices.tell(words.format(fresh[0].rep, at, self._parts.key("Alt+Shift+U")))

    @Slot(object)
    def _on_nothing(self, _error: Exception) -> None:
        """It is asked for again soon; the status bar says when we are offline."""

    def _count(self, unseen: int) -> None:
        self._parts.window.supervisor.offer_unusual(offered=self._watches, unseen=unseen)
        self._parts.window.top.tabs.set_count(SUPERVISOR, unseen or None)

    @Slot()
    def open(self) -> None:
        """Alt Shift U: the sheet, on the supervisor's page."""
        staff = self._parts.session.staff
        if staff is None or not self._watches:
            return
        if self._parts.session.on_line:
            self._parts.notices.tell(self.tr("Unusual access opens after the call."))
            return
        self._parts.window.show_page(SUPERVISOR)
        sheet = self._parts.window.supervisor.unusual_sheet
        sheet.show_loading()
        if sheet.isHidden():
            sheet.open_sheet()
        findings = partial(self._parts.center.oversight.findings, staff.login)
        self._parts.tasks.run(
            Lane.READS, findings, self._on_findings, self._on_failed, key="unusual"
        )

    @Slot(object)
    def _on_findings(self, found: tuple[Finding, ...]) -> None:
        if self._parts.session.on_line:
            return  # it rang meanwhile
        today = self._parts.clock().astimezone(ZoneInfo(self._zone)).date()
        self._parts.window.supervisor.unusual_sheet.show_findings(found, self._zone, today)
        self._count(0)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        words = self.tr("The list cannot be read now.")
        if isinstance(error, ConsoleError):
            words = said(error.message)
        else:
            self._parts.notices.report(error)
        self._parts.window.supervisor.unusual_sheet.show_offline(words)

    @property
    def _zone(self) -> str:
        library = self._parts.session.library
        return library.rules.zone if library else "UTC"

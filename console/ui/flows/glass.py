"""Breaking the glass: in an emergency all of a record shows for a while; supervisors are told."""

from functools import cached_property, partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import ConsoleError, Offline
from console.models.ids import PersonId
from console.rules import names
from console.services.access import GLASS_OPEN, SHORTEST_REASON
from console.ui.flows.parts import Parts
from console.ui.person.glass import GlassSheet
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane

LOOK_MS = 1000


class GlassFlow(QObject):
    """Nothing shows that part of a record is kept from the rep, so any record may be asked for.

    When the time is over what was shown leaves the screen, and no copy of it was kept at the desk.

    Signals:
        opened: all of this person's record may be read now (her `PersonId`).
        ended: the time is over; what is on the screen must be read again.
    """

    opened = Signal(object)
    ended = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._wanted: PersonId | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_due)
        self._session.changed.connect(self._on_changed)

    @cached_property
    def sheet(self) -> GlassSheet:
        """Made when it is first asked for: most desks never see it."""
        minutes = GLASS_OPEN.seconds // 60
        pane = self._parts.window.console.centre
        sheet = GlassSheet(self._parts.window.theme, SHORTEST_REASON, minutes, pane=pane)
        sheet.submitted.connect(self._on_submitted)
        return sheet

    def stop(self) -> None:
        self._look.stop()

    @Slot()
    def ask(self) -> None:
        """Alt Shift E: for the row under the cursor of the lookup, else for the person shown."""
        session = self._session
        found = None if session.draft else self._parts.window.console.lookup.results.current()
        person = found or session.person
        if self._parts.center.shared.embedded:
            words = self.tr("On this computer's own database nothing is hidden from you.")
        elif session.desk.offline_since is not None:
            words = self._offline_words()
        elif person is None:
            words = self.tr("Find the person first, then ask for emergency access.")
        elif session.masked and session.on_line:
            words = self.tr("Verify the caller first: until then the record is closed to both.")
        else:
            self._wanted = person
            self.sheet.open_for(self._name_of(person))
            return
        self._parts.notices.tell(words)

    def _offline_words(self) -> str:
        return self.tr("Emergency access needs the server. Call your supervisor.")

    def _name_of(self, person: PersonId) -> str:
        match, record = self._session.desk.matches.get(person), self._session.records.get(person)
        name = record.view.name if record else match.name if match else ""
        return names.initials(name) if self._session.masked else name

    @Slot(str)
    def _on_submitted(self, reason: str) -> None:
        person, staff = self._wanted, self._session.staff
        if person is not None and staff is not None:
            break_glass = self._parts.center.records.break_glass
            work = partial(break_glass, person, login=staff.login, reason=reason)
            done = partial(self._on_broken, person)
            self._parts.tasks.run(Lane.READS, work, done, self._on_failed, key="glass")

    def _on_broken(self, person: PersonId, _until: object) -> None:
        # By this desk's clock: the server's may differ, and it closes by its own in any case.
        self._session.desk.glass[person] = self._parts.clock() + GLASS_OPEN
        self._look.start()
        if "sheet" in self.__dict__:
            self.sheet.close_sheet()
        self.opened.emit(person)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ConsoleError):
            self._parts.notices.report(error)
            self.sheet.show_refused(self.tr("It could not be opened. Try again."))
        elif isinstance(error, Offline):
            self.sheet.show_refused(self._offline_words())
        else:
            self.sheet.show_refused(said(error.message))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """The sheet is about one person: with another on the screen it is gone."""
        if changes & Changes.PERSON and "sheet" in self.__dict__:
            self.sheet.close_sheet()

    @Slot()
    def _on_look_due(self) -> None:
        glass, now = self._session.desk.glass, self._parts.clock()
        over = [person for person, until in glass.items() if until <= now]
        for person in over:
            del glass[person]
            if person != self._session.person:
                self._session.records.pop(person, None)
        if not glass:
            self._look.stop()
        if self._session.person in over:
            self._parts.notices.tell(self.tr("Emergency access is over."))
            self.ended.emit()

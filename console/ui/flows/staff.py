"""Who acts: the database login on a server; on the embedded database somebody picked and kept."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from console.models.ids import Login
from console.models.views import StaffView
from console.ui.flows.parts import Parts
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.who import WhoSheet


class StaffFlow(QObject):
    """Asks once at the first start of a desk that several people may use.

    Signals:
        acting: somebody acts from now on; she is in the session.
    """

    acting = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self.sheet = WhoSheet(parts.window.theme, pane=parts.window.console.centre)
        self._asked = False
        self.sheet.picked.connect(self._on_picked)
        parts.window.top.profile_requested.connect(self.ask)

    @Slot()
    def load(self) -> None:
        center = self._parts.center
        self._parts.tasks.run(
            Lane.READS,
            center.identity.acting,
            self._on_acting,
            self._parts.notices.report,
            key="acting",
        )

    @Slot()
    def ask(self) -> None:
        """The initials in the corner: somebody else sits down here, between two calls."""
        center = self._parts.center
        if not center.shared.embedded:
            return  # there, who acts is the login: the account flow's
        if self._session.draft is not None:
            self._parts.notices.tell(
                self.tr("Log this call first, then somebody else can sit down.")
            )
        else:
            self._parts.tasks.run(
                Lane.READS, center.staff.all, self._on_people, self._parts.notices.report
            )

    @Slot(object)
    def _on_acting(self, staff: StaffView) -> None:
        known = self._session.staff
        self._session.staff = staff
        self._parts.window.top.set_person(_initials(staff.name), staff.name)
        self._session.changed.emit(Changes.STAFF)
        self.acting.emit()
        if known is None and not self._asked:
            self._asked = True
            chosen = self._parts.center.identity.is_chosen
            self._parts.tasks.run(
                Lane.DESK, chosen, self._on_chosen_before, self._parts.notices.report
            )

    @Slot(object)
    def _on_chosen_before(self, chosen: bool) -> None:
        if not chosen:
            self.ask()

    @Slot(object)
    def _on_people(self, people: tuple[StaffView, ...]) -> None:
        staff = self._session.staff
        if len(people) > 1 and staff is not None:
            self.sheet.ask(people, staff.login)

    @Slot(str)
    def _on_picked(self, login: str) -> None:
        work = partial(self._parts.center.sit_down, Login(login))
        self._parts.tasks.run(Lane.DESK, work, self._on_seated, self._parts.notices.report)

    @Slot(object)
    def _on_seated(self, _none: object) -> None:
        self.load()


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))

"""The signed-in person's own: a warning before the password ends, signing out, another password."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import EnvironmentFault
from console.services import sign_in
from console.services.connect_faults import SignInNeeded
from console.services.leaving import Leaving
from console.services.standing import Standing
from console.ui import text
from console.ui.account import CHANGE, LEAVE, LOCK, SIGN_IN, SIGN_OUT, AccountSheet
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.tasks import Lane


class AccountFlow(QObject):
    """On a server; the embedded database has no logins, only somebody picked.

    Signals:
        lock_requested, sign_in_requested, change_requested: picked from the sheet of the initials.
        leaving: somebody signs out, and is still signed in for whatever has to be given back.
        signed_out: nobody is signed in any more; a sentence about what stays at the desk, if any.
        moved: the desk has left its center; a `sign_in.Seat` at its own database.
    """

    lock_requested = Signal()
    sign_in_requested = Signal()
    change_requested = Signal()
    leaving = Signal()
    signed_out = Signal(str)
    moved = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.sheet = AccountSheet(parts.window.theme, pane=parts.window.console.centre)
        self.sheet.picked.connect(self._on_picked)
        parts.window.top.profile_requested.connect(self.offer)

    @Slot()
    def look(self) -> None:
        """Asks until when the password is good."""
        center = self._parts.center
        if not center.shared.embedded:
            self._parts.tasks.run(
                Lane.READS, center.standing, self._on_standing, self._on_failed, key="standing"
            )

    @Slot()
    def offer(self) -> None:
        center = self._parts.center
        if center.shared.embedded:
            return
        ways = [LOCK]
        fault = center.shared.fault
        if isinstance(fault, SignInNeeded):
            ways.append(SIGN_IN)
        elif sign_in.asks_for_password(center.settings):
            ways.append(CHANGE)
        ways.append(SIGN_OUT)
        if sign_in.joined(center.settings):
            ways.append(LEAVE)
        staff = self._parts.session.staff
        name = staff.name if staff is not None else ""
        server = sign_in.server_of(center.settings)
        self.sheet.offer(name, server, said(fault.message) if fault else "", tuple(ways))

    @Slot(str)
    def _on_picked(self, way: str) -> None:
        if way == LOCK:
            self.lock_requested.emit()
        elif self._parts.session.draft is not None:
            self._parts.notices.tell(self.tr("Log this call first, then sign in or out."))
        elif way in (SIGN_OUT, LEAVE):
            self._parts.notices.tell(self.tr("Signing out..."))
            then = self._on_sent if way == SIGN_OUT else self._on_all_sent
            self._parts.tasks.run(Lane.SENDER, self._send_all, then, self._parts.notices.report)
        else:
            (self.sign_in_requested if way == SIGN_IN else self.change_requested).emit()

    def _send_all(self) -> Leaving:
        self._parts.center.sync.once(now=True)
        return self._parts.center.leaving()

    @Slot(object)
    def _on_sent(self, left: Leaving) -> None:
        if not left.may:
            self._parts.notices.tell(said(left.why))
            return
        self.leaving.emit()
        self._parts.tasks.run(
            Lane.SENDER, partial(self._leave, left), self._on_left, self._parts.notices.report
        )

    @Slot(object)
    def _on_all_sent(self, left: Leaving) -> None:
        """Only then: what waits would go to the wrong database."""
        if left.waits == 1:
            self._parts.notices.tell(
                self.tr("1 entry is not on the server yet. Leave the center once it is sent.")
            )
        elif left.waits:
            words = self.tr(
                "%n entries are not on the server yet. Leave the center once they are sent.",
                "",
                left.waits,
            )
            self._parts.notices.tell(words)
        else:
            self.leaving.emit()
            self._parts.tasks.run(
                Lane.SENDER, self._parts.center.leave, self._on_moved, self._parts.notices.report
            )

    @Slot(object)
    def _on_moved(self, seat: sign_in.Seat) -> None:
        self.moved.emit(seat)

    def _leave(self, left: Leaving) -> tuple[int, str]:
        """Everything of this login goes; how many entries stay, and what the keyring would not."""
        try:
            self._parts.center.sign_out()
        except EnvironmentFault as fault:
            return left.waits, said(fault.message)
        return left.waits, ""

    @Slot(object)
    def _on_left(self, answer: tuple[int, str]) -> None:
        stays, fault = answer
        words = ""
        if stays == 1:
            words = self.tr("1 entry stays on this computer and is sent at your next sign-in.")
        elif stays:
            words = self.tr(
                "%n entries stay on this computer and are sent at your next sign-in.", "", stays
            )
        if fault:
            words = self.tr("{0} Your password may still be in the keyring.").format(words).strip()
        self.signed_out.emit(words)

    @Slot(object)
    def _on_standing(self, standing: Standing | None) -> None:
        if standing is not None and standing.ends_soon is not None:
            zone, now = self._parts.center.settings.zone or "UTC", self._parts.clock()
            words = self.tr(
                "Your password ends on {0}. Ask your administrator to renew it in time."
            )
            self._parts.notices.tell(words.format(text.day(standing.ends_soon, zone, now)))

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Offline: whoever else reads tells it; nothing hangs on this."""

"""What waits for the rep: callbacks, opened by whoever claims them, and open inquiries."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import Offline
from console.models.ids import Login
from console.models.views import CallbackView
from console.ui.flows.claims import ClaimFlow
from console.ui.flows.parts import Parts
from console.ui.lookup import Waiting
from console.ui.tasks import Lane

if TYPE_CHECKING:
    from console.services.center import Center

_Listed = tuple[tuple[CallbackView, ...], int]
"""Callbacks, and how many inquiries are open."""


class CallbackFlow(QObject):
    """Nobody looks at what another rep calls about: a callback opens once it is claimed.

    Signals:
        listed: what waits (a `Waiting`), read anew.
    """

    listed = Signal(object)

    def __init__(self, parts: Parts, claims: ClaimFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._claims = claims
        self._pane = parts.window.console.lookup
        self._known: _Listed | None = None
        self._pane.callback_opened.connect(self.open_callback)
        claims.taken.connect(self._on_claimed)
        claims.missed.connect(self._on_missed)

    @Slot()
    def refresh(self) -> None:
        staff = self._session.staff
        if staff is not None:
            work = partial(_listed, self._parts.center, staff.login, self._known)
            self._parts.tasks.run(
                Lane.READS, work, self._on_listed, self._on_nothing, key="waiting"
            )

    @Slot()
    def next_person(self) -> None:
        """After a log, or Alt N: the first callback that is due and free, else an empty desk."""
        now = self._parts.clock()
        due = self._known[0] if self._known else ()
        soon = [entry for entry in due if entry.due_at <= now and not self._taken(entry)]
        if soon and self._session.draft is None:
            self._claims.take(soon)
        elif self._session.draft is None:
            self.rest()

    @Slot()
    def rest(self) -> None:
        """Leaves the desk empty, and waiting callbacks to the others."""
        self._session.show(None)
        self._pane.focus_search()

    @Slot(object)
    def open_callback(self, entry: CallbackView) -> None:
        if self._session.draft is None:
            self._claims.take([entry])

    def _taken(self, entry: CallbackView) -> bool:
        """Whether somebody else works on it, as far as this desk knows."""
        staff = self._session.staff
        return entry.claim is not None and (staff is None or entry.claim.holder != staff.login)

    @Slot(object)
    def _on_claimed(self, entry: CallbackView) -> None:
        if self._session.draft is None:
            self._session.desk.callback = entry.id
            self._session.desk.asked_for = entry.due_at if entry.asked_for else None
            self._session.show(entry.person)

    @Slot()
    def _on_missed(self) -> None:
        self.refresh()
        if self._session.person is None:
            self._pane.focus_search()

    @Slot(object)
    def _on_listed(self, listed: _Listed) -> None:
        self._known = callbacks, inquiries = listed
        library, staff = self._session.library, self._session.staff
        waiting = Waiting(
            login=staff.login if staff else None,
            callbacks=callbacks,
            inquiries=inquiries,
            now=self._parts.clock(),
            zone=library.rules.zone if library else "UTC",
        )
        self._pane.show_waiting(waiting)
        self.listed.emit(waiting)

    @Slot(object)
    def _on_nothing(self, _error: Exception) -> None:
        """What waits is asked for again soon; the status bar says when we are offline."""


def _listed(center: "Center", login: Login, known: _Listed | None) -> _Listed:
    """What waits, without the callbacks that calls logged here and not sent yet have closed.

    Offline that is what was known before.
    """
    done = center.dispositions.pending_closures()
    try:
        due, inquiries = center.callbacks.due(login), center.records.waiting(login).inquiries
    except Offline:
        if known is None:
            raise
        due, inquiries = known
    return tuple(entry for entry in due if entry.id not in done), inquiries

"""Claims: a callback is opened by whoever claimed it, and stays hers while the call is on."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Offline, Refused
from console.models.ids import FactId, Login
from console.models.views import CallbackView, ClaimView
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane

if TYPE_CHECKING:
    from console.services.center import Center

BEATS = 3
"""Signs of life in one lease: two of them may get lost."""


class ClaimFlow(QObject):
    """Claims are this desk's from `taken` until the screen turns to something else.

    One whose call is parked is kept while the console runs: somebody spoke about it already. One
    whose call is logged here and not sent yet is kept: given back, the callback would look open
    to others for the seconds in which the log can be undone. Offline nothing new is taken; what was
    taken before can be worked, and a log that comes late is kept like any other.

    Signals:
        taken: a callback is this desk's to open (a `CallbackView`).
        missed: others have it; what is listed here is not so any more.
    """

    taken = Signal(object)
    missed = Signal()

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._held: dict[FactId, ClaimView] = {}
        self._lost: set[FactId] = set()
        self._wanted: tuple[CallbackView, ...] = ()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self.renew)
        calls.began.connect(self.renew)
        self._session.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Closing and signing out give back what no call is about; a call kept goes on with it."""
        self._beat.stop()
        self._session.desk.callback = None
        if self._session.desk.offline_since is None:
            self._give_back(Lane.DESK)

    def take(self, wanted: Sequence[CallbackView]) -> None:
        """Claims the first of these that is free; one that is the rep's already comes first."""
        staff = self._session.staff
        if staff is not None:
            self._wanted = tuple(wanted)
            offline = self._session.desk.offline_since is not None
            known = {
                entry.id: self._held.get(entry.id) or entry.claim
                for entry in wanted
                if entry.id in self._held or (entry.claim and entry.claim.holder == staff.login)
            }
            held = frozenset(self._held) if offline else frozenset[FactId]()
            work = partial(_claim, self._parts.center, self._wanted, known, held, staff.login)
            done = partial(self._on_claimed, self._wanted)
            self._parts.tasks.run(Lane.READS, work, done, self._on_failed)

    @Slot()
    def renew(self) -> None:
        """A sign of life of the call's claim; a call that came back without one asks for it."""
        draft = self._session.draft
        if draft is not None and draft.callback_id is not None:
            target, center = draft.callback_id, self._parts.center
            work = partial(_renew, center, self._held.get(target), target, draft.login)
            done = partial(self._on_renewed, target)
            self._parts.tasks.run(Lane.READS, work, done, self._on_no_sign)
        for target in self._parked() & self._held.keys():
            work = partial(self._parts.center.claims.renew, self._held[target])
            done = partial(self._on_parked_renewed, target)
            self._parts.tasks.run(Lane.READS, work, done, self._on_no_sign)

    def _on_claimed(self, wanted: tuple[CallbackView, ...], claim: ClaimView | None) -> None:
        if claim is None:
            self.missed.emit()
            return
        self._keep(claim)
        if wanted is self._wanted and self._session.draft is None:
            self.taken.emit(next(entry for entry in wanted if entry.id == claim.target))
        self._give_back(Lane.READS)

    def _on_renewed(self, target: FactId, claim: ClaimView | None) -> None:
        if claim is not None:
            self._lost.discard(target)
            self._keep(claim)
            self._give_back(Lane.READS)  # the call may be over by now
        elif target not in self._lost:
            self._lost.add(target)
            self._held.pop(target, None)
            words = self.tr(
                "Somebody else has this callback by now. Log what was said: it is kept, and your "
                "supervisor sees that there were two calls."
            )
            self._parts.notices.tell(words, kind="conflict")

    def _parked(self) -> set[FactId]:
        """The callbacks that parked calls are about."""
        parked = self._session.desk.parked
        return {draft.callback_id for draft in parked if draft.callback_id is not None}

    def _on_parked_renewed(self, target: FactId, claim: ClaimView | None) -> None:
        if claim is not None:
            self._held[target] = claim
        else:
            self._held.pop(target, None)  # it is asked for, and told, when the call is taken up

    def _keep(self, claim: ClaimView) -> None:
        """The lease is counted from now by the desk's own clock, which may differ from others."""
        library = self._session.library
        lease = timedelta(minutes=max(1, library.rules.claim_minutes if library else 1))
        self._held[claim.target] = claim
        self._session.desk.claimed_until = self._parts.clock() + lease
        self._beat.start(int(lease / BEATS / timedelta(milliseconds=1)))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & (Changes.CALL | Changes.PERSON) and self._held:
            self._give_back(Lane.READS)

    def _give_back(self, lane: Lane) -> None:
        draft, desk = self._session.draft, self._session.desk
        current = draft.callback_id if draft is not None else desk.callback
        kept = {current, *self._parked()}
        for claim in [one for target, one in self._held.items() if target not in kept]:
            work = partial(_release, self._parts.center, claim)
            # One that was asked for already and waits is taken back by the key.
            key = f"release {claim.target}"
            self._parts.tasks.run(lane, work, self._on_released, self._on_no_sign, key=key)

    @Slot(object)
    def _on_released(self, claim: ClaimView | None) -> None:
        held = self._held.get(claim.target) if claim is not None else None
        if claim is not None and held is not None and held.token == claim.token:
            del self._held[claim.target]  # and not one taken anew meanwhile

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Offline):
            words = self.tr("Offline: no callback can be taken now, only what you already took.")
            self._parts.notices.tell(words)
        elif isinstance(error, Refused):
            self.missed.emit()
            self._parts.notices.tell(said(error.message))
        else:
            self._parts.notices.report(error)

    @Slot(object)
    def _on_no_sign(self, error: Exception) -> None:
        """Offline a claim lives until its lease is over; the server gives it on by itself."""
        if not isinstance(error, Offline):
            self._parts.notices.report(error)


def _claim(
    center: "Center",
    wanted: tuple[CallbackView, ...],
    known: Mapping[FactId, ClaimView | None],
    held: frozenset[FactId],
    login: Login,
) -> ClaimView | None:
    """`known`: the rep's own, from here or before a crash; `held`: hers offline, too.

    None when calls logged here have closed all of them. Raises Refused when others are on them.
    """
    done = center.dispositions.pending_closures()
    left = [entry.id for entry in wanted if entry.id not in done]
    for target in left:
        claim = known.get(target)
        if claim is not None:
            kept = claim if target in held else center.claims.renew(claim)
            if kept is not None:
                return kept
    taken = center.claims.take(left, login) if left else None
    if left and taken is None:
        raise Refused("Others have just taken what was due here, or it is done.")
    return taken


def _renew(
    center: "Center", held: ClaimView | None, target: FactId, login: Login
) -> ClaimView | None:
    renewed = center.claims.renew(held) if held else None
    return renewed or center.claims.take([target], login)


def _release(center: "Center", claim: ClaimView) -> ClaimView | None:
    """What was given back; None for what a call that is not sent yet has closed."""
    if claim.target in center.dispositions.pending_closures():
        return None
    center.claims.release(claim)
    return claim

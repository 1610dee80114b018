"""Claims: one callback is given to one rep at a time, by a lease that ends by itself."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, or_, select, text, update
from sqlalchemy.orm import Session

from console.models.bodies import Library
from console.models.claims import Claim
from console.models.facts import Callback
from console.models.ids import FactId, Login
from console.models.terms import OpenKind
from console.models.views import ClaimView
from console.services.access import on_server
from console.services.callbacks import claim_view
from console.services.database import Database
from console.services.open_facts import not_closed, not_void

TAKE = text("SELECT * FROM public.claim_first(CAST(:wanted AS uuid[]), :seconds)")
RENEW = text("SELECT * FROM public.renew_claim(:target, :token, :seconds)")
RELEASE = text("SELECT public.release_claim(:target, :token)")


class Claims:
    """Takes, prolongs and gives back. Offline nothing is claimed: every method raises Offline.

    On a server each is one function there (`security/claims.sql`), in the name of its login and by
    its clock. The embedded database has one writer at a time: the same is done here in a
    transaction, in the name of `login` and by the desk's clock. A claim ends when its callback is
    closed, when it is given back, or when its lease (`claim_minutes` of the rules) is over.
    """

    def __init__(
        self, database: Database, library: Callable[[], Library], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    def take(self, wanted: Sequence[FactId], login: Login) -> ClaimView | None:
        """Claims the first of these callbacks that is open and free, in the order given.

        One's own may be taken before it is due, another's only then. None when all are taken.
        """
        values = {"wanted": list(wanted), "seconds": self._seconds()}
        with self._database.transaction() as session:
            if not on_server(session):
                return _take(session, wanted, login, self._clock(), self._lease())
            return _view(session.execute(TAKE, values).first())

    def renew(self, claim: ClaimView) -> ClaimView | None:
        """The claim with its lease begun anew; None when somebody else has taken it since."""
        values = {"target": claim.target, "token": claim.token, "seconds": self._seconds()}
        with self._database.transaction() as session:
            if not on_server(session):
                return _renew(session, claim, self._clock() + self._lease())
            return _view(session.execute(RENEW, values).first())

    def release(self, claim: ClaimView) -> None:
        """Gives it back at once; nothing happens when it is another's by now."""
        values = {"target": claim.target, "token": claim.token}
        with self._database.transaction() as session:
            if on_server(session):
                session.execute(RELEASE, values)
            else:
                changed = {"until": self._clock(), "revision": Claim.revision + 1}
                session.execute(_held(claim).values(changed))

    def _lease(self) -> timedelta:
        return timedelta(minutes=self._library().rules.claim_minutes)

    def _seconds(self) -> int:
        return int(self._lease().total_seconds())


def _take(
    session: Session, wanted: Sequence[FactId], login: Login, now: datetime, lease: timedelta
) -> ClaimView | None:
    taken = select(Claim.target_id).where(Claim.until > now)
    free = set(
        session.scalars(
            select(Callback.id).where(
                Callback.id.in_(wanted),
                or_(Callback.owner == login, Callback.due_at <= now),
                not_void(Callback.id),
                not_closed(Callback.id),
                Callback.id.not_in(taken),
            )
        )
    )
    target = next((one for one in wanted if one in free), None)
    if target is None:
        return None
    known = session.scalar(select(Claim.revision).where(Claim.target_id == target))
    claim = ClaimView(target=target, holder=login, token=(known or 0) + 1, until=now + lease)
    row = {"holder": login, "revision": claim.token, "since": now, "until": claim.until}
    if known is None:
        named = {"target_id": target, "target_kind": OpenKind.CALLBACK}
        session.execute(insert(Claim).values(**named, **row))
    else:
        session.execute(update(Claim).where(Claim.target_id == target).values(row))
    return claim


def _renew(session: Session, claim: ClaimView, until: datetime) -> ClaimView | None:
    changed = _held(claim).values(until=until).returning(Claim.__table__)
    return _view(session.execute(changed).first())


def _held(claim: ClaimView) -> Any:
    return update(Claim).where(
        Claim.target_id == claim.target,
        Claim.revision == claim.token,
        Claim.holder == claim.holder,
    )


def _view(row: Any) -> ClaimView | None:
    return claim_view(row) if row is not None else None

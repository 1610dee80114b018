"""Callbacks that wait for a rep: the own ones, and those of the team that nobody took in time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

from console.models.bodies import Library
from console.models.claims import Claim
from console.models.facts import Callback
from console.models.ids import FactId, Login, PersonId
from console.models.records import Person, Staff
from console.models.views import CallbackView, ClaimView
from console.services.access import on_server
from console.services.database import Database
from console.services.open_facts import not_closed, not_void

MOST = 2_000
SHOWN_FOR = timedelta(days=30)
"""How long others see what nobody took. Without an end, each look would go through years of calls
that are long done; whoever promised it sees it until it is closed.
"""
OWNER, HOLDER, READER = aliased(Staff), aliased(Staff), aliased(Staff)


class Callbacks:
    """Open callbacks with who works on each. A callback never vanishes with its owner.

    A rep's own are listed from when they are promised. Those of others in her team are listed once
    they are late by `callback_grace_minutes` of the center's rules; those of somebody who works
    here no more, as soon as they are due, to everybody.
    """

    def __init__(
        self, database: Database, library: Callable[[], Library], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    def due(self, login: Login) -> tuple[CallbackView, ...]:
        """What waits for this rep: first her own, then those of others, each earliest first."""
        now = self._clock()
        late = now - timedelta(minutes=self._library().rules.callback_grace_minutes)
        with self._database.transaction(writes=False) as session:
            # Leases end by the clock that they began by.
            current: Any = func.now() if on_server(session) else now
            found = session.execute(
                _open(current)
                .where(_hers(login, now, late))
                .order_by(Callback.owner != login, Callback.due_at, Callback.id)
            )
            return tuple(_callback(row) for row in found)


def _open(now: Any) -> Any:
    return (
        select(
            Callback.id,
            Callback.person_id,
            Person.name,
            Callback.phone,
            Callback.due_at,
            Callback.zone,
            Callback.asked_for,
            Callback.note,
            Callback.owner,
            func.coalesce(OWNER.name, Callback.owner).label("owner_name"),
            Claim.target_id,
            Claim.holder,
            Claim.revision,
            Claim.until,
            func.coalesce(HOLDER.name, Claim.holder).label("holder_name"),
        )
        .outerjoin(Person, Person.id == Callback.person_id)
        .outerjoin(OWNER, OWNER.login == Callback.owner)
        .outerjoin(Claim, and_(Claim.target_id == Callback.id, Claim.until > now))
        .outerjoin(HOLDER, HOLDER.login == Claim.holder)
        .where(not_void(Callback.id), not_closed(Callback.id))
        .limit(MOST)
    )


def _hers(login: Login, now: datetime, late: datetime) -> ColumnElement[bool]:
    """Needs the owner's row beside the callback; somebody of no team shares with all others.

    Each alternative begins with what an index of the callbacks answers.
    """
    since = now - SHOWN_FOR
    team = select(READER.team).where(READER.login == login).scalar_subquery()
    return or_(
        Callback.owner == login,
        and_(Callback.due_at.between(since, late), OWNER.team.is_not_distinct_from(team)),
        and_(Callback.due_at.between(since, now), OWNER.active.is_not(True)),
    )


def _callback(row: Any) -> CallbackView:
    return CallbackView(
        id=FactId(row.id),
        person=PersonId(row.person_id) if row.person_id else None,
        name=row.name or "",
        phone=row.phone,
        due_at=row.due_at,
        zone=row.zone,
        asked_for=row.asked_for,
        note=row.note,
        owner=Login(row.owner),
        owner_name=row.owner_name,
        claim=claim_view(row) if row.holder else None,
        holder_name=row.holder_name or "",
    )


def claim_view(row: Any) -> ClaimView:
    """A row of the claim table, or of a function that gives one."""
    return ClaimView(
        target=FactId(row.target_id),
        holder=Login(row.holder),
        token=row.revision,
        until=row.until.astimezone(UTC),
    )

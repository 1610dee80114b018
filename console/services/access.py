"""Opening people: the row that says who looked at whom and why, which on a server is the key."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, insert, select, text
from sqlalchemy.orm import Session

from console.errors import BadInput, NotFound, Refused
from console.models.facts import Access
from console.models.ids import CallId, Login, PersonId, uuid7
from console.models.records import Person

OPEN = text("SELECT * FROM public.open_people(:people, :login, :reason, :call)").bindparams(
    bindparam("people", type_=ARRAY(Uuid())), bindparam("call", type_=Uuid())
)
BREAK = text("SELECT public.break_glass(:person, :login, :reason)").bindparams(
    bindparam("person", type_=Uuid())
)
READABLE = text(
    "SELECT :people <@ coalesce(public.ec_opened(), '{}') OR public.ec_role() = 'owner'"
).bindparams(bindparam("people", type_=ARRAY(Uuid())))
SHORTEST_REASON, LONGEST_REASON = 20, 200
GLASS_OPEN = timedelta(minutes=30)
"""For so long the server shows everything, as keys.sql has it."""


def on_server(session: Session) -> bool:
    """Whether rights apply: on the embedded database there is one desk and no login."""
    return session.get_bind().dialect.name == "postgresql"


def open_people(
    session: Session,
    people: Collection[UUID],
    login: Login,
    reason: str,
    call_id: CallId | None,
    now: datetime,
) -> None:
    """Leaves who opened whom, when and why, in the caller's transaction.

    A server stamps login and time itself, and from then on shows this login their details for a
    shift. Whoever is not on record gets no row. Raises BadInput without a reason there.
    """
    if on_server(session):
        why = reason.strip()[:LONGEST_REASON]
        if not why:
            raise BadInput("Say why you open this record.")
        given = {"people": sorted(people), "login": login, "reason": why, "call": call_id}
        session.execute(OPEN, given)
        return
    known = session.scalars(select(Person.id).where(Person.id.in_(people)))
    common = {"login": login, "at": now, "reason": reason, "call_id": call_id}
    rows = [{"id": uuid7(), "person_id": person, **common} for person in sorted(known)]
    if rows:
        session.execute(insert(Access), rows)


def are_open(session: Session, people: Collection[UUID]) -> bool:
    """Whether this login may read on: else a server would show nothing, as if there were nothing.

    Whoever set the server up, and the embedded database, need no key.
    """
    if not on_server(session):
        return True
    return bool(session.execute(READABLE, {"people": sorted(people)}).scalar_one())


def break_glass(session: Session, person: PersonId, login: Login, reason: str) -> datetime:
    """In an emergency shows this login all labelled facts of a person, and says until when.

    It is listed for supervisors. Raises Refused for a reason too short, and where nothing is
    hidden from anybody.
    """
    if not on_server(session):
        raise Refused("On this computer's own database nothing is hidden from you.")
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(
            f"Say in {SHORTEST_REASON} characters or more why you need to see everything; "
            "a supervisor will read it."
        )
    given = {"person": person, "login": login, "reason": reason}
    ends: datetime | None = session.execute(BREAK, given).scalar_one()
    if ends is None:
        raise NotFound("This person is not on record. Look the name or number up again.")
    return ends

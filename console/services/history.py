"""The history of a record, field by field, and the corrections that collided."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from console.errors import Refused
from console.models.facts import FieldChange
from console.models.ids import FactId, Login, PersonId
from console.models.records import ContactPoint, Person, Relationship, Staff
from console.models.terms import RecordKind
from console.models.views import CollisionView, FieldChangeView
from console.rules.contact_changes import TEXT
from console.services import access
from console.services.database import Database
from console.services.open_facts import not_closed, not_void
from console.services.record import CLOSED

MOST = 500
"""Lines of one history; a record that changed more often is shown by its latest."""

PARTS = {"name": ("given", "family"), "raw": TEXT}
"""By a field, those that are corrected together with it and are decided with it."""
COLUMNS = FieldChange.__table__.c
WHO = func.coalesce(Staff.name, COLUMNS.by).label("who")


class History:
    """Reads what was changed. A person's history is open to whoever opened her record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, person: PersonId) -> tuple[FieldChangeView, ...]:
        """Newest first. Raises Refused when the record is not open to this login."""
        query = (
            select(*COLUMNS, WHO)
            .outerjoin(Staff, Staff.login == COLUMNS.by)
            .where(COLUMNS.person_id == person, not_void(COLUMNS.id))
            .order_by(COLUMNS.at.desc(), COLUMNS.id.desc())
            .limit(MOST)
        )
        with self._database.transaction(writes=False) as session:
            if not access.are_open(session, [person]):
                raise Refused(CLOSED)
            found = session.execute(query).all()
            about = _about(session, [row.target_id for row in found])
            return tuple(
                FieldChangeView(
                    id=FactId(row.id),
                    record=RecordKind(row.record),
                    field=row.field,
                    old=row.old,
                    new=row.new,
                    at=row.at,
                    by=row.who,
                    source=row.source,
                    about=about.get(row.target_id, ""),
                    held=row.held,
                )
                for row in found
            )

    def collisions(self, login: Login) -> tuple[CollisionView, ...]:
        """Corrections of this login that wait for a decision, oldest first."""
        query = (
            select(*COLUMNS)
            .where(COLUMNS.by == login, COLUMNS.held, not_void(COLUMNS.id), not_closed(COLUMNS.id))
            .order_by(COLUMNS.at, COLUMNS.id)
            .limit(MOST)
        )
        with self._database.transaction(writes=False) as session:
            found = session.execute(query).all()
            about = _about(session, [row.target_id for row in found])
            named = _names(session, {row.person_id for row in found})
            return tuple(
                _collision(row, about, named, session.execute(_latest(row)).first(), parts)
                for row, parts in _with_parts(found)
            )


def _with_parts(found: Sequence[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Each collision; to a name its given and family names, to a text what was understood of it."""
    of_one = defaultdict[tuple[UUID, UUID], list[Any]](list)
    for row in found:
        of_one[row.command_id, row.target_id].append(row)
    for row in found:
        together = of_one[row.command_id, row.target_id]
        if any(row.field in PARTS.get(other.field, ()) for other in together if other is not row):
            continue
        yield row, [other for other in together if other.field in PARTS.get(row.field, ())]


def _latest(row: Any) -> Select[Any]:
    """Who put there what was found, as far as it may be seen."""
    return (
        select(COLUMNS.by, COLUMNS.at, WHO)
        .outerjoin(Staff, Staff.login == COLUMNS.by)
        .where(
            COLUMNS.person_id == row.person_id,
            COLUMNS.target_id == row.target_id,
            COLUMNS.field == row.field,
            ~COLUMNS.held,
        )
        .order_by(COLUMNS.at.desc())
        .limit(1)
    )


def _collision(
    row: Any,
    about: dict[UUID, str],
    named: dict[UUID, str],
    latest: Any,
    parts: Sequence[Any] = (),
) -> CollisionView:
    return CollisionView(
        id=FactId(row.id),
        person=PersonId(row.person_id),
        name=named.get(row.person_id, ""),
        record=RecordKind(row.record),
        target=row.target_id,
        field=row.field,
        old=row.old,
        new=row.new,
        found=row.found,
        made_at=row.at,
        author=Login(row.by),
        about=about.get(row.target_id, ""),
        by=Login(latest.by) if latest else None,
        by_name=latest.who if latest else "",
        at=latest.at if latest else None,
        parts=tuple(_collision(part, about, named, latest) for part in parts),
    )


def _about(session: Session, targets: list[UUID]) -> dict[UUID, str]:
    """What a contact point or relationship is called: its number, the other's name."""
    points = select(ContactPoint.id, ContactPoint.value, ContactPoint.raw).where(
        ContactPoint.id.in_(targets)
    )
    found = {row.id: row.value or row.raw for row in session.execute(points)}
    others = (
        select(Relationship.id, Person.name)
        .join(Person, Person.id == Relationship.person_id)
        .where(Relationship.id.in_(targets))
    )
    return found | {row.id: row.name for row in session.execute(others)}


def _names(session: Session, people: set[UUID]) -> dict[UUID, str]:
    query = select(Person.id, Person.name).where(Person.id.in_(people))
    return {row.id: row.name for row in session.execute(query)}

"""What is remembered of a source, after an import was undone: as if it had not been read.

Then the same file brings the same again, and an older one is no longer too old.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from console.models.records import ContactPoint, SourceRecord

if TYPE_CHECKING:
    from console.services.apply.undoing import Touched

NO_SHA = ""
OF_TIME = ("changed_at",)
OF_POINT = (
    *("system", "use", "raw", "value", "extension", "rank"),
    *("city", "state", "postal_code", "country"),
)
"""What a source says of a contact point."""


def forget(session: Session, commands: Select[UUID], touched: "Touched") -> None:
    """Brings what was seen in line with what was undone, by the records that it became."""
    targets = (
        touched.people
        | touched.withdrawn
        | touched.deleted
        | touched.voided
        | touched.statuses
        | set(touched.points.values())
    )
    if not targets:
        return
    columns = SourceRecord.__table__.c
    session.execute(
        delete(SourceRecord).where(
            columns.target_id.in_(touched.deleted), columns.command_id.in_(commands)
        )
    )
    query = select(*columns).where(columns.target_id.in_(targets), columns.command_id.in_(commands))
    points = _points(session, touched)
    for row in session.execute(query).all():
        rewrite(session, row, _seen(row, touched, points))


def _points(session: Session, touched: "Touched") -> dict[UUID, dict[str, Any]]:
    """Contact points as they say again what they said before."""
    columns = ContactPoint.__table__.c
    query = select(*columns).where(columns.id.in_(touched.points.keys() & touched.fields.keys()))
    return {
        row.id: {
            **{name: row._mapping[name] for name in OF_POINT},
            "retired": row.retired_at is not None,
        }
        for row in session.execute(query)
    }


def rewrite(session: Session, row: Any, seen: Mapping[str, Any]) -> None:
    """What is remembered of a source's record (a row of it) from now on; its file is news again."""
    columns = SourceRecord.__table__.c
    session.execute(
        update(SourceRecord)
        .where(columns.source == row.source, columns.kind == row.kind, columns.key == row.key)
        .values(seen=dict(seen), sha=NO_SHA)
        .execution_options(synchronize_session=False)
    )


def _seen(row: Any, touched: "Touched", points: Mapping[UUID, dict[str, Any]]) -> dict[str, Any]:
    seen = {name: value for name, value in row.seen.items() if name not in OF_TIME}
    if row.target_id in touched.withdrawn:
        return {}
    if row.target_id in touched.voided and "said" in seen:
        return {"said": {}, "turn": int(seen.get("turn", 0)) + 1}
    if row.target_id in touched.voided:
        return {**seen, "withdrawn": True}
    if row.target_id in touched.statuses:
        return {**seen, "status": ""}
    fields = {**seen.get("fields", {}), **touched.fields.get(row.target_id, {})}
    own = {point for point, owner in touched.points.items() if owner == row.target_id}
    contacts = {
        key: value for key, value in seen.get("contacts", {}).items() if UUID(key) not in own
    }
    contacts |= {str(point): points[point] for point in own & points.keys()}
    return {**seen, "fields": fields, "contacts": contacts}


def point_at(session: Session, target: UUID, again: UUID) -> None:
    """A touchpoint is there again under another id: its source means that one."""
    columns = SourceRecord.__table__.c
    query = select(*columns).where(columns.target_id == target)
    for row in session.execute(query).all():
        seen = {name: value for name, value in row.seen.items() if name not in OF_TIME}
        seen |= seen.pop("was", {})
        session.execute(
            update(SourceRecord)
            .where(columns.source == row.source, columns.kind == row.kind, columns.key == row.key)
            .values(seen=seen, sha=NO_SHA, target_id=again)
            .execution_options(synchronize_session=False)
        )

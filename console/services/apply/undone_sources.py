"""What is remembered of a source, after an import was undone: as if it had not been read.

Then the same file brings the same again, and an older one is no longer too old.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from console.models.records import SourceRecord

if TYPE_CHECKING:
    from console.services.apply.undoing import Touched

NO_SHA = ""
OF_TIME = ("changed_at", "rivals")


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
    for row in session.execute(query).all():
        _rewrite(session, row, _seen(row, touched))


def _rewrite(session: Session, row: Any, seen: Mapping[str, Any]) -> None:
    columns = SourceRecord.__table__.c
    session.execute(
        update(SourceRecord)
        .where(columns.source == row.source, columns.kind == row.kind, columns.key == row.key)
        .values(seen=dict(seen), sha=NO_SHA)
        .execution_options(synchronize_session=False)
    )


def _seen(row: Any, touched: "Touched") -> dict[str, Any]:
    seen = {name: value for name, value in row.seen.items() if name not in OF_TIME}
    if row.target_id in touched.withdrawn:
        return {}
    if row.target_id in touched.voided and "said" in seen:
        return {"said": {}, "turn": int(seen.get("turn", 0)) + 1}
    if row.target_id in touched.voided:
        return {**seen, "withdrawn": True}
    if row.target_id in touched.statuses:
        return {**seen, "status": ""}
    return _seen_of_person(row.target_id, seen, touched)


def _seen_of_person(person: UUID, seen: dict[str, Any], touched: "Touched") -> dict[str, Any]:
    """Her fields and contact points as her source had them before."""
    fields = {**seen.get("fields", {}), **touched.fields.get(person, {})}
    contacts: dict[str, Any] = dict(seen.get("contacts", {}))
    for point, owner in touched.points.items():
        key = str(point)
        if owner != person or key not in contacts:
            continue
        if point in touched.deleted:
            del contacts[key]
            continue
        before = dict(touched.fields.get(point, {}))
        if "retired_at" in before:
            before["retired"] = before.pop("retired_at") is not None
        contacts[key] = {**contacts[key], **before}
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

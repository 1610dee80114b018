"""Organizations and clinicians of an undone import: as they were before it, or gone."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from console.models.records import Clinician, Organization, SourceRecord
from console.services.apply.corrections import plain

PLACES: tuple[type[Organization] | type[Clinician], ...] = (Organization, Clinician)
NO_SHA = ""
Told = Callable[[Collection[UUID]], set[UUID]]


def restore(session: Session, batch: UUID, told_since: Told) -> tuple[int, int]:
    """Fields that still say what the batch made them say; how many, and how many were left.

    Places have no history: what they said before stands with what was seen of the source.
    """
    restored = left = 0
    for table in PLACES:
        columns = table.__table__.c
        changed = select(table.id).where(table.revision > 1)
        sources = SourceRecord.__table__.c
        query = select(*sources, *columns).where(
            sources.target_id == columns.id,
            sources.target_id.in_(changed),
            sources.command_id == batch,
        )
        rows = [row for row in session.execute(query) if row.seen.get("was")]
        others = told_since({row.target_id for row in rows})
        for row in rows:
            was, said = row.seen["was"], row.seen["fields"]
            back = {
                name: old
                for name, old in was.items()
                if row.target_id not in others and plain(row._mapping[columns[name]]) == said[name]
            }
            restored += len(back)
            left += len(was) - len(back)
            if back:
                _put_back(session, table, row, back)
    return restored, left


def _put_back(
    session: Session, table: type[Organization] | type[Clinician], row: Any, back: dict[str, Any]
) -> None:
    columns = table.__table__.c
    session.execute(
        update(table)
        .where(columns.id == row.target_id)
        .values({**back, "revision": columns.revision + 1})
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(SourceRecord)
        .where(
            SourceRecord.source == row.source,
            SourceRecord.kind == row.kind,
            SourceRecord.key == row.key,
        )
        .values(seen={"fields": {**row.seen["fields"], **back}}, sha=NO_SHA)
        .execution_options(synchronize_session=False)
    )


def take_back(session: Session, batch: UUID, told_since: Told) -> set[UUID]:
    """Deletes those that the batch brought and nobody changed since."""
    gone: set[UUID] = set()
    for table in PLACES:
        untouched = select(table.id).where(table.brought_by == batch, table.revision == 1)
        brought = set(session.scalars(untouched))
        brought -= told_since(brought)
        session.execute(delete(table).where(table.id.in_(brought)))
        gone |= brought
    return gone

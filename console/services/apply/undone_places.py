"""Organizations and clinicians of an undone import: as they were before it, or gone."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from console.models.records import Clinician, Organization, SourceRecord
from console.services.apply.corrections import plain
from console.services.apply.undone_sources import rewrite

PLACES: tuple[type[Organization] | type[Clinician], ...] = (Organization, Clinician)
Told = Callable[[Collection[UUID]], set[UUID]]


def restore(session: Session, batch: UUID, told_since: Told) -> tuple[int, int]:
    """Fields that still say what the batch made them say; how many, and how many were left.

    Places have no history: what they said before stands with what was seen of the source.
    """
    restored = left = 0
    for table in PLACES:
        columns, sources = table.__table__.c, SourceRecord.__table__.c
        told = select(*sources).where(
            sources.target_id.in_(select(columns.id).where(columns.revision > 1)),
            sources.command_id == batch,
        )
        changed = [row for row in session.execute(told) if row.seen.get("was")]
        targets = {row.target_id for row in changed}
        found = session.execute(select(*columns).where(columns.id.in_(targets)))
        now = {place.id: place._mapping for place in found}
        others = told_since(targets)
        for row in changed:
            was, said = row.seen["was"], row.seen["fields"]
            back = {
                name: old
                for name, old in was.items()
                if row.target_id not in others and plain(now[row.target_id][name]) == said[name]
            }
            restored += len(back)
            left += len(was) - len(back)
            if back:
                _put_back(session, table, row.target_id, back)
                rewrite(session, row, {"fields": {**said, **back}})
    return restored, left


def _put_back(
    session: Session,
    table: type[Organization] | type[Clinician],
    place: UUID,
    back: dict[str, Any],
) -> None:
    columns = table.__table__.c
    session.execute(
        update(table)
        .where(columns.id == place)
        .values({**back, "revision": columns.revision + 1})
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

"""Writing organizations and clinicians: new ones, and what changed at the source."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from console.models.records import Clinician, Organization
from console.services.imports.batch import Batch, own_id
from console.services.imports.merging import flat_fields, merge
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import (
    IDENTIFIER,
    UNIQUE_ID,
    Known,
    Resolver,
    best,
    records,
)
from console.services.imports.values import RecordValues

TABLES: dict[str, type[Organization] | type[Clinician]] = {
    "organization": Organization,
    "clinician": Clinician,
}
COLUMNS: dict[str, dict[str, Any]] = {
    "organization": {"name": "", "kind": None, "phone": None, "city": None, "state": None},
    "clinician": {"name": "", "npi": None, "phone": None, "specialty": None},
}
WAS = "was"
"""Of what was seen: what an undoing of this import brings back."""

NO_CLINICIAN = "its practitioner is not on record, nor in these files"

Current = Mapping[UUID, Mapping[str, Any]]


def write_places(
    batch: Batch, resolver: Resolver, tally: Tally, places: Sequence[RecordValues]
) -> None:
    """Adds to `batch` what these organizations and clinicians bring."""
    resolver.sources.update(one.origin.source for one in places)
    known = records(
        batch.session, resolver.sources, ((one.origin.kind, one.origin.key) for one in places)
    )
    resolver.load(batch.session, (one.about for one in places if one.about))
    matched = {id(one): _match(one, known) for one in places}
    about = {id(one): resolver.resolve(one.about, one.origin.source) for one in places if one.about}
    targets = {found.target for found in matched.values() if found} | set(about.values()) - {None}
    current = _load(batch, targets)
    for one in places:
        target = about.get(id(one))
        if one.about and target is None:
            tally.reject(Rejected(one.origin.file, one.origin.where, NO_CLINICIAN))
            continue
        _write(batch, one, matched[id(one)], target, current)


def _match(one: RecordValues, known: Mapping[tuple[str, str], list[Known]]) -> Known | None:
    """What this is on record: the same id of the same source, or an id unique in the world."""
    listed = known.get((one.origin.kind, one.origin.key), [])
    if found := best(listed, one.origin):
        return found
    if listed and UNIQUE_ID.fullmatch(one.origin.key):
        return Known("", listed[0].target, "", {})
    return None


def _write(
    batch: Batch, one: RecordValues, found: Known | None, about: UUID | None, current: Current
) -> None:
    target = about or (found.target if found else own_id(one.origin))
    row = current.get(target)
    if found and found.source and not batch.is_news(one.origin, found):
        return
    was = dict(found.seen.get(WAS, {})) if found and batch.is_of_this_import(found) else {}
    if row is None:
        values = {**COLUMNS[one.table], **one.fields}
        batch.add(TABLES[one.table], id=target, **values)
    else:
        seen = found.seen.get("fields") if found and found.source else None
        changes, _ = merge(row, seen, one.fields)
        if changes:
            batch.change(TABLES[one.table], target, changes)
            was = {**flat_fields({name: row[name] for name in changes}), **was}
    seen_now = {"fields": flat_fields(one.fields), **({WAS: was} if was else {})}
    batch.remember(one.origin, target, seen_now)
    for alias in one.aliases:
        kind = f"{one.origin.kind}{IDENTIFIER}"
        batch.remember_as((one.origin.source, kind, alias), target, "", {})


def _load(batch: Batch, targets: set[UUID | None]) -> Current:
    """The records as they stand, by id."""
    found: dict[UUID, Mapping[str, Any]] = {}
    for table in TABLES.values() if targets else ():
        columns = table.__table__.c
        rows = batch.session.execute(select(*columns).where(columns.id.in_(targets)))
        found.update({row.id: row._mapping for row in rows})
    return found

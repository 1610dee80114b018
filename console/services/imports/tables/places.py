"""Records of organizations, clinicians and relationships."""

from datetime import date

from console.rules import date_style, phone
from console.services.imports.elements import text
from console.services.imports.tables import keys
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.table import Record
from console.services.imports.values import (
    RecordValues,
    Reference,
    RelationshipValues,
    Unusable,
)

ORGANIZATION = ("name", "kind", "phone", "city", "state")
CLINICIAN = ("name", "npi", "phone", "specialty")


def organization(of: CellsOf, record: Record, source: str, file: str, region: str) -> RecordValues:
    fields = {name: of.text(record.cells, name) or None for name in ORGANIZATION if name in of}
    return _record(of, record, "Organization", fields, source, file, region)


def clinician(of: CellsOf, record: Record, source: str, file: str, region: str) -> RecordValues:
    fields = {name: of.text(record.cells, name) or None for name in CLINICIAN if name in of}
    if not fields.get("name"):
        parts = (of.text(record.cells, "given"), of.text(record.cells, "family"))
        fields["name"] = " ".join(part for part in parts if part)
    return _record(of, record, "Practitioner", fields, source, file, region)


def _record(
    of: CellsOf,
    record: Record,
    kind: str,
    fields: dict[str, str | None],
    source: str,
    file: str,
    region: str,
) -> RecordValues:
    if not fields.get("name"):
        raise Unusable("has no name")
    if said := fields.get("phone"):
        number = phone.parse(said, region)
        fields["phone"] = number.value if number else said
    key = of.key(record.cells, "key") or keys.of_content(
        str(fields.get(name) or "") for name in ("name", "city", "state", "npi")
    )
    return RecordValues(
        origin=keys.origin(source, kind, key, (file, record.where), keys.sha_of(fields)),
        table="organization" if kind == "Organization" else "clinician",
        fields=fields,
    )


def relationship(
    of: CellsOf, record: Record, source: str, file: str, of_people: str
) -> RelationshipValues:
    """How two people belong together; raises Unusable where one of them is not named."""
    cells = record.cells
    person, other = of.key(cells, "person"), of.key(cells, "other")
    if not person or not other or person == other:
        raise Unusable("does not name two people")
    kind = text(of.text(cells, "kind", 60)).casefold() or "related"
    until = date_style.day(of.text(cells, "until", 40))
    key = of.key(cells, "key") or keys.of_content([person, other, kind])
    ends = [Reference(keys.PATIENT, one, source=of_people) for one in (person, other)]
    return RelationshipValues(
        origin=keys.origin(
            source,
            "Relationship",
            key,
            (file, record.where),
            keys.sha_of(person, other, kind, until),
        ),
        person=ends[0],
        other=ends[1],
        kind=kind,
        until=date.fromisoformat(until) if until and len(until) == 10 else None,
    )

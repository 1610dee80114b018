"""Writing how people belong together, where a source tells it apart from the people themselves."""

from collections.abc import Sequence

from console.models.ids import derived_id
from console.models.records import Relationship
from console.services.imports.batch import Batch
from console.services.imports.people import NO_PATIENT
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import Resolver, best, records
from console.services.imports.values import RelationshipValues


def write_relationships(
    batch: Batch, resolver: Resolver, tally: Tally, relationships: Sequence[RelationshipValues]
) -> None:
    """Adds to `batch` the relationships that are not on record; none gives authority."""
    resolver.sources.update(one.origin.source for one in relationships)
    names = ((one.origin.kind, one.origin.key) for one in relationships)
    known = records(batch.session, resolver.sources, names)
    ends = (end for one in relationships for end in (one.person, one.other))
    resolver.load(batch.session, ends)
    for one in relationships:
        found = best(known.get((one.origin.kind, one.origin.key), []), one.origin)
        if found and not batch.is_news(one.origin, found):
            continue
        person, other = (
            resolver.resolve(end, one.origin.source) for end in (one.person, one.other)
        )
        if person is None or other is None:
            tally.reject(Rejected(one.origin.file, one.origin.where, NO_PATIENT))
            continue
        relationship = derived_id(person, "relationship", str(other))
        if found and found.target == relationship:
            batch.change(Relationship, relationship, {"kind": one.kind, "until": one.until})
        else:
            batch.add(
                Relationship,
                id=relationship,
                person_id=person,
                other_id=other,
                kind=one.kind,
                authority=None,
                until=one.until,
            )
        batch.remember(one.origin, relationship, {})

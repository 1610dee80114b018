"""Writing people: new ones, and what changed at the source about those on record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from console.models.ids import derived_id
from console.models.records import ContactPoint, Identifier, Person, Relationship
from console.models.terms import RecordKind
from console.services.apply import erasing
from console.services.apply.undone_people import NOTHING_KNOWN
from console.services.imports import corrected
from console.services.imports.agreeing import Told, by_id, strangers, together
from console.services.imports.batch import Batch, own_id
from console.services.imports.contacts import add_contact, as_seen, merge_contacts
from console.services.imports.corrected import Corrected
from console.services.imports.merging import flat_fields, merge
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import (
    UNIQUE_ID,
    Known,
    Resolver,
    best,
    records,
)
from console.services.imports.values import (
    IdentifierValues,
    PersonValues,
    Reference,
)

NO_PATIENT = "its patient is not on record, nor in these files"
STRANGER = (
    "its id belongs to somebody else, with another name and birth date; if the file comes from "
    "another system, import it with a mapping that names its source"
)
GONE = "this person was erased here; take the record out at its source, too"


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A person as the database has her: columns of person, contact points and identifiers."""

    person: Mapping[str, Any]
    contacts: Sequence[Mapping[str, Any]]
    identifiers: frozenset[tuple[str, str]]
    corrected: Corrected


def write_people(
    batch: Batch, resolver: Resolver, tally: Tally, people: Sequence[PersonValues]
) -> None:
    """Adds to `batch` what these people bring, and counts them."""
    resolver.sources.update(one.origin.source for one in people)
    known = records(
        batch.session, resolver.sources, ((one.origin.kind, one.origin.key) for one in people)
    )
    people = _told_apart(people, known, tally)
    resolver.load(batch.session, _references(people))
    matched = {id(one): _match(one, known, resolver) for one in people}
    current_of = on_record(batch, {found.target for found in matched.values() if found})
    for one in people:
        other = resolver.resolve(one.relation.other, one.origin.source) if one.relation else None
        found = matched[id(one)]
        current = current_of.get(found.target) if found else None
        if one.relation and other is None:
            _reject(tally, one, NO_PATIENT)
        elif one.stub and found is None and (person := resolver.resolve(_itself(one), "")):
            tally.seen(person, updated=False, kept=False)
        elif found is None or current is None:
            tally.created(_create(batch, one, other))
        elif current.person["withdrawn_at"]:
            tally.created(_bring_again(batch, one, found.target, other))
        elif current.person["name"] == erasing.ERASED:
            _reject(tally, one, GONE)
        else:
            _bring_up_to_date(batch, tally, one, found, current, other)
            _relate(batch, one, found.target, other, found.seen.get("other"))


def _told_apart(
    people: Sequence[PersonValues], known: Mapping[tuple[str, str], list[Known]], tally: Tally
) -> list[PersonValues]:
    """One for each id; rows that are about somebody else than the others, or the record, go."""
    found: list[PersonValues] = []
    for rows in by_id(people):
        origin = rows[0].origin
        before = best(known.get((origin.kind, origin.key), []), origin)
        others = strangers(rows, _told(before, origin.key) if before else None)
        for one in others:
            _reject(tally, one, STRANGER)
        if same := [one for one in rows if one not in others]:
            found.append(together(same))
    return found


def _told(before: Known, key: str) -> Told:
    return Told.of(before.seen.get("fields", {}), before.seen.get("identifiers", []), key)


def _reject(tally: Tally, one: PersonValues, reason: str) -> None:
    tally.reject(Rejected(one.origin.file, one.origin.where, reason))


def _references(people: Iterable[PersonValues]) -> Iterable[Reference]:
    for one in people:
        if one.relation:
            yield one.relation.other
        if one.stub:
            yield _itself(one)
        if _is_contained(one):
            yield from _by_identifier(one)


def _itself(one: PersonValues) -> Reference:
    return Reference(one.origin.kind, one.origin.key)


def _by_identifier(one: PersonValues) -> Iterable[Reference]:
    return (Reference("Patient", identifier=token(found)) for found in one.identifiers)


def token(identifier: IdentifierValues) -> str:
    return f"{identifier.system}|{identifier.value}"


def _is_contained(one: PersonValues) -> bool:
    """A patient that stood inside another resource is a copy, without an id of its own."""
    return one.origin.kind == "Patient" and "#" in one.origin.key


def _match(
    one: PersonValues, known: Mapping[tuple[str, str], list[Known]], resolver: Resolver
) -> Known | None:
    """Whom this is on record: the same id of the same source, or certainly the same of another.

    Certainly: the id is unique in the world, or a medical record number is the same, too.
    """
    listed = known.get((one.origin.kind, one.origin.key), [])
    if found := best(listed, one.origin):
        return found
    tokens = {token(identifier) for identifier in one.identifiers}
    for other in listed:
        if UNIQUE_ID.fullmatch(one.origin.key) or tokens & set(other.seen.get("identifiers", [])):
            return Known("", other.target, "", {})
    if _is_contained(one):
        for reference in _by_identifier(one):
            if target := resolver.resolve(reference, one.origin.source):
                return Known("", target, "", {})
    return None


def _create(batch: Batch, one: PersonValues, other: UUID | None) -> UUID:
    person = own_id(one.origin)
    batch.add(Person, id=person, **_all_fields(one))
    _fill(batch, one, person, other)
    return person


def _bring_again(batch: Batch, one: PersonValues, person: UUID, other: UUID | None) -> UUID:
    """Somebody whose import was undone: her empty record is hers again."""
    anew = {"withdrawn_at": None, "brought_by": batch.command_id}
    batch.change(Person, person, {**_all_fields(one), **anew})
    _fill(batch, one, person, other)
    return person


def _all_fields(one: PersonValues) -> dict[str, Any]:
    return {**NOTHING_KNOWN, "labels": frozenset(), **one.fields}


def _fill(batch: Batch, one: PersonValues, person: UUID, other: UUID | None) -> None:
    """What belongs to somebody new."""
    for contact in one.contacts:
        add_contact(batch, person, contact)
    for identifier in one.identifiers:
        _add_identifier(batch, person, identifier)
    _remember(batch, one, person, other)
    _relate(batch, one, person, other, None)
    batch.people.add(person)


def _add_identifier(batch: Batch, person: UUID, identifier: IdentifierValues) -> None:
    batch.add(
        Identifier,
        id=derived_id(person, "identifier", identifier.system, identifier.value),
        person_id=person,
        system=identifier.system,
        kind=identifier.kind,
        value=identifier.value,
    )


def _remember(
    batch: Batch,
    one: PersonValues,
    person: UUID,
    other: UUID | None,
    before: Mapping[str, Any] | None = None,
) -> None:
    """Keeps what the source says now, and of what it does not speak what it said before."""
    told = (before or {}).get("contacts", {})
    unsaid = {key: point for key, point in told.items() if point["system"] not in one.systems}
    batch.remember(
        one.origin,
        person,
        {
            "fields": {**(before or {}).get("fields", {}), **flat_fields(one.fields)},
            "contacts": {**unsaid, **as_seen(person, one.contacts)},
            "identifiers": [token(identifier) for identifier in one.identifiers],
            "other": str(other) if other else None,
        },
    )


def _bring_up_to_date(
    batch: Batch,
    tally: Tally,
    one: PersonValues,
    found: Known,
    current: OnRecord,
    other: UUID | None,
) -> None:
    """Applies what changed at the source since; a copy inside another resource changes nothing."""
    person = found.target
    is_copy = _is_contained(one) and person != own_id(one.origin)
    is_news = not found.source or batch.is_news(one.origin, found)
    if is_copy or (not is_news and one.origin.sha != found.sha):
        if is_copy and one.origin.sha != found.sha:
            _remember(batch, one, person, other)
        tally.seen(person, updated=False, kept=False)
        return
    seen = found.seen.get("fields") if found.source else None
    by_hand = current.corrected
    changes, kept = merge(current.person, seen, one.fields, by_hand.fields[person])
    changes |= _labels(current.person, seen, one.fields)
    if changes:
        batch.change_field_by_field(RecordKind.PERSON, current.person, changes, one.origin.source)
    told = found.seen.get("contacts", {}) if found.source else {}
    listed = {key: point for key, point in told.items() if point["system"] in one.systems}
    added, held = merge_contacts(
        batch, person, one.contacts, listed, current.contacts, by_hand, one.origin.source
    )
    for identifier in one.identifiers:
        if (identifier.system, identifier.value) not in current.identifiers:
            _add_identifier(batch, person, identifier)
            added = True
    if one.origin.sha != found.sha:
        _remember(batch, one, person, other, found.seen if found.source else {})
    if changes or added:
        batch.people.add(person)
    tally.seen(person, updated=bool(changes or added), kept=kept or held)


def _labels(
    ours: Mapping[str, Any], seen: Mapping[str, Any] | None, new: Mapping[str, Any]
) -> dict[str, Any]:
    """A label that the source adds is added even where others were set here: it only protects."""
    added = (
        new.get("labels", frozenset()) - ours["labels"] - frozenset((seen or {}).get("labels", ()))
    )
    return {"labels": ours["labels"] | added} if added else {}


def _relate(
    batch: Batch, one: PersonValues, person: UUID, other: UUID | None, before: str | None
) -> None:
    """How a related person belongs to the patient, unless that is known already."""
    if one.relation is None or other is None or str(other) == before:
        return
    batch.add(
        Relationship,
        id=derived_id(person, "relationship", str(other)),
        person_id=person,
        other_id=other,
        kind=one.relation.kind,
        authority=None,
        until=None,
    )


def on_record(batch: Batch, people: set[UUID]) -> dict[UUID, OnRecord]:
    """The people as they stand, all at once.

    On a server they are locked, in one order: what a desk corrects meanwhile waits, and is found.
    """
    if not people:
        return {}
    own = Person.__table__.c
    persons = batch.session.execute(
        select(*own).where(own.id.in_(people)).order_by(own.id).with_for_update()
    ).all()
    contacts: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    columns = ContactPoint.__table__.c
    points = select(*columns).where(columns.person_id.in_(people))
    for row in batch.session.execute(points.order_by(columns.id).with_for_update()):
        contacts[row.person_id].append(dict(row._mapping))
    identifiers: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    listed = select(Identifier.person_id, Identifier.system, Identifier.value)
    for row in batch.session.execute(listed.where(Identifier.person_id.in_(people))):
        identifiers[row.person_id].add((row.system, row.value))
    by_hand = corrected.read(batch.session, people)
    return {
        row.id: OnRecord(
            dict(row._mapping), contacts[row.id], frozenset(identifiers[row.id]), by_hand
        )
        for row in persons
    }

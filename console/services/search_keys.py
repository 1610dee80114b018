"""Search keys: keeps those of given people in step with their records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from console.models.commands import AddPerson
from console.models.derived import SearchKey
from console.models.records import ContactPoint, Identifier, Person
from console.models.terms import ContactSystem
from console.rules.search_key import (
    KeyKind,
    email_key,
    identifier_key,
    name_keys,
    phone_keys,
)

BATCH = 500


def index(session: Session, people: Iterable[UUID]) -> None:
    """Forget and rebuild the search keys of these people from their records as they stand now.

    Retired contact points and people who do not exist get none; wrong numbers keep theirs, since
    whoever rings from one is to be recognized.
    """
    session.flush()
    for batch in _batches(people):
        session.execute(delete(SearchKey).where(SearchKey.person_id.in_(batch)))
        rows = [
            {"person_id": person, "kind": kind, "key": key}
            for person, keys in expected(session, batch).items()
            for kind, key in sorted(keys)
        ]
        if rows:
            session.execute(insert(SearchKey), rows)


def add(session: Session, body: AddPerson) -> None:
    """The keys of a new person, from what came in; her records need not be read back."""
    texts = (body.name, body.given, body.family)
    keys = {(KeyKind.NAME, key) for text in texts for key in name_keys(text)}
    if body.birth_date:
        keys.add((KeyKind.BIRTH, body.birth_date))
    for point in body.contact_points:
        if point.system in (ContactSystem.PHONE, ContactSystem.EMAIL):
            keys |= _point_keys(point)
    rows = [{"person_id": body.person, "kind": kind, "key": key} for kind, key in sorted(keys)]
    if rows:
        session.execute(insert(SearchKey), rows)


def put(session: Session, person: UUID, found_by: Iterable[tuple[str, str, str]]) -> None:
    """The keys of somebody who has none now, from (kind, value, raw) of her record.

    `kind` is name, birth, phone, email, mrn or identifier.
    """
    keys = {key for found in found_by for key in _keys_of(*found)}
    rows = [{"person_id": person, "kind": kind, "key": key} for kind, key in sorted(keys)]
    if rows:
        session.execute(insert(SearchKey), rows)


def _keys_of(kind: str, value: str, raw: str) -> set[tuple[KeyKind, str]]:
    if kind == KeyKind.NAME:
        return {(KeyKind.NAME, key) for key in name_keys(value)}
    if kind == KeyKind.PHONE:
        return phone_keys(value, raw)
    if kind == KeyKind.EMAIL:
        return {(KeyKind.EMAIL, key)} if (key := email_key(value or raw)) else set()
    if kind == KeyKind.BIRTH:
        return {(KeyKind.BIRTH, value)}
    return {(KeyKind(kind), key)} if (key := identifier_key(value)) else set()


def expected(session: Session, people: Sequence[UUID]) -> dict[UUID, set[tuple[KeyKind, str]]]:
    """The keys that these people should have, (kind, key), from their records as they stand."""
    keys: dict[UUID, set[tuple[KeyKind, str]]] = defaultdict(set)
    for row in session.execute(_people(people)):
        keys[row.id] |= {(KeyKind.NAME, key) for text in _names(row) for key in name_keys(text)}
        if row.birth_date:
            keys[row.id].add((KeyKind.BIRTH, row.birth_date))
    for row in session.execute(_contact_points(people)):
        keys[row.person_id] |= _point_keys(row)
    for row in session.execute(_identifiers(people)):
        kind = KeyKind.MRN if row.kind.casefold() == "mrn" else KeyKind.IDENTIFIER
        if value := identifier_key(row.value):
            keys[row.person_id].add((kind, value))
    return keys


def _point_keys(point: Any) -> set[tuple[KeyKind, str]]:
    """Of a phone number or email, as a record or as it came in."""
    if point.system == ContactSystem.PHONE:
        return phone_keys(point.value, point.raw)
    email = email_key(point.value or point.raw)
    return {(KeyKind.EMAIL, email)} if email else set()


def _names(row: Any) -> list[str]:
    return [row.name, row.given, row.family, row.preferred_name or "", *(row.other_names or ())]


def _people(people: Sequence[UUID]) -> Any:
    return select(
        Person.id,
        Person.name,
        Person.given,
        Person.family,
        Person.preferred_name,
        Person.other_names,
        Person.birth_date,
    ).where(Person.id.in_(people), Person.withdrawn_at.is_(None))


def _contact_points(people: Sequence[UUID]) -> Any:
    return select(
        ContactPoint.person_id, ContactPoint.system, ContactPoint.value, ContactPoint.raw
    ).where(
        ContactPoint.person_id.in_(people),
        ContactPoint.system.in_((ContactSystem.PHONE, ContactSystem.EMAIL)),
        ContactPoint.retired_at.is_(None),
    )


def _identifiers(people: Sequence[UUID]) -> Any:
    return select(Identifier.person_id, Identifier.kind, Identifier.value).where(
        Identifier.person_id.in_(people)
    )


def _batches(people: Iterable[UUID]) -> Iterator[list[UUID]]:
    unique = list(dict.fromkeys(people))
    yield from (unique[start : start + BATCH] for start in range(0, len(unique), BATCH))

"""What the rows of one id say together, whatever their order; and who are two people under one.

A table that has a row for each phone or visit says the same person many times. Rows that
contradict each other end in one state: an import of the same files again finds nothing new.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import singledispatch
from typing import Any, Self, TypeVar

from console.models.terms import ConsentAction
from console.rules.alike import alike
from console.services.imports.merging import is_empty
from console.services.imports.values import (
    ConsentValues,
    ContactValues,
    IdentifierValues,
    Origin,
    PersonValues,
    RecordValues,
    TouchpointValues,
    Values,
)

V = TypeVar("V", bound=Values)
LONG_AGO = datetime.min.replace(tzinfo=UTC)
# They are said in one breath: of two rows, one's given name goes with the same one's family name.
NAMES = ("name", "given", "family")


def by_id(values: Iterable[V]) -> list[list[V]]:
    """The values of each id."""
    found: dict[tuple[str, str, str], list[V]] = defaultdict(list)
    for one in values:
        found[one.origin.source, one.origin.kind, one.origin.key].append(one)
    return list(found.values())


def one_each(values: Iterable[V]) -> list[V]:
    """One for each id: what its rows say together."""
    return [together(rows) for rows in by_id(values)]


def together(rows: Sequence[V]) -> V:
    """What rows of one id say: the latest, where they tell when they were changed, else all."""
    if len(rows) == 1:
        return rows[0]
    latest = max(_changed_at(one) for one in rows)
    current = sorted((one for one in rows if _changed_at(one) == latest), key=_order)
    if len(current) == 1:
        return current[0]
    united: V = _united(current[0], current)
    return replace(united, origin=_origin_of(current))


def _changed_at(one: Values) -> datetime:
    return one.origin.changed_at or LONG_AGO


def _order(one: Values) -> tuple[bool, float, str]:
    """Whose word counts first: who names somebody; a refusal, and the latest; else always one."""
    if isinstance(one, ConsentValues):
        return one.action is not ConsentAction.REVOKED, -one.at.timestamp(), one.origin.sha
    return isinstance(one, PersonValues) and one.stub, 0, one.origin.sha


def _origin_of(rows: Sequence[Values]) -> Origin:
    shas = "\n".join(sorted(one.origin.sha for one in rows))
    return replace(rows[0].origin, sha=hashlib.sha256(shas.encode()).hexdigest())


@singledispatch
def _united(first: Any, _rows: Sequence[Any]) -> Any:
    """The first, with what the others add to it."""
    return first


@_united.register
def _(first: PersonValues, rows: Sequence[PersonValues]) -> PersonValues:
    contacts: dict[tuple[str, str], ContactValues] = {}
    for contact in sorted((c for one in rows for c in one.contacts), key=lambda c: c.retired):
        contacts.setdefault((contact.system, contact.value), contact)
    identifiers: dict[tuple[str, str], IdentifierValues] = {}
    for identifier in (found for one in rows for found in one.identifiers):
        identifiers.setdefault((identifier.system, identifier.value), identifier)
    return replace(
        first,
        fields=_fields(rows),
        contacts=tuple(contacts.values()),
        identifiers=tuple(identifiers.values()),
        relation=next((one.relation for one in rows if one.relation), None),
        systems=frozenset().union(*(one.systems for one in rows)),
    )


def _fields(rows: Sequence[PersonValues]) -> dict[str, Any]:
    """Each column as the first row says it that says anything; other names are kept beside it."""
    fields = _filled([one.fields for one in rows])
    name = next((one.fields for one in rows if one.fields.get("name")), None)
    if name is None:
        return fields
    fields |= {part: name[part] for part in NAMES if part in name}
    others = [
        other
        for one in rows
        for other in (one.fields.get("name"), *one.fields.get("other_names", ()))
    ]
    others = [other for other in dict.fromkeys(others) if other and other != fields["name"]]
    return {**fields, "other_names": others} if others or "other_names" in fields else fields


def _filled(told: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for fields in told:
        for name, value in fields.items():
            if name == "labels":
                found[name] = found.get(name, frozenset()) | value
            elif name not in found or is_empty(found[name]):
                found[name] = value
    return found


@_united.register
def _(first: RecordValues, rows: Sequence[RecordValues]) -> RecordValues:
    aliases = dict.fromkeys(alias for one in rows for alias in one.aliases)
    about = next((one.about for one in rows if one.about), None)
    fields = _filled([one.fields for one in rows])
    return replace(first, fields=fields, aliases=tuple(aliases), about=about)


@_united.register
def _(first: TouchpointValues, rows: Sequence[TouchpointValues]) -> TouchpointValues:
    """One row for each person of a visit is one visit of them all."""
    same = [one for one in rows if (one.at, one.kind) == (first.at, first.kind)]
    patients = dict.fromkeys(patient for one in same for patient in one.patients)
    return replace(first, patients=tuple(patients))


@dataclass(frozen=True, slots=True)
class Told:
    """What tells people apart. `identifiers` ("system|value") without the id of the row itself."""

    names: tuple[str, ...]
    birth_date: str | None
    identifiers: frozenset[str]

    @classmethod
    def of(cls, fields: Mapping[str, Any], identifiers: Iterable[str], key: str) -> Self:
        names = (fields.get("name"), *(fields.get("other_names") or ()))
        others = frozenset(one for one in identifiers if one.partition("|")[2] != key)
        return cls(tuple(one for one in names if one), fields.get("birth_date"), others)

    def is_stranger_to(self, other: "Told") -> bool:
        """Whether these are two people: with other names, birth dates and identifiers."""
        one, two = self.birth_date or "", other.birth_date or ""
        if one.startswith(two) or two.startswith(one) or self.identifiers & other.identifiers:
            return False
        return not any(alike(mine, yours) for mine in self.names for yours in other.names)


def told_by(one: PersonValues) -> Told:
    tokens = (f"{found.system}|{found.value}" for found in one.identifiers)
    return Told.of(one.fields, tokens, one.origin.key)


def strangers(rows: Sequence[PersonValues], known: Told | None) -> list[PersonValues]:
    """Who of the rows of one id are somebody else: than is `known` by it, else than most are."""
    told = {one.origin.sha: told_by(one) for one in rows}
    if known is None:
        if len(rows) == 1:
            return []
        known = min(
            (told[sha] for sha in sorted(told)),
            key=lambda one: sum(one.is_stranger_to(other) for other in told.values()),
        )
    return [one for one in rows if told[one.origin.sha].is_stranger_to(known)]

"""Finding records of this import or an earlier one by what refers to them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from console.models.records import Clinician, Identifier, Organization, SourceRecord
from console.services.imports.values import Origin, Reference

NAMED = ("Practitioner", "PractitionerRole", "Organization")
IDENTIFIER = " identifier"
UNIQUE_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# References held in memory at most; then they are looked up again.
MOST_HELD = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record about one record of one source."""

    source: str
    target: UUID
    sha: str
    seen: dict[str, Any]
    command: UUID | None = None


Name = tuple[str, str]


def records(
    session: Session, sources: Collection[str], names: Iterable[Name]
) -> dict[Name, list[Known]]:
    """Everything known under these (kind, key), from whatever source."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for kind, key in names:
        by_kind[kind].add(key)
    found: dict[Name, list[Known]] = defaultdict(list)
    if not by_kind:
        return found
    with _planned_by_its_keys(session):
        for kind, keys in by_kind.items():
            rows = session.execute(
                select(
                    SourceRecord.key,
                    SourceRecord.source,
                    SourceRecord.target_id,
                    SourceRecord.sha,
                    SourceRecord.seen,
                    SourceRecord.command_id,
                ).where(
                    SourceRecord.source.in_(sources),
                    SourceRecord.kind == kind,
                    SourceRecord.key.in_(keys),
                )
            )
            for row in rows:
                known = Known(row.source, row.target_id, row.sha, row.seen, row.command_id)
                found[kind, row.key].append(known)
    return found


@contextmanager
def _planned_by_its_keys(session: Session) -> Iterator[None]:
    """A server would soon plan a lookup of many keys once for all, whatever keys they are, and then
    compare each of them with every record of the source; here it plans each lookup by itself.
    """
    on_server = session.get_bind().dialect.name == "postgresql"
    if on_server:
        session.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))
    yield
    if on_server:
        session.execute(text("SET LOCAL plan_cache_mode = auto"))


class Resolver:
    """References → ids of our records; remembers what it found.

    A reference means the record of its own source first. One of another source is taken only when
    it is the only one, so that two systems that number alike are never mixed up.

    Attributes:
        sources: every source seen so far.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self.sources = set(sources)
        self._targets: dict[Name, list[tuple[str, UUID]]] = {}
        self._names: dict[UUID, str] = {}

    @classmethod
    def of(cls, session: Session) -> "Resolver":
        return cls(session.execute(select(SourceRecord.source).distinct()).scalars())

    def load(self, session: Session, references: Iterable[Reference]) -> None:
        """Looks up what these references mean, all at once."""
        if len(self._targets) > MOST_HELD:
            self._targets.clear()
            self._names.clear()
        wanted = {name for found in references for name in _names(found)} - self._targets.keys()
        people = {key for kind, key in wanted if kind == f"Patient{IDENTIFIER}"}
        for name, listed in records(session, self.sources, wanted).items():
            self._targets[name] = [(known.source, known.target) for known in listed]
        self._load_people(session, people)

    def _load_people(self, session: Session, tokens: Collection[str]) -> None:
        found: dict[str, set[UUID]] = defaultdict(set)
        values = {token.partition("|")[2] for token in tokens}
        if values:
            for row in session.execute(
                select(Identifier.person_id, Identifier.system, Identifier.value).where(
                    Identifier.value.in_(values)
                )
            ):
                found[f"{row.system}|{row.value}"].add(row.person_id)
        for token in tokens & found.keys():
            self._targets[f"Patient{IDENTIFIER}", token] = [("", one) for one in found[token]]

    def resolve(self, reference: Reference, source: str) -> UUID | None:
        """The id of the record that is meant, when `load` found exactly one that can be."""
        for name in _names(reference):
            listed = self._targets.get(name, [])
            for wanted in (reference.source, source):
                for owner, target in listed:
                    if wanted and owner == wanted:
                        return target
            if len({target for _, target in listed}) == 1:
                return listed[0][1]
        return None

    def load_names(self, session: Session, references: Iterable[tuple[Reference, str]]) -> None:
        """Looks up names that were not written beside references, given with their sources."""
        targets = {
            target
            for reference, source in references
            if not reference.display
            and reference.kind in ("", *NAMED)
            and (target := self.resolve(reference, source))
        } - self._names.keys()
        for table in (Organization, Clinician):
            if targets:
                rows = session.execute(select(table.id, table.name).where(table.id.in_(targets)))
                self._names.update({row.id: row.name for row in rows})

    def name(self, reference: Reference, source: str) -> str:
        """As written beside the reference, else as on record, else ""."""
        if reference.display:
            return reference.display
        target = self.resolve(reference, source)
        return self._names.get(target, "") if target else ""


def _names(reference: Reference) -> list[Name]:
    """Under which (kind, key) a reference may stand; the type is not always said."""
    kinds = (reference.kind,) if reference.kind else NAMED
    found = [(kind, reference.key) for kind in kinds if reference.key]
    if reference.identifier:
        found += [(f"{kind}{IDENTIFIER}", reference.identifier) for kind in kinds]
    return found


def best(found: Iterable[Known], origin: Origin) -> Known | None:
    """What this very source said before."""
    return next((known for known in found if known.source == origin.source), None)

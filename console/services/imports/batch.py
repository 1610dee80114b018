"""One batch of an import: rows gathered, then written in one go under one command."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

from console.models.commands import Command, ImportBatch
from console.models.facts import (
    Appointment,
    ConsentEvent,
    FieldChange,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
    Void,
)
from console.models.ids import CommandId, Login, derived_id, uuid7
from console.models.records import (
    Clinician,
    ContactPoint,
    Identifier,
    Organization,
    Person,
    Relationship,
    Revised,
    SourceRecord,
)
from console.models.terms import RecordKind
from console.services import search_keys
from console.services.apply.gate import apply
from console.services.imports.ledger import Entry
from console.services.imports.merging import flat
from console.services.imports.resolver import Known
from console.services.imports.values import Origin

# Ids of imported rows are made of this and their name at the source, so they are always the same.
NAMESPACE = UUID("6f1d6f3e-8f0b-5c55-9d0e-5b0a3e2c7f41")
# Whom others point to comes first.
ORDER: tuple[type[DeclarativeBase], ...] = (
    Person,
    ContactPoint,
    Identifier,
    Relationship,
    Organization,
    Clinician,
    Touchpoint,
    TouchpointPerson,
    TouchpointEvent,
    Appointment,
    ConsentEvent,
    Void,
    FieldChange,
)
RECORDS: dict[RecordKind, type[DeclarativeBase]] = {
    RecordKind.PERSON: Person,
    RecordKind.CONTACT_POINT: ContactPoint,
}

Name = tuple[str, str, str]


def own_id(origin: Origin) -> UUID:
    """The id of the row that a source's record becomes."""
    return derived_id(NAMESPACE, origin.source, origin.kind, origin.key)


def _name(origin: Origin) -> Name:
    return origin.source, origin.kind, origin.key


@dataclass(frozen=True, slots=True)
class Change:
    table: type[DeclarativeBase]
    id: UUID
    values: Mapping[str, Any]


class Batch:
    """Rows to insert, records to change and people to index; nothing is written before `write`.

    Attributes:
        session: of the transaction that the batch lives in, for reading.
        command_id: stands in every fact.
        people: whose search keys have to be made again.

    `part_of` is the record of the import.
    """

    def __init__(
        self,
        session: Session,
        author: Login,
        now: datetime,
        zone: str,
        part_of: Entry,
    ) -> None:
        self.session = session
        self._part_of = part_of
        self.author = author
        self.now = now
        self.zone = zone
        self.command_id = CommandId(uuid7())
        self.people: set[UUID] = set()
        self._rows: dict[type[DeclarativeBase], list[dict[str, Any]]] = defaultdict(list)
        self._changes: list[Change] = []
        self._seen: dict[Name, dict[str, Any]] = {}

    def is_of_this_import(self, known: Known) -> bool:
        """Whether this import told of it before."""
        return known.command in self._part_of.commands

    def add(self, table: type[DeclarativeBase], **row: Any) -> None:
        if issubclass(table, Revised):
            row = {"revision": 1, "brought_by": self.command_id, **row}
        self._rows[table].append(row)

    def change(self, table: type[DeclarativeBase], row_id: UUID, values: Mapping[str, Any]) -> None:
        """Sets columns of a record and counts its revision up."""
        self._changes.append(Change(table, row_id, values))

    def change_field_by_field(
        self, kind: RecordKind, row: Mapping[str, Any], values: Mapping[str, Any], source: str
    ) -> None:
        """Sets columns of a record of a person, and leaves in its history what they said before.

        Labels are left out there: whoever may not see them would read them in it.
        """
        self.change(RECORDS[kind], row["id"], values)
        for name in sorted(values.keys() - {"labels"}):
            self.add(
                FieldChange,
                id=derived_id(self.command_id, str(row["id"]), name),
                command_id=self.command_id,
                labels=frozenset(),
                person_id=row["id"] if kind is RecordKind.PERSON else row["person_id"],
                record=kind,
                target_id=row["id"],
                field=name,
                old=flat(row[name]),
                new=flat(values[name]),
                found=None,
                held=False,
                at=self.now,
                by=self.author,
                source=source,
                call_id=None,
            )

    def remember(self, origin: Origin, target: UUID, seen: Mapping[str, Any]) -> None:
        """Keeps what the source says now, for the next import."""
        name = _name(origin)
        changed = origin.changed_at.isoformat() if origin.changed_at else None
        self.remember_as(name, target, origin.sha, {**seen, "changed_at": changed})

    def remember_as(self, name: Name, target: UUID, sha: str, seen: Mapping[str, Any]) -> None:
        self._seen[name] = {"target_id": target, "sha": sha, "seen": dict(seen)}

    def is_news(self, origin: Origin, known: Known) -> bool:
        """Whether a source says something else than we last saw of it.

        A version that the source itself calls older is none.
        """
        before = known.seen.get("changed_at")
        now = origin.changed_at.isoformat() if origin.changed_at else None
        return origin.sha != known.sha and not (before and now and now < before)

    def write(self, source: str, place: str) -> None:
        """Writes everything under one command; a batch with nothing new leaves no trace."""
        if not (self._rows or self._changes or self._seen):
            return
        counts = {table.__tablename__: len(rows) for table, rows in sorted_by_name(self._rows)}
        body = ImportBatch(
            source=source,
            place=place,
            counts=counts,
            part_of=self._part_of.id,
            seq=len(self._part_of.commands),
        )
        command = Command(id=self.command_id, author=self.author, made_at=self.now, body=body)
        apply(self.session, command, self.now)
        self._part_of.commands.add(self.command_id)
        for table in ORDER:
            self._insert(table)
        for change in self._changes:
            columns = change.table.__table__.c
            self.session.execute(
                update(change.table)
                .where(columns.id == change.id)
                .values({**change.values, "revision": columns.revision + 1})
                .execution_options(synchronize_session=False)
            )
        self._write_seen()
        search_keys.index(self.session, sorted(self.people))

    def _insert(self, table: type[DeclarativeBase]) -> None:
        rows = self._rows.get(table)
        if rows:
            statement = self._maker(table).on_conflict_do_nothing()
            self.session.execute(statement, rows)

    def _write_seen(self) -> None:
        if not self._seen:
            return
        statement = self._maker(SourceRecord)
        new = {
            name: statement.excluded[name] for name in ("target_id", "sha", "seen", "command_id")
        }
        rows = [
            {"source": source, "kind": kind, "key": key, "command_id": self.command_id, **row}
            for (source, kind, key), row in self._seen.items()
        ]
        keys = ["source", "kind", "key"]
        self.session.execute(statement.on_conflict_do_update(index_elements=keys, set_=new), rows)

    def _maker(self, table: type[DeclarativeBase]) -> Any:
        """An INSERT that knows conflicts, in the words of this database.

        Into the bare table: through the mapper, rows go apart by which of their columns are empty.
        """
        on_server = self.session.get_bind().dialect.name == "postgresql"
        maker: Any = postgresql.insert if on_server else sqlite.insert
        return maker(table.__table__)


def sorted_by_name(
    rows: Mapping[type[DeclarativeBase], list[dict[str, Any]]],
) -> Iterable[tuple[type[DeclarativeBase], list[dict[str, Any]]]]:
    return sorted(rows.items(), key=lambda pair: pair[0].__tablename__)


def take_write_lock(session: Session) -> None:
    """On SQLite a transaction that reads first can't write once another has written meanwhile."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("UPDATE source_record SET sha = sha WHERE 1 = 0"))

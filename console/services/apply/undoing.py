"""Undoing one batch of an import: facts are voided, records are as they were before.

What somebody changed here since, or another import told again, stays: it is no longer that
import's alone. Every row that a batch brought or changed names the batch's command.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from console.models.commands import Command, UndoBatch
from console.models.facts import (
    ConsentEvent,
    FieldChange,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
    Void,
)
from console.models.ids import derived_id
from console.models.imports import ImportPart
from console.models.records import ContactPoint, Identifier, Relationship, SourceRecord
from console.models.terms import ConsentAction, RecordKind
from console.services import search_keys
from console.services.apply import undone_people, undone_places, undone_sources
from console.services.apply.bringing_back import bring_back, bring_consent_back
from console.services.apply.corrections import DESK, TABLES, plain, typed
from console.services.apply.rows import insert_rows
from console.services.open_facts import not_void

REASON = "import undone"
UNDO = "undo"
"""The source of what a history says when an import was undone."""


def undo_batch(session: Session, command: Command, body: UndoBatch) -> None:
    undoing = Undoing(session, command, body)
    undoing.void_facts()
    undoing.restore_fields()
    undoing.take_back_records()
    undone_sources.forget(session, undoing.of_import, undoing.touched)
    search_keys.index(session, sorted(undoing.touched.people))
    row = {
        "command_id": command.id,
        "import_id": body.part_of,
        "seq": body.seq,
        "undoes": body.batch,
        "counts": dict(undoing.counts),
    }
    insert_rows(session, ImportPart, [row])


@dataclass
class Touched:
    """Ids of what was undone, by what it is; `fields` has what they say again, by record."""

    people: set[UUID] = field(default_factory=set)
    withdrawn: set[UUID] = field(default_factory=set)
    deleted: set[UUID] = field(default_factory=set)
    voided: set[UUID] = field(default_factory=set)
    statuses: set[UUID] = field(default_factory=set)
    fields: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    points: dict[UUID, UUID] = field(default_factory=dict)


class Undoing:
    """The undoing of one batch, inside the transaction that brings its command."""

    def __init__(self, session: Session, command: Command, body: UndoBatch) -> None:
        self._session = session
        self._command = command
        self._body = body
        self.of_import = select(ImportPart.command_id).where(ImportPart.import_id == body.part_of)
        self.touched = Touched()
        self.counts: Counter[str] = Counter()

    def void_facts(self) -> None:
        """Touchpoints, what happened to others, and consents; a stop only where that is wished."""
        moved = self._moved()
        left = self._void(Touchpoint)
        self._void_events()
        stops = ConsentEvent.action == ConsentAction.REVOKED
        if self._body.stops:
            self._void(ConsentEvent)
            self._give_again()
        else:
            self._void(ConsentEvent, ~stops)
            self.counts["stops_kept"] += len(self._brought(ConsentEvent, stops))
        for old, new in moved.items():
            if new not in left:
                again = bring_back(self._session, self._command, old, self._body.batch)
                undone_sources.point_at(self._session, new, again)

    def _give_again(self) -> None:
        """Permissions that the batch had ended: without them less is allowed, so only on demand."""
        ended = (
            select(ConsentEvent.id)
            .join(Void, Void.target_id == ConsentEvent.id)
            .where(Void.command_id == self._body.batch)
        )
        for consent in list(self._session.scalars(ended)):
            again = bring_consent_back(self._session, self._command, consent)
            undone_sources.point_at(self._session, consent, again)

    def _brought(
        self, table: type[Touchpoint] | type[ConsentEvent], *more: ColumnElement[bool]
    ) -> set[UUID]:
        of_batch = table.command_id == self._body.batch
        if table is Touchpoint:  # found by its people, for whom there is an index
            links = select(TouchpointPerson.touchpoint_id).where(
                TouchpointPerson.command_id == self._body.batch
            )
            of_batch = table.id.in_(links)
        query = select(table.id).where(of_batch, not_void(table.id), *more)
        return set(self._session.scalars(query))

    def _void(
        self, table: type[Touchpoint] | type[ConsentEvent], *more: ColumnElement[bool]
    ) -> set[UUID]:
        """Voids what the batch brought; gives what was left, as its source told it again since."""
        brought = self._brought(table, *more)
        left = self._told_since(brought)
        self.touched.voided |= self._insert_voids(brought - left)
        self.counts["left"] += len(left)
        return left

    def _void_events(self) -> None:
        """What the batch said of touchpoints that were there before it."""
        query = (
            select(TouchpointEvent.id, TouchpointEvent.touchpoint_id)
            .join(Touchpoint, Touchpoint.id == TouchpointEvent.touchpoint_id)
            .where(
                TouchpointEvent.command_id == self._body.batch,
                Touchpoint.command_id.not_in(self.of_import),
                not_void(TouchpointEvent.id),
                not_void(TouchpointEvent.touchpoint_id),
            )
        )
        events = {row.id: row.touchpoint_id for row in self._session.execute(query)}
        left = self._told_since(set(events.values()))
        undone = {event for event, touchpoint in events.items() if touchpoint not in left}
        self._insert_voids(undone)
        self.touched.statuses |= {events[event] for event in undone}
        self.counts["left"] += len(events) - len(undone)

    def _moved(self) -> dict[UUID, UUID]:
        """Touchpoints that the batch put another in the place of: the old one → the new one."""
        voids = select(Void.target_id).where(Void.command_id == self._body.batch)
        gone = set(self._session.scalars(voids))
        if not gone:
            return {}
        query = select(SourceRecord.target_id, SourceRecord.seen).where(
            SourceRecord.target_id.in_(gone | self._brought(Touchpoint)),
            SourceRecord.command_id.in_(self.of_import),
        )
        found = {row.seen.get("before"): row.target_id for row in self._session.execute(query)}
        return {old: found[str(old)] for old in gone if str(old) in found}

    def _told_since(self, targets: Collection[UUID]) -> set[UUID]:
        if not targets:
            return set()
        query = select(SourceRecord.target_id).where(
            SourceRecord.target_id.in_(targets), SourceRecord.command_id.not_in(self.of_import)
        )
        return set(self._session.scalars(query))

    def _insert_voids(self, targets: Iterable[UUID]) -> set[UUID]:
        listed = set(targets)
        insert_rows(
            self._session,
            Void,
            (
                {
                    "id": derived_id(target, "void"),
                    "command_id": self._command.id,
                    "labels": frozenset(),
                    "target_id": target,
                    "reason": REASON,
                    "at": self._command.made_at,
                }
                for target in sorted(listed)
            ),
        )
        self.counts["facts"] += len(listed)
        return listed

    def restore_fields(self) -> None:
        """Fields that still say what the batch made them say, and that nobody corrected since."""
        columns = FieldChange.__table__.c
        query = select(*columns).where(columns.command_id == self._body.batch, ~columns.held)
        changes = self._session.execute(query.order_by(columns.id)).all()
        corrected = self._corrected({change.target_id for change in changes})
        told = self._told_since({change.person_id for change in changes})
        for record in dict.fromkeys(change.record for change in changes):
            of_record = [change for change in changes if change.record == record]
            now = self._locked(record, {change.target_id for change in of_record})
            for change in of_record:
                row = now.get(change.target_id, {})
                as_imported = change.field in row and plain(row[change.field]) == change.new
                by_hand = (change.target_id, change.field) in corrected
                if as_imported and not by_hand and change.person_id not in told:
                    self._restore(change)
                else:
                    self.counts["left"] += 1
        restored, left = undone_places.restore(self._session, self._body.batch, self._told_since)
        self.counts["fields"] += restored
        self.counts["left"] += left

    def _corrected(self, targets: set[UUID]) -> set[tuple[UUID, str]]:
        """Which fields of these rows were corrected here."""
        query = select(FieldChange.target_id, FieldChange.field).where(
            FieldChange.target_id.in_(targets), FieldChange.source == DESK, ~FieldChange.held
        )
        return {(row.target_id, row.field) for row in self._session.execute(query)}

    def _locked(self, record: RecordKind, rows: set[UUID]) -> dict[UUID, Mapping[str, Any]]:
        columns = TABLES[record].c
        query = select(*columns).where(columns.id.in_(rows)).order_by(columns.id).with_for_update()
        return {row.id: dict(row._mapping) for row in self._session.execute(query)}

    def _restore(self, change: Any) -> None:
        table = TABLES[change.record]
        old = typed(table.c[change.field], change.old)
        self._session.execute(
            update(table)
            .where(table.c.id == change.target_id)
            .values({change.field: old, "revision": table.c.revision + 1})
        )
        told = {**change._mapping, "id": derived_id(self._command.id, str(change.id))}
        told |= {"command_id": self._command.id, "old": change.new, "new": change.old}
        told |= {"at": self._command.made_at, "by": self._command.author, "source": UNDO}
        insert_rows(self._session, FieldChange, [told])
        self.touched.people.add(change.person_id)
        self.touched.fields.setdefault(change.target_id, {})[change.field] = change.old
        self.touched.points[change.target_id] = change.person_id
        self.counts["fields"] += 1

    def take_back_records(self) -> None:
        """Contact points, identifiers, relationships, people, places that the batch brought."""
        session, batch = self._session, self._body.batch
        people = undone_people.brought(session, batch)
        kept = undone_people.in_use(session, people, self.of_import)
        for table in (ContactPoint, Identifier, Relationship):
            self._delete(table)
        gone = people - kept
        self.touched.withdrawn |= undone_people.withdraw(session, gone, self._command)
        self.touched.deleted |= gone - self.touched.withdrawn
        self.touched.people -= gone
        self.counts["people"] += len(gone)
        self.counts["left"] += len(kept)
        self.touched.deleted |= undone_places.take_back(session, batch, self._told_since)

    def _delete(self, table: type[ContactPoint] | type[Identifier] | type[Relationship]) -> None:
        """Rows that nobody changed here, of people who do not stay as a whole."""
        query = select(table.id, table.person_id).where(table.brought_by == self._body.batch)
        brought = {row.id: row.person_id for row in self._session.execute(query)}
        if not brought:
            return
        changed = select(FieldChange.target_id).where(
            FieldChange.target_id.in_(brought), FieldChange.source == DESK
        )
        own = undone_people.of_import(self._session, set(brought.values()), self.of_import)
        staying = undone_people.in_use(self._session, own, self.of_import)
        keep = set(self._session.scalars(changed))
        if table is ContactPoint:
            confidential = select(ContactPoint.id).where(
                ContactPoint.id.in_(brought), ContactPoint.confidential
            )
            keep |= set(self._session.scalars(confidential))
        gone = {row for row, person in brought.items() if person not in staying} - keep
        self._session.execute(delete(table).where(table.id.in_(gone)))
        self.touched.deleted |= gone
        self.touched.points |= {row: brought[row] for row in gone}
        self.touched.people |= {brought[row] for row in gone}
        self.counts["left"] += len(keep)

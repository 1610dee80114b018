"""Rows of the demo's history, gathered by table and written in bulk under a few commands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import DeclarativeBase, Session

from console.models.commands import Command, ImportBatch
from console.models.facts import (
    Appointment,
    ConsentEvent,
    Enrollment,
    Hold,
    Inquiry,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
)
from console.models.ids import CommandId, Login, derived_id
from console.models.records import ContactPoint, Identifier, Person, Relationship
from console.models.terms import Part, TouchpointKind
from console.services.apply import apply
from console.services.apply.rows import TOUCHPOINT_COPY, local_day
from console.services.demo.calendar import Calendar

NAMESPACE = UUID("5d3c0e5e-3b77-5f0a-9a64-0d5b8a6f2c11")
IMPORTER = Login("import")
RECORDS: tuple[type[DeclarativeBase], ...] = (Person, ContactPoint, Identifier, Relationship)
TOUCHPOINTS: tuple[type[DeclarativeBase], ...] = (Touchpoint, TouchpointPerson, Appointment)
LATER: tuple[type[DeclarativeBase], ...] = (
    TouchpointEvent,
    ConsentEvent,
    Enrollment,
    Inquiry,
    Hold,
)
"""What refers to touchpoints, which the reps' dispositions bring too."""
EHR, MESSAGES, WEBSITE = "ehr", "messages", "website"
SOURCES = {
    TouchpointKind.EMAIL: MESSAGES,
    TouchpointKind.TEXT: MESSAGES,
    TouchpointKind.LETTER: MESSAGES,
    TouchpointKind.FORM: WEBSITE,
    TouchpointKind.PAMPHLET: WEBSITE,
    TouchpointKind.PAGE: WEBSITE,
    TouchpointKind.SYMPTOM_CHECKER: WEBSITE,
}
"""Which system told of a touchpoint; the EHR where it is not listed."""


def demo_id(people: int, seed: int) -> CommandId:
    """The id of the command that says: this database holds the demo of this size and seed."""
    return CommandId(derived_id(NAMESPACE, "demo", str(people), str(seed)))


class Ledger:
    """Gathers rows with ids of their own, the same for the same seed; writes them all at once.

    Each source has one command; `demo_id` is that of the EHR.
    """

    def __init__(self, calendar: Calendar, demo: CommandId, chance: Random) -> None:
        self._calendar = calendar
        self._chance = chance
        self._rows: dict[type[DeclarativeBase], list[dict[str, Any]]] = defaultdict(list)
        self._commands = {
            EHR: demo,
            MESSAGES: CommandId(derived_id(demo, MESSAGES)),
            WEBSITE: CommandId(derived_id(demo, WEBSITE)),
        }

    def new_id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128), version=4)

    def count(self, table: type[DeclarativeBase]) -> int:
        return len(self._rows[table])

    def record(self, table: type[DeclarativeBase], **columns: Any) -> UUID:
        """A record; every column that may differ between people is named."""
        row_id: UUID = columns.pop("id", None) or self.new_id()
        self._rows[table].append({"id": row_id, **columns})
        return row_id

    def fact(self, table: type[DeclarativeBase], source: str = EHR, **columns: Any) -> UUID:
        """A fact other than a touchpoint or its event."""
        return self.record(table, command_id=self._commands[source], labels=frozenset(), **columns)

    def touchpoint(
        self,
        people: Iterable[UUID],
        kind: TouchpointKind,
        at: datetime,
        *,
        events: Sequence[tuple[str, datetime, str]] = (),
        **columns: Any,
    ) -> UUID:
        """A touchpoint about these people; `events` are (kind, at, detail)."""
        touchpoint = self.new_id()
        command = self._commands[SOURCES.get(kind, EHR)]
        row = {
            **dict.fromkeys(("ref", "title", "summary", "campaign", "by"), ""),
            **dict.fromkeys(("version", "login", "outreach_class")),
            **columns,
            "at": at,
            "kind": kind,
            "command_id": command,
            "labels": frozenset(),
        }
        day = local_day(at, str(self._calendar.zone))
        self._rows[Touchpoint].append({"id": touchpoint, "day": day, **row})
        copied = {name: row[name] for name in TOUCHPOINT_COPY}
        self._rows[TouchpointPerson] += [
            {
                **copied,
                "touchpoint_id": touchpoint,
                "person_id": person,
                "part": Part.ABOUT,
                "command_id": command,
            }
            for person in people
        ]
        for event, happened, detail in events:
            self.event(touchpoint, kind, event, happened, detail)
        return touchpoint

    def event(
        self, touchpoint: UUID, of: TouchpointKind, kind: str, at: datetime, detail: str = ""
    ) -> None:
        """What a system told later of a touchpoint, its own or one that a disposition brought."""
        source = SOURCES.get(of, EHR)
        self.fact(
            TouchpointEvent,
            source,
            touchpoint_id=touchpoint,
            kind=kind,
            at=at,
            ref="",
            detail=detail,
        )

    def begin(self, session: Session) -> None:
        """Writes the sources' commands and the people."""
        for source, command_id in self._commands.items():
            body = ImportBatch(source=f"demo {source}", place="", counts=self._counts())
            now = self._calendar.now
            apply(session, Command(id=command_id, author=IMPORTER, made_at=now, body=body), now)
        self._write(session, RECORDS)

    def write_touchpoints(self, session: Session) -> None:
        self._write(session, TOUCHPOINTS)

    def write_later(self, session: Session) -> None:
        self._write(session, LATER)

    def people(self) -> list[UUID]:
        return [row["id"] for row in self._rows[Person]]

    def _write(self, session: Session, tables: Iterable[type[DeclarativeBase]]) -> None:
        for table in tables:
            if rows := self._rows[table]:
                session.execute(insert(table), rows)

    def _counts(self) -> dict[str, int]:
        return {
            table.__tablename__: len(rows)
            for table, rows in sorted(self._rows.items(), key=lambda entry: entry[0].__tablename__)
        }

"""Invented people and facts for the tests of whatever reads records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from console.models import facts
from console.models.bodies import Codes, Library, OutcomeCode, Rules
from console.models.ids import PersonId, uuid7
from console.models.records import ContactPoint, Identifier, Person
from console.models.terms import Channel, Direction, Label, Part, TouchpointKind
from console.rules import phone
from console.services import search_keys
from console.services.database import Database

NOW = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)


def ago(**distance: float) -> datetime:
    return NOW - timedelta(**distance)


@dataclass
class Records:
    """Writes rows straight into the shared database, the way commands would leave them."""

    database: Database
    command: UUID

    def person(
        self,
        name: str,
        *,
        birth: str | None = None,
        phones: Sequence[str] = (),
        emails: Sequence[str] = (),
        mrn: str | None = None,
        city: str | None = None,
        **columns: Any,
    ) -> PersonId:
        """Adds a person with search keys; `columns` go to the person's row."""
        person = PersonId(uuid7())
        with self.database.transaction() as session:
            session.add(Person(id=person, name=name, birth_date=birth, **columns))
            session.flush()
            for number in phones:
                self.point(session, person, "phone", number)
            for email in emails:
                self.point(session, person, "email", email)
            if city:
                self.point(session, person, "address", "1 Elm St", city=city, state="OH")
            if mrn:
                row = Identifier(id=uuid7(), person_id=person, system="test", kind="mrn", value=mrn)
                session.add(row)
            search_keys.index(session, [person])
        return person

    def point(self, session: Session, person: UUID, system: str, raw: str, **columns: Any) -> UUID:
        number = phone.parse(raw) if system == "phone" else None
        value = number.value if number else "" if system == "phone" else raw.casefold()
        row = ContactPoint(
            id=uuid7(), person_id=person, system=system, raw=raw, value=value, **columns
        )
        session.add(row)
        return row.id

    def touchpoint(
        self,
        people: UUID | Sequence[UUID],
        kind: TouchpointKind,
        at: datetime,
        *,
        channel: Channel | None = None,
        direction: Direction = Direction.OUTBOUND,
        ref: str = "",
        part: Part = Part.ABOUT,
        labels: frozenset[Label] = frozenset(),
        outreach_class: str | None = None,
        events: Sequence[tuple[Any, ...]] = (),
        **columns: Any,
    ) -> UUID:
        """Adds a touchpoint; `events` are (kind, at) or (kind, at, ref)."""
        id_ = uuid7()
        common = {
            "at": at,
            "channel": channel or CHANNELS[kind],
            "direction": direction,
            "kind": kind,
            "ref": ref,
            "labels": labels,
            "outreach_class": outreach_class,
        }
        with self.database.transaction() as session:
            self.fact(session, facts.Touchpoint, id=id_, day=at.date(), **common, **columns)
            for person in [people] if isinstance(people, UUID) else people:
                self.fact(
                    session,
                    facts.TouchpointPerson,
                    touchpoint_id=id_,
                    person_id=person,
                    part=part,
                    **common,
                )
            for event in events:
                self.event(session, id_, *event)
        return id_

    def event(
        self, session: Session, touchpoint: UUID, kind: str, at: datetime, ref: str = ""
    ) -> UUID:
        return self.fact(
            session, facts.TouchpointEvent, touchpoint_id=touchpoint, at=at, kind=kind, ref=ref
        )

    def add(self, table: type[Any], **columns: Any) -> UUID:
        """Adds one fact in a transaction of its own."""
        with self.database.transaction() as session:
            return self.fact(session, table, **columns)

    def fact(self, session: Session, table: type[Any], **columns: Any) -> UUID:
        row = {"command_id": self.command, **columns}
        if table is not facts.TouchpointPerson:
            row.setdefault("id", uuid7())
        session.execute(insert(table), [row])
        return UUID(str(row.get("id", row.get("touchpoint_id"))))


CHANNELS = {
    TouchpointKind.CALL: Channel.CALL,
    TouchpointKind.EMAIL: Channel.EMAIL,
    TouchpointKind.TEXT: Channel.TEXT,
    TouchpointKind.LETTER: Channel.MAIL,
    TouchpointKind.PAMPHLET: Channel.WEB,
    TouchpointKind.FORM: Channel.WEB,
    TouchpointKind.PORTAL_MESSAGE: Channel.PORTAL,
    TouchpointKind.APPOINTMENT: Channel.VISIT,
    TouchpointKind.VISIT: Channel.VISIT,
    TouchpointKind.IMMUNIZATION: Channel.VISIT,
}


LIBRARY = Library(
    playbooks={},
    scripts={},
    contents={},
    codes=Codes(
        groups=("spoke",),
        codes=(
            OutcomeCode(
                code="information_given", label="Information given", group="spoke", tone="ok"
            ),
        ),
    ),
    rules=Rules(organization="Riverside Health", lines=(), outbound_script="default"),
    versions={},
)


def begin(database: Database) -> Records:
    """A journal entry for facts to hang on."""
    command = uuid7()
    with database.transaction() as session:
        row = {
            "id": command,
            "kind": "ImportBatch",
            "author": "importer",
            "made_at": NOW,
            "received_at": NOW,
            "payload": {},
            "sha": "",
        }
        session.execute(insert(facts.Command), [row])
    return Records(database, command)

"""Records: current values with a revision, changed by commands that carry old and new value."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from console.models.corrections import UNRANKED
from console.models.metadata import Shared
from console.models.terms import Label
from console.models.types import Key


class Revised:
    """Columns common to records. `revision` counts changes, so that a stale one is noticed.

    `brought_by` is the command of the import that brought it; none for what was made here.
    """

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    revision: Mapped[int] = mapped_column(default=1, sort_order=1)
    brought_by: Mapped[UUID | None] = mapped_column(index=True, sort_order=2)


class Person(Revised, Shared):
    """Record: anyone we know: patient, prospect, member, caregiver.

    `birth_date` is as precise as known: "1974", "1974-06" or "1974-06-09". `withdrawn_at`: the
    import that brought her was undone; she is found by nothing until one brings her again.
    """

    __tablename__ = "person"

    name: Mapped[str]
    given: Mapped[str] = mapped_column(default="")
    family: Mapped[str] = mapped_column(default="")
    other_names: Mapped[list[str]] = mapped_column(default=list)
    preferred_name: Mapped[str | None]
    birth_date: Mapped[str | None]
    sex: Mapped[str | None]
    language: Mapped[str | None]
    interpreter: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str | None]
    deceased: Mapped[bool] = mapped_column(default=False)
    deceased_at: Mapped[datetime | None]
    prefers: Mapped[str | None]
    no_voicemail: Mapped[bool] = mapped_column(default=False)
    labels: Mapped[frozenset[Label]] = mapped_column(default=frozenset)
    withdrawn_at: Mapped[datetime | None]


class ContactPoint(Revised, Shared):
    """Record: a phone number, email or postal address of a person; several may share one.

    `value` is E.164, a lower-case email or one address line where that can be made of `raw`;
    `raw` is always the text as it came. `confidential`: 45 CFR 164.522(b), use only these.
    `wrong`: it is somebody else's; `no_service`: nobody can be reached by it. `rank`: the least
    first.
    """

    __tablename__ = "contact_point"
    __table_args__ = (Index("ix_contact_point_system_value", "system", "value"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    system: Mapped[str]
    use: Mapped[str | None]
    raw: Mapped[str]
    value: Mapped[str] = mapped_column(Key)
    extension: Mapped[str | None]
    rank: Mapped[int] = mapped_column(default=UNRANKED)
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str | None]
    confidential: Mapped[bool] = mapped_column(default=False)
    wrong: Mapped[bool] = mapped_column(default=False)
    no_service: Mapped[bool] = mapped_column(default=False, server_default=false())
    no_voicemail: Mapped[bool] = mapped_column(default=False, server_default=false())
    retired_at: Mapped[datetime | None]


class Identifier(Revised, Shared):
    """Record: an MRN, member number or other name by which a system knows a person."""

    __tablename__ = "identifier"
    __table_args__ = (UniqueConstraint("person_id", "system", "value"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    system: Mapped[str]
    kind: Mapped[str]
    value: Mapped[str] = mapped_column(Key)


class Relationship(Revised, Shared):
    """Record: how two people belong together, and by what authority one speaks for the other.

    Reads "`person_id` is the `kind` of `other_id`", with authority over that other's record.
    """

    __tablename__ = "relationship"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    authority: Mapped[str | None]
    until: Mapped[date | None]


class Organization(Revised, Shared):
    """Record: a clinic, plan or other organization."""

    __tablename__ = "organization"

    name: Mapped[str]
    kind: Mapped[str | None]
    phone: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]


class Clinician(Revised, Shared):
    """Record: somebody who gives care or refers."""

    __tablename__ = "clinician"

    name: Mapped[str]
    npi: Mapped[str | None]
    phone: Mapped[str | None]
    specialty: Mapped[str | None]


class Team(Shared):
    """Record: whose lists are kept apart."""

    __tablename__ = "team"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class Staff(Shared):
    """Record: who signs in. Facts name the login, which outlives this row.

    `sees` are the labels whose facts this login may see on a server; no label, by default.
    """

    __tablename__ = "staff"

    login: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    team: Mapped[str | None] = mapped_column(ForeignKey("team.key"))
    active: Mapped[bool] = mapped_column(default=True)
    sees: Mapped[frozenset[Label]] = mapped_column(default=frozenset, server_default="")


class SourceRecord(Shared):
    """Record: the last value seen of one record of one source.

    An import applies only what changed at the source since, so corrections stay.
    """

    __tablename__ = "source_record"

    source: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    target_id: Mapped[UUID] = mapped_column(index=True)
    sha: Mapped[str]
    seen: Mapped[dict[str, Any]]
    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"))

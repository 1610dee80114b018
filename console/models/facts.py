"""Facts: inserted once, never updated or deleted; triggers refuse it in both databases."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import FactColumns, Shared
from console.models.terms import Label
from console.models.types import Json, Key


class Command(Shared):
    """Fact: the journal, and the gate of exactly-once: a command is applied when its row goes in.

    `day` is the center's local day of `made_at`.
    """

    __tablename__ = "command"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    author: Mapped[str]
    made_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]
    sha: Mapped[str]


class Touchpoint(FactColumns, Shared):
    """Fact: one call, message, visit, appointment, letter, form or event, recorded once.

    `ref` names the content piece, form, service or vaccine; `at` is when it happened, or, for an
    appointment, when it is to be.
    """

    __tablename__ = "touchpoint"

    at: Mapped[datetime]
    day: Mapped[date]
    channel: Mapped[str]
    direction: Mapped[str]
    kind: Mapped[str]
    ref: Mapped[str] = mapped_column(default="")
    version: Mapped[int | None]
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    campaign: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    login: Mapped[str | None]
    outreach_class: Mapped[str | None]


class TouchpointPerson(Shared):
    """Fact: the part that a person has in a touchpoint; repeats what pages and rules filter by.

    The index covers both the timeline's pages and `PersonFacts`.
    """

    __tablename__ = "touchpoint_person"
    __table_args__ = (
        Index(
            "ix_touchpoint_person_timeline",
            "person_id",
            "at",
            "touchpoint_id",
            "part",
            "kind",
            "ref",
            "channel",
            "direction",
            "outreach_class",
            "labels",
        ),
    )

    touchpoint_id: Mapped[UUID] = mapped_column(ForeignKey("touchpoint.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    part: Mapped[str]
    at: Mapped[datetime]
    channel: Mapped[str]
    direction: Mapped[str]
    kind: Mapped[str]
    ref: Mapped[str] = mapped_column(default="")
    outreach_class: Mapped[str | None]
    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"), index=True)
    labels: Mapped[frozenset[Label]] = mapped_column(default=frozenset)


class TouchpointEvent(FactColumns, Shared):
    """Fact: what happened to a touchpoint later. Late and doubled events do no harm."""

    __tablename__ = "touchpoint_event"
    __table_args__ = (
        Index("ix_touchpoint_event_touchpoint", "touchpoint_id", "at", "kind", "ref", "id"),
        Index("ix_touchpoint_event_command", "command_id"),
    )

    touchpoint_id: Mapped[UUID] = mapped_column(ForeignKey("touchpoint.id"))
    at: Mapped[datetime]
    kind: Mapped[str]
    ref: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")


class Call(FactColumns, Shared):
    """Fact: one conversation or attempt; its id is its touchpoint's. Seconds are whole."""

    __tablename__ = "call"

    direction: Mapped[str]
    phone: Mapped[str | None] = mapped_column(Key, index=True)
    line: Mapped[str | None]
    started_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime]
    hold_seconds: Mapped[int] = mapped_column(default=0)
    wrap_up_seconds: Mapped[int] = mapped_column(default=0)
    speaking_with: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    login: Mapped[str]


class Disposition(FactColumns, Shared):
    """Fact: how a call ended, with what the rep saw: journey, stage and versions in force."""

    __tablename__ = "disposition"
    __table_args__ = (
        Index("ix_disposition_at", "at", "id"),
        Index("ix_disposition_login_at", "login", "at"),
    )

    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id"), index=True)
    at: Mapped[datetime]
    day: Mapped[date] = mapped_column(index=True)
    login: Mapped[str]
    code: Mapped[str]
    reason: Mapped[str | None]
    notes: Mapped[str] = mapped_column(default="")
    journey: Mapped[str | None]
    stage: Mapped[str | None]
    script: Mapped[str | None]
    versions: Mapped[dict[str, Any]]
    amends: Mapped[UUID | None] = mapped_column(ForeignKey("disposition.id"))


class Answer(FactColumns, Shared):
    """Fact: one step of the path through the script: an answer, a statement read or missed."""

    __tablename__ = "answer"

    disposition_id: Mapped[UUID] = mapped_column(ForeignKey("disposition.id"), index=True)
    seq: Mapped[int]
    step: Mapped[str]
    kind: Mapped[str]
    question: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class Verification(FactColumns, Shared):
    """Fact: what was matched about whom on a call; never what was said."""

    __tablename__ = "verification"

    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    state: Mapped[str]
    matched: Mapped[list[str]]
    authority: Mapped[str | None]
    scope: Mapped[str | None]
    until: Mapped[datetime | None]
    at: Mapped[datetime]


class ConsentEvent(FactColumns, Shared):
    """Fact: one entry of the consent ledger.

    `channel` and `purpose` empty mean all. An opt-in lifts only the revocations that it names in
    `lifts`; imported ones name none. `contact` is the number or email that it is about.
    """

    __tablename__ = "consent_event"
    __table_args__ = (Index("ix_consent_event_command", "command_id"),)

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    contact: Mapped[str | None] = mapped_column(Key, index=True)
    channel: Mapped[str | None]
    purpose: Mapped[str | None]
    action: Mapped[str]
    form: Mapped[str]
    scope: Mapped[str | None]
    lifts: Mapped[list[str]] = mapped_column(default=list)
    at: Mapped[datetime]
    by: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class Callback(FactColumns, Shared):
    """Fact: a call promised for a time; `zone` is the person's."""

    __tablename__ = "callback"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    call_id: Mapped[UUID | None]
    phone: Mapped[str | None]
    due_at: Mapped[datetime] = mapped_column(index=True)
    zone: Mapped[str]
    asked_for: Mapped[bool]
    owner: Mapped[str] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")


class Promise(FactColumns, Shared):
    """Fact: what a person was told will be done by a date."""

    __tablename__ = "promise"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    call_id: Mapped[UUID | None]
    what: Mapped[str]
    due_at: Mapped[datetime]
    owner: Mapped[str]


class Appointment(FactColumns, Shared):
    """Fact: place and people of an appointment; its id is its touchpoint's."""

    __tablename__ = "appointment"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(default="")
    with_whom: Mapped[str] = mapped_column(default="")
    service: Mapped[str] = mapped_column(default="")


class Inquiry(FactColumns, Shared):
    """Fact: a question that a person asked, by any way in; open until answered."""

    __tablename__ = "inquiry"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    touchpoint_id: Mapped[UUID | None] = mapped_column(ForeignKey("touchpoint.id"))
    at: Mapped[datetime]
    question: Mapped[str]
    owner: Mapped[str | None]
    due_at: Mapped[datetime | None]


class UnmetNeed(FactColumns, Shared):
    """Fact: something asked for that is not offered."""

    __tablename__ = "unmet_need"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    call_id: Mapped[UUID | None]
    what: Mapped[str]
    at: Mapped[datetime]


class HandOff(FactColumns, Shared):
    """Fact: a case given to another department, with a clock."""

    __tablename__ = "hand_off"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    call_id: Mapped[UUID | None]
    to: Mapped[str]
    what: Mapped[str]
    due_at: Mapped[datetime | None]
    at: Mapped[datetime]


class Complaint(FactColumns, Shared):
    """Fact: what a person complained of."""

    __tablename__ = "complaint"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    call_id: Mapped[UUID | None]
    what: Mapped[str]
    at: Mapped[datetime]


class Hold(FactColumns, Shared):
    """Fact: outreach to a person is stopped for a cause; provisional until confirmed."""

    __tablename__ = "hold"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    cause: Mapped[str]
    provisional: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")


class Enrollment(FactColumns, Shared):
    """Fact: a person joined or left a journey, on a track."""

    __tablename__ = "enrollment"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    journey: Mapped[str]
    track: Mapped[str | None]
    action: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")


class Closure(FactColumns, Shared):
    """Fact: an open fact (callback, promise, inquiry, hold, …) is closed, and how."""

    __tablename__ = "closure"

    target_id: Mapped[UUID] = mapped_column(index=True)
    target_kind: Mapped[str]
    manner: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")


class ReadyState(FactColumns, Shared):
    """Fact: from now on a rep takes calls, or does not, and why; it names no person on record."""

    __tablename__ = "ready_state"
    __table_args__ = (Index("ix_ready_state_login_at", "login", "at"),)

    login: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class FieldChange(FactColumns, Shared):
    """Fact: one field of a person's record was corrected, or was to be.

    Attributes:
        record, target_id: which record (`terms.RecordKind`), and which row of it.
        old, new: what it said and what it says since, as JSON; times and days in ISO 8601.
        held: the field no longer said `old`, but `found`; it was left as it was.
        source: "desk" for whoever works here, else the source of an import.
    """

    __tablename__ = "field_change"
    __table_args__ = (
        Index("ix_field_change_by", "by", "held"),
        Index("ix_field_change_command", "command_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    record: Mapped[str]
    target_id: Mapped[UUID]
    field: Mapped[str]
    old: Mapped[Any] = mapped_column(Json(), nullable=True)
    new: Mapped[Any] = mapped_column(Json(), nullable=True)
    found: Mapped[Any] = mapped_column(Json(), nullable=True)
    held: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    by: Mapped[str]
    source: Mapped[str]
    call_id: Mapped[UUID | None]


class Void(FactColumns, Shared):
    """Fact: another fact no longer counts (an amendment, an import undone); readers skip it.

    `restricts`: it was misfiled and is nobody's to see any more, not even as it once stood.
    """

    __tablename__ = "void"
    __table_args__ = (Index("ix_void_command", "command_id"),)

    target_id: Mapped[UUID] = mapped_column(index=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    restricts: Mapped[bool] = mapped_column(default=False)


class Access(Shared):
    """Fact: somebody opened a person's record, and why.

    On a server this row is the key: without one of its own from the last hours, a login sees
    nothing of the person.
    """

    __tablename__ = "access"
    __table_args__ = (Index("ix_access_login_at", "login", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    login: Mapped[str]
    at: Mapped[datetime]
    reason: Mapped[str]
    call_id: Mapped[UUID | None]


class Lookup(Shared):
    """Fact: somebody looked people up on a server; never what was typed.

    `kinds` are the kinds of key, in order, `found` counts who was shown.
    """

    __tablename__ = "lookup"
    __table_args__ = (Index("ix_lookup_login_at", "login", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    login: Mapped[str]
    at: Mapped[datetime]
    kinds: Mapped[str]
    found: Mapped[int]


class BrokenGlass(Shared):
    """Fact: in an emergency somebody looked past the labels of a person's facts, until a time."""

    __tablename__ = "broken_glass"
    __table_args__ = (Index("ix_broken_glass_login_until", "login", "until"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    login: Mapped[str]
    at: Mapped[datetime]
    until: Mapped[datetime]
    reason: Mapped[str]

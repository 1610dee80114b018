"""Derived tables: can be dropped at any time, and `database rebuild` makes them again."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Shared
from console.models.types import Key


class SearchKey(Shared):
    """Derived: one folded thing by which a person is found.

    `kind` is phone (digits reversed, so that the last digits are a prefix), name (one folded word),
    birth (ISO, as precise as known), mrn or email.
    """

    __tablename__ = "search_key"
    __table_args__ = (Index("ix_search_key_kind_key", "kind", "key", "person_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Key, primary_key=True)


class Contract(Shared):
    """Derived: an older revision whose programs this schema still serves; each upgrade says so.

    A migration that would break them leaves them out: then they hold what they log until updated.
    """

    __tablename__ = "contract"

    revision: Mapped[str] = mapped_column(primary_key=True)


class JourneyState(Shared):
    """Derived: where a person stands in a journey, and when that may change by itself."""

    __tablename__ = "journey_state"
    __table_args__ = (Index("ix_journey_state_journey_stage", "journey", "stage"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    journey: Mapped[str] = mapped_column(primary_key=True)
    playbook_version: Mapped[int]
    stage: Mapped[str]
    since: Mapped[datetime]
    because: Mapped[list[str]]
    next_change_at: Mapped[datetime | None] = mapped_column(index=True)
    computed_at: Mapped[datetime]


class WorkerJob(Shared):
    """Derived: how far a job of the worker came; `as_of` is when its last whole run began."""

    __tablename__ = "worker_job"

    name: Mapped[str] = mapped_column(primary_key=True)
    as_of: Mapped[datetime | None]
    ran_at: Mapped[datetime]
    done: Mapped[int]
    error: Mapped[str | None]

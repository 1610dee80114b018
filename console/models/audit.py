"""The audit: what was done beside the opening of one record, and the seals that chain it all."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Shared


class AuditEvent(Shared):
    """Fact: somebody searched, exported, signed in, … : done with several people or with nobody.

    `what` says by which kinds of key or of what, never what was typed; `count` how many came out.
    """

    __tablename__ = "audit_event"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    login: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    what: Mapped[str] = mapped_column(default="")
    count: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")


class AuditSeal(Shared):
    """Fact: one link of the chain: the rows of one table from position `first` to before `after`.

    A position is a transaction number on PostgreSQL and a rowid on SQLite. The ranges of one table
    follow each other without a gap; `hash` covers the rows, the range and `prev`, the link before.
    """

    __tablename__ = "audit_seal"
    __table_args__ = (Index("ix_audit_seal_sealed", "sealed", "after"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[str]
    first: Mapped[int] = mapped_column(BigInteger)
    after: Mapped[int] = mapped_column(BigInteger)
    count: Mapped[int]
    prev: Mapped[str]
    hash: Mapped[str]
    sealed_at: Mapped[datetime]

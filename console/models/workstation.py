"""The workstation store: what this desk must never lose (outbox, drafts) and what it remembers.

Columns named in `SEALED` hold personal data and are sealed (`services.vault`); ids, times and
states lie in clear.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Workstation


class OutboxEntry(Workstation):
    """A command on its way to the shared database. States: `terms.EntryState`.

    `draft` is kept while the entry may be withdrawn, so that undo gives the call back.
    `acked_epoch` is the state of the server that took it (`server.Epoch`); `acked_at` stays when
    the entry is sent again because a later state lacks it.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "state", "lane", "seq"),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    lane: Mapped[int]
    author: Mapped[str]
    made_at: Mapped[datetime]
    payload: Mapped[bytes]
    sha: Mapped[str]
    draft: Mapped[bytes | None]
    not_before: Mapped[datetime]
    state: Mapped[str]
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    error: Mapped[str | None]
    acked_at: Mapped[datetime | None]
    acked_epoch: Mapped[str | None]


class DraftEntry(Workstation):
    """A call in progress, or one that waits to be finished; `payload` is a `models.draft.Draft`."""

    __tablename__ = "draft"

    call_id: Mapped[UUID] = mapped_column(primary_key=True)
    login: Mapped[str]
    payload: Mapped[bytes]
    updated_at: Mapped[datetime]


class Remembered(Workstation):
    """Small things that the desk remembers: who was picked, theme, window."""

    __tablename__ = "remembered"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class StoreKey(Workstation):
    """How a key proves to be this store's ("check"), and the key for the organization ("recovery").

    The key itself is in the keyring; `recovery` is it, sealed for the organization's recovery key.
    """

    __tablename__ = "store_key"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]


SEALED = {"outbox": ("id", ("payload", "draft")), "draft": ("call_id", ("payload",))}
"""By table: the column that names a row, and those that are sealed."""


def place(table: str, column: str, row: UUID) -> str:
    """Where a sealed value belongs; it opens nowhere else."""
    return f"{table}.{column}:{row.hex}"

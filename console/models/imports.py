"""Imports as records of their own: who brought what in, batch by batch, and how it ended."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Shared


class ImportRun(Shared):
    """Fact: an import began. Its id is its command's.

    `files` are names without folders; `mark` is one for the same files read in the same way.
    """

    __tablename__ = "import_run"

    id: Mapped[UUID] = mapped_column(ForeignKey("command.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    by: Mapped[str]
    format: Mapped[str]
    files: Mapped[list[str]]
    size: Mapped[int] = mapped_column(BigInteger)
    mark: Mapped[str] = mapped_column(index=True)


class ImportPart(Shared):
    """Fact: one batch of an import, or the undoing of one; `undoes` names the batch's command.

    `counts`: of a batch, rows brought by table; of an undoing, by what became of them.
    """

    __tablename__ = "import_part"

    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"), primary_key=True)
    import_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"), index=True)
    seq: Mapped[int]
    undoes: Mapped[UUID | None]
    counts: Mapped[dict[str, Any]]


class ImportEnd(Shared):
    """Fact: an import came to an end, or a pause, or was undone; the latest counts.

    `counts` are those of the report, with `reasons` of rejections by how often.
    """

    __tablename__ = "import_end"

    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"), primary_key=True)
    import_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"), index=True)
    seq: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    state: Mapped[str]
    counts: Mapped[dict[str, Any]]

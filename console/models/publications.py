"""Publications: versions of playbooks, scripts, content, codes and rules; never edited."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Shared


class Publication(Shared):
    """Fact: one version of one publication. Publishing and rolling back append a row.

    (Of the kind "publication" in the architecture; guarded like any fact.)
    """

    __tablename__ = "publication"

    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]]
    sha: Mapped[str]
    author: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    published_at: Mapped[datetime]
    effective_at: Mapped[datetime]
    command_id: Mapped[UUID] = mapped_column(ForeignKey("command.id"))

"""Claims: who works on what right now."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from console.models.metadata import Shared


class Claim(Shared):
    """Record: one item is given to one rep until its lease ends; no fact, and no command brings it.

    It tells only what goes on now, so it may be lost without loss: everybody claims again. The
    `revision` grows each time the item is taken or given back, and is the token of whoever took it:
    an older one neither prolongs nor ends a newer claim. `until` is by the server's clock. What was
    closed needs no claim any more; nothing is done to end it.
    """

    __tablename__ = "claim"

    target_id: Mapped[UUID] = mapped_column(primary_key=True)
    target_kind: Mapped[str]
    holder: Mapped[str]
    revision: Mapped[int]
    since: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(index=True)

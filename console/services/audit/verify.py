"""Verifying the chain: what was forged, changed or deleted behind the program's back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.models.audit import AuditSeal
from console.models.facts import Command
from console.services import codec
from console.services.audit import chain
from console.services.database import Database

SEALS_AT_ONCE = 20
MOST_TOLD = 50
CUT = "The head that was kept elsewhere is not in the chain: it was cut or made anew."


@dataclass(frozen=True, slots=True)
class Head:
    """The last seal; kept off the server, it shows later that nothing before it was made anew."""

    number: int
    hash: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Verified:
    """What stands in the chain; `problems` are sentences."""

    seals: int
    rows: int
    head: Head | None
    problems: tuple[str, ...] = ()


def verify(database: Database, kept: str | None = None) -> Verified:
    """Computes every seal anew. `kept` is a head kept elsewhere, as NUMBER:HASH.

    Reads in short transactions: a long one would hold the sealer up.
    """
    problems: list[str] = []
    seals, rows, head = 0, 0, None
    before: Any = None
    ends: dict[str, int] = {}
    erased = _erased(database)
    for session, seal in _each(database):
        problems += _misplaced(seal, before, ends.get(seal.sealed, 0))
        if seal.sealed in chain.SEALED:
            problems += _wrong(session, seal, erased)
        before, head = seal, Head(seal.number, seal.hash, seal.sealed_at)
        ends[seal.sealed] = seal.after
        seals, rows = seals + 1, rows + seal.count
    if kept is not None and not _stands(database, kept):
        problems.append(CUT)
    return Verified(seals, rows, head, tuple(problems[:MOST_TOLD]))


def _each(database: Database) -> Iterator[tuple[Session, Any]]:
    """Every seal in order, with a transaction to read its rows in."""
    last = 0
    while True:
        page = select(AuditSeal.__table__).where(AuditSeal.number > last)
        with database.transaction(writes=False) as session:
            found = session.execute(page.order_by(AuditSeal.number).limit(SEALS_AT_ONCE)).all()
            for seal in found:
                yield session, seal
        if not found:
            return
        last = found[-1].number


def _misplaced(seal: Any, before: Any, end: int) -> list[str]:
    """Whether the seal follows the one before it."""
    number, prev = (before.number, before.hash) if before else (0, chain.BEGINNING)
    if seal.number != number + 1:
        return [f"The chain is broken: seals between {number} and {seal.number} are missing."]
    if seal.prev != prev or seal.first != end:
        return [f"The chain is broken: the seal {seal.number} does not follow the one before it."]
    return []


def _wrong(session: Session, seal: Any, erased: frozenset[UUID]) -> list[str]:
    """What is wrong with the rows under a seal."""
    is_journal = seal.sealed == Command.__tablename__
    more = (Command.payload,) if is_journal else ()
    rows = chain.read(session, seal.sealed, seal.first, seal.after, *more)
    when = f"{seal.sealed_at:%Y-%m-%d %H:%M} UTC"
    place = f"of the table {seal.sealed} under the seal {seal.number} ({when})"
    if len(rows) < seal.count:
        return [f"{seal.count - len(rows)} of {seal.count} rows {place} were deleted."]
    if len(rows) > seal.count:
        return [f"{len(rows) - seal.count} rows {place} were added after it."]
    made = chain.link(seal.number, seal.sealed, seal.first, seal.after, rows, seal.prev)
    if made != seal.hash:
        return [f"Rows {place} were changed, or the seal was."]
    changed = sum(not _is_whole(row, erased) for row in rows) if is_journal else 0
    return [f"{changed} payloads {place} were changed."] if changed else []


def _is_whole(row: Any, erased: frozenset[UUID]) -> bool:
    """Whether a payload is the one that was hashed, or was erased by a recorded act."""
    if row.payload == chain.ERASED:
        return row.id in erased
    return bool(codec.sha(codec.canonical(row.payload)) == row.sha)


def _erased(database: Database) -> frozenset[UUID]:
    """The commands whose payloads erasures name."""
    query = select(Command.payload).where(Command.kind == "ErasePerson")
    with database.transaction(writes=False) as session:
        payloads = session.scalars(query).all()
    return frozenset(
        UUID(command)
        for payload in payloads
        for command in payload.get("blanked", {}).get(Command.__tablename__, ())
    )


def _stands(database: Database, kept: str) -> bool:
    number, _, given = kept.partition(":")
    if not number.isdecimal():
        return False
    query = select(AuditSeal.hash).where(AuditSeal.number == int(number))
    with database.transaction(writes=False) as session:
        return session.execute(query).scalar() == given.strip()

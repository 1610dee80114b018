"""The chain of seals over the audited tables, made below what can still change.

A row is hashed as canonical JSON made here, so that both databases give the same. The journal's
payloads stand in it by their own hash, which outlives an erasure. Rows are not chained one by one
when they are written: a single slow transaction would then hold everybody's up.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, literal_column, select, text
from sqlalchemy.orm import Session

from console.errors import Refused
from console.models.audit import AuditEvent, AuditSeal
from console.models.facts import Access, BrokenGlass, Command, Lookup
from console.services import codec

AT_ONCE = 10_000
LOCK = 0x656E6761676A
BEGINNING = ""
"""What the first seal has for the one before."""

ERASED = {"erased": True}
"""What stands in the journal for a payload that an erasure took out."""

# When a table gets a column, it stays out of here: seals made before would not verify any more.
SEALED: dict[str, tuple[Any, ...]] = {
    "access": (
        Access.id, Access.person_id, Access.login, Access.at, Access.reason, Access.call_id,
    ),
    "audit_event": (
        AuditEvent.id, AuditEvent.kind, AuditEvent.login, AuditEvent.at, AuditEvent.what,
        AuditEvent.count, AuditEvent.reason,
    ),
    "broken_glass": (
        BrokenGlass.id, BrokenGlass.person_id, BrokenGlass.login, BrokenGlass.at,
        BrokenGlass.until, BrokenGlass.reason,
    ),
    "lookup": (Lookup.id, Lookup.login, Lookup.at, Lookup.kinds, Lookup.found),
    "command": (
        Command.id, Command.kind, Command.author, Command.made_at, Command.received_at,
        Command.sha,
    ),
}  # fmt: skip

OTHER_CLUSTER = (
    "This server counts transactions from lower numbers than the one that sealed the audit, so "
    "nothing can be sealed. Stop it and raise the count with pg_resetwal -e (see docs/audit.md)."
)


def seal_next(session: Session, table: str, now: datetime) -> int:
    """Seals what is next of one table, about `AT_ONCE` rows; says how many, 0 when all is sealed.

    Raises Refused as `_end` does.
    """
    if session.get_bind().dialect.name == "postgresql":  # two would take the same number
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    first = _sealed_up_to(session, table)
    end = _end(session, table, first)
    rows = _whole_transactions(session, table, first, end)
    if not rows:
        return 0
    before = session.execute(
        select(AuditSeal.number, AuditSeal.hash).order_by(AuditSeal.number.desc()).limit(1)
    ).first()
    number, prev = (before.number + 1, before.hash) if before else (1, BEGINNING)
    after = rows[-1].position + 1
    seal = {
        "number": number,
        "sealed": table,
        "first": first,
        "after": after,
        "count": len(rows),
        "prev": prev,
        "hash": link(number, table, first, after, rows, prev),
        "sealed_at": now,
    }
    session.execute(insert(AuditSeal), [seal])
    return len(rows)


def link(number: int, table: str, first: int, after: int, rows: Sequence[Any], prev: str) -> str:
    """The hash of one seal: over the rows in their order, their range and the seal before."""
    columns = len(SEALED[table])
    content = [[_plain(value) for value in row[:columns]] for row in rows]
    digest = codec.sha(codec.canonical(content))
    return codec.sha(codec.canonical([number, table, first, after, len(rows), prev, digest]))


def read(
    session: Session, table: str, first: int, after: int, *more: Any, limit: int | None = None
) -> Sequence[Any]:
    """Rows of a range in their order: what is hashed, `more`, and `position`."""
    columns = SEALED[table]
    if session.get_bind().dialect.name == "postgresql":
        place, given = f"{table}.xid", "CAST(CAST({} AS text) AS xid8)"
        position: Any = literal_column(f"CAST(CAST({place} AS text) AS bigint)")
    else:
        place, given = f"{table}.rowid", "{}"
        position = literal_column(place)
    within = f"{place} >= {given.format(':first')} AND {place} < {given.format(':after')}"
    statement = (
        select(*columns, *more, position.label("position"))
        .where(text(within))
        .order_by(text(place), columns[0])
        .limit(limit)
    )
    return session.connection().execute(statement, {"first": first, "after": after}).all()


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _sealed_up_to(session: Session, table: str) -> int:
    last = select(AuditSeal.after).where(AuditSeal.sealed == table)
    return session.execute(last.order_by(AuditSeal.after.desc()).limit(1)).scalar() or 0


def _end(session: Session, table: str, first: int) -> int:
    """The position before which no row can come any more.

    Raises Refused on a server that was restored as text and counts its transactions anew.
    """
    if session.get_bind().dialect.name == "postgresql":
        oldest = "SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)"
        end = int(session.execute(text(oldest)).scalar_one())
        if end < first:
            raise Refused(OTHER_CLUSTER)
        return end
    newest: Any = select(func.max(literal_column("rowid"))).select_from(SEALED[table][0].table)
    return (session.execute(newest).scalar() or 0) + 1


def _whole_transactions(session: Session, table: str, first: int, end: int) -> Sequence[Any]:
    """The next rows; a transaction's are never parted, since they share a position."""
    rows = read(session, table, first, end, limit=AT_ONCE)
    if len(rows) < AT_ONCE:
        return rows
    last = rows[-1].position
    whole = [row for row in rows if row.position < last]
    return whole or read(session, table, last, last + 1)

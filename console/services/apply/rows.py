"""Writing rows: plain inserts, and inserts that count once, the same on both databases."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

from console.models.commands import Command
from console.models.facts import Touchpoint, TouchpointEvent, TouchpointPerson
from console.models.ids import derived_id
from console.models.terms import Part

TOUCHPOINT_COPY = ("at", "channel", "direction", "kind", "ref", "outreach_class", "labels")


def insert_rows(
    session: Session, table: type[DeclarativeBase], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Inserts all rows; each names every column that has no default."""
    listed = [dict(row) for row in rows]
    if listed:
        session.execute(insert(table), listed)


def insert_once(session: Session, table: type[DeclarativeBase], row: Mapping[str, Any]) -> bool:
    """Inserts a row unless its primary key is there; says whether it did."""
    dialect = session.get_bind().dialect.name
    maker: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    keys = list(table.__table__.primary_key)
    statement = maker(table).values(dict(row)).on_conflict_do_nothing(index_elements=keys)
    # RETURNING, because a count of inserted rows is not given by every driver.
    return session.execute(statement.returning(*keys)).first() is not None


def local_day(at: datetime, zone: str) -> date:
    """The center's local day of an instant."""
    return at.astimezone(ZoneInfo(zone)).date()


def insert_touchpoint(
    session: Session,
    command: Command,
    row: Mapping[str, Any],
    people: Sequence[tuple[Any, Part]],
    *,
    zone: str,
    events: Sequence[tuple[str, datetime, str]] = (),
) -> None:
    """One touchpoint with whose it is and its first events: (kind, at, ref)."""
    common = {"command_id": command.id, "labels": row.get("labels", frozenset())}
    full = {"ref": "", "outreach_class": None, **row, **common}
    insert_rows(session, Touchpoint, [{**full, "day": local_day(row["at"], zone)}])
    copied = {name: full[name] for name in TOUCHPOINT_COPY}
    insert_rows(
        session,
        TouchpointPerson,
        (
            {
                **copied,
                "touchpoint_id": row["id"],
                "person_id": person,
                "part": part,
                "command_id": command.id,
            }
            for person, part in people
        ),
    )
    insert_rows(
        session,
        TouchpointEvent,
        (
            {
                **common,
                "id": derived_id(row["id"], kind, ref, str(command.id)),
                "touchpoint_id": row["id"],
                "kind": kind,
                "at": at,
                "ref": ref,
            }
            for kind, at, ref in events
        ),
    )

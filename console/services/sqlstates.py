"""What a database's error says about an entry: one table from SQLSTATE to its meaning.

When you add one: a line in `MEANINGS`, the longer code before its class.
"""

import re
import sqlite3
from enum import Enum
from typing import Any

from psycopg import InterfaceError, OperationalError

from console.models.metadata import Shared


class Meaning(Enum):
    """What to do with the entry that met the error.

    PASSING: the line, the server or a lock is at fault, or nobody knows; send it again.
    SCHEMA: the database is of another release; no entry is at fault, the whole queue waits.
    RIGHT: the login lacks a right on a whole table; somebody has to give it.
    ROW: the rights refuse this row.
    DATA: this entry can't be stored as it is.
    """

    PASSING = "passing"
    SCHEMA = "schema"
    RIGHT = "right"
    ROW = "row"
    DATA = "data"


MEANINGS: tuple[tuple[str, Meaning], ...] = (
    ("08", Meaning.PASSING),  # connection
    ("25006", Meaning.PASSING),  # read-only: a standby
    ("25P03", Meaning.PASSING),  # idle in a transaction
    ("40001", Meaning.PASSING),  # serialization
    ("40P01", Meaning.PASSING),  # deadlock
    ("53", Meaning.PASSING),  # resources: connections, disk, memory
    ("55P03", Meaning.PASSING),  # lock
    ("57", Meaning.PASSING),  # operator: shutdown, cancelled
    ("58", Meaning.PASSING),  # system
    ("42501", Meaning.RIGHT),
    ("42", Meaning.SCHEMA),  # our statements are right for our schema, so it is another one
    ("0A", Meaning.SCHEMA),
    ("3F", Meaning.SCHEMA),
)
NOT_NULL = "23502"
WITHOUT_STATE = Meaning.PASSING
"""A connect that failed carries no state, nor does a line that was cut."""


def meaning(error: BaseException) -> Meaning:
    """What a driver's error means. Errors of no driver are about the data."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    state = getattr(error, "sqlstate", None)
    if state is None:
        passing = isinstance(error, OperationalError | InterfaceError)
        return WITHOUT_STATE if passing else Meaning.DATA
    if state == NOT_NULL:
        names = error.diag  # type: ignore[attr-defined]
        return _of_a_missing_value(names.table_name, names.column_name)
    found = next((what for code, what in MEANINGS if state.startswith(code)), Meaning.DATA)
    return _whose_right(error) if found is Meaning.RIGHT else found


def _whose_right(error: Any) -> Meaning:
    """A missing GRANT comes from one place in the server; policies and triggers from others.

    The place is asked because the words are translated by the server.
    """
    place = error.diag.source_function or ""
    return Meaning.RIGHT if place.startswith("aclcheck") else Meaning.ROW


def _of_a_missing_value(table: str | None, column: str | None) -> Meaning:
    """A column that must be filled and that this release has never heard of: no entry's fault."""
    known = Shared.metadata.tables.get(table or "")
    if known is None or column is None or column in known.columns:
        return Meaning.DATA
    return Meaning.SCHEMA


def _of_sqlite(error: sqlite3.Error) -> Meaning:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_ERROR" and ("no such" in str(error) or "has no column" in str(error)):
        return Meaning.SCHEMA
    missing = re.search(r"NOT NULL constraint failed: (\w+)\.(\w+)", str(error))
    return _of_a_missing_value(*missing.groups()) if missing else Meaning.DATA

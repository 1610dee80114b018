"""What a driver's error means for the person at the screen, said once for all databases."""

import sqlite3

from sqlalchemy.exc import DBAPIError

from console.errors import BadInput, ConsoleError, EnvironmentFault, Refused, SchemaMismatch
from console.services.connect_faults import passing
from console.services.sqlstates import Meaning, meaning


class Damaged(EnvironmentFault):
    """A database file that cannot be read; what waits to be sent goes on waiting."""

    title = "This cannot be read"


class RowRefused(Refused):
    """The rights allow such rows, and refuse this one."""


class DiskFull(EnvironmentFault):
    """No room, or a failing disk: the transaction was not made."""


def translate(error: DBAPIError) -> ConsoleError | None:
    """What a driver's error means for the person at the screen; None when it is about the data."""
    original = error.orig
    found = meaning(original) if original is not None else Meaning.PASSING
    if found is Meaning.SCHEMA:
        return SchemaMismatch("The database is not of this release. Update the console.")
    if isinstance(original, sqlite3.Error):
        return _translate_sqlite(original)
    state = getattr(original, "sqlstate", None)
    if error.connection_invalidated or found is Meaning.PASSING:
        return passing(state)
    if state is None and error.statement is None:
        return BadInput("The database address has an option or value that is not known.")
    if found is Meaning.RIGHT:
        return Refused("Your login does not have the right to do that. Ask your administrator.")
    if found is Meaning.ROW:
        return RowRefused("Your login does not have the right to this record. Ask a supervisor.")
    return None


def _translate_sqlite(original: sqlite3.Error) -> ConsoleError | None:
    name = getattr(original, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return DiskFull("The disk is full or failing. Nothing was changed; free some space.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return EnvironmentFault(
            "The database file cannot be opened for writing. Check the folder's rights, or choose "
            "another with --profile."
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return EnvironmentFault("Another program holds the database file. Close it and try again.")
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return Damaged("The database file is damaged or no database. Restore it from a copy.")
    return None

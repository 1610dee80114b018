"""Revisions of both stores: which is there, which is expected, how to get from one to the other."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, delete, insert, inspect, select, text

from console.errors import EnvironmentFault, SchemaMismatch
from console.models import (
    audit,
    claims,
    derived,
    facts,
    imports,
    publications,
    records,
    workstation,
)
from console.models.metadata import Shared, Workstation, fact_tables
from console.resources import migration_scripts
from console.services import guards

if TYPE_CHECKING:
    from alembic.config import Config

SERVES: tuple[str, ...] = ("0005_audit", "0006_corrections", "0007_imports")
"""Older shared revisions whose programs can work with this one. When you add a revision: name the
one before, unless a statement of that release would fail; columns are added with a default, and
renamed or dropped one release after the last program that uses them. 0001 never asked."""

METADATA = {"shared": Shared.metadata, "workstation": Workstation.metadata}
# Imported, so that all are known.
MODELS = (audit, claims, derived, facts, imports, publications, records, workstation)


_REVISION = re.compile(r'^revision = "(\w+)"', re.MULTILINE)


def expected(store: str) -> str:
    """The revision that this program was made for."""
    return _revisions(store)[-1]


@cache
def _revisions(store: str) -> tuple[str, ...]:
    """All that this program knows, the oldest first, as the names of their files have it.

    Alembic imports each of them, so it is asked only when a schema is changed.
    """
    files = sorted(migration_scripts(store, "versions").glob("*.py"))
    found = tuple(_REVISION.findall(file.read_text(encoding="utf-8"))[0] for file in files)
    assert found, f"no migrations for {store}"  # noqa: S101 - a broken installation
    return found


def revision(connection: Connection) -> str | None:
    """The revision found; None for a database without our schema."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def check(connection: Connection, store: str) -> None:
    """Raises SchemaMismatch unless the revision found is the expected one or serves ours."""
    found = revision(connection)
    if found != expected(store) and not _serves(connection, found, store):
        raise SchemaMismatch(mismatch(found, store))


def _serves(connection: Connection, found: str | None, store: str) -> bool:
    """Whether a newer database says that programs of this release may go on."""
    if store != "shared" or found is None or found in _revisions(store):
        return False
    if not inspect(connection).has_table(derived.Contract.__tablename__):
        return False
    here = select(derived.Contract).where(derived.Contract.revision == expected(store))
    return connection.execute(here).first() is not None


def mismatch(found: str | None, store: str) -> str:
    """One sentence: what is so and what to do."""
    if found is None:
        return "This database holds no schema yet. Make it with: engagement-console database create"
    if found in _revisions(store):
        return (
            "The database is older than this program. An administrator brings it up to date with: "
            "engagement-console database upgrade"
        )
    return "The database is newer than this program. Update the console on this computer."


def upgrade(engine: Engine, store: str, *, mend: bool = False) -> None:
    """Brings a store to this program's revision, guards included; does nothing when it is there.

    With `mend` the guards are put in place anew even then. Raises SchemaMismatch when the store is
    newer than the program.
    """
    with engine.connect() as connection:
        found = revision(connection)
    if found == expected(store):
        if mend and store == "shared":
            with _changing(engine) as connection:
                guard(connection)
        return
    if found is not None and found not in _revisions(store):
        raise SchemaMismatch(mismatch(found, store))
    if found is not None and engine.dialect.name == "sqlite":
        _copy_beside(Path(str(engine.url.database)), found)
    from alembic import command  # most starts find the schema as it should be

    config = _config(store)
    with _changing(engine) as connection:
        config.attributes["connection"] = connection
        config.attributes["metadata"] = METADATA[store]
        command.upgrade(config, "head")
        if store == "shared":
            guard(connection)
            _sign(connection)


def _config(store: str) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migration_scripts(store)).replace("%", "%%"))
    return config


@contextmanager
def _changing(engine: Engine) -> Iterator[Connection]:
    """One transaction that may change the schema; a second program waits and finds it done.

    SQLite changes a table by making it anew, so its keys are checked at the end, not on the way.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(4061)"))
                yield connection
            return
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                if connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise SchemaMismatch("The upgrade would lose records. Nothing was changed.")
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _sign(connection: Connection) -> None:
    """Says which older programs may go on."""
    connection.execute(delete(derived.Contract))
    if SERVES:
        connection.execute(insert(derived.Contract), [{"revision": older} for older in SERVES])


def _copy_beside(file: Path, found: str) -> None:
    """By SQLite's own backup, since part of the content may still lie in the write-ahead log."""
    copy = file.with_name(f"{file.stem}.before-{found}{file.suffix}")
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(file)) as source,
            closing(sqlite3.connect(unfinished)) as target,
        ):
            source.backup(target)
        shutil.copymode(file, unfinished)
        unfinished.replace(copy)
    except (OSError, sqlite3.Error):
        raise EnvironmentFault(
            "The database could not be copied before its upgrade, so it was left as it is. "
            "Free some space and start again."
        ) from None


def guard(connection: Connection) -> None:
    """Puts in place what autogenerate cannot see: append-only triggers, live cursor, rights."""
    if connection.dialect.name == "postgresql":
        for script in sorted(migration_scripts("shared", "security").glob("*.sql")):
            connection.exec_driver_sql(script.read_text(encoding="utf-8").replace("%", "%%"))
        guards.put(connection)
        return
    for table in fact_tables():
        for action in ("UPDATE", "DELETE"):
            connection.execute(
                text(
                    f'CREATE TRIGGER IF NOT EXISTS "{table}_no_{action.lower()}" '
                    f'BEFORE {action} ON "{table}" BEGIN '
                    f"SELECT RAISE(ABORT, 'facts are appended, never changed'); END"
                )
            )

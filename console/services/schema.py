"""Revisions of both stores: which is there, which is expected, how to get from one to the other."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from console.errors import EnvironmentFault, SchemaMismatch
from console.models import audit, derived, facts, publications, records, workstation
from console.models.metadata import Shared, Workstation, fact_tables
from console.resources import migration_scripts

METADATA = {"shared": Shared.metadata, "workstation": Workstation.metadata}
MODELS = (
    audit,
    derived,
    facts,
    publications,
    records,
    workstation,
)  # imported, so that all are known


def _config(store: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migration_scripts(store)).replace("%", "%%"))
    return config


@cache
def expected(store: str) -> str:
    """The revision that this program was made for."""
    head = ScriptDirectory.from_config(_config(store)).get_current_head()
    assert head is not None, f"no migrations for {store}"  # noqa: S101 - a broken installation
    return head


def revision(connection: Connection) -> str | None:
    """The revision found; None for a database without our schema."""
    return MigrationContext.configure(connection).get_current_revision()


def check(connection: Connection, store: str) -> None:
    """Raises SchemaMismatch unless the revision found is the one expected."""
    found = revision(connection)
    if found != expected(store):
        raise SchemaMismatch(mismatch(found, store))


def mismatch(found: str | None, store: str) -> str:
    """One sentence: what is so and what to do."""
    if found is None:
        return "This database holds no schema yet. Make it with: engagement-console database create"
    known = {
        script.revision for script in ScriptDirectory.from_config(_config(store)).walk_revisions()
    }
    if found in known:
        return (
            "The database is older than this program. An administrator brings it up to date with: "
            "engagement-console database upgrade"
        )
    return "The database is newer than this program. Update the console on this computer."


def upgrade(engine: Engine, store: str) -> None:
    """Brings a store to this program's revision, guards included; does nothing when it is there.

    Raises SchemaMismatch when the store is newer than the program.
    """
    with engine.connect() as connection:
        found = revision(connection)
    if found == expected(store):
        return
    if found is not None and found not in _revisions(store):
        raise SchemaMismatch(mismatch(found, store))
    if found is not None and engine.dialect.name == "sqlite":
        _copy_beside(Path(str(engine.url.database)), found)
    config = _config(store)
    with _changing(engine) as connection:
        config.attributes["connection"] = connection
        config.attributes["metadata"] = METADATA[store]
        command.upgrade(config, "head")
        if store == "shared":
            guard(connection)


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


def _revisions(store: str) -> set[str]:
    return {
        script.revision for script in ScriptDirectory.from_config(_config(store)).walk_revisions()
    }


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
    """Puts in place what autogenerate cannot see: append-only triggers, the live cursor."""
    if connection.dialect.name == "postgresql":
        for script in sorted(migration_scripts("shared", "security").glob("*.sql")):
            connection.exec_driver_sql(script.read_text(encoding="utf-8").replace("%", "%%"))
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

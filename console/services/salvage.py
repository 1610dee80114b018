"""A workstation file that cannot be read is kept aside, and what can be read of it goes on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from console.errors import EnvironmentFault, NotFound
from console.models.metadata import Workstation
from console.models.terms import EntryState
from console.models.workstation import SEALED, place
from console.services import recovery
from console.services.desk_key import KeyLost
from console.services.desk_store import DeskStore, open_workstation
from console.services.driver_faults import Damaged, translate
from console.services.vault import Unreadable, Vault

COPIED = ("outbox", "draft", "remembered")
MOST_ROWS = 100_000
"""Where a damaged table no longer says how many rows it has, this many are looked for."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that can be worked in; `told` says what was done to get there, or nothing."""

    store: DeskStore
    told: str = ""


@dataclass(slots=True)
class Salvaged:
    """How many rows were taken over, and how many are known to be lost."""

    entries: int = 0
    drafts: int = 0
    lost: int = 0


def open_store(
    file: Path, clock: Callable[[], datetime], recovery_key: str | None = None
) -> Opened:
    """The store in `file`; a damaged one is renamed, and its readable rows copied into a new one.

    Only for whoever holds the profile. A store whose key is lost is renamed, too: nothing of it can
    be read here, and nothing of it is changed. Raises as `open_workstation` for what will pass.
    """
    marker = file.with_suffix(".salvaging")  # left behind by a salvage that was cut short
    if not marker.exists():
        try:
            store = open_workstation(file, recovery_key)
            if is_sound(store):
                return Opened(store, store.told)
            store.close()
        except KeyLost as lost:
            aside = _move_aside(file, _name_aside(file, clock()))
            return Opened(open_workstation(file, recovery_key), _lost_words(lost, aside))
        except Damaged:
            pass
        _write(marker, _name_aside(file, clock()).name)
    return _salvage(file, marker, recovery_key)


def _salvage(file: Path, marker: Path, recovery_key: str | None) -> Opened:
    """May be done again from any point: what is moved stays moved, what is copied is known."""
    aside = file.with_name(marker.read_text(encoding="utf-8"))
    if not aside.exists():
        _move_aside(file, aside)
    store = open_workstation(file, recovery_key)
    copied = copy_rows(aside, store.vault, store)
    marker.unlink()
    return Opened(store, _damaged_words(copied, aside))


def is_sound(store: DeskStore) -> bool:
    """Whether SQLite finds no fault and every sealed row opens."""
    try:
        with store.engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if found != "ok":
                return False
            return all(_opens(connection, store.vault, name) for name in SEALED)
    except DBAPIError as error:
        if not isinstance(translate(error), Damaged):
            raise
        return False
    except (ValueError, TypeError):  # an id or a time that is none any more
        return False


def recover(file: Path, key: Path, store: DeskStore) -> Salvaged:
    """Takes over the rows of a store whose own key is lost, by the organization's private key.

    They go into `store` and are sent from there under their own authors. A row that is there
    already is taken once. `file` is only read. Raises Refused when the key is not the one.
    """
    sealed = _recovery_of(file)
    opened = recovery.open_key(sealed[recovery.PUBLIC_BYTES :], recovery.read_private(key))
    return copy_rows(file, Vault(opened), store)


def copy_rows(source: Path, vault: Vault, store: DeskStore) -> Salvaged:
    """Copies what `vault` opens of `source` into `store`, sealed anew."""
    done = Salvaged()
    with store.transaction() as session:
        for name in COPIED:
            columns = {column.name for column in Workstation.metadata.tables[name].columns}
            for row in _rows(source, name):
                sealed = _sealed_anew(name, row, vault, store.vault) if row else None
                if sealed is None:
                    done.lost += 1
                    continue
                sealed.pop("seq", None)  # a number of its own in the new store
                if sealed.get("state") == EntryState.SENDING:
                    sealed["state"] = EntryState.PENDING
                values = {column: value for column, value in sealed.items() if column in columns}
                new = _put(session.connection(), name, values)
                done.entries += new and name == "outbox"
                done.drafts += new and name == "draft"
    return done


def _put(connection: Connection, name: str, values: dict[str, Any]) -> bool:
    """Whether the row was not there before."""
    names = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join("?" for _ in values)
    words = f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({marks})'  # noqa: S608 - our names
    return bool(connection.exec_driver_sql(words, tuple(values.values())).rowcount)


def _rows(file: Path, table: str) -> Iterator[dict[str, Any] | None]:
    """Row by row in order; None for one that is known of and cannot be read.

    After an error SQLite may give nothing more on that connection, so each gets a new one.
    """
    last = _last_row(file, table)
    row_id, connection = 1, _read_only(file)
    try:
        while row_id <= last:
            try:
                found = _next_row(connection, table, row_id)
            except sqlite3.DatabaseError:
                connection.close()
                connection = _read_only(file)
                found = _this_row(connection, table, row_id)
                if found is None:
                    yield None
                    row_id += 1
                    continue
            if found is None:
                return
            row_id = found.pop("_row") + 1
            yield found
    finally:
        connection.close()


def _next_row(connection: sqlite3.Connection, table: str, row_id: int) -> dict[str, Any] | None:
    words = f'SELECT rowid AS _row, * FROM "{table}" WHERE rowid >= ? ORDER BY rowid LIMIT 1'  # noqa: S608
    found = connection.execute(words, (row_id,)).fetchone()
    return dict(found) if found else None


def _this_row(connection: sqlite3.Connection, table: str, row_id: int) -> dict[str, Any] | None:
    words = f'SELECT rowid AS _row, * FROM "{table}" WHERE rowid = ?'  # noqa: S608 - our names
    with suppress(sqlite3.DatabaseError):
        found = connection.execute(words, (row_id,)).fetchone()
        return dict(found) if found else None
    return None


def _last_row(file: Path, table: str) -> int:
    """The highest row id, as far as anything says; 0 where not even the first page can be read."""
    with closing(_read_only(file)) as connection:
        with suppress(sqlite3.DatabaseError):
            return int(connection.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0] or 0)  # noqa: S608
        with suppress(sqlite3.DatabaseError, TypeError):
            found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
            return int(found.fetchone()[0])
        with suppress(sqlite3.DatabaseError):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return MOST_ROWS if table != "remembered" else 0
    return 0


def _read_only(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    return connection


def _sealed_anew(name: str, row: dict[str, Any], old: Vault, new: Vault) -> dict[str, Any] | None:
    if name not in SEALED:
        return row
    key, columns = SEALED[name]
    try:
        for column in columns:
            if row[column] is not None:
                where = place(name, column, UUID(str(row[key])))
                row[column] = new.seal(old.open(row[column], where), where)
    except (Unreadable, ValueError, TypeError, KeyError):
        return None
    return row


def _opens(connection: Connection, vault: Vault, name: str) -> bool:
    key, columns = SEALED[name]
    table = Workstation.metadata.tables[name]
    try:
        for row in connection.execute(select(table.c[key], *(table.c[c] for c in columns))):
            for column, content in zip(columns, row[1:], strict=True):
                if content is not None:
                    vault.open(content, place(name, column, row[0]))
    except Unreadable:
        return False
    return True


def _recovery_of(file: Path) -> bytes:
    if not file.exists():
        raise NotFound(f"There is no file {file}.")
    with closing(_read_only(file)) as connection, suppress(sqlite3.DatabaseError):
        words = "SELECT value FROM store_key WHERE name = 'recovery'"
        if (found := connection.execute(words).fetchone()) is not None:
            return bytes(found[0])
    raise NotFound(f"{file} was never sealed for a recovery key, or cannot be read at all.")


def _name_aside(file: Path, now: datetime) -> Path:
    return file.with_name(f"{file.stem}.aside-{now:%Y%m%dT%H%M%S%f}{file.suffix}")


def _write(marker: Path, name: str) -> None:
    try:
        marker.write_text(name, encoding="utf-8")
    except OSError as error:
        marker.unlink(missing_ok=True)
        raise EnvironmentFault(
            f"The workstation file is damaged, and {marker} cannot be written ({error.strerror}). "
            "Free some space and start again; the file is left as it is."
        ) from None


def _move_aside(file: Path, aside: Path) -> Path:
    """After what SQLite keeps beside it: the last commits may lie there."""
    try:
        for end in ("-wal", "-shm", ""):
            part = file.with_name(file.name + end)
            if part.exists():
                part.rename(aside.with_name(aside.name + end))
    except OSError as error:
        raise EnvironmentFault(
            f"The workstation file {file} cannot be read nor renamed ({error.strerror}). Move it "
            "aside by hand and start again; unsent calls may be in it."
        ) from None
    return aside


def _damaged_words(copied: Salvaged, aside: Path) -> str:
    return (
        f"This desk's store was damaged. {copied.entries + copied.drafts} rows were saved, "
        f"{copied.lost} could not be read. The damaged file is {aside}: give it to your "
        "administrator."
    )


def _lost_words(lost: KeyLost, aside: Path) -> str:
    return (
        f"{lost.message} It was left unchanged as {aside}. An administrator gets the calls in it "
        "back with: engagement-console recover"
    )

"""The key of a workstation file: found or made, proven, and sealed for the organization."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from console.errors import EnvironmentFault
from console.models.metadata import Workstation
from console.models.workstation import SEALED, StoreKey, place
from console.services import credentials, recovery
from console.services.vault import KEY_BYTES, Unreadable, Vault, new_key

PROOF = "store_key.check"
IN_CLEAR = "before-0001"
"""The copy made before the upgrade from the last revision that sealed nothing."""

BESIDE = (
    "This computer has no keyring, so the key to the calls kept here lies beside them: whoever "
    "copies the profile folder can read them. Encrypt the disk, or install a keyring."
)


class KeyLost(EnvironmentFault):
    """The store is whole, but its key is gone or another: nothing of it can be read here."""

    title = "The key to this desk's store is lost"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """`key` opens the store; `told` is what its owner should know, or nothing."""

    key: bytes
    told: str = ""


def unlock(engine: Engine, file: Path, recovery_key: str | None = None) -> Unlocked:
    """The key of the store in `file`; a new store gets one, and one in clear is sealed with it.

    `recovery_key` is the organization's public key, for which this one is sealed. Raises KeyLost;
    EnvironmentFault while the keyring cannot be asked.
    """
    told = ""
    with engine.execution_options(begin="DEFERRED").begin() as connection:
        check = _value(connection, "check")
    if check is None:
        with engine.begin() as connection:
            check = _value(connection, "check")  # unless another process was faster
            if check is None:
                key, told = _key_for_new(file)
                check = _seal_all(connection, Vault(key))
    key = _key_of(file, check)
    _leave_nothing_in_clear(engine, file)
    if recovery_key:
        _seal_for_organization(engine, key, recovery_key)
    return Unlocked(key, told)


def key_file(file: Path) -> Path:
    return file.with_suffix(".key")


def _key_of(file: Path, check: bytes) -> bytes:
    key = _kept(file)
    if key is None:
        raise KeyLost(f"The key to {file} is not in the keyring any more.")
    try:
        Vault(key).open(check, PROOF)
    except (Unreadable, ValueError):  # another key, or one cut short
        raise KeyLost(f"The key in the keyring is not that of {file}.") from None
    return key


def _kept(file: Path) -> bytes | None:
    """From the file beside it or the keyring; None when the keyring has none."""
    beside = key_file(file)
    try:
        if beside.exists():
            return beside.read_bytes()
        return credentials.desk_key(str(file.resolve()))
    except credentials.NoKeyring:
        raise EnvironmentFault(
            f"The key to {file} is not beside it, and its keyring is not to be had here. Start "
            "where it is, or move the file aside and have it recovered; what was logged is in it."
        ) from None
    except OSError as error:
        raise EnvironmentFault(f"{beside} cannot be read ({error.strerror}).") from None


def _key_for_new(file: Path) -> tuple[bytes, str]:
    """A key that is there already stays, whatever store it was for: that one may need it still."""
    beside, name, key = key_file(file), str(file.resolve()), new_key()
    try:
        if beside.exists() and beside.stat().st_size == KEY_BYTES:
            return beside.read_bytes(), ""
        if (kept := credentials.desk_key(name)) is not None:
            return kept, ""
        credentials.keep_desk_key(name, key)
    except credentials.NoKeyring:
        beside.unlink(missing_ok=True)  # cut short when it was written: it never sealed anything
        _write_key_file(beside, key)
        return key, BESIDE
    return key, ""


def _write_key_file(file: Path, key: bytes) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as written:
            written.write(key)
            written.flush()
            os.fsync(written.fileno())
    except OSError as error:
        file.unlink(missing_ok=True)
        raise EnvironmentFault(
            f"{file} cannot be written ({error.strerror}). Free some space and start again."
        ) from None


def _seal_all(connection: Connection, vault: Vault) -> bytes:
    """Seals what lies in clear and leaves the proof of the key, in the caller's transaction."""
    for name, (key, columns) in SEALED.items():
        table = Workstation.metadata.tables[name]
        chosen = [table.c[key], *(table.c[column] for column in columns)]
        for row in connection.execute(select(*chosen)).all():
            values: dict[str, Any] = {
                column: vault.seal(content, place(name, column, row[0]))
                for column, content in zip(columns, row[1:], strict=True)
                if content is not None
            }
            connection.execute(update(table).where(table.c[key] == row[0]).values(values))
    check = vault.seal(b"", PROOF)
    connection.execute(insert(StoreKey).values(name="check", value=check))
    return check


def _leave_nothing_in_clear(engine: Engine, file: Path) -> None:
    """After an upgrade: free pages, the write-ahead log and the copy still hold calls in clear.

    The copy goes last, so that what was interrupted is done at the next start.
    """
    copy = file.with_name(f"{file.stem}.{IN_CLEAR}{file.suffix}")
    if not copy.exists():
        return
    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("VACUUM")
            busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            copy.unlink()
    except (DBAPIError, OSError, engine.dialect.loaded_dbapi.Error):
        return  # another process is at it, or the disk is full: next time


def _seal_for_organization(engine: Engine, key: bytes, recovery_key: str) -> None:
    public = recovery.read_public(recovery_key)
    mark = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    with engine.execution_options(begin="DEFERRED").begin() as connection:
        known = _value(connection, "recovery")
    if known is not None and known.startswith(mark):
        return
    with engine.begin() as connection:
        connection.execute(delete(StoreKey).where(StoreKey.name == "recovery"))
        sealed = mark + recovery.seal_key(key, public)
        connection.execute(insert(StoreKey).values(name="recovery", value=sealed))


def _value(connection: Connection, name: str) -> bytes | None:
    return connection.execute(select(StoreKey.value).where(StoreKey.name == name)).scalar()

"""Opening the databases: one engine each, short transactions, errors translated once."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from console.errors import (
    BadInput,
    ConsoleError,
    EnvironmentFault,
    Offline,
    Refused,
    SchemaMismatch,
)
from console.services import connecting, desk_key, schema
from console.services.ballast import Ballast
from console.services.connect_faults import Known, SignInNeeded, passing
from console.services.connecting import Connect, Connector
from console.services.sqlstates import Meaning, meaning
from console.services.vault import Vault

CONNECT_SECONDS = 5
UNUSED_SECONDS = 30 * 60


class Damaged(EnvironmentFault):
    """A database file that cannot be read; what waits to be sent goes on waiting."""

    title = "This cannot be read"


class RowRefused(Refused):
    """The rights allow such rows, and refuse this one."""


class DiskFull(EnvironmentFault):
    """No room, or a failing disk: the transaction was not made."""


class Database:
    """A database, connected when first used and then refused unless its revision is ours.

    Attributes:
        dialect: "sqlite" or "postgresql".
    """

    def __init__(
        self,
        engine: Engine,
        *,
        checked: bool = False,
        connector: Connector | None = None,
    ) -> None:
        self.engine = engine
        self._reading = engine.execution_options(begin="DEFERRED")
        self.dialect = engine.dialect.name
        self._checked = checked
        self._connector = connector

    @property
    def fault(self) -> Offline | None:
        """Why nobody could be connected when that was last tried; None when it worked."""
        return self._connector.fault if self._connector is not None else None

    @property
    def embedded(self) -> bool:
        return self.dialect == "sqlite"

    @contextmanager
    def transaction(self, *, writes: bool = True) -> Iterator[Session]:
        """One short transaction: committed at the end, rolled back on any error.

        On SQLite `writes` takes the write lock at the start, for a transaction that reads first and
        writes then fails at once when another one wrote in between; without, it never waits.
        Raises Offline, EnvironmentFault or SchemaMismatch for what the driver reports; errors of
        the data itself stay as SQLAlchemy's, for whoever can judge them.
        """
        try:
            engine = self.engine if writes else self._reading
            with Session(engine, expire_on_commit=False) as session, session.begin():
                if not self._checked:
                    schema.check(session.connection(), "shared")
                    self._checked = True
                yield session
        except DBAPIError as error:
            translated = translate(error)
            if translated is None:
                raise
            raise translated from error

    def check(self) -> None:
        """Raises SchemaMismatch when the revision is ours no more."""
        self._checked = False
        with self.transaction(writes=False):
            pass

    def sign_out(self) -> None:
        """Closes every connection, and makes no more with the login that was signed in."""
        if self._connector is not None:
            self._connector.fault = SignInNeeded("Nobody is signed in at this desk.")
        self.close()

    def close(self) -> None:
        self.engine.dispose()


class DeskStore(Database):
    """The workstation store, with what seals and opens its rows.

    When the disk is full, room kept for that is given up, so that what was logged before can still
    be sent; the transaction that found no room fails all the same.

    Attributes:
        told: what the owner should know of the store's key, or nothing.
    """

    def __init__(self, engine: Engine, unlocked: desk_key.Unlocked, ballast: Ballast) -> None:
        super().__init__(engine, checked=True)
        self.vault = Vault(unlocked.key)
        self.told = unlocked.told
        self._ballast = ballast
        ballast.load()

    @contextmanager
    def transaction(self, *, writes: bool = True) -> Iterator[Session]:
        try:
            with super().transaction(writes=writes) as session:
                yield session
        except DiskFull:
            self._ballast.drop()
            raise


def shared_url(text_url: str, password: str | None = None) -> URL:
    """The URL of a shared database. A password written inside is refused."""
    try:
        url = make_url(text_url)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise BadInput(
            "The database address is not a URL. Write sqlite:///FILE or postgresql://HOST/NAME."
        ) from None
    if url.password is not None or "password" in url.query:
        raise Refused(
            "A password does not belong into the database address. Leave it out: the console asks "
            "the keyring, and command-line tools read the file named by PGPASSFILE."
        )
    if backend == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
        return url.set(password=password) if password else url
    if backend == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite")
    raise BadInput("The database must be a SQLite file or a PostgreSQL server.")


def open_shared(
    text_url: str,
    password: str | None = None,
    *,
    lazily: bool = False,
    known: Callable[[], Known] = connecting.nothing_known,
    connect: Connect = connecting.by_driver,
) -> Database:
    """The shared database, refused unless it has exactly this program's revision.

    Raises Offline when a server cannot be reached, SchemaMismatch when the revision differs;
    `lazily` leaves both to the first transaction, since a console starts without its server too.
    `known` is what this desk remembers of the server, which helps to say why it lets nobody in;
    `connect` makes a connection in a way of its own.
    """
    url = shared_url(text_url, password)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
        raise SchemaMismatch(
            "There is no database there yet. Make one with: engagement-console database create"
        )
    database = _database(url, known, connect)
    if not lazily:
        try:
            with database.transaction():
                pass  # connects and checks
        except ConsoleError:
            database.close()
            raise
    return database


def create(text_url: str, password: str | None = None, *, mend: bool = False) -> None:
    """Makes the shared schema, or brings it up to this program's revision.

    A SQLite file is copied beside itself before it is changed. `mend` puts the guards in place anew
    whatever the revision.
    """
    url = shared_url(text_url, password)
    if url.get_backend_name() == "sqlite":
        make_folder(Path(str(url.database)).parent)
    database = _database(url)
    try:
        schema.upgrade(database.engine, "shared", mend=mend)
    except DBAPIError as error:
        raise translate(error) or error from error
    finally:
        database.close()


def open_workstation(file: Path, recovery_key: str | None = None) -> DeskStore:
    """This desk's own store: made, upgraded after a copy, and unlocked with its key.

    `recovery_key` is the organization's public key in base64, for which the store's is sealed.
    Raises Damaged or KeyLost, and leaves the file as it is.
    """
    make_folder(file.parent)
    try:
        return _open_workstation(file, recovery_key)
    except DiskFull:
        Ballast(file.parent).drop()  # reading needs room, too
        return _open_workstation(file, recovery_key)


def _open_workstation(file: Path, recovery_key: str | None) -> DeskStore:
    engine = _engine(URL.create("sqlite", database=str(file)), durable=True)
    try:
        schema.upgrade(engine, "workstation")
        unlocked = desk_key.unlock(engine, file, recovery_key)
    except DBAPIError as error:
        engine.dispose()
        found = translate(error)
        if found is not None and not isinstance(found, Damaged):
            raise found from error
        raise Damaged(
            f"The workstation file {file} cannot be read, and unsent calls may be in it. Start the "
            "console, which saves what can be read; until then the file is left as it is."
        ) from error
    except BaseException:
        engine.dispose()
        raise
    return DeskStore(engine, unlocked, Ballast(file.parent))


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # calls in clear are for its owner
    except OSError as error:
        raise EnvironmentFault(
            f"The folder {folder} cannot be made ({error.strerror}). Choose another with --profile."
        ) from None


def _database(
    url: URL,
    known: Callable[[], Known] = connecting.nothing_known,
    connect: Connect = connecting.by_driver,
) -> Database:
    engine = _engine(url)
    if url.get_backend_name() != "postgresql":
        return Database(engine)
    return Database(engine, connector=Connector(engine, known, connect))


def _engine(url: URL, *, durable: bool = False) -> Engine:
    if url.get_backend_name() == "postgresql":
        engine = create_engine(
            url,
            hide_parameters=True,  # or personal data stands in every exception text
            pool_pre_ping=True,
            pool_size=4,
            pool_use_lifo=True,  # so that what is not needed stays unused, and the server closes it
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "tcp_user_timeout": CONNECT_SECONDS * 1000,
                "keepalives_idle": CONNECT_SECONDS,  # for a line that dies while an answer is due
                "keepalives_interval": 2,
                "keepalives_count": 3,
                "application_name": "engagement-console",
                "options": "-c timezone=UTC -c lock_timeout=10000 "
                "-c idle_in_transaction_session_timeout=60000 "
                f"-c idle_session_timeout={UNUSED_SECONDS * 1000}",
            },
        )
        _hide_details(engine)
        return engine
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": CONNECT_SECONDS})
    _prepare_sqlite(engine, "FULL" if durable else "NORMAL")
    return engine


def _hide_details(engine: Engine) -> None:
    """The server repeats values in its texts ("Failing row contains ..."): only names stay."""

    @event.listens_for(engine, "handle_error")
    def _shorten(context: ExceptionContext) -> None:
        original, wrapped = context.original_exception, context.sqlalchemy_exception
        diagnosis = getattr(original, "diag", None)
        if diagnosis is None or diagnosis.sqlstate is None or wrapped is None:
            return
        names = (diagnosis.table_name, diagnosis.column_name, diagnosis.constraint_name)
        said = " ".join([diagnosis.sqlstate, *(name for name in names if name)])
        original.args = (said,)
        wrapped.args = (f"({type(original).__name__}) {said}",)


def _prepare_sqlite(engine: Engine, synchronous: str) -> None:
    """WAL, enforced keys, and transactions that take the write lock when they begin.

    The workstation store syncs on every commit (FULL), since "logged" must survive a power cut.
    """

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin on its own
        for pragma in (
            "foreign_keys=ON",
            "recursive_triggers=ON",  # or INSERT OR REPLACE would delete facts untold
            f"synchronous={synchronous}",
            f"busy_timeout={CONNECT_SECONDS * 1000}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _keep_a_log_ahead(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {mode}")


def _keep_a_log_ahead(connection: sqlite3.Connection) -> None:
    """Switches to WAL. A busy file is not waited for here by SQLite itself, so we do."""
    deadline = time.monotonic() + CONNECT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


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

"""A database and its short transactions; and the shared one, made and opened by its address."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from console.errors import BadInput, ConsoleError, Offline, Refused, SchemaMismatch
from console.services import connecting, schema
from console.services.connect_faults import Known, SignInNeeded
from console.services.connecting import Connect, Connector
from console.services.driver_faults import translate
from console.services.engine import engine_for
from console.services.profile import make_folder


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


def _database(
    url: URL,
    known: Callable[[], Known] = connecting.nothing_known,
    connect: Connect = connecting.by_driver,
) -> Database:
    engine = engine_for(url)
    if url.get_backend_name() != "postgresql":
        return Database(engine)
    return Database(engine, connector=Connector(engine, known, connect))

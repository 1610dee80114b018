"""Engines: how the console talks to PostgreSQL and to SQLite files."""

import sqlite3
import time
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

CONNECT_SECONDS = 5
UNUSED_SECONDS = 30 * 60

# A desk that vanished in the middle of a batch must not hold its locks for the two hours that an
# operating system waits by itself: the server's idle timeout does not run while one is under way.
SESSION = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "timezone": "UTC",
        "lock_timeout": 10_000,
        "idle_in_transaction_session_timeout": 60_000,
        "idle_session_timeout": UNUSED_SECONDS * 1000,
        "tcp_keepalives_idle": 15,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 3,
        "tcp_user_timeout": 30_000,
    }.items()
)
"""What every session asks of the server; times in milliseconds, the keepalives' in seconds."""


def engine_for(url: URL, *, durable: bool = False) -> Engine:
    """An engine whose errors show no data; with `durable`, each commit outlives a power cut."""
    if url.get_backend_name() == "postgresql":
        return _of_server(url)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": CONNECT_SECONDS})
    _prepare_sqlite(engine, "FULL" if durable else "NORMAL")
    return engine


def _of_server(url: URL) -> Engine:
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
            "options": SESSION,
        },
    )
    _hide_details(engine)
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

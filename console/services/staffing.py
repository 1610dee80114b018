"""Giving people their role: the row on the staff list and, on a server, the login beside it.

A password never reaches the server in clear: what is stored is made of it here (SCRAM).
"""

import re
from dataclasses import dataclass

from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from console.errors import BadInput, NotFound, Refused
from console.models.records import Staff, Team
from console.models.rights import EVERYBODY, Group
from console.models.terms import Label, Role
from console.services.access import on_server
from console.services.database import Database

LOGIN = re.compile(r"[a-z][a-z0-9_.-]{0,62}")
RESERVED = ("ec_", "pg_", "postgres")
SHORTEST_PASSWORD = 12
CONNECTIONS = 6
"""A window holds four at most (`engine.py`); two are left for the command line."""

GROUPS = {
    Role.REP: Group.REP,
    Role.SUPERVISOR: Group.SUPERVISOR,
    Role.ADMINISTRATOR: Group.ADMIN,
}
BAD_LOGIN = (
    "A login is made of small letters, digits, dots, dashes and underscores, begins with a letter "
    "and not with ec_ or pg_."
)
NOT_ALLOWED = (
    "Your login may not make logins. Run this as the one that set the database up, or as another "
    "that may create roles."
)
FOREIGN = (
    "This login may do more on the server than any role here gives, so it is left as it is. Choose "
    "another name, or take the server's own rights from it first."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What to give. None leaves what is there, or stands for the default of somebody new."""

    login: str
    role: Role | None = None
    name: str | None = None
    team: str | None = None
    sees: frozenset[Label] | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """How the person stands now. `ended` counts the sessions that were closed."""

    login: str
    name: str
    role: Role
    team: str | None
    sees: tuple[Label, ...]
    active: bool
    ended: int = 0


def grant(database: Database, given: Grant) -> Granted:
    """Puts somebody on the staff list, or changes what is there, and the login with it.

    Raises BadInput for a login or password that will not do, Refused where the acting login may
    not make logins.
    """
    _require_fit(given.login, given.password)
    with database.transaction() as session:
        server = on_server(session)
        if server:
            _require_may_grant(session)
        row = _listed(session, given)
        if server:
            group = GROUPS[Role(row.role)]
            _make_login(session.connection(), row.login, group, given.password)
        return _granted(row)


def make_worker(database: Database, login: str, password: str | None = None) -> None:
    """The worker's login, which stands on no staff list. Raises as `grant` does."""
    _require_fit(login, password)
    with database.transaction() as session:
        if not on_server(session):
            raise Refused("The embedded database needs no worker: the console does its jobs.")
        _require_may_grant(session)
        _make_login(session.connection(), login, Group.WORKER, password)


def deactivate(database: Database, login: str) -> Granted:
    """Ends somebody's role: open sessions see nothing with their next statement, then are closed.

    Facts go on naming the login. Raises NotFound for a login that is not on the list.
    """
    with database.transaction() as session:
        server = on_server(session)
        if server:
            _require_may_grant(session)
        row = session.get(Staff, login)
        if row is None:
            raise NotFound("Nobody on the staff list has this login.")
        row.active = False
        session.flush()
        if server:
            _run(session.connection(), f"ALTER ROLE {_quoted(session.connection(), login)} NOLOGIN")
        granted = _granted(row)
    ended = _end_sessions(database, login) if server else 0
    return Granted(
        **{name: getattr(granted, name) for name in granted.__slots__} | {"ended": ended}
    )


def _require_fit(login: str, password: str | None) -> None:
    if not LOGIN.fullmatch(login) or login.startswith(RESERVED):
        raise BadInput(BAD_LOGIN)
    if password is not None and len(password) < SHORTEST_PASSWORD:
        raise BadInput(f"A password has at least {SHORTEST_PASSWORD} characters.")


def _require_may_grant(session: Session) -> None:
    """The owner's own rights are needed for the list, the server's for the login."""
    may = text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user")
    owner = session.execute(select(func.public.ec_role())).scalar() == "owner"
    if not owner or not session.execute(may).scalar():
        raise Refused(NOT_ALLOWED)


def _listed(session: Session, given: Grant) -> Staff:
    row = session.get(Staff, given.login)
    if row is None:
        if given.role is None:
            raise BadInput("Somebody new needs a role: --role rep, supervisor or admin.")
        row = Staff(login=given.login, name=given.name or given.login, role=given.role)
        session.add(row)
    row.role = given.role or row.role
    row.name = given.name or row.name
    row.active = True
    if given.sees is not None:
        row.sees = given.sees
    if given.team is not None:
        if session.get(Team, given.team) is None:
            session.add(Team(key=given.team, name=given.team))
            session.flush()
        row.team = given.team
    session.flush()
    return row


def _make_login(connection: Connection, login: str, group: Group, password: str | None) -> None:
    """A login in one group and no other, with a limit of connections."""
    role = _quoted(connection, login)
    found = connection.execute(
        text(
            "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls "
            "FROM pg_roles WHERE rolname = :login"
        ),
        {"login": login},
    ).first()
    if found is not None and found[0]:
        raise Refused(FOREIGN)
    how = f"LOGIN CONNECTION LIMIT {CONNECTIONS}"
    if password is not None:
        how += f" PASSWORD '{_verifier(connection, login, password)}'"
    _run(connection, f"{'CREATE' if found is None else 'ALTER'} ROLE {role} {how}")
    if others := [other for other in EVERYBODY if other is not group and found is not None]:
        _run(connection, f"REVOKE {', '.join(others)} FROM {role}")
    _run(connection, f"GRANT {group} TO {role}")


def _verifier(connection: Connection, login: str, password: str) -> str:
    """What the server keeps of a password: it can be checked against, and not be turned back."""
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - the connection is in use
    made: bytes = driver.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    )
    return made.decode("ascii")


def _end_sessions(database: Database, login: str) -> int:
    """How many were closed; where the acting login may not, they see nothing any more anyway."""
    end = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login")
    try:
        with database.transaction() as session:
            return len(session.execute(end, {"login": login}).all())
    except Refused:
        return 0


def _run(connection: Connection, statement: str) -> None:
    try:
        connection.exec_driver_sql(statement)
    except DBAPIError as error:
        if isinstance(error.orig, InsufficientPrivilege):
            raise Refused(NOT_ALLOWED) from None
        raise


def _quoted(connection: Connection, login: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(login)


def _granted(row: Staff) -> Granted:
    return Granted(
        login=row.login,
        name=row.name,
        role=Role(row.role),
        team=row.team,
        sees=tuple(sorted(row.sees)),
        active=row.active,
    )

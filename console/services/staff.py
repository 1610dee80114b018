"""Who acts: the database login on a server, a staff member picked on the embedded database."""

import getpass

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from console.errors import NotFound, Refused
from console.models.ids import Login
from console.models.records import Staff
from console.models.terms import Role
from console.models.views import StaffView
from console.services.database import Database
from console.services.memory import Memory

REMEMBERED = "staff.login"
MOST_NAMED = 12


class StaffBook:
    """The people who sign in."""

    def __init__(self, database: Database, memory: Memory) -> None:
        self._database = database
        self._memory = memory

    def all(self) -> tuple[StaffView, ...]:
        """Everybody active, by name."""
        with self._database.transaction(writes=False) as session:
            rows = session.scalars(select(Staff).where(Staff.active).order_by(Staff.name))
            return tuple(_view(row) for row in rows)

    def acting(self, wanted: str | None = None) -> StaffView:
        """Who acts now.

        On a server always the database login. On the embedded database `wanted`, else the one
        remembered, else the first one on record; in a fresh database somebody is made, as wanted or
        from the operating system's user. Raises NotFound for a wanted login that nobody has.
        """
        with self._database.transaction() as session:
            if not self._database.embedded:
                login = session.execute(text("SELECT session_user")).scalar_one()
                return _of_login(session, login)
            known = session.scalars(
                select(Staff.login).where(Staff.active).order_by(Staff.login)
            ).all()
            if wanted is not None and known and wanted not in known:
                named = ", ".join(known[:MOST_NAMED])
                raise NotFound(f"Nobody on record signs in as {wanted}. On record are: {named}.")
            remembered = self._memory.get(REMEMBERED)
            login = wanted or remembered or next(iter(known), None) or _system_user()
            return _find(session, login) or _made(session, login, login)

    def remember(self, login: Login) -> None:
        """The next start begins with this staff member."""
        self._memory.set(REMEMBERED, login)


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "rep"


def _of_login(session: Session, login: str) -> StaffView:
    """Whoever set the server up, and nobody else, is put on the list by signing in.

    Raises Refused for a login that nobody gave a role, or whose role has ended.
    """
    found = _find(session, login)
    if found is None and session.execute(select(func.public.ec_role())).scalar() == "owner":
        return _made(session, login, login)
    if found is None:
        raise Refused(
            "This login has no role here, or its role has ended. What you logged is kept at this "
            "desk. An administrator gives a role with: engagement-console database grant"
        )
    return found


def _find(session: Session, login: str) -> StaffView | None:
    row = session.get(Staff, login)
    return _view(row) if row else None


def _made(session: Session, login: str, name: str) -> StaffView:
    session.execute(insert(Staff).values(login=login, name=name, role=Role.REP, active=True))
    return StaffView(login=Login(login), name=name, role=Role.REP)


def _view(row: Staff) -> StaffView:
    return StaffView(login=Login(row.login), name=row.name, role=Role(row.role), team=row.team)

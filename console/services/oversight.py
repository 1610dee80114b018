"""What supervisors are told of opened records: what was unusual, and who broke the glass."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from console.errors import Refused
from console.models.facts import BrokenGlass
from console.models.ids import Login
from console.models.records import Person, Staff
from console.models.types import UtcTime
from console.services.access import on_server
from console.services.database import Database
from console.services.memory import Memory
from console.services.statements import PEOPLE, rows

PERIOD = timedelta(days=7)
MOST = 200
UNUSUAL = (
    text("SELECT * FROM public.unusual_access(:since)")
    .bindparams(bindparam("since", type_=UtcTime()))
    .columns(at=UtcTime())
)
NAMES = select(Person.id, Person.name).where(Person.id.in_(PEOPLE))


@dataclass(frozen=True, slots=True)
class Unusual:
    """One finding. `why`: self, household, colleague, no_call, bulk or break_glass.

    `person` is None where many are meant; `detail` is a count or the reason given.
    """

    at: datetime
    login: Login
    person: UUID | None
    why: str
    detail: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as a supervisor reads it: `rep` and `name` are names, `name` empty for many."""

    what: Unusual
    rep: str
    name: str


class Oversight:
    """For supervisors and administrators of a server; what one has seen her desk remembers."""

    def __init__(self, database: Database, memory: Memory, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._memory = memory
        self._clock = clock

    def findings(self, login: Login) -> tuple[Finding, ...]:
        """Those of the last seven days, newest first, at most 200; with it all of them are seen.

        Raises as `unusual_access` does.
        """
        found = unusual_access(self._database, self._clock() - PERIOD)
        emergencies = [one.at for one in found if one.why == "break_glass"]
        if emergencies:
            self._memory.set(_place(login), max(emergencies).isoformat())
        with self._database.transaction(writes=False) as session:
            return _named(session, found[:MOST])

    def unseen(self, login: Login) -> tuple[Finding, ...]:
        """Emergencies since she last looked, newest first."""
        kept = self._memory.get(_place(login))
        since = datetime.fromisoformat(kept) if kept else self._clock() - PERIOD
        broken = select(BrokenGlass).where(BrokenGlass.at > since, BrokenGlass.login != login)
        with self._database.transaction(writes=False) as session:
            newest = session.scalars(broken.order_by(BrokenGlass.at.desc()).limit(MOST))
            return _named(session, [_emergency(row) for row in newest])


def unusual_access(database: Database, since: datetime) -> tuple[Unusual, ...]:
    """Newest first, of the logins whose work the asking one reviews.

    Raises Refused for a rep, and on the embedded database, where one person works.
    """
    with database.transaction(writes=False) as session:
        if not on_server(session):
            raise Refused("Access is watched on a server; this database is of one desk alone.")
        return tuple(
            Unusual(row.at, Login(row.login), row.person, row.why, row.detail)
            for row in session.execute(UNUSUAL, {"since": since})
        )


def _emergency(row: BrokenGlass) -> Unusual:
    return Unusual(row.at, Login(row.login), row.person_id, "break_glass", row.reason)


def _named(session: Session, found: Iterable[Unusual]) -> tuple[Finding, ...]:
    found = tuple(found)
    staff = {row.login: row.name for row in session.execute(select(Staff.login, Staff.name))}
    people = list({one.person for one in found if one.person is not None})
    names = {row.id: row.name for row in rows(session, NAMES, people=people)}
    return tuple(
        Finding(one, staff.get(one.login, one.login), names.get(one.person, "")) for one in found
    )


def _place(login: Login) -> str:
    return f"oversight.seen:{login}"

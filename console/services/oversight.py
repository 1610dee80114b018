"""What supervisors are told of opened records: what was unusual, and who broke the glass."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, text

from console.errors import Refused
from console.models.ids import Login
from console.models.types import UtcTime
from console.services.access import on_server
from console.services.database import Database

UNUSUAL = (
    text("SELECT * FROM public.unusual_access(:since)")
    .bindparams(bindparam("since", type_=UtcTime()))
    .columns(at=UtcTime())
)


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


def unusual_access(database: Database, since: datetime) -> tuple[Unusual, ...]:
    """Newest first, of the logins whose work the asking one reviews.

    Raises Refused for a rep, and on the embedded database, where one person works.
    """
    with database.transaction(writes=False) as session:
        if not on_server(session):
            raise Refused("Access is watched on a server; this database is of one desk alone.")
        rows = session.execute(UNUSUAL, {"since": since}).all()
    return tuple(Unusual(row.at, Login(row.login), row.person, row.why, row.detail) for row in rows)

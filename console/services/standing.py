"""How a login stands with its server: until when its password is good, and what the time is there.

A desk remembers both, since neither is told to somebody whom the server doesn't let in.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text

from console.services.connect_faults import Known
from console.services.database import Database
from console.services.memory import Memory

PLACE = "standing"
WARNING = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Standing:
    """`password_until` is None for a password without an end, or a login without one."""

    server_time: datetime
    password_until: datetime | None

    @property
    def ends_soon(self) -> datetime | None:
        """When the password ends, if that is within the two weeks that a person is warned for."""
        until = self.password_until
        return until if until is not None and until - self.server_time <= WARNING else None


def look(database: Database, memory: Memory, url: str) -> Standing | None:
    """How the login stands now, remembered for later; None on the embedded database.

    Raises Offline when the server does not answer.
    """
    if database.embedded:
        return None
    with database.transaction(writes=False) as session:
        now, until = session.execute(
            text(
                "SELECT now(), CASE WHEN isfinite(rolvaliduntil) THEN rolvaliduntil END "
                "FROM pg_roles WHERE rolname = session_user"
            )
        ).one()
    found = {"server_time": now.isoformat(), "password_until": until and until.isoformat()}
    memory.set(f"{PLACE}:{url}", json.dumps(found))
    return Standing(now, until)


def known(memory: Memory, url: str) -> Known:
    """What is remembered of an earlier look."""
    kept = json.loads(memory.get(f"{PLACE}:{url}") or "{}")
    return Known(_time(kept.get("server_time")), _time(kept.get("password_until")))


def _time(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None

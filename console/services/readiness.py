"""Ready and not ready: kept at the desk through a restart, told to the shared database."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from console.errors import BadInput
from console.models.commands import ChangeReadiness, Command
from console.models.facts import ReadyState
from console.models.ids import CommandId, FactId, Login, uuid7
from console.models.records import Staff
from console.models.terms import Readiness
from console.rules.readiness import Presence
from console.services import codec
from console.services.database import Database
from console.services.memory import Memory
from console.services.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody of the team by name, and what she said last."""

    name: str
    presence: Presence


class ReadyBook:
    """A change is a command like any other; the desk's memory says what holds here."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        memory: Memory,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._memory = memory
        self._clock = clock

    def kept(self, login: Login) -> Presence | None:
        """What she left at this desk; None for nothing, or what another release wrote."""
        words = self._memory.get(_place(login))
        try:
            return codec.load(Presence, json.loads(words)) if words else None
        except (BadInput, ValueError):
            return None

    def change(self, login: Login, presence: Presence) -> None:
        """So it is since `presence.since`; durable here when this returns."""
        body = ChangeReadiness(id=FactId(uuid7()), state=presence.state, reason=presence.reason)
        command = Command(id=CommandId(uuid7()), author=login, made_at=presence.since, body=body)
        self._memory.set(_place(login), codec.canonical(codec.dump(presence)).decode())
        self._outbox.put(command)

    def team(self, since: datetime) -> tuple[Mate, ...]:
        """What holds for whom the asking login reviews, and who said anything since.

        Who is not ready first, the longest first. A rep sees herself alone on a server.
        """
        said = (
            select(ReadyState.login, ReadyState.state, ReadyState.reason, ReadyState.at, Staff.name)
            .outerjoin(Staff, Staff.login == ReadyState.login)
            .where(ReadyState.at >= since)
            .order_by(ReadyState.at, ReadyState.id)
        )
        with self._database.transaction(writes=False) as session:
            last = {row.login: row for row in session.execute(said)}
        mates = (
            Mate(
                row.name or row.login,
                Presence(state=Readiness(row.state), reason=row.reason, since=row.at),
            )
            for row in last.values()
        )
        return tuple(sorted(mates, key=lambda mate: (mate.presence.ready, mate.presence.since)))


def _place(login: Login) -> str:
    return f"ready:{login}"

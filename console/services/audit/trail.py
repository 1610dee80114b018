"""The trail of what is no opening of one record: searches, exports, sign-ins."""

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from console.errors import ConsoleError
from console.models.audit import AuditEvent
from console.models.ids import Login, uuid7
from console.models.terms import AuditKind
from console.services.database import Database

MOST_WAITING = 20
MOST_SECONDS = 5.0


class Trail:
    """Notes events of this desk and writes them a few at a time, so that a search stays fast.

    What was noted waits in memory, for some seconds, until the next event, the desk's own beat or
    the end of the program writes it; while the server is away it waits on.
    """

    def __init__(
        self, database: Database, who: Callable[[], Login], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._who = who
        self._clock = clock
        self._waiting: deque[dict[str, Any]] = deque()
        self._written = time.monotonic()

    def note(
        self, kind: AuditKind, what: str = "", *, count: int | None = None, reason: str = ""
    ) -> None:
        """Notes that the one who acts did this now. `what` must hold nothing that was typed."""
        row = {"id": uuid7(), "kind": kind, "at": self._clock(), "what": what, "count": count}
        self._waiting.append({**row, "reason": reason})
        if len(self._waiting) >= MOST_WAITING or time.monotonic() - self._written > MOST_SECONDS:
            self.write()

    def write(self) -> None:
        """Writes what waits; an event that can't be written now is tried again later."""
        rows = []
        while self._waiting:
            rows.append(self._waiting.popleft())
        if not rows:
            return
        self._written = time.monotonic()
        try:
            login = self._who()
            with self._database.transaction() as session:
                session.execute(insert(AuditEvent), [{**row, "login": login} for row in rows])
        except ConsoleError:
            self._waiting.extendleft(reversed(rows))

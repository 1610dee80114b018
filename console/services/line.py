"""A connection that waits for nobody for ever, and takes no cancelled commit for a kept one."""

from time import monotonic
from typing import Any

import psycopg
from psycopg import OperationalError
from psycopg.errors import Diagnostic

SENDER_SECONDS = 4.0
READER_SECONDS = 30.0
"""How long one answer may take. Of a sender that is cut, nothing is lost: it sends again."""

FIRST_SECONDS = 1.5
"""For the first question after a rest: one that died meanwhile never answers, others soon."""

NOT_KEPT = "01000"
"""The warning of a commit whose wait for the standby was cancelled; the commit then "succeeds"."""


class Line(psycopg.Connection[Any]):
    """One connection to a server.

    When an answer takes longer than `patience`, the socket is closed and the question not
    cancelled: a commit cancelled while it waits for its standby says success, and keepalives see no
    partition while an answer is due. What became of the question is then unknown.

    Attributes:
        patience: seconds that one answer may take.
        epoch: whose state this connection sees, see `server.Epoch`; empty before it was asked.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.patience = FIRST_SECONDS
        self.epoch = ""
        self._cancelled = False
        self.add_notice_handler(self._on_notice)

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        patience = self.patience if timeout is None else timeout
        began = monotonic()
        try:
            return super().wait(gen, interval, patience)
        except OperationalError:
            if timeout is None and monotonic() - began >= patience:
                self.pgconn.finish()
            raise

    def commit(self) -> None:
        """Raises OperationalError when the standby was not waited for: who knows what is kept?"""
        self._cancelled = False
        super().commit()
        if self._cancelled:
            self.pgconn.finish()
            raise OperationalError("the standby did not confirm the commit")

    def _on_notice(self, notice: Diagnostic) -> None:
        if notice.sqlstate == NOT_KEPT:
            self._cancelled = True

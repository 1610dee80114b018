"""Which server is this: found host by host, and fenced against an older state and a wrong one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from psycopg import Error, OperationalError
from sqlalchemy import Connection, Engine, event

from console.errors import Offline
from console.services.connect_faults import SAFE, NotServing
from console.services.line import FIRST_SECONDS, READER_SECONDS, SENDER_SECONDS, Line
from console.services.memory import Memory

CONNECT_SECONDS = 3
"""For each host: one that is cut off must not keep the sender, or the next host, waiting."""

ASK = (
    # The database's own number is part of it: one restored beside the old one is another one.
    "SELECT pg_is_in_recovery(), "
    "(SELECT system_identifier FROM pg_control_system()) || '.' || "
    "(SELECT oid FROM pg_database WHERE datname = current_database()), "
    "CASE WHEN NOT pg_is_in_recovery() THEN "
    "substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END"
)
EPOCH = "server.epoch"


class WrongServer(Offline):
    """A server answers, and nothing may be sent to it: another one, or an old primary."""

    title = "This is not the server to send to"


class Standby(NotServing):
    """A server answers, and only copies another one."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """The state that a server tells of: `cluster` changes with a new cluster or database (restored
    from a dump, upgraded, or simply another one), `timeline` grows with each promotion.
    """

    cluster: str
    timeline: int

    def __str__(self) -> str:
        return f"{self.cluster}/{self.timeline}"

    @classmethod
    def parse(cls, word: str) -> "Epoch":
        cluster, _, timeline = word.partition("/")
        return cls(cluster, int(timeline))


class Judgement(Enum):
    """SAME: as before. NEWER: promoted since. OLDER: left behind then. OTHER: perhaps not ours."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    OTHER = "other"


def judge(known: Epoch | None, found: Epoch) -> Judgement:
    """What a server that says `found` is to a desk that remembers `known`."""
    if known is None or known == found:
        return Judgement.SAME
    if known.cluster != found.cluster:
        return Judgement.OTHER
    return Judgement.NEWER if found.timeline > known.timeline else Judgement.OLDER


class Server:
    """The center's server, wherever it is: `host=a,b` in the address names a primary and a standby.

    libpq's own way through a list takes the first that can be written to, which a primary that
    comes back after its standby was promoted can: entries acknowledged there would be lost. So the
    hosts are tried here, one by one, and one that tells of an older timeline than this desk has
    seen counts as down. What was seen is remembered in the workstation store before anything is
    sent. Other clusters are refused until somebody says that they are right (`accept`).
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._first = 0  # the host that was the primary last

    def guard(self, engine: Engine) -> None:
        """Every connection of `engine`, made by `connect`, waits as long as its user may wait."""

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            hurried = connection.get_execution_options().get("sender", False)
            _line(connection).patience = SENDER_SECONDS if hurried else READER_SECONDS

        @event.listens_for(engine, "checkin")
        def _rest(connection: Any, _record: Any) -> None:
            if connection is not None:
                connection.patience = FIRST_SECONDS

    def connect(self, options: Mapping[str, Any]) -> Line:
        """The first host that is the primary in the newest state known.

        Raises WrongServer when one was refused here, else the driver's error of the last.
        """
        hosts = list(each_host(options))
        failed: Exception = OperationalError("there is no host")
        for turn in range(len(hosts)):
            number = (self._first + turn) % len(hosts)
            try:
                line = self._try(hosts[number])
            except (Offline, Error) as error:
                failed = failed if isinstance(failed, WrongServer) else error
            else:
                self._first = number
                return line
        raise failed

    def accept(self) -> None:
        """Somebody says that the server is the right one: what it lacks is sent again."""
        self._memory.forget(EPOCH)

    def _try(self, options: dict[str, Any]) -> Line:
        line: Line = Line.connect(**options)
        try:
            line.patience = CONNECT_SECONDS
            self._look(line, str(options.get("host") or "this computer"))
        except BaseException:
            line.close()
            raise
        return line

    def _look(self, line: Line, host: str) -> None:
        row = line.execute(ASK).fetchone()
        line.rollback()
        assert row is not None  # noqa: S101 - it has no condition
        standby, cluster, timeline = row
        if standby:
            raise Standby(
                f"{host} is a standby, and no primary answers.", SAFE, do="Try again in a minute."
            )
        found = Epoch(cluster, int(timeline, 16))
        self._fence(found, host)
        line.epoch = str(found)

    def _fence(self, found: Epoch, host: str) -> None:
        word = self._memory.get(EPOCH)
        known = Epoch.parse(word) if word else None
        judgement = judge(known, found)
        if judgement is Judgement.OTHER:
            raise WrongServer(
                f"{host} is not the server that this desk has sent to. Nothing is sent; if the "
                "database was restored or moved, your administrator confirms it with: "
                "engagement-console sync --new-server"
            )
        if judgement is Judgement.OLDER:
            assert known is not None  # noqa: S101 - or nothing would be older
            raise WrongServer(
                f"{host} is an old primary (timeline {found.timeline}; {known.timeline} is known). "
                "Nothing is sent there; what you log is kept here."
            )
        if known != found:
            self._memory.set(EPOCH, str(found))


def each_host(options: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The connect options of each host of a list, as libpq pairs them with the ports."""
    hosts = str(options.get("host") or "").split(",")
    ports = str(options.get("port") or "").split(",")
    for number, host in enumerate(hosts):
        port = ports[number] if len(ports) > 1 else ports[0]
        one = {**options, "host": host, "port": port, "connect_timeout": CONNECT_SECONDS}
        yield {name: value for name, value in one.items() if value != ""}


def _line(connection: Connection) -> Any:
    return connection.connection.driver_connection


def epoch_of(connection: Connection) -> str | None:
    """Whose state a connection sees; None on the embedded database."""
    return getattr(_line(connection), "epoch", None)

"""Dispositions a second, with the connections of a whole center open to one server."""

import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from console.services.database import Database, create, open_shared
from console.services.desk_store import DeskStore, open_workstation
from console.services.memory import Memory
from console.services.outbox import Outbox
from console.services.send_queue import Waiting
from console.services.server import Server
from console.services.sync import Sync
from tests.benchmarks.send import statements_of
from tests.benchmarks.stores import BIG_ENOUGH, Statement
from tests.commands import command, disposition
from tests.postgresql import Cluster
from tests.services import records

CROWDS = (50, 200, 1000)
AT_ONCE = 10
"""So many desks send in the same moment; the other connections are open and wait, as most do.

It divides each crowd, so that two threads never meet on one connection."""
DISPOSITIONS = 2000
PEOPLE = 500

Work = Callable[[int], object]
"""Sends the n-th disposition over the n-th connection, round and round."""


def crowded() -> Iterator[dict[str, Any]]:
    """Floor: the same statements by the driver alone, over as many connections of the same server.

    Commits reach the disk, as on a center's server.
    """
    for desks in CROWDS:
        settings = {**BIG_ENOUGH, "max_connections": str(2 * desks + 100)}
        with closing(Cluster(durable=True, settings=settings)) as cluster:
            create(cluster.server.url())
            yield _measured(cluster.server.url(), desks)


def _measured(url: str, desks: int) -> dict[str, Any]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="engagement-crowd-"))
        desk = stack.enter_context(closing(open_workstation(Path(folder) / "workstation.db")))
        server = Server(Memory(desk))
        shared = [_opened(stack, url, server) for _ in range(desks)]
        bare = [_bare(stack, url) for _ in range(desks)]
        entries, copies = _prepared(desk, shared[0])
        sync = Sync(Outbox(desk, _now), lambda: shared[0], _now)

        def ours(n: int) -> None:
            sync._apply(shared[n % desks], [entries[n]])

        def same(n: int) -> None:
            _replay(bare[n % desks], copies[n])

        return _line(desks, _a_second(ours), _a_second(same))


def _line(desks: int, ours: float, floor: float) -> dict[str, Any]:
    return {
        "bench": "crowd",
        "n": DISPOSITIONS,
        "connections": desks,
        "backend": "postgresql",
        "a_second": round(ours),
        "floor": "same statements",
        "floor_a_second": round(floor),
        "ratio": round(floor / ours, 2),
    }


def _opened(stack: ExitStack, url: str, server: Server) -> Database:
    """A desk's sender, connected."""
    opened = stack.enter_context(closing(open_shared(url, lazily=True)))
    server.guard(opened.engine)
    sending = Database(opened.engine.execution_options(sender=True))
    with sending.transaction():
        return sending


def _bare(stack: ExitStack, url: str) -> psycopg.Connection[Any]:
    return stack.enter_context(psycopg.connect(url.replace("+psycopg", ""), autocommit=True))


def _prepared(desk: DeskStore, shared: Database) -> tuple[list[Waiting], list[list[Statement]]]:
    """What the console sends, and what the driver alone sends: of different dispositions."""
    known = records.begin(shared)
    people = [known.person(f"Person {number}") for number in range(PEOPLE)]
    outbox = Outbox(desk, _now)
    for n in range(DISPOSITIONS):
        outbox.put(command(disposition(people[n % PEOPLE])))
    entries = outbox.queue.take(DISPOSITIONS)
    copies = [statements_of(shared, disposition(people[n % PEOPLE])) for n in range(DISPOSITIONS)]
    return entries, copies


def _a_second(work: Work) -> float:
    """A thread takes its turns alone, so no connection is used twice at once."""

    def send(start: int) -> None:
        for n in range(start, DISPOSITIONS, AT_ONCE):
            work(n)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        began = time.perf_counter()
        list(pool.map(send, range(AT_ONCE)))
        return DISPOSITIONS / (time.perf_counter() - began)


def _replay(connection: psycopg.Connection[Any], statements: list[Statement]) -> None:
    with connection.transaction(), closing(connection.cursor()) as cursor:
        for text, parameters in statements:
            cursor.execute(text, parameters)
            if cursor.description:
                cursor.fetchall()


def _now() -> datetime:
    return datetime.now(UTC)

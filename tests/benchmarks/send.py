"""Applying an entry of the outbox to the shared database: one transaction, exactly once."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from console.models.commands import LogDisposition
from console.services.apply import apply
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.memory import Memory
from console.services.outbox import Outbox
from console.services.send_queue import Waiting
from console.services.server import Server
from console.services.sync import Sync
from tests.benchmarks.measure import RUNS, measure
from tests.benchmarks.stores import NOW, Statement, Store, recorded
from tests.commands import command, disposition

N = 100


def applied(store: Store) -> Iterator[dict[str, Any]]:
    """Floor: the same statements in one transaction by the driver alone."""
    with tempfile.TemporaryDirectory(prefix="engagement-send-") as folder:
        desk = open_workstation(Path(folder) / "workstation.db")
        url = store.database.engine.url.render_as_string(hide_password=False)
        with closing(desk), closing(open_shared(url, lazily=True)) as shared:
            if not shared.embedded:
                Server(Memory(desk)).guard(shared.engine)
                shared = Database(shared.engine.execution_options(sender=True))
            yield from _measured(store, Outbox(desk, lambda: NOW), shared)


def _measured(store: Store, outbox: Outbox, shared: Database) -> Iterator[dict[str, Any]]:
    sync = Sync(outbox, lambda: shared, lambda: NOW)
    for turn in range(RUNS * N):
        outbox.put(command(disposition(store.people[turn])))
    entries = outbox.queue.take(RUNS * N)
    copies = [_copy(store.database, entry) for entry in entries]
    done: set[int] = set()

    def once(question: int) -> None:
        sync._apply(shared, [entries[question]])

    def same(question: int) -> None:
        if question in done:  # the first one is asked twice; ours finds it there, too
            return
        done.add(question)
        with closing(store.bare.cursor()) as cursor:
            cursor.execute("BEGIN")
            for text, parameters in copies[question]:
                cursor.execute(text, parameters)
                if cursor.description:
                    cursor.fetchall()
            cursor.execute("COMMIT")

    yield from measure("apply", store.setting, once, {"same statements": same}, N)


def _copy(database: Database, entry: Waiting) -> list[Statement]:
    """What a call of the same kind sends."""
    body = entry.command().body
    assert isinstance(body, LogDisposition)
    return statements_of(database, disposition(*body.call.about))


class _Enough(Exception):
    """Ends the transaction of which only the statements are wanted."""


def statements_of(database: Database, body: LogDisposition) -> list[Statement]:
    """What applying this sends, recorded and rolled back."""
    with recorded(database) as statements, suppress(_Enough), database.transaction() as session:
        apply(session, command(body), NOW)
        raise _Enough
    return list(statements)

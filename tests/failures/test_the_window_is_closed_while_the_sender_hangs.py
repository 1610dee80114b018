"""The server never answers a COMMIT: the window still closes, at once, and nothing is lost."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from console.models import facts
from console.models.ids import Login
from console.services.database import create, open_shared
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import Clock, command, stop
from tests.postgresql import Cluster
from tests.stories.desk import publish_what_ships, until

CONSOLE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, Slot
from console import process
from console.settings import from_environment

class Closing(process.Application):
    def start(self):
        super().start()
        self._watch = QTimer(self, interval=10)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    @Slot()
    def _look(self):
        if Path(sys.argv[1]).exists():
            self.window.close()

process.Application = Closing
sys.exit(process.run(from_environment()))
"""
SECONDS = 3.0


def hanging(cluster: Cluster) -> int:
    with cluster.server.connect() as connection:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        return int(connection.execute(waiting).fetchone()[0])


def set_standby(cluster: Cluster, name: str) -> None:
    with cluster.server.connect() as connection:
        connection.autocommit = True
        connection.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
        connection.execute("SELECT pg_reload_conf()")


def test_it_closes_in_three_seconds_and_the_entry_still_waits(
    private_cluster: Callable[..., Cluster], profile: Path, tmp_path: Path, qapp: object
) -> None:
    cluster = private_cluster(settings={"synchronous_commit": "on"})  # or none waits for a standby
    url = cluster.server.url()
    create(url)
    shared = open_shared(url)
    publish_what_ships(shared)
    made = command(stop(), Login("postgres"))
    store = open_workstation(profile / "workstation.db")
    Outbox(store, Clock()).put(made)
    store.close()
    set_standby(cluster, "nobody")

    close = tmp_path / "close"
    running = subprocess.Popen(
        [sys.executable, "-c", CONSOLE, str(close)],
        env={**os.environ, "ENGAGEMENT_DATABASE": url},
        stderr=subprocess.PIPE,
    )
    try:
        until(lambda: hanging(cluster) or running.poll() is not None, seconds=60)
        assert running.poll() is None
        close.touch()
        began = time.monotonic()
        code = running.wait(30)
        took = time.monotonic() - began
    finally:
        running.kill()
        complaints = running.communicate()[1].decode()
    assert code == 0, complaints
    assert "Traceback" not in complaints
    assert took < SECONDS + 2, took  # two more for a machine that does other things, too

    store = open_workstation(profile / "workstation.db")
    outbox = Outbox(store, Clock())
    assert outbox.waiting() == 1
    set_standby(cluster, "")
    report = Sync(outbox, lambda: shared, Clock()).once(now=True)
    assert (report.confirmed, report.still_pending) == (1, 0)
    with shared.transaction(writes=False) as session:
        journal = select(func.count()).where(facts.Command.id == made.id)
        assert session.scalar(journal) == 1
    store.close()
    shared.close()

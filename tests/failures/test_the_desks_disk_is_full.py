"""No room on the desk's disk: nothing is said to be logged, and what was logged is still sent."""

from pathlib import Path

import pytest

from console.services.database import open_shared
from console.services.desk_store import open_workstation
from console.services.driver_faults import DiskFull
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import Clock, command, disposition, stop
from tests.desk_store import Disk


def test_a_full_disk_refuses_the_next_and_still_sends_the_ones_before(
    tmp_path: Path, sqlite_database: str
) -> None:
    store = open_workstation(tmp_path / "workstation.db")
    shared, clock = open_shared(sqlite_database), Clock()
    outbox, disk = Outbox(store, clock), Disk(store)
    before = [command(stop()) for _ in range(5)]
    for each in before:
        outbox.put(each)
    assert (tmp_path / "ballast").stat().st_size == 1 << 20

    disk.full = True
    refused = command(disposition(notes="long " * 20_000))
    with pytest.raises(DiskFull, match="Nothing was changed"):
        outbox.put(refused)
    assert outbox.find(refused.id) is None
    assert not (tmp_path / "ballast").exists()
    assert Sync(outbox, lambda: shared, clock).once().sent == 5

    disk.full = False
    outbox.put(refused)
    assert Sync(outbox, lambda: shared, clock).once().sent == 1
    store.close()
    open_workstation(tmp_path / "workstation.db").close()
    assert (tmp_path / "ballast").exists()
    shared.close()

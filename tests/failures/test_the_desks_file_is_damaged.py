"""Pages of the workstation file go bad: it is kept aside, and nearly everything in it goes on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.services import salvage
from console.services.desk_store import open_workstation
from console.services.driver_faults import Damaged
from console.services.memory import Memory
from console.services.outbox import Outbox
from tests.commands import Clock, command, disposition

ENTRIES = 1000
PAGE = 4096


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a thousand entries of some hundred bytes, in one file."""
    file = tmp_path_factory.mktemp("healthy") / "workstation.db"
    store = open_workstation(file)
    outbox = Outbox(store, Clock())
    first, *others = (command(disposition(notes=f"entry {n}")) for n in range(ENTRIES))
    outbox.put(first, before=others)
    Memory(store).set("theme", "dark")
    store.close()
    with closing(sqlite3.connect(file)) as settled:
        settled.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture
def file(healthy: Path, tmp_path: Path) -> Path:
    for part in (healthy, healthy.with_suffix(".key")):
        (tmp_path / part.name).write_bytes(part.read_bytes())
    return tmp_path / healthy.name


def leaves(file: Path) -> list[int]:
    """Pages in which entries lie, by SQLite's own mark of a table's leaf (13)."""
    content = file.read_bytes()
    marks = range(0, len(content), PAGE)
    return [at for at in marks if content[at] == 13 and content[at:].find(b"LogDisposition") < PAGE]


def flip(file: Path, at: int, count: int = 8) -> None:
    content = bytearray(file.read_bytes())
    for offset in range(at, at + count):
        content[offset] ^= 0xFF
    file.write_bytes(content)


@pytest.mark.parametrize("where", ["a page's head", "within an entry"])
def test_a_bad_page_costs_its_own_entries_alone(file: Path, where: str) -> None:
    page = leaves(file)[len(leaves(file)) // 2]
    flip(file, page if where == "a page's head" else page + PAGE // 2)

    opened = salvage.open_store(file, Clock())

    saved = Outbox(opened.store, Clock()).queue.take(2 * ENTRIES)
    assert len(saved) >= 0.99 * ENTRIES
    assert all(entry.command() for entry in saved)
    assert Memory(opened.store).get("theme") == "dark"
    (aside,) = file.parent.glob("workstation.aside-*.db")
    assert str(aside) in opened.told
    assert f"{ENTRIES - len(saved)} could not be read" in opened.told
    opened.store.close()
    again = salvage.open_store(file, Clock())
    assert again.told == ""
    again.store.close()


def test_a_salvage_that_was_cut_short_goes_on_at_the_next_start(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(file, leaves(file)[3])

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(salvage, "copy_rows", dies)
        with pytest.raises(KeyboardInterrupt):
            salvage.open_store(file, Clock())

    opened = salvage.open_store(file, Clock())
    assert len(Outbox(opened.store, Clock()).queue.take(2 * ENTRIES)) >= 0.99 * ENTRIES
    assert len(list(file.parent.glob("workstation.aside-*.db"))) == 1
    assert not file.with_suffix(".salvaging").exists()
    opened.store.close()


def test_only_whoever_holds_the_profile_sets_a_file_aside(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(Damaged, match="Start the console"):
        open_workstation(file)
    assert file.read_bytes().startswith(b"no database at all")


def test_a_file_of_which_nothing_can_be_read_is_kept_and_the_desk_starts(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)
    opened = salvage.open_store(file, Clock())
    assert Outbox(opened.store, Clock()).waiting() == 0
    (aside,) = file.parent.glob("workstation.aside-*.db")
    assert aside.read_bytes().startswith(b"no database at all")
    opened.store.close()


def test_a_store_in_order_is_left_alone(file: Path) -> None:
    opened = salvage.open_store(file, Clock())
    assert opened.told == ""
    assert list(file.parent.glob("*aside*")) == []
    opened.store.close()

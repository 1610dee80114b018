"""What lies on the desk's disk: no name, note or number in clear, not even after an upgrade."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from console.models.workstation import OutboxEntry
from console.services import codec
from console.services.apply import seal
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from tests.commands import REP, Clock, command, disposition, draft_of, new_person
from tests.desk_store import guard, on_disk

CANARIES = ("ZZPHI-Walburga", "ZZPHI-note-fever", "9375550137", "1951-02-03")
WHO = new_person(name=CANARIES[0], birth_date=CANARIES[3])
SAID = disposition(WHO.person, notes=CANARIES[1])


def found_in(folder: Path) -> list[str]:
    lying = on_disk(folder)
    return [canary for canary in CANARIES if canary.encode() in lying]


def test_nothing_personal_lies_in_the_files_of_the_store(tmp_path: Path) -> None:
    store = open_workstation(tmp_path / "workstation.db")
    outbox, drafts = Outbox(store, Clock()), Drafts(store, Clock())
    put = command(SAID)
    draft = replace(draft_of(put), notes=CANARIES[1], phone=CANARIES[2])
    outbox.put(command(WHO))
    drafts.save(draft)
    assert found_in(tmp_path) == []  # the write-ahead log is not written back yet
    outbox.put(put, draft=draft)
    outbox.queue.take(10)
    store.close()
    assert found_in(tmp_path) == []


def in_clear(file: Path) -> None:
    """A store as the release before left it: the first revision, nothing sealed."""
    store = open_workstation(file)
    first, second = command(WHO), command(SAID)
    outbox, drafts = Outbox(store, Clock()), Drafts(store, Clock())
    outbox.put(first)
    outbox.put(second)
    draft = replace(draft_of(command(SAID)), notes=CANARIES[1], phone=CANARIES[2])
    drafts.save(draft)
    store.close()
    with closing(sqlite3.connect(file)) as plain, plain:
        for each in (first, second):
            plain.execute(
                "UPDATE outbox SET payload = ?, draft = ? WHERE id = ?",
                (codec.canonical(seal(each)[0]), codec.canonical(codec.dump(draft)), each.id.hex),
            )
        plain.execute("UPDATE draft SET payload = ?", (codec.canonical(codec.dump(draft)),))
        plain.execute("DROP TABLE store_key")
        plain.execute("ALTER TABLE outbox DROP COLUMN acked_epoch")
        plain.execute("UPDATE alembic_version SET version_num = '0001'")
    file.with_suffix(".key").unlink(missing_ok=True)


def test_a_store_in_clear_is_sealed_and_leaves_no_copy_in_clear(tmp_path: Path) -> None:
    file = tmp_path / "workstation.db"
    in_clear(file)
    assert found_in(tmp_path) == list(CANARIES)

    store = open_workstation(file)
    taken = Outbox(store, Clock()).queue.take(10)
    assert [waiting.command().body for waiting in taken] == [WHO, SAID]
    (draft,) = Drafts(store, Clock()).all(REP)
    assert draft.notes == CANARIES[1]
    store.close()
    assert found_in(tmp_path) == []


def test_an_upgrade_that_died_before_it_cleaned_up_is_finished_at_the_next_start(
    tmp_path: Path,
) -> None:
    file = tmp_path / "workstation.db"
    in_clear(file)
    copy = tmp_path / "kept"
    shutil.copyfile(file, copy)
    open_workstation(file).close()
    copy.rename(tmp_path / "workstation.before-0001.db")
    assert found_in(tmp_path)
    open_workstation(file).close()
    assert found_in(tmp_path) == []


def test_a_value_moved_to_another_row_does_not_open_there(tmp_path: Path) -> None:
    store = open_workstation(tmp_path / "workstation.db")
    outbox = Outbox(store, Clock())
    first, second = command(WHO), command(SAID)
    outbox.put(first)
    outbox.put(second)
    with store.transaction() as session:
        payloads = {entry.id: entry.payload for entry in session.query(OutboxEntry).all()}
        session.execute(
            update(OutboxEntry)
            .where(OutboxEntry.id == first.id)
            .values(payload=payloads[second.id])
        )
    taken = outbox.queue.take(10)
    assert [waiting.payload == b"" for waiting in taken] == [True, False]
    assert json.loads(taken[1].payload)
    store.close()


def test_the_key_lies_in_the_keyring_and_beside_the_store_only_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = open_workstation(tmp_path / "alone" / "workstation.db")
    assert "no keyring" in alone.told
    key = tmp_path / "alone" / "workstation.key"
    assert key.stat().st_mode & 0o777 == 0o600
    alone.close()
    again = open_workstation(tmp_path / "alone" / "workstation.db")
    assert again.told == ""
    again.close()

    ring = guard(monkeypatch)
    guarded = open_workstation(tmp_path / "guarded" / "workstation.db")
    assert guarded.told == ""
    assert len(ring.secrets) == 1
    assert not (tmp_path / "guarded" / "workstation.key").exists()
    guarded.close()

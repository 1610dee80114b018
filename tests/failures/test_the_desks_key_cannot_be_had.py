"""The keyring is locked, hangs, lost the key or has another: what was logged is never lost."""

from pathlib import Path

import pytest

from console.errors import EnvironmentFault, Refused
from console.services import credentials, recovery, salvage
from console.services.desk_key import KeyLost
from console.services.desk_store import DeskStore, open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from tests.commands import REP, Clock, command, disposition, draft_of, stop
from tests.desk_store import Guarded, guard


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Guarded:
    return guard(monkeypatch)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "workstation.db"


def work(store: DeskStore) -> set[object]:
    """Two entries and a draft; their ids."""
    outbox = Outbox(store, Clock())
    made = [command(disposition(notes="by hand")), command(stop())]
    for each in made:
        outbox.put(each)
    Drafts(store, Clock()).save(draft_of(command(disposition())))
    store.close()
    return {each.id for each in made}


def waiting(store: DeskStore) -> set[object]:
    return {entry.command().id for entry in Outbox(store, Clock()).queue.take(10)}


def test_a_locked_keyring_is_said_and_the_store_left_alone(ring: Guarded, file: Path) -> None:
    made = work(open_workstation(file))
    before = file.read_bytes()
    ring.locked = True
    with pytest.raises(EnvironmentFault, match="Unlock it and start again"):
        salvage.open_store(file, Clock())
    assert file.read_bytes() == before
    ring.locked = False
    store = salvage.open_store(file, Clock()).store
    assert waiting(store) == made
    store.close()


def test_a_keyring_that_hangs_is_not_waited_for(
    ring: Guarded, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = work(open_workstation(file))
    monkeypatch.setattr(credentials, "DEADLINE", 0.05)
    ring.hangs.clear()
    with pytest.raises(EnvironmentFault, match="does not answer"):
        salvage.open_store(file, Clock())
    ring.hangs.set()
    store = open_workstation(file)
    assert waiting(store) == made
    store.close()


def test_a_keyring_that_is_not_there_today_is_no_lost_key(
    ring: Guarded, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = work(open_workstation(file))
    monkeypatch.setattr(credentials, "TRUSTED", ())
    with pytest.raises(EnvironmentFault, match="not to be had here") as refused:
        salvage.open_store(file, Clock())
    assert not isinstance(refused.value, KeyLost)
    monkeypatch.setattr(credentials, "TRUSTED", (Guarded.__module__,))
    store = open_workstation(file)
    assert waiting(store) == made
    store.close()


def test_a_keyring_that_only_says_it_kept_the_key_is_not_believed(
    ring: Guarded, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    store = open_workstation(file)
    assert "no keyring" in store.told
    made = work(store)
    reopened = open_workstation(file)
    assert waiting(reopened) == made
    reopened.close()


@pytest.mark.parametrize("loss", ["gone", "another's"])
def test_a_store_whose_key_is_lost_is_kept_and_recovered(
    ring: Guarded, file: Path, tmp_path: Path, loss: str
) -> None:
    private = tmp_path / "recovery.key"
    public = recovery.make_pair(private)
    assert private.stat().st_mode & 0o777 == 0o600
    made = work(open_workstation(file, public))
    (place,) = ring.secrets
    if loss == "gone":
        del ring.secrets[place]
    else:
        ring.secrets[place] = "A" * 43 + "="

    with pytest.raises(KeyLost):
        open_workstation(file, public)
    opened = salvage.open_store(file, Clock(), public)
    (aside,) = file.parent.glob("workstation.aside-*.db")
    assert str(aside) in opened.told
    assert waiting(opened.store) == set()

    done = salvage.recover(aside, private, opened.store)
    assert (done.entries, done.drafts, done.lost) == (2, 1, 0)
    assert len(Drafts(opened.store, Clock()).all(REP)) == 1
    assert salvage.recover(aside, private, opened.store).entries == 0
    assert waiting(opened.store) == made
    opened.store.close()


def test_another_organizations_key_opens_nothing(ring: Guarded, file: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    public = recovery.make_pair(ours)
    recovery.make_pair(theirs)
    store = open_workstation(file, public)
    with pytest.raises(Refused, match="does not open"):
        salvage.recover(file, theirs, store)
    with pytest.raises(Refused, match="never overwritten"):
        recovery.make_pair(ours)
    store.close()

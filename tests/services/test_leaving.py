"""A desk whose profile ends with the session is left only when nothing waits in its outbox."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.models.terms import EntryState
from console.services import leaving
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.settings import Settings, embedded_file, from_environment
from tests.commands import Clock, command, stop


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    store = open_workstation(tmp_path / "workstation.db")
    yield Outbox(store, Clock())
    store.close()


@pytest.fixture
def passing(tmp_path: Path) -> Settings:
    return Settings(profile=tmp_path, database=embedded_file(tmp_path), profile_passes=True)


def test_it_waits_until_everything_was_sent(outbox: Outbox, passing: Settings) -> None:
    assert leaving.ask(passing, outbox).may
    outbox.put(command(stop()))
    held = leaving.ask(passing, outbox)
    assert (held.may, held.waits) == (False, 1)
    assert "1 entry is not on the server yet" in held.why
    (taken,) = outbox.queue.take(1)
    assert not leaving.ask(passing, outbox).may
    outbox.queue.settle([taken.id], EntryState.ACKED)
    assert leaving.ask(passing, outbox).may


@pytest.mark.parametrize("state", [EntryState.HELD, EntryState.QUARANTINED, EntryState.CONFLICT])
def test_what_was_not_taken_holds_it_too(
    outbox: Outbox, passing: Settings, state: EntryState
) -> None:
    outbox.put(command(stop()))
    (taken,) = outbox.queue.take(1)
    outbox.queue.settle([taken.id], state)
    assert not leaving.ask(passing, outbox).may


@pytest.mark.parametrize("stays", [{"profile_passes": False}, {"outbox": Path("/somewhere")}])
def test_a_store_that_outlives_the_session_may_be_left(
    outbox: Outbox, passing: Settings, stays: dict[str, object]
) -> None:
    outbox.put(command(stop()))
    found = leaving.ask(replace(passing, **stays), outbox)  # type: ignore[arg-type]
    assert (found.may, found.waits, found.why) == (True, 1, "")


def test_the_outbox_lies_where_it_is_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENGAGEMENT_OUTBOX", str(tmp_path / "kept"))
    monkeypatch.setenv("ENGAGEMENT_PROFILE_PASSES", "1")
    settings = from_environment(tmp_path / "profile")
    assert settings.workstation_file == tmp_path / "kept" / "workstation.db"
    assert settings.profile_passes

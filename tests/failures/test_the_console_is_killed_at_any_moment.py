"""Killed at any moment, a desk has every call that it said was logged, and its profile is free."""

import random
from pathlib import Path

import pytest

from console.errors import InUse
from console.models.ids import CommandId
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from console.services.profile import ProfileLock
from tests.cli.conftest import start
from tests.commands import REP, Clock
from tests.desk_store import hold_until_killed, log_until_killed, processes

ROUNDS = 20


def one_round(file: Path, after: int) -> tuple[set[CommandId], CommandId | None]:
    """What a process said was logged until it was killed, and the draft it had saved last."""
    ours, theirs = processes.Pipe(duplex=False)
    logging = processes.Process(target=log_until_killed, args=(file, theirs))
    logging.start()
    theirs.close()
    logged, saved = set(), None
    try:
        for _ in range(after):
            assert ours.poll(60)
            what, which = ours.recv()
            saved = which if what == "saved" else None
            if what == "logged":
                logged.add(which)
    finally:
        logging.kill()
    while True:  # what it said and we had not heard yet
        try:
            what, which = ours.recv()
        except EOFError:
            break
        saved = which if what == "saved" else None
        if what == "logged":
            logged.add(which)
    logging.join()
    return logged, saved


def test_everything_said_to_be_logged_is_there(tmp_path: Path) -> None:
    file, chance = tmp_path / "workstation.db", random.Random(8)
    said: set[CommandId] = set()
    for _ in range(ROUNDS):
        logged, saved = one_round(file, chance.randrange(1, 60))
        said |= logged
        store = open_workstation(file)
        outbox = Outbox(store, Clock())
        assert all(outbox.find(each) is not None for each in logged)
        if saved is not None:  # not logged, as far as it said
            calls = {entry.command().body.call.id for entry in outbox.queue.take(1_000_000)}
            outbox.queue.recover()
            assert saved in calls | {draft.call_id for draft in Drafts(store, Clock()).all(REP)}
        store.close()
    store = open_workstation(file)
    there = [entry.id for entry in Outbox(store, Clock()).queue.take(1_000_000)]
    store.close()
    assert len(said) > ROUNDS
    assert said <= set(there)
    assert len(there) == len(set(there))


def test_a_second_console_is_refused_with_the_process_until_the_first_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "held"
    ours, theirs = processes.Pipe(duplex=False)
    first = processes.Process(target=hold_until_killed, args=(profile, theirs))
    first.start()
    assert ours.poll(60)

    with (
        pytest.raises(InUse, match=rf"another console \(process {first.pid}\)"),
        ProfileLock(profile),
    ):
        pass
    said = start("--profile", profile, "outbox").refused()
    assert f"process {first.pid}" in said

    first.kill()
    first.join()
    with ProfileLock(profile):
        pass

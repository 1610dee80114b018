"""A person long on the screen says stop elsewhere: she is not dialed from here."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from console.models.commands import RequestStop
from console.models.ids import Login
from console.services.database import open_shared
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import command, revocation
from tests.postgresql import Cluster
from tests.stories.desk import (
    OTHER_REP,
    Desk,
    add_staff,
    bring,
    later,
    patient,
)

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")


def stop_elsewhere(desk: Desk, folder: Path) -> None:
    """As another desk's sender writes it."""
    fact = revocation(desk.person("Walter Brandt"), "+19375550119")
    store = open_workstation(folder / "other" / "workstation.db")
    outbox = Outbox(store, desk.clock)
    outbox.put(command(RequestStop(call=None, consents=(fact,)), Login(OTHER_REP), desk.clock()))
    assert Sync(outbox, lambda: desk.center.shared, desk.clock).once().sent == 1
    store.close()


@pytest.mark.parametrize("threads", [False, True])
def test_a_stop_at_another_desk_is_honoured_when_dialing(
    start_desk: Callable[..., Desk], tmp_path: Path, threads: bool
) -> None:
    desk = start_desk(threads=threads)
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    assert "Walter Brandt" in desk.seen(desk.page.person.header)
    stop_elsewhere(desk, tmp_path)

    desk.press("Alt+D")

    assert desk.dialed == []
    assert desk.idle
    assert "stop" in desk.message.lower(), desk.message
    assert "stopped" in desk.seen(desk.page.person.header)


@pytest.fixture
def desk_on_it(start_desk: Callable[..., Desk], center_url: str, tmp_path: Path) -> Desk:
    shared = open_shared(center_url)
    add_staff(shared)
    bring(shared, tmp_path / "files", WALTER, now=later(Desk.begins_at()))
    shared.close()
    return start_desk(database=center_url, login=None)


def test_without_the_server_it_is_dialed_only_on_consents_that_are_new_enough(
    server: Cluster, desk_on_it: Desk
) -> None:
    desk = desk_on_it
    desk.find("Walter Brandt")
    server.stop("immediate")
    desk.clock.goes_on(minutes=29)
    desk.press("Alt+D")
    assert len(desk.dialed) == 1, desk.message
    desk.press("Alt+X", "1", "Ctrl+Return")

    desk.pass_time(20)
    assert "Offline since" in desk.status


def test_consents_too_old_are_not_dialed_on(server: Cluster, desk_on_it: Desk) -> None:
    desk = desk_on_it
    desk.find("Walter Brandt")
    server.stop("immediate")
    desk.clock.at += timedelta(minutes=31)
    desk.press("Alt+D")
    assert desk.dialed == []
    assert "too old to dial on" in desk.message

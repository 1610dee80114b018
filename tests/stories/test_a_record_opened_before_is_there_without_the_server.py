"""The server is gone and the console starts again: the person of the call is shown as saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from console.services.database import open_shared
from tests.desk_store import on_disk
from tests.postgresql import Cluster
from tests.stories.desk import Desk, add_staff, bring, later, patient

WALTER = patient("walter", "Walter ZZPHI", born="1951-02-03", phone="937-555-0119", mrn="6001")


@pytest.fixture
def desk_in_call(start_desk: Callable[..., Desk], center_url: str, tmp_path: Path) -> Desk:
    shared = open_shared(center_url)
    add_staff(shared)
    bring(shared, tmp_path / "files", WALTER, now=later(Desk.begins_at()))
    shared.close()
    desk = start_desk(database=center_url, login=None)
    desk.find("Walter ZZPHI")
    desk.press("Alt+D", "F9")
    desk.write("asks for the nurse")
    desk.pass_time(1)
    return desk


def again_without(
    server: Cluster, desk: Desk, start_desk: Callable[..., Desk], **later: float
) -> Desk:
    desk.die()
    server.stop("immediate")
    desk.clock.goes_on(**later)
    again = start_desk(database=desk.settings.database, login=None, clock=desk.clock)
    again.pass_time(20)
    again.press("Alt+N")
    return again


def test_the_saved_copy_is_shown_with_its_time(
    server: Cluster, desk_in_call: Desk, start_desk: Callable[..., Desk]
) -> None:
    again = again_without(server, desk_in_call, start_desk, hours=1)

    assert again.notes == "asks for the nurse"
    assert "Walter ZZPHI" in again.seen(again.page.person.header)
    assert "Copy from 10:0" in again.seen(again.page.timeline)
    again.press("F6", "F4", "1", "Ctrl+Return")
    assert again.idle, again.seen(again.page.bar)


def test_nothing_of_it_lies_in_clear(desk_in_call: Desk) -> None:
    profile = desk_in_call.settings.profile
    assert list((profile / "records").iterdir())
    workstation = [*profile.glob("workstation*"), *(profile / "records").iterdir()]
    for file in workstation:
        assert b"ZZPHI" not in file.read_bytes()
    assert b"ZZPHI" not in on_disk(profile / "records")


@pytest.mark.parametrize("why", ["a day unseen", "signed out"])
def test_it_is_gone(
    server: Cluster, desk_in_call: Desk, start_desk: Callable[..., Desk], why: str
) -> None:
    if why == "signed out":
        desk_in_call.center.saved_records.forget()
        again = again_without(server, desk_in_call, start_desk, hours=1)
    else:
        again = again_without(server, desk_in_call, start_desk, hours=25)
    assert "Walter" not in again.seen(again.page.person.header)
    assert list((again.settings.profile / "records").iterdir()) == []

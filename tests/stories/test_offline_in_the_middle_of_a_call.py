"""The server goes away in the middle of a call: work goes on, and all of it is sent, once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from console.models.facts import ConsentEvent, Disposition
from console.services.database import open_shared
from tests.postgresql import Cluster
from tests.stories.desk import Desk, add_staff, bring, later, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119", mrn="6001")
DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


@pytest.fixture
def desk_on_it(start_desk: Callable[..., Desk], center_url: str, tmp_path: Path) -> Desk:
    shared = open_shared(center_url)
    add_staff(shared)
    bring(shared, tmp_path / "files", WALTER, DENISE, now=later(Desk.begins_at()))
    shared.close()
    return start_desk(database=center_url, login=None)


def test_the_call_goes_on_and_is_sent_once(server: Cluster, desk_on_it: Desk) -> None:
    desk = desk_on_it
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F9")
    desk.write("rings long")

    server.stop("immediate")
    desk.press("Alt+X", "1", "Ctrl+Return")
    assert desk.idle
    assert "Logged for Walter B." in desk.message
    desk.log_all()
    assert "Offline since" in desk.status
    assert "1 entry kept on this computer" in desk.status

    server.start()
    for _ in range(3):
        desk.pass_time(61)
    assert "Offline" not in desk.status
    assert [row.notes for row in desk.rows(Disposition)] == ["rings long"]


def test_a_stop_holds_at_the_desk_and_arrives_later(server: Cluster, desk_on_it: Desk) -> None:
    desk = desk_on_it
    desk.find("Denise Whitfield")
    desk.press("Alt+D")
    server.stop("immediate")
    desk.pass_time(20)

    desk.press("Alt+S")

    assert "stopped" in desk.seen(desk.page.person.header)
    desk.press("Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    server.start()
    for _ in range(3):
        desk.pass_time(61)
    denise = desk.person("Denise Whitfield")
    assert {entry.state for entry in desk.record(denise).view.consents} == {"stopped"}
    assert len({row.command_id for row in desk.rows(ConsentEvent)}) == 1


def test_the_slot_says_so_until_the_server_is_back(server: Cluster, desk_on_it: Desk) -> None:
    desk = desk_on_it
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    server.stop("immediate")
    desk.pass_time(20)
    assert "Offline since 10:00. You can dial until" in desk.message

    desk.pass_time(31 * 60)
    assert "no dialing: consents are 31 min old, limit 30" in desk.message
    desk.pass_time(24 * 60 * 60)
    assert "consents are 1471 min old" in desk.message

    server.start()
    for _ in range(3):
        desk.pass_time(61)
    assert "Offline" not in desk.message


def test_it_starts_without_the_server_and_logs(
    server: Cluster, desk_on_it: Desk, start_desk: Callable[..., Desk]
) -> None:
    url, clock = desk_on_it.settings.database, desk_on_it.clock
    desk_on_it.close()
    server.stop("immediate")

    desk = start_desk(database=url, login=None, clock=clock)
    desk.pass_time(20)
    desk.ring("937-555-0193")
    desk.press("Alt+A", "F4", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    server.start()
    for _ in range(3):
        desk.pass_time(61)

    assert [row.code for row in desk.rows(Disposition)] == ["question_answered"]

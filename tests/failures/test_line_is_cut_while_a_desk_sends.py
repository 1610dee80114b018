"""The line between a desk and the server is cut in every way that real lines are."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, select

from console.models import facts
from tests.commands import disposition, new_person
from tests.failures.desks import AUTHOR, Desk, address
from tests.postgresql import until
from tests.proxy import Mode, Proxy


@pytest.fixture
def server(postgresql_database: str) -> URL:
    return make_url(postgresql_database)


@pytest.fixture
def proxy(server: URL) -> Iterator[Proxy]:
    with closing(Proxy(server.port or 5432)) as made:
        yield made


@pytest.fixture
def desk(server: URL, proxy: Proxy, tmp_path: Path) -> Iterator[Desk]:
    url = f"{address(proxy.port, database=str(server.database))}&sslmode=disable"
    with closing(Desk(tmp_path / "desk", url)) as made:
        yield made


@pytest.fixture
def near(server: URL, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose line is never cut."""
    url = address(server.port or 5432, database=str(server.database))
    with closing(Desk(tmp_path / "near", url)) as made:
        yield made


def check(desk: Desk, near: Desk) -> None:
    """All that was logged is there, each once, applied once."""
    with near.center.shared.transaction(writes=False) as session:
        journal = list(session.scalars(select(facts.Command.id)))
        calls = list(session.scalars(select(facts.Disposition.command_id)))
    assert sorted(journal) == sorted(desk.ids)
    logged = [made.id for made in desk.logged if made.kind == "LogDisposition"]
    assert sorted(calls) == sorted(logged)


def test_a_lost_answer_to_a_commit_doubles_nothing(desk: Desk, near: Desk, proxy: Proxy) -> None:
    proxy.change("lose_ack")
    for _ in range(35):
        desk.log(disposition())
        report = desk.send_at_once()
        assert (report.confirmed, report.offline is None) == (0, False)
    assert proxy.lost == 35
    proxy.change("open")
    report = desk.send(now=True)
    assert (report.confirmed, report.still_pending) == (35, 0)
    assert report.sent == 0  # all had arrived
    check(desk, near)


@pytest.mark.parametrize("mode", ["refuse", "reset", "blackhole"])
def test_while_the_line_is_cut_all_is_kept_and_then_goes_once(
    mode: Mode, desk: Desk, near: Desk, proxy: Proxy
) -> None:
    known = new_person()
    desk.log(known)
    assert desk.send().sent == 1
    proxy.change(mode)
    desk.log(disposition(known.person))
    began = time.monotonic()
    report = desk.send(now=True)
    freed = time.monotonic() - began
    assert report.offline is not None
    assert (report.confirmed, report.still_pending, report.quarantined) == (0, 1, 0)
    assert freed < 20  # without deadlines it never was

    proxy.change("open")
    proxy.tear()  # what vanished comes back as a torn line
    report = desk.send(now=True)
    assert (report.sent, report.still_pending) == (1, 0)
    check(desk, near)


def test_a_partition_in_the_middle_of_a_question_frees_the_sender(
    desk: Desk, near: Desk, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No keepalive sees it, and cancelling needs the line that is gone: the socket is closed."""
    desk.log()
    desk.send()
    received_at = desk.center.sync._received_at

    def then_cut(session: object) -> object:
        at = received_at(session)  # type: ignore[arg-type]
        proxy.change("blackhole")
        return at

    monkeypatch.setattr(desk.center.sync, "_received_at", then_cut)
    desk.log()
    began = time.monotonic()
    report = desk.send()
    assert time.monotonic() - began < 20
    assert report.offline is not None
    assert report.still_pending == 1

    monkeypatch.undo()
    proxy.change("open")
    proxy.tear()
    assert desk.send(now=True).sent == 1
    check(desk, near)


def test_a_slow_line_sends_each_entry_once(desk: Desk, near: Desk, proxy: Proxy) -> None:
    proxy.change("slow")
    for _ in range(10):
        desk.log()
    assert desk.send().sent == 10
    check(desk, near)


def test_under_all_of_it_in_turn_nothing_is_lost_or_doubled(
    desk: Desk, near: Desk, proxy: Proxy
) -> None:
    modes: list[Mode] = ["lose_ack", "open", "reset", "open", "slow", "lose_ack", "refuse", "open"]
    for mode in modes * 3:
        proxy.change(mode)
        for _ in range(5):
            desk.log(disposition())
        desk.send_at_once()
    proxy.change("open")
    until(lambda: desk.send(now=True).still_pending == 0)
    assert desk.states == {}
    check(desk, near)


def test_a_desk_on_a_cut_line_logs_at_once(desk: Desk, proxy: Proxy) -> None:
    proxy.change("blackhole")
    made = desk.log()
    assert desk.states == {made.id: "pending"}
    assert made.author == AUTHOR

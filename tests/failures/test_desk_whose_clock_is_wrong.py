"""A desk's clock is wrong by hours or months: it syncs all the same, and its times are right."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from console.models import facts
from console.services import clock as clock_module
from console.services.clock import DeskClock
from tests.commands import NOON, call, disposition
from tests.failures.desks import Desk, address

CLOSE = timedelta(minutes=1)
WRONG = [
    timedelta(hours=5),
    timedelta(hours=-5),
    timedelta(days=-2),
    timedelta(days=60),
    timedelta(days=-400),
]


@pytest.fixture
def new_desk(postgresql_database: str, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []
    url = make_url(postgresql_database)

    def make(name: str) -> Desk:
        made.append(Desk(tmp_path / name, address(url.port or 0, database=str(url.database))))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Sets this computer's clock, as far as the console asks it."""

    def wrong_by(off: timedelta) -> None:
        class Wrong(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                return datetime.now(UTC) + off

        monkeypatch.setattr(clock_module, "datetime", Wrong)

    return wrong_by


def log_a_call_now(desk: Desk) -> None:
    now = desk.center.clock()
    times = {"started_at": now, "answered_at": now, "ended_at": now}
    desk.log(disposition(call=call(**times)))


def off_by(desk: Desk) -> timedelta:
    return abs(desk.center.clock() - datetime.now(UTC))


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_it_syncs_and_tells_the_servers_time_from_then_on(
    wrong: timedelta, new_desk: Callable[[str], Desk], set_clock: Callable[[timedelta], None]
) -> None:
    set_clock(wrong)
    desk = new_desk("wrong")
    assert off_by(desk) > timedelta(hours=4)
    desk.log()  # before it has ever asked the server
    report = desk.send()
    assert (report.sent, report.offline) == (1, None)
    assert off_by(desk) < CLOSE
    desk.center.close()

    again = new_desk("wrong")  # a start without the server keeps what was known
    assert off_by(again) < CLOSE
    set_clock(timedelta())  # somebody sets the clock right
    again.log()
    assert again.send().sent == 1
    assert off_by(again) < CLOSE


def test_calls_of_two_desks_stand_in_the_order_in_which_they_were(
    new_desk: Callable[[str], Desk], set_clock: Callable[[timedelta], None]
) -> None:
    desks = [new_desk(name) for name in ("right", "ahead", "behind")]
    clocks = [timedelta(), timedelta(hours=5), timedelta(days=-2)]
    for desk, wrong in zip(desks, clocks, strict=True):
        set_clock(wrong)
        desk.center.sync.look()
    for _ in range(2):
        for desk, wrong in zip(desks, clocks, strict=True):
            set_clock(wrong)
            log_a_call_now(desk)
            desk.send()
    in_order = select(facts.Call.command_id).order_by(facts.Call.started_at)
    with desks[0].center.shared.transaction(writes=False) as session:
        found = list(session.scalars(in_order))
        received = list(session.scalars(select(facts.Command.received_at)))
        days = set(session.scalars(select(facts.Touchpoint.day)))
    logged = [made.id for turn in range(2) for made in (desk.logged[turn] for desk in desks)]
    assert found == logged
    assert all(abs(at - datetime.now(UTC)) < CLOSE for at in received)
    now = datetime.now(UTC)
    assert days <= {now.date(), (now - CLOSE).date()}


def test_a_clock_that_jumps_while_entries_wait_delays_none(
    new_desk: Callable[[str], Desk], set_clock: Callable[[timedelta], None]
) -> None:
    desk = new_desk("jumps")
    desk.send(now=True)
    desk.log()
    for jump in WRONG:
        set_clock(jump)
        assert desk.send().offline is None
        desk.log()
    assert desk.send().still_pending == 0


def test_a_hair_off_is_right_enough() -> None:
    told = DeskClock()
    assert told.compare(datetime.now(UTC) + timedelta(seconds=1)) is False
    assert told.skew == timedelta()
    assert told.compare(NOON) is True
    assert abs(told() - NOON) < CLOSE

"""The wrap-up clock: after-call work, and nothing of the time that the call lay parked."""

from datetime import timedelta

from console.rules import call
from tests.rules.desk import NOW, live


def after(**time: float) -> timedelta:
    return timedelta(**time)


def test_wrap_up_stands_still_while_the_call_is_parked() -> None:
    ended = call.hang_up(live(), NOW)
    parked = call.park(ended, NOW + after(seconds=30))
    assert call.wrap_up_seconds(parked, NOW + after(hours=2)) == 30

    again = call.take_up(parked, NOW + after(hours=2))
    twice = call.park(again, NOW + after(hours=2, seconds=15))
    last = call.take_up(twice, NOW + after(hours=3))

    assert call.wrap_up_seconds(again, NOW + after(hours=2, seconds=5)) == 35
    assert call.wrap_up_seconds(last, NOW + after(hours=3, seconds=10)) == 55
    assert call.talk_seconds(last, NOW) == call.talk_seconds(ended, NOW)


def test_who_is_on_the_line_is_not_parked() -> None:
    assert call.park(live(), NOW) == live()


def test_parked_twice_it_lies_since_the_first_time() -> None:
    parked = call.park(call.hang_up(live(), NOW), NOW)
    assert call.park(parked, NOW + after(hours=1)) == parked

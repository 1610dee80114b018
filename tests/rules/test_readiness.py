"""Ready and not ready: a break outlives a restart and no night; days are local."""

from datetime import UTC, datetime, timedelta

import pytest

from console.models.terms import Readiness
from console.rules.readiness import Presence, begins, changed, day_of

EASTERN = "America/New_York"
NOON = datetime(2026, 11, 19, 17, tzinfo=UTC)
LUNCH = Presence(state=Readiness.NOT_READY, reason="Lunch", since=NOON)


def test_a_break_goes_on_through_a_restart_with_its_time() -> None:
    assert begins(LUNCH, NOON + timedelta(minutes=40), EASTERN) is LUNCH


def test_no_break_lasts_over_night_where_the_center_is() -> None:
    late = datetime(2026, 11, 20, 4, 59, tzinfo=UTC)  # 23:59 there, another day in UTC
    assert begins(LUNCH, late, EASTERN) is LUNCH
    after = begins(LUNCH, late + timedelta(minutes=1), EASTERN)
    assert (after.ready, after.since) == (True, late + timedelta(minutes=1))
    assert begins(None, NOON, EASTERN) == Presence(state=Readiness.READY, since=NOON)


def test_saying_the_same_again_does_not_begin_anew() -> None:
    later = NOON + timedelta(minutes=5)
    assert changed(LUNCH, Readiness.NOT_READY, "Lunch", later) is LUNCH
    assert changed(LUNCH, Readiness.NOT_READY, "Meeting", later).since == later


@pytest.mark.parametrize(
    ("noon", "hours"),
    [
        (datetime(2026, 3, 8, 16, tzinfo=UTC), 23),
        (datetime(2026, 11, 1, 17, tzinfo=UTC), 25),
        (NOON, 24),
    ],
)
def test_a_day_is_as_long_as_its_clocks_make_it(noon: datetime, hours: int) -> None:
    day = day_of(noon, EASTERN)
    assert day.end - day.start == timedelta(hours=hours)
    assert day.holds(day.start)
    assert not day.holds(day.end)
    assert day.start.astimezone(UTC).hour in (4, 5)

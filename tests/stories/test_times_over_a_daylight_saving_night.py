"""The clocks go back on 1 November 2026: a call keeps its length, a promise its hour."""

from datetime import UTC, datetime

from console.models.facts import Call, Callback, Disposition
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
SATURDAY = datetime(2026, 10, 31, 18, 0, tzinfo=UTC)
"""14:00 in Dayton, four hours behind; from Sunday on it is five."""


def test_tomorrow_at_ten_is_ten_by_the_clock_on_her_wall(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.clock.at = SATURDAY
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+C")
    desk.write("tomorrow 10")
    assert "10:00" in desk.seen(desk.app.window)
    desk.press("Return", "Alt+X", "1", "Ctrl+Return")
    desk.log_all()

    [callback] = desk.rows(Callback)
    assert callback.due_at == datetime(2026, 11, 1, 15, 0, tzinfo=UTC)


def test_a_call_through_the_doubled_hour_is_as_long_as_it_was(desk: Desk) -> None:
    desk.clock.at = datetime(2026, 11, 1, 5, 50, tzinfo=UTC)  # 1:50, the first time
    desk.press("Alt+A", "Alt+3", "Alt+1")
    desk.clock.goes_on(minutes=20)  # 1:10, the second time
    desk.press("Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()

    [call] = desk.rows(Call)
    assert (call.ended_at - call.started_at).total_seconds() == 1200
    [logged] = desk.rows(Disposition)
    assert logged.day.isoformat() == "2026-11-01"


def test_she_is_not_dialed_before_eight_by_the_new_time(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.clock.at = datetime(2026, 11, 1, 12, 30, tzinfo=UTC)  # 7:30, it would have been 8:30
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    assert desk.idle

    desk.clock.at = datetime(2026, 11, 1, 13, 1, tzinfo=UTC)
    desk.press("Alt+D")
    assert not desk.idle


def test_a_call_over_midnight_counts_for_the_day_on_which_it_ended(desk: Desk) -> None:
    desk.clock.at = datetime(2026, 11, 1, 3, 55, tzinfo=UTC)  # 23:55 on Saturday
    desk.press("Alt+A", "Alt+3", "Alt+1")
    desk.clock.goes_on(minutes=10)
    desk.press("Alt+X", "Ctrl+Return")
    desk.log_all()

    assert [row.day.isoformat() for row in desk.rows(Disposition)] == ["2026-11-01"]

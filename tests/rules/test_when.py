"""When: what a rep types for a callback, in the person's zone, always ahead."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules.when import ADD_TIME, NOT_READ, PAST, TOO_FAR, parse, words

EAST = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)  # a Thursday, 09:46 Eastern


def read(text: str, now: datetime = NOW, zone: str = EAST) -> str:
    """What was understood, on the wall there; else why nothing was."""
    found = parse(text, now, zone)
    if found.at is None:
        return found.problem
    return f"{found.at.astimezone(ZoneInfo(zone)):%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mañana 10", "Fri 2026-11-20 10:00"),
        ("pasado mañana a las 10", "Sat 2026-11-21 10:00"),
        ("lunes 14:30", "Mon 2026-11-23 14:30"),
        ("el próximo jueves a las 10", "Thu 2026-11-26 10:00"),
        ("mar 10", "Tue 2026-11-24 10:00"),
        ("Mié 3 de la tarde", "Wed 2026-11-25 15:00"),
        ("24 de noviembre, 14:00", "Tue 2026-11-24 14:00"),
        ("24 mar 9:30", "Wed 2027-03-24 09:30"),
        ("5/3 10:00", "Fri 2027-03-05 10:00"),
        ("3/25 10:00", "Thu 2027-03-25 10:00"),
        ("mañana por la tarde", "Fri 2026-11-20 14:00"),
        ("en 2 h", "Thu 2026-11-19 11:46"),
        ("dentro de una semana 10", "Thu 2026-11-26 10:00"),
        ("+2d", "Sat 2026-11-21 09:46"),
        ("tue 9:30", "Tue 2026-11-24 09:30"),
        ("tomorrow 10", "Fri 2026-11-20 10:00"),
        ("24 nov 14:00", "Tue 2026-11-24 14:00"),
    ],
)
def test_spanish_is_read_with_the_day_first_and_english_beside_it(text: str, expected: str) -> None:
    found = parse(text, NOW, EAST, day_first=True).at
    assert found is not None
    assert f"{found.astimezone(ZoneInfo(EAST)):%a %Y-%m-%d %H:%M}" == expected


def test_in_english_numbers_stay_month_first() -> None:
    assert read("5/3 10:00") == "Mon 2027-05-03 10:00"
    assert read("mar 10") == ADD_TIME  # 10 March


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tue 9:30", "Tue 2026-11-24 09:30"),
        ("Tuesday at 9.30", "Tue 2026-11-24 09:30"),
        ("9:30 tue", "Tue 2026-11-24 09:30"),
        ("thu 10", "Thu 2026-11-19 10:00"),
        ("thu 9", "Thu 2026-11-26 09:00"),
        ("next thu 10", "Thu 2026-11-26 10:00"),
        ("tomorrow 10", "Fri 2026-11-20 10:00"),
        ("tmr noon", "Fri 2026-11-20 12:00"),
        ("today 2", "Thu 2026-11-19 14:00"),
        ("14:00", "Thu 2026-11-19 14:00"),
        ("9:30", "Fri 2026-11-20 09:30"),
        ("2pm", "Thu 2026-11-19 14:00"),
        ("12 am", "Fri 2026-11-20 00:00"),
        ("12 p.m.", "Thu 2026-11-19 12:00"),
        ("fri 0930", "Fri 2026-11-20 09:30"),
        ("fri 07:00", "Fri 2026-11-20 07:00"),
        ("fri 7:30", "Fri 2026-11-20 19:30"),
        ("friday morning", "Fri 2026-11-20 09:00"),
        ("24 nov 14:00", "Tue 2026-11-24 14:00"),
        ("nov 24, 2 pm", "Tue 2026-11-24 14:00"),
        ("11/24 2pm", "Tue 2026-11-24 14:00"),
        ("2026-11-24 14:00", "Tue 2026-11-24 14:00"),
        ("1 mar 10:00", "Mon 2027-03-01 10:00"),
        ("+2d", "Sat 2026-11-21 09:46"),
        ("+2d 10:00", "Sat 2026-11-21 10:00"),
        ("+1w", "Thu 2026-11-26 09:46"),
        ("in 2 h", "Thu 2026-11-19 11:46"),
        ("in 30 min", "Thu 2026-11-19 10:16"),
        ("in an hour", "Thu 2026-11-19 10:46"),
    ],
)
def test_usual_ways_of_saying_when(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NOT_READ),
        ("soon", NOT_READ),
        ("tue-ish 9", NOT_READ),
        ("+2 moons", NOT_READ),
        ("in 2 h 10:00", NOT_READ),
        ("tue", ADD_TIME),
        ("24 nov", ADD_TIME),
        ("tomorrow", ADD_TIME),
        ("today 9", PAST),
        ("2026-11-18 10:00", PAST),
        ("1/2/2020 10:00", PAST),
        ("+0d", PAST),
        ("2031-01-01 10:00", TOO_FAR),
        ("+9999w", TOO_FAR),
        ("31 nov 10:00", "There is no such day."),
        ("2026-13-01 10:00", "There is no such day."),
        ("tue 24:30", "There is no such time of day."),
        ("tue 9:75", "There is no such time of day."),
        ("tue 13pm", "There is no such time of day."),
    ],
)
def test_what_is_no_time_ahead_is_refused_with_its_reason(text: str, problem: str) -> None:
    assert read(text) == problem


def test_an_hour_that_the_clocks_leap_over_does_not_exist() -> None:
    before = datetime(2026, 3, 7, 15, 0, tzinfo=UTC)
    assert read("tomorrow 02:30", before) == "The clocks go forward over 02:30 on that day."
    assert read("tomorrow 03:00", before) == "Sun 2026-03-08 03:00"


def test_days_keep_the_clock_on_the_wall_and_hours_do_not() -> None:
    before = datetime(2026, 10, 31, 14, 0, tzinfo=UTC)  # 10:00, clocks go back at night
    assert read("+1d", before) == "Sun 2026-11-01 10:00"
    assert read("in 24 h", before) == "Sun 2026-11-01 09:00"


def test_of_an_hour_that_comes_twice_the_first_still_ahead_is_meant() -> None:
    midnight = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)
    between = datetime(2026, 11, 1, 5, 45, tzinfo=UTC)  # 01:45, for the first time
    assert parse("today 01:30", midnight, EAST).at == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert parse("today 01:30", between, EAST).at == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_the_zone_is_the_persons() -> None:
    assert parse("tomorrow 10", NOW, "Pacific/Honolulu").at == datetime(
        2026, 11, 20, 20, 0, tzinfo=UTC
    )
    assert parse("tomorrow 10", NOW, "Nowhere/Here").at is None


WORDS = (
    "tue fri today tomorrow next at on in + 2 9:30 14:00 noon nov 24 11/24 d h w 2pm 0930 "
    "2026-11-24 29 feb 31 02:30 01:30 an"
)
PIECES = st.sampled_from(WORDS.split())


@given(
    st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=4).map(" ".join)),
    st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.sampled_from([EAST, "America/Phoenix", "Pacific/Honolulu", "Asia/Kolkata"]),
)
def test_anything_typed_gives_a_time_ahead_or_a_reason(text: str, now: datetime, zone: str) -> None:
    found = parse(text, now, zone)
    assert (found.at is None) != (found.problem == "")
    if found.at is not None:
        assert found.at > now
        assert found.at.utcoffset() == UTC.utcoffset(None)


def test_times_are_said_with_their_day() -> None:
    assert words(datetime(2026, 11, 20, 15, 40, tzinfo=UTC), NOW, EAST) == "tomorrow at 10:40"
    assert words(datetime(2026, 11, 24, 14, 30, tzinfo=UTC), NOW, EAST) == "Tue 24 Nov at 09:30"

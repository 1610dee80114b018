"""Dates of a column: which number is the month, told by all values."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import date_style
from console.rules.date_style import DateEvidence, DateStyle

ZONE = "America/New_York"
DAYS = st.dates(min_value=date(1900, 1, 2), max_value=date(2025, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(["/", "-", ".", " "]))
def test_a_column_is_read_as_it_was_written_once_one_value_tells(
    days: list[date], mark: str
) -> None:
    days = [*days, date(1974, 6, 29)]
    for style, pattern in (("mdy", "%m{0}%d{0}%Y"), ("dmy", "%d{0}%m{0}%Y")):
        written = [day.strftime(pattern.format(mark)) for day in days]
        found = date_style.evidence(written)
        assert found.style == style
        assert not found.ambiguous
        read = [date_style.day(text, found.style) for text in written]
        assert read == [day.isoformat() for day in days]


@given(st.lists(DAYS.map(lambda day: day.strftime("%d/%m/%Y")), max_size=20), st.randoms())
def test_the_order_of_values_tells_nothing(written: list[str], chance: object) -> None:
    shuffled = sorted(written, key=lambda text: text[::-1])
    assert date_style.evidence(written) == date_style.evidence(shuffled)
    half = len(written) // 2
    parts = date_style.evidence(written[:half]) + date_style.evidence(written[half:])
    assert parts == date_style.evidence(written)


def test_values_that_can_be_read_both_ways_are_doubtful() -> None:
    assert date_style.evidence(["1/2/2020", "3/4/2020"]).ambiguous
    mixed = date_style.evidence(["1/2/2020", "13/2/2020", "2/14/2020", "2/15/2020"])
    assert mixed == DateEvidence(mdy=2, dmy=1, either=1)
    assert mixed.ambiguous
    assert mixed.style is DateStyle.MDY
    assert not date_style.evidence(["2020-01-02", "5/5/2020"]).ambiguous


def test_dots_stand_day_first() -> None:
    assert date_style.evidence(["01.02.2020"]).style is DateStyle.DMY


def test_a_value_that_can_be_read_one_way_only_is_read_so_in_any_column() -> None:
    assert date_style.day("31/7/1961", DateStyle.MDY) == "1961-07-31"
    assert date_style.day("7/31/1961", DateStyle.DMY) == "1961-07-31"
    assert date_style.day("3/7/1961", DateStyle.DMY) == "1961-07-03"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("19081209", "1908-12-09"),
        ("1974-06-09T00:00:00Z", "1974-06-09"),
        ("32660", "1989-06-01"),
        ("Jun 9, 1974", "1974-06-09"),
        ("1974", "1974"),
        ("1900-01-01", None),
        ("9999-12-31", None),
        ("19991309", None),
        ("", None),
    ],
)
def test_days_as_tables_write_them(written: str, meant: str | None) -> None:
    assert date_style.day(written) == meant


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("3/21/2021 23:40", datetime(2021, 3, 22, 3, 40, tzinfo=UTC)),
        ("Mar 22 2021  7:24AM", datetime(2021, 3, 22, 11, 24, tzinfo=UTC)),
        ("2016-04-29 18:38:08", datetime(2016, 4, 29, 22, 38, 8, tzinfo=UTC)),
        ("2009-09-13T11:33:59Z", datetime(2009, 9, 13, 11, 33, 59, tzinfo=UTC)),
        ("2012-11-03 11:32:41+02:00", datetime(2012, 11, 3, 9, 32, 41, tzinfo=UTC)),
        ("43831.5", datetime(2020, 1, 1, 17, 0, tzinfo=UTC)),
        ("5/1/20", datetime(2020, 5, 1, 16, 0, tzinfo=UTC)),
        ("3/4/2020 12:05 am", datetime(2020, 3, 4, 5, 5, tzinfo=UTC)),
        ("20200102", datetime(2020, 1, 2, 17, 0, tzinfo=UTC)),
        ("Mon, 3 Feb 2020 at 4:05 pm", datetime(2020, 2, 3, 21, 5, tzinfo=UTC)),
        ("13/13/2020", None),
        ("2020-02-30", None),
        ("3/4/2020 25:00", None),
        ("soon", None),
    ],
)
def test_instants_as_tables_write_them(written: str, at: datetime | None) -> None:
    assert date_style.instant(written, ZONE) == at


@given(st.text(max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    date_style.day(text)
    date_style.instant(text, ZONE)
    date_style.is_date(text)
    date_style.evidence([text])

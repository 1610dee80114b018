"""Birth dates in the usual ways of writing them, and ages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import birth_dates

JUNE_9 = [
    "1974-06-09",
    "1974/6/9",
    "6/9/1974",
    "06-09-1974",
    "6.9.74",
    "06091974",
    "19740609",
    "060974",
    "9 Jun 1974",
    "9-jun-1974",
    "June 9, 1974",
    "June 9th, 1974",
    "the 9th of June 1974",
    "9 de junio de 1974",
    "Jun 9 '74",
    "1974-06-09T00:00:00Z",
    "6/9/1974 0:00",
]


@pytest.mark.parametrize("text", JUNE_9)
def test_one_day_in_many_forms(text: str) -> None:
    assert birth_dates.parse(text) == "1974-06-09"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25/12/1974", "1974-12-25"),
        ("12/25/1974", "1974-12-25"),
        ("1974", "1974"),
        ("1974-06", "1974-06"),
        ("6/1974", "1974-06"),
        ("June 1974", "1974-06"),
        ("mayo 1980", "1980-05"),
        ("setiembre 1980", "1980-09"),
        ("29 feb 2000", "2000-02-29"),
    ],
)
def test_order_precision_and_languages(text: str, iso: str) -> None:
    assert birth_dates.parse(text) == iso


@pytest.mark.parametrize(
    "text",
    ["", "june", "hello 1974", "13", "0137", "2/30/1980", "31/31/1980", "29 feb 2001",
     "(937) 555-0137", "9375550137", "jane doe", "marco 1974", "1/2/3/4", "100/1/1974",
     "3000-01-01"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert birth_dates.parse(text) is None


def test_a_short_year_is_the_latest_that_is_past() -> None:
    today = date(2026, 3, 1)
    assert birth_dates.parse("1/1/26", today) == "2026-01-01"
    assert birth_dates.parse("1/1/27", today) == "1927-01-01"


def test_nobody_is_born_tomorrow() -> None:
    assert birth_dates.parse("2026-03-02", date(2026, 3, 1)) is None


@given(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
def test_american_and_iso_agree(day: date) -> None:
    assert birth_dates.parse(f"{day:%m/%d/%Y}") == birth_dates.parse(day.isoformat()) == f"{day}"


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = birth_dates.parse(text)
    assert found is None or birth_dates.age(found, date(2101, 1, 1)) is not None


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        ("1974-06-09", date(2026, 6, 8), 51),
        ("1974-06-09", date(2026, 6, 9), 52),
        ("2008-02-29", date(2026, 2, 28), 17),
        ("2008-02-29", date(2026, 3, 1), 18),
        ("1974-06", date(2026, 6, 15), 51),
        ("1974", date(2026, 6, 15), 51),
        ("2027-01-01", date(2026, 6, 15), None),
        (None, date(2026, 6, 15), None),
        ("unknown", date(2026, 6, 15), None),
    ],
)
def test_age_is_what_is_certain(birth: str | None, on: date, age: int | None) -> None:
    assert birth_dates.age(birth, on) == age

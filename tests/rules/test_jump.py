"""Where in a timeline a rep wants to go, as it is typed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules.jump import NOT_READ, Goal, parse
from console.rules.typed_days import NO_SUCH_DAY

EASTERN = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 41, tzinfo=UTC)
"""A Thursday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24 mar", date(2026, 3, 24)),
        ("24 Nov", date(2025, 11, 24)),
        ("19 nov", date(2026, 11, 19)),
        ("nov 24, 2026", date(2026, 11, 24)),
        ("3/24/2024", date(2024, 3, 24)),
        ("2024-03-24", date(2024, 3, 24)),
        ("29 feb", date(2024, 2, 29)),
        ("mar 2024", date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2/2023", date(2023, 2, 28)),
        ("march", date(2026, 3, 31)),
        ("december", date(2025, 12, 31)),
        ("2024", date(2024, 12, 31)),
        ("thu", date(2026, 11, 19)),
        ("last thu", date(2026, 11, 12)),
        ("Tuesday", date(2026, 11, 17)),
        ("yesterday", date(2026, 11, 18)),
        ("-30d", date(2026, 10, 20)),
        ("3 weeks ago", date(2026, 10, 29)),
        ("a year ago", date(2025, 11, 19)),
        ("9 months ago", date(2026, 2, 19)),
    ],
)
def test_a_day_lies_behind_and_is_over_when_the_next_begins_there(typed: str, day: date) -> None:
    jump = parse(typed, NOW, EASTERN)
    assert (jump.goal, jump.day, jump.problem) == (Goal.DAY, day, "")
    assert jump.until is not None
    assert jump.until.hour in (4, 5)  # midnight in the east, in summer and winter
    assert jump.until.tzinfo is UTC


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/3/2024", date(2024, 3, 5)),
        ("24 de marzo de 2024", date(2024, 3, 24)),
        ("mar", date(2026, 11, 17)),
        ("lunes pasado", date(2026, 11, 16)),
        ("hace 3 semanas", date(2026, 10, 29)),
        ("hace un año", date(2025, 11, 19)),
        ("ayer", date(2026, 11, 18)),
    ],
)
def test_days_as_spanish_has_them(typed: str, day: date) -> None:
    assert parse(typed, NOW, EASTERN, day_first=True).day == day


@pytest.mark.parametrize(
    ("typed", "goal"), [("Earliest", Goal.EARLIEST), ("first", Goal.EARLIEST), ("end", Goal.LATEST)]
)
def test_the_ends_are_named(typed: str, goal: Goal) -> None:
    assert parse(typed, NOW, EASTERN).goal is goal


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("31 feb", NO_SUCH_DAY), ("13/13/2024", NO_SUCH_DAY), ("soon", NOT_READ), ("", NOT_READ)],
)
def test_what_is_no_date_is_said(typed: str, problem: str) -> None:
    jump = parse(typed, NOW, EASTERN)
    assert (jump.goal, jump.problem) == (None, problem)


@given(st.text(max_size=12) | st.from_regex(r"\d{1,4}[-/ ]?[a-z0-9]{0,4}( \d{1,4})?( ago)?"))
def test_nothing_that_can_be_typed_raises(typed: str) -> None:
    jump = parse(typed, NOW, EASTERN)
    assert (jump.goal is None) == bool(jump.problem)

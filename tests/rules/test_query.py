"""What a lookup's text is taken for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import Refused
from console.rules import query

TODAY = date(2026, 6, 10)


def asked(text: str) -> list[set[str]]:
    """Each token as "kind:key" of its ranges."""
    return [
        {f"{keys.kind}:{keys.key}" for keys in token.ranges} for token in query.read(text, TODAY)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "9375550137",
        "(937) 555-0137",
        "937 555 0137",
        "937-555-0137 x12",
        "937 – 555 – 0137",
        "tel:937.555.0137",
        "９３７５５５０１３７",
        "phone: 937/555/0137",
    ],
)
def test_a_number_in_any_writing_is_one_token(text: str) -> None:
    [token] = asked(text)
    assert "phone:7310555739" in token


@pytest.mark.parametrize("text", ["+1 937 555 0137", "1-937-555-0137", "011 1 937 555 0137"])
def test_a_country_code_is_part_of_the_number(text: str) -> None:
    assert any("phone:73105557391" in token for token in asked(text))


def test_the_last_digits_are_a_number_too() -> None:
    [token] = asked("0137")
    assert "phone:7310" in token


def test_numbers_side_by_side_stay_apart() -> None:
    first, second = asked("0137 1945")
    assert "phone:7310" in first
    assert {"phone:5491", "birth:1945"} <= second


@pytest.mark.parametrize(
    "text",
    ["6/9/1974", "1974-06-09", "6 / 9 / 1974", "9 Jun 1974", "June 9, 1974", "dob: 06/09/74"],
)
def test_a_date_in_any_writing_is_one_token(text: str) -> None:
    assert asked(text) == [{"birth:1974-06-09"}]


def test_a_month_that_is_a_name_stays_a_name() -> None:
    assert asked("June 1945")[0] == {"name:june"}


def test_names_accents_and_punctuation() -> None:
    assert asked("Nuñez-García, O’Neil %") == [
        {"name:nunez"},
        {"name:garcia"},
        {"name:oneil"},
    ]


def test_a_name_with_a_date_and_a_number() -> None:
    assert [len(asked(f"{text} jankowski")) for text in ("9 jun 1974", "(937) 555-0137")] == [2, 2]


def test_identifiers_and_emails() -> None:
    assert {"mrn:004471", "mrn:mrn004471"} <= asked("MRN 004471")[0]
    assert "mrn:a4471" in asked("A-4471")[0]
    assert asked("Ann.Lee@Example.org") == [{"email:ann.lee@example.org"}]


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "* ?", "\x00", "\udc80"])
def test_nothing_to_look_for_is_no_token(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize("text", ["a" * 5000, "a " * 50])
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        query.read(text, TODAY)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        tokens = query.read(text, TODAY)
    except Refused:
        return
    assert all(keys.key and "\x00" not in keys.key for token in tokens for keys in token.ranges)


@pytest.mark.parametrize("text", ["", "anonymous", "911", "withheld"])
def test_a_caller_without_number(text: str) -> None:
    assert query.read_number(text) is None

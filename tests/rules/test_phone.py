"""Numbers as they come: formats, extensions, URIs, letters, and what is no number."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import phone

FORMATS = [
    "9375550137",
    "(937) 555-0137",
    "937.555.0137",
    "937/555/0137",
    "[937] 555 0137",
    "1-937-555-0137",
    "+1 937 555 0137",
    "tel:+1-937-555-0137",
    "９３７５５５０１３７",
    "011 1 937 555 0137",
    "call me: 937-555-0137",
]


@pytest.mark.parametrize("raw", FORMATS)
def test_every_way_of_writing_gives_one_value(raw: str) -> None:
    assert phone.parse(raw) == phone.Phone("+19375550137", "19375550137", None, possible=True)


@pytest.mark.parametrize(
    "raw",
    ["937-555-0137 x12", "937-555-0137 ext. 12", "tel:+1-937-555-0137;ext=12", "9375550137 #12"],
)
def test_an_extension_stands_apart(raw: str) -> None:
    number = phone.parse(raw)
    assert number is not None
    assert (number.value, number.extension) == ("+19375550137", "12")


def test_vanity_letters_are_digits() -> None:
    number = phone.parse("1-800-FLOWERS")
    assert number is not None
    assert number.value == "+18003569377"


@pytest.mark.parametrize("raw", ["38425350", "18425350", "12345678901234", "911"])
def test_digits_that_are_no_possible_number_are_kept(raw: str) -> None:
    assert phone.parse(raw) == phone.Phone(raw, raw, None, possible=False)


def test_a_foreign_number_is_read_in_its_region() -> None:
    number = phone.parse("020 7946 0958", "GB")
    assert number is not None
    assert number.value == "+442079460958"


@pytest.mark.parametrize("raw", ["", "   ", "no phone", "n/a", "+", "1"])
def test_what_holds_no_number_is_refused(raw: str) -> None:
    assert phone.parse(raw) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("+19375550137", "(937) 555-0137"),
        ("9375550137", "(937) 555-0137"),
        ("5550137", "555-0137"),
        ("+442079460958", "+44 20 7946 0958"),
        ("38425350", "38425350"),
        ("+999", "+999"),
        ("", ""),
    ],
)
def test_display(value: str, shown: str) -> None:
    assert phone.display(value) == shown


@given(st.integers(2_000_000_000, 9_999_999_999))
def test_what_is_shown_reads_back_as_the_same_number(national: int) -> None:
    number = phone.parse(str(national))
    assert number is not None
    assert phone.parse(phone.display(number.value)) == number


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    number = phone.parse(text)
    assert number is None or number.digits.isdecimal()


def test_the_public_parser_cases(samples: Path) -> None:
    with (samples / "phones/messy_parse_cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        number = phone.parse(row["raw"], row["default_region"])
        assert number is not None, row
        expected = row["e164_by_phonenumbers"]
        if number.possible:
            assert number.value == expected
        else:
            assert expected.endswith(number.value.lstrip("0")), row


def test_the_public_cases_that_are_no_numbers(samples: Path) -> None:
    with (samples / "phones/not_a_number_cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert [row for row in rows if phone.parse(row["raw"], row["default_region"])] == []

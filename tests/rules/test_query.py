"""What a lookup's text is taken for."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import Refused
from console.rules import phone, query
from console.rules.search_key import phone_keys

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


@pytest.mark.parametrize("date", ["060974", "06091974", "1974"])
def test_last_digits_beside_a_birth_date_stay_apart(date: str) -> None:
    assert len(asked(f"0137 {date}")) == 2


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
        {"name:garcia", "name:nunezgarcia"},
        {"name:oneil", "name:garciaoneil"},
    ]


def test_a_name_with_a_date_and_a_number() -> None:
    assert [len(asked(f"{text} jankowski")) for text in ("9 jun 1974", "(937) 555-0137")] == [2, 2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mrs. Denise Whitfield", [{"denise"}, {"whitfield", "denisewhitfield"}]),
        ("Miss", [{"miss"}]),
        ("Jürgen", [{"jurgen", "juergen"}]),
        ("jo ann", [{"jo"}, {"ann", "joann"}]),
        ("AnneMarie", [{"annemarie", "anne"}, {"annemarie", "marie"}]),
        ("McDonald", [{"mcdonald"}]),
        (
            "van der meulen",
            [{"van"}, {"der", "vander"}, {"meulen", "dermeulen", "vandermeulen"}],
        ),
        ("ann van ness", [{"ann"}, {"van"}, {"ness", "vanness"}]),
        ("Goldner995", [{"goldner995"}]),
    ],
)
def test_a_name_is_looked_for_in_every_way_to_write_it(text: str, found: list[set[str]]) -> None:
    tokens = query.read(text, TODAY)
    assert [{keys.key for keys in token.ranges if keys.kind == "name"} for token in tokens] == found


@pytest.mark.parametrize(
    "text",
    [
        "1-800-FLOWERS",
        "011 44 20 7946 0958",
        "00 44 20 7946 0958",
        "+44 (0)20 7946 0958",
        "020 7946 0958",
        "01 42 68 53 00",
        "98765 43210",
        "٩٣٧٥٥٥٠١٣٧",
        "937-555-0101 / 0102",
        "937-555-0101 #12",
    ],
)
def test_every_way_to_write_a_number_is_one_token(text: str) -> None:
    assert len(asked(text)) == 1


def test_a_number_with_its_country_is_no_other_countrys() -> None:
    abroad, here = "+64 3 331 6005", "+16433316005"
    token = query.read_number(abroad)
    assert token is not None
    assert not _holds(token, here)
    assert _holds(token, "+6433316005")


def _holds(token: query.Token, value: str, raw: str = "") -> bool:
    return any(
        keys.kind is kind and keys.holds(key)
        for kind, key in phone_keys(value, raw)
        for keys in token.ranges
    )


@given(st.integers(2_000_000_000, 9_999_999_999).map(str), st.sampled_from([4, 7, 10]))
def test_a_number_is_found_by_its_last_digits(national: str, last: int) -> None:
    token = query.read_number(national[-last:])
    assert token is not None
    assert _holds(token, f"+1{national}")
    assert not _holds(token, f"+1{(int(national) + 1) % 10**10:010}")


@given(st.from_regex(r"[1-9]\d{7}", fullmatch=True), st.sampled_from([4, 7, 8]))
def test_digits_that_are_no_possible_number_are_found_too(digits: str, last: int) -> None:
    token = query.read_number(digits[-last:])
    assert token is not None
    assert _holds(token, digits)


def test_numbers_that_differ_to_the_parser_are_not_found_by_each_other(samples: Path) -> None:
    """Of its six pairs that match in nothing, two differ in their extension, which no key has."""
    with (samples / "phones/number_match_cases.csv").open(encoding="utf-8", newline="") as file:
        pairs = [row for row in csv.DictReader(file) if row["expected_match_type"] == "NO_MATCH"]
    alike = []
    for row in pairs:
        first, second = (phone.parse(row[which], "NZ") for which in ("a", "b"))
        token = query.read_number(first.value if first else "")
        assert token is not None
        assert second is not None
        if _holds(token, second.value):
            alike.append(row)
    assert len(pairs) == 6
    assert ["ext" in row["a"] for row in alike] == [True, True]


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

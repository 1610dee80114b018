"""Numbers as they come: formats, extensions, URIs, letters, and what is no number."""

import csv
import gzip
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


@given(st.from_regex(phone.PLAIN, fullmatch=True))
def test_the_short_way_to_a_plain_number_ends_where_the_long_one_does(raw: str) -> None:
    """Canada has the same numbers, and no short way."""
    assert phone.several(raw, "US") == phone.several(raw, "CA")


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


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1-800-FLOWERS", "+18003569377"),
        ("1-800-FLOWERS ext 12", "+18003569377"),
        ("937-555-CARE", "+19375552273"),
        ("1-800-MEDICARE", "+18006334227"),  # dialed with a letter more than the number has
    ],
)
def test_vanity_letters_are_digits(raw: str, value: str) -> None:
    number = phone.parse(raw)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    "raw",
    [
        "011 44 20 7946 0958",
        "00 44 20 7946 0958",
        "+44 (0)20 7946 0958",
        "tel:+44-20-7946-0958",
        "sip:+442079460958@pbx.example.org:5060",
        "＋４４ ２０ ７９４６ ０９５８",
        "٠٠٤٤٢٠٧٩٤٦٠٩٥٨",
    ],
)
def test_a_number_from_abroad_in_any_writing(raw: str) -> None:
    number = phone.parse(raw)
    assert number is not None
    assert (number.value, number.possible) == ("+442079460958", True)


@pytest.mark.parametrize("raw", ["9375550137.0", "9.375550137E9", "9.375550137E+09"])
def test_what_a_spreadsheet_did_to_a_number_is_undone(raw: str) -> None:
    number = phone.parse(raw)
    assert number is not None
    assert number.value == "+19375550137"


@pytest.mark.parametrize("raw", ["9.3755501374E+09", "9.37555E+09", "9.37555014E+09"])
def test_digits_that_a_spreadsheet_lost_are_not_made_up(raw: str) -> None:
    assert phone.parse(raw) is None


HOME, CELL = "+19375550101", "+19375550102"


@pytest.mark.parametrize(
    "raw",
    [
        "937-555-0101 / 0102",
        "937-555-0101/02",
        "937-555-0101 or 0102",
        "937-555-0101 / 555-0102",
        "937/555/0101; 937/555/0102",
        "9375550101;9375550102",
        "9375550101, 9375550102",
        "(937) 555-0101 (937) 555-0102",
        "93755501019375550102",
        "937-555-0101\n1-937-555-0102",
        "Ann 937-555-0101, ask for Bea at 937-555-0102",
        "937-555-0101 ext. 5 / 937-555-0102 x6",
        "937-555-0101 ext. 12345 / 937-555-0102",
        "937-555-0101 x5 / 0102",
        "937-555-0101 & 937-555-0102 & 937-555-0101",
    ],
)
def test_several_numbers_in_one_cell_are_never_one(raw: str) -> None:
    assert [one.number.value for one in phone.several(raw)] == [HOME, CELL]
    assert phone.parse(raw) == phone.several(raw)[0].number


@pytest.mark.parametrize(
    ("raw", "uses"),
    [
        ("home: 937-555-0101 cell: 937-555-0102", ["home", "mobile"]),
        ("937-555-0101 (work) 937-555-0102 (home)", ["work", "home"]),
        ("H 937-555-0101, C 937-555-0102", ["home", "mobile"]),
        ("937-555-0101 cell 937-555-0102", [None, None]),  # of which it is the cell is not said
        ("937-555-0101 / 937-555-0102", [None, None]),
    ],
)
def test_what_a_cell_says_of_its_numbers(raw: str, uses: list[str | None]) -> None:
    assert [(one.number.value, one.use) for one in phone.several(raw)] == [
        (HOME, uses[0]),
        (CELL, uses[1]),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "937-555-0101 call after 5",
        "937-555-0101 / 24 hours",
        "937-555-0101 since 01/02/2020",
        "937-555-0101 (Mary's cell)",
        "call 937-555-0101 before 5pm",
        "+1+19375550101",
    ],
)
def test_a_remark_beside_a_number_is_no_number(raw: str) -> None:
    [one] = phone.several(raw)
    assert one.number.value == HOME
    assert one.raw == raw


def test_several_stay_apart_where_nobody_knows_their_country() -> None:
    found = phone.several("937-555-0101 / 0102", "")
    assert [one.number.value for one in found] == ["9375550101", "9375550102"]


def test_a_number_from_abroad_beside_one_from_here() -> None:
    found = phone.several("011 44 20 7946 0958 / 937-555-0101")
    assert [one.number.value for one in found] == ["+442079460958", HOME]


def test_what_is_no_possible_number_is_kept_beside_others() -> None:
    found = phone.several("38425350 / 38425351, 937-555-0101")
    assert [one.number.value for one in found] == ["38425350", "38425351", HOME]


def test_groups_of_a_number_abroad_are_not_taken_for_several() -> None:
    assert [one.number.value for one in phone.several("030 / 2345678", "DE")] == ["+49302345678"]
    two = phone.several("030 23456 / 23457", "DE")
    assert [one.number.value for one in two] == ["+493023456", "+493023457"]


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


@given(st.text(max_size=60) | st.text("0123456789+()/;,- .xE#\n", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(one.number.digits.isdecimal() for one in phone.several(text))


NATIONAL = st.integers(2_000_000_000, 9_999_999_999).map(str)
WRITTEN = st.sampled_from(
    ["{}{}{}", "({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "+1 {} {} {}", "1-{}-{}-{}", "{} {} {}"]
)
BETWEEN = st.sampled_from([" / ", "/", "; ", ", ", "\n", " | ", " or ", " cell: ", " (home) "])


@given(st.lists(st.tuples(NATIONAL, WRITTEN), min_size=1, max_size=4), BETWEEN)
def test_as_many_numbers_are_read_as_were_written(
    numbers: list[tuple[str, str]], between: str
) -> None:
    raw = between.join(way.format(one[:3], one[3:6], one[6:]) for one, way in numbers)
    found = [one.number.value for one in phone.several(raw)]
    assert found == list(dict.fromkeys(f"+1{one}" for one, _ in numbers))


def cases(file: Path) -> list[dict[str, str]]:
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_the_public_parser_cases(samples: Path) -> None:
    """Of 155, 138 are read as the parser's own tests say.

    15 have a length that no number of their country has: their digits are kept as dialed. The two
    of "1800 SIX FLAGS" are one digit too long, as exchanges let people dial words.
    """
    otherwise = []
    for row in cases(samples / "phones/messy_parse_cases.csv"):
        number = phone.parse(row["raw"], row["default_region"])
        assert number is not None, row
        expected = row["e164_by_phonenumbers"]
        if number.value != expected:
            otherwise.append((number, expected))
    assert len(otherwise) == 17
    assert [number.value for number, _ in otherwise if number.possible] == ["+18007493524"] * 2
    for number, expected in otherwise:
        assert number.possible or expected.endswith(number.value.lstrip("0"))


def test_an_example_of_each_kind_of_number_of_each_country(samples: Path) -> None:
    """750, each as dialed there, as written there, from abroad, and as shown here.

    Two of Benin are of the eight digits that it had before 2024.
    """
    otherwise = set()
    for row in cases(samples / "phones/libphonenumber_examples.csv"):
        region, value = row["region"], row["e164"]
        written = [(row[name], region) for name in ("example_national_digits", "national_format")]
        for text, where in (*written, (value, "US"), (phone.display(value), "US")):
            number = phone.parse(text, where)
            if number is None or number.value != value:
                otherwise.add(value)
    assert otherwise == {"+22985751234", "+22981123456"}


def test_the_numbers_of_2852_hospitals_are_read_and_shown_as_they_were(samples: Path) -> None:
    rows = cases(samples / "phones/us_hospitals_real_phones.csv.gz")
    assert len(rows) == 2852
    for row in rows:
        number = phone.parse(row["Phone Number"])
        assert number is not None
        assert (number.possible, phone.display(number.value)) == (True, row["Phone Number"])


@pytest.mark.parametrize("kind", ["NO_MATCH", "EXACT_MATCH", "NSN_MATCH"])
def test_numbers_are_the_same_when_the_parser_says_so(samples: Path, kind: str) -> None:
    """Those of 15 that it says anything of; fewer digits than a whole number are no match to us."""
    rows = [
        row
        for row in cases(samples / "phones/number_match_cases.csv")
        if row["expected_match_type"] == kind
    ]
    assert len(rows) == {"NO_MATCH": 6, "EXACT_MATCH": 1, "NSN_MATCH": 2}[kind]
    for row in rows:
        region = "US" if "650" in row["a"] else "NZ"
        first, second = (phone.parse(row[which], region) for which in ("a", "b"))
        assert first is not None
        assert second is not None
        same = (first.value, first.extension) == (second.value, second.extension)
        assert same is (kind != "NO_MATCH"), row


def test_the_public_cases_that_are_no_numbers(samples: Path) -> None:
    rows = cases(samples / "phones/not_a_number_cases.csv")
    assert len(rows) == 19
    assert [row for row in rows if phone.parse(row["raw"], row["default_region"])] == []

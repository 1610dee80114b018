"""Cells after spreadsheets and exports were at them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import cells


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("29872499824296.0", "29872499824296"),
        ("867951213174.00", "867951213174"),
        ("2.9872499824296E+13", "29872499824296"),
        ("2,9872499824296E+13", "29872499824296"),
        ("4.222.835", "4222835"),
        ("4,222,835", "4222835"),
        ("00123", "00123"),
        ("A-17", "A-17"),
        ("5e3", "5e3"),
        ("1.5", "1.5"),
        ("2.98725E+13", None),
        ("9.37556E+09", None),
        ("4.222.835.382.315.940", None),
        ("-7.256.295.055.096.880", None),
    ],
)
def test_an_id_is_as_before_the_spreadsheet_or_its_digits_are_lost(
    written: str, meant: str | None
) -> None:
    assert cells.identifier(written) == meant


@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_a_whole_number_survives_its_decimal_tail_and_its_power_of_ten(number: int) -> None:
    assert cells.identifier(f"{number}.0") == str(number)
    assert cells.identifier(str(number)) == str(number)
    if number >= 10**5:
        assert cells.identifier(f"{number:.15E}") == str(number)


@given(st.text(max_size=40))
def test_no_cell_is_too_odd(text: str) -> None:
    cells.identifier(text)
    cells.zip_code(text, "MA")
    cells.truth(text)


@pytest.mark.parametrize(
    ("written", "state", "country", "meant"),
    [
        ("1013", "Massachusetts", "", "01013"),
        ("1013", "MA", "US", "01013"),
        ("6156", "CT", "", "06156"),
        ("1013.0", "MA", "", "01013"),
        ("601", "PR", "", "00601"),
        ("10131234", "MA", "", "01013-1234"),
        ("021391234", "MA", "", "02139-1234"),
        ("2139", "MA", "Austria", "2139"),
        ("4011", "wa", "", "4011"),
        ("2776", "nsw", "", "2776"),
        ("1013", "", "", "1013"),
        ("90210", "CA", "", "90210"),
        ("902101234", "CA", "", "90210-1234"),
        ("tq13 8df", "", "", "tq13 8df"),
        ("98665-0020", "WA", "US", "98665-0020"),
    ],
)
def test_a_zip_code_gets_its_zeros_back_only_where_it_began_with_one(
    written: str, state: str, country: str, meant: str
) -> None:
    assert cells.zip_code(written, state, country) == meant


@pytest.mark.parametrize("word", ["", "NaN", "NA", "N/A", "#N/A", "NULL", "\\N", "-", "(null)"])
def test_words_of_programs_mean_that_there_is_nothing(word: str) -> None:
    assert cells.is_missing(word)


@pytest.mark.parametrize("name", ["Na", "Null", "Nan", "Noneman"])
def test_a_surname_is_no_missing_value(name: str) -> None:
    assert not cells.is_missing(name)


@pytest.mark.parametrize("text", ["999", "9999999999", "999-999-9999", "000-0000", "-1", "0000"])
def test_digits_that_stand_for_not_known(text: str) -> None:
    assert cells.is_filler(text)


@pytest.mark.parametrize("text", ["911", "937-555-0137", "1000", "5550199"])
def test_digits_that_are_a_number(text: str) -> None:
    assert not cells.is_filler(text)


@pytest.mark.parametrize(
    ("word", "truth"),
    [("Y", True), ("1", True), ("TRUE", True), ("No", False), ("0", False), ("perhaps", None)],
)
def test_yes_and_no(word: str, truth: bool | None) -> None:
    assert cells.truth(word) is truth

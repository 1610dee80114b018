"""Verification: tolerant of how things are said, strict about what proves who is speaking."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.ids import ContactPointId, PersonId
from console.models.terms import ContactSystem, VerificationItem
from console.models.views import ContactPointView, PersonView
from console.rules.verification import (
    Match,
    OnFile,
    check,
    check_any,
    failed,
    matched,
    on_file,
    third_items,
    tries_left,
    verified,
)
from tests.rules.desk import DENISE, HAROLD, live
from tests.rules.journeys import fact_id, rules

NAME, BIRTH_DATE, ZIP, ADDRESS, MRN, PHONE = VerificationItem
MATCH, NO_MATCH, TO_ASK = Match
TODAY = date(2026, 11, 19)
CALLING = "+19375550142"
TERESA = OnFile(
    names=("Teresa Jankowski-Ruiz", "Tess Jankowski-Ruiz"),
    birth_date="1974-06-09",
    zips=("45402-1234",),
    addresses=("12 Wayne Avenue, Apt 4",),
    mrns=("MRN-00123456",),
    phones=(CALLING, "+19375550143"),
    calling=CALLING,
)


def one(item: VerificationItem, said: str, **more: Any) -> Match:
    return check({item: said}, replace(TERESA, **more), TODAY)[item]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Teresa Jankowski-Ruiz", "teresa jankowski ruiz"),
        ("Teresa Jankowski-Ruiz", "Jankowski-Ruiz, Teresa"),
        ("Teresa Jankowski-Ruiz", "Teresa Ruiz"),
        ("Teresa Jankowski-Ruiz", "Teresa M. Jankowski"),
        ("Estela Cruz-Montalbán", "Estela Cruz Montalban"),
        ("Jankowski, Harold", "Harold Jankowski"),
        ("Dr. Harold Jankowski Jr.", "Harold Jankowski"),
        ("Harold Jankowski, Jr.", "Harold Jankowski"),
        ("Harold James Jankowski", "Harold Jankowski"),
        ("Beatrix van der Meulen", "Beatrix Vandermeulen"),
        ("Beatrix van der Meulen", "Beatrix Meulen"),
        ("Siobhán O'Shaughnessy", "Siobhan OShaughnessy"),
        ("Nguyễn Thị Hoa", "Hoa Nguyen Thi"),
        ("Prince", "prince"),
    ],
)
def test_names_match_as_people_say_them(name: str, said: str) -> None:
    assert one(NAME, said, names=(name,)) is MATCH


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Teresa Jankowski-Ruiz", "Teresa"),
        ("Teresa Jankowski-Ruiz", "Jankowski"),
        ("Teresa Jankowski-Ruiz", "Harold Jankowski"),
        ("Teresa Jankowski-Ruiz", "Teresa Smith"),
        ("Harold James Jankowski", "Harold James"),
        ("Harold Jankowski", "H. Jankowski"),
        ("Thomas Thomas", "Thomas"),
        ("Prince", "Prince Rogers"),
    ],
)
def test_half_a_name_or_another_one_does_not(name: str, said: str) -> None:
    assert one(NAME, said, names=(name,)) is NO_MATCH


def test_a_family_name_of_two_words_is_known_when_the_record_tells_it() -> None:
    name = ("Estela Cruz Montalban",)
    assert one(NAME, "Estela Cruz", names=name) is NO_MATCH
    assert one(NAME, "Estela Cruz", names=name, family="Cruz Montalban") is MATCH


def test_another_name_on_file_will_do() -> None:
    assert one(NAME, "Tess Ruiz") is MATCH


@pytest.mark.parametrize(
    "said", ["9 Jun 1974", "06/09/1974", "June 9th, 1974", "1974-06-09", "6-9-74"]
)
def test_birth_dates_match_in_any_usual_form(said: str) -> None:
    assert one(BIRTH_DATE, said) is MATCH


@pytest.mark.parametrize("said", ["9 Jun 1954", "June 1974", "1974", "long ago", "09/06/1974"])
def test_another_date_or_half_a_date_does_not(said: str) -> None:
    assert one(BIRTH_DATE, said) is NO_MATCH


@pytest.mark.parametrize("known", [None, "1974", "1974-06"])
def test_a_birth_date_not_fully_on_file_cannot_be_checked(known: str | None) -> None:
    assert one(BIRTH_DATE, "9 Jun 1974", birth_date=known) is TO_ASK


@pytest.mark.parametrize(
    ("item", "said", "expected"),
    [
        (ZIP, "45402", MATCH),
        (ZIP, "45402-1234", MATCH),
        (ZIP, "454021234", MATCH),
        (ZIP, "45402-9999", NO_MATCH),
        (ZIP, "45403", NO_MATCH),
        (ZIP, "4540", NO_MATCH),
        (ZIP, "12 Wayne 45402", NO_MATCH),
        (ADDRESS, "12 wayne ave", MATCH),
        (ADDRESS, "12 Wayne Avenue Apt 4", MATCH),
        (ADDRESS, "12 Wayne", MATCH),
        (ADDRESS, "Wayne Avenue", NO_MATCH),
        (ADDRESS, "14 Wayne Ave", NO_MATCH),
        (ADDRESS, "12 Main Avenue", NO_MATCH),
        (MRN, "123456", MATCH),
        (MRN, "mrn 00123456", MATCH),
        (MRN, "12345", NO_MATCH),
        (PHONE, "937-555-0143", MATCH),
        (PHONE, "(937) 555-0142", NO_MATCH),
        (PHONE, "0143", NO_MATCH),
        (PHONE, "937 555 0199", NO_MATCH),
    ],
)
def test_the_third_item(item: VerificationItem, said: str, expected: Match) -> None:
    assert one(item, said) is expected


def test_nothing_said_or_nothing_on_file_is_still_to_ask() -> None:
    assert set(check({}, TERESA, TODAY).values()) == {TO_ASK}
    bare = OnFile(names=())
    said = dict.fromkeys(VerificationItem, "12 Wayne Avenue")
    assert set(check(said, bare, TODAY).values()) == {TO_ASK}


def test_one_field_serves_zip_or_address() -> None:
    assert check_any("45402", (ZIP, ADDRESS), TERESA) == (ZIP, MATCH)
    assert check_any("12 Wayne Ave", (ZIP, ADDRESS), TERESA) == (ADDRESS, MATCH)
    assert check_any("14 Wayne Ave", (ZIP, ADDRESS), TERESA)[1] is NO_MATCH
    assert check_any("", (MRN, PHONE), TERESA)[1] is TO_ASK


@pytest.mark.parametrize(
    ("good", "shares", "enough"),
    [
        ({NAME, BIRTH_DATE, ZIP}, False, True),
        ({NAME, BIRTH_DATE, ADDRESS}, False, True),
        ({NAME, BIRTH_DATE, MRN}, True, True),
        ({NAME, BIRTH_DATE, PHONE}, True, True),
        ({NAME, BIRTH_DATE, ZIP}, True, False),
        ({NAME, BIRTH_DATE, ADDRESS, ZIP}, True, False),
        ({NAME, BIRTH_DATE}, False, False),
        ({NAME, MRN, PHONE, ZIP}, False, False),
        ({BIRTH_DATE, MRN}, False, False),
    ],
)
def test_name_birth_date_and_one_more(
    good: set[VerificationItem], shares: bool, enough: bool
) -> None:
    results = {item: MATCH if item in good else TO_ASK for item in VerificationItem}
    assert verified(results, shares_household=shares) is enough
    assert set(matched(results)) == good


@given(
    st.dictionaries(st.sampled_from(list(VerificationItem)), st.sampled_from(list(Match))),
    st.booleans(),
)
def test_what_does_not_match_never_verifies(
    results: dict[VerificationItem, Match], shares: bool
) -> None:
    if verified(results, shares_household=shares):
        assert results[NAME] is MATCH
        assert results[BIRTH_DATE] is MATCH
        assert len(matched(results)) >= 3


@given(st.text(max_size=30), st.sampled_from(list(VerificationItem)))
def test_anything_may_be_typed(said: str, item: VerificationItem) -> None:
    assert one(item, said) in Match


def test_housemates_are_asked_what_the_others_do_not_know() -> None:
    assert third_items(TERESA) == (ZIP, ADDRESS, MRN, PHONE)
    assert third_items(replace(TERESA, shares_household=True)) == (MRN, PHONE)
    assert third_items(replace(TERESA, phones=(CALLING,), mrns=())) == (ZIP, ADDRESS)


def test_tries_are_counted_by_the_call_and_by_person() -> None:
    draft = failed(failed(live(), HAROLD), HAROLD)
    assert tries_left(draft, HAROLD, rules()) == 1
    assert tries_left(draft, DENISE, rules()) == 3
    assert tries_left(failed(failed(draft, HAROLD), HAROLD), HAROLD, rules()) == 0


def point(system: ContactSystem, value: str, **more: Any) -> ContactPointView:
    return ContactPointView(
        id=ContactPointId(fact_id(value)), system=system, use=None, raw=value, value=value, **more
    )


def test_what_is_on_file_comes_from_the_record_without_wrong_contacts() -> None:
    view = PersonView(
        person=PersonId(DENISE),
        name="Denise Whitfield",
        preferred_name="Dee",
        initials="D. W.",
        birth_date="1992-03-14",
        age=34,
        sex=None,
        deceased=False,
        language=None,
        interpreter=False,
        zone="America/New_York",
        place="Dayton, OH",
        prefers=None,
        no_voicemail=False,
        mrn="778",
        revision=1,
        contact_points=(
            point(ContactSystem.PHONE, CALLING),
            point(ContactSystem.PHONE, "+19375550199", wrong=True),
            point(ContactSystem.ADDRESS, "3 Elm Street", postal_code="45402"),
        ),
    )
    known = on_file(view, calling=CALLING, shares_household=True)
    assert known.names == ("Denise Whitfield", "Dee Whitfield")
    assert (known.zips, known.addresses) == (("45402",), ("3 Elm Street",))
    assert (known.phones, known.mrns) == ((CALLING,), ("778",))
    assert (known.calling, known.shares_household) == (CALLING, True)


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("Harold Jankowski", "har jan", MATCH),
        ("Harold Jankowski", "harjan", MATCH),
        ("Harold Jankowski", "Jank Harold", MATCH),
        ("Estela Cruz-Montalbán", "est mon", MATCH),
        ("Bo Li", "boli", MATCH),
        ("Harold Jankowski", "ha jan", NO_MATCH),
        ("Harold Jankowski", "har ja", NO_MATCH),
        ("Harold Jankowski", "har jon", NO_MATCH),
        ("Harold Jankowski", "haroldi jan", NO_MATCH),
        ("Harold Harolds", "harold", NO_MATCH),
        ("Prince", "pri", NO_MATCH),
    ],
)
def test_three_letters_of_the_first_name_and_of_the_family_name_will_do(
    name: str, said: str, expected: Match
) -> None:
    assert one(NAME, said, names=(name,)) is expected


def test_letters_that_fit_somebody_else_on_the_number_will_not() -> None:
    twins = {"names": ("Daniel Ruiz",), "others": ("Dana Ruiz", "Marta Ruiz")}
    assert one(NAME, "dan rui", **twins) is NO_MATCH
    assert one(NAME, "dani rui", **twins) is MATCH
    assert one(NAME, "dana rui", **twins) is NO_MATCH
    dan = {"names": ("Dan Ruiz",), "others": ("Daniel Ruiz",)}
    assert one(NAME, "dan rui", **dan) is NO_MATCH
    assert one(NAME, "Dan Ruiz", **dan) is MATCH


@pytest.mark.parametrize(
    ("said", "born", "expected"),
    [
        ("6974", "1974-06-09", MATCH),
        ("12075", "1975-01-20", MATCH),
        ("41247", "1947-04-12", MATCH),
        ("41247", "1947-04-13", NO_MATCH),
        ("11174", "1974-01-11", TO_ASK),
        ("11174", "1974-11-01", TO_ASK),
        ("1974", "1974-01-09", NO_MATCH),
        ("13374", "1974-01-03", NO_MATCH),
    ],
)
def test_a_date_in_few_figures_is_one_where_they_can_mean_no_other(
    said: str, born: str, expected: Match
) -> None:
    assert one(BIRTH_DATE, said, birth_date=born) is expected

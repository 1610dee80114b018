"""Correcting a mapping column by column, and what is told to be wrong in it."""

import pytest

from console.models.table_mapping import FIELDS, FieldRule, Section, TableMapping
from console.rules import mapping_fields
from console.rules.mapping_edit import Use, fill, for_columns, set_dates, set_meaning, uses
from console.rules.mapping_faults import Fault, FaultKind, faults


def rule(*columns: str, **more: object) -> FieldRule:
    return FieldRule(columns=columns, **more)  # type: ignore[arg-type]


def section(kind: str, only: dict[str, tuple[str, ...]] | None = None, /, **fields: FieldRule):  # type: ignore[no-untyped-def]
    named = {name.replace("_at_", "."): one for name, one in fields.items()}
    return Section(kind=kind, fields=named, only=only or {})


PEOPLE = section(
    "people",
    {"Kind": ("person",)},
    key=rule("Id", prefix="p"),
    phone=rule("Home", "Cell"),
    birth_date=rule("DOB", dates="dmy"),
    sex=rule("Sex", values={"1": "female"}),
)
CALLS = section("touchpoints", at=rule("When"), kind=FieldRule(constant="call"))
TABLE = TableMapping(match=("Id",), sections=(PEOPLE, CALLS), missing=("none",))


def test_a_column_moves_and_all_else_stays() -> None:
    moved = fill(TABLE, "Cell", "people.phone.mobile", Use(0, "phone"))
    people = moved.sections[0]
    assert people.fields["phone"] == rule("Home")
    assert people.fields["phone.mobile"] == rule("Cell")
    for name in ("key", "birth_date", "sex"):
        assert people.fields[name] is PEOPLE.fields[name]
    assert (people.only, moved.sections[1], moved.missing) == (PEOPLE.only, CALLS, ("none",))
    assert uses(moved, "Cell") == (Use(0, "phone.mobile"),)


def test_dates_keep_their_style_when_their_field_changes() -> None:
    moved = fill(TABLE, "DOB", "people.deceased_at", Use(0, "birth_date"))
    assert moved.sections[0].fields["deceased_at"] == rule("DOB", dates="dmy")
    assert fill(TABLE, "Seen", "touchpoints.ends_at", None, "dmy").sections[1].fields[
        "ends_at"
    ] == rule("Seen", dates="dmy")
    assert fill(TABLE, "Seen", "touchpoints.title", None, "dmy").sections[1].fields[
        "title"
    ] == rule("Seen")


def test_a_column_takes_the_place_of_what_every_row_said() -> None:
    assert fill(TABLE, "Type", "touchpoints.kind").sections[1].fields["kind"] == rule("Type")


def test_a_section_goes_with_its_last_column_and_a_new_one_comes() -> None:
    without = fill(TABLE, "When", "", Use(1, "at"))
    assert [one.kind for one in without.sections] == ["people"]
    again = fill(without, "When", "relationships.until")
    assert [one.kind for one in again.sections] == ["people", "relationships"]


def test_a_table_whose_last_column_is_taken_away_is_left_out_and_comes_back() -> None:
    one = TableMapping(match=("A",), sections=(section("people", key=rule("A")),))
    out = fill(one, "A", "", Use(0, "key"))
    assert (out.sections, out.left_out) == ((), "Left out")
    assert fill(out, "A", "people.key") == one


def test_of_two_sections_of_a_kind_the_columns_own_is_changed() -> None:
    first, second = section("contacts", phone=rule("A")), section("contacts", email=rule("B"))
    table = TableMapping(match=("A",), sections=(first, second))
    moved = fill(table, "B", "contacts.use", Use(1, "email"))
    assert moved.sections == (first, section("contacts", use=rule("B")))


def test_words_and_date_styles_are_said_of_one_field() -> None:
    said = set_meaning(TABLE, Use(0, "sex"), "M", "male")
    assert said.sections[0].fields["sex"].values == {"1": "female", "m": "male"}
    assert set_meaning(said, Use(0, "sex"), "m", None) == TABLE
    assert set_dates(TABLE, Use(0, "birth_date"), "mdy").sections[0].fields["birth_date"] == rule(
        "DOB", dates="mdy"
    )


def test_a_mapping_forgets_columns_that_a_table_lacks() -> None:
    assert for_columns(TABLE, ["Id", "Home", "Cell", "DOB", "Sex", "Kind", "When"]) is TABLE
    found = for_columns(TABLE, ["Id", "Home", "DOB"])
    assert found.match == ("Id", "Home", "DOB")
    (people,) = found.sections
    assert people.fields.keys() == {"key", "phone", "birth_date"}
    assert (people.fields["phone"], people.only) == (rule("Home"), {})


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ((PEOPLE, CALLS), ()),
        ((section("people", sex=rule("S")), CALLS), ()),
        ((section("people", sex=rule("S")),), ((FaultKind.NOBODY, "people.key"),)),
        ((CALLS,), ((FaultKind.NOBODY, "touchpoints.person"),)),
        (
            (section("touchpoints", person=rule("P"), title=rule("T")),),
            ((FaultKind.MISSING, "touchpoints.at"),),
        ),
        ((section("contacts", phone=rule("P")),), ((FaultKind.MISSING, "contacts.person"),)),
        (
            (section("consents", person=rule("P"), action=rule("A")),),
            ((FaultKind.MISSING, "consents.at"),),
        ),
        (
            (section("people", key=rule("K"), birth_date=rule("A", "B")),),
            ((FaultKind.TWICE, "people.birth_date"),),
        ),
        ((section("people", key=rule("A", "B"), address_at_line=rule("C", "D")),), ()),
    ],
)
def test_what_would_keep_rows_out_is_told(
    sections: tuple[Section, ...], found: tuple[tuple[FaultKind, str], ...]
) -> None:
    told = faults(TableMapping(match=("X",), sections=sections))
    assert tuple((one.kind, one.target) for one in told) == found


def test_whom_a_touchpoint_is_about_may_stand_in_another_table() -> None:
    calls = section("touchpoints", key=rule("K"), at=rule("W"))
    table = TableMapping(match=("K",), sections=(calls,))
    who = section("participants", touchpoint=rule("T"), person=rule("P"))
    assert faults(table) == (Fault(FaultKind.NOBODY, "touchpoints.person"),)
    assert faults(table, [TableMapping(match=("T",), sections=(who,))]) == ()


def test_every_field_that_is_said_something_of_is_a_field() -> None:
    names = {name.rstrip(".") for fields in FIELDS.values() for name in fields}
    starts = {mapping_fields.start_of(name) for name in names}
    assert names >= mapping_fields.DATES
    assert names >= mapping_fields._ONCE_PARTS
    assert starts >= mapping_fields._ONCE
    assert mapping_fields.meanings("people.stop.call") == ("yes", "no")
    assert mapping_fields.meanings("people.given") == ()

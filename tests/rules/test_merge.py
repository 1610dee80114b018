"""Merge fields: nothing is read out raw or empty, whatever is known and whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.draft import DraftAppointment, DraftCallback
from console.rules.merge import FIELDS, call_fields, merge, unknown_fields
from tests.rules.desk import live, shipped
from tests.rules.journeys import NOW, days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello {{caller_name}}.", "Hello Denise."),
        ("Hello {{ caller_name }}.", "Hello Denise."),
        ("Hello {{person_name}}.", "Hello the person we are calling for."),
        ("Hello {{person_name|there}}.", "Hello there."),
        ("Hello {{caller_name|there}}.", "Hello Denise."),
        ("At {{clinic}}.", "At our clinic."),
        ("The {{favourite_color}}.", "The the favourite color."),
        ("Odd }} and {{ braces", "Odd  and  braces"),
        ("{{}}", "…"),
        ("", ""),
    ],
)
def test_fields_and_their_words(text: str, expected: str) -> None:
    fields = {"caller_name": "Denise", "person_name": "  ", "favourite_color": "red"}
    assert merge(text, fields) == expected


def test_a_value_is_never_merged_again() -> None:
    assert merge("{{caller_name}}", {"caller_name": "{{mrn}}"}) == "{{mrn}}"


@given(st.text(alphabet="{}| abc_name", max_size=40))
def test_no_braces_are_ever_read_out(text: str) -> None:
    merged = merge(text, {})
    assert "{{" not in merged
    assert "}}" not in merged


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_has_words_of_its_own(name: str) -> None:
    assert merge(f"{{{{{name}}}}}", {}) == FIELDS[name] != ""


def test_fields_that_nobody_fills_are_found_before_publishing() -> None:
    text = "{{rep_name}} {{mrn}} {{ diagnosis |it}} {{mrn}}"
    assert unknown_fields(text) == ("mrn", "diagnosis")


def test_a_call_fills_its_fields_in_the_persons_zone() -> None:
    draft = live(
        appointment=DraftAppointment(at=days(1), place="Wayne Avenue"),
        callback=DraftCallback(due_at=days(5), zone="America/Chicago"),
    )
    fields = call_fields(
        draft, shipped(), NOW, rep_name="Jordan", person_name="Denise", zone="America/Chicago"
    )
    said = merge(
        "{{part_of_day}}: {{appointment_day}} at {{appointment_time}}, {{appointment_place}}; "
        "{{callback_time}}; {{callback_number}}; {{appointment_with}}",
        fields,
    )
    assert said == (
        "morning: tomorrow at 08:46, Wayne Avenue; Tue 24 Nov at 08:46; (937) 555-0100; "
        "the care team"
    )


def test_the_number_to_call_back_is_the_lines() -> None:
    fields = call_fields(live(line="flu"), shipped(), NOW, rep_name="Jordan")
    assert fields["callback_number"] == "(937) 555-0101"

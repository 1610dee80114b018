"""Which table this is, and which column is which field."""

from datetime import date

import pytest

from console.rules import date_style, header_rows, headers
from console.rules.table_columns import Column
from console.rules.table_guess import Guess, guess

TODAY = date(2026, 3, 2)


def columns(text: str) -> list[Column]:
    """Columns of a small table, written as people write tables."""
    head, *lines = (line.split(",") for line in text.strip().splitlines())
    return [
        Column(
            name=name,
            filled=len(said),
            values=said,
            dates=date_style.evidence(said),
        )
        for name, values in zip(head, zip(*lines, strict=True), strict=True)
        for said in [tuple(value for value in values if value)]
    ]


def kinds(found: Guess) -> list[str]:
    return [section.kind for section in found.sections]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("PatientId", "key"),
        ("Perm_Home_Telephone", "phone.home"),
        ("Perm_Cell_Pager", "phone.mobile"),
        ("Business_Telephone", "phone.work"),
        ("DOB", "birth_date"),
        ("BIRTHDATE", "birth_date"),
        ("Birth", "birth_date"),
        ("MRN", "identifier.mrn"),
        ("do_not_phone", "stop.call"),
        ("SMS Consent", "agree.text"),
        ("EmailAddress", "email"),
        ("AddressZip", "address.zip"),
        ("Emergency_Telephone", None),
        ("doctor_phone_number", None),
        ("PrimaryPhoneType", None),
        ("SSN", None),
        ("passport_no", None),
    ],
)
def test_headers_of_people(header: str, field: str | None) -> None:
    assert headers.field_of("people", header) == field


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Id,First,Last\n1,Ann,Smith\n2,Bob,Jones", ["people"]),
        ("Id,Name,NPI,Specialty\n1,Ann Smith,1234567893,Cardiology", ["clinicians"]),
        ("Id,Name,Address,Phone,Revenue\n1,Aetna,1 A St,937-555-0137,5", ["organizations"]),
        ("Name,Phone\nAnn Smith,937-555-0137\nBob Jones,937-555-0138", ["people"]),
        ("person_id,email\n1,a@example.org\n2,b@example.org", ["contacts"]),
        ("patient_id,do_not_call\n1,Y\n2,N", ["consents"]),
        ("person_id,related_person_id,relationship\n1,2,spouse\n3,4,child", ["relationships"]),
        ("call_id,patient_id,call_date,outcome\n7,1,2026-01-02,Busy", ["touchpoints"]),
        ("START,STOP,PATIENT,CODE,DESCRIPTION\n2020-01-02,,1,5,Asthma", []),
        ("alpha,beta\n1,2", []),
    ],
)
def test_what_a_table_is(text: str, expected: list[str]) -> None:
    assert kinds(guess(columns(text), TODAY)) == expected


def test_values_overrule_a_header() -> None:
    found = guess(
        columns("Id,First,Last,Email,DOB\n1,Ann,Smith,yes,tall\n2,Bob,Jones,no,short"), TODAY
    )
    assert found.sections[0].fields.keys() == {"key", "given", "family"}


def test_a_year_that_no_column_gives_is_assumed_and_said() -> None:
    text = "contact,day,month,duration\ncellular,15,may,60\ntelephone,16,jun,90"
    found = guess(columns(text), TODAY)
    assert found.sections[-1].fields["at.year"].constant == "2025"
    assert any("2025 is assumed" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("rows", "names", "skip"),
    [
        ([["Id", "Name"], ["1", "Ann"]], ("Id", "Name"), 1),
        ([["Report"], ["Id", "Name"], ["1", "Ann"]], ("Id", "Name"), 2),
        ([["1", "Ann", "x"], ["2", "Bob", "y"]], ("column 1", "column 2", "column 3"), 0),
        ([["Id", "Phone", "Phone"], ["1", "5", "6"]], ("Id", "Phone", "Phone (2)"), 1),
        (
            [["", "Home", "Work"], ["Id", "Phone", "Phone"], ["1", "5", "6"]],
            ("Id", "Home Phone", "Work Phone"),
            2,
        ),
        (
            [["Id", "DOB"], ["key", "date"], ["1", "1950-01-02"], ["2", "1951-01-02"]],
            ("Id", "DOB"),
            2,
        ),
    ],
)
def test_the_header_is_found(rows: list[list[str]], names: tuple[str, ...], skip: int) -> None:
    found = header_rows.find(rows)
    assert found is not None
    assert (found.names, found.skip) == (names, skip)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Total", "2", ""], "Total of a table"),
        (["Id", "Name", "DOB"], "Header that comes again"),
        (["Printed by: x", "", ""], "Remark in a table"),
        (["1", "Total", "1950-01-02"], ""),
        (["Total", "Ann", "1950-01-02"], ""),
    ],
)
def test_rows_that_are_no_records(row: list[str], reason: str) -> None:
    header = header_rows.Header(("Id", "Name", "DOB"), 1, ("id", "name", "dob"))
    assert header_rows.no_record(row, header) == reason

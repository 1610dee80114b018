"""The first records as a corrected mapping would read them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from console.models.records import Person
from console.models.table_mapping import ImportMapping
from console.models.terms import EventKind, TouchpointKind
from console.rules.mapping_edit import Use, fill, set_dates
from console.services.database import Database
from console.services.imports import Proposal, propose
from console.services.imports.tables.preview import ELSEWHERE, RowPreview, preview
from console.services.imports.values import PersonValues, TouchpointValues
from tests.services.imports.resources import bring, rows

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
PEOPLE = (
    "Id,First,Last,DOB,Phone,Cell,Sex\n"
    "1,Ann,Smith,01/02/1950,937-555-0137,,F\n"
    "2,Bob,Jones,03/04/1961,937-555-0138,937-555-0139,M\n"
    "2.98725E+13,Eve,Lost,05/06/1961,,,F\n"
)
CALLS = (
    "Call ID,Patient ID,Call Date,Outcome\n"
    "c1,1,2026-02-03 10:30,Left Message\n"
    "c2,2,,No answer\n"
)  # fmt: skip


def proposed(folder: Path, **texts: str) -> Proposal:
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return propose([folder], today=date(2026, 3, 2))


def read(proposal: Proposal, *changed: object) -> tuple[tuple[RowPreview, ...], ...]:
    mapping = proposal.mapping
    if changed:
        mapping = replace(mapping, tables=changed)  # type: ignore[arg-type]
    return preview(proposal, mapping, now=NOW, zone="America/New_York")


def person(row: RowPreview) -> PersonValues:
    (found,) = (one for one in row.values if isinstance(one, PersonValues))
    return found


def test_records_are_read_as_an_import_would_and_follow_each_change(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, people=PEOPLE)
    ((ann, bob, lost),) = read(proposal)
    assert person(ann).fields["name"] == "Ann Smith"
    assert person(ann).fields["birth_date"] == "1950-01-02"
    assert [one.value for one in person(bob).contacts] == ["+19375550138", "+19375550139"]
    assert lost.values == ()
    assert lost.refused == ("has an id in key whose last digits a spreadsheet took away",)
    (table,) = proposal.mapping.tables
    turned = set_dates(table, Use(0, "birth_date"), "dmy")
    ((ann, bob, _),) = read(proposal, fill(turned, "Last", "", Use(0, "family")))
    assert person(ann).fields["birth_date"] == "1950-02-01"
    assert person(ann).fields["name"] == "Ann"


def test_tables_know_of_each_other(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, a_people=PEOPLE, calls=CALLS)
    _, (left, undated) = read(proposal)
    (call,) = (one for one in left.values if isinstance(one, TouchpointValues))
    assert (call.kind, call.at) == (
        TouchpointKind.CALL,
        datetime(2026, 2, 3, 15, 30, tzinfo=UTC),
    )
    assert [(one.kind, one.ref) for one in call.events] == [(EventKind.OUTCOME, "voicemail_left")]
    assert undated.refused == ("has no date, so it has no place on a timeline",)


CODES = "kind,id,label\n" + "".join(f"type,{n},Kind {n}\n" for n in range(1, 9)) + "type,9,Letter\n"
ACTIVITIES = (
    "id,activity_type_id,subject,activity_date_time,status_id,source_contact_id\n"
    "70,9,Reminder,2026-02-03 10:30,2,12\n"
)
PHONES = "contact_id,phone,phone_type_id,is_primary\n12,937-555-0137,2,1\n12,,2,0\n"


def test_what_is_put_aside_is_shown_and_codes_are_looked_up_in_the_whole_list(
    tmp_path: Path,
) -> None:
    proposal = proposed(tmp_path, a=CODES, b=ACTIVITIES, c=PHONES)
    codes, (activity,), (phone, empty) = read(proposal)
    assert len(codes) == 5, "a long list of codes is not shown whole"
    (letter,) = (one for one in activity.values if isinstance(one, TouchpointValues))
    assert letter.kind is TouchpointKind.LETTER
    (aside,) = phone.aside
    assert (aside.person, aside.contacts[0].value) == ("12", "+19375550137")
    assert empty.left_out == ("Contact point that is empty",)
    activities = proposal.mapping.tables[1]
    nobody = fill(activities, "source_contact_id", "", Use(0, "person"))
    _, (activity,), _ = read(
        proposal, proposal.mapping.tables[0], nobody, proposal.mapping.tables[2]
    )
    assert activity.refused == ("names no person",)


def test_nobody_is_missing_where_another_table_tells_whom_it_is_about(tmp_path: Path) -> None:
    targets = "activity_id,target_contact_id\n71,12\n"
    proposal = proposed(tmp_path, b=ACTIVITIES, d=targets)
    tables = proposal.mapping.tables
    nobody = fill(tables[0], "source_contact_id", "", Use(0, "person"))
    (activity,), _ = read(proposal, nobody, tables[1])
    assert (activity.refused, activity.remarks) == ((), (ELSEWHERE,))


def test_a_proposal_of_what_ships_can_be_given_though_columns_are_missing(
    embedded: Database, tmp_path: Path
) -> None:
    contacts = (
        "id,contact_type,display_name,first_name,last_name,do_not_phone,do_not_email,is_deceased\n"
        "12,Individual,Ann Smith,Ann,Smith,0,0,0\n"
    )
    proposal = proposed(tmp_path, contacts=contacts)
    given: ImportMapping = proposal.mapping
    report = bring(embedded, tmp_path / "contacts.csv", mapping=given)
    assert (report.created, report.rejected) == (1, ())
    assert [one.name for one in rows(embedded, Person)] == ["Ann Smith"]

"""Tables of touchpoints, consents and what belongs to people of another table."""

import random
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.models.facts import ConsentEvent, Touchpoint, TouchpointEvent, TouchpointPerson
from console.models.records import ContactPoint, Person, Relationship
from console.services.database import Database
from tests.services.imports.resources import LATER, bring, content, rows

PEOPLE = "Id,First,Last,DOB\n1,Ann,Smith,1950-01-31\n2,Bob,Jones,1961-07-02\n"
VISITS = (
    "Encounter ID,Patient ID,Encounter Date,Encounter Type,Reason,Status\n"
    "v1,1,2026-01-05 09:30,Office visit,Cough,Completed\n"
    "v2,2,2026-05-06 10:00,Telehealth visit,Follow-up,Scheduled\n"
    "v3,9,2026-01-05 09:30,Office visit,Cough,Completed\n"
)
PHONES = "person_id,phone,type\n1,937-555-0137,home\n1,937-555-0138,cell\n2,937-555-0139,work\n"
RELATIONS = "person_id,related_person_id,relationship\n1,2,Spouse\n"


def written(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_export_of_several_tables_comes_in_together(database: Database, tmp_path: Path) -> None:
    folder = written(tmp_path / "x", z=PEOPLE, a=VISITS, b=PHONES, c=RELATIONS)
    report = bring(database, folder)
    assert (report.read, report.created, report.touchpoints) == (9, 2, 2)
    (rejected,) = report.rejected
    assert rejected.reason == "its patient is not on record, nor in these files"
    assert {(one.value, one.use) for one in rows(database, ContactPoint)} == {
        ("+19375550137", "home"),
        ("+19375550138", "mobile"),
        ("+19375550139", "work"),
    }
    (spouse,) = rows(database, Relationship)
    assert (spouse.kind, spouse.authority) == ("spouse", None)
    visits = {one.title: one.kind for one in rows(database, Touchpoint)}
    assert visits == {"Cough": "visit", "Follow-up": "visit"}
    assert {one.kind for one in rows(database, TouchpointEvent)} == {"attended", "booked"}
    before = content(database)
    again = bring(database, folder)
    assert (again.created, again.updated, again.touchpoints) == (0, 0, 0)
    assert content(database) == before


def test_the_order_of_files_does_not_matter(embedded: Database, tmp_path: Path) -> None:
    texts = {"people": PEOPLE, "visits": VISITS, "phones": PHONES, "kin": RELATIONS}
    first: object = None
    for at, order in enumerate(permutations(texts)):
        if at % 5:
            continue
        names = {f"{place}{name}": texts[name] for place, name in enumerate(order)}
        bring(embedded, written(tmp_path / f"x{at}", **names))
        first = first or content(embedded)
        assert content(embedded) == first


def test_people_first_and_their_visits_a_week_later(embedded: Database, tmp_path: Path) -> None:
    bring(embedded, written(tmp_path / "x", people=PEOPLE))
    report = bring(embedded, written(tmp_path / "y", visits=VISITS), now=LATER)
    assert (report.touchpoints, report.rejected_count) == (2, 1)


def test_appointments_of_people_without_names(embedded: Database, tmp_path: Path) -> None:
    text = (
        "PatientId,AppointmentID,Gender,ScheduledDay,AppointmentDay,No_show\n"
        "29872499824296.0,11,F,2016-04-20 08:00:00,2016-04-29,No\n"
        "29872499824296.0,12,F,2016-04-21 08:00:00,2016-05-29,Yes\n"
        "867951213174.0,13,M,2016-04-21 08:00:00,2016-05-30,No\n"
    )
    report = bring(embedded, written(tmp_path / "x", a=text))
    assert (report.created, report.touchpoints) == (2, 3)
    assert {one.name for one in rows(embedded, Person)} == {"Name not known"}
    events = [(one.kind, one.at.isoformat()[:10]) for one in rows(embedded, TouchpointEvent)]
    assert sorted(events)[:2] == [("attended", "2016-04-29"), ("attended", "2016-05-30")]
    named = "PatientId,First,Last\n867951213174,Ann,Smith\n"
    later = bring(embedded, written(tmp_path / "y", b=named), now=LATER)
    assert later.created == 1


def test_people_who_come_with_their_names_are_no_strangers_to_their_appointments(
    embedded: Database, tmp_path: Path
) -> None:
    appointments = "PatientId,Gender,AppointmentDay,No_show\n5,F,2016-04-29,No\n"
    named = "PatientId,First,Last,Gender\n5,Ann,Smith,F\n"
    report = bring(embedded, written(tmp_path / "x", a=appointments, b=named))
    assert (report.created, report.touchpoints) == (1, 1)
    assert [one.name for one in rows(embedded, Person)] == ["Ann Smith"]


def test_a_call_of_nobody_known_is_somebody_of_its_own(embedded: Database, tmp_path: Path) -> None:
    text = (
        "age,contact,day,month,duration,campaign,y\n"
        "58,cellular,5,may,261,1,no\n58,cellular,5,may,261,1,no\n44,telephone,6,jun,90,2,yes\n"
    )
    report = bring(embedded, written(tmp_path / "x", a=text))
    assert (report.created, report.touchpoints) == (3, 3)
    again = bring(embedded, written(tmp_path / "x", a=text, b=text))
    assert (again.created, again.touchpoints) == (0, 0)
    found = {(one.summary, one.at.strftime("%m-%d")) for one in rows(embedded, Touchpoint)}
    assert found == {("Attempt 1 · 4:21 min", "05-05"), ("Attempt 2 · 1:30 min", "06-06")}


def test_a_status_that_changes_appends_an_event(embedded: Database, tmp_path: Path) -> None:
    bring(embedded, written(tmp_path / "x", p=PEOPLE, v=VISITS))
    done = VISITS.replace("Scheduled", "No Show")
    report = bring(embedded, written(tmp_path / "x", v=done), now=LATER)
    assert report.touchpoints == 0
    assert {one.kind for one in rows(embedded, TouchpointEvent)} == {
        "attended",
        "booked",
        "no_show",
    }


def test_vaccines_are_immunizations(embedded: Database, tmp_path: Path) -> None:
    text = "DATE,PATIENT,CODE,DESCRIPTION\n2025-10-01T09:00:00Z,1,140,Influenza seasonal\n"
    bring(embedded, written(tmp_path / "x", p=PEOPLE, v=text))
    (one,) = rows(embedded, Touchpoint)
    assert (one.kind, one.ref, one.title) == ("immunization", "140", "Influenza seasonal")


def test_clinical_lists_are_left_out(embedded: Database, tmp_path: Path) -> None:
    text = "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n2001-05-01,,1,v1,1,Sinusitis\n"
    report = bring(embedded, written(tmp_path / "x", p=PEOPLE, v=text))
    assert report.skipped_kinds == {"Clinical or other details of people, not touchpoints": 1}


CONTACT = (
    "id,contact_type,display_name,do_not_phone,do_not_email,is_deceased,first_name,last_name,"
    "is_opt_out,preferred_communication_method\n"
    "1,Individual,Ann Smith,1,0,0,Ann,Smith,0,\x011\x01\n"
    "2,Individual,Bob Jones,0,0,1,Bob,Jones,1,\n"
    "3,Household,The Smiths,0,0,0,,,0,\n"
    "4,Organization,Elm Clinic,0,0,0,,,0,\n"
)
ACTIVITY = (
    "id,source_contact_id,activity_type_id,subject,activity_date_time,status_id\n"
    "10,4,2,Reminder,2025-03-01 10:00:00,4\n11,1,2,Reminder,2025-03-02 10:00:00,5\n"
    "12,3,2,Reminder,2025-03-03 10:00:00,2\n13,1,9,,2025-03-04 10:00:00,2\n"
)
CRM = {
    "one": CONTACT,
    "two": ACTIVITY,
    "three": "id,activity_id,target_contact_id\n1,10,1\n2,10,2\n",
    "four": "id,contact_id,location_type_id,is_primary,phone,phone_ext,phone_type_id\n"
    "1,1,1,0,38425350,,1\n2,1,1,1,937-555-0138,7,2\n3,2,1,1,937-555-0139,,3\n"
    "4,,1,1,204 222-1001,,1\n5,3,1,1,937-555-0140,,1\n",
    "five": "kind,id,label\ntype,2,Phone Call\ntype,9,Tell a Friend\nstatus,4,Left Message\n"
    "status,5,Unreachable\nstatus,2,Completed\n",
    "six": "id,contact_id_a,contact_id_b,relationship_type_id,is_active\n1,1,2,2,1\n2,1,3,7,1\n",
    "seven": "id,entity_table,entity_id,note,modified_date,subject\n"
    "10,civicrm_contact,1,Prefers mornings,2025-01-02,\n",
    "eight": "id,contact_id,group_id,date,method,status\n1,1,2,2025-01-01 08:00:00,Email,Added\n"
    "2,2,2,2025-01-01 08:00:00,Email,Removed\n3,2,2,2025-01-02 08:00:00,Email,Pending\n",
}  # fmt: skip


@pytest.mark.parametrize("form", ["crm", "csv", "auto"])
def test_a_crm_of_related_tables(form: str, embedded: Database, tmp_path: Path) -> None:
    report = bring(embedded, written(tmp_path / "x", **CRM), format=form)
    assert (report.created, report.touchpoints) == (2, 4)
    assert [one.reason for one in report.rejected] == ["names no person"]
    assert report.skipped_kinds == {
        "About no person (household)": 1,
        "Consent that is neither given nor revoked": 1,
        "Contact point of nobody in these files": 1,
        "Row that the mapping leaves out": 3,
    }
    people = {one.name: one for one in rows(embedded, Person)}
    assert people["Bob Jones"].deceased
    assert people["Ann Smith"].prefers == "call"
    ids = {one.id: one.name for one in people.values()}
    consents = {
        (ids[one.person_id], one.action, one.channel, one.scope, one.purpose)
        for one in rows(embedded, ConsentEvent)
    }
    assert consents == {
        ("Ann Smith", "revoked", "call", "person", None),
        ("Bob Jones", "revoked", None, "marketing", "marketing"),
        ("Ann Smith", "given", "email", None, "marketing"),
        ("Bob Jones", "revoked", "email", "marketing", "marketing"),
    }
    points = {(one.value, one.use, one.extension, one.rank) for one in rows(embedded, ContactPoint)}
    assert points == {("38425350", "home", None, 100), ("+19375550138", "mobile", "7", 1)}
    calls = {one.id: one for one in rows(embedded, Touchpoint)}
    outcomes = {
        (calls[one.touchpoint_id].at.day, one.ref) for one in rows(embedded, TouchpointEvent)
    }
    assert outcomes == {(1, "voicemail_left"), (2, "no_answer")}
    about = {
        (calls[one.touchpoint_id].title, ids[one.person_id])
        for one in rows(embedded, TouchpointPerson)
    }
    assert about == {
        ("Reminder", "Ann Smith"),
        ("Reminder", "Bob Jones"),
        ("Tell a Friend", "Ann Smith"),
        ("Note", "Ann Smith"),
    }
    before = content(embedded)
    again = bring(embedded, tmp_path / "x", format=form)
    assert (again.created, again.updated, again.touchpoints) == (0, 0, 0)
    assert content(embedded) == before


EXAMPLE = count(1)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "7.0", "x-9"]),
        st.sampled_from(["Ann", "Zoë", "NA", ""]),
        st.sampled_from(["Smith", "O'Hara", "de la Cruz"]),
        st.sampled_from(["1950-01-31", "31/12/1950", "3/4/1950", "NaN", "19991309"]),
        st.sampled_from(["937-555-0137", "9375550138", "38425350", "999", ""]),
    ),
    min_size=3,
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, seed=st.integers(0, 99))
def test_any_rows_in_any_order_again_change_nothing(
    lines: list[tuple[str, ...]], seed: int, embedded: Database, tmp_path: Path
) -> None:
    """Also where rows of one id contradict each other; every example has people of its own."""
    example = next(EXAMPLE)
    own = [
        (key and f"{example}{key}", first, f"{last} {example}th", *rest)
        for key, first, last, *rest in lines
    ]
    text = "\n".join(["Id,First,Last,DOB,Phone", *map(",".join, own)])
    bring(embedded, written(tmp_path / "x", a=text), format="csv")
    before = content(embedded)
    random.Random(seed).shuffle(own)
    text = "\n".join(["Id,First,Last,DOB,Phone", *map(",".join, own)])
    again = bring(embedded, written(tmp_path / "x", a=text), format="csv")
    assert (again.created, again.updated, again.kept) == (0, 0, 0)
    assert content(embedded) == before

"""Tables of people, organizations and clinicians: what comes in, and what changes nothing."""

import gzip
from pathlib import Path

import pytest

from console.models.facts import ConsentEvent, Touchpoint, TouchpointEvent
from console.models.records import Clinician, ContactPoint, Identifier, Organization, Person
from console.services.database import Database
from console.services.directory import Directory
from tests.services.imports.resources import LATER, NOW, bring, content, counts, rows

PEOPLE = """Patient_ID,First Name,Last Name,DOB,Sex,Home Phone,Cell,Email,Address,City,State,ZIP,SSN
1001,Denise,Whitfield,06/09/1974,F,937-555-0137,,denise@example.org,12 Elm St,Troy,OH,45373,999-1
1002,Tomás,Jankowski,12/31/1945,M,(937) 555-0142,937.555.0143 x4,,8 Oak Ave,Chicopee,MA,1013,
1003,Ann,O'Hara,NaN,U,999-999-9999,,none,,,,,
"""


def table(folder: Path, text: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def names(database: Database) -> set[str]:
    return {one.name for one in rows(database, Person)}


def test_a_table_of_people_comes_in_once(database: Database, tmp_path: Path) -> None:
    file = table(tmp_path, PEOPLE)
    report = bring(database, file)
    assert (report.read, report.created, report.rejected) == (3, 3, ())
    people = {one.name: one for one in rows(database, Person)}
    assert people["Denise Whitfield"].birth_date == "1974-06-09"
    assert people["Denise Whitfield"].sex == "female"
    assert people["Ann O'Hara"].birth_date is None
    points = {
        (one.system, one.value, one.use, one.extension) for one in rows(database, ContactPoint)
    }
    assert points == {
        ("phone", "+19375550137", "home", None),
        ("phone", "+19375550142", "home", None),
        ("phone", "+19375550143", "mobile", "4"),
        ("email", "denise@example.org", None, None),
        ("address", "12 Elm St, Troy, OH 45373", None, None),
        ("address", "8 Oak Ave, Chicopee, MA 01013", None, None),
    }
    before = content(database)
    again = bring(database, file)
    assert (again.created, again.updated, again.kept, again.unchanged) == (0, 0, 0, 3)
    assert content(database) == before
    found = Directory(database, lambda: NOW).find("jankowski 1945", 9).results
    assert [one.name for one in found] == ["Tomás Jankowski"]


def test_a_cell_may_hold_several_numbers_and_what_they_are_for(
    embedded: Database, tmp_path: Path
) -> None:
    text = (
        "Id,First,Last,Phone,Country\n1,Ann,Smith,937-555-0137 / 0138,US\n"
        "2,Bob,Jones,h: 937-555-0139 c: 937-555-0140,US\n3,Cy,Doe,555 0141,Elbonia\n"
        "4,Di,Moe,911,US\n"
    )
    bring(embedded, table(tmp_path, text))
    found = {(one.value, one.use) for one in rows(embedded, ContactPoint) if one.system == "phone"}
    assert found == {
        *(("+19375550137", None), ("+19375550138", None), ("+19375550139", "home")),
        *(("+19375550140", "mobile"), ("5550141", None), ("911", None)),
    }


def test_numbers_of_other_authorities_are_not_kept(embedded: Database, tmp_path: Path) -> None:
    bring(embedded, table(tmp_path, PEOPLE))
    assert {one.value for one in rows(embedded, Identifier)} == {"1001", "1002", "1003"}


def test_what_changed_at_the_source_changes_here_and_the_name_of_the_file_tells_nothing(
    embedded: Database, tmp_path: Path
) -> None:
    bring(embedded, table(tmp_path, PEOPLE))
    moved = PEOPLE.replace("12 Elm St,Troy", "7 Pine Rd,Piqua").replace(",F,937-555-0137", ",F,")
    later = bring(embedded, table(tmp_path, moved, "other.txt"), now=LATER)
    assert (later.created, later.updated, later.unchanged) == (0, 1, 2)
    points = {one.value: one.retired_at for one in rows(embedded, ContactPoint)}
    assert points["7 Pine Rd, Piqua, OH 45373"] is None
    assert points["12 Elm St, Troy, OH 45373"] is not None
    assert points["+19375550137"] is not None


def test_one_more_column_and_another_order_are_the_same_people(
    embedded: Database, tmp_path: Path
) -> None:
    bring(embedded, table(tmp_path, PEOPLE))
    lines = [line.split(",") for line in PEOPLE.splitlines()]
    turned = "\n".join(",".join([f"x{at}", *reversed(line)]) for at, line in enumerate(lines))
    again = bring(embedded, table(tmp_path, turned, "b.csv"))
    assert (again.created, again.unchanged) == (0, 3)


def test_a_table_that_says_less_takes_nothing_away(embedded: Database, tmp_path: Path) -> None:
    bring(embedded, table(tmp_path, PEOPLE))
    before = {(one.value, one.retired_at) for one in rows(embedded, ContactPoint)}
    short = "Patient_ID,First Name,Last Name,DOB\n1001,Denise,Whitfield,06/09/1974\n"
    report = bring(embedded, table(tmp_path, short, "b.csv"), now=LATER)
    assert (report.created, report.updated) == (0, 0)
    assert {(one.value, one.retired_at) for one in rows(embedded, ContactPoint)} == before
    assert {one.sex for one in rows(embedded, Person)} == {"female", "male", "unknown"}


def test_people_without_ids_are_known_by_name_and_birth_date(
    embedded: Database, tmp_path: Path
) -> None:
    head = "Last,First,DOB,Phone\n"
    bring(embedded, table(tmp_path, f"{head}Whitfield,Denise,1974-06-09,937-555-0137\n"))
    report = bring(embedded, table(tmp_path, f"{head}Whitfield,Denise,1974-06-09,937-555-0138\n"))
    assert (report.created, report.updated) == (0, 1)


def test_an_id_that_a_spreadsheet_rounded_is_refused(embedded: Database, tmp_path: Path) -> None:
    text = "PatientId,First,Last\n2.98725E+13,Ann,Smith\n29872499824296.0,Bob,Smith\n"
    report = bring(embedded, table(tmp_path, text))
    assert report.created == 1
    (rejected,) = report.rejected
    assert rejected.where == "row 2"
    assert "spreadsheet" in rejected.reason
    assert [one.value for one in rows(embedded, Identifier)] == ["29872499824296"]


def test_two_systems_that_number_alike_are_not_mixed_up(embedded: Database, tmp_path: Path) -> None:
    bring(embedded, table(tmp_path, "Id,First,Last,DOB\n1,Ann,Smith,1950-01-02\n"))
    one = bring(embedded, table(tmp_path, "member id,name,dob\n1,Zoë Quill,1999-09-09\n", "b"))
    assert one.created == 1
    other = bring(embedded, table(tmp_path, "Id,First,Last,DOB\n1,Xi,Yu,2001-05-05\n", "c"))
    assert other.created == 0
    assert "another system" in other.rejected[0].reason
    assert names(embedded) == {"Ann Smith", "Zoë Quill"}


def test_one_name_column_and_a_birth_date_in_parts(embedded: Database, tmp_path: Path) -> None:
    text = 'rec_id,full_name,by,bm,bd\n7,"Whitfield, Denise Ann",1974,6,9\n8,Cher,1946,,\n'
    bring(embedded, table(tmp_path, text))
    found = {(one.name, one.given, one.family, one.birth_date) for one in rows(embedded, Person)}
    assert found == {
        ("Denise Ann Whitfield", "Denise Ann", "Whitfield", "1974-06-09"),
        ("Cher", "", "", "1946"),
    }


def test_deceased_by_flag_or_date(embedded: Database, tmp_path: Path) -> None:
    text = "Id,First,Last,Deceased,Date of Death\n1,A,One,Y,\n2,B,Two,N,2020-03-04\n3,C,Three,N,\n"
    bring(embedded, table(tmp_path, text))
    assert {one.name: one.deceased for one in rows(embedded, Person)} == {
        "A One": True,
        "B Two": True,
        "C Three": False,
    }


def test_flags_become_revocations_and_a_flag_taken_back_lifts_nothing(
    embedded: Database, tmp_path: Path
) -> None:
    head = "Id,First,Last,Do Not Call,Email Opt Out,SMS Consent\n"
    bring(embedded, table(tmp_path, f"{head}1,Ann,Smith,Y,N,Y\n2,Bob,Smith,N,Y,N\n3,C,D,,,\n"))
    found = {
        (one.action, one.channel, one.scope, one.purpose) for one in rows(embedded, ConsentEvent)
    }
    assert found == {
        ("revoked", "call", "person", None),
        ("given", "text", None, "care"),
        ("revoked", "email", "person", None),
        ("revoked", "text", "person", None),
    }
    before = counts(embedded)["consent_event"]
    bring(embedded, table(tmp_path, f"{head}1,Ann,Smith,N,N,Y\n2,Bob,Smith,N,N,N\n"), now=LATER)
    assert counts(embedded)["consent_event"] == before


def test_a_list_of_calls_with_names_brings_people_and_calls(
    embedded: Database, tmp_path: Path
) -> None:
    text = (
        "Patient Name,DOB,Phone,Call Date,Call Time,Disposition,Comments\n"
        '"Smith, Ann",1/31/1950,937-555-0137,3/1/2026,2:15 PM,Left Message,first try\n'
        '"Smith, Ann",1/31/1950,937-555-0137,3/2/2026,9:00 AM,DNC,angry\n'
    )
    report = bring(embedded, table(tmp_path, text))
    assert (report.read, report.created, report.touchpoints) == (2, 1, 2)
    assert {one.ref for one in rows(embedded, TouchpointEvent)} == {"voicemail_left", "declined"}
    (stop,) = rows(embedded, ConsentEvent)
    assert (stop.action, stop.channel) == ("revoked", "call")
    assert {one.at.isoformat() for one in rows(embedded, Touchpoint)} == {
        "2026-03-01T19:15:00+00:00",
        "2026-03-02T14:00:00+00:00",
    }


def test_organizations_and_clinicians_are_no_people(embedded: Database, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    table(
        folder,
        "Facility ID,Facility Name,City,State,Phone Number\n"
        "1,TROY GENERAL HOSPITAL,TROY,OH,937-555-0100\n2,ELM CLINIC,PIQUA,OH,\n",
        "places.csv",
    )
    table(folder, "Id,Name,Speciality,NPI\n5,Randy Berg,CARDIOLOGY,1234567893\n", "who.csv")
    report = bring(embedded, folder)
    assert (report.read, report.created, report.rejected) == (3, 0, ())
    assert {one.name for one in rows(embedded, Organization)} == {
        "TROY GENERAL HOSPITAL",
        "ELM CLINIC",
    }
    (clinician,) = rows(embedded, Clinician)
    assert (clinician.name, clinician.npi) == ("Randy Berg", "1234567893")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_encoding_and_delimiter(
    encoding: str, delimiter: str, embedded: Database, tmp_path: Path
) -> None:
    text = "Id,First,Last\r\n1,José,Gómez\r\n2,Zoë,Ünal\r\n".replace(",", delimiter)
    bring(embedded, table(tmp_path, text, encoding=encoding))
    assert names(embedded) == {"José Gómez", "Zoë Ünal"}


def test_a_compressed_table_beside_fhir_goes_by_itself(embedded: Database, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.bin").write_bytes(gzip.compress(PEOPLE.encode()))
    (folder / "b").write_text(
        '{"resourceType": "Patient", "id": "x", "name": [{"text": "Fay Doe"}]}', encoding="utf-8"
    )
    report = bring(embedded, folder)
    assert (report.read, report.created) == (4, 4)

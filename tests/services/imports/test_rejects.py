"""What an import rejected: in files to correct, that go in with nothing else said."""

import csv
import gzip
import html
import io
import json
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from console.models.facts import Touchpoint, TouchpointEvent, TouchpointPerson
from console.models.records import ContactPoint, Identifier, Person
from console.services.database import Database
from console.services.imports import ImportReport, Rejected
from console.services.imports.people import GONE
from console.services.imports.rejected_files import Folder
from console.services.imports.rejections import Rejections
from console.services.imports.report import REJECTED_KEPT
from tests.services.imports.resources import (
    LATER,
    bring,
    counts,
    encounter,
    ndjson,
    patient,
    rows,
)
from tests.services.imports.test_table_touchpoints import CRM

PEOPLE = "Patient Id,First Name,Last Name,DOB,Phone\n00123,Zoë,Smith,03/04/1950,937-555-0137\n"
CALLS = (
    "Call Id,Patient Id,Call Date,Outcome,Notes\n"
    "c1,00123,2026-01-05 10:00,Left Message,=1+1\n"
    'c2,00123,soon,Left Message,"=HYPERLINK(""x"")"\n'
    "c3,00999,2026-01-07 10:00,Left Message,dangling\n"
    "c4,00123,2026-01-08 10:00,Left Message,one,more\n"
    "c5,,2026-01-09 10:00,Left Message,nobody\n"
)


def table(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def of(path: Path) -> list[list[str]]:
    """The rows of a written table."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def correct(path: Path, **words: str) -> None:
    """What a person does with an editor; each word must stand there."""
    text = path.read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def again_without_change(database: Database, *paths: Path, saved: Path) -> None:
    before = counts(database)
    again = bring(database, *paths, saved=saved, now=LATER)
    assert (again.created, again.updated, again.touchpoints) == (0, 0, 0)
    assert counts(database) == before


def rejects(report: ImportReport) -> dict[str, int]:
    return {one.file.name: one.count for one in report.rejected_files}


def test_rows_of_tables_are_corrected_and_go_in(embedded: Database, tmp_path: Path) -> None:
    folder, into, saved = tmp_path / "in", tmp_path / "fix", tmp_path / "mappings"
    table(folder / "people.csv", PEOPLE)
    table(folder / "calls.csv", CALLS)
    report = bring(embedded, folder, saved=saved, rejects=into)
    assert (report.touchpoints, report.rejected_count, report.rejected_rest) == (1, 4, 0)
    assert rejects(report) == {"calls.rejected.csv": 4}
    file = into / "calls.rejected.csv"
    header, *found = of(file)
    assert header == [*CALLS.splitlines()[0].split(","), "rejected because"]
    assert found[0][:5] == ["'c2", "'00123", "soon", "Left Message", '\'=HYPERLINK("x")']
    assert [row[5:] for row in found] == [
        ["has no date, so it has no place on a timeline"],
        ["its patient is not on record, nor in these files"],
        ["has 6 cells, and the header 5", "more"],
        ["names no person"],
    ]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    once_more = bring(embedded, into, saved=saved, now=LATER)
    assert once_more.rejected_count == 4, "what nobody corrected is rejected again"
    correct(file, soon="1/6/2026 10:00", **{"'00999": "'00123", ",nobody": ",=1+1"})
    text = file.read_text(encoding="utf-8")
    text = text.replace('has 6 cells, and the header 5",more', '"').replace("c5,,", "c5,'00123,")
    file.write_text(text, encoding="utf-8")
    fixed = bring(embedded, into, saved=saved, now=LATER)
    assert (fixed.rejected, fixed.touchpoints) == ((), 4)
    (person,) = rows(embedded, Person)
    assert {one.person_id for one in rows(embedded, TouchpointPerson)} == {person.id}
    summaries = {one.summary for one in rows(embedded, Touchpoint)}
    assert summaries >= {'=HYPERLINK("x")', "=1+1", "dangling"}
    again_without_change(embedded, into, saved=saved)


def test_resources_are_corrected_and_go_in(embedded: Database, tmp_path: Path) -> None:
    whole, into = tmp_path / "all.ndjson", tmp_path / "fix"
    undated = encounter("e2", period={})
    lines = [json.dumps(one) for one in (patient(), undated, encounter("e3", "Patient/none"))]
    lines.insert(1, '{"resourceType": "Encounter", "id": "e4",')
    whole.write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = bring(embedded, whole, rejects=into)
    assert rejects(report) == {"all.rejected.ndjson": 3}
    file = into / "all.rejected.ndjson"
    assert file.read_text(encoding="utf-8").splitlines() == [lines[2], lines[3], lines[1]]
    reasons = (into / "all.reasons.txt").read_text(encoding="utf-8").splitlines()
    assert reasons[1] == "2 (line 4): its patient is not on record, nor in these files"
    assert reasons[2].startswith("3 (line 2): is not JSON")
    broken = json.dumps(encounter("e4"))
    dated = json.dumps(encounter("e2"))
    correct(file, **{lines[1]: broken, lines[2]: dated, "Patient/none": "Patient/p1"})
    fixed = bring(embedded, into, now=LATER)
    assert (fixed.rejected, fixed.touchpoints) == ((), 3), "the reasons beside it are no input"
    again_without_change(embedded, into, saved=tmp_path)


def test_a_resource_of_a_bundle_keeps_its_server_its_id_and_its_references(
    embedded: Database, tmp_path: Path
) -> None:
    server = "https://ehr.example.org/fhir"
    person = {"fullUrl": "urn:uuid:0a", "resource": patient("p1")}
    other = {"fullUrl": f"{server}/Patient/p1", "resource": patient("p1", birthDate="1980-01-01")}
    visits = [encounter("e1", "urn:uuid:0a", period={}), encounter("e2", "Patient/p1", period={})]
    del visits[0]["id"]
    entries = [
        {"fullUrl": "urn:uuid:0e", "resource": visits[0]},
        {"fullUrl": f"{server}/Encounter/e2", "resource": visits[1]},
    ]
    whole = tmp_path / "bundle.json"
    bundle = {"resourceType": "Bundle", "type": "batch", "entry": [person, other, *entries]}
    whole.write_text(json.dumps(bundle, indent=1), encoding="utf-8")
    report = bring(embedded, whole, rejects=tmp_path / "fix")
    assert (report.created, rejects(report)) == (2, {"bundle.rejected.ndjson": 2})
    file = tmp_path / "fix" / "bundle.rejected.ndjson"
    correct(file, **{'"period": {}': '"period": {"start": "2026-01-15T09:00:00-05:00"}'})
    fixed = bring(embedded, file, now=LATER)
    assert (fixed.read, fixed.rejected, fixed.touchpoints) == (2, (), 2)
    born = {one.id: one.birth_date for one in rows(embedded, Person)}
    about = [born[one.person_id] for one in rows(embedded, TouchpointPerson)]
    assert sorted(about) == ["1974-06-09", "1980-01-01"], "each at its own server"
    for visit in visits:
        visit["period"] = {"start": "2026-01-15T09:00:00-05:00"}
    whole.write_text(json.dumps(bundle), encoding="utf-8")
    again_without_change(embedded, whole, saved=tmp_path)


def test_a_stranger_and_who_was_inside_another_resource_are_written_once(
    embedded: Database, tmp_path: Path
) -> None:
    bring(embedded, ndjson(tmp_path / "first", [patient()]))
    other = patient(birthDate="1960-01-01", name=[{"family": "Roe", "given": ["Max"]}])
    report = bring(embedded, ndjson(tmp_path / "second", [other]), rejects=tmp_path / "fix")
    assert rejects(report) == {"second.rejected.ndjson": 1}
    correct(tmp_path / "fix" / "second.rejected.ndjson", **{'"p1"': '"p2"'})
    assert bring(embedded, tmp_path / "fix", now=LATER).created == 1


VISITS = (
    "Patient Id,First Name,Last Name,DOB,Visit Date,Reason\n"
    '00123,Zoë,Smith,03/04/1950,{},"a; b, ""c"""\n'
    "00124,Max,Roe,03/05/1951,2026-01-06 10:00,x\n"
)


def as_page(text: str) -> bytes:
    listed = csv.reader(io.StringIO(text))
    made = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in listed)
    body = "".join(f"<tr>{cells}</tr>" for cells in made)
    return f"<html><meta charset=utf-8><table>{body}</table></html>".encode()


def as_semicolons(text: str) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows(csv.reader(io.StringIO(text)))
    return made.getvalue().encode("cp1252")


FORMS: dict[str, Callable[[str], bytes]] = {
    "page": as_page,
    "semicolons": as_semicolons,
    "tabs": lambda text: text.replace(",", "\t").encode("utf-16"),
    "packed": lambda text: gzip.compress(text.encode()),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_row_without_id_is_the_same_as_in_the_whole_of_any_form(
    form: str, embedded: Database, tmp_path: Path
) -> None:
    """What happened without an id is known by all that its row says."""
    whole, saved = tmp_path / "visits", tmp_path / "mappings"
    whole.write_bytes(FORMS[form](VISITS.format("soon")))
    report = bring(embedded, whole, saved=saved, rejects=tmp_path / "fix")
    assert (report.created, rejects(report)) == (2, {"visits.rejected.csv": 1})
    correct(tmp_path / "fix" / "visits.rejected.csv", soon="2026-01-05 10:00")
    fixed = bring(embedded, tmp_path / "fix", saved=saved, now=LATER)
    assert (fixed.rejected, fixed.created, fixed.touchpoints) == ((), 0, 1)
    whole.write_bytes(FORMS[form](VISITS.format("2026-01-05 10:00")))
    again_without_change(embedded, whole, saved=saved)


def test_a_workbook_gives_its_cells_as_text(embedded: Database, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Calls"
    book.active.append(["Call Id", "Patient Id", "Call Date", "Minutes"])
    book.active.append([17, 29872499824296, "soon", 1.5])
    book.active.append([18, 29872499824296, datetime(2026, 1, 5, 10), 2])  # noqa: DTZ001 - a cell has no zone
    book.create_sheet("People").append(["Patient Id", "First Name", "Last Name", "DOB"])
    book["People"].append([29872499824296, "Ann", "Smith", "01/02/1950"])
    book.save(tmp_path / "book.xlsx")
    report = bring(
        embedded, tmp_path / "book.xlsx", saved=tmp_path / "mappings", rejects=tmp_path / "fix"
    )
    assert rejects(report) == {"book.Calls.rejected.csv": 1}
    file = tmp_path / "fix" / "book.Calls.rejected.csv"
    assert of(file)[1][:4] == ["17", "'29872499824296", "soon", "'1.5"]
    correct(file, soon="2026-01-06")
    fixed = bring(embedded, file, saved=tmp_path / "mappings", now=LATER)
    assert (fixed.rejected, fixed.created, fixed.touchpoints) == ((), 0, 1)


def test_a_line_with_a_damaged_quotation_mark_waits_whole_in_its_first_cell(
    embedded: Database, tmp_path: Path
) -> None:
    text = PEOPLE + '7,"Ann,Smith\n' + "8,Bob,Jones,01/02/1950,\n" * 205
    file = table(tmp_path / "people.csv", text)
    report = bring(embedded, file, saved=tmp_path / "mappings", rejects=tmp_path / "fix")
    assert rejects(report) == {"people.rejected.csv": 1}
    fix = tmp_path / "fix" / "people.rejected.csv"
    assert of(fix)[1][:2] == ["'7,\"Ann,Smith", ""]
    with pytest.raises(Exception, match="never closed"):
        bring(embedded, fix, saved=tmp_path / "mappings", now=LATER)


def test_nothing_is_written_over(embedded: Database, tmp_path: Path) -> None:
    folder, into = tmp_path / "in", tmp_path / "fix"
    ndjson(folder_of(folder) / "a.json", [patient(), encounter("e1", "Patient/none")])
    ndjson(folder_of(folder / "more") / "a.json", [encounter("e2", "Patient/none")])
    assert list(rejects(bring(embedded, folder, rejects=into))) == [
        "a.rejected.ndjson",
        "a-2.rejected.ndjson",
    ]
    assert list(rejects(bring(embedded, into, rejects=into))) == [
        "a-2-2.rejected.ndjson",
        "a-3.rejected.ndjson",
    ]
    assert len(list(into.glob("*.reasons.txt"))) == 4


def test_a_file_that_could_not_be_written_whole_is_none(tmp_path: Path) -> None:
    def fill() -> None:
        with Folder(tmp_path).new("a", ".x", ".y") as (first, _):
            first[1].write("half")
            raise OSError(28, "disk full")

    with pytest.raises(OSError, match="full"):
        fill()
    assert list(tmp_path.iterdir()) == []


def folder_of(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def test_whoever_was_erased_is_not_written_down(embedded: Database, tmp_path: Path) -> None:
    every = Rejections()
    every.add(Rejected("a", "line 1", GONE))
    assert every.places() == 0


def test_a_folder_that_cannot_be_written_is_told_and_the_import_stays_done(
    embedded: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient(), encounter("e1", "Patient/none")])
    report = bring(embedded, file, rejects=file)
    assert "could be written to" in report.rejected_fault
    assert (report.created, report.rejected_files) == (1, ())
    assert len(rows(embedded, Person)) == 1


def test_more_than_the_report_keeps_are_written(embedded: Database, tmp_path: Path) -> None:
    nameless = [{"id": str(number)} for number in range(REJECTED_KEPT + 500)]
    file = ndjson(tmp_path / "all", [patient(), *nameless])
    report = bring(embedded, file, rejects=tmp_path / "fix")
    assert len(report.rejected) == REJECTED_KEPT
    assert rejects(report) == {"all.rejected.ndjson": len(nameless)}
    lines = (tmp_path / "fix" / "all.rejected.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == nameless


def test_rows_of_a_crm_take_along_what_they_are_read_with(
    database: Database, tmp_path: Path
) -> None:
    folder, into = tmp_path / "crm", tmp_path / "fix"
    for name, text in CRM.items():
        table(folder / f"{name}.csv", text)
    with (folder / "two.csv").open("a", encoding="utf-8") as file:
        file.write("14,4,2,Reminder,never,4\n15,4,2,Reminder,2025-03-06 10:00:00,4\n")
    with (folder / "three.csv").open("a", encoding="utf-8") as file:
        file.write("3,14,1\n4,15,\n")
    report = bring(database, folder, format="crm", rejects=into)
    assert report.rejected_rest == 0
    assert rejects(report) == {"four.csv": 1, "five.csv": 0, "three.csv": 1, "two.csv": 1}
    assert [row[:3] + row[-1:] for row in of(into / "three.csv")[1:]] == [
        ["3", "14", "1", "belongs to a rejected row"],
        ["4", "15", "", "does not name a touchpoint and a person"],
    ]
    correct(into / "two.csv", never="2025-03-05 10:00:00")
    correct(into / "three.csv", **{"4,15,,": "4,15,2,"})
    correct(into / "four.csv", **{"4,,": "4,2,"})
    fixed = bring(database, into, now=LATER)
    assert (fixed.rejected, fixed.created, fixed.touchpoints) == ((), 0, 2)
    names = {one.id: one.name for one in rows(database, Person)}
    people = {one.touchpoint_id: names[one.person_id] for one in rows(database, TouchpointPerson)}
    calls = {one.at.day: one for one in rows(database, Touchpoint) if one.at.month == 3}
    assert [people[calls[day].id] for day in (5, 6)] == ["Ann Smith", "Bob Jones"]
    outcomes = {one.touchpoint_id: one.ref for one in rows(database, TouchpointEvent)}
    assert outcomes[calls[5].id] == "voicemail_left"
    points = {
        (names[one.person_id], one.value, one.retired_at) for one in rows(database, ContactPoint)
    }
    assert points == {
        ("Ann Smith", "38425350", None),
        ("Ann Smith", "+19375550138", None),
        ("Bob Jones", "+12042221001", None),
    }
    again_without_change(database, into, saved=tmp_path)
    again_without_change(database, folder, saved=tmp_path)


def test_ids_of_people_mean_the_system_that_they_meant_in_the_whole(
    embedded: Database, tmp_path: Path
) -> None:
    """Patient 00123 of another system is on record, too."""
    bring(embedded, ndjson(tmp_path / "other", [patient("00123")]))
    folder, saved = tmp_path / "in", tmp_path / "mappings"
    table(folder / "people.csv", PEOPLE)
    table(folder / "calls.csv", "\n".join(CALLS.splitlines()[:3]) + "\n")
    report = bring(embedded, folder, saved=saved, rejects=tmp_path / "fix")
    assert (report.created, report.touchpoints) == (1, 1)
    correct(tmp_path / "fix" / "calls.rejected.csv", soon="2026-01-06")
    fixed = bring(embedded, tmp_path / "fix", saved=saved, now=LATER)
    assert (fixed.rejected, fixed.touchpoints) == ((), 1)
    names = {one.id: one.name for one in rows(embedded, Person)}
    assert {names[one.person_id] for one in rows(embedded, TouchpointPerson)} == {"Zoë Smith"}


@pytest.mark.samples
def test_contact_points_of_a_real_crm_go_to_whom_they_are_given(
    embedded: Database, samples: Path, tmp_path: Path
) -> None:
    into = tmp_path / "fix"
    report = bring(embedded, samples / "crm_activity_history", rejects=into)
    assert report.rejected_rest == 0
    assert sum(rejects(report).values()) == report.rejected_count == len(report.rejected)
    before = counts(embedded)
    owner = next(one.value for one in rows(embedded, Identifier))
    for name in ("phone", "email", "address"):
        file = into / f"civicrm_{name}.csv"
        header, *listed = of(file)
        at = header.index("contact_id")
        with file.open("w", encoding="utf-8", newline="") as written:
            csv.writer(written).writerows(
                [header, *([*row[:at], owner, *row[at + 1 :]] for row in listed)]
            )
    fixed = bring(embedded, into, now=LATER)
    assert (fixed.rejected, fixed.created, fixed.updated) == ((), 0, 1)
    assert counts(embedded)["contact_point"] > before["contact_point"]
    again_without_change(embedded, into, saved=tmp_path / "none")


@pytest.mark.samples
def test_what_a_real_export_lacks_can_be_brought_later(
    embedded: Database, samples: Path, tmp_path: Path
) -> None:
    """What is about patients who come later lies in files; once they are on record, it goes in."""
    listed = sorted((samples / "fhir_r4_hl7_examples").glob("*.json"))
    patients = [file for file in listed if file.name.startswith("Patient-")]
    others = [file for file in listed if file not in patients]
    report = bring(embedded, *others, rejects=tmp_path / "fix")
    assert sum(rejects(report).values()) == report.rejected_count == len(report.rejected)
    bring(embedded, *patients)
    fixed = bring(embedded, tmp_path / "fix", now=LATER)
    assert fixed.read == report.rejected_count
    assert fixed.touchpoints > 0
    assert "its patient is not on record, nor in these files" in {
        one.reason for one in report.rejected
    }
    again_without_change(embedded, *listed, saved=tmp_path)

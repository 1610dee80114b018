"""People of FHIR files: quirks of names, numbers and dates, and what stays once corrected."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from console.models.facts import Command
from console.models.records import (
    Clinician,
    ContactPoint,
    Identifier,
    Organization,
    Person,
    Relationship,
)
from console.models.terms import Label
from console.services.database import Database
from console.services.directory import Directory
from tests.services.imports.resources import (
    FIXTURES,
    LATER,
    NOW,
    bring,
    content,
    counts,
    ndjson,
    patient,
    rows,
)


def only(database: Database, **where: Any) -> Any:
    (row,) = [
        row
        for row in rows(database, Person)
        if all(getattr(row, name) == value for name, value in where.items())
    ]
    return row


def correct(database: Database, table: Any, **values: Any) -> None:
    with database.transaction() as session:
        session.execute(update(table).values(**values, revision=table.revision + 1))


def test_a_patient_comes_with_everything_a_rep_needs(database: Database) -> None:
    report = bring(database, FIXTURES / "bundle.json")
    assert (report.read, report.created, report.rejected) == (8, 2, ())
    assert report.skipped_kinds == {"Observation": 1, "Patient that is an animal": 1}
    maria = only(database, given="María José")
    assert (maria.name, maria.family) == ("María José Núñez-O'Neill", "Núñez-O'Neill")
    assert maria.other_names == ["Mari", "María Ortega"]
    assert maria.preferred_name == "Mari"
    assert (maria.birth_date, maria.sex, maria.language) == ("1974-06", "female", "es")
    assert maria.interpreter
    points = {
        (row.system, row.value): row
        for row in rows(database, ContactPoint)
        if row.person_id == maria.id
    }
    assert set(points) == {
        ("phone", "+19375550137"),
        ("phone", "+19375550138"),
        ("phone", "+19375550140"),
        ("email", "maria.nunez@example.org"),
        ("address", "12 Elm St, Apt 4, Dayton, OH 45402"),
    }
    home = points["phone", "+19375550137"]
    assert (home.raw, home.extension, home.rank) == ("(937) 555-0137 x12", "12", 1)
    assert points["phone", "+19375550138"].use == "mobile"
    assert points["phone", "+19375550140"].retired_at == NOW
    assert points["address", "12 Elm St, Apt 4, Dayton, OH 45402"].postal_code == "45402"


def test_a_social_security_number_is_not_kept_and_the_mrn_is_known(database: Database) -> None:
    bring(database, FIXTURES / "bundle.json")
    kept = {(row.kind, row.value) for row in rows(database, Identifier)}
    assert kept == {("mrn", "CL-0042"), ("", "M-77")}
    found = Directory(database).find("CL-0042")
    assert [match.mrn for match in found.results] == ["CL-0042"]


def test_related_people_and_places_come_too(database: Database) -> None:
    bring(database, FIXTURES / "bundle.json")
    tom, maria = only(database, name="Tom O'Neill"), only(database, family="Núñez-O'Neill")
    (relation,) = rows(database, Relationship)
    assert (relation.person_id, relation.other_id) == (tom.id, maria.id)
    assert relation.kind == "husband"
    (clinic,) = rows(database, Organization)
    assert (clinic.name, clinic.phone, clinic.city) == (
        "Elm Street Clinic",
        "+19375550100",
        "Dayton",
    )
    (kim,) = rows(database, Clinician)
    assert (kim.name, kim.npi) == ("Dr. Ada Kim", "1999999992")
    assert (kim.phone, kim.specialty) == ("+19375550101", "Family medicine")


def test_odd_people_go_in_as_far_as_they_are_known(database: Database) -> None:
    report = bring(database, FIXTURES / "people.ndjson")
    assert (report.read, report.created, report.rejected_count) == (8, 8, 3)
    assert only(database, birth_date="1990").name == "Name not known"
    chinese = only(database, name="张伟")
    assert chinese.deceased
    assert chinese.deceased_at == datetime.fromisoformat("2024-05-06T12:00:00-04:00")
    assert only(database, name="Ann Single").birth_date == "1974-06-09"
    assert only(database, name="Zoë Nul l").birth_date is None
    lou = only(database, given="Lou")
    assert lou.labels == {Label.PSYCHIATRIC, Label.RESTRICTED}
    assert not lou.deceased
    assert only(database, given="Ida").family == "Idless"
    values = {row.value for row in rows(database, ContactPoint) if row.system == "phone"}
    assert values == {"+19375550151", "065550123"}


def test_importing_again_changes_nothing(database: Database) -> None:
    bring(database, FIXTURES)
    before, numbers = content(database), counts(database)
    report = bring(database, FIXTURES, now=LATER)
    assert (report.created, report.updated, report.kept, report.touchpoints) == (0, 0, 0, 0)
    assert report.unchanged == 12
    assert content(database) == before
    assert counts(database) == numbers


def test_what_changed_at_the_source_is_brought_up_to_date(
    database: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient()])
    bring(database, file)
    married = [{"family": "Ames", "given": ["Denise"]}]
    moved = [{"system": "phone", "value": "937-555-0199"}]
    ndjson(file, [patient(name=married, telecom=moved)])
    report = bring(database, file, now=LATER)
    assert (report.updated, report.kept, report.unchanged) == (1, 0, 0)
    denise = only(database)
    assert (denise.name, denise.revision) == ("Denise Ames", 2)
    points = {row.value: row.retired_at for row in rows(database, ContactPoint)}
    assert points == {"+19375550137": LATER, "+19375550199": None}
    directory = Directory(database)
    assert [match.name for match in directory.find("Ames").results] == ["Denise Ames"]
    assert directory.find("Whitfield").results == ()


def test_a_correction_stays_and_is_reported_as_kept(database: Database, tmp_path: Path) -> None:
    file = ndjson(tmp_path / "a", [patient()])
    bring(database, file)
    correct(database, Person, birth_date="1974-09-06")
    again = bring(database, file, now=LATER)
    assert (again.kept, again.updated, again.unchanged) == (1, 0, 0)
    ndjson(file, [patient(birthDate="1974-06-10", gender="female")])
    report = bring(database, file, now=LATER)
    assert (report.kept, report.updated) == (1, 1)
    denise = only(database)
    assert (denise.birth_date, denise.sex) == ("1974-09-06", "female")


@pytest.mark.parametrize(
    "touched",
    [{"retired_at": NOW}, {"wrong": True}, {"confidential": True}, {"value": "+19375550177"}],
)
def test_a_number_corrected_here_stays_so(
    touched: dict[str, Any], database: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient()])
    bring(database, file)
    correct(database, ContactPoint, **touched)
    before = rows(database, ContactPoint)
    bring(database, file, now=LATER)
    other = [{"system": "phone", "value": "937-555-0137", "use": "work", "rank": 3}]
    ndjson(file, [patient(telecom=other)])
    bring(database, file, now=LATER)
    assert [
        (row.value, row.wrong, row.confidential, row.retired_at)
        for row in rows(database, ContactPoint)
    ] == [(row.value, row.wrong, row.confidential, row.retired_at) for row in before]


def test_a_confidential_number_stays_when_the_source_drops_it(
    database: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient()])
    bring(database, file)
    correct(database, ContactPoint, confidential=True)
    ndjson(file, [patient(telecom=[])])
    bring(database, file, now=LATER)
    (point,) = rows(database, ContactPoint)
    assert point.retired_at is None


def test_a_label_added_at_the_source_protects_beside_one_set_here(
    database: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient()])
    bring(database, file)
    correct(database, Person, labels=frozenset({Label.ABUSE}))
    ndjson(file, [patient(meta={"security": [{"code": "HIV"}]})])
    bring(database, file, now=LATER)
    assert only(database).labels == {Label.ABUSE, Label.HIV_STI}


def test_an_older_version_never_comes_over_a_newer(database: Database, tmp_path: Path) -> None:
    new = patient(gender="female", meta={"lastUpdated": "2026-02-02T00:00:00Z"})
    old = patient(gender="male", meta={"lastUpdated": "2026-02-01T00:00:00Z"})
    bring(database, ndjson(tmp_path / "new", [new]))
    bring(database, ndjson(tmp_path / "old", [old]))
    assert only(database).sex == "female"


def test_an_id_used_for_somebody_else_is_refused(database: Database, tmp_path: Path) -> None:
    bring(database, ndjson(tmp_path / "a", [patient()]))
    other = patient(name=[{"family": "Okafor", "given": ["Ben"]}], birthDate="1950-01-02")
    report = bring(database, ndjson(tmp_path / "b", [other]))
    assert [one.where for one in report.rejected] == ["line 1"]
    assert "another system" in report.rejected[0].reason
    assert only(database).name == "Denise Whitfield"


def test_two_servers_that_number_alike_are_kept_apart(database: Database, tmp_path: Path) -> None:
    def entry(server: str, family: str) -> dict[str, Any]:
        who = patient("1", name=[{"family": family, "given": ["Ann"]}])
        return {"fullUrl": f"http://{server}/fhir/Patient/1", "resource": who}

    bundle = {
        "resourceType": "Bundle",
        "entry": [entry("a.example", "One"), entry("b.example", "Two")],
    }
    report = bring(database, ndjson(tmp_path / "a", [bundle]))
    assert report.created == 2
    assert {row.name for row in rows(database, Person)} == {"Ann One", "Ann Two"}


def test_the_same_record_by_another_route_is_no_second_person(
    database: Database, tmp_path: Path
) -> None:
    number = {"type": {"coding": [{"code": "MR"}]}, "system": "urn:mrn", "value": "77"}
    who = patient("1", identifier=[number])
    bundle = {
        "resourceType": "Bundle",
        "entry": [{"fullUrl": "http://a.example/fhir/Patient/1", "resource": who}],
    }
    bring(database, ndjson(tmp_path / "a", [bundle]))
    report = bring(database, ndjson(tmp_path / "b", [who]))
    assert (report.created, report.unchanged) == (0, 1)


def test_a_patient_inside_another_resource_is_the_one_on_record(
    database: Database, tmp_path: Path
) -> None:
    number = {"type": {"coding": [{"code": "MR"}]}, "system": "urn:mrn", "value": "77"}
    visit = {
        "resourceType": "Encounter",
        "id": "e1",
        "status": "finished",
        "period": {"start": "2026-01-01"},
        "subject": {"reference": "#p"},
        "contained": [{"resourceType": "Patient", "id": "p", "identifier": [number]}],
    }
    file = ndjson(tmp_path / "a", [visit, patient(identifier=[number])])
    report = bring(database, file)
    assert (report.created, report.touchpoints, report.rejected) == (1, 1, ())
    again = bring(database, file)
    assert (again.created, again.updated, again.touchpoints) == (0, 0, 0)
    assert only(database).name == "Denise Whitfield"


def test_a_related_person_without_patient_is_refused(database: Database, tmp_path: Path) -> None:
    lost = {"resourceType": "RelatedPerson", "id": "r", "patient": {"reference": "Patient/none"}}
    nobody = {"resourceType": "RelatedPerson", "id": "s"}
    report = bring(database, ndjson(tmp_path / "a", [patient(), lost, nobody]))
    reasons = {one.where: one.reason for one in report.rejected}
    assert reasons == {
        "line 2": "its patient is not on record, nor in these files",
        "line 3": "names no patient",
    }


def test_every_batch_is_a_command_and_a_dry_run_leaves_none(
    database: Database, tmp_path: Path
) -> None:
    before = counts(database)
    file = ndjson(tmp_path / "a", [patient(f"p{number}") for number in range(1200)])
    dry = bring(database, file, dry_run=True)
    assert (dry.created, dry.dry_run) == (1200, True)
    assert counts(database) == before
    real = bring(database, file)
    assert real.created == 1200
    with database.transaction() as session:
        found = session.execute(select(Command.author, Command.kind).order_by(Command.id)).all()
    authors = [("importer", kind) for kind in ("BeginImport", *["ImportBatch"] * 3, "EndImport")]
    assert sorted(map(tuple, found)) == sorted(authors)


def test_two_versions_in_one_import_end_the_same_in_any_order_and_again(
    database: Database, tmp_path: Path
) -> None:
    versions = [patient(gender="female"), patient(gender="male"), patient(gender="other")]
    file = ndjson(tmp_path / "a", versions)
    bring(database, file)
    winner, before = only(database).sex, counts(database)
    again = bring(database, file, now=LATER)
    assert (again.updated, again.kept) == (0, 0)
    assert counts(database) == before
    bring(database, ndjson(file, versions[::-1]), now=LATER)
    assert counts(database) == before
    assert only(database).sex == winner


def test_what_was_changed_back_at_the_source_is_changed_back_here(
    database: Database, tmp_path: Path
) -> None:
    for number, sex in enumerate(("female", "male", "female")):
        bring(database, ndjson(tmp_path / f"{number}", [patient(gender=sex)]))
        assert only(database).sex == sex


def test_each_number_of_a_field_is_a_contact_point(database: Database, tmp_path: Path) -> None:
    written = "home: 937-555-0101 ext. 4 cell: 937-555-0102"
    telecom = [
        {"system": "phone", "value": written, "use": "work"},
        {"system": "phone", "value": "937-555-0103 after 5 pm", "use": "work"},
        {"system": "phone", "value": "38425350"},
    ]
    ndjson(tmp_path / "one.ndjson", [patient(telecom=telecom)])
    bring(database, tmp_path)
    points = {row.value: row for row in rows(database, ContactPoint) if row.system == "phone"}
    assert {value: (row.use, row.extension) for value, row in points.items()} == {
        "+19375550101": ("home", "4"),
        "+19375550102": ("mobile", None),
        "+19375550103": ("work", None),
        "38425350": (None, None),
    }
    assert {row.raw for row in points.values()} == {one["value"] for one in telecom}
    bring(database, tmp_path)
    assert len(rows(database, ContactPoint)) == len(points)

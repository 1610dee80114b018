"""Real tables of others: counted by hand and plainly, brought in whole, again without a change.

The largest are cut to their first rows here; ENGAGEMENT_SOAK=1 takes all of them.
"""

import csv
import gzip
import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from console.models.facts import ConsentEvent, Touchpoint, TouchpointEvent
from console.models.records import (
    Clinician,
    ContactPoint,
    Identifier,
    Organization,
    Person,
    Relationship,
)
from console.services.database import Database, open_shared
from console.services.directory import Directory
from console.services.imports import ImportReport
from tests.services.imports.resources import NOW, bring, content, counts, rows

pytestmark = pytest.mark.samples
MOST = None if os.environ.get("ENGAGEMENT_SOAK") == "1" else 1_500


def plainly(file: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a sample, read plainly."""
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    text = data.decode("utf-8-sig").splitlines()
    return list(csv.DictReader(text, delimiter=delimiter, skipinitialspace=True))


def cut(file: Path, folder: Path) -> Path:
    """The first rows of a large sample, under a name that tells nothing."""
    with gzip.open(file, "rb") as whole:
        (folder / "cut").write_bytes(b"".join(islice(whole, MOST + 1 if MOST else None)))
    return folder / "cut"


def twice(database: Database, *paths: Path) -> ImportReport:
    """The report of an import; doing it again must change nothing."""
    report = bring(database, *paths)
    before = counts(database)
    again = bring(database, *paths)
    assert (again.created, again.updated, again.kept, again.touchpoints) == (0, 0, 0, 0)
    assert (again.read, again.unchanged) == (report.read, report.created)
    assert (again.rejected, again.skipped_kinds) == (report.rejected, report.skipped_kinds)
    assert counts(database) == before
    return report


def test_synthea_as_it_was_exported(database: Database, samples: Path) -> None:
    folder = samples / "synthea_csv_small"
    patients = plainly(folder / "patients.csv")
    happened = len(plainly(folder / "encounters.csv")) + len(plainly(folder / "immunizations.csv"))
    report = twice(database, folder)
    assert (report.created, report.touchpoints) == (len(patients), happened)
    assert report.rejected == ()
    assert report.read == sum(len(plainly(file)) for file in folder.glob("*.csv"))
    assert counts(database)["organization"] == len(plainly(folder / "organizations.csv"))
    assert counts(database)["clinician"] == len(plainly(folder / "providers.csv"))
    people = {one.name: one for one in rows(database, Person)}
    for patient in patients:
        person = people[f"{patient['FIRST']} {patient['LAST']}"]
        assert person.birth_date == patient["BIRTHDATE"]
        assert person.deceased == bool(patient["DEATHDATE"])
    assert not {one.value for one in rows(database, Identifier)} & {one["SSN"] for one in patients}
    named = {one.by for one in rows(database, Touchpoint) if one.kind == "visit"}
    assert any(" " in name for name in named), "visits show their clinicians by name"


def test_synthea_as_a_person_saved_it_from_a_spreadsheet(embedded: Database, samples: Path) -> None:
    folder = samples / "synthea_csv_excel"
    patients = plainly(folder / "patients.csv.gz", ";")
    paths = [folder / f"{name}.csv.gz" for name in ("patients", "allergies", "organizations",
                                                   "payers", "careplans")]  # fmt: skip
    report = twice(embedded, *paths)
    assert (report.created, report.rejected) == (len(patients), ())
    people = {one.value: one.person_id for one in rows(embedded, Identifier)}
    births = {one.id: one.birth_date for one in rows(embedded, Person)}
    zips = {one.person_id: one.postal_code for one in rows(embedded, ContactPoint)}
    for patient in patients:
        person = people[patient["Id"]]
        month, day, year = patient["BIRTHDATE"].split("/")
        assert births[person] == f"{year}-{int(month):02}-{int(day):02}"
        if patient["ZIP"].strip("0"):
            assert zips[person] == patient["ZIP"].rjust(5, "0")


def test_a_crm_whole(database: Database, samples: Path) -> None:
    folder = samples / "crm_activity_history"
    listed = {file.stem: plainly(file) for file in folder.glob("*.csv")}
    contacts = {one["id"]: one for one in listed["civicrm_contact"]}
    persons = {key for key, one in contacts.items() if one["contact_type"] == "Individual"}
    report = twice(database, folder)
    assert report.created == len(persons)
    assert report.read == sum(map(len, listed.values()))
    assert {one.reason for one in report.rejected} == {"names no person"}
    nobody = [
        one
        for name in ("phone", "email", "address")
        for one in listed[f"civicrm_{name}"]
        if not one["contact_id"]
    ]
    assert len(report.rejected) == len(nobody)

    people = {one.value: one.person_id for one in rows(database, Identifier)}
    deceased = {one.id for one in rows(database, Person) if one.deceased}
    assert deceased == {people[key] for key in persons if contacts[key]["is_deceased"] == "1"}
    stops = {
        one.person_id
        for one in rows(database, ConsentEvent)
        if (one.action, one.channel, one.scope) == ("revoked", "call", "person")
    }
    assert stops == {people[key] for key in persons if contacts[key]["do_not_phone"] == "1"}
    assert len([one for one in rows(database, ConsentEvent) if one.action == "given"]) == len(
        [one for one in listed["civicrm_subscription_history"] if one["contact_id"] in persons]
    )
    phones = Counter(one.person_id for one in rows(database, ContactPoint) if one.system == "phone")
    wanted = Counter(
        people[one["contact_id"]]
        for one in {
            (one["contact_id"], one["phone"]): one for one in listed["civicrm_phone"]
        }.values()
        if one["contact_id"] in persons
    )
    assert phones == wanted
    kinship = {"1": "child", "2": "spouse", "3": "sibling"}
    assert Counter(one.kind for one in rows(database, Relationship)) == Counter(
        kinship[one["relationship_type_id"]]
        for one in listed["civicrm_relationship"]
        if one["relationship_type_id"] in kinship
        and {one["contact_id_a"], one["contact_id_b"]} <= persons
    )
    targets = {one["activity_id"]: one for one in listed["civicrm_activity_target"]}
    about = [
        targets[one["id"]]["target_contact_id"]
        if one["id"] in targets
        else one["source_contact_id"]
        for one in listed["civicrm_activity"]
    ]
    noted = [one["entity_id"] for one in listed["civicrm_note"]]
    assert report.touchpoints == sum(key in persons for key in (*about, *noted))
    found = Directory(database, lambda: NOW).by_phone(
        next(one["phone"] for one in listed["civicrm_phone"] if one["contact_id"] in persons)
    )
    assert found, "a number that is none of any plan is found by its digits"


def test_public_health_imports(embedded: Database, samples: Path) -> None:
    folder = samples / "sara_alert"
    whole = twice(embedded, folder / "Epi-X-Format.csv", folder / "SDX-Format.csv")
    assert (whole.read, whole.created, whole.rejected) == (26, 26, ())
    births = {one.name: one.birth_date for one in rows(embedded, Person)}
    assert births["Lois Lane"] == "1961-07-31"
    numbers = {one.value for one in rows(embedded, ContactPoint) if one.system == "phone"}
    assert {"+17778889999", "+13234567890", "84928391029382"} & numbers >= {"+17778889999"}


def test_dates_that_are_none_leave_their_field_empty_and_are_counted(
    embedded: Database, samples: Path
) -> None:
    report = twice(embedded, samples / "sara_alert" / "Epi-X-Format-Invalid-Dates.csv")
    assert (report.read, report.created, report.rejected) == (15, 15, ())
    assert report.remarks == {"Birth date that cannot be read": 2}
    assert {one.name: one.birth_date for one in rows(embedded, Person)}["Lois Lane"] == "1961-07-31"


def test_appointments_with_no_shows(embedded: Database, samples: Path, tmp_path: Path) -> None:
    file = samples / "calls" / "appointment_noshow.csv.gz"
    expected = plainly(file)[:MOST]
    report = twice(embedded, cut(file, tmp_path))
    assert report.read == report.touchpoints == len(expected)
    assert report.created == len({one["PatientId"] for one in expected})
    assert report.rejected == ()
    events = Counter(one.kind for one in rows(embedded, TouchpointEvent))
    said = Counter(one["No_show"] for one in expected)
    assert (events["no_show"], events["attended"]) == (said["Yes"], said["No"])
    ids = {one.value for one in rows(embedded, Identifier)}
    assert ids == {str(int(float(one["PatientId"]))) for one in expected}


def test_calls_of_a_campaign(embedded: Database, samples: Path, tmp_path: Path) -> None:
    file = samples / "calls" / "bank_telemarketing_first30000.csv.gz"
    expected = plainly(file)[:MOST]
    report = twice(embedded, cut(file, tmp_path))
    assert report.read == report.created == report.touchpoints == len(expected)
    assert report.rejected == ()
    outcomes = Counter(one.ref for one in rows(embedded, TouchpointEvent))
    said = Counter(one["y"] for one in expected)
    assert outcomes == Counter({"declined": said["no"], "information_given": said["yes"]})
    calls = rows(embedded, Touchpoint)
    assert {(one.kind, one.direction) for one in calls} == {("call", "outbound")}
    months = Counter(one.day.strftime("%b").lower() for one in calls)
    assert months == Counter(one["month"] for one in expected)


def people_of(samples: Path) -> Iterator[tuple[Path, int]]:
    folder = samples / "record_linkage"
    yield folder / "febrl_dataset1.csv.gz", 1_000
    yield folder / "splink_fake_1000.csv", 1_000
    yield folder / "rldata_500.csv", 500


def test_people_of_record_linkage(embedded: Database, samples: Path, tmp_path: Path) -> None:
    files = list(people_of(samples))
    report = twice(embedded, *(file for file, _ in files))
    assert report.created == report.read == sum(count for _, count in files)
    historical = samples / "record_linkage" / "splink_historical_a.csv.gz"
    people = plainly(historical)[:MOST]
    more = bring(embedded, cut(historical, tmp_path))
    assert (more.read, more.created, more.rejected) == (len(people), len(people), ())
    names = {one.name for one in rows(embedded, Person)}
    assert {f"{one['first_name']} {one['surname']}".strip() for one in people} - {""} <= names
    assert "CARSTEN MEIER" in names, "NA is no middle name"


def test_two_systems_that_number_alike_end_the_same_in_any_order(
    sqlite_template: Path, samples: Path, tmp_path: Path
) -> None:
    """Both files name people rec-0-org and so on, each other people."""
    texts = []
    for name in ("febrl_dataset1.csv.gz", "febrl_dataset3.csv.gz"):
        head, *lines = gzip.decompress((samples / "record_linkage" / name).read_bytes()).split(
            b"\n"
        )
        few = [line for line in lines if re.match(rb"rec-\d-(org|dup)", line)]
        texts.append(b"\n".join([head, *few]))
    ended = []
    for order in (texts, texts[::-1]):
        folder = tmp_path / f"{len(ended)}"
        folder.mkdir()
        (folder / "shared.db").write_bytes(sqlite_template.read_bytes())
        files = [folder / "a.csv", folder / "b.csv"]
        for file, text in zip(files, order, strict=True):
            file.write_bytes(text)
        with closing(open_shared(f"sqlite:///{folder / 'shared.db'}")) as database:
            report = twice(database, *files)
            people = {one.name: one.birth_date for one in rows(database, Person)}
            ended.append((report.created, report.rejected_count, people, content(database)))
    created, rejected, _, _ = ended[0]
    ids = {line.split(b",")[0] for text in texts for line in text.split(b"\n")[1:]}
    assert created == len(ids)
    assert rejected > 5
    assert ended[0] == ended[1]


def test_hospitals_are_organizations(embedded: Database, samples: Path) -> None:
    file = samples / "phones" / "us_hospitals_real_phones.csv.gz"
    expected = plainly(file)
    report = bring(embedded, file)
    assert (report.read, report.created, report.rejected) == (len(expected), 0, ())
    found = rows(embedded, Organization)
    assert len(found) == len({one["Facility ID"] for one in expected})
    assert all(one.phone.startswith("+1") for one in found)
    assert rows(embedded, Clinician) == []


@pytest.mark.parametrize(
    "name",
    [
        "phones/messy_parse_cases.csv",
        "phones/libphonenumber_examples.csv",
        "phones/number_match_cases.csv",
        "names/name_match_cases.csv",
        "record_linkage/splink_fake_1000_labels.csv",
        "calls/vicidial_default_dispositions.csv",
    ],
)
def test_tables_of_nobody_are_left_out_and_counted(
    name: str, embedded: Database, samples: Path
) -> None:
    report = bring(embedded, samples / name)
    assert (report.created, report.touchpoints, report.rejected) == (0, 0, ())
    assert report.read == report.skipped == len(plainly(samples / name))

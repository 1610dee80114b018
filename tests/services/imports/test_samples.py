"""Real FHIR data of others: everything goes in, once, and everybody is found.

Every sixth of the long bundles is taken here, of the short ones every fourth; ENGAGEMENT_SOAK=1
takes all of them.
"""

import gzip
import json
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.patient import Patient as StrictPatient

from console.models.records import Person
from console.services.database import Database, open_shared
from console.services.directory import Directory
from console.services.imports import fhir
from console.services.imports.reader import Entry, read
from console.services.imports.sources import Source, find
from console.services.imports.values import Context, PersonValues, Skip
from tests.conftest import SOAK
from tests.services.imports.resources import NOW, ZONE, bring, counts, rows

FOLDERS = ("fhir_r4_synthea", "fhir_r4_bulk", "fhir_r4_hl7_examples")
# What may be lacking: nothing else is a reason to refuse.
REASONS = {
    "its patient is not on record, nor in these files",
    "has no date, so it has no place on a timeline",
    "names no patient",
    "holds nothing but narrative, which is not read",
}


BUNDLES = "slim_bundles.ndjson.gz"


def every(n: int, file: Path, folder: Path) -> Path:
    """The first of each `n` lines, in a file of the same name elsewhere."""
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    (folder / file.name).write_bytes(gzip.compress(b"".join(lines[::n]), 1))
    return folder / file.name


def entries_of(source: Source) -> Iterator[Entry]:
    for found in read(source, lambda _: None):
        assert isinstance(found, Entry), found
        yield found


def patients_below(folder: Path) -> dict[str, dict[str, Any]]:
    """Patients by id, read plainly."""
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or ("Patient" not in file.name and "bundles" not in str(file)):
            continue
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        lines = data.decode().split("\n") if "ndjson" in file.name else [data.decode()]
        for document in (json.loads(line) for line in lines if line.strip()):
            listed = [one["resource"] for one in document.get("entry", [])] or [document]
            found |= {one["id"]: one for one in listed if one["resourceType"] == "Patient"}
    return found


def test_a_file_of_bundles_goes_in_once_and_everybody_is_found(
    server: Database, samples: Path, tmp_path: Path
) -> None:
    """A tenth of it on a server; the embedded database gets more samples at once, below."""
    file = every(10, samples / FOLDERS[0] / BUNDLES, tmp_path)
    kinds = Counter(entry.kind for source in find([file])[0] for entry in entries_of(source))
    report = bring(server, file)
    assert report.read == kinds.total()
    assert report.created == kinds["Patient"]
    dated = ("Encounter", "Immunization", "CarePlan")
    assert report.touchpoints == sum(kinds[kind] for kind in dated)
    assert report.rejected == ()
    others = sum(n for kind, n in kinds.items() if kind not in fhir.KINDS)
    assert report.skipped == others + kinds["Condition"]  # no playbook asks for one here
    before = counts(server)
    again = bring(server, file)
    assert (again.created, again.updated, again.kept, again.touchpoints) == (0, 0, 0, 0)
    assert again.unchanged == report.created
    assert counts(server) == before
    assert_found(server, list(patients_below(file.parent).values()), 60)


def test_every_official_example_is_on_record_or_said_to_be_not(
    embedded: Database, samples: Path
) -> None:
    folder = samples / "fhir_r4_hl7_examples"
    kinds = Counter(entry.kind for source in find([folder])[0] for entry in entries_of(source))
    report = bring(embedded, folder)
    numbers = counts(embedded)
    records = numbers["organization"] + numbers["clinician"] + kinds["PractitionerRole"]
    facts = report.touchpoints + numbers["consent_event"]
    said = report.skipped + report.rejected_count
    assert report.created + records + facts + said == report.read == kinds.total()


def many(samples: Path, folder: Path) -> list[Path]:
    """The folders with samples, the largest of them thinned out in a copy."""
    large, *others = (samples / name for name in FOLDERS)
    if SOAK:
        return [large, *others]
    thin = folder / large.name
    (thin / "full_bundles").mkdir(parents=True)
    every(4, large / BUNDLES, thin)
    for file in [*large.glob("*.json.gz"), *sorted(large.glob("full_bundles/*"))[::6]]:
        shutil.copyfile(file, thin / file.relative_to(large))
    return [thin, *others]


@pytest.fixture(scope="module")
def everything(
    samples: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Any, list[Path]]]:
    """Samples of each kind in one embedded database, with the report of the import."""
    folder = tmp_path_factory.mktemp("samples")
    copy = folder / "shared.db"
    copy.write_bytes(sqlite_template.read_bytes())
    database = open_shared(f"sqlite:///{copy}")
    folders = many(samples, folder)
    yield database, bring(database, *folders), folders
    database.close()


def test_all_samples_go_in_or_say_why_not(everything: tuple[Database, Any, list[Path]]) -> None:
    database, report, folders = everything
    patients = {key: one for folder in folders for key, one in patients_below(folder).items()}
    animals = report.skipped_kinds.get("Patient that is an animal", 0)
    people = rows(database, Person)
    assert len(people) == report.created >= len(patients) - animals
    assert {one.reason for one in report.rejected} <= REASONS
    assert len(report.rejected) < report.read / 500
    touchpoints = counts(database)["touchpoint"]
    assert touchpoints == report.touchpoints > 3_000


def test_all_samples_again_change_nothing(everything: tuple[Database, Any, list[Path]]) -> None:
    database, report, folders = everything
    before = counts(database)
    again = bring(database, *reversed(folders))
    assert (again.created, again.updated, again.kept, again.touchpoints) == (0, 0, 0, 0)
    assert (again.unchanged, again.rejected_count) == (report.created, report.rejected_count)
    assert counts(database) == before


def test_everybody_is_found_by_name_date_and_number(
    everything: tuple[Database, Any, list[Path]],
) -> None:
    database, _, folders = everything
    for folder in folders:
        assert_found(database, list(patients_below(folder).values()), 40)


def assert_found(database: Database, patients: list[dict[str, Any]], wanted: int) -> None:
    """A seeded sample of the patients is found by each thing that is known of them."""
    directory = Directory(database, lambda: NOW)
    named = [one for one in patients if one.get("name") and "family" in one["name"][0]]
    named = [one for one in named if not one.get("extension") or "animal" not in str(one)]
    for one in random.Random(7).sample(named, min(wanted, len(named))):
        first = one["name"][0]
        name = " ".join([*first.get("given", []), first["family"]])
        key = name.casefold()
        assert any(found.name.casefold() == key for found in directory.find(name, 200).results)
        if birth := one.get("birthDate"):
            dated = directory.find(f"{first['family']} {birth}", 200).results
            assert any(found.name.casefold() == key for found in dated)
        for point in one.get("telecom", []):
            if point.get("system") == "phone" and point.get("use") != "old":
                on_number = directory.by_phone(point["value"])
                assert any(found.name.casefold() == key for found in on_number)


def test_patients_are_understood_as_a_strict_model_does(samples: Path) -> None:
    checked = 0
    for source in find([samples / name for name in FOLDERS[1:]])[0]:
        for entry in entries_of(source):
            if entry.kind != "Patient":
                continue
            strict = StrictPatient.model_validate(dict(entry.resource))
            try:
                ours = fhir.values_of(entry, Context(NOW, ZONE))
            except Skip:
                continue
            assert isinstance(ours, PersonValues)
            assert_same(ours, strict)
            checked += 1
    assert checked > 1000


def assert_same(ours: PersonValues, strict: Any) -> None:
    birth = entry_date(strict.birthDate)
    assert ours.fields["birth_date"] == birth
    assert ours.fields["sex"] == strict.gender
    families = [name.family for name in strict.name or [] if name.family and name.given]
    if families:
        assert ours.fields["name"].endswith(families[0])
    phones = [one.value for one in strict.telecom or [] if one.system == "phone" and one.value]
    assert [one.raw for one in ours.contacts if one.system == "phone"] == phones
    assert ours.fields["deceased"] == bool(strict.deceasedBoolean or strict.deceasedDateTime)


def entry_date(value: Any) -> str | None:
    """A strict date as text; it keeps partial dates as they are."""
    return str(value) if value is not None else None

"""Quirks of real FHIR files: references, contained records, animals, narrative, mixed folders."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from console.models.facts import Touchpoint
from console.models.records import Person
from console.services.database import Database, open_shared
from console.services.imports.elements import MOST_ITEMS, end_of
from console.services.imports.values import PersonValues, Skip
from tests.services.imports.resources import (
    FIXTURES,
    NOW,
    ZONE,
    bring,
    content,
    mapped,
    ndjson,
    patient,
    rows,
)

QUIRKS = FIXTURES / "quirks.ndjson"


def test_references_of_every_form_are_followed_and_those_that_dangle_are_said(
    database: Database,
) -> None:
    report = bring(database, QUIRKS)
    titles = {row.ref: (row.title, row.summary) for row in rows(database, Touchpoint)}
    assert titles == {
        # A payer that stands inside, a clinician known by her address, an episode by its urn.
        "contained": ("Silver", "Inner Payer"),
        "absolute": ("Home care", "Hill Clinic, Dr. Ada Kim"),
        "urn": ("Rehabilitation", "Hill Clinic"),
        # Who is not on record is named where a name stands beside; else nothing is invented.
        "dangling": ("Foot care", "Dr. Elsewhere"),
        "extended": ("Eye care", ""),
    }
    assert [(one.where, one.reason) for one in report.rejected] == [
        ("line 9", "its patient is not on record, nor in these files")
    ]
    assert report.skipped_kinds == {"Observation": 1, "Patient that is an animal": 2}


def test_narrative_and_extensions_never_come_in(embedded: Database) -> None:
    bring(embedded, QUIRKS)
    everything = repr(content(embedded))
    assert "Eye care" in everything
    for never in ("<div", "NARRATIVE", "EXTENSION"):
        assert never not in everything


def test_people_keep_all_their_names_and_dates_as_they_are(embedded: Database) -> None:
    bring(embedded, QUIRKS)
    maria = next(row for row in rows(embedded, Person) if "Santos" in row.name)
    assert (maria.name, maria.preferred_name) == ("María José dos Santos", "Zé")
    assert maria.other_names == ["Zé", "Maria Oliveira"]
    assert (maria.birth_date, maria.deceased) == ("1951-03", True)


@pytest.mark.parametrize(
    "animal",
    [
        {"animal": {"species": {"text": "Dog"}}},
        {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-animal"}]},
    ],
)
def test_an_animal_is_no_person(animal: dict[str, Any]) -> None:
    with pytest.raises(Skip, match="animal"):
        mapped(patient(**animal))


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("2026", "2027-01-01T05:00:00+00:00"),
        ("2026-02", "2026-03-01T05:00:00+00:00"),
        ("2026-02-14", "2026-02-15T05:00:00+00:00"),
        ("2026-02-14T10:00:00Z", "2026-02-14T10:00:00+00:00"),
        ("2026-02-14 10:00:00Z", "2026-02-14T10:00:00+00:00"),
        ("2026-13", None),
        ("0000", None),
        ("9999", None),
        ("9999-12-31", None),
        ("soon", None),
        (7, None),
    ],
)
def test_a_period_holds_until_its_last_day_month_or_year_has_passed(
    end: Any, last: str | None
) -> None:
    found = end_of({"end": end}, ZONE)
    assert (found.isoformat() if found else None) == last


def test_of_repeating_elements_no_more_are_read_than_anybody_has() -> None:
    points = [{"system": "phone", "value": f"937{n:07}"} for n in range(MOST_ITEMS + 500)]
    found = mapped(patient(telecom=points))
    assert isinstance(found, PersonValues)
    assert len(found.contacts) == MOST_ITEMS


def scattered(folder: Path, resources: list[Any], chance: random.Random) -> Path:
    """The resources over files of any name and form, with files beside them that are no FHIR."""
    folder.mkdir()
    chance.shuffle(resources)
    parts = [resources[start::4] for start in range(4)]
    ndjson(folder / "export-1.ndjson", parts[0])
    lines = "".join(json.dumps(one) + "\n" for one in parts[1])
    (folder / "no extension").write_bytes(gzip.compress(lines.encode()))
    (folder / "deeper").mkdir()
    (folder / "deeper" / "list.JSON").write_text(json.dumps(parts[2]))
    bundle = {"resourceType": "Bundle", "entry": [{"resource": one} for one in parts[3]]}
    (folder / "deeper" / "bundle.txt").write_bytes(json.dumps(bundle, indent=1).encode("utf-16"))
    (folder / "README.md").write_text("Exported at noon.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "empty.ndjson").touch()
    manifest = {"transactionTime": "2026-01-01T00:00:00Z", "output": [{"type": "Patient"}]}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1))
    return folder


def test_neither_order_nor_files_matter(sqlite_template: Path, tmp_path: Path) -> None:
    whole = json.loads((FIXTURES / "releases" / "r4.json").read_text())
    listed = [one["resource"] for one in whole["entry"]]
    found: list[Any] = []
    for seed in range(4):
        copy = tmp_path / f"{seed}.db"
        copy.write_bytes(sqlite_template.read_bytes())
        database = open_shared(f"sqlite:///{copy}")
        folder = scattered(tmp_path / f"folder {seed}", [*listed], random.Random(seed))
        report = bring(database, folder)
        assert report.read == len(listed)
        others = {Path(one.source).name: one.reason for one in report.rejected}
        assert others == {
            "README.md": "is neither FHIR (JSON) nor a table",
            "picture.png": "is neither FHIR (JSON) nor a table",
            "empty.ndjson": "is empty",
            "manifest.json": "has no resourceType, so it is no FHIR resource",
        }
        found.append(content(database))
        assert bring(database, folder, now=NOW).touchpoints == 0
        assert content(database) == found[0]
        database.close()
    assert all(one == found[0] for one in found)

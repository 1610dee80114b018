"""An import as a whole: its errors, its progress, being killed, and whatever JSON there may be."""

import json
import os
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import BadInput, NotFound, Offline
from console.models.imports import ImportEnd
from console.models.records import Person
from console.services.database import Database, open_shared
from console.services.imports import ImportReport, fhir
from console.services.imports.reader import Entry
from console.services.imports.values import Context, Skip, Unusable
from tests.benchmarks.stores import recorded
from tests.frail import Fault, FrailLine
from tests.services.imports.resources import (
    NOW,
    ZONE,
    appointment,
    bring,
    compressed,
    consent,
    content,
    encounter,
    ndjson,
    patient,
    rows,
)


def test_a_missing_path_an_empty_folder_and_rubbish_are_refused_in_one_sentence(
    embedded: Database, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match="There is no file or folder"):
        bring(embedded, tmp_path / "none.json")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(BadInput, match="There is no file to read there"):
        bring(embedded, empty)
    page = tmp_path / "page.json"
    page.write_text("<html>")
    with pytest.raises(BadInput, match=r"Nothing could be read.*is a web page\."):
        bring(embedded, page)
    assert [end.state for end in rows(embedded, ImportEnd)] == ["done"]  # not cut off
    with pytest.raises(BadInput, match="format xls is not known"):
        bring(embedded, page, format="xls")


def test_a_folder_is_walked_and_what_is_no_fhir_is_named(
    embedded: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    (folder / "deep" / "er").mkdir(parents=True)
    compressed(folder / "deep" / "er" / "people.bin", json.dumps(patient()).encode())
    ndjson(folder / "visits", [encounter()])
    (folder / "read.me").write_text("Files of the clinic\n")
    os.mkfifo(folder / "pipe")
    report = bring(embedded, folder, folder / "visits")
    assert (report.read, report.created, report.touchpoints) == (2, 1, 1)
    assert {(Path(one.source).name, one.where, one.reason) for one in report.rejected} == {
        ("pipe", "file", "is no regular file"),
        ("read.me", "file", "is neither FHIR (JSON) nor a table"),
    }


def test_the_report_has_the_keys_of_the_command_line(embedded: Database, tmp_path: Path) -> None:
    file = ndjson(tmp_path / "a", [patient(), encounter(who="Patient/none")])
    document = bring(embedded, file).document()
    assert {
        "read", "created", "updated", "unchanged", "kept", "skipped", "rejected", "touchpoints",
        "seconds",
    } <= document.keys()  # fmt: skip
    (rejected,) = document["rejected"]
    assert rejected.keys() == {"source", "where", "reason"}
    assert json.loads(json.dumps(document)) == document


def test_progress_only_goes_forward_and_ends_at_the_whole(
    embedded: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [patient(f"p{number}") for number in range(1200)])
    told: list[tuple[int, int, int]] = []
    bring(embedded, file, progress=lambda *step: told.append(step))
    done = [step[0] for step in told]
    assert done == sorted(done)
    assert told[-1][0] == told[-1][1] == 6 * file.stat().st_size
    assert told[-1][2] == 1200
    written = {step[0] for step in told if 1 < step[0] / file.stat().st_size < 2}
    assert len(written) == 2  # it moves while batches of what was read are written, too


class Killed(Exception):
    """Stands for the process being killed."""


def test_a_killed_import_keeps_what_it_committed_and_can_be_completed(
    database: Database, tmp_path: Path
) -> None:
    people = [patient(f"p{number}") for number in range(1200)]
    visits = [encounter(f"e{number}", f"Patient/p{number}") for number in range(1200)]
    file = ndjson(tmp_path / "a", [*visits, *people])

    told: list[int] = []

    def kill(_done: int, _total: int, read: int) -> None:
        told.append(read)
        if told.count(2400) == 4:  # the last line, the file, and two batches
            raise Killed

    with pytest.raises(Killed):
        bring(database, file, progress=kill)
    half = len(rows(database, Person))
    assert 0 < half < 1200
    report = bring(database, file)
    assert report.went_on
    assert (report.created, report.unchanged, report.touchpoints) == (1200, 0, 1200)
    again: ImportReport = bring(database, file)
    assert (again.created, again.unchanged, again.touchpoints) == (0, 1200, 0)


@pytest.mark.parametrize("fault", ["request lost", "answer lost"])
def test_a_server_that_goes_away_is_told_with_what_to_do_and_the_import_goes_on(
    embedded: Database, tmp_path: Path, fault: Fault
) -> None:
    file = ndjson(tmp_path / "a", [patient(f"p{number}") for number in range(1200)])
    line = FrailLine(embedded)
    line.fail_next(fault)
    with pytest.raises(Offline, match="is cut"):  # nothing is in, so there is nothing to tell of
        bring(cast("Database", line), file)

    told: list[int] = []

    def cut(_done: int, _total: int, read: int) -> None:
        told.append(read)
        if told.count(1200) == 3:  # the last line, the file, and the first batch
            line.fail_next(fault)

    with pytest.raises(Offline, match="import the same files to go on"):
        bring(cast("Database", line), file, progress=cut)
    report = bring(embedded, file)
    assert report.went_on
    assert (report.created, len(rows(embedded, Person))) == (1200, 1200)


def test_a_later_file_finds_the_people_of_an_earlier_import(
    database: Database, tmp_path: Path
) -> None:
    visits = ndjson(tmp_path / "visits", [encounter()])
    early = bring(database, visits)
    assert [one.reason for one in early.rejected] == [
        "its patient is not on record, nor in these files"
    ]
    bring(database, ndjson(tmp_path / "people", [patient()]))
    report = bring(database, visits)
    assert (report.touchpoints, report.rejected) == (1, ())


def test_a_dry_run_says_what_would_happen_and_keeps_nothing(
    database: Database, tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "a", [encounter(), patient(), appointment("booked"), consent()])
    before = content(database)
    dry = bring(database, file, dry_run=True)
    assert content(database) == before
    real = bring(database, file)
    own = {"seconds": 0, "dry_run": 0, "import": 0}
    assert {**dry.document(), **own} == {**real.document(), **own}


def test_a_batch_is_one_insert_a_table_and_looks_no_person_up_among_clinicians(
    database: Database, tmp_path: Path
) -> None:
    """However different the columns that are empty: rows are not sorted apart by them."""
    phone = {"system": "phone", "value": "937-555-0137"}
    told = ({}, {"gender": "female"}, {"telecom": [{**phone, "use": "home"}, {**phone, "rank": 2}]})
    people = [patient(f"p{number}", **told[number % 3]) for number in range(9)]
    visits = [encounter(f"e{number}", f"Patient/p{number}") for number in range(9)]
    file = ndjson(tmp_path / "a", [*people, *visits])
    with recorded(database) as statements:
        bring(database, file)
    texts = [text.partition("VALUES")[0] for text, _ in statements]
    for table in ("person ", "contact_point ", "touchpoint ", "touchpoint_person "):
        assert len([text for text in texts if text.startswith(f"INSERT INTO {table}")]) == 1
    assert not [text for text in texts if "FROM clinician" in text]


@pytest.mark.postgresql
def test_a_server_plans_each_lookup_of_many_keys_by_itself(
    server: Database, tmp_path: Path
) -> None:
    """A plan for any keys compares each key with all records of a source."""
    bring(server, ndjson(tmp_path / "a", [patient(f"p{number}") for number in range(600)]))
    with recorded(server) as statements:
        bring(server, tmp_path / "a")
    texts = [text for text, _ in statements]
    asked = [at for at, text in enumerate(texts) if "source_record.key IN" in text]
    assert len(asked) == 2
    assert all(texts[at - 1].endswith("force_custom_plan") for at in asked)
    assert all(texts[at + 1].endswith("auto") for at in asked)


FIELDS = [
    *("id", "meta", "identifier", "name", "telecom", "gender", "birthDate", "address"),
    *("communication", "contained", "extension", "deceasedBoolean", "deceasedDateTime"),
    *("status", "class", "type", "subject", "patient", "period", "participant", "location"),
    *("serviceProvider", "serviceType", "start", "created", "requestedPeriod", "vaccineCode"),
    *("occurrenceDateTime", "occurrenceString", "performer", "sent", "received", "medium"),
    *("sender", "recipient", "payload", "category", "topic", "dateTime", "scope", "provision"),
    *("policyRule", "relationship", "practitioner", "specialty"),
]
INNER = [
    *("code", "system", "value", "use", "rank", "given", "family", "text", "prefix", "period"),
    *("start", "end", "reference", "display", "type", "coding", "identifier", "id", "line"),
    *("resourceType", "actor", "individual", "security", "lastUpdated", "source", "city"),
    *("preferred", "language", "contentString", "purpose", "name"),
]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["Patient/p1", "#c", "urn:uuid:x", "?", "Patient?identifier=", "http://[", "2026-02-30",
         "2026-01-01T00:00:00Z", "2026", "deny", "MR", "\ud800", "phone", "finished", "Patient"]
    ),
)  # fmt: skip
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(INNER), inner, max_size=4)
    ),
    max_leaves=12,
)
RESOURCES = st.builds(
    lambda kind, fields: {**fields, "resourceType": kind},
    st.sampled_from(sorted(fhir.KINDS)),
    st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=8),
)


@given(RESOURCES)
def test_no_json_at_all_breaks_the_mapping(resource: dict[str, Any]) -> None:
    entry = Entry("file", "line 1", resource, "http://x/fhir/Patient/1", {"urn:uuid:x": ("a", "b")})
    for one in (entry, *fhir.contained(entry)):
        try:
            values = fhir.values_of(one, Context(NOW, ZONE))
        except (Skip, Unusable):
            continue
        assert 0 < len(values.origin.key) <= 200


@given(resources=st.lists(RESOURCES, max_size=6))
def test_no_json_at_all_breaks_the_writing(
    resources: list[dict[str, Any]], database_of_module: tuple[Database, Path]
) -> None:
    database, folder = database_of_module
    file = ndjson(folder / "file", [patient(), *resources])
    first = bring(database, file, dry_run=True)
    assert first.read == len(resources) + 1


@pytest.fixture(scope="module")
def database_of_module(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("any")
    copy = folder / "shared.db"
    copy.write_bytes(sqlite_template.read_bytes())
    opened = open_shared(f"sqlite:///{copy}")
    yield opened, folder
    opened.close()

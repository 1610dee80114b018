"""`import` of what is no FHIR R4: one sentence, nothing half done."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MRN, PEOPLE, VISIT, Command
from tests.cli.lines import written


def zipped(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("people.json", json.dumps(PEOPLE[0]))


def text(content: str | bytes) -> Callable[[Path], None]:
    whole = content if isinstance(content, bytes) else content.encode()
    return lambda file: (file.write_bytes(whole), None)[1]


def nothing(file: Path) -> None:
    """No file at all."""


BAD: list[tuple[str, Callable[[Path], None], str]] = [
    ("damaged", text('{"resourceType": "Patient", "id": '), "not JSON"),
    ("cut off", text(json.dumps(PEOPLE[0], indent=1)[:-40]), "not JSON"),
    ("empty", text(""), "empty"),
    ("blank", text(" \n\n"), ""),
    ("missing", nothing, "no file or folder"),
    ("an empty folder", Path.mkdir, "no file to read"),
    ("an archive named .json", zipped, "ZIP"),
    ("a PDF", text(b"%PDF-1.7\n\xe2\xe3"), "PDF"),
    ("nested too deeply", text("[" * 100_000 + "]" * 100_000), "nested too deeply"),
    ("nested objects", text('{"a":' * 100_000 + "1" + "}" * 100_000), "nested too deeply"),
    ("bytes that are no text", text(b'{"resourceType": "Patient", "id": "\xff\xfe"}'), "UTF-8"),
    ("a web page", text("<html><body>Sign in</body></html>"), "web page"),
    ("XML", text('<Patient xmlns="http://hl7.org/fhir"><id value="1"/></Patient>'), "XML"),
    ("a number", text("42"), ""),
    ("no resource", text('{"name": "Denise"}'), "resourceType"),
]


@pytest.mark.parametrize(
    ("make", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
@pytest.mark.usefixtures("desk")
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    console: Command, tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    file = tmp_path / "people.json"
    make(file)
    said = console("import", file, "--json").refused()
    assert reason in said
    assert len(said) < 300
    assert len(console("find", MRN, "--json").json["results"]) == 1


@pytest.mark.parametrize("form", ["hl7", "events"])
def test_a_format_of_a_later_release_is_refused(
    console: Command, people_file: Path, form: str
) -> None:
    assert (
        f"{form} comes with a later one"
        in console("import", people_file, "--format", form).refused()
    )


def test_a_good_file_beside_a_bad_one_goes_in(
    console: Command, people_file: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    done = console("import", bad, people_file, "--json")
    assert (done.code, done.json["created"]) == (0, 2)
    assert done.json["rejected"][0]["source"] == str(bad)


def test_what_is_read_of_another_fhir_version_and_what_is_rejected_by_entry(
    console: Command, tmp_path: Path
) -> None:
    later = {**VISIT, "id": "e5", "class": [{"coding": [{"code": "AMB"}]}]}
    later["actualPeriod"] = later.pop("period")
    undated = {key: value for key, value in later.items() if key != "actualPeriod"}
    file = tmp_path / "r5.ndjson"
    file.write_text(written(PEOPLE[0], later, {**undated, "id": "e6"}))
    done = console("import", file, "--json")
    assert (done.code, done.json["created"], done.json["touchpoints"]) == (0, 1, 1)
    assert [one["where"] for one in done.json["rejected"]] == ["line 3"]

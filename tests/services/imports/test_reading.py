"""Files by what they hold: whatever cannot be read is said with its place, the rest comes."""

import gzip
import json
from pathlib import Path

import pytest

from console.services.imports import reader
from console.services.imports.reader import Entry, read
from console.services.imports.report import Rejected
from console.services.imports.sources import Source
from tests.services.imports.resources import FIXTURES, patient

ONE = json.dumps(patient())
TWO = json.dumps(patient("p2"))
PRETTY = json.dumps(patient(), indent=2)
BUNDLE = json.dumps({"resourceType": "Bundle", "entry": [{"resource": patient()}, {}, 7]}, indent=2)


def everything(path: Path, largest: int = reader.LARGEST_DOCUMENT) -> list[Entry | Rejected]:
    return list(read(Source(path, path.name, path.stat().st_size), lambda _: None, largest))


def written(folder: Path, data: str | bytes) -> Path:
    path = folder / "input.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (ONE, ["line 1"]),
        (PRETTY, ["line 1"]),
        ("\n\n" + PRETTY, ["line 3"]),
        (PRETTY + "\n" + PRETTY, ["line 1", "line 21"]),
        (ONE + "\n" + TWO, ["line 1", "line 2"]),
        (ONE + "\r\n\r\n" + TWO, ["line 1", "line 3"]),
        (f"[{ONE}, {TWO}]", ["entry 1", "entry 2"]),
        (BUNDLE, ["entry 1"]),
        (json.dumps(json.loads(BUNDLE)) + "\n" + TWO, ["line 1, entry 1", "line 2"]),
        ("\ufeff" + ONE, ["line 1"]),
        (ONE.encode("utf-16"), ["line 1"]),
        (PRETTY.encode("utf-16-le"), ["line 1"]),
        (gzip.compress(ONE.encode(), mtime=0), ["line 1"]),
        (
            gzip.compress(ONE.encode(), mtime=0) + gzip.compress(b"\n" + TWO.encode(), mtime=0),
            ["line 1", "line 2"],
        ),
    ],
)
def test_resources_come_from_every_usual_form(
    data: str | bytes, places: list[str], tmp_path: Path
) -> None:
    found = everything(written(tmp_path, data))
    assert [one.where for one in found if isinstance(one, Entry)] == places


@pytest.mark.parametrize(
    ("data", "where", "reason"),
    [
        (b"", "file", "is empty"),
        (b"  \n ", "file", "is empty"),
        (b"PK\x03\x04rest", "file", "is a ZIP archive; unpack it first"),
        (
            gzip.compress(gzip.compress(b"{}", mtime=0), mtime=0),
            "file",
            "is compressed twice; unpack it once",
        ),
        (b"%PDF-1.7", "file", "is a PDF document"),
        (b"<!DOCTYPE html><p>", "file", "is a web page"),
        (b"<Patient xmlns='http://hl7.org/fhir'/>", "file", "is XML; FHIR is read as JSON"),
        (b"MSH|^~\\&|", "file", "is HL7 version 2, which is not read as FHIR"),
        (b"name,phone\nAnn,1\n", "file", "is not JSON"),
        (bytes(range(1, 40)), "file", "is not JSON"),
        (b"\x1f\x8b\x09 is no gzip", "file", "is damaged: its compressed data cannot be unpacked"),
        (ONE[:40], "line 1", "is not JSON"),
        (PRETTY[:40], "line 3", "is not JSON"),
        (b'{"a": "\xff"}', "line 1", "holds bytes that are not UTF-8 text"),
        ('{"a":' * 100_000, "line 1", "is nested too deeply"),
        ('{"a":' + "9" * 5000 + "}", "line 1", "holds a number with thousands of digits"),
        ('{"id": "x"}', "line 1", "has no resourceType, so it is no FHIR resource"),
        ('{"resourceType": 5}', "line 1", "has no resourceType, so it is no FHIR resource"),
        ('{"resourceType": "Bundle", "entry": 5}', "file", "is a Bundle whose entries are no list"),
        (BUNDLE, "entry 3", "is no entry of a Bundle"),
        (f"[{ONE}, 5]", "entry 2", "is no resource but another JSON value"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    data: str | bytes, where: str, reason: str, tmp_path: Path
) -> None:
    rejected = [one for one in everything(written(tmp_path, data)) if isinstance(one, Rejected)]
    assert [(one.source, one.where) for one in rejected] == [("input.json", where)]
    assert rejected[0].reason.startswith(reason)


def test_bundles_nested_without_end_are_refused(tmp_path: Path) -> None:
    data = '{"resourceType":"Bundle","entry":[{"resource":' * 5000 + ONE + "}]}" * 5000
    found = everything(written(tmp_path, data))
    assert [one.reason for one in found if isinstance(one, Rejected)] in (
        ["holds Bundles nested too deeply"],
        ["is nested too deeply"],
    )


def test_a_cut_off_compressed_file_gives_what_came_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps(patient(f"p{number}")) + "\n" for number in range(3000))
    whole = gzip.compress(lines.encode(), mtime=0)
    found = everything(written(tmp_path, whole[: len(whole) // 2]))
    assert len(found) > 1000
    assert all(isinstance(one, Entry) for one in found[:-1])
    last = found[-1]
    assert isinstance(last, Rejected)
    assert last.where == f"line {len(found)}"
    assert "ends in the middle of its compressed data" in last.reason


def test_broken_lines_leave_the_others_alone() -> None:
    found = everything(FIXTURES / "people.ndjson")
    assert [one.where for one in found if isinstance(one, Rejected)] == [
        "line 4",
        "line 11",
        "line 12",
    ]
    assert len([one for one in found if isinstance(one, Entry)]) == 8


def test_a_line_or_document_beyond_the_limit_is_refused_without_reading_it_all(
    tmp_path: Path,
) -> None:
    long = json.dumps({"resourceType": "Patient", "id": "x" * 3000})
    found = everything(written(tmp_path, f"{ONE}\n{long}\n{TWO}\n"), largest=2000)
    assert [one.where for one in found] == ["line 1", "line 2", "line 3"]
    assert isinstance(found[1], Rejected)
    pretty = json.dumps([patient(f"p{number}") for number in range(50)], indent=1)
    (only,) = everything(written(tmp_path, pretty), largest=2000)
    assert isinstance(only, Rejected)
    assert "larger than" in only.reason


def test_nothing_of_a_broken_line_is_repeated(tmp_path: Path) -> None:
    (only,) = everything(written(tmp_path, '{"name": "Whitfield", }'))
    assert isinstance(only, Rejected)
    assert "Whitfield" not in only.reason

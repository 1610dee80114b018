"""`import` of tables on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]

TEXT = "Id,First,Last,DOB,Phone\n1,Ann,Smith,01/02/1950,937-555-0137\n"


def test_a_dry_run_shows_a_mapping_that_can_be_saved_corrected_and_given(
    console: Command, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(TEXT, encoding="utf-8")
    shown = console("import", tmp_path / "people.csv", "--dry-run").out
    assert shown.startswith("# Records read: 1. People: 1 created, 0 updated, ")
    assert "kind: mapping\n" in shown
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(shown.replace("dates: mdy", "dates: dmy"), encoding="utf-8")
    document = console("import", tmp_path / "people.csv", "--mapping", mapping, "--json").json
    assert (document["created"], document["rejected"]) == (1, [])
    found = console("find", "smith 1950-02-01", "--json").json
    assert [one["name"] for one in found["results"]] == ["Ann Smith"]
    again = console("import", tmp_path / "people.csv", "--format", "csv", "--json").json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 1)


def test_what_was_read_left_out_and_refused_is_told_in_words(
    console: Command, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(TEXT + "1,A,B,C,D,E\nTotal,1,,,\n", encoding="utf-8")
    done = console("import", tmp_path / "people.csv")
    assert "_" not in done.out.replace(str(tmp_path), "")
    assert "Skipped, 1 times: Total of a table\n" in done.out
    assert "people.csv row 3: has 6 cells, and the header 5\n" in done.out
    assert done.err == "Rejected: 1. The rest went in.\n"
    assert "The rest would go in" in console("import", tmp_path / "people.csv", "--dry-run").err


def test_a_dry_run_as_json_holds_the_mapping(console: Command, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TEXT, encoding="utf-8")
    document = console("import", tmp_path / "people.csv", "--dry-run", "--json").json
    assert document["mapping"].startswith("kind: mapping")
    assert document["dry_run"] is True


def test_a_mapping_that_is_none_is_refused_in_a_sentence(console: Command, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TEXT, encoding="utf-8")
    refused = console("import", tmp_path / "people.csv", "--mapping", tmp_path / "people.csv")
    assert "people.csv" in refused.refused()


def test_what_was_rejected_is_corrected_in_a_file_and_imported(
    console: Command, tmp_path: Path
) -> None:
    people, fix = tmp_path / "people.csv", tmp_path / "fix"
    people.write_text(f"{TEXT}2,Bob,Jones,03/04/1961,937-555-0138,7\n", encoding="utf-8")
    document = console("import", people, "--rejected", fix, "--json").json
    file = fix / "people.rejected.csv"
    assert document["rejected_files"] == [{"file": str(file), "source": str(people), "count": 1}]
    file.write_text(file.read_text(encoding="utf-8").removesuffix(",7\n"), encoding="utf-8")
    document = console("import", fix, "--json").json
    assert (document["created"], document["rejected_files"]) == (1, [])
    shown = console("import", people, "--rejected", fix).out
    assert f"{fix / 'people-2.rejected.csv'}: 1 rejected of {people}\n" in shown
    assert f"Correct what is in {fix}, then: engagement-console import {fix}\n" in shown


def test_a_folder_that_cannot_be_made_is_told_and_the_rest_is_in(
    console: Command, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text(f"{TEXT}2,Bob,Jones,03/04/1961,937-555-0138,7\n", encoding="utf-8")
    done = console("import", people, "--rejected", people, "--json")
    assert (done.code, done.json["created"], done.json["rejected_files"]) == (1, 1, [])
    assert "could be written to" in done.err
    assert "Traceback" not in done.err

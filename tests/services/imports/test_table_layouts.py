"""How a text is written: told by itself, or by a mapping where it cannot tell."""

from pathlib import Path

import pytest

from console.errors import BadInput
from console.models.records import Person
from console.services.database import Database
from console.services.imports import load_mapping, propose
from console.services.imports.report import Rejected, Tally
from console.services.imports.sources import Source
from console.services.imports.tables import mapping_files
from console.services.imports.tables.files import tables_of
from console.services.imports.tables.table import Record, records
from tests.services.imports.resources import NOW, bring, rows

PEOPLE = "people: {key: Id, given: First, family: Last, birth_date: DOB}"
FIXED = (
    "Patients of the clinic\n\n"
    "Id   First Name  Last        DOB\n"
    "1    Ann         Smith       1950-01-31\n"
    "20   Mary Jo     Van Dyke    1961-07-02\n"
    "21   Bo          Maximiliana-Smith 1961-07-02\n"
    "300  Cy          Doe\n"
)


def mapping(folder: Path, more: str, match: str = "Id, First, Last, DOB") -> Path:
    file = folder / "mapping.yaml"
    file.write_text(f"kind: mapping\ntables:\n- match: [{match}]\n  {more}\n  {PEOPLE}\n", "utf-8")
    return file


def read(file: Path, given: Path | None = None) -> list[Record | Rejected]:
    told = mapping_files.laid_out(load_mapping(given) if given else None, None)
    (table,) = tables_of(Source(file, "t", file.stat().st_size), Tally(), told)
    return [one for one in records(table, lambda _: None) if isinstance(one, Record | Rejected)]


def test_columns_by_position_are_proposed(embedded: Database, tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    more = "".join(f"{at:<5}{'Di':12}{'Moe':12}1970-01-01\n" for at in range(400, 420))
    file.write_text(FIXED + more, "utf-8")
    shown = propose([file], today=NOW.date()).text()
    assert "by position" in shown
    assert "`widths: [5, 12, 12, " in shown
    report = bring(embedded, file)
    assert {(one.name, one.birth_date) for one in rows(embedded, Person)} == {
        *(("Ann Smith", "1950-01-31"), ("Mary Jo Van Dyke", "1961-07-02"), ("Cy Doe", None)),
        ("Di Moe", "1970-01-01"),
    }
    (cut,) = report.rejected
    assert (cut.where, cut.reason.split(";")[0]) == ("row 6", "runs over its columns")


def test_widths_of_a_mapping_cut_what_no_blank_parts(tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    file.write_text("Id First LastDOB\n001Ann   Smit1950-01-31\n002MaryJoJone1961-07-02\n", "utf-8")
    found = read(file, mapping(tmp_path, "widths: [3, 6, 4, 10]"))
    assert [one.cells for one in found if isinstance(one, Record)] == [
        ("001", "Ann", "Smit", "1950-01-31"),
        ("002", "MaryJo", "Jone", "1961-07-02"),
    ]


@pytest.mark.parametrize(
    ("more", "data"),
    [
        ("delimiter: '*'", b"Id*First*Last*DOB\n1*Jos\xc3\xa9*M*\n"),
        ("delimiter: tab", b"Id\tFirst\tLast\tDOB\n1\tJos\xc3\xa9\tM\t\n"),
        ("encoding: mac-roman", b"Id,First,Last,DOB\n1,Jos\x8e,M,\n"),
        ("encoding: cp037", "Id,First,Last,DOB\n1,José,M,\n".encode("cp037")),
        ("{encoding: cp850, delimiter: '*'}", b"Id*First*Last*DOB\n1*Jos\x82*M*\n"),
    ],
)
def test_a_mapping_says_how_a_text_is_written(more: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(data)
    more = more.strip("{}").replace(", delimiter", "\n  delimiter")
    (found,) = read(file, mapping(tmp_path, more))
    assert isinstance(found, Record)
    assert found.cells == ("1", "José", "M", "")


def test_what_a_mapping_says_of_a_text_is_kept_and_used(embedded: Database, tmp_path: Path) -> None:
    saved, first, second = tmp_path / "mappings", tmp_path / "1.csv", tmp_path / "2.csv"
    first.write_text("Id*First*Last*DOB\n1*Ann*Smith*\n", "utf-8")
    second.write_text("Id*First*Last*DOB\n2*Bob*Jones*\n", "utf-8")
    given = load_mapping(mapping(tmp_path, "delimiter: '*'"))
    bring(embedded, first, mapping=given, saved=saved)
    bring(embedded, second, saved=saved)
    assert {one.name for one in rows(embedded, Person)} == {"Ann Smith", "Bob Jones"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("encoding: klingon", "table 1: `encoding:` is none that is known. Use a name such as"),
        ("encoding: zip", "`encoding:` is none that is known"),
        ("delimiter: '::'", "`delimiter:` is one character, or one of: blank, comma, pipe"),
        ("delimiter: x", "`delimiter:` is one character"),
        ("widths: 8", "`widths:` is a list like [8, 20, 10]"),
        ("widths: [8, 0]", "`widths:` is a list like [8, 20, 10]"),
        ("widths: [8, wide]", "`widths:` is a list like [8, 20, 10]"),
        ("widths: [8, 9]\n  delimiter: ','", "both `delimiter:` and `widths:`"),
    ],
)
def test_a_wrong_word_for_how_a_text_is_written_is_said(
    more: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as caught:
        load_mapping(mapping(tmp_path, more))
    assert said in caught.value.message


def test_a_mapping_that_says_it_wrong_is_said(embedded: Database, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Id,First,Last,DOB\n1,Ann,Smith,\n", "utf-8")
    with pytest.raises(BadInput) as caught:
        bring(embedded, file, mapping=load_mapping(mapping(tmp_path, "delimiter: ';'")))
    assert "is not written as its `delimiter:` says" in caught.value.message

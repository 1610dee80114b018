"""Mappings: proposed, saved, corrected in a file, and shipped."""

from datetime import date
from pathlib import Path

import pytest

from console.errors import BadInput
from console.models.records import ContactPoint, Person
from console.models.table_mapping import FieldRule, ImportMapping, Section, TableMapping
from console.services.database import Database
from console.services.imports import load_mapping, propose
from console.services.imports.tables import mapping_files
from tests.services.imports.resources import LATER, bring, rows

TODAY = date(2026, 3, 2)
TEXT = (
    "Id,First,Last,DOB,Phone,Room,SSN\n"
    "1,Ann,Smith,01/02/1950,937-555-0137,12,999-10-1010\n"
    "2,Bob,Jones,03/04/1961,937-555-0138,13,\n"
)


def written(folder: Path, text: str = TEXT, name: str = "people.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_proposal_shows_tables_columns_and_doubts(tmp_path: Path) -> None:
    found = propose([written(tmp_path)], today=TODAY)
    (table,) = found.tables
    assert table.proposed
    assert (table.rows, table.first[0][:3]) == (2, ("1", "Ann", "Smith"))
    fields = {column.name: column.fields for column in table.columns}
    assert fields["DOB"] == ("people.birth_date",)
    assert fields["Room"] == fields["SSN"] == ()
    assert {column.name: column.examples for column in table.columns}["First"] == ("Ann", "Bob")
    (doubt,) = table.doubts
    assert doubt.startswith("2 dates in DOB can be read both ways")
    text = found.text()
    assert "# Not taken: Room, SSN" in text
    assert "Ann" not in text, "a mapping holds no value of a person"


def test_what_is_proposed_can_be_saved_corrected_and_given(
    embedded: Database, tmp_path: Path
) -> None:
    file = written(tmp_path)
    mapping = tmp_path / "mapping.yaml"
    text = propose([file], today=TODAY).text()
    mapping.write_text(text.replace("dates: mdy", "dates: dmy"), encoding="utf-8")
    bring(embedded, file, mapping=load_mapping(mapping))
    assert {one.birth_date for one in rows(embedded, Person)} == {"1950-02-01", "1961-04-03"}


def test_a_corrected_mapping_changes_what_it_brought_before(
    embedded: Database, tmp_path: Path
) -> None:
    file, saved = written(tmp_path), tmp_path / "mappings"
    bring(embedded, file, saved=saved)
    assert {one.birth_date for one in rows(embedded, Person)} == {"1950-01-02", "1961-03-04"}
    mapping = tmp_path / "mapping.yaml"
    text = propose([file], today=TODAY).text()
    mapping.write_text(text.replace("dates: mdy", "dates: dmy"), encoding="utf-8")
    report = bring(embedded, file, mapping=load_mapping(mapping), saved=saved, now=LATER)
    assert (report.created, report.updated) == (0, 2)
    again = bring(embedded, file, saved=saved, now=LATER)
    assert (again.updated, again.unchanged) == (0, 2)
    assert {one.birth_date for one in rows(embedded, Person)} == {"1950-02-01", "1961-04-03"}


def test_a_mapping_is_saved_for_tables_of_the_same_columns_only(
    embedded: Database, tmp_path: Path
) -> None:
    saved = tmp_path / "mappings"
    bring(embedded, written(tmp_path), saved=saved, dry_run=True)
    assert not saved.exists()
    bring(embedded, written(tmp_path), saved=saved)
    (kept,) = saved.iterdir()
    assert kept.stem == mapping_files.shape_of(
        ["SSN", "Room", "Phone", "DOB", "Last", "First", "Id"]
    )
    assert mapping_files.saved(saved, ["Id", "First"]) is None


def test_the_year_that_is_assumed_stays_when_the_year_turns(
    embedded: Database, tmp_path: Path
) -> None:
    text = (
        "contact,day,month,duration,y\n"
        + "".join(f"cellular,{day},may,{day * 7},no\n" for day in range(1, 25))
    )  # fmt: skip
    file, saved = written(tmp_path, text), tmp_path / "mappings"
    assert bring(embedded, file, saved=saved).touchpoints == 24
    assert bring(embedded, file, saved=saved, now=LATER.replace(year=2028)).touchpoints == 0


def test_regions_sources_and_words_for_missing(embedded: Database, tmp_path: Path) -> None:
    (tmp_path / "mapping.yaml").write_text(
        """
source: bristol
region: gb
tables:
- match: [nummer, naam]
  missing: [onbekend]
  people:
    key: nummer
    name: naam
    phone.home: tel
    sex: {column: geslacht, values: {v: female, m: male}}
    language: {constant: nl}
""",
        encoding="utf-8",
    )
    text = "nummer,naam,tel,geslacht\n1,Anna Vos,0117 496 0123,V\n2,Jan Bos,onbekend,M\n"
    bring(embedded, written(tmp_path, text), mapping=load_mapping(tmp_path / "mapping.yaml"))
    found = {(one.name, one.sex, one.language) for one in rows(embedded, Person)}
    assert found == {("Anna Vos", "female", "nl"), ("Jan Bos", "male", "nl")}
    assert [one.value for one in rows(embedded, ContactPoint)] == ["+441174960123"]


def test_a_crm_without_mapping_that_fits_is_refused(embedded: Database, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        bring(embedded, written(tmp_path), format="crm")
    assert "fits no table of the mapping" in caught.value.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tables: 5", "has no list of `tables:`"),
        ("kind: script\ntables: []", "has no list of `tables:`"),
        ("tables:\n- people: {key: Id}", "table 1 has no `match:`"),
        ("tables:\n- match: [Id]", "table 1 says neither"),
        ("tables:\n- match: [Id]\n  persons: {}", "there is no `persons`"),
        ("tables:\n- match: [Id]\n  people: {key: {col: Id}}", "there is no `col`"),
        ("tables:\n- match: [Id]\n  people: {birth_date: {column: Id, dates: ymd}}", "is mdy"),
        ("tables:\n- match: [Id]\n  people: 5", "is no list of `field: column` lines"),
        ("tables: [", "is not YAML"),
        ("tables: &a [*a]", "Aliases and anchors"),
        ("tables:\n- match: [Id]\n  people: {shoe_size: Id}", "there is no field `shoe_size`"),
        ("tables:\n- match: [Id]\n  people: {key: 5, only: 7}", "only: give columns"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_said(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        load_mapping(written(tmp_path, text, "mapping.yaml"))
    assert reason in caught.value.message
    assert "mapping.yaml" in caught.value.message


def test_a_mapping_that_names_a_column_which_is_not_there_is_refused(
    embedded: Database, tmp_path: Path
) -> None:
    file = written(tmp_path, "tables:\n- match: [Id]\n  people: {key: Id, name: Naam}", "m.yaml")
    with pytest.raises(BadInput) as caught:
        bring(embedded, written(tmp_path), mapping=load_mapping(file), format="csv")
    assert "Naam" in caught.value.message


def test_shipped_mappings_are_sound_and_a_mapping_survives_its_file(tmp_path: Path) -> None:
    listed = dict(mapping_files.shipped())
    assert "civicrm" in listed
    odd = ImportMapping(
        source="NO",
        tables=(
            TableMapping(
                match=("08:00", "yes", "a: b", "#", "2020"),
                sections=(
                    Section(
                        kind="people",
                        fields={
                            "key": FieldRule(columns=("08:00",), prefix="x"),
                            "name": FieldRule(columns=("yes", "a: b")),
                            "sex": FieldRule(columns=("#",), values={"1": "female", "no": "male"}),
                            "language": FieldRule(constant="no"),
                        },
                        only={"2020": ("1", "true")},
                    ),
                ),
            ),
            TableMapping(match=("x",), left_out="Nothing of ours"),
        ),
    )
    for mapping in (*listed.values(), odd):
        file = written(tmp_path, mapping_files.dump(mapping), "mapping.yaml")
        assert load_mapping(file) == mapping

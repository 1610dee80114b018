"""Rows that share one id: said together, the same in any order, again without a change."""

from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.models.facts import ConsentEvent, Touchpoint, TouchpointPerson
from console.models.records import ContactPoint, Person
from console.services.database import Database, open_shared
from console.services.imports import ImportReport, load_mapping
from console.services.imports.aside import MOST_TOGETHER, TOO_MANY
from console.services.imports.people import STRANGER
from console.services.imports.repeats import Repeats
from tests.services.imports.resources import LATER, bring, content, counts, rows

PEOPLE = "Id,First,Last,DOB,Phone\n"
VISITS = "VisitId,PatientId,First,Last,DOB,Phone,Visit Date,Status\n"
MAPPING = """
kind: mapping
source: elm-street
tables:
- match: [VisitId, PatientId]
  people: {key: PatientId, given: First, family: Last, birth_date: DOB, phone: Phone}
  touchpoints: {key: VisitId, person: PatientId, at: Visit Date, kind: {constant: visit}}
"""
TURN = count(1)


def table(folder: Path, *lines: str, head: str = PEOPLE, name: str = "a.csv") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def refused(report: ImportReport) -> set[str]:
    """The lines that were refused, whatever row they stood in."""
    found = set()
    for one in report.rejected:
        number = int(one.where.removeprefix("row "))
        found.add(Path(one.source).read_text(encoding="utf-8").splitlines()[number - 1])
    return found


ROWS = st.lists(
    st.tuples(
        st.sampled_from("12"),
        st.sampled_from(["Ann", "Zoë", "Xi"]),
        st.sampled_from(["Smith", "O'Hara"]),
        st.sampled_from(["1950-01-31", "1961-05-04", ""]),
        st.sampled_from(["937-555-0137", "937-555-0138", ""]),
    ).map(",".join),
    min_size=2,
    max_size=6,
    unique=True,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=ROWS, seed=st.integers(0, 99))
def test_rows_of_one_id_end_in_one_state_in_any_order_and_again(
    lines: list[str], seed: int, sqlite_template: Path, tmp_path: Path
) -> None:
    turned = Random(seed).sample(lines, len(lines))
    cut = len(lines) // 2
    known: list[tuple[object, object]] = []
    for first, second in ((lines[:cut], lines[cut:]), (turned[cut:], turned[:cut])):
        folder = tmp_path / f"{next(TURN)}"
        files = [table(folder, *first), table(folder, *second, name="b.csv")]
        (folder / "shared.db").write_bytes(sqlite_template.read_bytes())
        with closing(open_shared(f"sqlite:///{folder / 'shared.db'}")) as database:
            before = bring(database, *files, now=LATER)
            after, written = content(database), counts(database)
            again = bring(database, *files, now=LATER)
            assert (again.created, again.updated, again.kept) == (0, 0, 0)
            assert refused(again) == refused(before)
            assert (content(database), counts(database)) == (after, written)
            known.append((after, refused(before)))
    assert known[0] == known[1]


def phones(database: Database) -> set[str]:
    return {one.value for one in rows(database, ContactPoint) if one.retired_at is None}


def test_a_row_for_each_phone_is_one_person_with_all_of_them(
    database: Database, tmp_path: Path
) -> None:
    lines = [f"1,Ann,Smith,1950-01-31,937-555-01{number}" for number in range(30, 36)]
    file = table(tmp_path / "x", *lines, "2,Bob,Jones,1960-02-01,937-555-0150")
    report = bring(database, file)
    assert (report.created, report.updated, report.rejected) == (2, 0, ())
    assert phones(database) == {
        *(f"+193755501{number}" for number in range(30, 36)),
        "+19375550150",
    }

    fewer = bring(database, table(tmp_path / "x", *lines[:2]), now=LATER)
    assert fewer.updated == 1
    assert phones(database) == {"+19375550130", "+19375550131", "+19375550150"}


def test_a_row_for_each_visit_keeps_all_phones_and_all_visits(
    embedded: Database, tmp_path: Path
) -> None:
    file = table(
        tmp_path / "x",
        "v1,1,Ann,Smith,1950-01-31,937-555-0137,2025-03-01 10:00,Completed",
        "v1,1,Ann,Smith,1950-01-31,937-555-0138,2025-03-01 10:00,Completed",
        "v2,1,Ann,Smith,1950-01-31,937-555-0139,2025-04-01 10:00,Completed",
        "v2,2,Bob,Jones,1960-02-01,937-555-0150,2025-04-01 10:00,Completed",
        head=VISITS,
    )
    given = tmp_path / "mapping.yaml"
    given.write_text(MAPPING, encoding="utf-8")
    report = bring(embedded, file, mapping=load_mapping(given))
    assert (report.created, report.touchpoints, report.rejected) == (2, 2, ())
    assert phones(embedded) == {f"+1937555{end}" for end in ("0137", "0138", "0139", "0150")}
    assert len(rows(embedded, Touchpoint)) == 2
    about = [one.at.month for one in rows(embedded, TouchpointPerson)]
    assert sorted(about) == [3, 4, 4]


def test_strangers_under_one_id_are_refused_whoever_is_read_first(
    embedded: Database, tmp_path: Path
) -> None:
    ann, other = "1,Ann,Smith,1950-01-31,937-555-0137", "1,Bob,Smith,1981-05-04,937-555-0150"
    typo = "1,Anne,Smith,1950-01-13,937-555-0138"
    known = bring(embedded, table(tmp_path / "x", other, ann, typo))
    assert (known.created, refused(known)) == (1, {other})
    assert {one.reason for one in known.rejected} == {STRANGER}
    assert phones(embedded) == {"+19375550137", "+19375550138"}

    more = bring(embedded, table(tmp_path / "x", other, other.replace("0150", "0151"), typo))
    assert len(refused(more)) == 2, "who is on record stays, however many there are of the other"
    assert {one.name for one in rows(embedded, Person)} <= {"Ann Smith", "Anne Smith"}


def test_a_refusal_counts_whatever_row_it_stands_in(embedded: Database, tmp_path: Path) -> None:
    head = "Id,First,Last,DOB,Phone,Do Not Call,Text Consent\n"
    lines = [f"1,Ann,Smith,1950-01-31,937-555-0137,{flag},{flag}" for flag in ("N", "Y")]
    for turn in (lines, lines[::-1]):
        bring(embedded, table(tmp_path / "x", *turn, head=head))
    said = {(one.channel, one.action) for one in rows(embedded, ConsentEvent)}
    assert ("call", "revoked") in said


def test_a_column_taken_for_the_id_fills_no_memory(embedded: Database, tmp_path: Path) -> None:
    lines = (f"1,Ann,Smith,1950-01-31,937-{number:07}" for number in range(MOST_TOGETHER + 3))
    report = bring(embedded, table(tmp_path / "x", *lines))
    assert [one.reason for one in report.rejected] == [TOO_MANY] * 3
    assert report.created == 1


def test_an_id_that_was_noted_twice_is_always_known() -> None:
    repeats = Repeats(marks=1 << 16)
    for number in [*range(1000), *range(0, 1000, 10)]:
        repeats.note("table", str(number))
    known = {number for number in range(2000) if ("table", str(number)) in repeats}
    assert known >= set(range(0, 1000, 10))
    assert len(known) < 110

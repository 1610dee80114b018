"""The benchmarks run, and a line says what performance needs to be read from it."""

import time
import tracemalloc
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from console.models.facts import Disposition
from console.services.database import create, open_shared
from tests.benchmarks import (
    audit,
    crowd,
    imports,
    lookup,
    person,
    rights,
    screen,
    signin,
    stores,
    timeline,
)
from tests.benchmarks.import_files import FORMS, as_fhir
from tests.benchmarks.measure import RUNS, Setting, measure
from tests.postgresql import MISSING, find_binaries

FIELDS = {
    "bench", "n", "people", "touchpoints", "backend", "p50_ms", "p95_ms", "floor", "floor_p50_ms",
    "ratio",
}  # fmt: skip
SETTING = Setting("sqlite", 1, 2)


def test_the_ratio_is_that_of_the_medians(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "perf_counter", lambda: clock[0])

    def spend(milliseconds: float) -> None:
        clock[0] += milliseconds / 1000

    engines = {"half": lambda _: spend(2), "same": lambda _: spend(4)}
    ours = lambda question: spend(40 if question % 8 == 3 else 4)  # noqa: E731 - one slow in eight
    half, same = measure("spend", SETTING, ours, engines, 8)
    assert set(half) == FIELDS
    assert half["n"] == 8 * RUNS
    assert (half["ratio"], same["ratio"]) == (2, 1)
    assert (half["p50_ms"], half["floor_p50_ms"]) == (4, 2)
    assert half["p95_ms"] > 4


def test_each_engine_answers_every_question_and_begins_in_turn() -> None:
    asked: list[tuple[str, int]] = []
    ours = lambda question: asked.append(("ours", question))  # noqa: E731
    floor = lambda question: asked.append(("floor", question))  # noqa: E731
    measure("turns", SETTING, ours, {"floor": floor}, 2)
    assert asked[2:6] == [("ours", 0), ("floor", 0), ("floor", 1), ("ours", 1)]
    assert len(asked) == 2 + 2 * 2 * RUNS


def test_reads_are_measured_beside_their_floors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "N", 2)
    monkeypatch.setattr(timeline, "N", 8)
    monkeypatch.setattr(person, "N", 2)
    monkeypatch.setattr(audit, "N", 2)
    monkeypatch.setattr(audit, "ROWS", 1000)
    monkeypatch.setattr(stores, "HEAVIEST", 60)
    with ExitStack() as stack:
        store = stores._sqlite(stack, tmp_path / "shared.db", 50)
        lines = [
            *lookup.by_phone(store),
            *lookup.by_prefix(store),
            *timeline.first_page(store),
            *person.opened(store),
            *person.guided(store),
            *audit.noted(store),
            *audit.verified(store),
        ]
        with closing(store.bare.cursor()) as cursor:
            assert cursor.execute("SELECT count(*) FROM person").fetchone() == (50,)
    assert [line["floor"] for line in lines] == [
        "index",
        "same statements",
        "index",
        "same statements",
        "same statements",
        "page of anybody",
        "same reads",
        "facts read",
        "not noted",
        "rows read",
    ]
    assert all(line["p50_ms"] > 0 and line["ratio"] > 0 for line in lines)


@pytest.mark.soak
@pytest.mark.usefixtures("postgresql_server")  # or it is skipped
def test_a_reps_reads_are_measured_beside_the_owners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "N", 2)
    monkeypatch.setattr(stores, "HEAVIEST", 60)
    with ExitStack() as stack:
        lines = list(rights.under_rights(stores._postgresql(stack, 50)))
    assert [line["bench"].removesuffix(" under rights") for line in lines] == [
        "phone",
        "prefix",
        "name and birth year",
        "open",
        "timeline",
        "facts",
    ]
    assert all(set(line) == FIELDS and line["ratio"] > 0 for line in lines)


def test_a_frame_is_measured_beside_an_empty_list(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "N", 2)
    monkeypatch.setattr(screen, "HEAVIEST", 60)
    (line,) = screen.scrolled()
    assert (line["floor"], line["touchpoints"]) == ("empty list", 60)
    assert line["p50_ms"] > 0


@pytest.mark.soak
@pytest.mark.postgresql
def test_signing_in_is_measured_beside_a_bare_connect(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not find_binaries():
        pytest.skip(MISSING)
    monkeypatch.setattr(signin, "N", 1)
    (line,) = signin.signed_in()
    assert (line["floor"], line["backend"]) == ("bare connect", "postgresql")
    assert line["ratio"] > 0


@pytest.mark.postgresql
@pytest.mark.parametrize(("form", "backend"), [("csv", "postgresql"), ("fhir", "sqlite")])
def test_imports_are_measured_beside_a_bare_load_of_the_same_rows(
    form: str, backend: str, tmp_path: Path
) -> None:
    """In this process: a new one for each import would cost more than the imports."""
    if not find_binaries():
        pytest.skip(MISSING)
    files = FORMS[form](tmp_path / "files", 20, 40)
    lines = list(imports._measured(tmp_path, form, backend, files, imports.bring))
    assert [(line["bench"], line["n"]) for line in lines] == [
        ("import people", 20),
        ("import people again", 20),
        ("import touchpoints", 40),
        ("import touchpoints again", 40),
    ]
    # Itself, its person, its event and what was seen of it; and the import's three commands.
    assert lines[2]["floor"].endswith("of the 163 rows")
    assert all(line["ratio"] > 0 and line["peak_mb"] > 20 for line in lines)


def test_a_file_ten_times_as_large_takes_no_more_memory(tmp_path: Path) -> None:
    """What an import holds is lines and a batch, whether of one megabyte or of ten."""
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    create(url)
    held = []
    for number, visits in enumerate((20, 200)):
        files = as_fhir(tmp_path / f"{number}", 1, visits, report="x" * 50_000)
        tracemalloc.start()
        imports.bring(url, files)
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert held[1] < held[0] + 3 * 2**20


@pytest.mark.soak
@pytest.mark.postgresql
def test_a_crowd_is_measured_beside_its_statements(
    postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowd, "DISPOSITIONS", 20)
    create(postgresql_database)
    line = crowd._measured(postgresql_database, 10)
    assert (line["connections"], line["floor"]) == (10, "same statements")
    assert line["ratio"] > 0
    with closing(open_shared(postgresql_database)) as shared, shared.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Disposition)) == 40

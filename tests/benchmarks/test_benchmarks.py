"""The benchmarks run, and a line says what performance needs to be read from it."""

import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.benchmarks import lookup, stores, timeline
from tests.benchmarks.measure import RUNS, Setting, measure

FIELDS = {
    "bench", "n", "people", "touchpoints", "backend", "p50_ms", "p95_ms", "floor", "floor_p50_ms",
    "ratio",
}  # fmt: skip
SETTING = Setting("sqlite", 1, 2)


def spend(milliseconds: float) -> None:
    until = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < until:
        pass


def test_the_ratio_is_that_of_the_medians() -> None:
    engines = {"half": lambda _: spend(0.5), "same": lambda _: spend(1)}
    half, same = measure("spend", SETTING, lambda _: spend(1), engines, 8)
    assert set(half) == FIELDS
    assert half["n"] == 8 * RUNS
    assert half["ratio"] == pytest.approx(2, rel=0.3)
    assert same["ratio"] == pytest.approx(1, rel=0.3)
    assert half["p95_ms"] >= half["p50_ms"] >= 1


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
    monkeypatch.setattr(stores, "HEAVIEST", 60)
    with ExitStack() as stack:
        store = stores._sqlite(stack, tmp_path / "shared.db", 50)
        lines = [
            *lookup.by_phone(store),
            *lookup.by_prefix(store),
            *timeline.first_page(store),
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
    ]
    assert all(line["p50_ms"] > 0 and line["ratio"] > 0 for line in lines)

"""Measuring a path of the console beside its floors, in one run and in rotated order."""

import gc
import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RUNS = 3
Engine = Callable[[int], object]
"""Does the work for the n-th question."""


@dataclass(frozen=True)
class Setting:
    """What a line says of the data that it was measured on."""

    backend: str
    people: int
    touchpoints: int


def measure(
    name: str, setting: Setting, ours: Engine, floors: Mapping[str, Engine], n: int
) -> list[dict[str, Any]]:
    """One line for each floor: medians over three runs of n questions each.

    Every engine answers every question; which one begins moves on from question to question, so
    that none finds the caches warmed by another more often than the others do.
    """
    engines = {"": ours, **floors}
    for engine in engines.values():
        engine(0)  # imports, statements prepared, pages read
    gc.collect()
    gc.disable()  # the window collects in idle moments, too, and never in the middle of its work
    try:
        runs = [_run(engines, n, start=turn * n) for turn in range(RUNS)]
    finally:
        gc.enable()
    return [_line(name, setting, runs, floor, n) for floor in floors]


def _run(engines: Mapping[str, Engine], n: int, start: int) -> dict[str, list[float]]:
    names = list(engines)
    times: dict[str, list[float]] = {name: [] for name in names}
    for question in range(start, start + n):
        turn = question % len(names)
        for name in (*names[turn:], *names[:turn]):
            began = time.perf_counter()
            engines[name](question)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def _line(
    name: str, setting: Setting, runs: Sequence[Mapping[str, list[float]]], floor: str, n: int
) -> dict[str, Any]:
    ours = [statistics.median(run[""]) for run in runs]
    floors = [statistics.median(run[floor]) for run in runs]
    ratios = [one / other for one, other in zip(ours, floors, strict=True)]
    return {
        "bench": name,
        "n": n * RUNS,
        "people": setting.people,
        "touchpoints": setting.touchpoints,
        "backend": setting.backend,
        "p50_ms": round(statistics.median(ours), 3),
        "p95_ms": round(statistics.median(_p95(run[""]) for run in runs), 3),
        "floor": floor,
        "floor_p50_ms": round(statistics.median(floors), 3),
        "ratio": round(statistics.median(ratios), 2),
    }


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def report(line: Mapping[str, Any]) -> None:
    print(json.dumps(line), flush=True)

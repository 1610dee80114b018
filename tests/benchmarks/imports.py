"""Importing people and what happened with them, beside a bare load of the rows they become."""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psycopg

from console.models.derived import SearchKey
from console.models.facts import Command
from console.models.ids import Login
from console.models.metadata import Shared
from console.models.records import SourceRecord
from console.services.database import create, open_shared
from console.services.imports import import_paths
from console.services.imports.batch import ORDER
from tests.benchmarks.import_files import FORMS, as_fhir
from tests.benchmarks.stores import BACKENDS, BIG_ENOUGH
from tests.postgresql import Cluster, Server, find_binaries

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
AT_ONCE = 10_000
WRITTEN = {table.__tablename__ for table in (*ORDER, Command, SourceRecord, SearchKey)}
NO_COMMAND = "0" * 32
Lines = Iterator[dict[str, Any]]
# A process of its own, so that its memory is that of the import alone.
APART = get_context("spawn")


@dataclass(frozen=True)
class Done:
    """An import as its own process saw it: seconds, rows read, most megabytes held."""

    seconds: float
    read: int
    peak_mb: int


Bring = Callable[[str, Sequence[Path]], Done]


@dataclass(frozen=True)
class Copy:
    """Loads into a bare copy the rows that came by commands after one; gives seconds and rows."""

    newest: Callable[[], str]
    load: Callable[[str], tuple[float, int]]


def imported(people: int, each: int, backends: Sequence[str] = BACKENDS) -> Lines:
    """People, their touchpoints, and both again: on each database, as CSV and as FHIR.

    Files and SQLite lie beside the project: a temporary folder may be in memory.
    """
    with tempfile.TemporaryDirectory(prefix="engagement-imports-", dir=Path.cwd()) as name:
        for form, make in FORMS.items():
            files = make(Path(name) / form, people, people * each)
            for backend in backends:
                if backend == "sqlite" or find_binaries():
                    yield from _measured(Path(name), form, backend, files, brought)


def _measured(folder: Path, form: str, backend: str, files: list[Path], bring: Bring) -> Lines:
    with ExitStack() as stack:
        url, copy = _COPIES[backend](stack, folder / f"{form}-{backend}")
        for what, file in zip(("people", "touchpoints"), files, strict=True):
            newest = copy.newest()
            done = bring(url, [file])
            seconds, rows = copy.load(newest)
            yield _line(f"import {what}", form, backend, done, seconds, rows)
            again = bring(url, [file])
            yield _line(f"import {what} again", form, backend, again, seconds, rows)


def _line(
    name: str, form: str, backend: str, done: Done, seconds: float, rows: int
) -> dict[str, Any]:
    return {
        "bench": name,
        "n": done.read,
        "form": form,
        "backend": backend,
        "a_second": round(done.read / done.seconds),
        "peak_mb": done.peak_mb,
        "floor": f"{'executemany' if backend == 'sqlite' else 'COPY'} of the {rows} rows",
        "floor_a_second": round(done.read / seconds),
        "ratio": round(done.seconds / seconds, 2),
    }


def streamed(megabytes: int, each: int = 50_000) -> Lines:
    """One large file into SQLite: visits with reports of `each` characters; memory stays flat."""
    with tempfile.TemporaryDirectory(prefix="engagement-stream-", dir=Path.cwd()) as name:
        folder = Path(name)
        count = max(1, megabytes * 2**20 // each)
        files = as_fhir(folder / "fhir", 100, count, report="x" * each)
        create(f"sqlite:///{folder / 'shared.db'}")
        done = brought(f"sqlite:///{folder / 'shared.db'}", files)
        yield {
            "bench": "import of one large file",
            "n": done.read,
            "megabytes": files[1].stat().st_size // 2**20,
            "backend": "sqlite",
            "seconds": round(done.seconds, 1),
            "peak_mb": done.peak_mb,
        }


def brought(url: str, files: Sequence[Path]) -> Done:
    """Imports files in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=APART) as process:
        return process.submit(bring, url, list(files)).result()


def bring(url: str, files: Sequence[Path]) -> Done:
    with closing(open_shared(url)) as shared:
        began = time.perf_counter()
        report = import_paths(shared, files, author=Login("bench"), now=NOW)
        seconds = time.perf_counter() - began
    assert report.rejected_count == 0, report.rejected[:3]
    return Done(seconds, report.read, peak_mb())


def peak_mb() -> int:
    """The most memory that this process has held; Linux counts what its parent held in `rusage`."""
    if sys.platform == "linux":
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 2**10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (2**20 if sys.platform == "darwin" else 2**10)


def _selects(after: str) -> Iterator[tuple[str, str]]:
    """Each table that an import writes, with what selects its rows that came by later commands.

    What tells no command came with the people, who are imported first.
    """
    for table in (one for one in Shared.metadata.sorted_tables if one.name in WRITTEN):
        column = "id" if table.name == "command" else "command_id"
        if column in table.c:
            yield table.name, f"SELECT * FROM {table.name} WHERE {column} > '{after}'"
        elif after == NO_COMMAND:
            yield table.name, f"SELECT * FROM {table.name}"


def _sqlite(stack: ExitStack, folder: Path) -> tuple[str, Copy]:
    folder.mkdir()
    files = folder / "ours.db", folder / "bare.db"
    for file in files:
        create(f"sqlite:///{file}")
    ours, bare = (
        stack.enter_context(closing(sqlite3.connect(file, isolation_level=None))) for file in files
    )

    def load(after: str) -> tuple[float, int]:
        taken, count = 0.0, 0
        for table, select in _selects(after):
            rows = ours.execute(select)
            marks = ", ".join("?" * len(rows.description))
            while listed := rows.fetchmany(AT_ONCE):
                began = time.perf_counter()
                bare.execute("BEGIN IMMEDIATE")
                bare.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", listed)
                bare.execute("COMMIT")
                taken += time.perf_counter() - began
                count += len(listed)
        return taken, count

    return f"sqlite:///{files[0]}", Copy(lambda: _newest(ours), load)


def _newest(ours: Any) -> str:
    """The last command; their ids are in the order of their making."""
    found = ours.execute("SELECT id FROM command ORDER BY id DESC LIMIT 1").fetchone()
    return (
        found[0] if found and isinstance(found[0], str) else found[0].hex if found else NO_COMMAND
    )


def _postgresql(stack: ExitStack, _folder: Path) -> tuple[str, Copy]:
    server: Server = stack.enter_context(closing(Cluster(settings=BIG_ENOUGH))).server
    create(server.url())
    create(server.create_database("bare"))
    ours = stack.enter_context(server.connect())
    bare = stack.enter_context(server.connect("bare"))

    def load(after: str) -> tuple[float, int]:
        taken, count = 0.0, 0
        for table, select in _selects(after):
            with tempfile.TemporaryFile() as held, closing(ours.cursor()) as cursor:
                with cursor.copy(f"COPY ({select}) TO STDOUT (FORMAT BINARY)") as out:
                    for data in out:
                        held.write(data)
                held.seek(0)
                began = time.perf_counter()
                count += _copied(bare, table, held)
                taken += time.perf_counter() - began
        return taken, count

    return server.url(), Copy(lambda: _newest(ours), load)


def _copied(bare: psycopg.Connection[Any], table: str, held: Any) -> int:
    with closing(bare.cursor()) as cursor:
        with cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)") as into:
            while data := held.read(1 << 20):
                into.write(data)
        return cursor.rowcount


_COPIES: dict[str, Callable[[ExitStack, Path], tuple[str, Copy]]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
}

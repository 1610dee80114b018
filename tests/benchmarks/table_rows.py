"""Importing a table: 250 people with a call each, beside an executemany of the rows it becomes."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.models.ids import Login
from console.services import database
from console.services.database import open_shared
from console.services.imports import import_paths
from tests.benchmarks.measure import RUNS, Setting, measure

N = 4
ROWS = 250
NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
HEAD = "PatientId,First,Last,DOB,Phone,City,State,ZIP,Call Date,Disposition,Notes\n"
Rows = dict[str, list[tuple[Any, ...]]]


def brought() -> Iterator[dict[str, Any]]:
    """Each import brings rows of its own, so that none finds the work of another done."""
    with tempfile.TemporaryDirectory(prefix="engagement-tables-", dir=Path.cwd()) as name:
        folder = Path(name)
        files = [_table(folder, at) for at in range(RUNS * N + 1)]
        listed = [_rows(folder, file) for file in files]
        ours, bare = _made(folder / "ours.db"), _made(folder / "bare.db")
        left, same = iter(files), iter(listed)
        shared = open_shared(f"sqlite:///{ours}")
        with closing(sqlite3.connect(bare, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            measured = measure(
                f"import of {ROWS} rows",
                Setting("sqlite", ROWS * len(files), ROWS * len(files)),
                lambda _: _bring(shared, next(left)),
                {"executemany of the same rows": lambda _: _insert(connection, next(same))},
                N,
            )
        shared.close()
        yield from measured


def _table(folder: Path, at: int) -> Path:
    file = folder / f"{at}.csv"
    lines = (
        f"{at}-{row},Ann,Smith{row},{row % 12 + 1}/{row % 28 + 1}/1950,937-555-0{row % 900 + 100},"
        f"Troy,OH,45373,3/{row % 28 + 1}/2025 10:00,Left Message,first try\n"
        for row in range(ROWS)
    )
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return file


def _made(file: Path) -> Path:
    database.create(f"sqlite:///{file}")
    return file


def _bring(shared: database.Database, file: Path) -> None:
    report = import_paths(shared, [file], author=Login("bench"), now=NOW)
    assert (report.created, report.touchpoints) == (ROWS, ROWS)


def _rows(folder: Path, file: Path) -> Rows:
    """The rows that a table becomes, by table."""
    alone = _made(folder / f"{file.stem}.db")
    shared = open_shared(f"sqlite:///{alone}")
    _bring(shared, file)
    shared.close()
    with closing(sqlite3.connect(alone)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            " AND name NOT LIKE 'alembic%'"
        )
        names = [name for (name,) in tables]
        found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    alone.unlink()
    return {name: rows for name, rows in found.items() if rows}


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for name, listed in rows.items():
        marks = ", ".join("?" * len(listed[0]))
        connection.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', listed)
    connection.execute("COMMIT")

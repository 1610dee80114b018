"""Values put aside until all that is said under one id in these files has been read.

They lie in a private temporary database that SQLite keeps in memory, spills to the disk when it
grows, and deletes by itself.
"""

import pickle
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Self

from console.services.imports.report import Rejected
from console.services.imports.values import Values

# More than so many rows under one id are no person; somebody took another column for the id.
MOST_TOGETHER = 1_000
TOO_MANY = f"more than {MOST_TOGETHER:,} rows say different things under its id"
_TABLE = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE aside (name TEXT, sha TEXT, data BLOB);
CREATE UNIQUE INDEX aside_name ON aside (name, sha);
"""


class Aside:
    """What was put aside, each content of an id once, whatever file it came from."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.executescript(_TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def __len__(self) -> int:
        """How many contents lie here."""
        return int(self._store.execute("SELECT count(*) FROM aside").fetchone()[0])

    def put(self, values: Values) -> None:
        origin = values.origin
        name = f"{origin.source}\n{origin.kind}\n{origin.key}"
        known = "SELECT 1 FROM aside WHERE name = ? AND sha = ?"
        if self._store.execute(known, (name, origin.sha)).fetchone() is None:
            self._store.execute(
                "INSERT INTO aside (name, sha, data) VALUES (?, ?, ?)",
                (name, origin.sha, pickle.dumps(values, pickle.HIGHEST_PROTOCOL)),
            )

    def take(self) -> Iterator[list[Values] | Rejected]:
        """Everything by id, in an order that files and rows don't change; then nothing is left."""
        rows = self._store.execute("SELECT name, data FROM aside ORDER BY name, sha")
        for _, listed in groupby(rows, key=lambda row: row[0]):
            group: list[Values] = []
            for _, data in listed:
                values = pickle.loads(data)  # noqa: S301 - nobody else writes into that database
                if len(group) < MOST_TOGETHER:
                    group.append(values)
                else:
                    yield Rejected(values.origin.file, values.origin.where, TOO_MANY)
            yield group
        self._store.execute("DELETE FROM aside")

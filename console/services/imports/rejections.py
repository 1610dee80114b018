"""Every rejection of an import, however many, with its place and reason.

A million of them are held in a private temporary database that SQLite keeps in memory, spills to
the disk when it grows, and deletes by itself. Reasons hold no personal data.
"""

import sqlite3

from console.services.imports.people import GONE
from console.services.imports.report import Rejected

_TABLES = """
CREATE TABLE rejection (source INTEGER, place TEXT, reason TEXT);
CREATE TABLE wanted (grp TEXT, kind TEXT, key TEXT, PRIMARY KEY (grp, kind, key));
"""


class Rejections:
    """What was rejected, by source and place; and the ids that other rows are asked for by."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        self._store.execute("BEGIN")  # one transaction for all; a million of them would be slow
        self._sources: dict[str, int] = {}

    def close(self) -> None:
        self._store.close()

    def add(self, rejected: Rejected) -> None:
        """Notes one; a place may be rejected for several reasons.

        Who was erased here is not to be corrected, and nothing about her is to be written down.
        """
        if rejected.reason == GONE:
            return
        source = self._sources.setdefault(rejected.source, len(self._sources))
        row = (source, rejected.where, rejected.reason)
        self._store.execute("INSERT INTO rejection VALUES (?, ?, ?)", row)

    def finish(self) -> None:
        """Everything is noted; from now on it is asked for."""
        self._store.execute("CREATE INDEX IF NOT EXISTS place ON rejection (source, place)")

    def places(self, source: str | None = None) -> int:
        """How many places of a source, or of all, were rejected."""
        query = "SELECT count(*) FROM (SELECT DISTINCT source, place FROM rejection"
        if source is None:
            (count,) = self._store.execute(f"{query})").fetchone()
        else:
            number = self._sources.get(source, -1)
            (count,) = self._store.execute(f"{query} WHERE source = ?)", (number,)).fetchone()
        return int(count)

    def reason(self, source: str, place: str) -> str:
        """Why a place of a source was rejected, or ""."""
        rows = self._store.execute(
            "SELECT reason FROM rejection WHERE source = ? AND place = ? ORDER BY rowid",
            (self._sources.get(source, -1), place),
        )
        return "; ".join(dict.fromkeys(reason for (reason,) in rows))

    def want(self, group: str, kind: str, key: str) -> None:
        """Asks for the rows that belong to a rejected one: those of this person or touchpoint."""
        self._store.execute("INSERT OR IGNORE INTO wanted VALUES (?, ?, ?)", (group, kind, key))

    def wants(self, group: str) -> bool:
        """Whether anything of a group is asked for."""
        found = self._store.execute("SELECT 1 FROM wanted WHERE grp = ? LIMIT 1", (group,))
        return found.fetchone() is not None

    def is_wanted(self, group: str, kind: str, key: str) -> bool:
        found = self._store.execute(
            "SELECT 1 FROM wanted WHERE grp = ? AND kind = ? AND key = ?", (group, kind, key)
        ).fetchone()
        return found is not None

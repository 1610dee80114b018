"""What belongs to records of other tables, put aside until those are read.

Phones of a CRM stand in one table and people in another; a person is written whole. It lies in a
private temporary database that SQLite keeps in memory, spills to the disk when it grows, and
deletes by itself.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache
from typing import Self

from console.services.imports.values import ContactValues

_TABLES = """
CREATE TABLE contact (grp TEXT, key TEXT, data TEXT, used INTEGER DEFAULT 0);
CREATE TABLE participant (grp TEXT, touchpoint TEXT, person TEXT);
CREATE TABLE code (grp TEXT, name TEXT, code TEXT, label TEXT, PRIMARY KEY (grp, name, code));
CREATE TABLE other (grp TEXT, key TEXT, what TEXT, PRIMARY KEY (grp, key));
CREATE TABLE seen (content TEXT PRIMARY KEY, times INTEGER);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS contact_key ON contact (grp, key);
CREATE INDEX IF NOT EXISTS participant_key ON participant (grp, touchpoint);
"""


class Staging:
    """Rows put aside by group: the tables of one export belong together, others do not."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        self._systems: dict[str, set[str]] = defaultdict(set)
        self._participants: set[str] = set()
        self._others: set[str] = set()
        self.label = lru_cache(maxsize=10_000)(self._label)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def add_contacts(self, group: str, key: str, contacts: Iterable[ContactValues]) -> None:
        rows = [(group, key, json.dumps(asdict(one))) for one in contacts]
        self._store.executemany("INSERT INTO contact (grp, key, data) VALUES (?, ?, ?)", rows)

    def speaks_of(self, group: str, systems: Iterable[str]) -> None:
        """Notes that a group lists contact points of these kinds in tables of their own."""
        self._systems[group] |= set(systems)

    def systems(self, group: str) -> frozenset[str]:
        return frozenset(self._systems.get(group, ()))

    def add_participant(self, group: str, touchpoint: str, person: str) -> None:
        self._participants.add(group)
        self._store.execute("INSERT INTO participant VALUES (?, ?, ?)", (group, touchpoint, person))

    def add_code(self, group: str, name: str, code: str, label: str) -> None:
        self._store.execute(
            "INSERT OR REPLACE INTO code VALUES (?, ?, ?, ?)", (group, name, code, label)
        )
        self.label.cache_clear()

    def add_other(self, group: str, key: str, what: str) -> None:
        """Notes an id that is no person's: a household or organization among the contacts."""
        self._others.add(group)
        self._store.execute("INSERT OR REPLACE INTO other VALUES (?, ?, ?)", (group, key, what))

    def finish(self) -> None:
        """Everything is put aside; from now on it is asked for."""
        self._store.executescript(_INDEXES)

    def contacts(self, group: str, key: str) -> list[ContactValues]:
        """The contact points put aside for a record, in an order that its file doesn't change."""
        if group not in self._systems:
            return []
        rows = self._store.execute(
            "SELECT data FROM contact WHERE grp = ? AND key = ? ORDER BY data", (group, key)
        ).fetchall()
        if rows:
            self._store.execute(
                "UPDATE contact SET used = 1 WHERE grp = ? AND key = ?", (group, key)
            )
        found = (ContactValues(**json.loads(data)) for (data,) in rows)
        return sorted(found, key=lambda one: (one.rank, one.value))

    def has_unused_contacts(self) -> bool:
        """Whether nobody asked for some of the contact points."""
        query = "SELECT 1 FROM contact WHERE used = 0 LIMIT 1"
        return self._store.execute(query).fetchone() is not None

    def is_unused(self, group: str, key: str) -> bool:
        """Whether nobody asked for the contact points put aside for a record."""
        row = self._store.execute(
            "SELECT 1 FROM contact WHERE grp = ? AND key = ? AND used = 0 LIMIT 1", (group, key)
        ).fetchone()
        return row is not None

    def participants(self, group: str, touchpoint: str) -> list[str]:
        if group not in self._participants:
            return []
        rows = self._store.execute(
            "SELECT DISTINCT person FROM participant WHERE grp = ? AND touchpoint = ? ORDER BY 1",
            (group, touchpoint),
        )
        return [person for (person,) in rows]

    def what(self, group: str, key: str) -> str:
        """What an id is that is no person's, or ""."""
        if group not in self._others:
            return ""
        row = self._store.execute(
            "SELECT what FROM other WHERE grp = ? AND key = ?", (group, key)
        ).fetchone()
        return str(row[0]) if row else ""

    def _label(self, group: str, name: str, code: str) -> str:
        row = self._store.execute(
            "SELECT label FROM code WHERE grp = ? AND name = ? AND code = ?", (group, name, code)
        ).fetchone()
        return str(row[0]) if row else ""

    def again(self, content: str) -> int:
        """How often this content came in this reading of a file, this time included."""
        (times,) = self._store.execute(
            "INSERT INTO seen VALUES (?, 1)"
            " ON CONFLICT (content) DO UPDATE SET times = times + 1 RETURNING times",
            (content,),
        ).fetchone()
        return int(times)

    def begin_reading(self) -> None:
        self._store.execute("DELETE FROM seen")

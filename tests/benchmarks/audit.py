"""The audit: the chain verified beside the mere reading of its rows, a noted search beside one."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import insert

from console.models.facts import Access
from console.models.ids import Login, uuid7
from console.models.terms import AuditKind
from console.services.audit import chain
from console.services.audit.trail import Trail
from console.services.audit.verify import verify
from console.services.directory import Directory
from console.services.worker import seals
from tests.benchmarks.measure import measure
from tests.benchmarks.stores import NOW, Store

N = 200
ROWS = 50_000
VERIFIED = 2


def verified(store: Store) -> Iterator[dict[str, Any]]:
    """Every seal computed anew; floor: the same rows read in one go and not hashed."""
    _open_often(store, ROWS)
    seals.refresh(store.database, store.library, NOW)
    rows = verify(store.database).rows

    def ours(_question: int) -> object:
        return verify(store.database)

    def read(_question: int) -> None:
        for table in chain.SEALED:
            with store.database.transaction(writes=False) as session:
                chain.read(session, table, 0, 2**62)

    for line in measure("verify", store.setting, ours, {"rows read": read}, VERIFIED):
        yield {**line, "rows": rows, "rows_a_second": round(rows / line["p50_ms"] * 1000)}


def noted(store: Store) -> Iterator[dict[str, Any]]:
    """A lookup by phone that leaves its event; floor: the same lookup without."""
    trail = Trail(store.database, lambda: Login("jmays"), lambda: NOW)
    told = Directory(
        store.database,
        lambda: NOW,
        lambda keys, count: trail.note(AuditKind.SEARCH, keys, count=count),
    )
    silent = Directory(store.database, lambda: NOW)

    def look(directory: Directory, question: int) -> object:
        return directory.by_phone(store.phones[question % len(store.phones)])

    floors = {"not noted": lambda question: look(silent, question)}
    yield from measure("noted", store.setting, lambda question: look(told, question), floors, N)


def _open_often(store: Store, count: int) -> None:
    for start in range(0, count, 1000):
        rows = [
            {
                "id": uuid7(),
                "person_id": store.people[(start + number) % len(store.people)],
                "login": "jmays",
                "at": NOW,
                "reason": "call",
                "call_id": None,
            }
            for number in range(1000)
        ]
        with store.database.transaction() as session:
            session.execute(insert(Access), rows)

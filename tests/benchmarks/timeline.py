"""The timeline: the first page of anybody, and of the person with 5,000 touchpoints."""

from collections.abc import Iterator
from typing import Any

from console.models.ids import PersonId
from console.services.record import Records
from tests.benchmarks.measure import measure
from tests.benchmarks.stores import NOW, Statement, Store

N = 200


def first_page(store: Store) -> Iterator[dict[str, Any]]:
    """50 rows; floor: the same statements by the driver alone."""
    records = Records(store.database, lambda: store.library, lambda: NOW)
    known: dict[Any, list[Statement]] = {}

    def person(question: int) -> Any:
        return store.people[question % len(store.people)]

    def read(one: Any) -> object:
        return records.timeline(frozenset({PersonId(one)}))

    def ours(question: int) -> object:
        return read(person(question))

    def same(question: int) -> None:
        store.replay(known[person(question)])

    for question in range(3 * N):
        one = person(question)
        known[one] = store.statements_of(lambda one=one: read(one))
    yield from measure("timeline", store.setting, ours, {"same statements": same}, N)

    def heavy(_question: int) -> object:
        return read(store.heaviest)

    floors = {"page of anybody": ours}
    yield from measure("timeline of 5,000", store.setting, heavy, floors, N // 4)

"""Lookup: everyone on a number, and everyone whose name begins as typed so far."""

from collections.abc import Iterator
from typing import Any

from console.rules.search_key import KeyKind
from console.services.directory import Directory
from console.services.lookup import AFTER
from tests.benchmarks.measure import Engine, measure
from tests.benchmarks.stores import NOW, Statement, Store

N = 200
INDEX = (
    "SELECT person_id FROM search_key WHERE kind = {0} AND key >= {0} AND key < {0} "
    "ORDER BY key LIMIT 20"
)


def by_phone(store: Store) -> Iterator[dict[str, Any]]:
    """A number as the telephone shows it; floors: one probe of the index, the same statements."""
    directory = Directory(store.database, lambda: NOW)
    numbers = store.phones

    def key(question: int) -> tuple[str, str]:
        return KeyKind.PHONE, numbers[question % len(numbers)].lstrip("+")[::-1]

    def ours(question: int) -> object:
        return directory.by_phone(numbers[question % len(numbers)])

    yield from measure("phone", store.setting, ours, _floors(store, ours, key), N)


def by_prefix(store: Store) -> Iterator[dict[str, Any]]:
    """A surname as one types it, three to six letters."""
    directory = Directory(store.database, lambda: NOW)

    def typed(question: int) -> str:
        family = store.families[question % len(store.families)]
        return "".join(filter(str.isalpha, family))[: 3 + question % 4].casefold()

    def key(question: int) -> tuple[str, str]:
        return KeyKind.NAME, typed(question)

    def ours(question: int) -> object:
        return directory.find(typed(question), 20)

    yield from measure("prefix", store.setting, ours, _floors(store, ours, key), N)


def _floors(store: Store, ours: Engine, key: Any) -> dict[str, Engine]:
    known: dict[int, list[Statement]] = {}
    mark = "?" if store.setting.backend == "sqlite" else "%s"
    probe = INDEX.format(mark)

    def statements(question: int) -> list[Statement]:
        return known[question]

    def same(question: int) -> None:
        store.replay(statements(question))

    def index(question: int) -> None:
        kind, begin = key(question)
        store.replay([(probe, (kind, begin, begin + AFTER))])

    for question in range(3 * N):
        known[question] = store.statements_of(lambda question=question: ours(question))
    return {"index": index, "same statements": same}

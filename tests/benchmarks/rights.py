"""What rights cost: a rep's lookup, opening and reading beside the same by the tables' owner."""

from collections.abc import Iterator
from typing import Any

from console.models.ids import Login, PersonId
from console.rules import query
from console.services import person_facts
from console.services.database import Database
from console.services.directory import Directory, by_tables
from console.services.record import Records
from tests.benchmarks.measure import Engine, measure
from tests.benchmarks.stores import NOW, REP, Store

N = 100
FLOOR = "owner, no policies"


def under_rights(store: Store) -> Iterator[dict[str, Any]]:
    """Nothing on SQLite, where rights don't apply. The rep has a day's people open already."""
    if store.rep is None:
        return
    rep, owner = _records(store, store.rep), _records(store, store.database)
    for person in store.people[:200]:
        rep.open(frozenset({person}), login=Login(REP), reason="call")
    yield from _looking_up(store, store.rep)
    yield from _reading(store, rep, owner)
    heaviest = frozenset({PersonId(store.heaviest)})
    rep.open(heaviest, login=Login(REP), reason="call")

    def facts(database: Database) -> Engine:
        def read(_question: int) -> None:
            with database.transaction(writes=False) as session:
                person_facts.read(session, heaviest)

        return read

    floor = {FLOOR: facts(store.database)}
    yield from measure("facts under rights", store.setting, facts(store.rep), floor, 20)


def _looking_up(store: Store, rep: Database) -> Iterator[dict[str, Any]]:
    """The same text asked through the function, and of the tables by whoever may read them."""
    directory = Directory(rep, lambda: NOW)
    ways = {
        "phone": lambda question: store.phones[question % len(store.phones)],
        "prefix": lambda question: _typed(store, question),
        "name and birth year": lambda question: f"{_family(store, question)} 19{question % 90:02}",
    }
    for name, text in ways.items():

        def ours(question: int, text: Any = text) -> object:
            return directory.find(text(question), 20)

        def owners(question: int, text: Any = text) -> object:
            tokens = query.read(text(question), NOW.date())
            with store.database.transaction(writes=False) as session:
                return by_tables(session, tokens, 21, NOW.date())

        yield from measure(f"{name} under rights", store.setting, ours, {FLOOR: owners}, N)


def _reading(store: Store, rep: Records, owner: Records) -> Iterator[dict[str, Any]]:
    def opened(records: Records, login: str) -> Engine:
        def read(question: int) -> object:
            people = frozenset({store.people[question % 200]})
            return records.open(people, login=Login(login), reason="call")

        return read

    def paged(records: Records) -> Engine:
        def read(question: int) -> object:
            return records.timeline(frozenset({store.people[question % 200]}))

        return read

    floor = {FLOOR: opened(owner, "postgres")}
    yield from measure("open under rights", store.setting, opened(rep, REP), floor, N)
    floor = {FLOOR: paged(owner)}
    yield from measure("timeline under rights", store.setting, paged(rep), floor, N)


def _records(store: Store, database: Database) -> Records:
    return Records(database, lambda: store.library, lambda: NOW)


def _family(store: Store, question: int) -> str:
    family: str = store.families[question % len(store.families)]
    return family


def _typed(store: Store, question: int) -> str:
    letters = "".join(filter(str.isalpha, _family(store, question)))
    return letters[: 3 + question % 4].casefold()

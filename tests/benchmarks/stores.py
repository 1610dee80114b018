"""The databases that are measured on: filled once a run, and asked without the console, too."""

import sqlite3
import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import psycopg
from sqlalchemy import event, select

from console.models.bodies import Library
from console.models.facts import TouchpointPerson
from console.models.ids import Login
from console.models.records import ContactPoint, Person
from console.models.terms import Role
from console.services import maintenance, staffing
from console.services.database import Database, create, open_shared
from console.services.demo import make_many
from console.services.publications import Publications
from tests.benchmarks.measure import Setting
from tests.postgresql import Cluster, find_binaries

REP = "rosa"
NOW = datetime(2026, 11, 19, 14, 41, tzinfo=UTC)
TOUCHPOINTS_EACH = 10
BACKENDS = ("sqlite", "postgresql")
HEAVIEST = 5_000
SAMPLE = 2_000
BIG_ENOUGH = {"shared_buffers": "256MB", "work_mem": "16MB", "max_wal_size": "4GB"}

Statement = tuple[str, Any]


@dataclass(frozen=True)
class Store:
    """A filled database with a bare connection beside the console's; samples are random.

    `heaviest` is the one person with very many touchpoints; `rep` is a server as a rep's login
    opens it.
    """

    setting: Setting
    database: Database
    library: Library
    bare: Any
    phones: list[str]
    families: list[str]
    people: list[Any]
    heaviest: Any
    rep: Database | None = None

    def replay(self, statements: list[Statement]) -> None:
        """Runs statements by the driver alone and fetches what they give."""
        cursor = self.bare.cursor()
        for text, parameters in statements:
            cursor.execute(text, parameters)
            cursor.fetchall()

    def statements_of(self, work: Any) -> list[Statement]:
        """What the console's own work sends to the driver, without its transactions."""
        with recorded(self.database) as statements:
            work()
        return statements


@contextmanager
def recorded(database: Database) -> Iterator[list[Statement]]:
    """Collects each statement that goes to the driver, with its parameters as it gets them."""
    found: list[Statement] = []

    def keep(_c: Any, _k: Any, text: str, parameters: Any, _x: Any, _many: bool) -> None:
        if not text.startswith(("BEGIN", "PRAGMA")):
            found.append((text, parameters))

    event.listen(database.engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(database.engine, "before_cursor_execute", keep)


@contextmanager
def stores(
    people: int, each: int = TOUCHPOINTS_EACH, backends: Collection[str] = BACKENDS
) -> Iterator[list[Store]]:
    """SQLite, and PostgreSQL where its programs are found, with so many people in each database.

    `each`: so many touchpoints a person.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="engagement-bench-")))
        found = []
        if "sqlite" in backends:
            found.append(_sqlite(stack, folder / "shared.db", people, each))
        if "postgresql" in backends and find_binaries():
            found.append(_postgresql(stack, people, each))
        yield found


def _sqlite(stack: ExitStack, file: Path, people: int, each: int = TOUCHPOINTS_EACH) -> Store:
    url = f"sqlite:///{file}"
    create(url)
    database = stack.enter_context(closing(open_shared(url)))
    counts = _filled(database, people, each)
    bare = stack.enter_context(closing(sqlite3.connect(file)))
    return _store("sqlite", database, bare, people, counts)


def _postgresql(stack: ExitStack, people: int, each: int = TOUCHPOINTS_EACH) -> Store:
    cluster = stack.enter_context(closing(Cluster(settings=BIG_ENOUGH)))
    url = cluster.server.url()
    create(url)
    database = stack.enter_context(closing(open_shared(url)))
    counts = _filled(database, people, each)
    bare = stack.enter_context(
        psycopg.connect(
            host="127.0.0.1", port=cluster.server.port, user="postgres", dbname="postgres",
            autocommit=True,
        )
    )  # fmt: skip
    database.engine.dispose()
    maintenance.bring_up(url)
    staffing.grant(database, staffing.Grant(login=REP, role=Role.REP))
    rep = stack.enter_context(closing(open_shared(cluster.server.url(user=REP))))
    return replace(_store("postgresql", database, bare, people, counts), rep=rep)


def _filled(database: Database, people: int, each: int) -> int:
    Publications(database).publish_defaults(Login("set-up"), NOW)
    return make_many(
        database, people=people, touchpoints_each=each, now=NOW, heaviest=HEAVIEST
    ).touchpoints


def _store(backend: str, database: Database, bare: Any, people: int, touchpoints: int) -> Store:
    chance = Random(1)
    with database.transaction() as session:
        rows = session.execute(
            select(ContactPoint.value, Person.family, Person.id)
            .join(Person, Person.id == ContactPoint.person_id)
            .where(ContactPoint.system == "phone")
            .limit(200_000)
        ).all()
        first = session.scalars(
            select(TouchpointPerson.person_id).order_by(TouchpointPerson.person_id).limit(1)
        ).one()
    sample = chance.choices(rows, k=SAMPLE)
    return Store(
        setting=Setting(backend, people, touchpoints),
        database=database,
        library=Publications(database).in_force(NOW),
        bare=bare,
        phones=[row.value for row in sample],
        families=[row.family for row in sample],
        people=[row.id for row in sample],
        heaviest=first,
    )

"""Making, upgrading, checking and rebuilding the shared database, for administrators."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import delete, func, inspect, select, text
from sqlalchemy.orm import Session

from console.errors import SchemaMismatch
from console.models.derived import JourneyState, SearchKey
from console.models.facts import Enrollment
from console.models.ids import Login
from console.models.metadata import Shared, fact_tables
from console.models.records import Person
from console.models.views import JobLag
from console.services import guards, schema, search_keys
from console.services.audit.verify import Verified, verify
from console.services.database import Database, create, open_shared
from console.services.publications import Publications
from console.services.worker import journeys, progress

BATCH = 500
SAMPLE = 200
AUTHOR = Login("administrator")


@dataclass(frozen=True, slots=True)
class Condition:
    """How the database stands; `problems` are sentences, each saying what to do.

    `audit` is the chain of seals, whose head is worth keeping elsewhere; `worker` how far its jobs
    are. Both are there only when they were looked at.
    """

    revision: str | None
    expected: str
    ok: bool
    problems: tuple[str, ...] = ()
    audit: Verified | None = None
    worker: tuple[JobLag, ...] = ()


def bring_up(url: str, secret: str | None = None) -> Condition:
    """Makes or upgrades the schema and publishes what ships and is not published yet."""
    create(url, secret, mend=True)
    with _opened(url, secret) as database:
        Publications(database).publish_defaults(AUTHOR, datetime.now(UTC))
    return check(url, secret)


def check(url: str, secret: str | None = None, head: str | None = None) -> Condition:
    """Compares revision, tables, guards, seals and a sample of what is derived with what should be.

    `head` is one of the audit's that was kept elsewhere. A database of another release, or one not
    made yet, is a finding and no error.
    """
    expected = schema.expected("shared")
    try:
        database = open_shared(url, secret, lazily=True)
    except SchemaMismatch as missing:
        return Condition(None, expected, ok=False, problems=(missing.message,))
    try:
        with database.transaction(writes=False) as session:
            problems = (
                *_damage(session),
                *_missing_tables(session),
                *_missing_guards(session),
                *_wrong_rights(session),
                *_stale(session),
            )
            found = schema.revision(session.connection())
        audit, worker = verify(database, head), progress.read(database)
        problems = (*problems, *audit.problems)
    except SchemaMismatch as mismatch:
        return Condition(_revision(database), expected, ok=False, problems=(mismatch.message,))
    finally:
        database.close()
    return Condition(found, expected, not problems, problems, audit, worker)


def rebuild(url: str, secret: str | None = None) -> Condition:
    """Makes the search keys and journey states anew, in batches that readers don't notice."""
    with _opened(url, secret) as database:
        library = Publications(database).in_force()
        now = datetime.now(UTC)
        for people in _batches(database):
            with database.transaction() as session:
                search_keys.index(session, people)
                enrolled = session.scalars(
                    select(Enrollment.person_id).where(Enrollment.person_id.in_(people)).distinct()
                )
                journeys.recompute(session, list(enrolled), library, now)
        with database.transaction() as session:
            known = select(Person.id)
            session.execute(delete(SearchKey).where(SearchKey.person_id.not_in(known)))
    return check(url, secret)


def _revision(database: Database) -> str | None:
    with database.engine.connect() as connection:
        return schema.revision(connection)


@contextmanager
def _opened(url: str, secret: str | None) -> Iterator[Database]:
    database = open_shared(url, secret)
    try:
        yield database
    finally:
        database.close()


def _batches(database: Database) -> Iterator[list[UUID]]:
    last: UUID | None = None
    while True:
        query = select(Person.id).order_by(Person.id).limit(BATCH)
        if last is not None:
            query = query.where(Person.id > last)
        with database.transaction() as session:
            people = list(session.scalars(query))
        if not people:
            return
        last = people[-1]
        yield people


def _damage(session: Session) -> list[str]:
    """SQLite can tell whether its file is whole; a server looks after its own."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    if session.execute(text("PRAGMA quick_check(1)")).scalar() == "ok":
        return []
    return ["The database file is damaged. Restore it from a copy."]


def _missing_tables(session: Session) -> list[str]:
    there = set(inspect(session.connection()).get_table_names())
    return [
        f"The table {name} is missing. Restore the database from its backup."
        for name in Shared.metadata.tables
        if name not in there
    ]


def _missing_guards(session: Session) -> list[str]:
    if session.get_bind().dialect.name == "postgresql":
        found = set(
            session.scalars(
                text(
                    "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                    "WHERE t.tgname = c.relname || '_no_change' AND t.tgenabled <> 'D'"
                )
            )
        )
    else:
        found = set(
            session.scalars(
                text("SELECT tbl_name FROM sqlite_master WHERE name = tbl_name || '_no_update'")
            )
        )
    return [
        f"Nothing keeps {name} from being changed. Put the guard back with: database upgrade"
        for name in fact_tables()
        if name not in found
    ]


def _wrong_rights(session: Session) -> list[str]:
    if session.get_bind().dialect.name != "postgresql":
        return []
    return guards.problems(session.connection())


def _stale(session: Session) -> list[str]:
    """Compares the search keys of a sample of people with what they should be."""
    people = list(session.scalars(select(Person.id).order_by(func.random()).limit(SAMPLE)))
    wrong = sum(
        keys != _keys(session, person)
        for person, keys in search_keys.expected(session, people).items()
    )
    states = session.execute(
        select(func.count())
        .select_from(JourneyState)
        .where(JourneyState.person_id.not_in(select(Enrollment.person_id)))
    ).scalar_one()
    problems = []
    if wrong:
        problems.append(
            f"{wrong} of {len(people)} people have outdated search keys. Run: database rebuild"
        )
    if states:
        problems.append(f"{states} journey states belong to nobody enrolled. Run: database rebuild")
    return problems


def _keys(session: Session, person: UUID) -> set[tuple[str, str]]:
    found = select(SearchKey.kind, SearchKey.key).where(SearchKey.person_id == person)
    return {(row.kind, row.key) for row in session.execute(found)}

"""The audit's chain: what is sealed can't be forged, changed or deleted without being found."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import create_engine, insert, text

from console.errors import Refused
from console.models.audit import AuditSeal
from console.models.ids import uuid7
from console.services.apply import apply
from console.services.audit import chain
from console.services.audit.verify import verify
from console.services.database import Database, open_shared
from console.services.record import Records as RecordService
from console.services.worker import seals
from tests.commands import command, new_person
from tests.services.records import LIBRARY, NOW

Strike = Callable[[str], None]


@pytest.fixture
def database(quiet_database: str) -> Iterator[Database]:
    database = open_shared(quiet_database)
    yield database
    database.close()


@pytest.fixture
def strike(database: Database) -> Iterator[Strike]:
    """Changes the database as its owner may: without the guards."""
    engine = create_engine(database.engine.url)

    def strike(statement: str) -> None:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            else:
                triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                for name in connection.scalars(triggers).all():
                    connection.execute(text(f'DROP TRIGGER "{name}"'))
            assert connection.execute(text(statement)).rowcount > 0

    yield strike
    engine.dispose()


@pytest.fixture
def opened(database: Database) -> int:
    """Twelve people were added, and each was opened; gives how many rows the audit has of it."""
    service = RecordService(database, lambda: LIBRARY, lambda: NOW)
    for number in range(12):
        body = new_person(name=f"Person {number}")
        with database.transaction() as session:
            apply(session, command(body), NOW)
        service.open(frozenset({body.person}), login="ada", reason="search")  # type: ignore[arg-type]
    return 24


def seal(database: Database) -> int:
    return seals.refresh(database, LIBRARY, NOW)


def found(database: Database) -> str:
    return " ".join(verify(database).problems)


def test_every_row_is_sealed_once_and_verifies(database: Database, opened: int) -> None:
    assert seal(database) == opened
    assert seal(database) == 0
    verified = verify(database)
    assert (verified.rows, verified.problems) == (opened, ())
    assert verified.head
    assert verified.head.number == verified.seals == 2


def test_a_day_without_sealing_is_caught_up_in_batches(
    database: Database, opened: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "AT_ONCE", 5)
    assert seal(database) == opened
    verified = verify(database)
    assert (verified.rows, verified.problems) == (opened, ())
    assert verified.seals > 4


def test_the_rows_of_one_transaction_are_never_parted(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "AT_ONCE", 3)
    with database.transaction() as session:
        for _ in range(7):
            apply(session, command(new_person()), NOW)
    assert seal(database) == 7
    assert verify(database).problems == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE access SET login = 'eve'", "of the table access under the seal 1"),
        ("UPDATE access SET reason = 'x' WHERE id = (SELECT id FROM access LIMIT 1)", "changed"),
        ("DELETE FROM access WHERE reason = 'search'", "12 of 12 rows"),
        ("UPDATE command SET author = 'eve'", "of the table command under the seal 2"),
        ("UPDATE command SET payload = '{}'", "12 payloads of the table command"),
        ("DELETE FROM audit_seal WHERE number = 1", "seals between 0 and 2 are missing"),
        ("UPDATE audit_seal SET hash = 'x' WHERE number = 1", "were changed, or the seal was"),
        ("UPDATE audit_seal SET prev = 'x' WHERE number = 2", "seal 2 does not follow"),
    ],
)  # fmt: skip
def test_what_the_owner_does_behind_the_guards_is_found(
    database: Database, opened: int, strike: Strike, statement: str, words: str
) -> None:
    seal(database)
    strike(statement)
    assert words in found(database)


def test_a_forged_row_is_found(database: Database, opened: int, strike: Strike) -> None:
    """On either database a row with the place of a sealed one can be added only by force."""
    seal(database)
    on_server = database.dialect == "postgresql"
    if not on_server:
        strike("DELETE FROM access WHERE rowid = 3")  # its place is free for another
    strike(
        f"INSERT INTO access (id, person_id, login, at, reason, {'xid' if on_server else 'rowid'}) "
        f"SELECT '{uuid7() if on_server else uuid7().hex}', person_id, 'eve', at, reason, "
        f"{'xid' if on_server else '3'} FROM access LIMIT 1"
    )
    assert ("1 rows of the table access" if on_server else "changed") in found(database)


def test_a_cut_tail_and_a_chain_made_anew_are_found_by_the_head_kept_elsewhere(
    database: Database, opened: int, strike: Strike
) -> None:
    seal(database)
    head = verify(database).head
    assert head
    kept = f"{head.number}:{head.hash}"
    assert verify(database, kept).problems == ()
    strike("DELETE FROM access WHERE reason = 'search'")
    strike("DELETE FROM audit_seal WHERE number > 0")
    seal(database)
    assert verify(database).problems == ()  # the chain alone can't see it
    assert "made anew" in " ".join(verify(database, kept).problems)
    assert verify(database, "nonsense").problems


def test_a_slow_transaction_is_sealed_when_it_has_come(quiet_postgresql: str) -> None:
    database = open_shared(quiet_postgresql)
    with database.transaction() as slow:
        apply(slow, command(new_person()), NOW)
        with database.transaction() as quick:
            apply(quick, command(new_person()), NOW)
        assert seal(database) == 0  # above the oldest that runs, another may still come
    assert seal(database) == 2
    assert verify(database).problems == ()
    database.close()


def test_a_server_that_counts_from_lower_numbers_is_told_of(quiet_postgresql: str) -> None:
    database = open_shared(quiet_postgresql)
    with database.transaction() as session:
        apply(session, command(new_person()), NOW)
        link = {"sealed": "command", "first": 0, "after": 2**62, "count": 0, "prev": "", "hash": ""}
        session.execute(insert(AuditSeal).values(number=1, sealed_at=NOW, **link))
    with pytest.raises(Refused, match="pg_resetwal"):
        seal(database)
    database.close()

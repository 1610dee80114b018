"""One bad entry, another release on the other side, a login without rights: who waits, who goes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from console.errors import SchemaMismatch
from console.models.derived import Contract
from console.models.ids import Login, PersonId, uuid7
from console.models.terms import Role
from console.services import schema
from console.services.database import Database, open_shared
from console.services.desk_store import DeskStore, open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import REP, Clock, call, command, disposition, stop
from tests.desk_store import rewrite
from tests.failures.desks import journal
from tests.logins import Logins, logins
from tests.postgresql import Server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DeskStore]:
    opened = open_workstation(tmp_path / "workstation.db")
    yield opened
    opened.close()


@pytest.fixture
def outbox(store: Database, clock: Clock) -> Outbox:
    return Outbox(store, clock)


@pytest.fixture
def shared(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def sync(outbox: Outbox, shared: Database, clock: Clock) -> Sync:
    return Sync(outbox, lambda: shared, clock)


def put(outbox: Outbox, *bodies: Any, author: Login = REP) -> list[Any]:
    made = [command(body, author) for body in bodies]
    for each in made:
        outbox.put(each)
    return [each.id for each in made]


def states(outbox: Outbox) -> dict[Any, str]:
    return {entry.id: entry.state for entry in outbox.view().entries}


def change(shared: Database, *statements: str) -> None:
    with shared.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


def test_poison_is_set_apart_with_a_reason_and_the_others_go(
    outbox: Outbox, store: DeskStore, shared: Database, sync: Sync
) -> None:
    """NUL and half a character are refused when put; an earlier release may have let them in."""
    bad = put(
        outbox,
        disposition(PersonId(uuid7())),
        disposition(zone="Nowhere/At_All"),
        disposition(call=call(hold_seconds=2**70)),
        disposition(notes="half"),
    )
    rewrite(store, bad[3], b'"half"', rb'"\ud800"')
    good = put(outbox, *(disposition() for _ in range(40)), stop())

    report = sync.once()

    assert (report.sent, report.quarantined, report.offline) == (41, 4, None)
    assert states(outbox) == dict.fromkeys(bad, "quarantined")
    assert all(entry.error for entry in outbox.view().entries)
    assert sorted(journal(shared)) == sorted(good)


NEXT_RELEASE = "UPDATE alembic_version SET version_num = 'next'"
NEW_COLUMN = "ALTER TABLE disposition ADD COLUMN mood text NOT NULL DEFAULT ''"
RENAMED = "ALTER TABLE disposition RENAME COLUMN notes TO words"


def serve_us(shared: Database) -> None:
    with shared.transaction() as session:
        session.execute(insert(Contract).values(revision=schema.expected("shared")))


def test_last_releases_console_goes_on_against_a_schema_that_serves_it(
    outbox: Outbox, shared: Database, sync: Sync, shared_database: str
) -> None:
    serve_us(shared)
    change(shared, NEW_COLUMN, NEXT_RELEASE)
    put(outbox, disposition(), stop())
    assert sync.once().sent == 2
    opened = open_shared(shared_database)  # and a desk that starts now, too
    opened.check()
    opened.close()


def test_a_newer_schema_that_does_not_serve_it_holds_all_until_the_update(
    outbox: Outbox, shared: Database, sync: Sync, clock: Clock
) -> None:
    put(outbox, *(disposition() for _ in range(60)))
    change(shared, RENAMED, NEXT_RELEASE)
    report = sync.once()
    assert (report.sent, report.held, report.quarantined) == (0, 60, 0)
    assert "Update the console" in str(outbox.view().entries[0].error)

    change(shared, "ALTER TABLE disposition RENAME COLUMN words TO notes")  # the update's turn
    change_back = f"UPDATE alembic_version SET version_num = '{schema.expected('shared')}'"
    with shared.engine.begin() as connection:
        connection.execute(text(change_back))
    clock.goes_on(minutes=2)
    assert sync.once().sent == 60  # held entries are tried again by themselves
    assert states(outbox) == {}


@pytest.mark.parametrize(
    "broken", ["ALTER TABLE consent_event RENAME COLUMN reason TO why", "DROP TABLE consent_event"]
)
def test_a_contract_that_is_not_kept_quarantines_nothing(
    broken: str, outbox: Outbox, shared: Database, sync: Sync
) -> None:
    serve_us(shared)
    put(outbox, stop(), stop(), stop())
    change(shared, broken, NEXT_RELEASE)
    report = sync.once()
    assert (report.sent, report.held, report.quarantined) == (0, 3, 0)


def test_a_new_column_that_must_be_filled_quarantines_nothing(
    outbox: Outbox, postgresql_database: str, clock: Clock
) -> None:
    shared = open_shared(postgresql_database)
    serve_us(shared)
    change(shared, "ALTER TABLE disposition ADD COLUMN mood text NOT NULL", NEXT_RELEASE)
    put(outbox, *(disposition() for _ in range(5)), stop())
    report = Sync(outbox, lambda: shared, clock).once()
    assert (report.sent, report.held, report.quarantined) == (0, 6, 0)
    shared.close()


def test_a_newer_console_against_a_database_not_upgraded_yet_holds_and_says_so(
    outbox: Outbox, shared: Database, sync: Sync, shared_database: str
) -> None:
    put(outbox, disposition(), stop())
    change(shared, "UPDATE alembic_version SET version_num = '0001'", "DROP TABLE contract")
    shared._checked = False  # as a console that starts
    report = sync.once()
    assert (report.held, report.quarantined) == (2, 0)
    assert "database upgrade" in str(outbox.view().entries[0].error)
    with pytest.raises(SchemaMismatch, match="database upgrade"):
        open_shared(shared_database)


RULE = (
    "CREATE POLICY a_rule ON disposition AS RESTRICTIVE FOR INSERT TO ec_rep "
    "WITH CHECK (code <> 'forbidden')"
)


@pytest.fixture
def made(postgresql_database: str, postgresql_server: Server) -> Iterator[Logins]:
    """A server whose policies refuse some rows of a rep."""
    with logins(postgresql_server, postgresql_database) as made:
        change(made.owner, RULE)
        yield made


def test_a_row_that_the_rights_refuse_is_set_apart(
    outbox: Outbox, made: Logins, clock: Clock
) -> None:
    rep = Login(made.grant(Role.REP))
    bodies = (disposition(), disposition(code="forbidden"), disposition())
    good, bad, _ = put(outbox, *bodies, author=rep)
    report = Sync(outbox, lambda: made.database(rep), clock).once()
    assert (report.sent, report.quarantined, report.held) == (2, 1, 0)
    assert good not in states(outbox)
    assert states(outbox) == {bad: "quarantined"}


def test_three_refused_in_a_row_are_the_logins_fault_and_hold_the_queue(
    outbox: Outbox, made: Logins, clock: Clock
) -> None:
    rep = Login(made.grant(Role.REP))
    shared = made.database(rep)
    put(outbox, *(disposition(code="forbidden") for _ in range(70)), author=rep)
    sync = Sync(outbox, lambda: shared, clock)
    report = sync.once()
    assert (report.sent, report.quarantined, report.held) == (0, 0, 70)
    change(made.owner, "DROP POLICY a_rule ON disposition")
    clock.goes_on(minutes=2)
    assert sync.once().sent == 70  # within a round of the right being given

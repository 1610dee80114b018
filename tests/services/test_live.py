"""The cursor of live lists: it moves with whatever can be seen, and nothing is passed over."""

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from sqlalchemy import insert, update

from console.models.claims import Claim
from console.models.facts import Callback, Command
from console.models.ids import FactId, Login, uuid7
from console.services.claims import Claims
from console.services.database import Database, open_shared
from console.services.live import Live
from tests.commands import NOON
from tests.postgresql import Server
from tests.services import records


@pytest.fixture
def shared(quiet_database: str) -> Iterator[Database]:
    opened = open_shared(quiet_database)
    yield opened
    opened.close()


def journal_row() -> dict[str, object]:
    return {
        "id": uuid7(),
        "kind": "RequestStop",
        "author": "ada",
        "made_at": NOON,
        "received_at": NOON,
        "payload": {},
        "sha": "0" * 64,
    }


def journal(database: Database) -> None:
    with database.transaction() as session:
        session.execute(insert(Command), [journal_row()])


def test_the_cursor_moves_with_each_command_and_stands_otherwise(shared: Database) -> None:
    live = Live(shared)
    seen = [live.cursor()]
    for _ in range(3):
        journal(shared)
        seen.append(live.cursor())
    assert len(set(seen)) == 4
    assert live.cursor() == seen[-1]


def test_the_cursor_moves_when_a_claim_is_taken_and_given_back(shared: Database) -> None:
    live, now = Live(shared), datetime.now(UTC)
    known = records.begin(shared)
    callback = known.add(Callback, due_at=now, zone="UTC", asked_for=True, owner="ada")
    claims = Claims(shared, lambda: records.LIBRARY, lambda: now)
    free = live.cursor()
    claim = claims.take([FactId(callback)], Login("ada"))
    taken = live.cursor()
    assert claim is not None
    assert taken != free
    assert claims.renew(claim) is not None
    assert live.cursor() == taken, "a sign of life changes no list"
    claims.release(claim)
    assert live.cursor() != taken


def test_the_cursor_moves_when_a_lease_runs_out(quiet_postgresql: str) -> None:
    shared = open_shared(quiet_postgresql)
    live, now = Live(shared), datetime.now(UTC)
    known = records.begin(shared)
    callback = known.add(Callback, due_at=now, zone="UTC", asked_for=True, owner="ada")
    Claims(shared, lambda: records.LIBRARY, lambda: now).take([FactId(callback)], Login("ada"))
    before = live.cursor()
    with shared.transaction() as session:  # time passes on the server
        session.execute(update(Claim).values(until=now))
    assert live.cursor() != before
    shared.close()


def test_a_long_transaction_elsewhere_holds_nothing_up(
    quiet_server: Server, quiet_postgresql: str
) -> None:
    shared = open_shared(quiet_postgresql)
    live = Live(shared)
    with psycopg.connect(quiet_server.url().replace("+psycopg", "")) as other:
        other.execute("SELECT pg_current_xact_id()")  # writes, in another database even
        before = live.cursor()
        journal(shared)
        assert live.cursor() != before
    shared.close()


def test_a_slow_transaction_that_commits_behind_a_newer_one_is_not_missed(
    quiet_postgresql: str,
) -> None:
    shared = open_shared(quiet_postgresql)
    live = Live(shared)
    with shared.transaction() as slow:
        slow.execute(insert(Command), [journal_row()])
        journal(shared)
        before = live.cursor()
    assert live.cursor() != before
    shared.close()

"""Connections that nobody uses are closed by the server, and nobody notices."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import text

from console.services.database import Database, open_shared

WHO = text("SELECT pg_backend_pid()")
ALIVE = text("SELECT count(*) FROM pg_stat_activity WHERE pid = :pid")


@pytest.fixture
def database(postgresql_database: str) -> Iterator[Database]:
    opened = open_shared(postgresql_database)
    yield opened
    opened.close()


def backend(database: Database) -> int:
    with database.transaction(writes=False) as session:
        return int(session.scalar(WHO) or 0)


def test_after_thirty_minutes_a_server_closes_what_is_not_used(database: Database) -> None:
    with database.transaction(writes=False) as session:
        assert session.scalar(text("SHOW idle_session_timeout")) == "30min"


def test_one_of_several_goes_on_being_used_so_that_the_others_are_not(database: Database) -> None:
    with ExitStack() as busy:
        together = [busy.enter_context(database.transaction(writes=False)) for _ in range(3)]
        used = {session.scalar(WHO) for session in together}
    assert len(used) == 3
    assert len({backend(database) for _ in range(6)}) == 1


def test_one_that_was_closed_is_made_anew_without_a_word(
    database: Database, postgresql_database: str
) -> None:
    with database.transaction() as session:
        session.execute(text("SET idle_session_timeout = 1"))
        before = session.scalar(WHO)
    other = open_shared(postgresql_database)
    deadline = time.monotonic() + 10
    with other.transaction(writes=False) as session:
        while session.scalar(ALIVE, {"pid": before}):
            session.execute(text("SELECT pg_stat_clear_snapshot()"))
            assert time.monotonic() < deadline
    other.close()
    assert backend(database) != before

"""Searches leave who, when, by which kinds of key and how many were found, never what was typed."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from console.errors import Offline
from console.models.audit import AuditEvent
from console.models.ids import Login
from console.models.terms import AuditKind
from console.services import database as databases
from console.services.apply import apply
from console.services.audit import trail
from console.services.audit.trail import Trail
from console.services.database import Database, open_shared
from console.services.directory import Directory
from tests.commands import Clock, command, new_person
from tests.postgresql import Cluster


def events(database: Database) -> list[Any]:
    with database.transaction(writes=False) as session:
        query = select(AuditEvent.__table__).order_by(AuditEvent.at, AuditEvent.id)
        return list(session.execute(query))


def test_a_search_leaves_its_kinds_and_its_count(sqlite_database: str) -> None:
    """On a server the function that finds people notes it: see the story of everybody's logins."""
    database = open_shared(sqlite_database)
    with database.transaction() as session:
        apply(session, command(new_person()), Clock()())
    noted = Trail(database, lambda: Login("ada"), Clock())
    directory = Directory(
        database, Clock(), lambda keys, count: noted.note(AuditKind.SEARCH, keys, count=count)
    )
    assert directory.find("wilma 1974").results
    assert directory.by_phone("9375550137")
    directory.find("nobody-of-this-name")
    assert events(database) == []  # the search itself waited for no write
    noted.write()
    found = events(database)
    assert [(event.kind, event.login, event.count) for event in found] == [
        ("search", "ada", 1), ("search", "ada", 1), ("search", "ada", 0),
    ]  # fmt: skip
    assert "name" in found[0].what
    assert found[1].what == "phone"
    assert not any("wilma" in str(event) or "0137" in str(event) for event in found)
    database.close()


def test_many_events_are_written_before_the_desk_asks_for_it(database: Database) -> None:
    noted = Trail(database, lambda: Login("ada"), Clock())
    for _ in range(trail.MOST_WAITING):
        noted.note(AuditKind.SEARCH, "phone", count=1)
    assert len(events(database)) == trail.MOST_WAITING


def test_what_cannot_be_written_waits_for_the_server(
    private_cluster: Callable[..., Cluster],
) -> None:
    cluster = private_cluster(durable=True)
    databases.create(cluster.server.url())
    database = open_shared(cluster.server.url())
    noted = Trail(database, lambda: Login("ada"), Clock())
    noted.note(AuditKind.EXPORT, "dispositions", count=40, reason="quarterly report")
    cluster.stop("immediate")
    noted.write()
    with pytest.raises(Offline):
        events(database)
    cluster.start()
    noted.write()
    assert [event.reason for event in events(database)] == ["quarterly report"]
    database.close()

"""Databases for importing into."""

from collections.abc import Iterator

import pytest

from console.services.database import Database, open_shared


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    """An empty shared database: once SQLite, once PostgreSQL."""
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def embedded(sqlite_database: str) -> Iterator[Database]:
    """An empty embedded database, for what does not depend on the kind."""
    opened = open_shared(sqlite_database)
    yield opened
    opened.close()


@pytest.fixture
def server(postgresql_database: str) -> Iterator[Database]:
    """An empty shared database on a server, for what SQLite is shown to do elsewhere."""
    opened = open_shared(postgresql_database)
    yield opened
    opened.close()

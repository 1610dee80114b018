"""What tests of services stand on."""

from collections.abc import Iterator

import pytest

from console.services.database import Database, open_shared


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    """A shared database of this test, on each kind of server."""
    database = open_shared(shared_database)
    yield database
    database.close()

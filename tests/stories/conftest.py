"""Desks for the stories; an error in any log fails the story that wrote it."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from filelock import FileLock

from console.rules import hints
from console.rules.hints import Hint
from console.services.center import Center
from console.services.database import create, open_shared
from console.settings import Settings, embedded_file
from console.ui.flows.hints import KEPT
from tests.commands import Clock
from tests.conftest import require_postgresql
from tests.postgresql import RUN_FOLDER, Cluster, Server
from tests.stories.desk import MORNING, Desk, add_staff, copy_profile, publish_what_ships

PUBLISHED = "engagement_published"


@pytest.fixture(scope="session")
def ready_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with its embedded database, the shipped publications and staff; to copy from."""
    folder = tmp_path_factory.mktemp("ready") / "profile"
    settings = Settings(profile=folder, database=embedded_file(folder))
    with Center(settings, Clock(MORNING)) as center:
        add_staff(center.shared)
        center.memory.set(KEPT, hints.write(frozenset(Hint)))  # nobody's first day
    return folder


def publish(url: str) -> None:
    create(url)
    with closing(open_shared(url)) as shared:
        publish_what_ships(shared)


@pytest.fixture(scope="session")
def published_template(postgresql_server: Server, postgresql_template: str) -> str:
    """The name of a database with the shipped publications to copy from, made once a run."""
    with FileLock(Path(os.environ[RUN_FOLDER]) / "postgresql.lock"):
        postgresql_server.ensure_template(PUBLISHED, publish, postgresql_template)
    return PUBLISHED


@pytest.fixture
def published_database(postgresql_server: Server, published_template: str) -> Iterator[str]:
    """The URL of a PostgreSQL database of this test's own: as a center begins, without anybody."""
    name = f"center_{uuid4().hex[:12]}"
    yield postgresql_server.create_database(name, published_template)
    postgresql_server.drop_database(name)


@pytest.fixture(scope="session")
def plugged_cluster() -> Iterator[Cluster]:
    """A cluster of this worker alone, which stories unplug."""
    require_postgresql()
    with closing(Cluster()) as cluster:
        cluster.server.ensure_template(PUBLISHED, publish)
        yield cluster


@pytest.fixture
def server(plugged_cluster: Cluster) -> Iterator[Cluster]:
    """To stop and start; afterwards it runs again."""
    yield plugged_cluster
    if not plugged_cluster.is_running:
        plugged_cluster.start()


@pytest.fixture
def center_url(server: Cluster) -> str:
    """The URL of a published database on it, of this test's own; it goes with the cluster."""
    return server.server.create_database(f"center_{uuid4().hex[:12]}", PUBLISHED)


@pytest.fixture
def no_error_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    errors = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.ERROR
    ]
    assert not errors


@pytest.fixture
def start_desk(
    qapp: object, ready_profile: Path, tmp_path: Path, no_error_logged: None
) -> Iterator[Callable[..., Desk]]:
    """Starts desks by name; one started again under its name finds what it left behind."""
    made: list[Desk] = []

    def start(name: str = "desk", *, fresh: bool = False, **options: object) -> Desk:
        folder = tmp_path / name
        if not folder.exists() and not fresh:
            copy_profile(ready_profile, folder)
        desk = Desk(folder, **options)  # type: ignore[arg-type]
        made.append(desk)
        return desk.start()

    yield start
    for desk in made:
        if not desk.over:
            desk.close()


@pytest.fixture
def desk(start_desk: Callable[..., Desk]) -> Desk:
    return start_desk()

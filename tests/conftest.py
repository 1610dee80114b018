"""What every test stands on: no trace of the user's own profile, private databases, a calm Qt."""

import gc
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import keyring
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from xdist.scheduler import LoadScopeScheduling

from tests.postgresql import MISSING, RUN_FOLDER, Cluster, ClusterError, Server, find_binaries

# A slow machine is no finding, and the same examples each time keep a red build repeatable.
settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=1000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
SOAK = os.environ.get("ENGAGEMENT_SOAK") == "1"
settings.load_profile("soak" if SOAK else "default")

# The controller of a run says here to its workers where its cluster answers, or why there is none.
SERVER = "ENGAGEMENT_TEST_SERVER"
SERVER_ERROR = "ENGAGEMENT_TEST_SERVER_ERROR"
USERS_OWN = {
    "ENGAGEMENT_DATABASE",
    "ENGAGEMENT_AS",
    "ENGAGEMENT_CA",
    "ENGAGEMENT_LANGUAGE",
    "ENGAGEMENT_LOCK_MINUTES",
}

TEMPLATE = "engagement_template"
ON_A_SERVER = {
    "postgresql_server",
    "postgresql_database",
    "private_cluster",
    "plugged_cluster",
    "quiet_server",
}
"""Fixtures that start one, or ask for one."""

run_folder_key = pytest.StashKey[str]()
cluster_key = pytest.StashKey[Cluster]()


def migrate(url: str) -> None:
    """Make the shared schema at `url`: the one seam between these fixtures and the project."""
    from console.services import database

    database.create(url)


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    forget_the_users_surroundings()
    config.stash[run_folder_key] = tempfile.mkdtemp(prefix="engagement-tests-")
    os.environ[RUN_FOLDER] = config.stash[run_folder_key]
    os.environ["ENGAGEMENT_PROFILE"] = str(Path(os.environ[RUN_FOLDER]) / "profile")
    # Processes started by tests find no keyring rather than the user's.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if config.getoption("numprocesses", None) and find_binaries():
        share_a_cluster(config)


def forget_the_users_surroundings() -> None:
    # Without bytecode, each of the processes that tests start would compile the whole project.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in list(os.environ):
        if name.startswith("PG") or name in USERS_OWN:
            del os.environ[name]


def share_a_cluster(config: pytest.Config) -> None:
    try:
        cluster = Cluster()
    except ClusterError as error:
        os.environ[SERVER_ERROR] = str(error)
    else:
        config.stash[cluster_key] = cluster
        os.environ[SERVER] = f"{cluster.server.port} {cluster.server.sockets}"


class ByFileWhereShared(LoadScopeScheduling):
    """Tests go to whichever worker is free, but a file that makes something once stays on one."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if makes_something_once(Path(self.config.rootpath, file)) else nodeid


@cache
def makes_something_once(file: Path) -> bool:
    return 'scope="module"' in file.read_text(encoding="utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return ByFileWhereShared(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Figures that a test measured (`record_property`), which its worker could not print."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            if report.when == "call":
                terminalreporter.write_line(f"{report.location[2]}: {name} {value}")


def pytest_unconfigure(config: pytest.Config) -> None:
    if cluster := config.stash.get(cluster_key, None):
        cluster.close()
    if folder := config.stash.get(run_folder_key, None):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What was imported stays, so no collection of garbage looks through it, then or later.

    A third of the time that collecting 4,000 tests takes would go into that, and a tenth of what a
    database test takes with the usual threshold.
    """
    gc.disable()
    yield
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        wanted = set(getattr(item, "fixturenames", ()))
        if wanted & ON_A_SERVER:
            item.add_marker(pytest.mark.postgresql)
        if "samples" in wanted:
            item.add_marker(pytest.mark.samples)
        if item.get_closest_marker("soak") and not SOAK:
            item.add_marker(pytest.mark.skip(reason="takes long: ./dev soak runs it"))


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets: secrets live in a dictionary for one test."""

    priority = 0.1

    def __init__(self) -> None:
        super().__init__()
        self._secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self._secrets.pop((service, username), None) is None:
            raise PasswordDeleteError("there is no such secret")


@pytest.fixture(autouse=True)
def memory_keyring() -> Iterator[MemoryKeyring]:
    """Not trusted, as it is no operating system's: keys of desks lie beside their stores."""
    before = keyring.get_keyring()
    fresh = MemoryKeyring()
    keyring.set_keyring(fresh)
    yield fresh
    keyring.set_keyring(before)


@pytest.fixture
def trusted_keyring(memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keyring of this test is trusted like an operating system's."""
    from console.services import credentials

    trusted = (*credentials.TRUSTED, MemoryKeyring.__module__)
    monkeypatch.setattr(credentials, "TRUSTED", trusted)


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The profile folder of this test; it does not exist yet."""
    folder = tmp_path / "profile"
    monkeypatch.setenv("ENGAGEMENT_PROFILE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def collect_garbage_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt objects freed on a worker thread hang or crash the process, so collect only in between."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.disable()
    # What the test before has left stays for good; to look through it again would take half a
    # second late in a run. Not at its end, when its arguments are still held.
    gc.collect()
    gc.freeze()
    yield
    # Closed windows wait for an event loop; until then each new theme would dress them all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def samples(pytestconfig: pytest.Config) -> Path:
    """The folder of public sample data."""
    given = os.environ.get("ENGAGEMENT_SAMPLES")
    if not given:
        pytest.skip("ENGAGEMENT_SAMPLES names no folder with the public sample data")
    folder = (pytestconfig.rootpath / given).resolve()
    if not folder.is_dir():
        pytest.fail(f"ENGAGEMENT_SAMPLES is {given}, which is no folder")
    return folder


def require_postgresql() -> None:
    if find_binaries():
        return
    if os.environ.get("ENGAGEMENT_REQUIRE_POSTGRESQL") == "1":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """The cluster of this test run, shared by all its workers; its roles are shared too."""
    require_postgresql()
    if error := os.environ.get(SERVER_ERROR):
        pytest.fail(error)
    if shared := os.environ.get(SERVER):
        port, sockets = shared.split(" ", 1)
        yield Server(sockets, int(port))
        return
    with closing(Cluster()) as cluster:
        yield cluster.server


@pytest.fixture
def private_cluster() -> Iterator[Callable[..., Cluster]]:
    """Makes clusters that belong to this test alone, to be stopped, crashed and started again."""
    require_postgresql()
    made: list[Cluster] = []

    def make(**options: object) -> Cluster:
        made.append(Cluster(**options))
        return made[-1]

    yield make
    for cluster in made:
        cluster.close()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: Server) -> str:
    """The name of a migrated database to copy from, made once a run."""
    with FileLock(Path(os.environ[RUN_FOLDER]) / "postgresql.lock"):
        postgresql_server.ensure_template(TEMPLATE, migrate)
    return TEMPLATE


database_numbers = count(1)


@pytest.fixture
def postgresql_database(postgresql_server: Server, postgresql_template: str) -> Iterator[str]:
    """The URL of a migrated, empty PostgreSQL database of this test's own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    name = f"engagement_{worker}_{os.getpid()}_{next(database_numbers)}"
    yield postgresql_server.create_database(name, postgresql_template)
    postgresql_server.drop_database(name)


@pytest.fixture(scope="session")
def sqlite_template() -> Path:
    """A migrated SQLite file to copy from, made once a run."""
    folder = Path(os.environ[RUN_FOLDER])
    template = folder / "template.sqlite"
    with FileLock(folder / "sqlite.lock"):
        if not template.exists():
            migrated, unfinished = folder / "migrated.sqlite", folder / "unfinished.sqlite"
            migrated.unlink(missing_ok=True)
            unfinished.unlink(missing_ok=True)
            migrate(f"sqlite:///{migrated}")
            # A backup, because part of the schema may still lie in the write-ahead log.
            with (
                closing(sqlite3.connect(migrated)) as source,
                closing(sqlite3.connect(unfinished)) as target,
            ):
                source.backup(target)
            unfinished.rename(template)
    return template


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty SQLite file of this test's own."""
    copy = tmp_path / "shared.sqlite"
    shutil.copyfile(sqlite_template, copy)
    return f"sqlite:///{copy}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def shared_database(request: pytest.FixtureRequest) -> str:
    """The URL of a migrated, empty shared database: the test runs once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_database")
    return url


@pytest.fixture(scope="session")
def quiet_server() -> Iterator[Server]:
    """A cluster of this worker alone, for what depends on everybody else's transactions or locks.

    One that is open anywhere in a cluster holds up what may be sealed.
    """
    require_postgresql()
    with closing(Cluster()) as cluster:
        yield cluster.server


@pytest.fixture
def quiet_postgresql(quiet_server: Server) -> Iterator[str]:
    """The URL of a migrated, empty database on it."""
    quiet_server.ensure_template(TEMPLATE, migrate)
    name = f"quiet_{next(database_numbers)}"
    yield quiet_server.create_database(name, TEMPLATE)
    quiet_server.drop_database(name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def quiet_database(request: pytest.FixtureRequest) -> str:
    """As `shared_database`, without anybody else on the server."""
    kinds = {"sqlite": "sqlite_database", "postgresql": "quiet_postgresql"}
    url: str = request.getfixturevalue(kinds[request.param])
    return url

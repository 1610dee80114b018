"""The ground under the tests: databases of their own, a keyring that forgets, a calm Qt."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import keyring
import psycopg
import pytest
import sqlalchemy
from hypothesis import given
from hypothesis import strategies as st

from tests.postgresql import Cluster, Server


def ask(url: str, statement: str) -> object:
    engine = sqlalchemy.create_engine(url)
    try:
        with engine.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return result.scalar() if result.returns_rows else None
    finally:
        engine.dispose()


def test_the_server_answers_over_tcp_and_over_its_socket(postgresql_server: Server) -> None:
    assert ask(postgresql_server.url(), "SELECT 1") == 1
    assert ask(postgresql_server.socket_url(), "SELECT 1") == 1
    assert ask(postgresql_server.url(), "SHOW server_encoding") == "UTF8"


def test_a_template_is_built_once_and_copies_are_apart(postgresql_server: Server) -> None:
    built: list[str] = []

    def build(url: str) -> None:
        built.append(url)
        engine = sqlalchemy.create_engine(url)
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE note (text text)")
        engine.dispose()

    names = [f"fixture_{kind}_{os.getpid()}" for kind in ("template", "one", "two")]
    template, first, second = names
    try:
        postgresql_server.ensure_template(template, build)
        postgresql_server.ensure_template(template, build)
        one, two = (postgresql_server.create_database(name, template) for name in (first, second))
        assert ask(one, "INSERT INTO note VALUES ('x') RETURNING text") == "x"
        assert ask(two, "SELECT count(*) FROM note") == 0
        assert len(built) == 1
    finally:
        for name in names:
            postgresql_server.drop_database(name)


def test_a_private_cluster_stops_and_starts_with_its_data(
    private_cluster: Callable[..., Cluster],
) -> None:
    cluster = private_cluster()
    url = cluster.server.url()
    ask(url, "CREATE TABLE note AS SELECT 7 AS n")

    cluster.stop()
    assert not cluster.is_running
    with pytest.raises(sqlalchemy.exc.OperationalError):
        ask(url, "SELECT 1")

    cluster.start()
    assert ask(url, "SELECT n FROM note") == 7


def test_a_durable_cluster_comes_back_from_a_crash(private_cluster: Callable[..., Cluster]) -> None:
    cluster = private_cluster(durable=True, settings={"max_connections": "17"})
    ask(cluster.server.url(), "CREATE TABLE note AS SELECT 7 AS n")
    cluster.stop("immediate")
    cluster.start()
    assert ask(cluster.server.url(), "SELECT n FROM note") == 7
    assert ask(cluster.server.url(), "SHOW fsync") == "on"
    assert ask(cluster.server.url(), "SHOW max_connections") == "17"


OWNER = """
import sys
from tests.postgresql import Cluster
cluster = Cluster()
print(cluster.server.port, cluster.server.sockets, flush=True)
sys.stdin.read()
"""


def test_no_server_outlives_a_killed_run(
    postgresql_server: Server, pytestconfig: pytest.Config
) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER],
        cwd=pytestconfig.rootpath,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert owner.stdin
    assert owner.stdout
    port, sockets = owner.stdout.readline().split()
    server = Server(sockets, int(port))
    with server.connect() as connection:
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        # The server ends this session when it stops; until then the query just sleeps.
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT pg_sleep(60)")
    owner.stdin.close()
    owner.stdout.close()


def test_each_shared_database_is_migrated_and_fresh(shared_database: str) -> None:
    tables = sqlalchemy.inspect(
        engine := sqlalchemy.create_engine(shared_database)
    ).get_table_names()
    engine.dispose()
    assert tables
    assert "left_by_an_earlier_test" not in tables
    ask(shared_database, "CREATE TABLE left_by_an_earlier_test (n integer)")


def test_each_shared_database_is_fresh_for_the_next_test(shared_database: str) -> None:
    test_each_shared_database_is_migrated_and_fresh(shared_database)


def test_the_profile_is_a_new_folder_of_the_test(profile: Path, tmp_path: Path) -> None:
    assert os.environ["ENGAGEMENT_PROFILE"] == str(profile)
    assert profile.is_relative_to(tmp_path)
    assert not profile.exists()


@pytest.mark.parametrize("time", ["first", "second"])
def test_the_keyring_keeps_a_secret_for_one_test_only(time: str) -> None:
    assert keyring.get_password("engagement-console", "desk") is None
    keyring.set_password("engagement-console", "desk", "secret")
    assert keyring.get_password("engagement-console", "desk") == "secret"


def test_no_garbage_is_collected_while_a_qt_test_runs(qapp: object) -> None:
    assert not gc.isenabled()


def test_garbage_is_collected_as_usual_without_qt() -> None:
    assert gc.isenabled()


@given(st.integers())
def test_properties_may_be_tested_beside_the_automatic_fixtures(number: int) -> None:
    assert number - number == 0


@pytest.mark.parametrize(
    ("warning", "result"),
    [
        ("a timer was started from another thread", pytest.ExitCode.TESTS_FAILED),
        ("This plugin does not support raise()", pytest.ExitCode.OK),
    ],
)
def test_a_qt_warning_fails_its_test_unless_it_is_harmless(
    warning: str, result: pytest.ExitCode, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    file = tmp_path / "test_one.py"
    file.write_text(
        f"from PySide6.QtCore import qWarning\ndef test_one(qapp):\n    qWarning({warning!r})\n",
        encoding="utf-8",
    )
    options = ["-c", pytestconfig.rootpath / "pyproject.toml", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, file],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
    )
    assert done.returncode == result, done.stdout
    assert ("1 failed" in done.stdout) == (result != pytest.ExitCode.OK), done.stdout

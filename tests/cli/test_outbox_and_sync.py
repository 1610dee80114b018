"""`outbox` and `sync`: what waits at this desk, what went; and whose desk it is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.models import facts
from console.services import database
from console.services.database import open_shared
from console.services.profile import ProfileLock
from tests.cli.conftest import MRN, PHONE, Command
from tests.cli.lines import missed_call, talk, written
from tests.postgresql import Cluster

COUNTS = ("pending", "sending", "acked", "held", "quarantined", "conflict", "withdrawn")
STOP = {"stops": [{"scope": "everything"}]}


@pytest.mark.usefixtures("desk")
def test_what_was_logged_on_the_embedded_database_is_sent_at_once(console: Command) -> None:
    console("log", "-", stdin=written(talk(effects=STOP)))
    waiting = console("outbox", "--json").json
    assert waiting.keys() == {*COUNTS, "entries"}
    assert (waiting["acked"], waiting["pending"], waiting["entries"]) == (2, 0, [])
    sent = console("sync", "--json").json
    assert sent.keys() >= {
        "sent", "confirmed", "still_pending", "held", "quarantined", "conflict", "seconds",
    }  # fmt: skip
    assert (sent["sent"], sent["still_pending"]) == (0, 0)


@pytest.mark.parametrize("command", [("log", "-"), ("outbox",), ("sync",)])
def test_a_profile_in_use_is_refused_naming_its_process(
    console: Command, desk: Path, command: tuple[str, ...]
) -> None:
    with ProfileLock(desk):
        assert f"process {os.getpid()}" in console(*command, stdin=written(talk())).refused()
    assert console("outbox", "--json").json["acked"] == 0
    assert console(*command, stdin=written(talk())).code == 0


@pytest.fixture
def cluster(private_cluster: Callable[..., Cluster]) -> Cluster:
    cluster = private_cluster()
    database.create(cluster.server.url())
    return cluster


def test_two_desks_log_into_one_server_which_may_be_away(
    console: Command, cluster: Cluster, tmp_path: Path, people_file: Path
) -> None:
    url = cluster.server.url()
    with cluster.server.connect() as connection:
        connection.execute("CREATE ROLE ben LOGIN SUPERUSER")
    desks = {"postgres": tmp_path / "one", "ben": tmp_path / "two"}

    def at(login: str, *words: object, **how: str) -> object:
        where = cluster.server.url(user=login)
        return console("--profile", desks[login], "--database", where, *words, **how)

    assert console("--database", url, "database", "create").code == 0
    assert at("postgres", "import", people_file).code == 0
    line = talk(id="first")
    for login in desks:
        done = at(login, "log", "-", stdin=written(line))
        assert (done.code, done.err) == (0, "")
    person = at("postgres", "find", MRN, "--json").json["results"][0]["person"]

    cluster.stop()
    offline = written(
        missed_call(id="second", about=[person], effects=STOP),
        missed_call(id="second", about=[person], effects=STOP),
        missed_call(id="third", phone=PHONE),
    )
    for login in desks:
        done = at(login, "log", "-", "--json", stdin=offline)
        assert done.code == 0, done.err
        assert [one["id"] for one in done.json["logged"]] == ["second", "second", "third"]
        assert "kept here" in done.err
        waiting = at(login, "outbox", "--json").json
        assert (waiting["pending"], waiting["acked"] >= 0) == (3, True)
        assert {one["state"] for one in waiting["entries"]} == {"pending"}
        assert waiting["entries"][0].keys() == {"id", "kind", "state", "tries", "error"}
        assert "does not answer" in at(login, "sync", "--json").err
    by_mrn = at("ben", "log", "-", stdin=written(talk(id="fourth"))).refused()
    assert "Name the person by id" in by_mrn
    wrong = missed_call(code="wrong_number", about=[person], phone=PHONE)
    assert "marked wrong" in at("ben", "log", "-", stdin=written(wrong)).refused()

    cluster.start()
    first = at("postgres", "sync", "--json")
    assert (first.code, first.json["sent"], first.json["still_pending"]) == (0, 3, 0)
    second = at("ben", "sync", "--json").json
    assert (second["sent"], second["confirmed"], second["conflict"]) == (0, 3, 0)
    consents = at("ben", "show", person, "--json").json["consents"]
    assert {one["state"] for one in consents} == {"stopped"}
    assert calls(url) == 3


def calls(url: str) -> int:
    opened = open_shared(url)
    with opened.transaction(writes=False) as session:
        count = session.scalar(select(func.count()).select_from(facts.Call)) or 0
    opened.close()
    return count


def test_on_a_server_the_login_acts_whatever_is_asked_for(
    console: Command, cluster: Cluster
) -> None:
    url = cluster.server.url()
    console("--database", url, "database", "create")
    done = console("--database", url, "--as", "somebody", "log", "-", stdin=written(missed_call()))
    assert (done.code, done.err) == (0, "")
    opened = open_shared(url)
    with opened.transaction(writes=False) as session:
        assert session.scalars(select(facts.Call.login)).all() == ["postgres"]
    opened.close()


def test_entries_go_out_though_the_address_names_no_login(
    console: Command, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGUSER", "postgres")
    url = cluster.server.url().replace("postgres@", "")
    console("--database", url, "database", "create")
    console("--database", url, "log", "-", stdin=written(missed_call()))
    assert console("--database", url, "outbox", "--json").json["acked"] == 1


def test_a_desk_that_never_saw_its_server_keeps_nothing_and_says_so(
    console: Command, people_file: Path
) -> None:
    url = "postgresql://ada@127.0.0.1:1/nowhere"
    console("--database", url, "log", "-", stdin=written(missed_call())).refused()
    assert "does not answer" in console("--database", url, "find", "whitfield").refused()
    assert "does not answer" in console("--database", url, "import", people_file).refused()


def test_a_server_of_another_release_is_refused(console: Command, cluster: Cluster) -> None:
    url = cluster.server.url()
    with cluster.server.connect() as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for words in (("find", "x"), ("log", "-"), ("database", "upgrade")):
        said = console("--database", url, *words, stdin=written(missed_call())).refused()
        assert "newer than this program" in said
    checked = console("--database", url, "database", "check", "--json")
    assert (checked.code, checked.json["ok"], checked.json["revision"]) == (1, False, "9999")

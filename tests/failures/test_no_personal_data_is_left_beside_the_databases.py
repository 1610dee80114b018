"""Whatever the program does with a person, no word of hers lies outside the two databases.

Nor in those tables that tell of the work: the audit's events and seals, the worker's progress.
"""

import json
import logging
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from console.models.records import Staff
from console.models.terms import Role
from console.services.database import open_shared
from tests.cli.conftest import Ran, run

SECRET = "ZZPHI"
NUMBER = "9375550137"
PERSON = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [{"given": [SECRET], "family": f"{SECRET}-family"}],
    "birthDate": "1974-06-09",
    "telecom": [{"system": "phone", "value": NUMBER}],
}
LINE = {
    "id": "l1",
    "direction": "inbound",
    "phone": NUMBER,
    "started_at": "2026-11-18T15:00:00Z",
    "answered_at": "2026-11-18T15:00:05Z",
    "ended_at": "2026-11-18T15:03:00Z",
    "code": "hung_up",
    "notes": f"told us {SECRET}",
}
DATABASES = (".db", ".db-wal", ".db-shm")
OF_THE_WORK = ("audit_event", "audit_seal", "worker_job")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this program puts temporary files during the test, and what it logs about all."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.DEBUG):
        yield
    said = caplog.text + " ".join(str(record.exc_info) for record in caplog.records)
    assert SECRET not in said
    assert NUMBER not in said


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that the administrator makes, on either kind."""
    if request.param == "postgresql":
        given: str = request.getfixturevalue("quiet_postgresql")
        return given
    return f"sqlite:///{tmp_path / 'shared.db'}"


def files_with_a_word(*folders: Path) -> list[str]:
    """Files, databases apart, whose name or content has a word about the person."""
    words = (SECRET.encode(), NUMBER.encode(), NUMBER[-7:].encode())
    return [
        file.name
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(DATABASES)
        if any(word in file.read_bytes() or word in file.name.encode() for word in words)
    ]


def appoint(url: str) -> None:
    """Who is signed in at the server is its administrator."""
    with closing(open_shared(url)) as database, database.transaction() as session:
        session.merge(Staff(login="postgres", name="Ada", role=Role.ADMINISTRATOR))


def work(url: str, people: Path) -> list[Ran]:
    """A day's work with one person, and what an administrator does with her afterwards."""

    def console(*words: object, stdin: str | None = None) -> Ran:
        return run("--database", url, *words, stdin=stdin)

    made = [console("database", "create"), console("import", people)]
    appoint(url)
    person = console("find", SECRET, "--json").json["results"][0]["person"]
    line = {**LINE, "about": [person], "speaking_with": person}
    made += [
        console("show", person, "--reason", "call"),
        console("log", "-", stdin=json.dumps(line)),
        console("log", "-", stdin=json.dumps({**line, "started_at": SECRET})),
        console("sync"),
        console("worker", "--once"),
        console("database", "check"),
        console("person", "hold", person, "--reason", "claim"),
        console("person", "erase", person, "--reason", "asked"),
        console("person", "release", person, "--reason", "settled"),
        console("person", "erase", person, "--reason", "asked"),
        console("person", "restrict", SECRET, "--reason", "misfiled"),
        console("find", f"{SECRET} {NUMBER}"),
        console("show", SECRET),
        console("worker", "--once"),
        console("database", "check", "--head", SECRET),
    ]
    return made


def test_a_days_work_leaves_no_word_outside(
    url: str, profile: Path, tmp_path: Path, temporary: Path, nothing_logged: None
) -> None:
    people = tmp_path / "people.json"
    people.write_text(json.dumps(PERSON))

    done = work(url, people)

    refused = [ran.err for ran in done if ran.code]
    assert len(refused) == 5, refused  # a line, an erasure under a hold, two ids, a head
    assert not any(SECRET in ran.err or NUMBER in ran.err for ran in done)
    assert profile.exists()
    assert files_with_a_word(profile, temporary) == []
    with closing(open_shared(url)) as database, database.transaction(writes=False) as session:
        for name in OF_THE_WORK:
            rows = str(session.execute(text(f"SELECT * FROM {name}")).all())
            assert SECRET not in rows
            assert NUMBER not in rows
        searches = "SELECT (SELECT count(*) FROM audit_event) + (SELECT count(*) FROM lookup)"
        assert session.execute(text(searches)).scalar_one() >= 2
        assert session.execute(text("SELECT count(*) FROM audit_seal")).scalar_one() >= 2

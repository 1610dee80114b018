"""Global options, their environment twins, exit codes, and what a bad profile or URL is told."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from console.models.facts import Access
from console.services.database import open_shared
from console.settings import from_environment
from tests.cli.conftest import MRN, Command

A_JSON_COMMAND = ("find", MRN, "--json")


def found(console: Command, *options: object) -> int:
    return len(console(*options, *A_JSON_COMMAND).json["results"])


def test_the_profile_comes_from_its_option_before_its_environment(
    console: Command, desk: Path, tmp_path: Path
) -> None:
    assert found(console) == 1
    assert found(console, "--profile", tmp_path / "other") == 0
    assert (tmp_path / "other" / "workstation.db").exists()


def test_the_database_comes_from_its_option_before_its_environment(
    console: Command, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENGAGEMENT_DATABASE", f"sqlite:///{tmp_path / 'empty.db'}")
    assert found(console) == 0
    assert found(console, "--database", f"sqlite:///{desk / 'shared.db'}") == 1


def test_who_acts_comes_from_its_option_its_environment_or_the_record(
    console: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENGAGEMENT_AS", "ada")
    console("show", MRN)
    assert "On record are: ada" in console("--as", "ben", "show", MRN).refused()
    monkeypatch.setenv("ENGAGEMENT_AS", "ben")
    console("show", MRN).refused()
    monkeypatch.delenv("ENGAGEMENT_AS")
    console("show", MRN)
    opened = open_shared(f"sqlite:///{desk / 'shared.db'}")
    with opened.transaction(writes=False) as session:
        assert session.scalars(select(Access.login)).all() == ["ada", "ada"]
    opened.close()


def test_the_ca_file_comes_from_its_option_its_environment_or_the_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "postgresql://db.example.org/center"
    monkeypatch.setenv("ENGAGEMENT_CA", "/etc/center/ca of ours.pem")
    given = from_environment(database=address).database
    assert given == f"{address}?sslrootcert=/etc/center/ca%20of%20ours.pem"
    given = from_environment(database=f"{address}?require_auth=gss", ca=Path("/ca")).database
    assert given == f"{address}?require_auth=gss&sslrootcert=/ca"
    named = f"{address}?sslrootcert=/other"
    assert from_environment(database=named, ca=Path("/ca")).database == named
    assert from_environment().embedded


@pytest.mark.parametrize(("written", "minutes"), [("", 10), ("2.5", 2.5), ("0", 0)])
def test_the_time_until_the_lock_is_set_in_minutes(
    monkeypatch: pytest.MonkeyPatch, written: str, minutes: float
) -> None:
    monkeypatch.setenv("ENGAGEMENT_LOCK_MINUTES", written)
    assert from_environment().lock_after == timedelta(minutes=minutes)


def test_a_time_that_is_no_number_is_refused(
    console: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENGAGEMENT_LOCK_MINUTES", "soon")
    assert "not a number of minutes" in console(*A_JSON_COMMAND).refused()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("nonsense", "not a URL"),
        ("postgresql://ada@127.0.0.1:port/center", "not a URL"),
        ("mysql://127.0.0.1/center", "SQLite file or a PostgreSQL server"),
        ("sqlite://", "SQLite file or a PostgreSQL server"),
        ("postgresql://ada:hunter2@127.0.0.1/center", "PGPASSFILE"),
        ("postgresql://ada@127.0.0.1/center?password=hunter2", "PGPASSFILE"),
        ("postgresql://ada@127.0.0.1:1/center", "no database runs there"),
        ("postgresql://ada@db.example.org/center?sslmode=require", "sslmode=require"),
        ("postgresql://ada@127.0.0.1/center?colour=red", "option or value"),
    ],
)
@pytest.mark.parametrize("words", [A_JSON_COMMAND, ("database", "check"), ("sync",)])
def test_an_address_that_leads_nowhere_is_refused(
    console: Command, url: str, reason: str, words: tuple[str, ...]
) -> None:
    said = console("--database", url, *words).refused()
    assert reason in said
    assert "hunter2" not in said


@pytest.mark.parametrize("words", [A_JSON_COMMAND, ("outbox",), ("sync",), ("log", "-")])
def test_a_profile_that_cannot_be_a_folder_is_refused(
    console: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    said = console("--profile", file, *words, stdin="{}\n").refused()
    assert "Choose another with --profile" in said
    assert "--profile" in console("--profile", file / "deeper", *words, stdin="{}\n").refused()
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ("--nonsense",),
        ("nonsense",),
        ("find",),
        ("find", "a", "b"),
        ("log",),
        ("import",),
        ("database",),
        ("import", "x", "--format", "pdf"),
        ("timeline", "x", "--limit", "many"),
    ],
)
def test_wrong_use_ends_with_two(console: Command, words: tuple[str, ...]) -> None:
    done = console(*words)
    assert done.code == 2
    assert done.err
    assert "Traceback" not in done.err

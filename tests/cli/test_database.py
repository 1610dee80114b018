"""`database`, `worker`, `publish`, `publications`, `playbook check`: keys, codes and findings."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.services import schema
from tests.cli.conftest import MRN, Command

CONTENT = "kind: content\nkey: parking\ntitle: Where to park\nchannels: [email]\n"


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_create_makes_the_schema_and_publishes_what_ships(console: Command) -> None:
    made = console("database", "create", "--json")
    expected = schema.expected("shared")
    assert made.json == {
        "revision": expected,
        "expected": expected,
        "ok": True,
        "problems": [],
        "audit": {"seals": 0, "rows": 0, "head": None, "problems": []},
        "worker": [],
    }
    kinds = {one["kind"] for one in console("publications", "--json").json["publications"]}
    assert kinds == {"playbook", "script", "content", "codes", "rules"}


@pytest.mark.parametrize("command", ["create", "upgrade", "check", "rebuild"])
def test_a_database_in_order_stays_so(console: Command, desk: Path, command: str) -> None:
    assert console("database", command, "--json").json["ok"] is True
    assert len(console("find", MRN, "--json").json["results"]) == 1


def test_check_before_create_says_that_there_is_none(console: Command, profile: Path) -> None:
    checked = console("database", "check", "--json")
    assert (checked.json["ok"], checked.json["revision"]) == (False, None)
    assert "database create" in checked.refused()
    assert not (profile / "shared.db").exists()


def test_check_finds_what_is_missing_and_rebuild_and_upgrade_mend_what_they_can(
    console: Command, desk: Path
) -> None:
    change(desk / "shared.db", "DELETE FROM search_key")
    checked = console("database", "check", "--json")
    assert (checked.code, checked.json["ok"]) == (1, False)
    assert "database rebuild" in checked.json["problems"][0]
    assert console("database", "rebuild", "--json").json["ok"] is True
    assert len(console("find", MRN, "--json").json["results"]) == 1
    change(desk / "shared.db", "DROP TRIGGER call_no_update")
    assert "Nothing keeps call from being changed" in console("database", "check").refused()


def test_a_newer_database_is_left_alone(console: Command, desk: Path) -> None:
    change(desk / "shared.db", "UPDATE alembic_version SET version_num = '9999'")
    before = (desk / "shared.db").read_bytes()
    for words in (("find", MRN), ("show", MRN), ("database", "upgrade"), ("worker", "--once")):
        assert "newer than this program" in console(*words).refused()
    checked = console("database", "check", "--json")
    assert (checked.json["ok"], checked.json["revision"]) == (False, "9999")
    assert "newer than this program" in checked.refused()
    assert (desk / "shared.db").read_bytes() == before


def test_a_newer_workstation_store_is_left_alone(console: Command, desk: Path) -> None:
    change(desk / "workstation.db", "UPDATE alembic_version SET version_num = '9999'")
    assert "newer" in console("outbox", "--json").refused()


def test_an_older_server_is_refused_until_it_is_upgraded(
    console: Command, private_cluster: Callable[..., object]
) -> None:
    url = private_cluster().server.url()  # type: ignore[attr-defined]
    assert "database create" in console("--database", url, "find", "x").refused()
    assert console("--database", url, "database", "check", "--json").json["revision"] is None
    assert console("--database", url, "database", "upgrade").code == 0
    assert console("--database", url, "find", "x").code == 0


def test_the_worker_reports_its_jobs(console: Command, desk: Path) -> None:
    done = console("worker", "--once", "--json")
    assert done.code == 0
    assert done.json["jobs"]
    assert all(one.keys() == {"name", "done", "seconds", "error"} for one in done.json["jobs"])


def test_publishing_makes_a_version_and_again_none(console: Command, tmp_path: Path) -> None:
    file = tmp_path / "parking.yaml"
    file.write_text(CONTENT)
    first = console("publish", file, "--json").json
    assert first == {"published": [{"kind": "content", "key": "parking", "version": 1}]}
    assert console("publish", file, "--json").json == {"published": []}
    file.write_text(CONTENT.replace("Where", "How"))
    assert console("publish", file, "--json").json["published"][0]["version"] == 2
    listed = console("publications", "--json").json["publications"]
    assert [one["version"] for one in listed if one["key"] == "parking"] == [2, 1]


def test_a_file_with_problems_is_told_by_line_and_nothing_is_published(
    console: Command, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(CONTENT)
    bad.write_text("kind: content\nkey: x\ntitel: X\n")
    checked = console("playbook", "check", good, bad, "--json")
    assert checked.code == 1
    assert "Traceback" not in checked.err
    files = {Path(one["file"]).name: one for one in checked.json["files"]}
    assert files["good.yaml"]["ok"] is True
    assert files["bad.yaml"]["ok"] is False
    assert {"line": 3, "message": "titel: There is no such field."} in files["bad.yaml"]["problems"]
    assert "Nothing was published" in console("publish", good, bad, "--json").refused()
    listed = console("publications", "--json").json["publications"]
    assert not [one for one in listed if one["key"] == "parking"]


def test_the_codes_that_can_be_logged_are_listed(console: Command) -> None:
    codes = {one["code"]: one for one in console("publications", "--codes", "--json").json["codes"]}
    assert codes["appointment_booked"]["needs"] == ["person", "verification", "appointment"]
    assert "Cost" in codes["declined"]["reasons"]
    assert "unfinished" not in codes

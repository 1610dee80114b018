"""`recovery-key` and `recover`: the calls of a desk that lost its key reach the database."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.lines import missed_call, written


def test_calls_of_a_desk_without_its_key_are_sent_from_another(
    desk: Path, console: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "organization.key"
    made = console("recovery-key", "--into", private, "--json").json
    assert private.stat().st_mode & 0o777 == 0o600
    assert "never overwritten" in console("recovery-key", "--into", private).refused()

    monkeypatch.setenv("ENGAGEMENT_RECOVERY_KEY", made["public"])
    other = tmp_path / "other"
    away = "postgresql://ada@127.0.0.1:1/nowhere"
    database = f"sqlite:///{desk / 'shared.db'}"
    lost = other / "workstation.db"
    line = written(missed_call(id="from the other desk"))
    assert console("--profile", other, "--database", database, "log", "-", stdin=line).code == 0
    (other / "workstation.key").unlink()

    refused = console("--profile", other, "--database", away, "outbox").refused()
    assert "key" in refused
    before = lost.read_bytes()
    done = console("recover", lost, "--key", private, "--json").json
    assert (done["entries"], done["lost"]) == (1, 0)
    assert lost.read_bytes() == before
    sent = console("sync", "--json").json
    assert (sent["conflict"], sent["quarantined"], sent["still_pending"]) == (0, 0, 0)


def test_a_key_that_is_none_is_refused_in_a_sentence(
    desk: Path, console: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "wrong.key"
    wrong.write_text("no key")
    console("log", "-", stdin=written(missed_call()))
    file = desk / "workstation.db"
    assert "never sealed" in console("recover", file, "--key", wrong).refused()
    assert "no file" in console("recover", tmp_path / "none.db", "--key", wrong).refused()
    monkeypatch.setenv("ENGAGEMENT_RECOVERY_KEY", "AAAA")
    assert "no public key" in console("outbox").refused()

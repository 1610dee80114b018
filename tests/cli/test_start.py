"""Real processes: what a start imports, standard output, pipes, damaged files."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer

from console.cli.output import failing
from console.services.connect_faults import SAFE, Cause, fault
from console.services.profile import ProfileLock
from tests.cli.conftest import MRN, Command, start
from tests.cli.lines import missed_call, written

HEAVY = ("sqlalchemy", "PySide6", "phonenumbers", "alembic", "keyring", "psycopg")


@pytest.mark.parametrize("words", [("--help",), ("find", "--help"), ("log", "--help")])
def test_help_imports_neither_database_nor_window(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "console", *words],
        capture_output=True,
        check=True,
        text=True,
    )
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.split("\n")
    }
    assert "typer" in imported
    assert not imported & set(HEAVY)


def test_a_lookup_needs_no_window(desk: Path) -> None:
    program = (
        "import sys; from console.cli.main import make_app; "
        f"make_app()(['find', '{MRN}', '--json'], standalone_mode=False); "
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("cause", Cause)
def test_who_asks_of_a_server_that_is_away_is_not_told_of_logging(
    cause: Cause, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = fault(cause, datetime(2026, 11, 28, tzinfo=UTC))
    with pytest.raises(typer.Exit), failing(tmp_path):
        raise error
    said = capsys.readouterr().err.strip()
    assert error.message.endswith(SAFE)
    assert SAFE not in said
    assert "tries again by itself" not in said  # nobody does, for a command
    assert said == error.asked


def test_one_document_and_nothing_else_is_written(desk: Path) -> None:
    done = start("log", "-", "--json", stdin=written(missed_call(id="a")).encode())
    assert (done.code, done.err) == (0, "")
    assert done.out == '{"logged": [{"id": "a", "code": "no_answer"}], "refused": []}\n'


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_names_and_broken_letters_survive_any_terminal(desk: Path, encoding: str) -> None:
    words = ("find", "Zoë 电话 \U0001f600 \udcff")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-m", "console", *words, "--json"],
        capture_output=True,
        check=True,
        env=environment,
    )
    assert json.loads(done.stdout.decode(encoding))["query"].startswith("Zoë 电话 \U0001f600")
    plainly = subprocess.run(
        [sys.executable, "-m", "console", *words], capture_output=True, check=True, env=environment
    )
    assert b"Nobody found" in plainly.stdout


def test_a_reader_who_has_seen_enough_is_no_fault(desk: Path) -> None:
    console = subprocess.Popen(
        [sys.executable, "-m", "console", "publications"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert console.stdout
    console.stdout.close()
    _, said = console.communicate(timeout=60)
    assert (console.returncode, said) == (0, b"")


def test_a_log_goes_on_when_nobody_reads_its_report(desk: Path, console: Command) -> None:
    logging = subprocess.Popen(
        [sys.executable, "-m", "console", "log", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert logging.stdout
    logging.stdout.close()
    _, said = logging.communicate(written(*[missed_call()] * 20).encode(), timeout=60)
    assert (logging.returncode, said) == (0, b"")
    assert console("outbox", "--json").json["acked"] == 20


def test_a_profile_in_use_names_the_process_that_has_it(desk: Path) -> None:
    with ProfileLock(desk):
        assert f"process {os.getpid()}" in start("outbox", "--json").refused()
    assert start("outbox", "--json").code == 0


@pytest.mark.parametrize("file", ["workstation.db", "shared.db"])
def test_a_damaged_database_is_told_and_left_as_it_is(
    desk: Path, console: Command, file: str
) -> None:
    damaged = b"no database at all, but somebody's text" * 500
    (desk / file).write_bytes(damaged)
    for run, words in ((start, ("find", MRN)), (console, ("log", "-")), (console, ("outbox",))):
        said = run(*words, "--json", stdin=written(missed_call()).encode()).refused()
        assert "damaged" in said or "cannot be read" in said
    assert (desk / file).read_bytes() == damaged


def test_a_page_overwritten_in_the_middle_is_told(desk: Path, console: Command) -> None:
    file = desk / "shared.db"
    content = bytearray(file.read_bytes())
    for start_of_page in range(4096 * 8, len(content), 4096):
        content[start_of_page : start_of_page + 2048] = b"\xa5" * 2048
    file.write_bytes(content)
    for words in (("find", "whitfield"), ("show", MRN), ("database", "check")):
        said = console(*words, "--json").refused()
        assert "damaged" in said, (words, said)

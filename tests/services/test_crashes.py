"""What is kept of a crash: kind, place and versions; no value, no message, no folder's name."""

import subprocess
import sys
from pathlib import Path

import pytest

from console.services import crashes
from console.services.crashes import MOST, CrashBook, place, signalled

SECRET = "ZZPHI"
DIES = """
import ctypes, sys
from pathlib import Path
from console.services.crashes import CrashBook
book = CrashBook(Path(sys.argv[1]))
book.begin()
book.catch_signals()
def falls(name):
    ctypes.string_at(0)
falls("ZZPHI")
"""


def fails(name: str) -> None:
    try:
        {}[name]
    except KeyError as error:
        raise ValueError(f"nobody is called {name}") from error


def noted(book: CrashBook, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(ValueError, match=SECRET) as caught:
            fails(SECRET)
        book.note(caught.value, "a1b2c3")


def test_an_error_is_told_at_the_next_start_without_what_it_was_about(tmp_path: Path) -> None:
    folder = tmp_path / SECRET / "crashes"
    first = CrashBook(folder)
    first.begin()
    noted(first, times=3)
    assert not first.has_last

    second = CrashBook(folder)
    second.begin()

    told = second.report()
    assert second.has_last
    assert told.count("ValueError") == 1  # the same again is told by its reference alone
    assert told.count("reference a1b2c3") == 3
    assert "services/test_crashes.py:" in told
    assert "caused by KeyError" in told
    assert "in fails" in told
    assert "SQLAlchemy 2" in told
    assert SECRET not in told
    second.forget()
    assert second.report() == ""


def test_a_run_without_errors_leaves_the_report_before_it(tmp_path: Path) -> None:
    for errors in (1, 0):
        book = CrashBook(tmp_path)
        book.begin()
        noted(book, times=errors)
    last = CrashBook(tmp_path)
    last.begin()
    assert last.has_last


def test_a_crash_below_python_leaves_the_stack(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path)], capture_output=True, timeout=60, check=False
    )
    assert done.returncode != 0

    book = CrashBook(tmp_path)
    book.begin()

    assert "in falls" in book.report()
    assert SECRET not in book.report()


def test_of_what_a_signal_left_only_stacks_are_taken() -> None:
    left = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f1 (most recent call first):
  File "/home/{SECRET}/lib/console/ui/pane.py", line 12 in show
  File "C:\\Users\\{SECRET}\\lib\\sqlalchemy\\engine.py", line 3 in run
{SECRET} = 3
Fatal Python error: {SECRET}: 937-555-0137

Extension modules: {SECRET} (total: 1)
"""
    told = signalled(left)
    assert "Segmentation fault" in told
    assert "  ui/pane.py:12 in show" in told
    assert "  sqlalchemy/engine.py:3 in run" in told
    assert SECRET not in told
    assert signalled("") == ""


def test_a_folder_tells_nothing_of_who_works_here() -> None:
    assert place(crashes.__file__) == "console/services/crashes.py"
    assert place(f"/home/{SECRET}/sqlalchemy/engine/base.py") == "engine/base.py"
    assert place("<string>") == "<string>"


def test_a_thousand_errors_fill_no_disk(tmp_path: Path) -> None:
    book = CrashBook(tmp_path)
    for kind in range(MOST * 2):
        book.note(type(f"Fault{kind}", (Exception,), {})())
    assert book.report().count("Error at") == MOST


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    book = CrashBook(tmp_path / "file")
    book.begin()
    book.catch_signals()
    noted(book)
    book.end()
    assert book.report() == ""

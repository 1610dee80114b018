"""The console met an error that nobody expected: the next start offers what is known of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from console.app import Application
from tests.stories.desk import Desk, patient

SECRET = "Walter Brandt"
WALTER = patient("walter", SECRET, born="1951-02-03", phone="937-555-0119")


def test_it_is_offered_read_saved_and_deleted_by_keys(
    start_desk: Callable[..., Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    first = start_desk()
    first.bring(WALTER)

    def fails(query: str) -> None:
        raise KeyError(query, SECRET)

    with monkeypatch.context() as patched:
        patched.setattr(first.center.directory, "find", fails)
        first.press("F2")
        first.write("W")
    reference = first.message.partition("(reference ")[2][:6]
    first.close()
    request.getfixturevalue("caplog").clear()  # the error was wanted

    desk = start_desk()
    assert "went wrong last time" in desk.message
    desk.press("Alt+Shift+R")
    shown = desk.seen(desk.page.centre)
    assert "KeyError" in shown
    assert f"reference {reference}" in shown
    assert "console/ui/tasks.py" in shown
    assert SECRET not in shown
    assert str(tmp_path) not in shown
    assert not desk.message

    file = tmp_path / "report.txt"
    desk.press("Ctrl+A")
    desk.write(str(file))
    desk.press("Return")
    assert "Saved to" in desk.seen(desk.page.centre)
    assert file.read_text() in shown
    desk.press("Return")
    assert "There is such a file already" in desk.seen(desk.page.centre)

    desk.press("Tab")
    assert "Discard" in desk.seen(desk.focus), desk.focus
    desk.press("Return", "Alt+Shift+R")
    assert "Nothing is known to have gone wrong" in desk.message
    desk.close()
    assert "went wrong" not in start_desk().message


def test_it_can_be_read_where_the_stores_do_not_open(
    start_desk: Callable[..., Desk],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    def fails(*_: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(Application, "_make_center", fails)
    desk = start_desk(fresh=True)
    request.getfixturevalue("caplog").clear()  # the error was wanted
    assert "There is a report of what went wrong" in desk.message
    desk.press("Alt+Shift+R")
    shown = desk.seen(desk.page.centre)
    assert "KeyError" in shown
    assert SECRET not in shown

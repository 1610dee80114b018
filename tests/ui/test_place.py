"""The window stands where it stood, and looks as it looked, before any database is opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from console.ui import place
from console.ui.place import Place
from console.ui.theme.theme import Mode
from tests.stories.conftest import no_error_logged, ready_profile, start_desk
from tests.stories.desk import Desk

__all__ = ["no_error_logged", "ready_profile", "start_desk"]


def test_place_and_colours_are_there_at_the_first_paint(start_desk: Callable[..., Desk]) -> None:
    first = start_desk()
    first.press("Ctrl+Shift+D")
    first.app.window.setWindowState(Qt.WindowState.WindowMaximized)
    first.close()

    again = Desk(first.settings.profile)

    assert again.app.center is None
    assert again.app.theme.dark
    assert again.app.window.isMaximized()  # the test's screen is too small to stand about on
    again.close()


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"geometry": 7}', '{"geometry": "%"}', '{"mode": 3, "factor": 9}']
)
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "window"
    file.write_text(kept)
    assert place.read(file) == Place()


def test_one_thing_is_changed_and_the_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "window"
    place.keep(file, geometry=b"here")
    place.keep(file, mode=Mode.DARK)
    place.keep(file, factor=1.25)
    assert place.read(file) == Place(b"here", Mode.DARK, 1.25)

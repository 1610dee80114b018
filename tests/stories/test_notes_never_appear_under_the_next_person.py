"""What was typed for one person is gone from every field when the next one is on the screen."""

import pytest

from console.models.facts import Disposition
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")
WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


@pytest.fixture
def logged(desk: Desk) -> Desk:
    """A call to Denise with words in every field that takes some, logged."""
    desk.bring(DENISE, WALTER)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "F9")
    desk.write("pelican in the notes")
    desk.press("Alt+C")
    desk.write("tomorrow 10")
    desk.press("Tab", "Tab")
    desk.write("pelican in the callback")
    desk.press("Return", "Alt+U")
    desk.write("pelican in the need")
    desk.press("Return", "Alt+O")
    desk.write("pelican in a sheet that is left")
    desk.press("Escape", "Ctrl+F")
    desk.write("pelican in a search")
    desk.press("Alt+X", "1", "Ctrl+Return")
    assert desk.idle
    return desk


def test_nothing_of_it_stands_on_the_free_desk(logged: Desk) -> None:
    assert "pelican" not in logged.seen()
    assert "Whitfield" not in logged.seen()


def test_nothing_of_it_stands_under_the_next_person(logged: Desk) -> None:
    logged.find("Walter Brandt")
    logged.press("Alt+D")

    assert "pelican" not in logged.seen()
    assert logged.draft.notes == ""
    for sheet in ("Alt+C", "Alt+P", "Alt+B", "Alt+U", "Alt+G", "Alt+O"):
        logged.press(sheet)
        assert "pelican" not in logged.seen(), sheet
        logged.press("Escape")


def test_no_key_brings_it_back(logged: Desk) -> None:
    logged.find("Walter Brandt")
    logged.press("Alt+D")

    for place in ("F9", "Ctrl+F", "F2"):
        logged.press(place, "Ctrl+Z", "Ctrl+Z")
        assert "pelican" not in logged.seen(), place
        assert "Whitfield" not in logged.seen(), place


def test_the_next_log_says_only_what_was_typed_for_it(logged: Desk) -> None:
    logged.find("Walter Brandt")
    logged.press("Alt+D", "F9")
    logged.write("heron")
    logged.press("Alt+X", "1", "Ctrl+Return")
    logged.log_all()

    notes = {row.notes for row in logged.rows(Disposition)}
    assert notes == {"pelican in the notes", "heron"}

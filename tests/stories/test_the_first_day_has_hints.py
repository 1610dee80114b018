"""Somebody's first call at a desk: a sentence for each moment, gone with it, and brought back."""

from collections.abc import Callable

import pytest

from console.ui.widgets import MessageKind
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Nobody has ever worked here; while nobody is on record the window greets, and hints wait."""
    desk.press("Alt+Shift+H")
    assert "This database is empty" in desk.seen(desk.page.welcome)
    assert desk.message == ""
    desk.bring(WALTER)
    assert desk.app.desk is not None
    desk.app.desk.load()  # as an import does when it ends
    desk.settle()
    return desk


def a_call(desk: Desk) -> list[str]:
    """What the place for messages says at each step."""
    said = [desk.message]
    desk.find("Walter Brandt")
    for chord in ("Alt+D", "Alt+A", "Alt+X"):
        said.append(desk.message)
        desk.press(chord)
    said.append(desk.message)
    desk.press("4", "Ctrl+Return")
    desk.log_all()
    return said


def test_each_is_said_once_at_its_moment(desk: Desk, start_desk: Callable[..., Desk]) -> None:
    where = desk.page.bar.geometry()
    said = a_call(desk)

    keys = ("F2", "Alt D", "Alt A", "Alt V", "Ctrl ↵")
    assert all(key in words for key, words in zip(keys, said, strict=True)), said
    assert desk.page.bar.geometry() == where
    assert desk.idle
    desk.close()

    again = start_desk()
    assert not any(a_call(again)[:3])  # this desk has seen them
    again.press("Alt+Shift+H")
    hint = again.page.bar.slot.message(MessageKind.HINT)
    assert hint is not None
    assert "F2" in hint.text


def test_whatever_has_to_be_said_stands_before_a_hint(desk: Desk) -> None:
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X")
    desk.ring("937-555-0137")
    assert "Ringing" in desk.message
    desk.press("4", "Ctrl+Return")
    desk.log_all()
    assert desk.center.memory.get("hints_seen") == "find dial reach"  # the others were not seen

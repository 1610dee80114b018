"""The one timer of the live lists: it tells of what moved, and of everything after a failure."""

import pytest

from console.errors import Offline
from console.ui.flows.live import LOOK_MS, UNSEEN_MS, LiveFlow
from tests.stories.desk import Desk


class Cursor:
    """Gives the cursors it is told to, the last one for ever; an error is raised."""

    def __init__(self, *words: str | Exception) -> None:
        self.words = [*words]

    def __call__(self) -> str:
        word = self.words.pop(0) if len(self.words) > 1 else self.words[0]
        if isinstance(word, Exception):
            raise word
        return word


AWAY = Offline("The server does not answer.")


@pytest.fixture
def live(desk: Desk) -> LiveFlow:
    assert desk.app.desk is not None
    desk.app.desk.live.stop()
    return LiveFlow(desk.app.desk._parts, desk.app)


def told(live: LiveFlow, cursor: Cursor, looks: int) -> list[int]:
    """At which of so many looks it told that something moved."""
    live._parts.center.live.cursor = cursor  # type: ignore[method-assign]
    heard: list[int] = []
    look = 0

    def hear() -> None:
        heard.append(look)

    live.moved.connect(hear)
    for look in range(looks):  # noqa: B007 - `hear` looks at it
        live.look()
    live.moved.disconnect(hear)
    return heard


def test_it_tells_of_what_is_there_first_and_then_of_what_moves(live: LiveFlow) -> None:
    assert told(live, Cursor("1", "1", "2", "2"), 4) == [0, 2]


def test_after_a_failure_everything_is_read_again(live: LiveFlow) -> None:
    assert told(live, Cursor("1", AWAY, "1", "1"), 4) == [0, 2]


def test_it_goes_on_asking_while_the_server_is_away(live: LiveFlow) -> None:
    failures: list[Exception] = []
    live.went_away.connect(failures.append)
    assert told(live, Cursor(AWAY), 3) == []
    assert failures == [AWAY], "told once"
    assert live._next.isActive()


def test_what_could_not_be_read_is_told_again(live: LiveFlow) -> None:
    assert told(live, Cursor("1"), 2) == [0]
    live.tell_again()
    assert told(live, Cursor("1"), 2) == [0]


def test_desks_ask_within_two_seconds_and_not_together(live: LiveFlow) -> None:
    waits = set()
    for _ in range(20):
        live.look()
        waits.add(live._next.interval())
    assert len(waits) > 1
    assert max(waits) <= LOOK_MS


def test_a_window_that_nobody_sees_asks_rarely(live: LiveFlow, desk: Desk) -> None:
    desk.app.window.hide()
    live.look()
    assert LOOK_MS < live._next.interval() <= UNSEEN_MS
    desk.app.window.show()

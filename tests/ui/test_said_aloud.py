"""What changes by itself is said by a screen reader, once, and without moving the focus."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from console.models.terms import EntryState
from console.ui.session import Changes
from tests.stories.conftest import desk, no_error_logged, ready_profile, start_desk
from tests.stories.desk import Desk, patient

__all__ = ["desk", "no_error_logged", "ready_profile", "start_desk"]

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


class Heard(list[str]):
    """What was said since it was asked last."""

    def take(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.append(event.message())

    def since(self) -> list[str]:
        words = list(self)
        self.clear()
        return words


@pytest.fixture
def heard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Heard:
    heard = Heard()
    desk.bring(DENISE)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.take)
    return heard


def test_a_call_a_stop_and_a_second_ring_are_heard(desk: Desk, heard: Heard) -> None:
    desk.ring("937-555-0137")
    assert heard.since() == ["Call: Ringing"]
    desk.press("Alt+A")
    assert heard.since() == ["Call: Live"]
    desk.press("Alt+S")
    assert heard.since() == ["Stop request. In force since 10:00, from your keypress"]
    desk.press("Esc", "Alt+Shift+S", "Alt+X")
    desk.ring("937-555-0164")
    assert heard.since()[-1].startswith("Ringing: (937) 555-0164")


def test_offline_and_back_are_heard_once_each(desk: Desk, heard: Heard) -> None:
    session, shared = desk.app.session, desk.center.shared
    shared.dialect = "postgresql"  # a file on this desk is never offline
    session.desk.offline_since = desk.clock()
    for _ in range(2):
        session.changed.emit(Changes.CONNECTION)
    [words] = heard.since()
    assert words.startswith("Offline since 10:00.")
    session.desk.offline_since = None
    for _ in range(2):
        session.changed.emit(Changes.CONNECTION)
    assert heard.since() == ["Back online. What you logged meanwhile is being sent."]
    shared.dialect = "sqlite"


def test_a_log_is_heard_and_that_it_could_not_be_sent(desk: Desk, heard: Heard) -> None:
    desk.find("Denise")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    assert "Logged for Denise W.: No answer" in heard.since()
    desk.clock.goes_on(seconds=60)
    [entry] = desk.center.outbox.queue.take(1)
    desk.center.outbox.queue.settle([entry.id], EntryState.QUARANTINED, error="It was refused.")
    desk.log_all()
    assert "1 entry needs attention" in heard

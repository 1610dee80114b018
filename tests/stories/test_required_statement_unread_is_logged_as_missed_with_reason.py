"""A statement that must be read aloud and was not is on record as missed, with the rep's reason."""

import pytest

from console.models.facts import Answer
from tests.stories.desk import Desk


@pytest.fixture
def unread(desk: Desk) -> Desk:
    """Somebody unknown feels unwell: the statement on 911 stands there, and the line goes dead."""
    desk.ring("937-555-0193")
    desk.press("Alt+A", "F4", "Alt+3", "Alt+5")
    assert "call 911" in desk.seen(desk.page.guide)
    desk.press("Alt+X", "8", "Ctrl+Return")
    return desk


def test_it_is_not_logged_without_a_reason(unread: Desk) -> None:
    assert not unread.idle
    assert "statement" in unread.seen(unread.page.bar)


def test_the_reason_is_on_record(unread: Desk) -> None:
    unread.write("the line went dead")
    unread.press("Return", "Ctrl+Return")

    assert unread.idle, unread.seen(unread.page.bar)
    unread.log_all()
    [missed] = [row for row in unread.rows(Answer) if row.kind == "missed"]
    assert missed.reason == "the line went dead"


def test_read_aloud_it_is_on_record_as_read(desk: Desk) -> None:
    desk.ring("937-555-0193")
    desk.press("Alt+A", "F4", "Alt+3", "Alt+5", "Alt+R", "Alt+X", "8", "Ctrl+Return")

    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    assert [row.kind for row in desk.rows(Answer) if row.kind != "answer"] == ["read"]


def test_an_answer_waits_until_it_is_read(desk: Desk) -> None:
    desk.ring("937-555-0193")
    desk.press("Alt+A", "F4", "Alt+3", "Alt+5", "Alt+2")
    assert "call 911" in desk.seen(desk.page.guide)

    desk.press("Alt+R")

    assert "What can I do for you today" in desk.seen(desk.page.guide)

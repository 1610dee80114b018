"""A call promised for ten in her morning: due then, opened by a key, closed by the call itself."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from console.models.facts import Callback, Closure
from tests.stories.desk import Desk, patient

ROSA = patient("rosa", "Rosa Delgado", born="1969-05-05", phone="213-555-0188",
               city="Los Angeles", state="CA", postal_code="90012")  # fmt: skip
WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
TEN_THERE = datetime(2026, 11, 19, 18, 0, tzinfo=UTC)
"""Thursday, 10:00 in Los Angeles."""


@pytest.fixture
def promised(desk: Desk) -> Desk:
    """Wednesday at 12:00 in Los Angeles, she asks to be called tomorrow at ten."""
    desk.bring(ROSA, WALTER)
    desk.clock.at = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
    desk.find("Rosa Delgado")
    desk.press("Alt+D", "Alt+C")
    desk.write("tomorrow 10")
    desk.press("Return", "Alt+X", "1", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    return desk


def test_it_is_due_in_her_zone(promised: Desk) -> None:
    [callback] = promised.rows(Callback)

    assert callback.due_at == TEN_THERE
    assert callback.zone == "America/Los_Angeles"


def test_it_opens_when_it_is_due_and_not_before(promised: Desk) -> None:
    rosa = promised.person("Rosa Delgado")
    promised.clock.at = TEN_THERE.replace(minute=0, hour=17)
    promised.pass_time(60)
    promised.press("Alt+N")
    assert promised.app.session.person is None

    promised.clock.at = TEN_THERE
    promised.pass_time(60)
    promised.press("Alt+N")

    assert promised.app.session.person == rosa


def test_the_call_that_reaches_her_closes_it(promised: Desk) -> None:
    promised.clock.at = TEN_THERE
    promised.pass_time(60)
    promised.press("Alt+N", "Alt+D", "Alt+1")  # she is on the line
    promised.press("Alt+X", "F6")
    promised.write("will call our main")
    promised.press("Return", "Ctrl+Return")
    if not promised.idle:
        promised.press("Return")
    assert promised.idle, promised.seen(promised.page.bar)
    [callback] = promised.rows(Callback)

    promised.press("Alt+N")  # before it is sent, too
    assert promised.app.session.person is None
    promised.log_all()
    assert [row.target_id for row in promised.rows(Closure)] == [callback.id]


def test_nobody_there_leaves_it_open(promised: Desk) -> None:
    promised.clock.at = TEN_THERE
    promised.pass_time(60)
    promised.press("Alt+N", "Alt+D", "Alt+X", "1", "Ctrl+Return")
    promised.log_all()

    assert promised.rows(Closure) == []


def test_a_call_to_somebody_else_leaves_it_open(promised: Desk) -> None:
    promised.clock.at = TEN_THERE
    promised.pass_time(60)
    promised.press("Alt+N")
    promised.find("Walter Brandt")
    promised.press("Alt+D")

    assert promised.draft.callback_id is None


def test_it_is_shown_to_the_rep_who_promised_it(
    promised: Desk, start_desk: Callable[..., Desk]
) -> None:
    promised.clock.at = TEN_THERE
    promised.close()

    other = start_desk(login="tzielinski", clock=promised.clock)
    assert "Rosa Delgado" not in other.seen(other.page.lookup)
    other.close()
    same = start_desk(clock=promised.clock)
    assert "Rosa Delgado" in same.seen(same.page.lookup)

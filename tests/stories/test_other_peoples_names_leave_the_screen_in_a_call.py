"""A caller must not overhear or oversee a name: those of others go when it rings, wherever they
stand, and one comes back for a moment when it is asked for."""

from collections.abc import Callable

import pytest

from tests.stories.desk import SUPERVISOR, Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
HAROLD = patient("harold", "Harold Jankowski", born="1947-04-12", phone="937-555-0142")
HELEN = patient("helen", "Helen Jansen", born="1947-05-01", phone="937-555-0143")
DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")
OTHERS = ("Walter", "Brandt", "Harold", "Jankowski", "Helen", "Jansen", "0142", "0143")


@pytest.fixture
def desk(start_desk: Callable[..., Desk]) -> Desk:
    desk = start_desk(login=SUPERVISOR)
    desk.bring(WALTER, HAROLD, HELEN, DENISE)
    return desk


def named(desk: Desk) -> set[str]:
    return {name for name in OTHERS if name in desk.seen()}


def test_those_found_before_it_rang_and_the_one_asked_for(desk: Desk) -> None:
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "Ctrl+Return")
    desk.clock.goes_on(seconds=11)  # too late to undo it, and the message not yet gone
    assert "Logged for Walter B." in desk.message
    desk.press("F2")
    desk.write("jan")
    assert {"Jankowski", "Jansen"} <= named(desk)

    desk.ring("937-555-0137")
    assert not named(desk)
    desk.press("Alt+A")
    assert not named(desk)

    desk.press("F2", "Down")
    marked = desk.page.lookup.results.list.currentIndex().row()
    desk.press("Alt+Shift+N")
    assert len(named(desk) & {"Jankowski", "Jansen"}) == 1
    assert desk.page.lookup.results.list.currentIndex().row() == marked
    desk.pass_time(10)
    assert not named(desk)

    desk.press("Alt+X")
    assert {"Jankowski", "Jansen"} <= named(desk)


def test_what_a_supervisor_reviews(desk: Desk) -> None:
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "Ctrl+Return")
    desk.log_all()
    desk.press("Ctrl+Shift+Tab")
    desk.pass_time(3)
    desk.press("Return")
    page = desk.app.window.supervisor
    assert "with Walter Brandt" in desk.seen(page.detail)

    desk.ring("937-555-0137")
    assert not named(desk)
    assert "W. B." in desk.seen(page)
    desk.press("Return")  # opened meanwhile, it is covered as well
    assert not named(desk)

    desk.press("Alt+A", "Alt+X")
    assert "with Walter Brandt" in desk.seen(page.detail)

"""Whatever becomes of the call in which somebody said stop, the stop is in force."""

from collections.abc import Callable

from console.models.facts import ConsentEvent, Disposition
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


def test_the_console_dies_in_the_call(start_desk: Callable[..., Desk]) -> None:
    desk = start_desk()
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S")
    desk.die()

    again = start_desk(clock=desk.clock)
    again.pass_time(1)

    denise = again.person("Denise Whitfield")
    assert {entry.state for entry in again.record(denise).view.consents} == {"stopped"}
    assert again.rows(Disposition) == []
    assert "Finish 1 call" in again.message


def test_nobody_dials_her_after_the_restart(start_desk: Callable[..., Desk]) -> None:
    desk = start_desk()
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S")
    desk.die()

    again = start_desk(clock=desk.clock)
    again.find("Denise Whitfield")

    assert "stopped" in again.seen(again.page.person.header)
    again.press("Alt+D")
    assert again.dialed == []


def test_the_finished_call_says_who_stopped_it(start_desk: Callable[..., Desk]) -> None:
    desk = start_desk()
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S")
    desk.die()

    again = start_desk(clock=desk.clock)
    again.press("Alt+N")
    assert [entry.lifted for entry in again.draft.stops] == [False]
    again.press("Ctrl+Return")
    assert again.idle, again.seen(again.page.bar)
    again.log_all()
    assert len({row.command_id for row in again.rows(ConsentEvent)}) == 1

"""A stop needs three keys, and holds for whatever is dialed or sent from then on."""

from console.models.facts import ConsentEvent
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


def test_three_keys_and_nothing_dials_her(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D")
    desk.clock.goes_on(seconds=30)

    desk.press("Alt+S")

    assert "stopped" in desk.seen(desk.page.person.header)  # at once, before anything was sent
    assert "I have stopped our calls" in desk.seen(desk.page.guide)
    desk.press("Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.find("Denise Whitfield")
    desk.press("Alt+D")
    assert desk.idle
    assert len(desk.dialed) == 1
    assert "stop" in desk.message.lower()


def test_it_is_sent_while_the_call_goes_on(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S")
    desk.pass_time(1)

    assert not desk.idle
    assert {row.action for row in desk.rows(ConsentEvent)} == {"revoked"}
    denise = desk.person("Denise Whitfield")
    assert {entry.state for entry in desk.record(denise).view.consents} == {"stopped"}


def test_pressed_by_mistake_it_is_taken_back_before_the_hang_up(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S", "Alt+Shift+S")

    assert "stopped" not in desk.seen(desk.page.person.header)
    desk.pass_time(1)
    denise = desk.person("Denise Whitfield")
    assert "stopped" not in {entry.state for entry in desk.record(denise).view.consents}
    assert {row.action for row in desk.rows(ConsentEvent)} == {"revoked", "given"}  # both stay


def test_a_second_press_adds_nothing(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S", "Alt+S", "Alt+S")
    desk.pass_time(1)

    assert len({row.command_id for row in desk.rows(ConsentEvent)}) == 1


def test_somebody_unknown_stops_the_number(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.ring("937-555-0193")
    desk.press("Alt+A", "Alt+S")
    desk.pass_time(1)

    [entry] = {(row.person_id, row.contact, row.scope) for row in desk.rows(ConsentEvent)}
    assert entry == (None, "+19375550193", "number")

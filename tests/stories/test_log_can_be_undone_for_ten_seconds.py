"""A log comes back whole for ten seconds, and after that it is on record."""

from console.models.facts import Disposition
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")


def call_and_log(desk: Desk, notes: str = "rang long") -> None:
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F9")
    desk.write(notes)
    desk.press("Alt+X", "4", "Ctrl+Return")
    assert desk.idle


def test_undone_it_is_on_the_screen_again(desk: Desk) -> None:
    desk.bring(WALTER)
    call_and_log(desk)
    desk.pass_time(9)

    desk.press("Ctrl+Shift+Z")

    assert desk.notes == "rang long"
    assert desk.draft.code == "busy"
    assert desk.draft.about == (desk.person("Walter Brandt"),)
    desk.log_all()
    assert desk.rows(Disposition) == []


def test_undone_and_logged_again_it_is_there_once(desk: Desk) -> None:
    desk.bring(WALTER)
    call_and_log(desk)
    desk.press("Ctrl+Shift+Z", "1", "Ctrl+Return")
    assert desk.idle
    desk.log_all()

    assert [row.code for row in desk.rows(Disposition)] == ["no_answer"]


def test_after_ten_seconds_it_is_too_late(desk: Desk) -> None:
    desk.bring(WALTER)
    call_and_log(desk)
    desk.log_all()

    desk.press("Ctrl+Shift+Z")

    assert desk.idle
    assert "Too late" in desk.message
    assert [row.code for row in desk.rows(Disposition)] == ["busy"]


def test_undone_during_the_next_call_it_waits_beside_it(desk: Desk) -> None:
    desk.bring(WALTER, CARL)
    call_and_log(desk)
    desk.find("Carl Abernathy")
    desk.press("Alt+D")
    carl = desk.person("Carl Abernathy")

    desk.press("Ctrl+Shift+Z")

    assert desk.draft.about == (carl,)
    assert desk.notes == ""
    desk.press("Alt+X", "1", "Ctrl+Return")
    assert "Finish 1 call" in desk.seen()
    desk.press("Alt+N")
    assert desk.notes == "rang long"

"""Somebody unknown asks when the clinic is open: answered and logged, and no record is made."""

from console.models.facts import Access, Call, Disposition, TouchpointPerson, UnmetNeed
from console.models.records import Person
from tests.stories.desk import Desk


def test_answered_and_logged_without_a_person(desk: Desk) -> None:
    desk.ring("(937) 555-0193")
    desk.press("Alt+A")
    assert "Nobody on record" in desk.seen()

    desk.press("Alt+3")  # a general question
    desk.press("Alt+1")  # it was answered
    desk.press("Alt+X", "Ctrl+Return")

    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    [call] = desk.rows(Call)
    assert (call.phone, call.speaking_with) == ("+19375550193", None)
    assert [row.code for row in desk.rows(Disposition)] == ["question_answered"]
    assert desk.rows(TouchpointPerson) == desk.rows(Person) == desk.rows(Access) == []


def test_what_is_not_offered_is_noted(desk: Desk) -> None:
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "Alt+3", "Alt+U")
    desk.write("a flu shot at home")
    desk.press("Return", "Alt+1", "Alt+X", "Ctrl+Return")

    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    [need] = desk.rows(UnmetNeed)
    assert (need.what, need.person_id) == ("a flu shot at home", None)


def test_a_withheld_number_is_no_obstacle(desk: Desk) -> None:
    desk.press("Alt+A", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")
    desk.log_all()

    assert [row.phone for row in desk.rows(Call)] == [None]

"""The call turns out to be somebody else's: notes and times go along, verification does not."""

import pytest

from console.models.facts import Disposition, TouchpointPerson, Verification
from tests.stories.desk import Desk, patient

JOHN = patient("john", "John Miller", born="1980-01-01", phone="937-555-0120", mrn="8001")
JON = patient("jon", "Jon Millar", born="1981-02-02", phone="937-555-0121", mrn="8002")


@pytest.fixture
def with_john(desk: Desk) -> Desk:
    desk.bring(JOHN, JON)
    desk.ring("937-555-0120")
    desk.press("Alt+A", "Return", "Alt+V")
    desk.say("John Miller", "1 Jan 1980", "8001")
    assert "John Miller" in desk.seen(desk.page.person.header)
    desk.press("F9")
    desk.write("asks for his results")
    desk.press("Alt+C")
    desk.write("tomorrow 10")
    desk.press("Return")
    return desk


def test_everything_but_the_verification_goes_along(with_john: Desk) -> None:
    desk, jon = with_john, with_john.person("Jon Millar")
    desk.press("Alt+M")
    desk.write("Jon Millar")
    desk.press("Return")

    assert desk.draft.about == (jon,)
    assert desk.draft.speaking_with == jon
    assert desk.notes == "asks for his results"
    assert desk.draft.verification == ()
    assert "John Miller" not in desk.seen(desk.page.person)
    assert "Jon Millar" not in desk.seen(desk.page.person)  # not verified: masked
    desk.press("Alt+X", "7", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    assert [row.person_id for row in desk.rows(TouchpointPerson)] == [jon]
    assert [row.notes for row in desk.rows(Disposition)] == ["asks for his results"]
    assert desk.rows(Verification) == []


def test_a_search_left_with_escape_moves_nothing(with_john: Desk) -> None:
    desk, john = with_john, with_john.person("John Miller")
    desk.press("Alt+M")
    desk.write("Jon")
    desk.press("Escape")
    desk.find("Jon Millar")

    assert desk.draft.about[0] == john

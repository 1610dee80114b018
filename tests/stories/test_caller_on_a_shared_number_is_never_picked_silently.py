"""Three people share a number; whoever rings, nobody is picked, opened or logged but by the rep."""

import pytest

from console.models.facts import Access, TouchpointPerson
from console.models.terms import Part
from tests.stories.desk import Desk, patient

HOUSE = (
    patient("harold", "Harold Jankowski", born="1947-04-12", phone="937-555-0142", mrn="MR-7001"),
    patient("maria", "Maria Jankowski", born="1949-09-30", phone="(937) 555-0142", mrn="MR-7002"),
    patient("teresa", "Teresa Ruiz", born="1975-01-20", phone="+1 937 555 0142", mrn="MR-7003"),
)


@pytest.fixture
def called(desk: Desk) -> Desk:
    desk.bring(*HOUSE)
    desk.ring("1-937-555-0142")
    return desk


def test_nobody_is_picked_and_no_record_opened(called: Desk) -> None:
    called.press("Alt+A")

    assert called.draft.about == ()
    assert called.draft.speaking_with is None
    assert called.rows(Access) == []
    assert "3 people share this number" in called.seen()


def test_they_are_told_apart_without_their_names(called: Desk) -> None:
    called.press("Alt+A")

    shown = called.seen()
    assert all(name not in shown for name in ("Harold", "Maria", "Teresa", "Jankowski", "Ruiz"))
    assert "H. J." in shown
    assert "M. J." in shown
    assert "T. R." in shown


def test_the_call_is_logged_for_the_one_picked_alone(called: Desk) -> None:
    maria = called.person("Maria Jankowski")
    called.press("Alt+A")

    pick(called, "M. J.")  # who is calling
    assert called.draft.speaking_with == maria
    assert called.draft.about == ()
    pick(called, "M. J.")  # whom it is about
    assert list(called.draft.about) == [maria]
    called.press("Alt+X", "7", "Ctrl+Return")  # she could not be verified
    called.log_all()

    assert {row.person_id for row in called.rows(TouchpointPerson)} == {maria}


def test_picked_by_mistake_he_is_no_part_of_the_call(called: Desk) -> None:
    harold, maria = called.person("Harold Jankowski"), called.person("Maria Jankowski")
    called.press("Alt+A")
    pick(called, "M. J.")
    pick(called, "M. J.")

    pick(called, "H. J.")  # she calls about her husband

    assert called.draft.about == (harold,)
    assert called.draft.speaking_with == maria
    called.press("Alt+X", "7", "Ctrl+Return")
    called.log_all()
    parts = {row.person_id: row.part for row in called.rows(TouchpointPerson)}
    assert parts == {harold: Part.ABOUT, maria: Part.SPEAKING}


def pick(desk: Desk, initials: str) -> None:
    """Goes down the list to the row of these initials and takes it."""
    rows = [row.title for row in desk.page.lookup.people.list.rows()]
    assert desk.focus is desk.page.lookup.people.list
    desk.press("Home", *["Down"] * rows.index(initials), "Return")

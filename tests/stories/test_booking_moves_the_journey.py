"""She asked on our form to be called: the visit is booked, and with it her journey goes on."""

from datetime import UTC, datetime

import pytest

from console.models.facts import Appointment, ConsentEvent, Enrollment, Touchpoint
from console.models.terms import Direction, Stage, TouchpointKind
from tests.services.records import begin
from tests.stories.desk import Desk, later, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137", mrn="5005")


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """Denise reads about the flu and asks on the form to be called, this morning."""
    desk.bring(DENISE)
    denise, past = desk.person("Denise Whitfield"), begin(desk.center.shared)
    past.add(Enrollment, person_id=denise, journey="flu-season", action="enrolled",
             at=later(desk.clock, days=-3))  # fmt: skip
    past.add(ConsentEvent, person_id=denise, channel="text", purpose="care", action="given",
             form="web", at=later(desk.clock, hours=-2), by="form")  # fmt: skip
    past.touchpoint(
        denise, TouchpointKind.FORM, later(desk.clock, hours=-2), ref="flu-call-me",
        direction=Direction.INBOUND, title="Please call me",
        events=[("submitted", later(desk.clock, hours=-2))],
    )  # fmt: skip
    desk.find("Denise Whitfield")
    return desk


def book(desk: Desk) -> None:
    """The whole call, by the guide's own keys."""
    desk.press("Alt+D", "Alt+1", "Alt+V")
    desk.say("Denise Whitfield", "9 Jun 1974", "45402")
    desk.press("Alt+1")  # no trouble breathing
    desk.press("Alt+2", "Alt+R")  # 10:40, and the statement is read
    desk.write("tomorrow 10:40")
    desk.press("Tab")
    desk.write("flu-clinic")
    desk.press("Return")


def test_the_guide_is_the_one_for_her(asked: Desk) -> None:
    asked.press("Alt+D")

    assert "You asked us to call" in asked.seen(asked.page.guide)
    assert asked.draft.journey == "flu-season"
    assert asked.draft.stage == Stage.ACCEPTANCE


def test_the_booked_answer_opens_the_appointment(asked: Desk) -> None:
    book(asked)

    assert asked.draft.appointment is not None
    assert asked.draft.appointment.at == datetime(2026, 11, 19, 15, 40, tzinfo=UTC)
    assert "10:40" in asked.seen(asked.page.guide)  # the script says the time booked


def test_logged_she_stands_at_the_next_stage(asked: Desk) -> None:
    book(asked)
    asked.press("Alt+T")
    to_send(asked, "your visit is booked")
    asked.press("Alt+X", "Ctrl+Return")
    if not asked.idle:
        asked.press("Return")
    assert asked.idle, asked.seen(asked.page.bar)
    asked.log_all()

    denise = asked.person("Denise Whitfield")
    [journey] = asked.record(denise).view.journeys
    assert journey.stage is Stage.ACQUISITION
    assert [row.service for row in asked.rows(Appointment)] == ["flu-clinic"]
    kinds = [row.kind for row in asked.rows(Touchpoint)]
    assert sorted(kinds) == ["appointment", "call", "form", "text"]
    asked.find("Denise Whitfield")
    shown = asked.seen(asked.page.timeline)
    assert "Queued" in shown
    assert "stage 3 of 5, Acquisition" in asked.seen(asked.page.person)


def test_the_next_steps_change_with_the_booking(asked: Desk) -> None:
    asked.press("Alt+D")
    assert "Offer a visit at the flu clinic" in asked.seen(asked.page.guide)
    asked.press("Alt+X")
    asked.press("1", "Ctrl+Return")
    asked.find("Denise Whitfield")
    book(asked)

    shown = asked.seen(asked.page.guide)
    assert "Offer a visit" not in shown
    assert "Send the confirmation by text" in shown


def to_send(desk: Desk, words: str) -> None:
    """Checks the first piece of content whose title has these words, and takes it."""
    for _ in range(30):
        if words in desk.focus.accessibleName().lower() or words in str(
            desk.focus.property("text")
        ).lower():  # fmt: skip
            break
        desk.press("Down")
    desk.press("Space", "Return")

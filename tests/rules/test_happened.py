"""Other systems' words for what became of a touchpoint."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from console.models.terms import Channel, EventKind, TouchpointKind
from console.resources import resource
from console.rules import happened

CALL = TouchpointKind.CALL


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Left Message", "voicemail_left"),
        ("LEFT_MESSAGE", "voicemail_left"),
        ("Answering Machine", "voicemail_left"),
        ("No message left", "no_voicemail_left"),
        ("Left message with spouse", "household_message"),
        ("Unreachable", "no_answer"),
        ("No Answer AutoDial", "no_answer"),
        ("Busy", "busy"),
        ("Wrong Number", "wrong_number"),
        ("Disconnected Number", "not_in_service"),
        ("Not interested", "declined"),
        ("Appointment scheduled", "appointment_booked"),
        ("HANG", "hung_up"),
        ("appointment_booked", "appointment_booked"),
        ("question_answered", "question_answered"),
    ],
)
def test_a_call_gets_the_outcome_that_its_word_says(word: str, code: str) -> None:
    found = happened.happened(CALL, word)
    assert found == happened.Happened(EventKind.OUTCOME, code)


def test_nobody_guesses_how_a_call_ended_that_is_only_completed() -> None:
    assert happened.happened(CALL, "Completed") == happened.Happened(EventKind.FINISHED)
    assert happened.happened(CALL, "Scheduled") == happened.Happened(EventKind.PROPOSED)
    assert happened.happened(CALL, "Category B") is None


def test_every_code_that_a_word_can_give_is_published() -> None:
    published = yaml.safe_load(resource("codes", "outcomes.yaml").read_text("utf-8"))
    known = {one["code"] for one in published["codes"]}
    assert {code for _, code in happened._CALLS} | happened._ONLY_OURS <= known


@pytest.mark.parametrize(
    ("kind", "word", "event"),
    [
        (TouchpointKind.APPOINTMENT, "No Show", EventKind.NO_SHOW),
        (TouchpointKind.APPOINTMENT, "noshow", EventKind.NO_SHOW),
        (TouchpointKind.APPOINTMENT, "Cancelled by patient", EventKind.CANCELLED),
        (TouchpointKind.APPOINTMENT, "Checked In", EventKind.ARRIVED),
        (TouchpointKind.APPOINTMENT, "Scheduled", EventKind.BOOKED),
        (TouchpointKind.VISIT, "Completed", EventKind.ATTENDED),
        (TouchpointKind.EMAIL, "Bounced", EventKind.BOUNCED),
        (TouchpointKind.EMAIL, "opened", EventKind.OPENED),
        (TouchpointKind.TEXT, "Undelivered", EventKind.FAILED),
        (TouchpointKind.TEXT, "Delivered", EventKind.DELIVERED),
    ],
)
def test_visits_and_messages_have_events(kind: TouchpointKind, word: str, event: EventKind) -> None:
    assert happened.happened(kind, word) == happened.Happened(event)


@pytest.mark.parametrize(
    ("words", "kind", "channel"),
    [
        ("Phone Call", CALL, Channel.CALL),
        ("Text Message (SMS)", TouchpointKind.TEXT, Channel.TEXT),
        ("ambulatory", TouchpointKind.VISIT, Channel.VISIT),
        ("Inbound Email", TouchpointKind.EMAIL, Channel.EMAIL),
        ("MyChart message", TouchpointKind.PORTAL_MESSAGE, Channel.PORTAL),
        ("Print PDF Letter", TouchpointKind.LETTER, Channel.MAIL),
    ],
)
def test_kinds_by_their_words(words: str, kind: TouchpointKind, channel: Channel) -> None:
    assert happened.kind_of(words) == (kind, channel)


def test_directions_by_their_words() -> None:
    assert happened.is_inbound("Inbound Email") is True
    assert happened.is_inbound("outbound") is False
    assert happened.is_inbound("Phone Call") is None


@pytest.mark.parametrize(
    ("word", "stops"), [("DNC", True), ("Do not call again", True), ("Not interested", False)]
)
def test_a_wish_not_to_be_called_is_heard(word: str, stops: bool) -> None:
    assert happened.is_stop(word) is stops


@given(st.text(max_size=40), st.sampled_from(TouchpointKind))
def test_no_word_is_too_odd(word: str, kind: TouchpointKind) -> None:
    happened.happened(kind, word)
    happened.kind_of(word)
    happened.is_inbound(word)

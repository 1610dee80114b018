"""Dispositions: what is missing, what contradicts itself, what digits pick, what is proposed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from console.models.draft import Draft, DraftAppointment, DraftCallback, DraftHandOff
from console.models.terms import Direction
from console.rules import script
from console.rules.disposition import contradictions, digits, missing, spoke
from console.rules.proposal import proposed
from tests.rules.desk import (
    DENISE,
    HAROLD,
    ended,
    live,
    shipped,
    stop,
    unanswered,
    verified,
    with_code,
)
from tests.rules.journeys import NOW, days, person

LIBRARY = shipped()
GUIDE = LIBRARY.scripts["flu-asked-to-be-called"]
APPOINTMENT = DraftAppointment(at=days(1), place="Wayne Avenue", service="flu-clinic")
HAND_OFF = DraftHandOff(to="Nurse", what="Cough")


def fields(draft: Draft) -> list[str]:
    return [entry.field for entry in missing(draft, LIBRARY)]


def keys(draft: Draft, facts: Any = None) -> set[str]:
    return {entry.key for entry in contradictions(draft, facts, LIBRARY, NOW)}


def guided(*answers: str, draft: Draft | None = None) -> Draft:
    draft = script.begin(draft or live(), GUIDE, 3, NOW)
    for value in answers:
        draft = script.answer(draft, GUIDE, value, NOW)
    return draft


# Missing


def test_a_live_line_is_hung_up_first() -> None:
    assert fields(with_code(live(), "hung_up")) == ["call"]
    assert fields(live()) == ["call", "code"]


@pytest.mark.parametrize("code", [None, "", "nonsense", "unfinished", "test"])
def test_a_code_is_picked_and_never_one_of_the_systems(code: str | None) -> None:
    assert fields(ended(code=code)) == ["code"]


@pytest.mark.parametrize(
    ("code", "more", "lacking"),
    [
        ("no_answer", {}, []),
        ("voicemail_left", {}, []),
        ("hung_up", {}, []),
        ("appointment_booked", {}, ["verification", "appointment"]),
        ("appointment_booked", {"verification": (verified(),)}, ["appointment"]),
        (
            "appointment_booked",
            {"verification": (verified(),), "appointment": APPOINTMENT},
            [],
        ),
        ("appointment_booked", {"about": (), "appointment": APPOINTMENT}, ["person"]),
        ("declined", {"verification": (verified(),)}, ["reason"]),
        ("declined", {"verification": (verified(),), "reason": "Bad mood"}, ["reason"]),
        ("declined", {"verification": (verified(),), "reason": "Cost"}, []),
        ("handed_off", {}, ["hand_off"]),
        ("handed_off", {"hand_off": HAND_OFF}, []),
        ("clinical_escalation", {"notes": "  "}, ["notes"]),
        ("clinical_escalation", {"notes": "Chest pain."}, []),
        ("reported_deceased", {"about": ()}, ["person"]),
        ("question_answered", {"about": (), "speaking_with": None}, []),
    ],
)
def test_each_code_asks_for_what_it_needs(
    code: str, more: dict[str, Any], lacking: list[str]
) -> None:
    assert fields(ended(code=code, **more)) == lacking


def test_a_stop_needs_nobody_verified() -> None:
    draft = ended(code="declined", reason="None given", stops=(stop(),))
    assert fields(draft) == []
    assert fields(replace(draft, stops=(stop(lifted=True),))) == ["verification"]


def test_everybody_whom_the_call_is_about_is_verified() -> None:
    other = verified().person
    draft = ended(code="information_given", verification=(verified(),), about=(other,))
    assert fields(draft) == []
    assert fields(replace(draft, about=(other, HAROLD))) == ["verification"]


def test_nothing_is_sent_or_booked_for_nobody() -> None:
    nobody = ended(code="question_answered", about=(), speaking_with=None)
    assert fields(replace(nobody, appointment=APPOINTMENT)) == ["person"]
    assert fields(replace(nobody, sends=("flu-shot-cost",))) == ["person"]
    assert fields(ended(code="question_answered", sends=("gone",))) == ["send"]


def test_a_statement_reached_and_unread_needs_a_reason() -> None:
    draft = guided("Yes", "No", "10:40")
    closed = replace(draft, ended_at=NOW, code="hung_up")
    assert fields(closed) == ["statement"]
    assert missing(closed, LIBRARY)[0].text == "1 statement to read, or say why not."
    explained = script.missed(closed, GUIDE, "Hung up before", NOW)
    assert fields(explained) == []
    assert fields(replace(guided("Yes"), ended_at=NOW, code="hung_up")) == []


# Contradictions


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (ended(code="appointment_booked", verification=(verified(),)), {"booked"}),
        (
            ended(code="appointment_booked", verification=(verified(),), appointment=APPOINTMENT),
            set(),
        ),
        (unanswered(code="no_answer", appointment=APPOINTMENT), {"not_reached"}),
        (ended(code="information_given"), {"unverified"}),
        (ended(code="information_given", verification=(verified(),)), set()),
        (ended(code="question_answered"), set()),
        (ended(code="voicemail_left"), {"long_talk"}),
        (ended(code="voicemail_left", hold_seconds=200), set()),
        (ended(code="no_answer"), {"long_talk"}),
        (unanswered(code="voicemail_left"), set()),
        (unanswered(code="information_given", about=()), {"never_answered"}),
        (unanswered(code="no_answer"), set()),
    ],
)
def test_what_cannot_both_be_so(draft: Draft, expected: set[str]) -> None:
    assert keys(draft) == expected


@pytest.mark.parametrize("seconds", [119, 120, 121])
def test_a_voicemail_takes_two_minutes_at_most(seconds: int) -> None:
    draft = ended(code="voicemail_left", answered_at=NOW - timedelta(seconds=seconds))
    assert ("long_talk" in keys(draft)) is (seconds > 120)


def test_a_stop_phrase_in_the_notes_wants_a_stop() -> None:
    draft = ended(code="hung_up", notes="Said: stop calling me!")
    assert keys(draft) == {"stop_phrase"}
    assert keys(replace(draft, stops=(stop(),))) == set()
    assert keys(replace(draft, stops=(stop(lifted=True),))) == {"stop_phrase"}
    assert keys(replace(draft, notes="Wants to quit smoking; cancel my appointment.")) == set()


@pytest.mark.parametrize(
    ("at", "zone", "asked_for", "wrong"),
    [
        (datetime(2026, 11, 20, 3, 0, tzinfo=UTC), "America/New_York", False, True),
        (datetime(2026, 11, 20, 3, 0, tzinfo=UTC), "America/New_York", True, False),
        (datetime(2026, 11, 20, 15, 0, tzinfo=UTC), "America/New_York", False, False),
        (datetime(2026, 11, 20, 15, 0, tzinfo=UTC), "Pacific/Honolulu", False, True),
    ],
)
def test_a_callback_at_night_was_asked_for(
    at: datetime, zone: str, asked_for: bool, wrong: bool
) -> None:
    callback = DraftCallback(due_at=at, zone=zone, asked_for=asked_for)
    draft = ended(code="hung_up", callback=callback)
    assert ("callback_hours" in keys(draft)) is wrong
    assert ("callback_hours" in keys(draft, person())) is wrong


def test_a_retired_code_contradicts_nothing() -> None:
    assert keys(ended(code="retired")) == set()


# Digits


def test_digits_of_a_call_that_nobody_took() -> None:
    picked = digits(LIBRARY, Direction.OUTBOUND, reached=False)
    assert [code.label for code in picked.values()] == [
        "No answer",
        "Voicemail left",
        "No voicemail left",
        "Busy",
        "Call screened",
        "Hung up",
        "Wrong number",
        "Not in service",
    ]
    assert list(picked) == list(range(1, 9))


def test_digits_of_an_outgoing_call_that_reached_somebody() -> None:
    picked = digits(LIBRARY, Direction.OUTBOUND, reached=True)
    assert list(picked) == list(range(1, 9))
    assert picked[1].code == "appointment_booked"
    assert all(code.reached and not code.system for code in picked.values())


def test_digits_of_an_incoming_call_are_as_published() -> None:
    for reached in (True, False):
        picked = digits(LIBRARY, Direction.INBOUND, reached=reached)
        assert picked[1].code == "question_answered"
        assert all(code.digit_inbound == digit for digit, code in picked.items())


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (unanswered(), False),
        (ended(answered_at=NOW - timedelta(seconds=30)), False),
        (ended(answered_at=NOW - timedelta(seconds=30), direction=Direction.INBOUND), True),
        (ended(answered_at=NOW - timedelta(seconds=30), verification=(verified(),)), True),
        (ended(answered_at=NOW - timedelta(seconds=30), stops=(stop(),)), True),
        (replace(guided("Not now"), ended_at=NOW), True),
        (ended(), True),
    ],
)
def test_a_mailbox_is_no_conversation(draft: Draft, expected: bool) -> None:
    assert spoke(draft, NOW) is expected


# Proposals


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (live(), None),
        (live(escalated_at=NOW, appointment=APPOINTMENT), "clinical_escalation"),
        (live(stops=(stop(),), appointment=APPOINTMENT), "declined"),
        (live(stops=(stop(lifted=True),)), None),
        (live(stops=(stop(),), about=(), speaking_with=None), None),
        (live(appointment=APPOINTMENT), "appointment_booked"),
        (live(hand_off=HAND_OFF), "handed_off"),
        (guided("Yes", "No"), None),
        (guided("Yes", "No", "10:40"), "appointment_booked"),
        (guided("Not now"), "person_unavailable"),
        (live(failed_tries={str(DENISE): 3}), "could_not_verify"),
        (live(failed_tries={str(DENISE): 2}), None),
        (unanswered(), "no_answer"),
        (unanswered(direction=Direction.INBOUND), None),
        (live(answered_at=None), None),
        (ended(), None),
        (ended(answered_at=NOW - timedelta(seconds=3)), "no_voicemail_left"),
        (ended(answered_at=NOW - timedelta(seconds=3), direction=Direction.INBOUND), None),
    ],
)
def test_only_what_the_call_tells_is_proposed(draft: Draft, code: str | None) -> None:
    found = proposed(draft, LIBRARY, NOW)
    assert (found.code if found else None) == code


def test_a_proposal_says_what_it_rests_on() -> None:
    found = proposed(ended(answered_at=NOW - timedelta(seconds=3)), LIBRARY, NOW)
    assert found is not None
    assert found.why == "The line was open for 3 s, and no step of the guide was taken."
    found = proposed(guided("Not now"), LIBRARY, NOW)
    assert found is not None
    assert found.why == "The answer in the guide was “Not now”."


def test_a_code_that_a_center_does_not_have_is_not_proposed() -> None:
    codes = replace(
        LIBRARY.codes, codes=tuple(c for c in LIBRARY.codes.codes if c.code != "no_answer")
    )
    assert proposed(unanswered(), replace(LIBRARY, codes=codes), NOW) is None

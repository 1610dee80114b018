"""Effects: a finished draft as explicit facts, the same ones however often it is logged."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from console.models.commands import Effects, LogDisposition
from console.models.draft import (
    Draft,
    DraftAppointment,
    DraftCallback,
    DraftHandOff,
    DraftPromise,
    DraftStep,
)
from console.models.ids import CommandId, ContactPointId
from console.models.person_facts import OpenEntry, PersonFacts
from console.models.terms import (
    Channel,
    ClosureManner,
    ContactSystem,
    Direction,
    HoldCause,
    Label,
    OpenKind,
)
from console.models.views import ContactPointView
from console.rules.consequences import consequences, would_be
from console.rules.effects import effects, log_disposition
from console.rules.sends import sends
from tests.rules.desk import (
    DENISE,
    HAROLD,
    ended,
    said,
    shipped,
    stop,
    unanswered,
    verified,
    with_code,
)
from tests.rules.journeys import (
    NOW,
    PHONE,
    consent,
    days,
    enrollment,
    fact,
    fact_id,
    hold,
    open_entry,
    person,
)

LIBRARY = shipped()
TOMORROW = DraftAppointment(at=days(1), place="Wayne Avenue", with_whom="NP", service="flu-clinic")
FULL = ended(
    code="appointment_booked",
    notes="Takes 10:40.",
    journey="flu-season",
    stage="acceptance",
    script="flu-asked-to-be-called",
    script_version=2,
    verification=(verified(),),
    path=(said("good-time", "Yes"), said("times", "read", kind="read")),
    appointment=TOMORROW,
    callback=DraftCallback(due_at=days(7), zone="America/New_York", note="How is she?"),
    promises=(DraftPromise(what="A nurse rings", due_at=days(1)),),
    sends=("flu-visit-confirmation", "flu-shot-cost/email"),
    unmet_need="Evening hours",
    complaint="Waited an hour",
    hand_off=DraftHandOff(to="Nurse", what="Cough", due_at=days(1)),
)


def brought(draft: Draft, facts: PersonFacts | None = None, **more: Any) -> Effects:
    known = {DENISE: facts} if facts else {}
    return effects(draft, known, LIBRARY, NOW, **more)


def logged(draft: Draft, facts: PersonFacts | None = None, **more: Any) -> LogDisposition:
    return log_disposition(
        draft, {DENISE: facts} if facts else {}, LIBRARY, more.pop("at", NOW), **more
    )


def ids(effects: Effects) -> list[Any]:
    return [
        entry.id
        for kind in fields(effects)
        if kind.name != "wrong_contacts"
        for entry in getattr(effects, kind.name)
    ]


def test_every_effect_becomes_one_fact() -> None:
    found = brought(FULL, person())
    counts = {kind.name: len(getattr(found, kind.name)) for kind in fields(found)}
    assert counts == {
        "consents": 0,
        "callbacks": 1,
        "promises": 1,
        "appointments": 1,
        "sends": 2,
        "unmet_needs": 1,
        "hand_offs": 1,
        "complaints": 1,
        "holds": 1,
        "enrollments": 0,
        "closures": 0,
        "wrong_contacts": 0,
    }
    (callback,) = found.callbacks
    assert (callback.person, callback.phone, callback.owner) == (DENISE, PHONE, "jordan")
    assert (callback.zone, callback.asked_for) == ("America/New_York", True)


def test_logging_twice_is_logging_the_same() -> None:
    assert logged(FULL, person()) == logged(FULL, person())
    assert len(set(ids(brought(FULL, person())))) == len(ids(brought(FULL, person())))
    again = replace(FULL, command_id=CommandId(fact_id("another command")))
    assert not set(ids(brought(FULL, person()))) & set(ids(brought(again, person())))


def test_a_call_about_nobody_brings_what_needs_nobody() -> None:
    found = brought(replace(FULL, about=(), speaking_with=None, sends=()))
    assert found.appointments == found.holds == ()
    assert [entry.person for entry in (*found.callbacks, *found.unmet_needs)] == [None, None]


def test_effects_belong_to_whom_the_call_is_about() -> None:
    found = brought(replace(FULL, speaking_with=HAROLD), person())
    assert {entry.person for entry in (*found.appointments, *found.sends)} == {DENISE}


def test_a_send_goes_by_the_channel_chosen_else_by_the_first_permitted() -> None:
    content = LIBRARY.contents["flu-visit-confirmation"]
    both = replace(content, key="both", channels=(Channel.TEXT, Channel.EMAIL, Channel.WEB))
    library = replace(LIBRARY, contents={**LIBRARY.contents, "both": both})
    draft = ended(sends=("both", "both/email", "both/web", "gone"))
    by_email = person(consents=(consent(Channel.EMAIL),))
    assert [one.channel for one in sends(draft, by_email, library, NOW)] == [Channel.EMAIL]
    agreed = [one.channel for one in sends(draft, person(), library, NOW)]
    assert agreed == [Channel.TEXT, Channel.EMAIL]
    (only, _) = sends(draft, None, library, NOW)
    assert only.channel is Channel.TEXT


def test_a_send_carries_what_was_in_force() -> None:
    (send, _) = brought(FULL, person()).sends
    assert (send.content, send.version, send.title) == (
        "flu-visit-confirmation",
        3,
        "Your visit is booked",
    )


def test_labelled_content_labels_the_call() -> None:
    content = replace(LIBRARY.contents["flu-shot-cost"], labels=frozenset({Label.REPRODUCTIVE}))
    library = replace(LIBRARY, contents={**LIBRARY.contents, "flu-shot-cost": content})
    body = log_disposition(FULL, {}, library, NOW)
    assert body.labels == {Label.REPRODUCTIVE}
    assert logged(FULL).labels == frozenset()


# Holds, wrong numbers


@pytest.mark.parametrize(
    ("code", "complaint", "causes"),
    [
        ("reported_deceased", "", [(HoldCause.DECEASED, True)]),
        ("hung_up", "Too loud", [(HoldCause.COMPLAINT_OPEN, False)]),
        ("hung_up", " ", []),
    ],
)
def test_holds(code: str, complaint: str, causes: list[Any]) -> None:
    found = brought(ended(code=code, complaint=complaint), person())
    assert [(entry.cause, entry.provisional) for entry in found.holds] == causes


def test_a_hold_that_is_there_is_not_doubled() -> None:
    held = person(holds=(hold(HoldCause.DECEASED),))
    assert brought(ended(code="reported_deceased"), held).holds == ()


def point(value: str, **more: Any) -> ContactPointView:
    return ContactPointView(
        id=ContactPointId(fact_id(f"point {value}")),
        system=more.pop("system", ContactSystem.PHONE),
        use=None,
        raw=value,
        value=value,
        **more,
    )


def test_a_wrong_number_is_marked_for_whom_the_call_was_about() -> None:
    points = (point(PHONE), point("+19375550138"), point("a@example.org"))
    assert brought(ended(code="wrong_number"), contact_points=points).wrong_contacts == (
        points[0].id,
    )
    assert brought(ended(code="hung_up"), contact_points=points).wrong_contacts == ()
    known = (point(PHONE, wrong=True),)
    assert brought(ended(code="not_in_service"), contact_points=known).wrong_contacts == ()


# Closures


CALLBACK = fact_id("callback due")
INQUIRY = open_entry(OpenKind.INQUIRY, -0.064, what="Can I be seen?")
PROMISE = open_entry(OpenKind.PROMISE, -0.06, 0.09, what="A call back today by 12:00")
NURSE = open_entry(OpenKind.PROMISE, -1, 1, what="A nurse will ring by Friday")


@pytest.mark.parametrize(
    ("draft", "manner"),
    [
        (ended(code="information_given"), ClosureManner.DONE),
        (ended(code="hung_up"), ClosureManner.DONE),
        (unanswered(code="no_answer"), None),
        (
            unanswered(
                code="no_answer",
                callback=DraftCallback(due_at=days(1), zone="America/New_York"),
            ),
            ClosureManner.DONE,
        ),
        (ended(code="wrong_number"), ClosureManner.CANCELLED),
        (ended(code="reported_deceased"), ClosureManner.CANCELLED),
        (ended(code="declined", stops=(stop(),)), ClosureManner.CANCELLED),
    ],
)
def test_a_callback_never_vanishes(draft: Draft, manner: ClosureManner | None) -> None:
    found = brought(replace(draft, callback_id=CALLBACK))
    assert [entry.manner for entry in found.closures] == ([manner] if manner else [])
    assert all(entry.target == CALLBACK for entry in found.closures)


@pytest.mark.parametrize(
    ("code", "closes"), [("appointment_booked", True), ("hung_up", False), ("no_answer", False)]
)
def test_an_inquiry_is_answered_by_a_code_that_closes(code: str, closes: bool) -> None:
    draft = ended(code=code, answers_inquiry=INQUIRY.id)
    found = brought(draft, person(open=(INQUIRY,)))
    kinds = [(entry.target_kind, entry.manner) for entry in found.closures]
    assert kinds == ([(OpenKind.INQUIRY, ClosureManner.ANSWERED)] if closes else [])


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        (ended(code="information_given"), [PROMISE]),
        (ended(code="information_given", direction=Direction.INBOUND), []),
        (unanswered(code="no_answer"), []),
        (ended(code="wrong_number"), []),
    ],
)
def test_a_promise_to_call_back_is_kept_by_reaching_her(
    draft: Draft, kept: list[OpenEntry]
) -> None:
    found = brought(draft, person(open=(PROMISE, NURSE)))
    assert [entry.target for entry in found.closures] == [entry.id for entry in kept]


# The command


def test_the_command_says_what_the_rep_saw() -> None:
    body = logged(
        replace(FULL, hold_seconds=30, versions={"codes:outcomes": 1, "playbook:flu-season": 2}),
        person(),
        at=NOW + timedelta(seconds=42),
    )
    assert (body.call.hold_seconds, body.call.wrap_up_seconds) == (30, 42)
    assert (body.journey, body.stage, body.zone) == (
        "flu-season",
        "acceptance",
        "America/New_York",
    )
    assert body.versions == {
        "codes:outcomes": 1,
        "playbook:flu-season": 2,
        "rules:center": 3,
        "script:flu-asked-to-be-called": 2,
    }
    assert [(step.step, step.kind) for step in body.path] == [
        ("good-time", "answer"),
        ("times", "read"),
    ]


def test_a_call_on_hold_is_taken_off_hold_when_it_ends() -> None:
    held = ended(held_since=NOW - timedelta(seconds=60), ended_at=None, code="hung_up")
    assert logged(held).call.hold_seconds == 60
    assert logged(held).call.ended_at == NOW


def test_only_the_latest_verification_of_a_person_is_kept() -> None:
    twice = replace(FULL, verification=(verified(scope="old"), verified(scope="new")))
    assert [entry.scope for entry in logged(twice).verification] == ["new"]


def test_what_was_said_to_verify_is_nowhere_in_the_command() -> None:
    assert not any("said" in name for name in (f.name for f in fields(logged(FULL))))
    missed = DraftStep(step="times", kind="missed", reason="Hung up", at=NOW)
    body = logged(replace(FULL, path=(missed,)))
    assert body.path[0].reason == "Hung up"


# Consequences


FLU = person(
    [fact("form", -0.064, "flu-call-me")],
    enrollments=(enrollment(-3, "flu-season"),),
    open=(INQUIRY, PROMISE),
)


def test_booking_moves_the_journey_and_closes_the_inquiry() -> None:
    draft = replace(FULL, complaint="", answers_inquiry=INQUIRY.id)
    assert consequences(draft, FLU, LIBRARY, NOW) == (
        "Logging moves Flu season from Acceptance to Acquisition, closes the inquiry of 08:13 "
        "and keeps the promise due 11:55."
    )


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (unanswered(code="no_answer"), ""),
        (ended(), ""),
        (ended(code="retired"), ""),
        (ended(code="wrong_number"), "Logging marks (937) 555-0137 wrong."),
        (
            ended(code="reported_deceased"),
            "Logging holds all outreach until the death is confirmed.",
        ),
        (
            ended(code="hung_up", complaint="Too loud"),
            "Logging holds outreach while the complaint is open.",
        ),
        (
            with_code(ended(callback_id=CALLBACK), "hung_up"),
            "Logging closes the callback.",
        ),
    ],
)
def test_consequences_are_told_before_logging(draft: Draft, expected: str) -> None:
    facts = replace(FLU, open=())
    assert consequences(draft, facts, LIBRARY, NOW) == expected
    assert consequences(draft, None, LIBRARY, NOW) == ""


def test_the_facts_that_will_be_hold_the_call_and_no_longer_what_it_closes() -> None:
    draft = replace(FULL, answers_inquiry=INQUIRY.id)
    after = would_be(draft, FLU, brought(draft, FLU), NOW)
    assert after.open == ()
    kinds = {one.kind for one in after.facts}
    assert {"call.outcome", "appointment", "appointment.booked", "text", "email"} <= kinds
    assert [one.at for one in after.facts] == sorted(one.at for one in after.facts)


def test_an_answered_call_after_the_visit_moves_on_to_retention() -> None:
    came = person(
        [fact("appointment.attended", -8, "flu-clinic")],
        enrollments=(enrollment(-10, "flu-season"),),
    )
    draft = ended(code="information_given", verification=(verified(),))
    assert consequences(draft, came, LIBRARY, NOW) == (
        "Logging moves Flu season from Conversion to Retention."
    )

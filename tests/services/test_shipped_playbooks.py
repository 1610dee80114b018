"""The shipped playbooks: the flu story from beginning to end, and the new mom program."""

from datetime import datetime, timedelta

import pytest

from console.models.bodies import Codes, Content, Library, Playbook, Rules, Script
from console.models.person_facts import Fact, PersonFacts
from console.models.terms import Channel, Direction, HoldCause, Stage
from console.models.views import NextStepView
from console.rules.next_steps import next_steps
from console.rules.stage import next_change, stage, stages
from console.services.publication_files import load_body
from console.services.publications import defaults
from tests.rules.journeys import NOW, days, enrollment, fact, hold, person


@pytest.fixture(scope="module")
def library() -> Library:
    bodies = [load_body(publish.kind, publish.body) for publish in defaults(NOW)]
    (codes,) = (body for body in bodies if isinstance(body, Codes))
    (rules,) = (body for body in bodies if isinstance(body, Rules))
    return Library(
        playbooks={body.key: body for body in bodies if isinstance(body, Playbook)},
        scripts={body.key: body for body in bodies if isinstance(body, Script)},
        contents={body.key: body for body in bodies if isinstance(body, Content)},
        codes=codes,
        rules=rules,
        versions={},
    )


def flu(facts: list[Fact], **more: object) -> PersonFacts:
    return person(facts, enrollments=(enrollment(-3, "flu-season"),), **more)


def stands(whom: PersonFacts, library: Library, at: datetime = NOW) -> Stage:
    view = stage(whom, library.playbooks["flu-season"], 1, at)
    assert view is not None
    return view.stage


def advised(whom: PersonFacts, library: Library, at: datetime = NOW) -> dict[str, NextStepView]:
    return {step.id: step for step in next_steps(whom, library, at)}


# One row of the timeline after another; the call of today is at 0.
RESEARCH = [
    fact("email", -3, "flu-season-email", "email"),
    fact("email.clicked", -2.9, "flu-season-email", "email"),
    fact("symptom_checker", -1.7, "flu-or-cold"),
    fact("pamphlet", -0.07, "flu-pamphlet", "pamphlet"),
    fact("pamphlet.read", -0.07, "flu-pamphlet", "pamphlet"),
]
ASKED = [fact("form", -0.06, "flu-call-me", "form")]
BOOKED = [
    fact("call", -0.01, "", "call"),
    fact("call.outcome", 0, "appointment_booked", "call"),
    fact("appointment.booked", 0, "", "visit"),
    fact("appointment", 1.04, "", "visit"),
]
CONFIRMED = [fact("text", 0, "flu-visit-confirmation", "confirmation")]
CAME = [fact("appointment.attended", 1.05, "", "visit")]
CARED_FOR = [
    fact("email", 1.1, "flu-care-instructions-email"),
    fact("text", 1.1, "flu-care-instructions-text"),
]
WROTE = [fact("portal_message", 2, "", direction=Direction.OUTBOUND)]
CHECKED = [fact("call", 8.1, "", "check"), fact("call.outcome", 8.1, "information_given", "check")]
CAME_BACK = [fact("immunization", 300, "150")]


def test_the_flu_story_goes_through_all_five_stages(library: Library) -> None:
    told: list[Fact] = []
    story: list[tuple[list[Fact], float, Stage]] = [
        (RESEARCH, -0.065, Stage.AWARENESS),
        (ASKED, -0.02, Stage.ACCEPTANCE),
        (BOOKED, 0.01, Stage.ACQUISITION),
        (CONFIRMED, 0.02, Stage.ACQUISITION),
        (CAME, 1.06, Stage.CONVERSION),
        (CARED_FOR, 1.2, Stage.CONVERSION),
        (WROTE, 2.1, Stage.RETENTION),
        (CHECKED, 8.2, Stage.RETENTION),
        (CAME_BACK, 301, Stage.RETENTION),
    ]
    for facts, at, expected in story:
        told += facts
        assert stands(flu(told), library, days(at)) == expected, facts


def test_the_call_that_checks_on_her_reaches_retention_without_the_portal(library: Library) -> None:
    before = flu(RESEARCH + ASKED + BOOKED + CAME)
    assert stands(before, library, days(8.2)) == Stage.CONVERSION
    after = flu(RESEARCH + ASKED + BOOKED + CAME + CHECKED)
    assert stands(after, library, days(8.2)) == Stage.RETENTION


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("form", -1, "new-mom-call-me")], Stage.AWARENESS),
        ([fact("appointment.booked", -1, "dermatology")], Stage.AWARENESS),
        ([fact("appointment.booked", -1, "Flu clinic")], Stage.ACQUISITION),
        ([fact("immunization", -1, "133")], Stage.AWARENESS),
        ([fact("immunization", -1, "140")], Stage.CONVERSION),
        ([fact("immunization", -1, "150")], Stage.CONVERSION),
        ([fact("immunization", -40, "150")], Stage.AWARENESS),
        ([fact("email.opened", -1, "flu-season-email")], Stage.AWARENESS),
        ([fact("email", -1, "flu-season-email", direction=Direction.INBOUND)], Stage.ACCEPTANCE),
        ([fact("call.outcome", -1, "interested_later")], Stage.ACCEPTANCE),
        ([fact("call.outcome", -1, "no_answer")], Stage.AWARENESS),
        ([fact("appointment.no_show", -1, "flu-clinic")], Stage.AWARENESS),
    ],
)
def test_only_what_is_about_the_flu_moves_the_flu_journey(
    facts: list[Fact], expected: Stage, library: Library
) -> None:
    assert stands(flu(facts), library) == expected


def test_the_next_steps_of_the_call_that_booked_are_those_of_the_screen(library: Library) -> None:
    birth = fact("visit", -220, "delivery", "birth")
    both = (enrollment(-3, "flu-season"), enrollment(-200, "new-mom", track="family"))
    facts = person([birth, *RESEARCH, *ASKED, *BOOKED], enrollments=both)
    steps = next_steps(facts, library, days(0.001), on_call=True)
    assert [(step.prompt, [reason.text for reason in step.reasons]) for step in steps[:3]] == [
        ("Send the confirmation by text", ["visit tomorrow", "texts agreed"]),
        ("Offer portal access", ["no account; care instructions go there"]),
        ("Ask about the baby’s flu shot", ["New mom; baby is seven months old"]),
    ]
    held = next(step for step in steps if step.id == "flu-shot-reminder-text")
    assert held.blocked_by
    assert held.channel == Channel.TEXT


def test_each_row_of_the_story_takes_its_step_from_the_list(library: Library) -> None:
    asked = flu(RESEARCH + ASKED)
    assert {"call-back", "offer-visit"} <= set(advised(asked, library))
    booked = flu(RESEARCH + ASKED + BOOKED)
    now = days(0.01)
    assert not {"call-back", "offer-visit"} & set(advised(booked, library, now))
    assert "send-confirmation" in advised(booked, library, now)
    confirmed = flu(RESEARCH + ASKED + BOOKED + CONFIRMED)
    assert "send-confirmation" not in advised(confirmed, library, now)
    came = flu(RESEARCH + ASKED + BOOKED + CONFIRMED + CAME)
    care = {"send-care-instructions-email", "send-care-instructions-text"}
    assert care <= set(advised(came, library, days(1.1)))
    cared_for = flu(RESEARCH + ASKED + BOOKED + CONFIRMED + CAME + CARED_FOR)
    assert not care & set(advised(cared_for, library, days(1.2)))
    assert "check-on-her" not in advised(cared_for, library, days(7.9))
    assert "check-on-her" in advised(cared_for, library, days(8.1))
    wrote = flu(RESEARCH + ASKED + BOOKED + CONFIRMED + CAME + CARED_FOR + WROTE)
    assert "offer-portal-access" not in advised(wrote, library, days(8.1))
    checked = flu(RESEARCH + ASKED + BOOKED + CONFIRMED + CAME + CARED_FOR + WROTE + CHECKED)
    assert "check-on-her" not in advised(checked, library, days(8.2))
    assert "next-season" not in advised(checked, library, days(200))
    assert "next-season" in advised(checked, library, days(290))


def test_a_cancelled_visit_is_offered_again_and_not_confirmed(library: Library) -> None:
    cancelled = fact("appointment.cancelled", 0.005, "", "visit")
    whom = flu([*RESEARCH, *ASKED, *BOOKED, cancelled])
    steps = advised(whom, library, days(0.01))
    assert "send-confirmation" not in steps
    assert steps["rebook"].reasons[0].text == "the visit was cancelled or missed"
    again = fact("appointment", 4, "", "second visit")
    rebooked = flu([*RESEARCH, *ASKED, *BOOKED, cancelled, again])
    assert "rebook" not in advised(rebooked, library, days(0.01))


def test_a_loss_takes_everything_of_the_new_mom_program_away_at_once(library: Library) -> None:
    birth = fact("visit", -20, "delivery")
    journeys = (enrollment(-20, "new-mom", track="mom"),)
    whom = person([birth], enrollments=journeys)
    assert {"welcome", "postpartum-visit"} <= set(advised(whom, library))
    for cause in (HoldCause.PREGNANCY_LOSS, HoldCause.BEREAVED):
        lost = person([birth], enrollments=journeys, holds=(hold(cause),))
        assert stages(lost, library, NOW) == ()
        assert next_steps(lost, library, NOW) == ()


def test_a_track_that_was_not_picked_advises_nothing_of_its_own(library: Library) -> None:
    birth = fact("visit", -20, "delivery")
    tracks = {
        track: set(
            advised(
                person([birth], enrollments=(enrollment(-20, "new-mom", track=track),)), library
            )
        )
        for track in ("baby", "mom", "family")
    }
    visits = {"postpartum-visit", "well-baby-visit"}
    assert {track: found & visits for track, found in tracks.items()} == {
        "baby": {"well-baby-visit"},
        "mom": {"postpartum-visit"},
        "family": visits,
    }


def test_stages_move_on_only_after_now_whatever_five_thousand_facts_say(library: Library) -> None:
    kinds = ["email", "email.opened", "call", "call.outcome", "text", "visit", "immunization"]
    refs = ["flu-season-email", "flu-clinic", "information_given", "150", ""]
    facts = [fact(kinds[n % 7], -n / 50, refs[n % 5], str(n // 2)) for n in range(5000)]
    both = (enrollment(-90, "flu-season"), enrollment(-90, "new-mom", track="family"))
    whom = person(facts, enrollments=both)
    assert [view.journey for view in stages(whom, library, NOW)] == [*library.playbooks]
    for playbook in library.playbooks.values():
        change = next_change(whom, playbook, NOW)
        assert change is None or change > NOW + timedelta()

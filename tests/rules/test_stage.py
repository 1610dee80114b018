"""Stage: where a person stands, since when, because of what, and when that may change."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Condition
from console.models.person_facts import Fact
from console.models.terms import HoldCause, Stage
from console.rules.stage import next_change, stage, stages
from tests.rules.journeys import (
    NOW,
    days,
    enrollment,
    fact,
    hold,
    library,
    person,
    touchpoint_id,
    walking,
    when,
)

FORM = fact("form", -8, "walk-call-me", "form")
BOOKED = fact("appointment.booked", -6, "walking", "walk")
CAME = fact("appointment.attended", -4, "walking", "walk")
WROTE = fact("portal_message", -2, "", "message")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], Stage.AWARENESS),
        ([FORM], Stage.ACCEPTANCE),
        ([FORM, BOOKED], Stage.ACQUISITION),
        ([BOOKED], Stage.ACQUISITION),
        ([FORM, BOOKED, CAME], Stage.CONVERSION),
        ([CAME], Stage.CONVERSION),
        ([CAME, WROTE], Stage.RETENTION),
        ([WROTE], Stage.AWARENESS),
        ([fact("portal_message", -5), CAME], Stage.CONVERSION),
        ([fact("portal_message", -4, "", "same time"), CAME], Stage.CONVERSION),
        ([CAME, fact("appointment.attended", -3, "walking", "second")], Stage.RETENTION),
        ([fact("form", 1, "walk-call-me")], Stage.AWARENESS),
        ([fact("form", -8, "swim-call-me")], Stage.AWARENESS),
        ([fact("form", -40, "walk-call-me")], Stage.AWARENESS),
    ],
)
def test_the_current_stage_is_the_furthest_reached(facts: list[Fact], expected: Stage) -> None:
    view = stage(person(facts), walking(), 3, NOW)
    assert view is not None
    assert (view.stage, view.version) == (expected, 3)


def test_every_stage_passed_names_when_and_because_of_what() -> None:
    view = stage(person([FORM, BOOKED, CAME]), walking(), 1, NOW)
    assert view is not None
    assert [(entry.stage, entry.at, entry.because) for entry in view.reached] == [
        (Stage.AWARENESS, days(-10), ()),
        (Stage.ACCEPTANCE, days(-8), (touchpoint_id("form"),)),
        (Stage.ACQUISITION, days(-6), (touchpoint_id("walk"),)),
        (Stage.CONVERSION, days(-4), (touchpoint_id("walk"),)),
    ]
    assert (view.since, view.why, view.goal_days) == (days(-4), "Came to a walk.", None)


def test_reaching_a_stage_passes_those_before_it_at_the_latest_then() -> None:
    late_form = fact("form", -1, "walk-call-me", "late")
    view = stage(person([CAME, late_form]), walking(), 1, NOW)
    assert view is not None
    assert [entry.at for entry in view.reached] == [days(-10), days(-4), days(-4), days(-4)]


def test_what_led_to_the_enrollment_counts_from_the_enrollment_on() -> None:
    shortly_before = fact("form", -10.5, "walk-call-me", "before")
    view = stage(person([shortly_before]), walking(), 1, NOW)
    assert view is not None
    assert (view.stage, view.since) == (Stage.ACCEPTANCE, days(-10))
    just_in_time = stage(person([shortly_before]), walking(lead_hours=12), 1, NOW)
    assert just_in_time == view
    none = stage(person([shortly_before]), walking(lead_hours=11), 1, NOW)
    assert none is not None
    assert none.stage == Stage.AWARENESS


@pytest.mark.parametrize(
    ("entries", "track"),
    [
        ([enrollment(-10)], None),
        ([enrollment(-10, track="hills")], "hills"),
        ([enrollment(-10, track="hills"), enrollment(-5, track="flat")], "flat"),
        ([enrollment(-10, track="hills"), enrollment(-5)], "hills"),
        ([enrollment(-10, track="a"), enrollment(-6, left=True), enrollment(-5, track="b")], "b"),
        ([enrollment(-10), enrollment(5, left=True)], None),
    ],
)
def test_the_track_is_the_latest_one_chosen(entries: list[object], track: str | None) -> None:
    view = stage(person(enrollments=tuple(reversed(entries))), walking(), 1, NOW)
    assert view is not None
    assert view.track == track


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [enrollment(-10, "swimming")],
        [enrollment(1)],
        [enrollment(-10), enrollment(-2, left=True)],
        [enrollment(-10), enrollment(-10, left=True)],
    ],
)
def test_who_is_not_enrolled_stands_nowhere(entries: list[object]) -> None:
    for order in (entries, entries[::-1]):
        assert stage(person([FORM], enrollments=tuple(order)), walking(), 1, NOW) is None


@pytest.mark.parametrize("at", range(-9, 0))
def test_leaving_wins_over_enrolling_at_the_same_instant(at: int) -> None:
    # Many instants, since ids would otherwise decide, and by luck decide well.
    entries = (enrollment(at), enrollment(at, left=True))
    assert stage(person(enrollments=entries), walking(), 1, NOW) is None


def test_enrolling_again_begins_anew() -> None:
    entries = (enrollment(-10), enrollment(-5, left=True), enrollment(-1))
    view = stage(person([FORM, BOOKED], enrollments=entries), walking(), 1, NOW)
    assert view is not None
    assert (view.stage, view.since) == (Stage.AWARENESS, days(-1))


def test_a_loss_ends_the_journey_before_any_other_rule() -> None:
    ends = walking(ends_on=(HoldCause.PREGNANCY_LOSS,))
    lost = person([FORM, BOOKED, CAME, WROTE], holds=(hold(HoldCause.PREGNANCY_LOSS),))
    assert stage(lost, ends, 1, NOW) is None
    assert next_change(lost, ends, NOW) is None
    assert stage(lost, walking(), 1, NOW) is not None
    other = person([FORM], holds=(hold(HoldCause.INPATIENT),))
    assert stage(other, ends, 1, NOW) is not None


def test_a_fact_that_arrives_late_gives_the_same_as_one_in_time() -> None:
    in_time = stage(person([FORM, BOOKED, CAME]), walking(), 1, NOW)
    late = replace(person(), facts=(CAME, BOOKED, FORM))
    assert stage(late, walking(), 1, NOW) == in_time


some_facts = st.lists(
    st.builds(
        fact,
        st.sampled_from(
            ["form", "appointment.booked", "appointment.attended", "portal_message", "email"]
        ),
        st.integers(-12, 3),
        st.sampled_from(["walking", "walk-call-me", ""]),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=8,
)


@given(some_facts, st.randoms(use_true_random=False))
def test_the_order_of_facts_never_matters(facts: list[Fact], shuffler: random.Random) -> None:
    unique = list({entry.id: entry for entry in facts}.values())
    shuffled = unique.copy()
    shuffler.shuffle(shuffled)
    one = stage(replace(person(), facts=tuple(unique)), walking(), 1, NOW)
    assert stage(replace(person(), facts=tuple(shuffled)), walking(), 1, NOW) == one


@given(some_facts)
def test_stages_come_in_order_and_their_times_never_go_back(facts: list[Fact]) -> None:
    view = stage(person(facts), walking(), 1, NOW)
    assert view is not None
    assert [entry.stage for entry in view.reached] == list(Stage)[: len(view.reached)]
    times = [entry.at for entry in view.reached]
    assert times == sorted(times)
    assert times[-1] <= NOW


@given(some_facts, st.none() | st.integers(1, 5), st.none() | st.integers(1, 5))
def test_between_now_and_the_next_change_nothing_changes(
    facts: list[Fact], within: int | None, after: int | None
) -> None:
    aged = Condition(fact="email|form", within_days=within, after_days=after)
    ordinary = walking()
    acceptance = replace(ordinary.stages[1], reached_when=(aged, *when("text")))
    playbook = replace(ordinary, stages=(ordinary.stages[0], acceptance, *ordinary.stages[2:]))
    whom = person(facts)
    at = NOW
    for _ in range(6):
        change = next_change(whom, playbook, at)
        until = change or days(40)
        here = stage(whom, playbook, 1, at)
        assert stage(whom, playbook, 1, until - timedelta(seconds=1)) == here
        if change is None:
            break
        assert change > at
        at = change


def test_a_stage_reached_by_age_is_reached_when_old_enough() -> None:
    ordinary = walking()
    aged = replace(ordinary.stages[1], reached_when=when("form", after_days=5))
    playbook = replace(ordinary, stages=(ordinary.stages[0], aged, *ordinary.stages[2:]))
    whom = person([fact("form", -3, "walk-call-me")])
    assert next_change(whom, playbook, NOW) == days(2)
    before, then = stage(whom, playbook, 1, days(1.9)), stage(whom, playbook, 1, days(2))
    assert before is not None
    assert then is not None
    assert (before.stage, then.stage, then.since) == (Stage.AWARENESS, Stage.ACCEPTANCE, days(2))
    assert next_change(whom, playbook, days(2)) is None


def test_an_enrollment_that_lies_ahead_is_a_change_to_come() -> None:
    whom = person(enrollments=(enrollment(4),))
    assert next_change(whom, walking(), NOW) == days(4)


def test_one_person_stands_in_several_journeys() -> None:
    swimming = walking(key="swimming", title="Swimming")
    both = person([FORM], enrollments=(enrollment(-10), enrollment(-3, "swimming")))
    found = stages(both, library(walking(), swimming), NOW)
    assert [(view.journey, view.stage) for view in found] == [
        ("walking", Stage.ACCEPTANCE),
        ("swimming", Stage.AWARENESS),
    ]

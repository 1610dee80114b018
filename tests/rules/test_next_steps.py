"""Next steps: what is advised, with its reasons, and what holds it back."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Content
from console.models.person_facts import Fact
from console.models.terms import Channel, ConsentForm, HoldCause, OutreachClass, Purpose, Stage
from console.rules.next_steps import EVIDENCE, next_steps
from tests.rules.journeys import (
    NOW,
    consent,
    enrollment,
    fact,
    hold,
    library,
    person,
    step,
    touchpoint_id,
    walking,
    when,
)

LEAFLET = Content(key="leaflet", title="Leaflet", channels=(Channel.TEXT, Channel.EMAIL))


def advised(*args: object) -> list[str]:
    return [found.id for found in next_steps(*args)]


@pytest.mark.parametrize(
    ("rule", "applies"),
    [
        ({}, True),
        ({"stages": (Stage.ACCEPTANCE,)}, False),
        ({"when": when("email")}, True),
        ({"when": when("letter")}, False),
        ({"when": (*when("email"), *when("letter"))}, False),
        ({"unless": when("letter")}, True),
        ({"unless": when("email")}, False),
        ({"unless": (*when("letter"), *when("email"))}, False),
        ({"age_from": 34}, True),
        ({"age_from": 35}, False),
        ({"age_to": 34}, True),
        ({"age_to": 33}, False),
        ({"tracks": ("hills",)}, True),
        ({"tracks": ("flat",)}, False),
    ],
)
def test_a_step_applies_by_stage_conditions_age_and_track(
    rule: dict[str, object], applies: bool
) -> None:
    whom = person([fact("email", -2)], enrollments=(enrollment(-10, track="hills"),))
    assert bool(next_steps(whom, library(walking(step(**rule))), NOW)) is applies


def test_a_step_for_an_age_waits_until_the_age_is_known() -> None:
    books = library(walking(step(age_from=18), step("any age")))
    assert advised(person(birth_date=None), books, NOW) == ["any age"]


def test_a_reason_names_the_touchpoints_it_rests_on_newest_first() -> None:
    facts = [fact("email", -day, name=f"email {day}") for day in range(1, 9)]
    facts.append(fact("email.opened", -0.5, name="email 3"))
    books = library(walking(step(when=(*when("email"), *when("email.opened")))))
    (found,) = next_steps(person(facts), books, NOW)
    names = ["email 3", "email 1", "email 2", "email 4", "email 5"]
    assert found.reasons[0].touchpoints == tuple(map(touchpoint_id, names))
    assert len(names) == EVIDENCE


@pytest.mark.parametrize(
    ("rule", "facts", "text"),
    [
        ({"why": "visit {{day}}"}, [fact("visit", 1)], "visit tomorrow"),
        ({"why": "visit {{day}}"}, [fact("visit", 5)], "visit Tue 24 Nov"),
        ({"why": "visit {{day}}"}, [fact("visit", 60)], "visit Mon 18 Jan 2027"),
        ({"why": "visit {{day}}"}, [fact("visit", 5), fact("visit", 1)], "visit tomorrow"),
    ],
)
def test_a_reason_says_the_day_of_what_lies_ahead(
    rule: dict[str, object], facts: list[Fact], text: str
) -> None:
    books = library(walking(step(when=when("visit", ahead=True), **rule)))
    (found,) = next_steps(person(facts), books, NOW)
    assert found.reasons[0].text == text


def test_a_reason_says_an_age_in_months() -> None:
    rule = step(why="the baby is {{months}} months old, born {{day}}", when=when("visit"))
    (found,) = next_steps(person([fact("visit", -230)]), library(walking(rule)), NOW)
    assert found.reasons[0].text == "the baby is seven months old, born Fri 3 Apr"


def test_the_day_is_the_persons_own() -> None:
    rule = step(why="visit {{day}}", when=when("visit", ahead=True))
    late = [fact("visit", 0.6)]  # 05:10 UTC: past midnight in Ohio, still today in Hawaii
    books = library(walking(rule))
    assert next_steps(person(late), books, NOW)[0].reasons[0].text == "visit tomorrow"
    in_hawaii = person(late, zone="Pacific/Honolulu")
    assert next_steps(in_hawaii, books, NOW)[0].reasons[0].text == "visit today"
    nowhere = person(late, zone="Nowhere/Land")
    assert next_steps(nowhere, books, NOW)[0].reasons[0].text == "visit tomorrow"


SEND = {"action": "send", "channel": Channel.TEXT, "content": "leaflet"}


def sending(**more: object) -> object:
    return library(walking(step(**(SEND | more))), contents={"leaflet": LEAFLET})


def test_a_send_that_is_allowed_says_that_it_was_agreed_to() -> None:
    (found,) = next_steps(person(), sending(), NOW)
    assert [reason.text for reason in found.reasons] == ["because", "texts agreed"]
    assert found.blocked_by == ()
    assert (found.action, found.channel, found.content) == ("send", Channel.TEXT, "leaflet")


@pytest.mark.parametrize(
    ("whom", "rule"),
    [
        (person(consents=()), {}),
        (person(), {"outreach_class": OutreachClass.MARKETING}),
        (person(holds=(hold(HoldCause.BEREAVED),)), {}),
    ],
)
def test_what_is_not_permitted_is_held_back_with_the_reason(
    whom: object, rule: dict[str, object]
) -> None:
    (found,) = next_steps(whom, sending(**rule), NOW)
    assert found.blocked_by
    assert all(sentence.strip() for sentence in found.blocked_by)
    assert "texts agreed" not in [reason.text for reason in found.reasons]


def test_what_no_channel_carries_needs_no_permission() -> None:
    (found,) = next_steps(person(consents=(), phones=()), library(walking(step())), NOW)
    assert found.blocked_by == ()


def test_a_step_whose_content_was_retired_is_held_back() -> None:
    books = library(walking(step(**SEND)))
    (found,) = next_steps(person(), books, NOW)
    assert found.blocked_by == ("The content is no longer in the library.",)


def test_what_may_be_done_comes_before_what_is_held_back_each_by_rank() -> None:
    books = library(
        walking(
            step("held first", rank=1, **SEND),
            step("third", rank=30),
            step("second", rank=20),
            step("held second", rank=2, **SEND),
        )
    )
    order = ["second", "third", "held first", "held second"]
    prompts = {step_id: f"Do {step_id}" for step_id in order}
    assert [found.prompt for found in next_steps(person(), books, NOW)] == [*prompts.values()]


def test_the_same_step_of_two_journeys_comes_once_and_in_its_better_place() -> None:
    swimming = walking(step("b", prompt="Same", rank=9), step("other", rank=5), key="swimming")
    books = library(walking(step("a", prompt="Same", rank=1)), swimming)
    both = person(enrollments=(enrollment(-10), enrollment(-10, "swimming")))
    assert advised(both, books, NOW) == ["a", "other"]


def test_nothing_is_advised_without_a_journey_or_about_the_dead() -> None:
    books = library(walking(step()))
    assert next_steps(person(enrollments=()), books, NOW) == ()
    assert next_steps(person(deceased=True), books, NOW) == ()


def test_to_call_is_not_advised_to_whoever_is_on_the_line() -> None:
    books = library(walking(step("ring", action="call", channel=Channel.CALL), step("tell")))
    assert advised(person(), books, NOW) == ["ring", "tell"]
    assert [found.id for found in next_steps(person(), books, NOW, on_call=True)] == ["tell"]


def test_a_written_consent_lets_the_marketing_text_go() -> None:
    written = consent(Channel.TEXT, Purpose.MARKETING, form=ConsentForm.WRITTEN)
    whom = person(consents=(*person().consents, written))
    (found,) = next_steps(whom, sending(outreach_class=OutreachClass.MARKETING), NOW)
    assert found.blocked_by == ()


@given(st.permutations([fact(kind, -1, ref) for kind in ("email", "form") for ref in "abc"]))
def test_the_order_of_facts_of_equal_time_never_matters(facts: list[Fact]) -> None:
    books = library(walking(step(when=(*when("email"), *when("form")), why="{{day}}")))
    one = next_steps(person(facts), books, NOW)
    random.Random(1).shuffle(facts)
    assert next_steps(replace(person(), facts=tuple(facts)), books, NOW) == one


def test_every_rule_finds_its_own_among_five_thousand_facts() -> None:
    kinds = ["email", "email.opened", "call", "call.outcome", "text", "visit"]
    facts = [fact(kinds[n % 6], -n / 100, f"ref-{n % 40}", str(n)) for n in range(5000)]
    rules = [
        step(f"s{n}", when=when(f"{kinds[n % 6]}*", ref=f"ref-{n}*"), unless=when("letter"))
        for n in range(30)
    ]
    assert len(next_steps(person(facts), library(walking(*rules)), NOW)) == 30

"""Consent: no clock, no order of arrival; a stop holds until an opt-in names it."""

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.commands import ConsentFact
from console.models.ids import CommandId, ContactPointId, FactId
from console.models.person_facts import ConsentEntry
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    ContactSystem,
    Purpose,
    StopScope,
)
from console.models.views import ContactPointView
from console.rules.consent import agreed, entry, revocations_in_force, states, states_of
from console.rules.stop_request import lift, narrow, stop_consents
from tests.rules.desk import COMMAND, DENISE, stop
from tests.rules.journeys import NOW, PHONE, days, fact_id, person

OTHER = "+19375550138"
GIVEN, REVOKED = ConsentAction.GIVEN, ConsentAction.REVOKED


def given_(name: str, **more: Any) -> ConsentEntry:
    return made(name, GIVEN, **more)


def revoked(name: str, **more: Any) -> ConsentEntry:
    return made(name, REVOKED, **more)


def made(name: str, action: ConsentAction, **more: Any) -> ConsentEntry:
    values: dict[str, Any] = {
        "id": fact_id(name),
        "at": NOW,
        "action": action,
        "form": ConsentForm.SPOKEN,
        "contact": None,
        "channel": None,
        "purpose": None,
        "scope": None,
        "lifts": frozenset(),
    }
    return ConsentEntry(**(values | more))


def everything(name: str = "stop", **more: Any) -> ConsentEntry:
    return revoked(name, scope=StopScope.EVERYTHING, **more)


def entries(facts: Iterable[ConsentFact]) -> tuple[ConsentEntry, ...]:
    return tuple(entry(fact) for fact in facts)


def test_an_opt_in_lifts_only_what_it_names() -> None:
    ledger = (everything("a"), everything("b"), given_("back", lifts=frozenset({fact_id("a")})))
    assert [one.id for one in revocations_in_force(ledger)] == [fact_id("b")]
    assert not agreed(ledger, Channel.CALL, Purpose.CARE)


@pytest.mark.parametrize("days_ago", [-30, 0, 30])
def test_an_opt_in_that_names_nothing_never_wins_whenever_it_was_written(days_ago: int) -> None:
    ledger = (everything(at=days(0)), given_("import", at=days(days_ago)))
    assert not agreed(ledger, Channel.EMAIL, Purpose.CARE)


LEDGERS = st.lists(
    st.tuples(
        st.sampled_from([GIVEN, REVOKED]),
        st.sampled_from([None, *Channel]),
        st.sampled_from([None, *Purpose]),
        st.sampled_from([None, *StopScope]),
        st.sampled_from([None, PHONE, OTHER]),
        st.frozensets(st.integers(0, 7), max_size=3),
        st.integers(-400, 400),
    ),
    max_size=8,
)


def ledger_of(drawn: list[Any]) -> list[ConsentEntry]:
    return [
        made(
            f"entry {place}",
            action,
            channel=channel,
            purpose=purpose,
            scope=scope if action is REVOKED else None,
            contact=contact,
            lifts=frozenset(fact_id(f"entry {one}") for one in lifts if action is GIVEN),
            at=days(at),
        )
        for place, (action, channel, purpose, scope, contact, lifts, at) in enumerate(drawn)
    ]


@given(LEDGERS, st.randoms(use_true_random=False), st.integers(0, 8))
def test_order_and_doubled_arrival_change_nothing(
    drawn: list[Any], chance: random.Random, doubled: int
) -> None:
    ledger = ledger_of(drawn)
    facts = person(consents=tuple(ledger), phones=(PHONE, OTHER))
    arrived = ledger + ledger[:doubled]
    chance.shuffle(arrived)
    assert states_of(replace(facts, consents=tuple(arrived))) == states_of(facts)


@given(LEDGERS, st.integers(-400, 400))
def test_nothing_that_does_not_name_a_stop_ends_it(drawn: list[Any], at: int) -> None:
    ledger = [*ledger_of(drawn), everything("the stop", at=days(at))]
    assert everything("the stop", at=days(at)) in revocations_in_force(ledger)
    assert all(view.state == "stopped" for view in states_of(person(consents=tuple(ledger))))


@pytest.mark.parametrize(
    ("scope", "channel", "stopped"),
    [
        (StopScope.EVERYTHING, None, {"call", "text", "email", "mail"}),
        (StopScope.PERSON, None, {"call", "text"}),
        (StopScope.PERSON, Channel.TEXT, {"text"}),
        (StopScope.NUMBER, None, {"call", "text"}),
        (StopScope.NUMBER, Channel.TEXT, {"text"}),
        (StopScope.EVERYTHING, Channel.EMAIL, {"email"}),
        (StopScope.MARKETING, None, set()),
    ],
)
def test_a_stop_reaches_as_far_as_its_scope(
    scope: StopScope, channel: Channel | None, stopped: set[str]
) -> None:
    facts = stop_consents(scope, DENISE, PHONE, channel, command=COMMAND, at=NOW)
    agreements = tuple(given_(f"agreed {one}", channel=one) for one in Channel)
    views = states_of(person(consents=(*agreements, *entries(facts))))
    assert {view.channel.value for view in views if view.state == "stopped"} == stopped


def test_a_marketing_stop_leaves_care_agreed() -> None:
    facts = stop_consents(StopScope.MARKETING, DENISE, PHONE, None, command=COMMAND, at=NOW)
    ledger = (given_("both", channel=Channel.EMAIL), *entries(facts))
    (email,) = (one for one in states_of(person(consents=ledger)) if one.channel is Channel.EMAIL)
    assert (email.state, email.purposes) == ("agreed", (Purpose.CARE,))
    assert not agreed(ledger, Channel.EMAIL, Purpose.MARKETING)


def test_one_stopped_number_of_two_has_its_own_row_and_the_other_stays_agreed() -> None:
    facts = stop_consents(StopScope.NUMBER, DENISE, OTHER, Channel.CALL, command=COMMAND, at=NOW)
    ledger = (given_("calls", channel=Channel.CALL, at=days(-17)), *entries(facts))
    views = states_of(person(consents=ledger, phones=(PHONE, OTHER)))
    calls = [view for view in views if view.channel is Channel.CALL]
    assert [(view.state, view.contact) for view in calls] == [("agreed", None), ("stopped", OTHER)]
    assert calls[0].since == days(-17)


def test_with_every_number_stopped_by_itself_the_channel_is_stopped() -> None:
    ledger = tuple(
        revoked(number, scope=StopScope.NUMBER, contact=number, channel=Channel.CALL)
        for number in (PHONE, OTHER)
    )
    views = states_of(person(consents=ledger, phones=(PHONE, OTHER)))
    assert [v.state for v in views if v.channel is Channel.CALL] == ["stopped"]


def test_consent_ends_for_a_number_marked_wrong() -> None:
    ledger = (given_("this number", channel=Channel.TEXT, contact=PHONE),)
    assert agreed(ledger, Channel.TEXT, Purpose.CARE, contact=PHONE)
    assert not agreed(ledger, Channel.TEXT, Purpose.CARE, contact=PHONE, wrong=(PHONE,))
    points = (
        ContactPointView(
            id=ContactPointId(fact_id("point")),
            system=ContactSystem.PHONE,
            use=None,
            raw=PHONE,
            value=PHONE,
            wrong=True,
        ),
    )
    assert {view.state for view in states(ledger, points)} == {"not_asked"}


def test_consent_to_one_number_says_nothing_of_another() -> None:
    ledger = (given_("this number", channel=Channel.TEXT, contact=PHONE),)
    assert not agreed(ledger, Channel.TEXT, Purpose.CARE, contact=OTHER)


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        (ConsentForm.WRITTEN, True),
        (ConsentForm.WEB, True),
        (ConsentForm.SPOKEN, False),
        (ConsentForm.IMPORTED, False),
    ],
)
def test_written_means_signed_on_paper_or_screen(form: ConsentForm, counts: bool) -> None:
    ledger = (given_("agreed", form=form),)
    assert agreed(ledger, Channel.TEXT, Purpose.MARKETING, written=True) is counts


# Stop requests


def test_a_stop_of_somebody_unknown_falls_back_to_the_number() -> None:
    (fact,) = stop_consents(StopScope.EVERYTHING, None, PHONE, None, command=COMMAND, at=NOW)
    assert (fact.scope, fact.contact, fact.person) == (StopScope.NUMBER, PHONE, None)
    assert not stop_consents(StopScope.NUMBER, None, None, None, command=COMMAND, at=NOW)


def test_a_stop_wider_than_a_number_names_none_so_it_stops_nobody_who_shares_it() -> None:
    (fact,) = stop_consents(StopScope.EVERYTHING, DENISE, PHONE, None, command=COMMAND, at=NOW)
    assert fact.contact is None


def test_the_same_request_twice_is_the_same_facts() -> None:
    twice = [
        stop_consents(StopScope.PERSON, DENISE, PHONE, None, command=COMMAND, at=NOW)
        for _ in range(2)
    ]
    assert twice[0] == twice[1]


def test_narrowing_keeps_both_entries_and_leaves_the_narrower_stop() -> None:
    first = stop_consents(StopScope.EVERYTHING, DENISE, PHONE, None, command=COMMAND, at=NOW)
    shown = stop(consents=tuple(fact.id for fact in first))
    second = CommandId(fact_id("second"))
    change = narrow(
        shown, StopScope.MARKETING, DENISE, PHONE, command=second, at=NOW, reason="Ads only."
    )
    ledger = (given_("calls", channel=Channel.CALL), *entries(first), *entries(change))
    assert [one.scope for one in revocations_in_force(ledger)] == [StopScope.MARKETING]
    assert agreed(ledger, Channel.CALL, Purpose.CARE)
    assert all(fact.reason == "Ads only." for fact in change)


@pytest.mark.parametrize("reason", ["", "  "])
def test_narrowing_and_taking_back_need_a_reason(reason: str) -> None:
    with pytest.raises(ValueError):
        narrow(stop(), StopScope.NUMBER, DENISE, PHONE, command=COMMAND, at=NOW, reason=reason)


def test_taking_a_stop_back_restores_what_was_and_agrees_to_nothing_new() -> None:
    before = (given_("calls", channel=Channel.CALL),)
    revocation = stop_consents(StopScope.EVERYTHING, DENISE, PHONE, None, command=COMMAND, at=NOW)
    undone = lift(
        [fact.id for fact in revocation],
        scope=StopScope.EVERYTHING,
        person=DENISE,
        contact=PHONE,
        channel=None,
        command=CommandId(fact_id("undo")),
        at=NOW,
        reason="Pressed by mistake.",
    )
    ledger = (*before, *entries(revocation), *entries(undone))
    assert states_of(person(consents=ledger)) == states_of(person(consents=before))
    assert not agreed(ledger, Channel.TEXT, Purpose.CARE)


def test_taking_back_a_numbers_stop_is_found_by_the_same_number() -> None:
    (undone,) = lift(
        [FactId(fact_id("revocation"))],
        scope=StopScope.EVERYTHING,
        person=None,
        contact=PHONE,
        channel=None,
        command=COMMAND,
        at=NOW,
        reason="Another caller.",
    )
    assert (undone.person, undone.contact) == (None, PHONE)

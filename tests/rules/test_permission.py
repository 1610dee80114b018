"""Permission: everything that holds outreach back, each by itself, and what opens it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from console.models.bodies import Cap
from console.models.person_facts import HoldEntry, PersonFacts
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    HoldCause,
    OutreachClass,
    Purpose,
    StopScope,
)
from console.rules.permission import HOLDS, Permission, may_contact
from tests.rules.journeys import NOW, PHONE, consent, days, fact, fact_id, hold, person, rules
from tests.rules.test_consent import revoked

OTHER = "+19375550138"
MARKETING, TREATMENT, OPERATIONS = (
    OutreachClass.MARKETING,
    OutreachClass.TREATMENT,
    OutreachClass.OPERATIONS,
)
NIGHT = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
WRITTEN = tuple(
    replace(consent(channel, Purpose.MARKETING), form=ConsentForm.WRITTEN)
    for channel in (Channel.CALL, Channel.TEXT, Channel.EMAIL)
)


def ask(
    facts: PersonFacts,
    channel: Channel = Channel.CALL,
    outreach_class: OutreachClass = TREATMENT,
    at: datetime = NOW,
    **more: Any,
) -> Permission:
    return may_contact(facts, channel, outreach_class, at, more.pop("rules", rules()), **more)


@pytest.mark.parametrize("channel", [Channel.CALL, Channel.TEXT, Channel.EMAIL])
def test_somebody_who_agreed_may_be_reached_about_care(channel: Channel) -> None:
    answer = ask(person(), channel)
    assert answer == Permission(allowed=True)


@pytest.mark.parametrize(
    ("scope", "channel", "outreach_class", "allowed"),
    [
        (StopScope.EVERYTHING, Channel.CALL, TREATMENT, False),
        (StopScope.EVERYTHING, Channel.MAIL, TREATMENT, False),
        (StopScope.PERSON, Channel.TEXT, TREATMENT, False),
        (StopScope.PERSON, Channel.EMAIL, TREATMENT, True),
        (StopScope.MARKETING, Channel.CALL, TREATMENT, True),
        (StopScope.MARKETING, Channel.CALL, MARKETING, False),
        (StopScope.MARKETING, Channel.MAIL, MARKETING, False),
    ],
)
def test_a_stop_holds_back_what_its_scope_covers(
    scope: StopScope, channel: Channel, outreach_class: OutreachClass, allowed: bool
) -> None:
    stops = (revoked("stop", scope=scope, at=days(0)),)
    answer = ask(person(consents=(*person().consents, *stops)), channel, outreach_class)
    assert answer.allowed is allowed
    assert allowed or any("Asked us to stop" in reason for reason in answer.reasons)


def test_no_wish_of_the_moment_opens_a_stop() -> None:
    facts = person(consents=(revoked("stop", scope=StopScope.EVERYTHING),))
    assert not ask(facts, asked_for=True).allowed


def test_a_stopped_number_leaves_the_other_open() -> None:
    stops = (revoked("stop", scope=StopScope.NUMBER, contact=PHONE),)
    facts = person(consents=(*person().consents, *stops), phones=(PHONE, OTHER))
    assert ask(facts).allowed
    assert ask(facts, contact=OTHER).allowed
    answer = ask(facts, contact=PHONE)
    assert answer.reasons == ("Asked us to stop calls to (937) 555-0137, today.",)


def test_each_cause_has_its_reason_except_a_legal_hold_which_stops_nothing() -> None:
    assert {*HOLDS} == {*HoldCause} - {HoldCause.LEGAL}
    assert ask(person(holds=(hold(HoldCause.LEGAL),))).allowed


@pytest.mark.parametrize("cause", [*HOLDS])
def test_every_hold_but_a_legal_one_stops_outreach(cause: HoldCause) -> None:
    assert not ask(person(holds=(hold(cause),))).allowed


@pytest.mark.parametrize("cause", [*HOLDS])
def test_who_asked_to_be_called_is_called_in_spite_of_a_hold_that_only_waits(
    cause: HoldCause,
) -> None:
    answer = ask(person(holds=(hold(cause),)), asked_for=True)
    never = cause in {HoldCause.DECEASED, HoldCause.CONFIDENTIALITY}
    assert answer.allowed is not never
    assert never or answer.warnings


def test_a_reported_death_says_that_it_is_not_confirmed() -> None:
    entry = HoldEntry(fact_id("death"), days(-1), HoldCause.DECEASED, True)
    answer = ask(person(holds=(entry,)))
    assert answer.reasons == ("Reported deceased, not yet confirmed.",)
    assert not ask(person(deceased=True)).allowed


def test_a_wrong_number_is_not_dialed() -> None:
    facts = person(wrong=(PHONE,), phones=(PHONE, OTHER))
    assert not ask(facts, contact=PHONE).allowed
    assert ask(facts).allowed
    assert not ask(person(wrong=(PHONE,))).allowed
    assert not ask(person(phones=())).allowed


def test_a_confidential_instruction_beats_every_other_contact() -> None:
    facts = person(confidential=(OTHER,), phones=(PHONE, OTHER))
    assert not ask(facts, contact=PHONE, asked_for=True).allowed
    assert ask(facts, contact=OTHER).allowed
    assert not ask(facts, Channel.EMAIL).allowed
    assert not ask(facts, Channel.MAIL).allowed
    assert ask(person(confidential=("PO Box 7, Xenia",)), Channel.MAIL).allowed


@pytest.mark.parametrize("channel", [Channel.CALL, Channel.TEXT])
def test_outside_hours_calls_and_texts_wait_and_say_until_when(channel: Channel) -> None:
    answer = ask(person(), channel, at=NIGHT)
    assert answer.reasons == ("Outside calling hours there; they open tomorrow at 08:00.",)
    assert answer.opens_at == datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
    assert ask(person(), Channel.EMAIL, at=NIGHT).allowed


def test_an_hour_that_the_person_asked_for_is_kept() -> None:
    answer = ask(person(), at=NIGHT, asked_for=True)
    assert answer.allowed
    assert answer.warnings == ("Outside calling hours; asked for at this time.",)


def test_when_more_is_in_the_way_no_opening_is_promised() -> None:
    answer = ask(person(holds=(hold(HoldCause.INPATIENT),)), at=NIGHT)
    assert len(answer.reasons) == 2
    assert answer.opens_at is None


@pytest.mark.parametrize(
    ("act", "outreach_class", "allowed"),
    [("block", MARKETING, False), ("warn", OPERATIONS, True)],
)
def test_caps_block_marketing_and_warn_else(
    act: str, outreach_class: OutreachClass, allowed: bool
) -> None:
    sent = [fact("email", -at, f"mail {at}", outreach_class=outreach_class) for at in (2, 3, 4)]
    own = rules(caps={outreach_class: Cap(a_day=1, a_week=3, act=act)})
    facts = person(sent, consents=WRITTEN)
    answer = ask(facts, Channel.EMAIL, outreach_class, rules=own)
    assert answer.allowed is allowed
    said = answer.warnings if allowed else answer.reasons
    assert any("in 7 days; the cap is 3." in text for text in said)
    assert "24 hours" not in "".join(said)
    answer = ask(facts, Channel.EMAIL, outreach_class, rules=own, asked_for=True)
    assert answer == Permission(allowed=True)


def test_no_marketing_to_minors() -> None:
    facts = person(birth_date="2010-05-05", consents=WRITTEN)
    assert not ask(facts, Channel.EMAIL, MARKETING).allowed
    assert ask(facts, Channel.CALL, TREATMENT).allowed
    of_age_tomorrow = person(birth_date="2008-11-20", consents=WRITTEN)
    assert not ask(of_age_tomorrow, Channel.EMAIL, MARKETING).allowed
    assert ask(replace(of_age_tomorrow, birth_date="2008-11-19"), Channel.EMAIL, MARKETING).allowed


@pytest.mark.parametrize(
    ("channel", "automated", "form", "allowed"),
    [
        (Channel.TEXT, False, ConsentForm.SPOKEN, False),
        (Channel.TEXT, False, ConsentForm.WRITTEN, True),
        (Channel.EMAIL, True, ConsentForm.SPOKEN, False),
        (Channel.EMAIL, True, ConsentForm.WEB, True),
        (Channel.EMAIL, False, ConsentForm.SPOKEN, True),
        (Channel.CALL, True, ConsentForm.SPOKEN, False),
        (Channel.CALL, False, ConsentForm.SPOKEN, True),
    ],
)
def test_automated_marketing_needs_it_written(
    channel: Channel, automated: bool, form: ConsentForm, allowed: bool
) -> None:
    agreement = replace(consent(channel, Purpose.MARKETING), form=form)
    answer = ask(person(consents=(agreement,)), channel, MARKETING, automated=automated)
    assert answer.allowed is allowed
    assert allowed or "No written consent" in answer.reasons[0]


def test_care_texts_need_to_be_agreed_to_and_asking_on_the_line_is_agreeing() -> None:
    asked_nothing = person(consents=())
    assert ask(asked_nothing, Channel.TEXT).reasons == ("Has not agreed to texts about care.",)
    assert ask(asked_nothing, Channel.TEXT, asked_for=True).allowed
    assert ask(asked_nothing, Channel.CALL).allowed
    assert not ask(asked_nothing, Channel.CALL, automated=True).allowed
    assert ask(asked_nothing, Channel.EMAIL).warnings
    assert not ask(asked_nothing, Channel.EMAIL, MARKETING, asked_for=True).allowed


def test_marketing_consent_is_no_care_consent_for_texts() -> None:
    assert not ask(person(consents=WRITTEN), Channel.TEXT, TREATMENT).allowed


def test_a_revoked_consent_is_told_as_the_stop_that_it_is() -> None:
    ledger = (
        consent(Channel.TEXT),
        replace(consent(Channel.TEXT, action=ConsentAction.REVOKED), id=fact_id("revoked")),
    )
    answer = ask(person(consents=ledger), Channel.TEXT)
    assert answer.reasons[0] == "Asked us to stop texts, Mon 2 Nov."


def test_portal_messages_and_visits_need_no_number() -> None:
    bare = person(phones=(), emails=(), consents=())
    assert ask(bare, Channel.PORTAL, at=NIGHT).allowed
    assert ask(bare, Channel.VISIT).allowed

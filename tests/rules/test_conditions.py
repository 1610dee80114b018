"""Conditions: patterns, ages, what lies ahead, and the instants at which an answer changes."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Condition
from console.models.terms import Channel, Direction
from console.rules.conditions import FactIndex, fits, flips, matches
from tests.rules.journeys import NOW, days, fact

SHORT = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("pattern", "text", "fit"),
    [
        ("email", "email", True),
        ("email", "email.opened", False),
        ("email.*", "email.opened", True),
        ("*", "", True),
        ("", "", True),
        ("", "flu-clinic", False),
        ("flu*", "Flu clinic, Wayne Avenue", True),
        ("flu*|cold*", "cold-or-flu", True),
        ("flu*|", "", True),
        ("flu*|cold*", "influenza", False),
        ("1[45]0", "150", True),
        ("a.c", "abc", False),
    ],
)
def test_patterns_are_shell_patterns_with_alternatives(pattern: str, text: str, fit: bool) -> None:
    assert fits(pattern, text) is fit


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"fact": "email"}, True),
        ({"fact": "letter"}, False),
        ({"fact": "email", "ref": "flu*"}, True),
        ({"fact": "email", "ref": "cold*"}, False),
        ({"fact": "email", "within_days": 6}, True),
        ({"fact": "email", "within_days": 5}, False),
        ({"fact": "email", "after_days": 5}, True),
        ({"fact": "email", "after_days": 6}, False),
        ({"fact": "email", "channel": Channel.EMAIL}, True),
        ({"fact": "email", "channel": Channel.TEXT}, False),
        ({"fact": "email", "direction": Direction.INBOUND}, False),
        ({"fact": "email", "without": ("email.opened",)}, False),
        ({"fact": "email", "without": ("email.bounced",)}, True),
        ({"fact": "email", "without": ("email.b*", "*.opened")}, False),
        ({"fact": "appointment"}, False),
        ({"fact": "appointment", "ahead": True}, True),
        ({"fact": "appointment", "ahead": True, "within_days": 2}, True),
        ({"fact": "appointment", "ahead": True, "within_days": 1}, False),
        ({"fact": "appointment", "ahead": True, "after_days": 1}, True),
        ({"fact": "appointment", "ahead": True, "after_days": 2}, False),
        ({"fact": "email", "ahead": True}, False),
    ],
)
def test_a_condition_holds_by_what_it_names(condition: dict[str, object], holds: bool) -> None:
    facts = [
        fact("email", -5.5, "flu-pamphlet", "e"),
        fact("email.opened", -5, "flu-pamphlet", "e"),
        fact("appointment", 1.5, "flu-clinic", "a"),
    ]
    assert bool(matches(Condition(**condition), FactIndex(facts), NOW)) is holds


def test_the_facts_matched_come_oldest_first_whatever_their_kind() -> None:
    facts = [fact("text", -1), fact("email", -3), fact("text", -2), fact("call", -4)]
    found = matches(Condition(fact="text|email"), FactIndex(facts), NOW)
    assert [entry.at for entry in found] == [days(-3), days(-2), days(-1)]


def test_facts_of_equal_time_come_in_one_order_however_they_arrive() -> None:
    facts = [fact("email", -1, ref) for ref in "abcdef"]
    condition = Condition(fact="email")
    forward = matches(condition, FactIndex(facts), NOW)
    assert matches(condition, FactIndex(reversed(facts)), NOW) == forward
    assert len(forward) == 6


day_numbers = st.none() | st.integers(0, 6)


@given(
    ages=st.lists(st.integers(-8, 8), max_size=4),
    within=day_numbers,
    after=day_numbers,
    ahead=st.booleans(),
    without=st.sampled_from([(), ("email.opened",)]),
)
def test_an_answer_changes_only_at_the_flips_that_were_told(
    ages: list[int], within: int | None, after: int | None, ahead: bool, without: tuple[str, ...]
) -> None:
    condition = Condition(
        fact="email", within_days=within, after_days=after, ahead=ahead, without=without
    )
    facts = [fact("email", age, name=str(number)) for number, age in enumerate(ages)]
    index = FactIndex([*facts, *(fact("email.opened", age, name="0") for age in ages[:1])])
    told = sorted(set(flips(condition, index, NOW)))
    assert all(at > NOW for at in told)
    checked = NOW
    for at in [*told, days(30)]:
        before = matches(condition, index, checked)
        assert matches(condition, index, checked + (at - checked) / 2) == before
        assert matches(condition, index, at - SHORT) == before
        checked = at

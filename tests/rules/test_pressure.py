"""Contact pressure: what counts as outreach, in which days, against which cap."""

import pytest

from console.models.bodies import Cap
from console.models.person_facts import Fact
from console.models.terms import Direction, OutreachClass
from console.models.views import Pressure
from console.rules.pressure import count, pressure
from tests.rules.journeys import NOW, fact, person, rules

MARKETING = OutreachClass.MARKETING


def ad(kind: str = "email", at: float = -1, name: str = "ad", **more: object) -> Fact:
    return fact(kind, at, "ad", name, **({"outreach_class": MARKETING} | more))


@pytest.mark.parametrize(
    ("facts", "used"),
    [
        ([], 0),
        ([ad()], 1),
        ([ad(at=-6.9)], 1),
        ([ad(at=-7)], 0),
        ([ad(at=0)], 1),
        ([ad(at=1)], 0),
        ([ad(), ad("email.opened"), ad("email.clicked")], 1),
        ([ad(), ad(name="another", kind="text"), ad(name="third", kind="letter")], 3),
        ([ad(direction=Direction.INBOUND)], 0),
        ([ad(outreach_class=OutreachClass.TREATMENT)], 0),
        ([ad(outreach_class=None)], 0),
        ([ad(), ad("email.failed")], 0),
        ([ad(), ad("email.cancelled")], 0),
        ([ad(), ad("email.bounced")], 1),
        ([ad("call")], 1),
    ],
)
def test_marketing_of_the_last_seven_days_counts_each_touchpoint_once(
    facts: list[Fact], used: int
) -> None:
    assert pressure(person(facts), rules(), NOW) == Pressure(used=used, cap=3)


def test_whether_an_unanswered_call_counts_is_the_centers_setting() -> None:
    lenient = rules(unanswered_counts=False)
    answered = [ad("call", name="one"), ad("call.answered", name="one")]
    whom = person([*answered, ad("call", -2, "two")])
    assert pressure(whom, lenient, NOW).used == 1
    assert pressure(whom, rules(), NOW).used == 2


@pytest.mark.parametrize("caps", [{}, {MARKETING: Cap(a_day=1)}])
def test_without_a_weekly_cap_it_is_none(caps: dict[OutreachClass, Cap]) -> None:
    assert pressure(person([ad()]), rules(caps=caps), NOW) == Pressure(used=1, cap=0)


def test_other_classes_and_spans_are_counted_alike() -> None:
    care = OutreachClass.TREATMENT
    whom = person([ad(outreach_class=care), ad(at=-0.5, name="x", outreach_class=care)])
    assert count(whom, care, NOW, 7, rules()) == 2
    assert count(whom, care, NOW, 1, rules()) == 1

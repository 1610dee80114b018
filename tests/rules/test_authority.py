"""Authority: listening is always allowed, telling needs a right that is in force."""

from datetime import date, timedelta
from typing import Any

import pytest

from console.models.terms import Authority, VerificationState
from console.models.views import RelationshipView
from console.rules.authority import authority_for, party_state
from tests.rules.desk import DENISE, HAROLD, live, verified
from tests.rules.journeys import NOW, rules

TODAY = date(2026, 11, 19)
YESTERDAY = TODAY - timedelta(days=1)
REPRESENTATIVE, WRITTEN, AGREES, COURT, NONE = Authority
PROXY = VerificationState.PROXY


def related(kind: str, authority: Authority | None, **more: Any) -> RelationshipView:
    return RelationshipView(person=HAROLD, name="H. J.", kind=kind, authority=authority, **more)


def tell(relationship: RelationshipView | None, **more: Any) -> bool:
    about_age = more.pop("about_age", 81)
    found = authority_for(relationship, about_age=about_age, today=TODAY, rules=rules(), **more)
    assert found.reason.endswith(".")
    return found.tell


@pytest.mark.parametrize(
    ("relationship", "claimed", "may_tell"),
    [
        (None, None, False),
        (related("daughter", None), None, False),
        (related("daughter", NONE), None, False),
        (related("daughter", REPRESENTATIVE), None, True),
        (related("daughter", WRITTEN), None, True),
        (related("daughter", WRITTEN, until=TODAY), None, True),
        (related("daughter", WRITTEN, until=YESTERDAY), None, False),
        (related("guardian", COURT, until=YESTERDAY), None, False),
        (related("daughter", WRITTEN), WRITTEN, True),
        (related("daughter", WRITTEN), COURT, False),
        (related("daughter", REPRESENTATIVE), NONE, False),
        (None, REPRESENTATIVE, False),
        (None, AGREES, True),
    ],
)
def test_who_may_be_told(
    relationship: RelationshipView | None, claimed: Authority | None, may_tell: bool
) -> None:
    assert tell(relationship, claimed=claimed) is may_tell


@pytest.mark.parametrize(("age", "may_tell"), [(7, True), (17, True), (18, False), (None, False)])
def test_a_parents_authority_ends_when_the_child_is_of_age(age: int | None, may_tell: bool) -> None:
    assert tell(related("Mother", REPRESENTATIVE), about_age=age) is may_tell
    assert tell(related("mother", COURT), about_age=age)


def test_an_agreement_on_the_line_ends_with_its_day() -> None:
    assert tell(None, claimed=AGREES, until=TODAY)
    assert not tell(None, claimed=AGREES, until=YESTERDAY)


@pytest.mark.parametrize(
    ("entries", "state", "may_tell"),
    [
        ((), VerificationState.UNVERIFIED, False),
        ((verified(),), VerificationState.PATIENT, True),
        ((verified(state=VerificationState.THIRD_PARTY),), VerificationState.THIRD_PARTY, False),
        ((verified(state=PROXY),), PROXY, False),
        ((verified(state=PROXY, authority=WRITTEN),), PROXY, False),
        ((verified(state=PROXY, authority=WRITTEN), verified(HAROLD)), PROXY, True),
        ((verified(state=PROXY, authority=NONE), verified(HAROLD)), PROXY, False),
        (
            (
                verified(state=PROXY, authority=AGREES, until=NOW - timedelta(hours=1)),
                verified(HAROLD),
            ),
            PROXY,
            False,
        ),
    ],
)
def test_what_a_calls_verification_allows(
    entries: tuple[Any, ...], state: VerificationState, may_tell: bool
) -> None:
    draft = live(speaking_with=HAROLD, about=(DENISE,), verification=entries)
    found = party_state(draft, DENISE, NOW)
    assert (found.state, found.may_tell) == (state, may_tell)

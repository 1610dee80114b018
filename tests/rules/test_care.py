"""Care in force: begun, not ended, in the order of the header."""

from datetime import timedelta
from uuid import uuid4

import pytest

from console.models.ids import FactId, TouchpointId
from console.models.person_facts import Fact
from console.models.terms import Channel, Direction, EventKind, TouchpointKind
from console.rules.care import SHOWN, in_force
from console.rules.recent import recent
from console.rules.status import STANDING, StatusEvent, status
from tests.rules.journeys import NOW, person


def made(kind: TouchpointKind, *signs: tuple[str, int], days: int = -30) -> list[Fact]:
    """A touchpoint of care `days` from now, and its events with their days from now."""
    touchpoint = uuid4()
    said = [("", days), *signs]
    return [
        Fact(
            id=FactId(uuid4() if sign else touchpoint),
            at=NOW + timedelta(days=day),
            kind=f"{kind}.{sign}" if sign else kind,
            ref="",
            touchpoint=TouchpointId(touchpoint),
            channel=Channel.CARE,
            direction=Direction.OUTBOUND,
        )
        for sign, day in said
    ]


@pytest.mark.parametrize(
    ("signs", "days", "stands"),
    [
        ([("begun", -30)], -30, True),
        ([("begun", -30), ("finished", 5)], -30, True),
        ([("begun", -30), ("finished", -5)], -30, False),
        ([("begun", -30), ("cancelled", -5)], -30, False),
        ([("begun", -30), ("finished", -9), ("begun", -5)], -30, True),
        ([("proposed", -30)], -30, False),
        ([("begun", 3)], 3, False),
        ([], -30, False),
    ],
)
def test_what_stands(signs: list[tuple[str, int]], days: int, stands: bool) -> None:
    facts = person(made(TouchpointKind.COVERAGE, *signs, days=days))
    assert bool(in_force(facts, NOW)) is stands


def test_the_header_has_an_order_and_leaves_the_work_of_others_out() -> None:
    begun = ("begun", -30)
    kinds = sorted(STANDING)
    found = in_force(person(fact for kind in kinds for fact in made(kind, begun)), NOW)
    assert [fact.kind for fact in found] == list(SHOWN)


def test_the_end_of_a_plan_is_nothing_that_the_person_did() -> None:
    plan = made(TouchpointKind.CARE_PLAN, ("begun", -30), ("finished", -5))
    assert recent(person(plan), NOW).done == ()


def test_what_was_said_last_of_care_is_its_status() -> None:
    at = [NOW + timedelta(days=day) for day in (-3, -2, -1)]
    again = [EventKind.BEGUN, EventKind.CANCELLED, EventKind.BEGUN]
    events = [StatusEvent(kind, when) for kind, when in zip(again, at, strict=True)]
    found = status(TouchpointKind.CARE_PLAN, events)
    assert found is not None
    assert (found.key, found.tone) == ("begun", "info")
    ended = status(TouchpointKind.CARE_PLAN, events[:2])
    assert ended is not None
    assert ended.key == "cancelled"

"""What became of a touchpoint, whatever order its events came in."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Codes, OutcomeCode
from console.models.terms import EventKind, TouchpointKind
from console.rules.status import StatusEvent, lies_ahead, status

NOW = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)


def events(*kinds: str) -> list[StatusEvent]:
    """One event a minute, in the order given."""
    return [
        StatusEvent(EventKind(kind), NOW + timedelta(minutes=minute))
        for minute, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("kinds", "key", "tone"),
    [
        (["queued"], "queued", "info"),
        (["queued", "sent"], "sent", "neutral"),
        (["queued", "sent", "delivered", "opened"], "opened", "ok"),
        (["sent", "bounced"], "bounced", "bad"),
        (["sent", "opened", "bounced"], "opened", "ok"),
        (["sent", "opened", "unsubscribed"], "unsubscribed", "warn"),
        (["queued", "cancelled"], "cancelled", "warn"),
    ],
)
def test_a_message_in_any_order_and_doubled(kinds: list[str], key: str, tone: str) -> None:
    for order in permutations(events(*kinds)):
        found = status(TouchpointKind.EMAIL, [*order, order[0]])
        assert found is not None
        assert (found.key, found.tone) == (key, tone)


@pytest.mark.parametrize(
    ("kinds", "key"),
    [
        (["proposed", "booked"], "booked"),
        (["booked", "cancelled"], "cancelled"),
        (["booked", "cancelled", "booked"], "booked"),
        (["booked", "no_show"], "no_show"),
        (["booked", "no_show", "attended"], "attended"),
        (["booked", "attended", "cancelled"], "attended"),
    ],
)
def test_an_appointment_is_what_was_agreed_last_unless_they_came(
    kinds: list[str], key: str
) -> None:
    for order in permutations(events(*kinds)):
        found = status(TouchpointKind.APPOINTMENT, order)
        assert found is not None
        assert found.key == key


def test_a_call_shows_its_last_outcome_by_its_published_name() -> None:
    codes = Codes(
        groups=("g",), codes=(OutcomeCode(code="busy", label="Busy", group="g", tone="warn"),)
    )
    outcomes = [
        StatusEvent(EventKind.OUTCOME, NOW + timedelta(hours=hour), ref)
        for hour, ref in [(1, "busy"), (0, "no_answer")]
    ]
    found = status(TouchpointKind.CALL, outcomes, codes=codes)
    assert found is not None
    assert (found.key, found.label, found.tone) == ("busy", "Busy", "warn")
    retired = status(TouchpointKind.CALL, outcomes[1:], codes=codes)
    assert retired is not None
    assert (retired.key, retired.label, retired.tone) == ("no_answer", "", "neutral")


def test_a_stop_shows_only_on_what_is_still_queued() -> None:
    queued = status(TouchpointKind.TEXT, events("queued"), stopped=True)
    sent = status(TouchpointKind.TEXT, events("queued", "sent"), stopped=True)
    assert queued is not None
    assert sent is not None
    assert (queued.key, sent.key) == ("stopped", "sent")


def test_nothing_happened() -> None:
    assert status(TouchpointKind.VISIT, []) is None


@pytest.mark.parametrize(
    ("kind", "kinds", "hours", "ahead"),
    [
        (TouchpointKind.EMAIL, ["queued"], -1, True),
        (TouchpointKind.EMAIL, ["queued", "sent"], 1, False),
        (TouchpointKind.APPOINTMENT, ["booked"], 24, True),
        (TouchpointKind.APPOINTMENT, ["booked"], -24, False),
        (TouchpointKind.APPOINTMENT, ["booked", "cancelled"], 24, False),
        (TouchpointKind.VISIT, [], 24, False),
    ],
)
def test_what_lies_ahead(kind: TouchpointKind, kinds: list[str], hours: int, ahead: bool) -> None:
    assert lies_ahead(kind, events(*kinds), NOW + timedelta(hours=hours), NOW) is ahead


@given(st.permutations(events(*EventKind)), st.sampled_from(TouchpointKind))
def test_order_never_matters(order: list[StatusEvent], kind: TouchpointKind) -> None:
    assert status(kind, order) == status(kind, events(*EventKind))
    assert status(kind, order + order) == status(kind, order)

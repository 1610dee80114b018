"""The own day: each call counts once, and what was closed is not due."""

from datetime import timedelta
from uuid import uuid5

from console.models.ids import CallId, FactId
from console.models.own_day import DayCall, DayPromise, Told
from console.models.terms import Direction
from console.rules.own_day import put_together, sums
from tests.rules.journeys import NOW, SPACE


def call(name: str, *, talk: int | None = None, hold: int = 0, code: str = "no_answer") -> DayCall:
    answered = None if talk is None else NOW - timedelta(seconds=talk + hold)
    return DayCall(
        id=CallId(uuid5(SPACE, name)), direction=Direction.OUTBOUND, answered_at=answered,
        ended_at=NOW, hold_seconds=hold, wrap_up_seconds=10, code=code,
    )  # fmt: skip


def promise(name: str, hours: int) -> DayPromise:
    due_at = NOW + timedelta(hours=hours)
    return DayPromise(id=FactId(uuid5(SPACE, name)), person=None, name="", what=name, due_at=due_at)


def test_what_only_this_desk_knows_waits_unless_nobody_could_be_asked() -> None:
    here = Told(calls=(call("two"),))
    day = put_together(Told(calls=(call("one"),)), here, frozenset())
    assert [one.waits for one in day.calls] == [False, True]
    assert day.whole

    offline = put_together(None, here, frozenset())
    assert [one.waits for one in offline.calls] == [False]
    assert not offline.whole


def test_promises_stand_by_their_time_and_closed_ones_not_at_all() -> None:
    known = Told(promises=(promise("late", 3), promise("kept", 1)))
    day = put_together(
        known, Told(promises=(promise("soon", 2),)), frozenset({promise("kept", 1).id})
    )
    assert [one.what for one in day.promises] == ["soon", "late"]


def test_time_handled_is_talk_hold_and_wrap_up() -> None:
    found = sums((call("one", talk=60, hold=20, code="booked"), call("two"), call("three")))
    assert (found.calls, found.inbound, found.spoke) == (3, 0, 1)
    assert (found.talk, found.hold, found.wrap_up, found.handled) == (60, 20, 30, 110)
    assert found.outcomes == (("no_answer", 2), ("booked", 1))

"""A stop holds on every path: nobody known, named later, moved, taken back, before it is sent."""

import pytest

from console.models.facts import ConsentEvent
from console.models.terms import Channel, ConsentAction, OutreachClass, StopScope
from console.models.views import SyncReport
from console.rules.permission import may_contact
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")


def refused(desk: Desk, name: str) -> bool:
    """Whether the shared database's reader may not call this person any more."""
    facts = desk.record(desk.person(name)).facts
    library = desk.center.library()
    found = may_contact(facts, Channel.CALL, OutreachClass.TREATMENT, desk.clock(), library.rules)
    return any("Asked us to stop" in reason for reason in found.reasons)


def test_without_number_and_person_nothing_is_said_to_be_stopped(desk: Desk) -> None:
    desk.press("Alt+A", "Alt+S")

    assert "I have stopped" not in desk.seen()
    assert desk.draft.stops == ()
    assert "Pick the person first" in desk.message
    desk.log_all()
    assert desk.rows(ConsentEvent) == []


def test_who_is_named_after_the_stop_has_it_too(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.ring("937-555-0173")  # a number that is on nobody's record
    desk.press("Alt+A", "Alt+S")
    assert [stop.scope for stop in desk.draft.stops] == [StopScope.NUMBER]

    desk.find("Walter Brandt")

    assert [stop.scope for stop in desk.draft.stops] == [StopScope.NUMBER, StopScope.EVERYTHING]
    desk.pass_time(1)
    assert refused(desk, "Walter Brandt")


def test_a_stop_goes_along_when_the_call_is_moved(desk: Desk) -> None:
    desk.bring(WALTER, CARL)
    desk.ring("937-555-0119")
    desk.press("Alt+A")
    desk.find("Walter Brandt")
    desk.press("Alt+S")
    desk.pass_time(1)
    assert refused(desk, "Walter Brandt")

    desk.press("Esc", "Alt+M")
    desk.find("Carl Abernathy")
    desk.pass_time(1)

    assert refused(desk, "Carl Abernathy")
    assert refused(desk, "Walter Brandt")  # written once, in force until it is taken back


def test_taken_back_after_a_move_it_is_taken_back_for_both(desk: Desk) -> None:
    desk.bring(WALTER, CARL)
    desk.ring("937-555-0119")
    desk.press("Alt+A")
    desk.find("Walter Brandt")
    desk.press("Alt+S", "Esc", "Alt+M")
    desk.find("Carl Abernathy")
    assert desk.app.desk is not None

    desk.app.desk.stops.undo()
    desk.pass_time(1)

    assert not refused(desk, "Walter Brandt")
    assert not refused(desk, "Carl Abernathy")
    actions = [row.action for row in desk.rows(ConsentEvent)]
    assert actions.count(ConsentAction.REVOKED) == actions.count(ConsentAction.GIVEN) == 2


def test_somebody_else_whom_the_call_is_about_too_is_not_stopped(desk: Desk) -> None:
    desk.bring(WALTER, CARL)
    desk.ring("937-555-0119")
    desk.press("Alt+A")
    desk.find("Walter Brandt")
    desk.press("Alt+S", "Esc")

    desk.find("Carl Abernathy")
    desk.pass_time(1)

    assert len(desk.draft.stops) == 1
    assert not refused(desk, "Carl Abernathy")


def nobody_answers(*, now: bool = False, ask: bool = False) -> SyncReport:
    return SyncReport(
        sent=0, confirmed=0, still_pending=1, held=0, quarantined=0, conflict=0, seconds=0,
        offline="The server does not answer.",
    )  # fmt: skip


def test_a_stop_not_sent_yet_holds_for_a_record_opened_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offline for as long as it likes: this desk does not dial."""
    desk.bring(WALTER)
    desk.ring("937-555-0119")
    desk.press("Alt+A")
    desk.find("Walter Brandt")
    monkeypatch.setattr(desk.center.sync, "once", nobody_answers)
    desk.press("Alt+S", "Esc", "Alt+X")
    assert desk.app.desk is not None
    desk.app.desk.outcome.pick("declined")
    desk.press("Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)

    desk.find("Walter Brandt")
    desk.press("Alt+D")

    assert desk.dialed == []
    assert "Asked us to stop" in desk.message

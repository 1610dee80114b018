"""The call: what is dialed, when, and that what is typed is kept while it is typed."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import update

from console.errors import EnvironmentFault
from console.models.facts import Callback
from console.models.ids import Login
from console.models.records import ContactPoint
from console.ui.flows.call import SAVE_MS
from tests.services import records
from tests.stories.desk import REP, Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


def kept_notes(desk: Desk) -> list[str]:
    return [draft.notes for draft in desk.center.drafts.all(desk.draft.login)]


def test_typing_on_does_not_put_off_the_saving(desk: Desk) -> None:
    """A crash after a minute of typing without a pause must not cost the minute."""
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F9")

    for letter in "a rep who types without a pause":
        desk.write(letter)
        QTest.qWait(SAVE_MS // 10)

    assert kept_notes(desk)[0].startswith("a rep who")


def test_a_draft_that_could_not_be_saved_is_saved_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D")
    calls = desk.app.desk.calls if desk.app.desk else None
    assert calls is not None

    def full(_draft: object) -> None:
        raise EnvironmentFault("The disk is full.")

    desk.press("F9")
    desk.write("kept")
    with monkeypatch.context() as patched:
        patched.setattr(desk.center.drafts, "save", full)
        calls.save_now()
        assert "disk is full" in desk.message
    calls.save_now()

    assert kept_notes(desk) == ["kept"]


def test_a_log_that_failed_leaves_a_draft_that_is_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "F9")
    desk.write("typed last")

    def full(*_: object, **__: object) -> None:
        raise EnvironmentFault("The disk is full.")

    monkeypatch.setattr(desk.center.dispositions, "log", full)
    desk.press("Ctrl+Return")

    assert "disk is full" in desk.message
    assert kept_notes(desk) == ["typed last"]


@pytest.mark.parametrize("value", ["9375550119;ext=1", "+1937555٠١١٩", "javascript:1", "12"])
def test_only_a_plain_number_is_handed_to_the_telephone(desk: Desk, value: str) -> None:
    desk.bring(WALTER)
    with desk.center.shared.transaction() as session:
        session.execute(update(ContactPoint).values(value=value))
    desk.find("Walter Brandt")

    desk.press("Alt+D")

    assert desk.dialed == []
    assert desk.idle


def test_nothing_is_dialed_before_it_is_known_who_works_here(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.app.session.staff = None

    desk.press("Alt+D")

    assert desk.dialed == []
    assert desk.idle


@pytest.mark.parametrize(
    ("due_in", "asked_for", "dials"),
    [(0, True, True), (0, False, False), (10, True, False)],
    ids=["asked for this time", "promised by us", "asked for in ten hours"],
)
def test_only_the_time_that_a_person_asked_for_opens_calling_hours(
    desk: Desk, due_in: int, asked_for: bool, dials: bool
) -> None:
    desk.bring(WALTER)
    desk.clock.goes_on(hours=12)  # 22:00 where he is
    assert desk.app.desk is not None
    due_at = desk.clock() + timedelta(hours=due_in)
    records.begin(desk.center.shared).add(
        Callback,
        person_id=desk.person("Walter Brandt"),
        phone="+19375550119",
        due_at=due_at,
        zone="America/New_York",
        asked_for=asked_for,
        owner=REP,
    )
    [opened] = desk.center.callbacks.due(Login(REP))
    desk.app.desk.callbacks.open_callback(opened)

    desk.press("Alt+D")

    assert bool(desk.dialed) is dials

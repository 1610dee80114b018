"""The sheet of what could not be sent: plain words, both sides of a conflict, one key each."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.models.bodies import Codes, OutcomeCode
from console.models.ids import CommandId, Login, uuid7
from console.models.terms import EntryState
from console.models.views import EntryContent, StuckEntry, StuckView
from console.ui.stuck import Discarded, Stuck, StuckSheet
from console.ui.theme.theme import Mode, Theme

AT = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)
ADA = Login("ada")
CODES = Codes(
    groups=("none",), codes=(OutcomeCode(code="no_answer", label="No answer", group="none"),)
)
OURS = EntryContent(author=ADA, at=AT, phone="+19375550119", code="no_answer", notes="rang twice")


@pytest.fixture
def sheet(qtbot: QtBot) -> StuckSheet:
    pane = QWidget()
    pane.resize(700, 600)
    qtbot.addWidget(pane)
    pane.show()
    return StuckSheet(Theme(pane, mode=Mode.LIGHT), pane=pane)


def entry(state: EntryState = EntryState.QUARANTINED, **changes: object) -> StuckEntry:
    values = {
        "id": CommandId(uuid7()), "kind": "LogDisposition", "state": state, "author": ADA,
        "made_at": AT, "error": "", "content": OURS, "mendable": state is not EntryState.HELD,
    }  # fmt: skip
    return StuckEntry(**{**values, **changes})  # type: ignore[arg-type]


def show(sheet: StuckSheet, *entries: StuckEntry, supervisor: bool = False) -> None:
    stuck = Stuck(StuckView(entries=entries), CODES, "America/New_York", supervisor)
    sheet.show_stuck(stuck)
    sheet.open_sheet()


def words(sheet: StuckSheet) -> str:
    labels = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    buttons = [one.text() for one in sheet.findChildren(QPushButton) if one.isVisible()]
    rows = [f"{row.title} {row.line} {row.side}" for row in sheet.list.rows()]
    return "\n".join([*labels, *buttons, *rows])


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("LogDisposition", "Call logged 09:46"),
        ("RequestStop", "Stop request 09:46"),
        ("AddPerson", "New person 09:46"),
        ("SomethingOfALaterRelease", "Entry of 09:46"),
    ],
)
def test_each_kind_has_a_human_name(sheet: StuckSheet, kind: str, told: str) -> None:
    show(sheet, entry(kind=kind))
    assert told in words(sheet)


def test_what_waits_says_why_and_enter_tries_it_again(qtbot: QtBot, sheet: StuckSheet) -> None:
    held = entry(EntryState.HELD, error="Update the console on this computer.")
    show(sheet, held)
    assert "Update the console on this computer. It is safe here" in words(sheet)
    with qtbot.waitSignal(sheet.retry_requested) as asked:
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert asked.args == [held.id]


def test_a_refused_call_is_corrected_by_enter(qtbot: QtBot, sheet: StuckSheet) -> None:
    refused = entry(error="The database refused it (CheckViolation 23514).")
    show(sheet, refused)
    assert "No answer · (937) 555-0119 · rang twice" in words(sheet)
    assert "For your administrator: The database refused it" in words(sheet)
    with qtbot.waitSignal(sheet.mend_requested) as asked:
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert asked.args == [refused.id]


def test_a_conflict_shows_both(sheet: StuckSheet) -> None:
    standing = EntryContent(author=ADA, at=AT, code="busy", notes="engaged")
    show(sheet, entry(EntryState.CONFLICT, standing=standing))
    shown = words(sheet)
    assert "On record: busy · engaged" in shown
    assert "Yours: No answer" in shown
    assert "Log mine as a call of its own" in shown
    assert "Try again" not in shown, "it would be in conflict again"


def test_a_stop_can_be_tried_again_only(sheet: StuckSheet) -> None:
    show(sheet, entry(kind="RequestStop", mendable=False))
    assert "Correct the call" not in words(sheet)
    assert "tell your supervisor" in words(sheet)


def test_discarding_asks_for_the_reason_first(qtbot: QtBot, sheet: StuckSheet) -> None:
    refused = entry()
    show(sheet, refused, supervisor=True)
    sheet.discard.click()
    sheet.reason.set_text("was logged by hand")
    with qtbot.waitSignal(sheet.discard_requested) as asked:
        qtbot.keyClick(sheet.reason.edit, Qt.Key.Key_Return)
    assert asked.args == [Discarded(refused.id, "was logged by hand")]


def test_the_cursor_stays_on_its_entry_when_another_one_went(sheet: StuckSheet) -> None:
    first, second = entry(), entry()
    show(sheet, first, second)
    sheet.list.step(1)
    show(sheet, second)
    assert sheet.current == second
    show(sheet)
    assert sheet.current is None
    assert "Everything was sent." in words(sheet)


def test_what_was_written_is_shown_as_it_stands(sheet: StuckSheet) -> None:
    hostile = EntryContent(author=ADA, at=AT, code="no_answer", notes="<img src=x> =cmd")
    show(sheet, entry(EntryState.CONFLICT, content=hostile, standing=hostile))
    assert "<img src=x> =cmd" in words(sheet)
    shown = [label for label in sheet.findChildren(QLabel) if "<img" in label.text()]
    assert shown
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}

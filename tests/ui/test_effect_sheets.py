"""The sheets above the bar: by keyboard alone, in the person's zone, and nothing half entered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.models.draft import DraftAppointment, DraftCallback, DraftHandOff, DraftPromise
from console.models.terms import Channel
from console.ui.disposition import (
    EFFECTS,
    DispositionBar,
    EffectContext,
    EffectSheets,
    SendChoice,
)
from console.ui.disposition.sheets_of_cases import HandOffSheet, UnmetNeedSheet
from console.ui.disposition.sheets_of_sends import SendSheet
from console.ui.disposition.sheets_of_times import AppointmentSheet, CallbackSheet, PromiseSheet
from console.ui.theme.theme import Mode, Theme

NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
CONTEXT = EffectContext(
    now=NOW,
    zone="America/New_York",
    my_zone="America/Chicago",
    contents=(
        SendChoice(content="confirmation", title="Your visit", channel=Channel.TEXT),
        SendChoice(
            content="reminder", title="Flu shot", channel=Channel.TEXT, off="no written consent"
        ),
        SendChoice(content="portal", title="Your account", channel=Channel.EMAIL),
    ),
    teams=("Nurse line", "Billing"),
)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(DispositionBar(theme, parent=window))
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def bar(window: QWidget) -> DispositionBar:
    bar = window.findChild(DispositionBar)
    assert isinstance(bar, DispositionBar)
    bar.focus_notes()
    return bar


@pytest.fixture
def sheets(theme: Theme, bar: DispositionBar, window: QWidget) -> EffectSheets:
    return EffectSheets(theme, bar, parent=window)


@pytest.fixture
def open_as(sheets: EffectSheets) -> Callable[..., QWidget]:
    """Open a sheet and give it in its own type."""

    def open_sheet(kind: str, of: type[QWidget], value: object = None) -> QWidget:
        sheets.open(kind, value, CONTEXT)
        assert isinstance(sheets.current, of)
        return sheets.current

    return open_sheet


@pytest.mark.parametrize("kind", EFFECTS)
def test_every_effect_opens_above_the_bar_and_escape_gives_the_focus_back(
    kind: str, sheets: EffectSheets, bar: DispositionBar, qtbot: QtBot
) -> None:
    window = bar.window()
    before = window.focusWidget()
    sheets.open(kind, None, CONTEXT)
    sheet = sheets.current
    assert sheet is not None
    assert sheet.geometry().bottom() < bar.geometry().top()
    assert sheet.isAncestorOf(window.focusWidget())
    with qtbot.assertNotEmitted(sheets.submitted):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert sheets.current is None
    assert window.focusWidget() is before


@pytest.mark.parametrize("kind", EFFECTS)
def test_tab_stays_in_the_sheet(kind: str, sheets: EffectSheets, qtbot: QtBot) -> None:
    sheets.open(kind, None, CONTEXT)
    sheet = sheets.current
    assert sheet is not None
    for _ in range(9):
        qtbot.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(sheet.window().focusWidget())


def test_a_callback_is_shown_in_both_zones_while_it_is_typed(
    open_as: Callable[..., CallbackSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("callback", CallbackSheet)
    qtbot.keyClicks(sheet.when.edit, "tue 9:30")
    said = sheet.when.edit.accessibleDescription()
    assert said == "Tue 24 Nov, 09:30 Eastern · 08:30 your time"
    with qtbot.waitSignal(sheets.submitted) as caught:
        qtbot.keyClick(sheet.when.edit, Qt.Key.Key_Return)
    assert caught.args == [
        "callback",
        DraftCallback(due_at=TUESDAY, zone="America/New_York", asked_for=True),
    ]
    assert sheets.current is None


def test_a_time_that_cannot_be_read_is_not_taken(
    open_as: Callable[..., CallbackSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("callback", CallbackSheet)
    qtbot.keyClicks(sheet.when.edit, "whenever")
    with qtbot.assertNotEmitted(sheets.submitted):
        qtbot.keyClick(sheet.when.edit, Qt.Key.Key_Return)
    assert sheets.current is sheet
    assert sheet.when.edit.property("bad")


def test_a_time_that_was_not_asked_for_says_so(
    open_as: Callable[..., CallbackSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("callback", CallbackSheet)
    qtbot.keyClicks(sheet.when.edit, "tue 9:30")
    qtbot.keyClick(sheet.asked, Qt.Key.Key_Space)
    with qtbot.waitSignal(sheets.submitted) as caught:
        sheet.ok.click()
    assert caught.args is not None
    assert not caught.args[1].asked_for


def test_an_attached_appointment_comes_back_and_can_be_removed(
    open_as: Callable[..., AppointmentSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    known = DraftAppointment(at=TUESDAY, place="Wayne Avenue", with_whom="a nurse", service="flu")
    sheet = open_as("appointment", AppointmentSheet, known)
    with qtbot.waitSignal(sheets.submitted) as caught:
        qtbot.keyClick(sheet.when.edit, Qt.Key.Key_Return)
    assert caught.args == ["appointment", known]
    sheets.open("appointment", known, CONTEXT)
    with qtbot.waitSignal(sheets.removed) as removed:
        sheet.remove.click()
    assert removed.args == ["appointment"]
    assert sheets.current is None


def test_what_is_new_cannot_be_removed(sheets: EffectSheets) -> None:
    sheets.open("promise", None, CONTEXT)
    assert sheets.current is not None
    assert not sheets.current.remove.isVisible()


def test_a_sheet_opened_again_forgets_what_was_not_taken(
    open_as: Callable[..., UnmetNeedSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("unmet_need", UnmetNeedSheet)
    qtbot.keyClicks(sheet.what.edit, "evening hours")
    qtbot.keyClick(sheet.what.edit, Qt.Key.Key_Escape)
    sheet = open_as("unmet_need", UnmetNeedSheet)
    assert sheet.what.text() == ""


def test_a_promise_needs_what_and_by_when(
    open_as: Callable[..., PromiseSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("promise", PromiseSheet)
    with qtbot.assertNotEmitted(sheets.submitted):
        sheet.submit()
        qtbot.keyClicks(sheet.what.edit, "a nurse rings")
        sheet.submit()
    assert sheet.window().focusWidget() is sheet.when.edit
    qtbot.keyClicks(sheet.when.edit, "tue 9:30")
    with qtbot.waitSignal(sheets.submitted) as caught:
        sheet.submit()
    assert caught.args == ["promise", DraftPromise(what="a nurse rings", due_at=TUESDAY)]


def test_blocked_content_cannot_be_sent_and_says_why(
    open_as: Callable[..., SendSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("send", SendSheet, ("reminder/text", "portal"))
    blocked = sheet.boxes[1]
    assert not blocked.isEnabled()
    assert blocked.accessibleDescription() == "Not now: no written consent"
    with qtbot.waitSignal(sheets.submitted) as caught:
        sheet.submit()
    assert caught.args == ["send", ("portal/email",)]


def test_arrows_go_over_what_can_be_sent_and_space_chooses(
    open_as: Callable[..., SendSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("send", SendSheet)
    with qtbot.assertNotEmitted(sheets.submitted):
        sheet.submit()
    qtbot.keyClick(sheet.boxes[0], Qt.Key.Key_Down)
    assert sheet.window().focusWidget() is sheet.boxes[2]
    qtbot.keyClick(sheet.boxes[2], Qt.Key.Key_Space)
    with qtbot.waitSignal(sheets.submitted) as caught:
        qtbot.keyClick(sheet.boxes[2], Qt.Key.Key_Return)
    assert caught.args == ["send", ("portal/email",)]


def test_a_hand_off_may_have_no_due_time_but_no_wrong_one(
    open_as: Callable[..., HandOffSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    sheet = open_as("hand_off", HandOffSheet)
    sheet.to.set_text("Billing")
    sheet.what.set_text("Explain the bill")
    sheet.when.set_text("someday")
    with qtbot.assertNotEmitted(sheets.submitted):
        sheet.submit()
    sheet.when.set_text("")
    with qtbot.waitSignal(sheets.submitted) as caught:
        sheet.submit()
    assert caught.args == ["hand_off", DraftHandOff(to="Billing", what="Explain the bill")]


def test_opening_another_sheet_closes_the_first(sheets: EffectSheets) -> None:
    sheets.open("promise", None, CONTEXT)
    sheets.open("complaint", None, CONTEXT)
    assert sheets.current is sheets.sheet("complaint")
    assert sheets.sheet("promise").isHidden()


def test_a_time_far_ahead_is_kept_with_its_year(
    open_as: Callable[..., CallbackSheet], sheets: EffectSheets, qtbot: QtBot
) -> None:
    due = NOW.replace(second=0, microsecond=0) + timedelta(days=3)
    sheet = open_as("callback", CallbackSheet, DraftCallback(due_at=due, zone="America/New_York"))
    with qtbot.waitSignal(sheets.submitted) as caught:
        sheet.submit()
    assert caught.args is not None
    assert caught.args[1].due_at == due

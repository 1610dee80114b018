"""The disposition bar: nothing moves, nothing typed is lost, what is missing is said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.disposition import (
    EFFECTS,
    BarView,
    DispositionBar,
    EffectState,
    Missing,
    ReviewSheet,
)
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Message, MessageKind, Option

OUTCOMES = (
    Option("booked", "Appointment booked", "Spoke with the person"),
    Option("declined", "Declined this offer", "Spoke with the person"),
    Option("no_answer", "No answer", "Not reached"),
)
VIEW = BarView(call=1, code="booked", proposed=True, hint="Logging closes her inquiry.")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 700)
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
    bar.set_outcomes(OUTCOMES)
    bar.show_bar(VIEW)
    return bar


def test_every_effect_has_a_chip_that_asks_for_it(bar: DispositionBar, qtbot: QtBot) -> None:
    for kind in EFFECTS:
        with qtbot.waitSignal(bar.effect_requested) as caught:
            bar.chip(kind).click()
        assert caught.args == [kind]


def test_an_attached_effect_shows_what_exactly(bar: DispositionBar) -> None:
    state = EffectState(kind="appointment", detail="Fri 20 Nov, 10:40", chosen=True)
    bar.show_bar(replace(VIEW, effects=(state,)))
    assert bar.chip("appointment").chosen
    assert "Fri 20 Nov, 10:40" in bar.chip("appointment").accessibleName()
    bar.show_bar(VIEW)
    assert not bar.chip("appointment").chosen


def test_an_effect_that_is_off_says_why(bar: DispositionBar) -> None:
    bar.show_bar(replace(VIEW, effects=(EffectState(kind="send", off="Nothing is published"),)))
    assert not bar.chip("send").isEnabled()
    assert bar.chip("send").accessibleDescription() == "Nothing is published"


def test_typing_finds_an_outcome(bar: DispositionBar, qtbot: QtBot) -> None:
    bar.focus_outcome()
    line = bar.outcome.picker.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "no ans")
    # An open popup has the keyboard.
    popup = line.completer().popup()
    with qtbot.waitSignal(bar.outcome_picked) as caught:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert caught.args == ["no_answer"]


def test_showing_a_code_picks_nothing(bar: DispositionBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.outcome_picked):
        bar.show_bar(replace(VIEW, code="declined"))
    assert bar.outcome.picker.currentText() == "Declined this offer"


def test_a_view_does_not_disturb_an_outcome_being_typed(bar: DispositionBar, qtbot: QtBot) -> None:
    bar.focus_outcome()
    line = bar.outcome.picker.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "decl")
    bar.show_bar(replace(VIEW, missing="1 statement to read"))
    assert line.text() == "decl"
    assert bar.missing.text() == "1 statement to read"


def test_the_reason_stands_there_and_says_why_it_is_off(bar: DispositionBar) -> None:
    assert not bar.reason.picker.isEnabled()
    assert bar.reason.picker.placeholderText() == "Not asked for this code"
    before = bar.note_area.geometry()
    bar.show_bar(replace(VIEW, code="declined", reasons=("cost", "time"), reason="time"))
    assert bar.reason.picker.isEnabled()
    assert bar.reason.picker.key() == "time"
    assert bar.note_area.geometry() == before


def test_notes_are_told_as_typed_and_never_overwritten_in_the_same_call(
    bar: DispositionBar, qtbot: QtBot
) -> None:
    bar.focus_notes()
    with qtbot.waitSignal(bar.notes_changed) as caught:
        qtbot.keyClicks(bar.note_area.edit, "F")
    assert caught.args == ["F"]
    qtbot.keyClicks(bar.note_area.edit, "ever")
    bar.show_bar(replace(VIEW, notes="Fe"))
    assert bar.notes() == "Fever"


def test_another_call_brings_its_own_notes(bar: DispositionBar, qtbot: QtBot) -> None:
    bar.note_area.set_text("about the caller before")
    with qtbot.assertNotEmitted(bar.notes_changed):
        bar.show_bar(BarView(call=2))
    assert bar.notes() == ""


def test_log_is_pressed_even_when_something_is_missing(bar: DispositionBar, qtbot: QtBot) -> None:
    bar.show_bar(replace(VIEW, code="", missing="Pick an outcome"))
    with qtbot.waitSignal(bar.log_requested):
        bar.log.click()


@pytest.mark.parametrize(("field", "name"), [("code", "Outcome"), ("notes", "Notes")])
def test_the_first_missing_field_gets_focus_and_says_so(
    field: str, name: str, bar: DispositionBar, window: QWidget
) -> None:
    bar.show_missing((Missing(field=field, sentence="Needed to log this call."),))
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name
    assert focused.accessibleDescription() == "Needed to log this call." or field == "code"


def test_a_missing_effect_gets_focus_on_its_chip(bar: DispositionBar, window: QWidget) -> None:
    bar.show_missing((Missing(field="appointment", sentence="Booked without an appointment."),))
    assert window.focusWidget() is bar.chip("appointment")


def test_what_is_missing_elsewhere_is_passed_on(bar: DispositionBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.missing_elsewhere) as caught:
        bar.show_missing((Missing(field="statement", sentence="1 statement to read"),))
    assert caught.args == ["statement"]


def test_a_closed_bar_says_why(bar: DispositionBar) -> None:
    bar.show_bar(BarView(off="Opens with the first call"))
    assert not bar.log.isEnabled()
    assert not bar.outcome.picker.isEnabled()
    assert bar.note_area.edit.placeholderText() == "Opens with the first call"
    bar.show_bar(VIEW)
    assert bar.log.isEnabled()
    assert bar.note_area.edit.isEnabled()


def test_a_busy_log_refuses_a_second_press(bar: DispositionBar, qtbot: QtBot) -> None:
    bar.set_busy(True)
    with qtbot.assertNotEmitted(bar.log_requested):
        qtbot.mouseClick(bar.log, Qt.MouseButton.LeftButton)
    bar.set_busy(False)
    assert bar.log.isEnabled()


def test_undo_in_the_slot_is_told_twice_by_kind_and_by_name(
    bar: DispositionBar, qtbot: QtBot
) -> None:
    before = bar.outcome.geometry()
    bar.slot.show_message(Message(MessageKind.UNDO, "Logged", action="Undo", seconds=10))
    with qtbot.waitSignals([bar.undo_requested, bar.message_action]):
        bar.slot.action_requested.emit(MessageKind.UNDO)
    assert bar.outcome.geometry() == before


@pytest.mark.parametrize(("layout", "height"), [(Layout.WIDE, 133), (Layout.COMPACT, 112)])
def test_the_height_never_changes(
    layout: Layout, height: int, bar: DispositionBar, theme: Theme
) -> None:
    theme.set_layout(layout)
    bar.show_missing((Missing(field="notes", sentence="Say what was agreed."),))
    assert bar.height() == height


def test_the_bar_fits_the_smallest_screen(bar: DispositionBar, theme: Theme) -> None:
    theme.set_layout(Layout.COMPACT)
    long = EffectState(kind="appointment", detail="viernes 20 de noviembre, 10:40", chosen=True)
    bar.show_bar(replace(VIEW, effects=(long,), missing="Falta leer una declaración " * 3))
    assert bar.minimumSizeHint().width() <= 1100


def test_contradictions_are_listed_and_enter_goes_back(
    bar: DispositionBar, theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    sheet = ReviewSheet(theme, bar, parent=window)
    sheet.open(("Booked, but no appointment is attached.",))
    assert window.focusWidget() is sheet.cancel
    with qtbot.assertNotEmitted(sheet.log_anyway), qtbot.waitSignal(sheet.went_back):
        qtbot.keyClick(sheet.cancel, Qt.Key.Key_Return)
    assert sheet.isHidden()


def test_log_anyway_is_not_a_going_back(
    bar: DispositionBar, theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    sheet = ReviewSheet(theme, bar, parent=window)
    sheet.open(("Booked, but no appointment is attached.",))
    with qtbot.assertNotEmitted(sheet.went_back), qtbot.waitSignal(sheet.log_anyway):
        sheet.ok.click()
    assert sheet.isHidden()

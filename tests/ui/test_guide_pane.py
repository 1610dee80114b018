"""The guide: answering, statements that hold back, wrap-up digits, stop and escalation."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.models.terms import Channel, OutreachClass, Stage, StopScope
from console.models.views import NextStepView, Reason
from console.ui.guide import (
    Answer,
    Answered,
    EscalateView,
    Escalation,
    GoesOn,
    GuidePane,
    GuideView,
    Outcome,
    ScopeChoice,
    StopView,
    WrapUpView,
)
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import NextStepCard, Option

STEP = GuideView(
    title="Flu: asked to be called",
    step="time",
    step_no=3,
    steps=6,
    trail=(Answered(question="Is this a good time?", answer="Yes"),),
    say="Our flu clinic is open tomorrow.",
    question="Which time suits you?",
    options=("9:20", "10:40", "Another day"),
    can_go_back=True,
)
HELD = replace(STEP, step="held", required="If you feel faint, call 911.")
WRAP_UP = WrapUpView(
    clock="00:02",
    outcomes=(
        Outcome(code="no_answer", label="No answer"),
        Outcome(code="voicemail_left", label="Voicemail left"),
        Outcome(code="busy", label="Busy"),
    ),
    options=(Option("refused", "Refused to verify", "Spoke"),),
    picked="busy",
)
STOP = StopView(
    since="10:05",
    say="I have stopped our calls.",
    scopes=(
        ScopeChoice(scope=StopScope.EVERYTHING, label="Everything"),
        ScopeChoice(scope=StopScope.MARKETING, label="All marketing"),
        ScopeChoice(scope=StopScope.NUMBER, label="This number only"),
    ),
    scope=StopScope.EVERYTHING,
    widest=StopScope.EVERYTHING,
    stopped=("2 queued sends",),
    goes_on=(GoesOn(what="Recalls", why="Care cannot wait."),),
)
CALL = EscalateView(call=1, phone="(937) 555-0137", text="Stay on the line.", steps=("Call 911",))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> GuidePane:
    pane = GuidePane(theme)
    qtbot.addWidget(pane)
    pane.resize(432, 856)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def next_step(key: str, *blocked: str) -> NextStepView:
    return NextStepView(
        id=key,
        journey="flu",
        stage=Stage.ACCEPTANCE,
        prompt=f"Send {key}",
        action="send",
        channel=Channel.TEXT,
        script=None,
        content=None,
        outreach_class=OutreachClass.TREATMENT,
        reasons=(Reason(text="texts agreed"),),
        blocked_by=blocked,
    )


def heard(pane: GuidePane) -> list[tuple[str, tuple[object, ...]]]:
    """Every signal that the pane sends, in order."""
    said: list[tuple[str, tuple[object, ...]]] = []

    def listen(name: str) -> Callable[..., None]:
        return lambda *given: said.append((name, given))

    for name in ("answered", "next_requested", "went_back", "statement_read", "outcome_picked",
                 "stop_narrowed", "stop_undone", "escalated"):  # fmt: skip
        getattr(pane, name).connect(listen(name))
    return said


def names(said: list[tuple[str, tuple[object, ...]]]) -> list[str]:
    return [name for name, _ in said]


def test_a_single_choice_goes_on_by_itself(pane: GuidePane) -> None:
    pane.show_script(STEP)
    said = heard(pane)
    assert pane.choose(2)
    assert said == [
        ("answered", (Answer(step="time", index=1, text="10:40"),)),
        ("next_requested", ()),
    ]


def test_an_unread_statement_holds_a_chosen_answer_back(pane: GuidePane) -> None:
    pane.show_script(HELD)
    assert pane.script.hold.text() == "Read it first"
    said = heard(pane)
    pane.choose(1)
    assert names(said) == ["answered"]
    assert not pane.go_next()
    assert names(said) == ["answered"]
    assert pane.script.required.check.hasFocus()


def test_reading_the_statement_lets_next_go_on(pane: GuidePane) -> None:
    pane.show_script(HELD)
    said = heard(pane)
    pane.choose(1)
    assert pane.toggle_read()
    assert pane.go_next()
    assert said[1:] == [("statement_read", ("held", True)), ("next_requested", ())]
    assert pane.script.hold.text() == ""


def test_showing_a_statement_that_was_read_says_nothing_again(pane: GuidePane) -> None:
    pane.show_script(HELD)
    said = heard(pane)
    pane.show_script(replace(HELD, required_read=True))
    pane.show_script(replace(STEP, step="next"))
    assert said == []


def test_another_statement_is_unread_again(pane: GuidePane) -> None:
    pane.show_script(replace(HELD, required_read=True))
    pane.show_script(replace(HELD, step="later", required="Something else."))
    assert not pane.script.required.read


def test_arrow_keys_try_answers_without_going_on(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_script(replace(STEP, chosen=0))
    pane.activateWindow()
    pane.focus_guide()
    said = heard(pane)
    qtbot.keyClick(pane.script.answers.rows[0], Qt.Key.Key_Down)
    assert names(said) == ["answered"]
    qtbot.keyClick(pane.script.answers.rows[1], Qt.Key.Key_Space)
    assert names(said)[-1] == "next_requested"


def test_next_without_an_answer_asks_for_one(pane: GuidePane) -> None:
    pane.show_script(STEP)
    said = heard(pane)
    assert not pane.go_next()
    assert said == []
    assert pane.script.hold.text() == "Choose an answer"


def test_a_typed_answer_goes_on_with_enter_but_not_empty(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_script(replace(STEP, step="why", kind="text", options=()))
    said = heard(pane)
    qtbot.keyClick(pane.script.text.edit, Qt.Key.Key_Return)
    assert said == []
    qtbot.keyClicks(pane.script.text.edit, "a cough")
    qtbot.keyClick(pane.script.text.edit, Qt.Key.Key_Return)
    assert said == [
        ("answered", (Answer(step="why", index=None, text="a cough"),)),
        ("next_requested", ()),
    ]


def test_the_same_step_again_keeps_what_is_typed(pane: GuidePane, qtbot: QtBot) -> None:
    typed = replace(STEP, step="why", kind="text", options=())
    pane.show_script(typed)
    qtbot.keyClicks(pane.script.text.edit, "a cou")
    pane.show_script(replace(typed, note="Ask since when."))
    assert pane.script.text.text() == "a cou"
    pane.show_script(replace(typed, step="other"))
    assert pane.script.text.text() == ""


def test_a_step_without_question_goes_on_with_next(pane: GuidePane) -> None:
    pane.show_script(replace(STEP, kind="none", question="", options=()))
    said = heard(pane)
    assert pane.go_next()
    assert names(said) == ["next_requested"]


def test_back_is_refused_at_the_first_step(pane: GuidePane) -> None:
    pane.show_script(replace(STEP, can_go_back=False))
    said = heard(pane)
    assert not pane.go_back()
    assert said == []


def test_at_the_end_nothing_can_be_chosen(pane: GuidePane) -> None:
    pane.show_script(replace(STEP, ended=True))
    assert not pane.choose(1)
    assert not pane.go_next()
    assert pane.script.question.text() == "End of the script"
    assert not pane.script.next.isVisible()


def test_the_question_is_scrolled_into_view_on_a_new_step(pane: GuidePane, qtbot: QtBot) -> None:
    pane.resize(432, 420)
    long = replace(STEP, step="long", say="Please listen to this. " * 30)
    pane.show_script(long)
    row = pane.script.answers.rows[-1]
    port = pane.script.viewport()

    def seen() -> None:
        bottom = row.mapTo(port, row.rect().bottomLeft()).y()
        assert 0 < bottom <= port.height()

    qtbot.waitUntil(seen)


def test_escalate_and_stop_stay_when_the_page_scrolls(pane: GuidePane) -> None:
    assert not pane.script.isAncestorOf(pane.head.stop)
    assert not pane.wrap_up.isAncestorOf(pane.head.escalate)


def test_standing_buttons_are_open_without_a_script_and_closed_with_a_reason(
    pane: GuidePane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.stop_requested):
        qtbot.mouseClick(pane.head.stop, Qt.MouseButton.LeftButton)
    pane.set_live(False, "Opens with a call")
    assert not pane.head.stop.isEnabled()
    assert pane.head.stop.accessibleDescription() == "Opens with a call"


def test_a_digit_picks_an_outcome_only_after_hang_up(pane: GuidePane) -> None:
    pane.show_script(STEP)
    assert not pane.press_digit(2)
    pane.show_wrap_up(WRAP_UP)
    said = heard(pane)
    assert pane.press_digit(2)
    assert not pane.press_digit(7)
    assert said == [("outcome_picked", ("voicemail_left",))]


def test_the_proposed_outcome_is_marked_without_being_picked(pane: GuidePane) -> None:
    said = heard(pane)
    pane.show_wrap_up(WRAP_UP)
    pane.focus_guide()
    assert said == []
    focused = pane.wrap_up.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Busy"


def test_the_clock_runs_without_touching_the_form(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_wrap_up(WRAP_UP)
    pane.focus_outcome()
    line = pane.wrap_up.picker.lineEdit()
    assert line is not None
    line.setText("refu")
    pane.set_clock("00:03")
    pane.show_wrap_up(replace(WRAP_UP, clock="00:04"))
    assert line.text() == "refu"


def test_next_steps_show_three_and_hold_back_with_a_reason(pane: GuidePane) -> None:
    pane.show_script(STEP)
    steps = tuple(next_step(key) for key in "abcd")
    pane.show_next_steps((*steps, next_step("e", "no written consent")))
    assert [card.step.key for card in pane.steps.cards] == ["a", "b", "c"]
    assert pane.steps.cards[0].step.why == "Why: texts agreed."


def test_compact_pins_the_best_next_step_below_the_page(pane: GuidePane, theme: Theme) -> None:
    pane.show_script(STEP)
    pane.show_next_steps((next_step("a"), next_step("b")))
    assert pane.script.isAncestorOf(pane.steps)
    theme.set_layout(Layout.COMPACT)
    assert not pane.script.isAncestorOf(pane.steps)
    assert [card.step.key for card in pane.steps.cards] == ["a"]
    theme.set_layout(Layout.WIDE)
    assert pane.script.isAncestorOf(pane.steps)


def test_a_next_step_is_put_aside_with_a_reason(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_script(STEP)
    pane.show_next_steps((next_step("a"),))
    qtbot.keyClick(pane.steps.findChild(NextStepCard), Qt.Key.Key_Delete)
    menu = pane.steps.menu
    assert menu.isVisible()
    done = next(entry for entry in menu.actions() if entry.data() == "done")
    assert isinstance(done, QAction)
    with qtbot.waitSignal(pane.next_step_dismissed) as caught:
        done.trigger()
    menu.close()
    assert caught.args == ["a", "done"]


def test_the_stop_sheet_is_in_force_when_it_opens_and_can_be_undone(pane: GuidePane) -> None:
    pane.show_script(STEP)
    said = heard(pane)
    pane.show_stop(STOP)
    assert pane.stop_sheet.isVisible()
    assert said == []
    assert pane.undo_stop()
    assert names(said) == ["stop_undone"]
    pane.show_stop(replace(STOP, can_undo=False))
    assert not pane.undo_stop()


def test_a_narrower_stop_waits_for_its_reason(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_script(STEP)
    pane.show_stop(STOP)
    said = heard(pane)
    assert pane.choose(2)
    reason = pane.stop_sheet.reason
    assert reason.isVisible()
    qtbot.keyClick(reason.edit, Qt.Key.Key_Return)
    assert said == []
    qtbot.keyClicks(reason.edit, "wants results")
    qtbot.keyClick(reason.edit, Qt.Key.Key_Return)
    assert said == [("stop_narrowed", (StopScope.MARKETING, "wants results"))]


def test_a_refresh_of_the_stop_sheet_keeps_the_reason_being_typed(
    pane: GuidePane, qtbot: QtBot
) -> None:
    pane.show_stop(STOP)
    pane.choose(3)
    qtbot.keyClicks(pane.stop_sheet.reason.edit, "only this")
    pane.show_stop(replace(STOP, stopped=("3 queued sends",)))
    assert pane.stop_sheet.reason.isVisible()
    assert pane.stop_sheet.reason.text() == "only this"


def test_escape_closes_the_stop_sheet_and_keeps_the_stop(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_script(STEP)
    pane.show_stop(STOP)
    said = heard(pane)
    with qtbot.waitSignal(pane.stop_closed):
        qtbot.keyClick(pane.stop_sheet.done, Qt.Key.Key_Escape)
    assert said == []
    assert pane.choose(1)
    assert names(said)[0] == "answered"


def test_escalation_asks_number_and_place_first_and_keeps_them_for_the_call(
    pane: GuidePane, qtbot: QtBot
) -> None:
    pane.show_escalation(CALL)
    sheet = pane.escalate_sheet
    said = heard(pane)
    qtbot.keyClicks(sheet.place.edit, "12 Elm St")
    pane.close_escalation()
    pane.show_escalation(CALL)
    assert sheet.place.text() == "12 Elm St"
    qtbot.keyClick(sheet.place.edit, Qt.Key.Key_Return)
    assert said == [("escalated", (Escalation(phone="(937) 555-0137", place="12 Elm St"),))]
    pane.show_escalation(replace(CALL, call=2, phone=""))
    assert sheet.place.text() == ""


def test_escalation_without_a_number_asks_for_it(pane: GuidePane, qtbot: QtBot) -> None:
    pane.show_escalation(replace(CALL, phone=""))
    said = heard(pane)
    qtbot.keyClick(pane.escalate_sheet.place.edit, Qt.Key.Key_Return)
    assert said == []
    assert pane.escalate_sheet.phone.edit.property("bad")


def test_the_pane_fits_its_widths_with_long_words(
    pane: GuidePane, theme: Theme, qtbot: QtBot
) -> None:
    wide = replace(
        STEP,
        title="Recordatorio de la temporada de gripe para la familia " * 2,
        options=("Una respuesta bastante larga que no cabe en la línea " * 2,) * 4,
    )
    theme.set_layout(Layout.COMPACT)
    pane.show_script(wide)
    pane.show_next_steps(tuple(next_step("x" * 80) for _ in range(3)))
    assert pane.minimumSizeHint().width() <= 348

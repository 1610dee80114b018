"""How the widgets behave: focus, elision, reserved room, choosing, names for screen readers."""

import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.person.radio import RadioChips
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.theme.tokens import LIGHT
from console.ui.widgets import (
    Action,
    AnswerGroup,
    AnswerRow,
    Button,
    CallBox,
    CallState,
    Card,
    CheckBox,
    Chip,
    Choice,
    DigitGrid,
    EmptyState,
    Field,
    Label,
    Message,
    MessageKind,
    MessageSlot,
    NextStepCard,
    Option,
    Phase,
    Picker,
    PickerField,
    RequiredBox,
    SayBox,
    Sheet,
    Stage,
    StageState,
    StatusBar,
    Step,
    Stepper,
    Tab,
    TextArea,
    TopBar,
    clock,
)
from console.ui.widgets.label import plain_tip
from console.ui.widgets.paint import key_text

OUTCOMES = (
    Option("no_answer", "No answer", "Not reached"),
    Option("voicemail_left", "Voicemail left", "Not reached"),
    Option("no_voicemail", "No voicemail left", "Not reached"),
    Option("booked", "Appointment booked", "Reached"),
    Option("phone", "Teléfono equivocado", "Reached"),
)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show widgets in a window, above a field that takes the first focus."""

    kept: list[QWidget] = []

    def _show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        # pytest-qt keeps a weak reference only.
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.addWidget(QLineEdit(window))
        for widget in widgets:
            column.addWidget(widget)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return _show


def inner(widget: QWidget) -> QImage:
    """Picture what lies inside the ring."""
    return widget.grab(widget.rect().adjusted(8, 4, -8, -4)).toImage()


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Button(theme, "Correct", icon="pencil", key="Alt+H"),
        lambda theme: Button(theme, "Log and next", "primary"),
        lambda theme: Chip(theme, "Callback", "calendar-clock", "Alt+C"),
        lambda theme: AnswerRow(theme, "Another day", "Alt+1"),
    ],
)
def test_the_focus_ring_shifts_nothing(
    theme: Theme, show: Callable[..., QWidget], make: Callable[[Theme], QWidget]
) -> None:
    widget = make(theme)
    show(widget)
    rest, frame, hint = inner(widget), widget.geometry(), widget.sizeHint()
    whole = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()
    assert (widget.geometry(), widget.sizeHint()) == (frame, hint)
    assert inner(widget) == rest
    assert widget.grab().toImage() != whole


def test_the_focus_ring_of_a_field_shifts_neither_field_nor_text(
    theme: Theme, show: Callable[..., QWidget]
) -> None:
    field = Field(theme, "Name")
    picker = PickerField(theme, "Reason", editable=False)
    show(field, picker)
    frames = [field.geometry(), field.edit.geometry(), picker.picker.geometry()]
    field.focus()
    cursor: QRect = field.edit.cursorRect()
    assert field.edit.hasFocus()
    picker.focus()
    assert field.edit.cursorRect() == cursor
    assert [field.geometry(), field.edit.geometry(), picker.picker.geometry()] == frames


def test_a_focused_field_wears_an_accent_ring(theme: Theme, show: Callable[..., QWidget]) -> None:
    field = Field(theme, "Name")
    show(field)
    field.focus()
    image = field.edit.grab().toImage()
    for depth in (0, 1):
        assert image.pixelColor(depth, image.height() // 2).name().upper() == LIGHT.accent


def test_a_label_elides_and_keeps_the_whole_text(theme: Theme, qtbot: QtBot) -> None:
    text = "Calls about care, texts about care and marketing, 17 days"
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    label = Label(theme, text)
    row.addWidget(label)
    window.resize(120, 40)
    window.show()
    assert label.elided
    assert text in label.toolTip()
    assert label.accessibleName() == text
    assert window.minimumSizeHint().width() < 60
    window.resize(900, 40)
    assert not label.elided
    assert label.toolTip() == ""


def test_a_wrapping_label_grows_by_whole_lines(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "Our flu clinic is open tomorrow. " * 4, "say", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) == 24
    assert label.heightForWidth(300) % 24 == 0
    assert label.heightForWidth(300) > 48
    theme.set_layout(Layout.COMPACT)
    assert label.heightForWidth(2000) == 20


@pytest.mark.parametrize(
    ("key", "shown"),
    [("Alt+H", "Alt H"), ("Ctrl+Return", "Ctrl ↵"), ("F4", "F4"), ("Ctrl++", "Ctrl +"),
     ("Alt+Right", "Alt →"), ("Ctrl+Shift+Z", "Ctrl Shift Z"), ("+", "+")],
)  # fmt: skip
def test_keys_are_written_as_caps(theme: Theme, key: str, shown: str) -> None:
    assert key_text(theme, key) == shown


def test_a_busy_button_keeps_its_width_and_refuses(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Log and next", "primary", key="Ctrl+Return", height=40)
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    button.set_busy("Logging…")
    assert button.sizeHint().width() == width
    assert button.accessibleName() == "Logging…"
    with qtbot.assertNotEmitted(button.clicked):
        button.click()
    button.end_busy()
    with qtbot.waitSignal(button.clicked):
        button.click()


def test_an_ampersand_in_words_takes_no_shortcut(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Smith & Sons")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Smith & Sons"


def test_an_icon_button_says_its_name_and_key(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "", icon="ellipsis", key="Alt+Z", name="More")
    qtbot.addWidget(button)
    assert button.accessibleName() == "More"
    assert "Alt Z" in button.toolTip()


def test_a_button_that_is_off_says_why(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Escalate", key="Alt+E")
    qtbot.addWidget(button)
    button.set_reason("Opens with a call")
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Opens with a call"
    button.set_reason("")
    assert button.isEnabled()
    assert (button.accessibleDescription(), button.toolTip()) == ("Alt E", "")


def test_an_attached_effect_says_so(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Appointment", "calendar-plus", "Alt+B")
    qtbot.addWidget(chip)
    chip.set_chosen(True, "Fri 20 Nov, 10:40")
    assert chip.chosen
    assert chip.accessibleName() == "Appointment Fri 20 Nov, 10:40, added"
    chip.set_reason("Texts are stopped")
    assert not chip.isEnabled()
    assert chip.accessibleDescription() == "Texts are stopped"


def test_what_is_chosen_wears_a_mark_and_not_a_colour_alone(theme: Theme, qtbot: QtBot) -> None:
    """Seen without the tints, as by somebody who cannot tell them from the surface."""
    plain = {"accent_tint": LIGHT.surface, "accent_line": LIGHT.line, "accent_text": LIGHT.text2}
    theme.tokens = replace(LIGHT, **plain)
    radios, chip = RadioChips(theme, "Authority"), Chip(theme, "Calls 2", checkable=True)
    radios.set_choices((("none", "None"),))
    pictures = []
    for widget in (radios, chip):
        qtbot.addWidget(widget)
        pictures.append(widget.grab().toImage())
    radios.choose("none")
    chip.set_chosen(True)
    assert radios.grab().toImage() != pictures[0]
    marked = chip.minimumSizeHint().width()
    chip.set_chosen(False)
    assert marked - chip.minimumSizeHint().width() >= theme.px(14)


def test_the_slot_reserves_its_room(
    theme: Theme, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    slot, below = MessageSlot(theme), Button(theme, "Log and next")
    window = show(slot, below)
    before = (slot.geometry(), below.geometry(), window.minimumSizeHint())
    slot.show_message(Message(MessageKind.UNDO, "Logged for Denise W. " * 9, action="Undo",
                              key="Ctrl+Shift+Z", seconds=10))  # fmt: skip
    QApplication.processEvents()
    assert (slot.geometry(), below.geometry(), window.minimumSizeHint()) == before


def test_a_sentence_that_has_no_room_gives_way_to_its_short_form(
    theme: Theme, show: Callable[..., QWidget]
) -> None:
    """The whole one stands in the tooltip and is what a screen reader says."""
    slot = MessageSlot(theme)
    show(slot)
    whole, short = "Offline since 09:14. No dialing: consents are 32 min old.", "No dialing: old"
    slot.show_message(Message(MessageKind.OFFLINE, whole, short=short, action="Try now"))
    for width, shown, tip in ((700, whole, ""), (320, short, whole)):
        slot.setFixedWidth(width)
        QApplication.processEvents()
        assert (slot._words.text(), slot._words.accessibleName()) == (shown, whole)
        assert slot._words.toolTip() == plain_tip(tip)
    slot.show_message(Message(MessageKind.UNDO, "Logged"))
    assert (slot._words.text(), slot._words.toolTip()) == ("Logged", "")


def test_the_more_important_message_covers_the_other(theme: Theme, qtbot: QtBot) -> None:
    slot = MessageSlot(theme)
    qtbot.addWidget(slot)
    conflict = Message(MessageKind.CONFLICT, "Somebody else changed this record.")
    offline = Message(MessageKind.OFFLINE, "Offline since 09:14.", action="Try now")
    slot.show_message(conflict)
    slot.show_message(offline)
    assert slot.current is conflict
    slot.dismiss(MessageKind.CONFLICT)
    assert slot.current is offline
    slot.dismiss(MessageKind.OFFLINE)
    assert slot.current is None


def test_undo_is_in_reach_for_its_ten_seconds_also_offline(theme: Theme, qtbot: QtBot) -> None:
    slot = MessageSlot(theme)
    qtbot.addWidget(slot)
    undo = Message(MessageKind.UNDO, "Logged", action="Undo", seconds=10)
    slot.show_message(undo)
    slot.show_message(Message(MessageKind.OFFLINE, "Offline since 09:14."))
    assert slot.current is undo


def test_a_countdown_ends_even_behind_another_message(theme: Theme, qtbot: QtBot) -> None:
    slot = MessageSlot(theme)
    qtbot.addWidget(slot)
    slot._timer.setInterval(1)
    slot.show_message(Message(MessageKind.STOP, "Stopped."))
    with qtbot.waitSignal(slot.expired) as blocker:
        slot.show_message(Message(MessageKind.UNDO, "Logged", action="Undo", seconds=2))
    assert blocker.args == [MessageKind.UNDO]
    assert slot.current is not None
    assert slot.current.kind is MessageKind.STOP
    assert not slot._timer.isActive()


@pytest.fixture
def picker(theme: Theme, show: Callable[..., QWidget]) -> Picker:
    picker = Picker(theme, "Outcome")
    picker.set_options(OUTCOMES)
    show(picker)
    picker.setFocus()
    return picker


def type_text(picker: Picker, qtbot: QtBot, text: str) -> None:
    line = picker.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_words_typed_in_full_pick_their_option_and_no_other(
    theme: Theme, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    picker = Picker(theme, "Fills")
    picker.set_options((Option("-", "Not taken"), Option("street", "Street")))
    show(picker)
    picker.setFocus()
    picked: list[str] = []
    picker.picked.connect(picked.append)
    type_text(picker, qtbot, "street")
    popup = picker.lineEdit().completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (picker.key(), picked) == ("street", ["street"])


def test_the_picker_filters_words_in_any_order_and_without_accents(
    picker: Picker, qtbot: QtBot
) -> None:
    type_text(picker, qtbot, "left voice")
    assert picker.found() == ["Voicemail left", "No voicemail left"]
    type_text(picker, qtbot, "mail")
    assert picker.found() == ["Voicemail left", "No voicemail left"]
    type_text(picker, qtbot, "telefono")
    assert picker.found() == ["Teléfono equivocado"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("no v", "no_voicemail"), ("voicemail left", "voicemail_left"), ("book", "booked"),
     ("No answer", "no_answer")],
)  # fmt: skip
def test_enter_picks_the_match_once(picker: Picker, qtbot: QtBot, typed: str, key: str) -> None:
    picks: list[str] = []
    picker.picked.connect(picks.append)
    type_text(picker, qtbot, typed)
    line = picker.lineEdit()
    assert line is not None
    # While it is open, the popup gets the keys and hands them on.
    popup = line.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picks == [key]
    assert picker.key() == key


def test_down_and_enter_pick_from_the_popup_once(picker: Picker, qtbot: QtBot) -> None:
    picks: list[str] = []
    picker.picked.connect(picks.append)
    type_text(picker, qtbot, "voice")
    line = picker.lineEdit()
    assert line is not None
    popup = line.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picks == ["no_voicemail"]
    assert line.text() == "No voicemail left"


def test_what_matches_nothing_goes_back(picker: Picker, qtbot: QtBot) -> None:
    picker.set_key("booked")
    type_text(picker, qtbot, "zzz")
    picker.clearFocus()
    assert picker.currentText() == "Appointment booked"
    assert picker.key() == "booked"


def test_a_heading_cannot_be_picked(picker: Picker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.picked):
        picker.activated.emit(0)
    assert picker.itemText(0) == "Not reached"


def test_setting_a_key_is_no_pick(picker: Picker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.picked):
        picker.set_key("no_answer")
    picker.set_key("unheard of")
    assert picker.key() == ""


def test_a_field_says_why_it_is_off(theme: Theme, qtbot: QtBot) -> None:
    field = PickerField(theme, "Reason", editable=False, placeholder="Pick a reason")
    qtbot.addWidget(field)
    field.set_off("Not asked for this code")
    assert not field.picker.isEnabled()
    assert field.picker.placeholderText() == "Not asked for this code"
    field.set_on()
    assert field.picker.isEnabled()
    assert field.picker.placeholderText() == "Pick a reason"


def test_an_error_is_told_in_words_and_to_screen_readers(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "Outcome", hints=True)
    qtbot.addWidget(field)
    height = field.sizeHint().height()
    field.set_error("Pick an outcome to log this call")
    assert field.edit.accessibleDescription() == "Pick an outcome to log this call"
    assert field.edit.property("bad") is True
    assert field.sizeHint().height() == height
    field.set_hint("")
    assert field.edit.property("bad") is False


def test_the_stepper_is_one_object_with_all_dates(theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper(theme)
    qtbot.addWidget(stepper)
    stages = (
        Stage("Awareness", "Mon 16 Nov", StageState.DONE),
        Stage("Acceptance", "Today, goal 3 d", StageState.CURRENT),
        Stage("Acquisition", "Not reached", StageState.FUTURE),
    )
    stepper.set_journey("Flu season", stages)
    assert stepper.accessibleName() == "Journey Flu season: stage 2 of 3, Acceptance"
    for stage in stages:
        assert f"{stage.name}: {stage.note}" in stepper.accessibleDescription()
    assert stepper.focusPolicy() is Qt.FocusPolicy.NoFocus
    stepper.set_journey("", ())
    assert stepper.accessibleName() == "In no journey"


def test_answers_are_chosen_by_number_and_by_arrows(
    theme: Theme, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    group = AnswerGroup(theme, (Choice("a", "9:20"), Choice("b", "10:40")))
    show(group)
    with qtbot.waitSignal(group.chosen) as blocker:
        assert group.choose(2)
    assert blocker.args == ["b"]
    assert group.chosen_key == "b"
    assert not group.choose(3)
    with qtbot.waitSignal(group.chosen) as blocker:
        qtbot.keyClick(group.rows[1], Qt.Key.Key_Up)
    assert blocker.args == ["a"]
    group.set_answers((Choice("yes", "Yes"),))
    assert group.chosen_key == ""


def test_an_answer_is_a_radio_button_to_screen_readers(theme: Theme, qtbot: QtBot) -> None:
    row = AnswerRow(theme, "Another day", "Alt+3")
    qtbot.addWidget(row)
    seen = QAccessible.queryAccessibleInterface(row)
    assert seen.role() is QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "Another day"


def test_digits_choose_an_outcome(theme: Theme, show: Callable[..., QWidget], qtbot: QtBot) -> None:
    grid = DigitGrid(theme, ("No answer", "Voicemail left", "No voicemail left"))
    show(grid)
    grid.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    grid.setFocus()
    with qtbot.assertNotEmitted(grid.chosen):
        grid.propose(3)
    with qtbot.waitSignal(grid.chosen) as blocker:
        qtbot.keyClick(grid, Qt.Key.Key_2)
    assert blocker.args == [2]
    with qtbot.assertNotEmitted(grid.chosen):
        qtbot.keyClick(grid, Qt.Key.Key_9)
        qtbot.keyClick(grid, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)


def test_a_new_statement_is_not_read_yet(theme: Theme, qtbot: QtBot) -> None:
    box = RequiredBox(theme, "If you have trouble breathing, call 911.")
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.read_changed) as blocker:
        box.set_read(True)
    assert blocker.args == [True]
    box.set_text("Another statement.")
    assert not box.read


@pytest.mark.parametrize(
    ("phase", "names"),
    [
        (Phase.NONE, ["Start a call"]),
        (Phase.RINGING, ["Answer"]),
        (Phase.LIVE, ["Hold", "Hang up"]),
        (Phase.HELD, ["Resume", "Hang up"]),
        (Phase.ENDED, []),
    ],
)
def test_the_call_box_offers_only_what_can_be_done(
    theme: Theme, qtbot: QtBot, phase: Phase, names: list[str]
) -> None:
    box = CallBox(theme)
    qtbot.addWidget(box)
    box.show_call(CallState(phase, 252))
    shown = [b for b in box.findChildren(Button) if not b.isHidden()]
    assert [button.accessibleName() for button in shown] == names


def test_the_call_box_asks_and_never_elides(
    theme: Theme, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    box = CallBox(theme)
    show(box)
    box.show_call(CallState(Phase.LIVE, 252))
    with qtbot.waitSignal(box.hang_up_requested):
        box._hang_up.click()
    QApplication.processEvents()
    assert not any(label.elided for label in box.findChildren(Label) if label.isVisible())
    width = box.sizeHint().width()
    box.show_call(CallState(Phase.LIVE, 671))
    assert box.sizeHint().width() == width


def test_clocks() -> None:
    assert [clock(0), clock(252), clock(3852)] == ["00:00", "04:12", "1:04:12"]


def test_a_sheet_covers_its_pane_and_gives_the_focus_back(
    theme: Theme, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    pane = Card(theme, "Guide")
    pane.setMinimumHeight(200)  # a lower one it slides behind
    window = show(pane)
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    sheet = Sheet(theme, "Stop request", pane=pane, icon="circle-x", icon_role="bad")
    sheet.body.addWidget(Button(theme, "Done", key="Esc"))
    sheet.open_sheet()
    assert sheet.geometry() == pane.rect()
    assert sheet.isAncestorOf(QApplication.focusWidget())
    window.resize(700, 500)
    QApplication.processEvents()
    assert sheet.geometry() == pane.rect()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert before.hasFocus()


def test_a_step_is_taken_or_put_aside(theme: Theme, qtbot: QtBot) -> None:
    card = NextStepCard(theme, Step("send", "send", "Send it", "Why: texts agreed.", "Send"))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.dismissed) as blocker:
        qtbot.keyClick(card.findChild(Button), Qt.Key.Key_Delete)
    assert blocker.args == ["send"]


def test_an_empty_pane_offers_its_ways_on(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "database", "Nobody here yet", "Bring people in.",
                       (Action("import", "Import", "Alt+1"),))  # fmt: skip
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.chosen) as blocker:
        empty.findChildren(Button)[0].click()
    assert blocker.args == ["import"]


def top_bar(theme: Theme) -> TopBar:
    tabs = (Tab("console", "Console"), Tab("callbacks", "Callbacks", 6))
    return TopBar(theme, "Engagement center", tabs, initials="JM", name="Jordan Mays")


def test_pages_are_tabs_with_their_counts(theme: Theme, qtbot: QtBot) -> None:
    bar = top_bar(theme)
    qtbot.addWidget(bar)
    bar.tabs.set_count("callbacks", 7)
    seen = QAccessible.queryAccessibleInterface(bar.tabs)
    names = [seen.child(n).text(QAccessible.Text.Name) for n in range(2)]
    assert names == ["Console", "Callbacks 7"]
    with qtbot.waitSignal(bar.page_picked) as blocker:
        bar.tabs.set_current("callbacks")
    assert blocker.args == ["callbacks"]


def test_the_bars_fit_the_narrowest_window_at_twice_the_text(theme: Theme, qtbot: QtBot) -> None:
    bar, status = top_bar(theme), StatusBar(theme)
    for widget in (bar, status):
        qtbot.addWidget(widget)
    bar.call_box.show_call(CallState(Phase.LIVE, 252))
    status.set_status("bad", "Offline since 09:44, 3 records kept on this computer. " * 3)
    status.set_facts(("Last log 09:40: No answer", "6 logged today", "Desk 07"))
    theme.set_layout(Layout.NARROW)
    theme.set_factor(2.0)
    assert bar.minimumSizeHint().width() <= 1920
    assert status.minimumSizeHint().width() <= 1366


def test_facts_that_are_told_again_are_not_laid_out_again(theme: Theme, qtbot: QtBot) -> None:
    """They are told with each letter of a note."""
    status = StatusBar(theme)
    qtbot.addWidget(status)
    status.set_facts(("6 logged today", "Desk 07"))
    known = status.findChildren(Label)
    status.set_facts(("6 logged today", "Desk 07"))
    assert status.findChildren(Label) == known
    status.set_facts(("7 logged today", "Desk 07"))
    texts = [label.text() for label in status.findChildren(Label) if not label.isHidden()]
    assert "7 logged today" in texts
    assert "6 logged today" not in texts


def test_what_says_least_in_the_top_bar_goes_before_a_word_is_cut(
    theme: Theme, qtbot: QtBot
) -> None:
    theme.set_layout(Layout.COMPACT)
    bar = TopBar(theme, "Centro de atención", (Tab("console", "Consola"),), initials="", name="")
    qtbot.addWidget(bar)
    bar.show_callbacks(8)
    bar.presence.set_wanted(True)
    bar.presence.show_presence("Problema técnico", ready=False)
    bar.call_box.show_call(CallState(Phase.NONE, can_dial=True))
    bar.resize(1366, 48)
    bar.show()
    title = bar.findChildren(Label)[0]
    qtbot.waitUntil(title.isVisible)
    for width in (1100, 1150, 1366):
        bar.resize(width, 48)
        QApplication.processEvents()
        parts = [*bar.findChildren(Label), *bar.findChildren(Button)]
        cut = [part.text() for part in parts if part.isVisible()
               and part.width() < part.sizeHint().width()]  # fmt: skip
        assert cut == []
        assert bar.callbacks.isVisible()
    bar.resize(1000, 48)
    QApplication.processEvents()
    assert not title.isVisible()


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Button(theme, "Send"),
        lambda theme: Chip(theme, "Send"),
        lambda theme: CheckBox(theme, "Read"),
        lambda theme: Label(theme, "Denise"),
        lambda theme: Field(theme, "Name"),
        lambda theme: TextArea(theme, "Notes"),
        lambda theme: PickerField(theme, "Outcome"),
        lambda theme: AnswerGroup(theme, (Choice("a", "9:20"),)),
        lambda theme: MessageSlot(theme),
        lambda theme: SayBox(theme, "Hello"),
        lambda theme: RequiredBox(theme, "Hello"),
        lambda theme: CallBox(theme),
        top_bar,
    ],
)
def test_a_dropped_widget_is_freed(
    theme: Theme, qapp: QApplication, make: Callable[[Theme], QWidget]
) -> None:
    widget = make(theme)
    seen = weakref.ref(widget)
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del widget
    assert seen() is None

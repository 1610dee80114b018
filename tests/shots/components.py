"""The page of all components and states, to be looked at beside the reference pictures."""

import sys
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Mode, Theme
from console.ui.theme.tokens import Role, Tokens
from console.ui.widgets import (
    Action,
    AnswerGroup,
    AnswerRow,
    Button,
    CallBox,
    CallState,
    Card,
    Chip,
    Choice,
    Digit,
    EmptyState,
    Field,
    KeyCap,
    Label,
    Message,
    MessageKind,
    MessageSlot,
    Meter,
    NextStepCard,
    Option,
    Phase,
    PickerField,
    Progress,
    RequiredBox,
    SayBox,
    Skeleton,
    Stage,
    StageState,
    StatusBar,
    Step,
    Stepper,
    Tab,
    Tag,
    TextArea,
    TopBar,
)


def components_page(theme: Theme) -> QWidget:
    """Lay out every component in every state."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(8)
    column.addWidget(Label(theme, "Components and states", "h1"))
    for title, parts in _rows(theme):
        column.addWidget(_row(theme, title, parts))
    for slot in _slots(theme):
        column.addWidget(slot)
    column.addWidget(_types(theme))
    column.addWidget(_swatches(theme))
    column.addLayout(_pieces(theme))
    column.addStretch(1)
    return page


def focused(widget: QWidget) -> QWidget:
    """Paint as if focused, without being in an active window."""
    widget.hasFocus = lambda: True  # type: ignore[method-assign]
    return widget


def hovered(widget: QWidget) -> QWidget:
    widget.underMouse = lambda: True  # type: ignore[method-assign]
    return widget


def _state(theme: Theme, widget: QWidget, caption: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(Label(theme, caption, "meta", "text3"))
    column.addStretch(1)
    return box


def _row(theme: Theme, title: str, parts: list[QWidget]) -> Card:
    card = Card(theme)
    line = QHBoxLayout()
    line.setSpacing(theme.px(12))
    label = Label(theme, title, "h3")
    label.setFixedWidth(theme.px(130))
    line.addWidget(label)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def _rows(theme: Theme) -> list[tuple[str, list[QWidget]]]:
    return [
        ("Primary", _primary(theme)),
        ("Secondary", _secondary(theme)),
        ("Field", _fields(theme)),
        ("Verify item", _verify(theme)),
        ("Call box", _calls(theme)),
        ("Outcome digit", _digits(theme)),
        ("Tag, key, meter", _tags(theme)),
        ("Answer", _answers(theme)),
    ]


def _primary(theme: Theme) -> list[QWidget]:
    busy = Button(theme, "Log and next", "primary")
    busy.set_busy("Logging…")
    off = Button(theme, "Log and next", "primary")
    off.setEnabled(False)
    big = Button(theme, "Log and next", "primary", key="Ctrl+Return", height=40)
    return [
        _state(theme, Button(theme, "Log and next", "primary"), "Rest"),
        _state(theme, hovered(Button(theme, "Log and next", "primary")), "Hover"),
        _state(theme, focused(Button(theme, "Log and next", "primary")), "Focus"),
        _state(theme, busy, "Busy"),
        _state(theme, off, "Disabled"),
        _state(theme, big, "With its key"),
    ]


def _secondary(theme: Theme) -> list[QWidget]:
    pressed, off = Button(theme, "Correct"), Button(theme, "Correct")
    pressed.setDown(True)
    off.setEnabled(False)
    hang_up = Button(theme, "Hang up", "danger", "phone-off", "Alt+X", height=28)
    stop = Button(theme, "Stop request", "standing", "circle-x", "Alt+S", height=30)
    return [
        _state(theme, Button(theme, "Correct"), "Rest"),
        _state(theme, hovered(Button(theme, "Correct")), "Hover"),
        _state(theme, pressed, "Pressed"),
        _state(theme, focused(Button(theme, "Correct")), "Focus"),
        _state(theme, off, "Disabled"),
        _state(theme, Button(theme, "Hold", icon="pause", key="Alt+H", height=28), "With its key"),
        _state(theme, hang_up, "Hang up"),
        _state(theme, stop, "Standing"),
        _state(theme, Button(theme, "Undo", "link", key="Ctrl+Shift+Z"), "Link"),
        _state(theme, Button(theme, "Correct", icon="pencil"), "With icon"),
        _state(theme, Button(theme, "", icon="ellipsis", name="More"), "Icon"),
        _state(theme, Button(theme, "Back", "quiet", key="Alt+Left"), "Quiet"),
    ]


def _fields(theme: Theme) -> list[QWidget]:
    made = []
    for text, caption in (("", "Empty"), ("Whitfield", "Filled"), ("Whitfield", "Focus")):
        field = Field(theme, "", placeholder="Name, phone or MRN")
        field.set_text(text)
        field.setObjectName(caption)
        made.append((field, caption))
    bad = Field(theme, "", placeholder="Pick or type an outcome")
    bad.set_error("Pick an outcome to log this call")
    off = Field(theme, "")
    off.set_off("Not asked for this code")
    found = Field(theme, "", placeholder="Search timeline", search=True)
    made += [(bad, "Error"), (off, "Disabled"), (found, "Search")]
    for field, _ in made:
        field.setFixedWidth(theme.px(176))
    return [_state(theme, field, caption) for field, caption in made]


def _verify(theme: Theme) -> list[QWidget]:
    parts: list[QWidget] = []
    for label, text in (("Birth date", "9 Jun 1974"), ("Birth date", "3 Feb 1954"), ("MRN", "")):
        field = Field(theme, label, placeholder="Ask this", key="Alt+V")
        field.set_text(text)
        field.setFixedWidth(theme.px(144))
        parts.append(field)
    parts += [
        Tag(theme, "Match", "ok", "check"),
        Tag(theme, "No match", "bad", "x"),
        Tag(theme, "To ask", "neutral", "circle-question-mark"),
        Tag(theme, "Verified: patient", "ok", "badge-check"),
        Tag(theme, "Unverified", "warn", "shield-question-mark"),
    ]
    return parts


def _calls(theme: Theme) -> list[QWidget]:
    made: list[QWidget] = []
    for state in (
        CallState(),
        CallState(Phase.RINGING, 6),
        CallState(Phase.HELD, 200),
    ):
        box = CallBox(theme)
        box.show_call(state)
        made.append(box)
    return made


def _digits(theme: Theme) -> list[QWidget]:
    one, three = Digit(theme, 1, "No answer"), Digit(theme, 3, "No voicemail left")
    three.setChecked(True)
    for digit in (one, three):
        digit.setFixedWidth(theme.px(196))
    booked = Chip(theme, "Appointment", "calendar-plus", "Alt+B")
    booked.set_chosen(True, "Fri 20 Nov, 10:40")
    send = Chip(theme, "Send", "send", "Alt+T")
    send.set_reason("Texts are stopped")
    every = Chip(theme, "All 14", checkable=True)
    every.setChecked(True)
    return [one, three, Chip(theme, "Callback", "calendar-clock", "Alt+C"), booked, send,
            Chip(theme, "Texts 3", "message-square", checkable=True), every,
            focused(Chip(theme, "Calls 2", "phone", checkable=True))]  # fmt: skip


def _tags(theme: Theme) -> list[QWidget]:
    return [
        Tag(theme, "Delivered"),
        Tag(theme, "Queued", "info"),
        Tag(theme, "Attended", "ok"),
        Tag(theme, "Open, due 12:00", "warn"),
        Tag(theme, "Cancelled", "bad"),
        Tag(theme, "Calls: care, 17 days", "ok", "check"),
        Tag(theme, "Mail: stopped, 4 months", "bad", "x"),
        Tag(theme, "Texts: not asked", "warn", "circle-question-mark"),
        KeyCap(theme, "Ctrl+Return"),
        KeyCap(theme, "F4"),
        Meter(theme, 1, 3),
        Label(theme, "Marketing, 1 of 3 this week", "meta", "text3"),
    ]


def _answers(theme: Theme) -> list[QWidget]:
    rows = [AnswerRow(theme, "Another day", f"Alt+{n}") for n in (1, 2)]
    rows.append(AnswerRow(theme, "10:40", "Alt+3"))
    focused(rows[1])
    rows[2].setChecked(True)
    for row in rows:
        row.setFixedWidth(theme.px(230))
    return [*rows, Label(theme, "rest · focus · chosen", "meta", "text3")]


def _slots(theme: Theme) -> list[QWidget]:
    texts = (
        Message(MessageKind.OFFLINE, "Offline since 09:14. After this call, no dialing: consents "
                "are 32 min old, limit 30.", action="Try now"),
        Message(MessageKind.CONFLICT, "Ana Villaseñor-Prieto changed this record at 09:44. Your "
                "notes are kept.", action="Show changes"),
        Message(MessageKind.UNDO, "Logged for Denise W.: Appointment booked", action="Undo",
                key="Ctrl+Shift+Z", seconds=2),
    )  # fmt: skip
    made: list[QWidget] = []
    for message in texts:
        slot = MessageSlot(theme)
        slot.show_message(message)
        made.append(slot)
    return made


def _types(theme: Theme) -> Card:
    samples: tuple[tuple[str, Style, str], ...] = (
        ("Denise Whitfield-Okafor", "h1", "h1 20/28 650"),
        ("Our flu clinic is open tomorrow.", "say", "say 16/24 450"),
        ("Next steps", "h2", "h2 15/20 600"),
        ("Takes 10:40 tomorrow.", "body", "body 13/18 400"),
        ("08:14 · Denise", "meta", "meta 12/16 400"),
        ("28.5%", "num", "num 24/28 600 tnum"),
    )
    card, line = Card(theme), QHBoxLayout()
    line.setSpacing(theme.px(24))
    for text, style, caption in samples:
        line.addWidget(_state(theme, Label(theme, text, style), caption))
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def _swatches(theme: Theme) -> Card:
    card, line = Card(theme), QHBoxLayout()
    names: list[Role] = [field.name for field in fields(Tokens)]  # type: ignore[misc]
    for name in names[:16]:
        swatch = Card(theme)
        swatch.set_colors(name, "line")
        swatch.setFixedSize(theme.px(76), theme.px(28))
        line.addWidget(_state(theme, swatch, name))
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def _pieces(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(8)
    guide = Card(theme, "Flu: asked to be called", key="F4")
    guide.add_to_head(Label(theme, "Step 3 of 6", "meta", "text3"))
    guide.body.addWidget(Progress(theme, 3, 6))
    pair = QHBoxLayout()
    pair.addWidget(Button(theme, "Escalate", "standing", "siren", "Alt+E", height=30))
    pair.addWidget(Button(theme, "Stop request", "standing", "circle-x", "Alt+S", height=30))
    guide.body.addLayout(pair)
    guide.body.addWidget(SayBox(theme, "Our flu clinic on Wayne Avenue is open tomorrow, 9 to 12. "
                                "A nurse practitioner sees you; allow 20 minutes."))  # fmt: skip
    guide.body.addWidget(RequiredBox(theme, "“If you have trouble breathing, chest pain or feel "
                                     "faint before then, call 911.”"))  # fmt: skip
    guide.body.addWidget(Label(theme, "Which time tomorrow suits you?", "question"))
    times = ("9:20", "10:40", "Another day")
    guide.body.addWidget(AnswerGroup(theme, tuple(Choice(time, time) for time in times)))
    guide.body.addStretch(1)
    guide.setFixedWidth(theme.px(432))
    grid.addWidget(guide, 0, 0)
    grid.addWidget(_middle(theme), 0, 1)
    grid.addWidget(
        EmptyState(theme, "database", "Nobody here yet", "Bring in people from a file, or look "
                   "around with invented ones.", (Action("import", "Import", "Alt+1", "upload"),
                   Action("demo", "Demo data", "Alt+2", "flask-conical"))), 0, 2)  # fmt: skip
    grid.setColumnStretch(1, 1)
    return grid


def _middle(theme: Theme) -> QWidget:
    card = Card(theme, "Timeline", "14 touchpoints since 6 Jul", "F12")
    stepper = Stepper(theme)
    names = ("Awareness", "Acceptance", "Acquisition", "Conversion", "Retention")
    notes = ("Mon 16 Nov", "Today, goal 3 d", "Not reached", "Not reached", "Not reached")
    states = (StageState.DONE, StageState.CURRENT, *[StageState.FUTURE] * 3)
    stages = [Stage(*parts) for parts in zip(names, notes, states, strict=True)]
    stepper.set_journey("Flu season", tuple(stages))
    card.body.addWidget(stepper)
    row = QHBoxLayout()
    outcome = PickerField(theme, "Outcome", placeholder="Pick or type an outcome", key="F6",
                          hints=True)  # fmt: skip
    outcome.picker.set_options((Option("booked", "Appointment booked"),))
    outcome.picker.set_key("booked")
    outcome.set_tag("Proposed")
    outcome.set_hint("Logging closes her inquiry of 08:14.", "circle-check", "ok")
    reason = PickerField(theme, "Reason", editable=False, hints=True)
    reason.set_off("Not asked for this code")
    row.addWidget(outcome, 4)
    row.addWidget(reason, 3)
    card.body.addLayout(row)
    notes_area = TextArea(theme, "Notes", optional="Optional", key="F9",
                          placeholder="What the next person who calls should know")  # fmt: skip
    card.body.addWidget(notes_area)
    step = Step("send", "message-square", "Send the confirmation by text",
                "Why: visit tomorrow; texts agreed.", "Send")  # fmt: skip
    card.body.addWidget(NextStepCard(theme, step))
    waiting = Skeleton(theme, 2)
    waiting._drawn = True
    card.body.addWidget(waiting)
    card.body.addStretch(1)
    return card


def _window(theme: Theme) -> QWidget:
    window = QWidget()
    window.setObjectName("shot")
    window.setAutoFillBackground(True)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    top = TopBar(theme, "Engagement center", (Tab("console", "Console"),
                 Tab("callbacks", "Callbacks", 6), Tab("worklist", "Worklist", 38)),
                 initials="JM", name="Jordan Mays")  # fmt: skip
    top.call_box.show_call(CallState(Phase.LIVE, 252))
    bottom = StatusBar(theme)
    bottom.set_status("ok", "All changes saved · synced 12 s ago")
    bottom.set_facts(("Last log 09:40: No answer", "6 logged today", "Desk 07"))
    column.addWidget(top)
    column.addWidget(components_page(theme), 1)
    column.addWidget(bottom)
    return window


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(app)
    window = _window(theme)
    window.resize(1520, 1240)
    window.show()
    window.activateWindow()
    field = window.findChild(QWidget, "Focus")
    assert isinstance(field, Field)
    field.focus()
    for _ in range(5):
        app.processEvents()
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.set_mode(mode)
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(folder / f"components-{mode.value}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp"))

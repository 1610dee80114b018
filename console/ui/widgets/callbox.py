"""The call in progress: what it is doing, its two clocks, and the keys that act on it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.aloud import say_aloud
from console.ui.widgets.button import Button, ButtonKind
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Rule
from console.ui.widgets.themed import Themed


class Phase(Enum):
    """What the line does."""

    NONE = "none"
    RINGING = "ringing"
    LIVE = "live"
    HELD = "held"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CallState:
    """The call at this second; `can_dial` offers Dial again after its end."""

    phase: Phase = Phase.NONE
    call_seconds: int = 0
    wrap_seconds: int = 0
    can_dial: bool = False


_DOTS: dict[Phase, Role] = {
    Phase.NONE: "text3",
    Phase.RINGING: "accent",
    Phase.LIVE: "ok",
    Phase.HELD: "warn",
    Phase.ENDED: "warn",
}


def clock(seconds: int) -> str:
    """Write a duration as "04:12", from an hour on as "1:04:12"."""
    minutes, second = divmod(max(0, seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


class CallBox(Themed, QWidget):
    """Shows what is true of the line, and offers only what can be done with it now.

    No call offers Start a call; ringing Answer; live Hold and Hang up; held Resume and Hang up;
    ended Dial again if that is allowed. The clock that does not run is dim, and has no room in the
    narrow arrangement.

    Signals:
        start_requested, answer_requested, hold_requested, resume_requested, hang_up_requested,
        dial_requested: the person pressed the button of that name.
    """

    start_requested = Signal()
    answer_requested = Signal()
    hold_requested = Signal()
    resume_requested = Signal()
    hang_up_requested = Signal()
    dial_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.state = CallState()
        self._phase = Label(theme, "", "h3", parent=self)
        self._call = Label(theme, "", "clock", parent=self)
        self._rule = Rule(theme, vertical=True, parent=self)
        self._wrap_word = Label(theme, self.tr("Wrap-up"), "body", "text3", parent=self)
        self._wrap = Label(theme, "", "figure", "text3", parent=self)
        self._start = self._button(self.tr("Start a call"), "", "Alt+A")
        self._answer = self._button(self.tr("Answer"), "", "Alt+A")
        self._hold = self._button(self.tr("Hold"), "pause", "Alt+H")
        self._resume = self._button(self.tr("Resume"), "play", "Alt+H")
        self._hang_up = self._button(self.tr("Hang up"), "phone-off", "Alt+X", "danger")
        self._dial = self._button(self.tr("Dial again"), "phone", "Alt+D")
        self._icons = {self._hold: "pause", self._resume: "play", self._hang_up: "phone-off",
                       self._dial: "phone"}  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._build()
        self._connect()
        self._restyle()

    def show_call(self, state: CallState) -> None:
        """Show the call as it is now; cheap enough for every second."""
        before, self.state = self.state, state
        words = self._words()
        self._phase.set_text(words)
        self._call.set_text(clock(state.call_seconds))
        self._wrap.set_text(clock(state.wrap_seconds))
        self._show_clocks()
        self._show_buttons()
        self.setAccessibleName(self.tr("Call: {0}").format(words))
        if state.phase is not before.phase:
            say_aloud(self, self.accessibleName(), at_once=state.phase is Phase.RINGING)
        self.update()

    def _button(self, text: str, icon: str, key: str, kind: ButtonKind = "secondary") -> Button:
        return Button(self.theme, text, kind, icon, key, height=28, inset=8, parent=self)

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        self._clocks, self._buttons = QHBoxLayout(), QHBoxLayout()
        for part in (self._phase, self._call, self._rule, self._wrap_word, self._wrap):
            self._clocks.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._start, self._answer, self._hold, self._resume, self._hang_up,
                       self._dial):  # fmt: skip
            self._buttons.addWidget(button)
        row.addLayout(self._clocks)
        row.addLayout(self._buttons)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_requested)
        self._answer.clicked.connect(self.answer_requested)
        self._hold.clicked.connect(self.hold_requested)
        self._resume.clicked.connect(self.resume_requested)
        self._hang_up.clicked.connect(self.hang_up_requested)
        self._dial.clicked.connect(self.dial_requested)

    def _words(self) -> str:
        words = {
            Phase.NONE: self.tr("No call"),
            Phase.RINGING: self.tr("Ringing"),
            Phase.LIVE: self.tr("Live"),
            Phase.HELD: self.tr("Held"),
            Phase.ENDED: self.tr("Wrap-up") if self.theme.narrow else self.tr("Ended"),
        }
        return words[self.state.phase]

    def _show_clocks(self) -> None:
        phase = self.state.phase
        narrow, ended = self.theme.narrow, phase is Phase.ENDED
        for part in (self._rule, self._wrap_word):
            part.setVisible(phase is not Phase.NONE and not narrow)
        self._call.setVisible(phase is not Phase.NONE and not (narrow and ended))
        self._wrap.setVisible(phase is not Phase.NONE and not (narrow and not ended))
        running, resting = self._call, self._wrap
        if phase is Phase.ENDED:
            running, resting = resting, running
        bold: Style = "h3" if phase is Phase.ENDED else "body"
        self._wrap_word.set_style(bold)
        self._wrap_word.set_role("text" if phase is Phase.ENDED else "text3")
        running.set_style("clock")
        running.set_role("text")
        resting.set_style("figure")
        resting.set_role("text3")

    def _show_buttons(self) -> None:
        phase, line = self.state.phase, (Phase.LIVE, Phase.HELD)
        self._start.setVisible(phase is Phase.NONE)
        self._answer.setVisible(phase is Phase.RINGING)
        self._hold.setVisible(phase is Phase.LIVE)
        self._resume.setVisible(phase is Phase.HELD)
        self._hang_up.setVisible(phase in line)
        again = phase is Phase.ENDED
        self._dial.set_text(self.tr("Dial again") if again else self.tr("Dial"))
        self._dial.setVisible(self.state.can_dial and (again or phase is Phase.NONE))
        px, alone = self.theme.px, again and not self.state.can_dial
        self._row.setContentsMargins(px(12 + 8 + 8), px(4), px(14 if alone else 4), px(4))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setSpacing(px(12))
        self._clocks.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        self.setFixedHeight(self._height())
        for button, icon in self._icons.items():
            button.set_icon("" if self.theme.compact else icon)
        self.show_call(self.state)

    def minimumSizeHint(self) -> QSize:
        # What the rep must see and reach at any moment is never elided.
        return QSize(self.sizeHint().width(), self._height())

    def _height(self) -> int:
        """That of a button and its margins, each rounded as they are."""
        return self.theme.px(28) + 2 * self.theme.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.theme.narrow:
            paint.box(painter, self.theme, self.rect(), "surface", "line")
        center = QPoint(self.theme.px(12 + 4), self.height() // 2)
        paint.dot(painter, self.theme, center, _DOTS[self.state.phase])

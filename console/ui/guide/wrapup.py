"""The form after hang-up: how did it end, the voicemail text, the next attempt."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.guide.model import WrapUpView
from console.ui.parts import Marked, Page
from console.ui.theme.theme import Theme
from console.ui.widgets import (
    Button,
    DigitGrid,
    KeyCap,
    Label,
    NextStepCard,
    Picker,
    Rule,
    SayBox,
    Step,
)


class WrapUpPage(Page):
    """Eight outcomes by digit, any other by typing, and what follows.

    Signals:
        outcome_picked: the code of the outcome that was picked.
        dial_again_requested: the same number once more.
        attempt_change_requested: another time for the next attempt.
    """

    outcome_picked = Signal(str)
    dial_again_requested = Signal()
    attempt_change_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.view = WrapUpView()
        page = self.widget()
        self.digits = DigitGrid(theme, (), parent=page)
        self.picker = Picker(theme, self.tr("Any outcome"),
                             placeholder=self.tr("Or type any outcome"), parent=page)  # fmt: skip
        self._cap = KeyCap(theme, "F6", parent=page)
        self._proposal: Marked | None = None
        self._rules = [Rule(theme, parent=page), Rule(theme, parent=page)]
        self.voicemail = SayBox(theme, title=self.tr("Voicemail text, names no reason"),
                                parent=page)  # fmt: skip
        self._not_left = Label(theme, "", "meta", "text3", parent=page)
        self.dial = Button(theme, self.tr("Dial again"), icon="phone", key="Alt+D", height=30,
                           parent=page)  # fmt: skip
        self._attempt_title = Label(theme, self.tr("Next attempt"), "h2", parent=page)
        self._attempt_cap = KeyCap(theme, "F5", parent=page)
        self._attempt: NextStepCard | None = None
        self.dial.clicked.connect(self.dial_again_requested)
        self.picker.picked.connect(self.outcome_picked)
        self._build()
        self._on_theme_changed()

    def show_wrap_up(self, view: WrapUpView) -> None:
        """Show how the call may have ended; what is being typed stays."""
        before, self.view = self.view, view
        if before.outcomes != view.outcomes:
            self._show_digits(view)
        if before.options != view.options:
            self.picker.set_options(view.options)
        codes = [outcome.code for outcome in view.outcomes]
        if view.picked in codes:
            self.digits.propose(codes.index(view.picked) + 1)
        if before.proposal != view.proposal or self._proposal is None:
            self._show_proposal(view.proposal)
        if before.attempt != view.attempt:
            self._show_attempt(view)
        self._show_below(view)

    def press_digit(self, number: int) -> bool:
        """Pick an outcome as its digit does."""
        return self.digits.choose(number)

    def focus_digits(self) -> None:
        """Put the focus on the outcome picked, so that digits and arrows work."""
        codes = [outcome.code for outcome in self.view.outcomes]
        place = codes.index(self.view.picked) if self.view.picked in codes else 0
        buttons = self.digits.findChildren(QWidget, options=_DIRECT)
        if buttons:
            buttons[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.column.addWidget(self.digits)
        self._typed, self._below, self._head = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._typed.addWidget(self.picker, 1)
        self._typed.addWidget(self._cap)
        self.column.addLayout(self._typed)
        self._proposal_place = self.column.count()
        self.column.addWidget(self._rules[0])
        self.column.addWidget(self.voicemail)
        self._below.addWidget(self._not_left, 1)
        self._below.addWidget(self.dial)
        self.column.addLayout(self._below)
        self.column.addWidget(self._rules[1])
        self._head.addWidget(self._attempt_title, 1)
        self._head.addWidget(self._attempt_cap)
        self.column.addLayout(self._head)
        self.column.addStretch(1)

    def _show_digits(self, view: WrapUpView) -> None:
        self.column.removeWidget(self.digits)
        self.digits.hide()
        self.digits.deleteLater()
        words = tuple(outcome.label for outcome in view.outcomes)
        self.digits = DigitGrid(self._theme, words, parent=self.widget())
        self.digits.setAccessibleName(self.tr("How did it end?"))
        self.digits.chosen.connect(self._on_digit_chosen)
        self.column.insertWidget(0, self.digits)
        self.setTabOrder(self.digits, self.picker)

    def _show_proposal(self, sentence: str) -> None:
        if self._proposal is not None:
            self.column.removeWidget(self._proposal)
            self._proposal.hide()
            self._proposal.deleteLater()
        self._proposal = Marked(self._theme, "info", "text3", sentence, style="meta",
                                style_role="text3", parent=self.widget())  # fmt: skip
        self._proposal.setVisible(bool(sentence))
        self.column.insertWidget(self._proposal_place, self._proposal)

    def _show_below(self, view: WrapUpView) -> None:
        """The voicemail text and dialing again; without either not even their room is kept."""
        self.voicemail.set_text(view.voicemail)
        self.voicemail.setVisible(bool(view.voicemail))
        self._not_left.set_text(view.voicemail_note)
        self._not_left.setVisible(bool(view.voicemail_note) or view.can_dial)
        self.dial.setVisible(view.can_dial)
        below = bool(view.voicemail) or view.can_dial
        self._rules[0].setVisible(below and not self._theme.compact)

    def _show_attempt(self, view: WrapUpView) -> None:
        if self._attempt is not None:
            self.column.removeWidget(self._attempt)
            self._attempt.hide()
            self._attempt.deleteLater()
            self._attempt = None
        # The tight arrangement leaves it to the bar, which says when the next attempt will be.
        shown = view.attempt is not None and not self._theme.compact
        for part in (self._rules[1], self._attempt_title, self._attempt_cap):
            part.setVisible(shown)
        if view.attempt is None or not shown:
            return
        step = Step("attempt", "calendar-clock", view.attempt.title, view.attempt.why,
                    self.tr("Change"))  # fmt: skip
        self._attempt = NextStepCard(self._theme, step, parent=self.widget())
        self._attempt.taken.connect(self._on_change_pressed)
        self.column.insertWidget(self.column.count() - 1, self._attempt)

    @Slot(int)
    def _on_digit_chosen(self, number: int) -> None:
        self.outcome_picked.emit(self.view.outcomes[number - 1].code)

    @Slot(str)
    def _on_change_pressed(self, _key: str) -> None:
        self.attempt_change_requested.emit()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "_head"):
            for row in (self._typed, self._below, self._head):
                row.setSpacing(self._theme.px(8))
            self._show_below(self.view)
            self._show_attempt(self.view)


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly

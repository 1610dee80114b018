"""The guide pane: the script in a call, the form after it, the sheets for stop and escalation."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.models.views import NextStepView
from console.ui.guide.escalate import EscalateSheet
from console.ui.guide.head import GuideHead
from console.ui.guide.model import EscalateView, GuideView, StopView, WrapUpView
from console.ui.guide.reasons import ReasonsSheet
from console.ui.guide.script import ScriptPage
from console.ui.guide.steps import NextSteps, StepsPage
from console.ui.guide.stop import StopSheet
from console.ui.guide.wrapup import WrapUpPage
from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import EmptyState, Rule, Sheet, Themed, paint

_S = TypeVar("_S", bound=Sheet)


class GuidePane(Themed, QWidget):
    """Shows one of: nothing yet, a step of the script, or the form after hang-up.

    The stop and escalation sheets cover it and leave it as it was. Keys are the window's: it calls
    `choose`, `press_digit`, `toggle_read`, `go_back`, `go_next`; each says whether it did anything.

    Attributes:
        steps: the next steps. steps_page: what holds them in the narrow arrangement, laid out by
            whoever lays out the pane.

    Signals:
        answered: an `Answer`.
        next_requested, went_back: on or back in the script.
        statement_read: step, and whether its required statement was read.
        escalate_requested, stop_requested: a standing button was pressed.
        stop_narrowed: scope and reason. stop_undone, stop_closed: the sheet's other ways out.
        escalated: an `Escalation`. escalation_closed: the sheet is closed.
        next_step_taken: id. next_step_dismissed: id and reason. reasons_requested: why these?
        outcome_picked: code. dial_again_requested, attempt_change_requested: in the form.
    """

    answered = Signal(object)
    next_requested = Signal()
    went_back = Signal()
    statement_read = Signal(str, bool)
    escalate_requested = Signal()
    stop_requested = Signal()
    stop_narrowed = Signal(object, str)
    stop_undone = Signal()
    stop_closed = Signal()
    escalated = Signal(object)
    escalation_closed = Signal()
    next_step_taken = Signal(str)
    next_step_dismissed = Signal(str, str)
    reasons_requested = Signal()
    outcome_picked = Signal(str)
    dial_again_requested = Signal()
    attempt_change_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(self.tr("Guide"))
        self.head = GuideHead(theme, parent=self)
        self.stack = QStackedWidget(self)
        self.empty = EmptyState(theme, "list-checks", self.tr("No script yet"), "",
                                parent=self.stack)  # fmt: skip
        self.script = ScriptPage(theme, parent=self.stack)
        self.wrap_up = WrapUpPage(theme, parent=self.stack)
        self.steps = NextSteps(theme, parent=self)
        self.steps_page = StepsPage(theme, parent=self)
        self._steps_rule = Rule(theme, parent=self)
        self._pinned = QWidget(self)
        self._build()
        self._connect()
        self._restyle()
        self.show_empty()

    # Most calls need none of the sheets, so that each is made when it is first opened.

    @cached_property
    def stop_sheet(self) -> StopSheet:
        sheet = StopSheet(self.theme, pane=self)
        sheet.narrowed.connect(self.stop_narrowed)
        sheet.undone.connect(self.stop_undone)
        sheet.closed.connect(self.stop_closed)
        sheet.escalate_requested.connect(self.escalate_requested)
        return sheet

    @cached_property
    def escalate_sheet(self) -> EscalateSheet:
        sheet = EscalateSheet(self.theme, pane=self)
        sheet.escalated.connect(self.escalated)
        sheet.closed.connect(self.escalation_closed)
        return sheet

    @cached_property
    def reasons_sheet(self) -> ReasonsSheet:
        return ReasonsSheet(self.theme, pane=self)

    def show_empty(self, sentence: str = "") -> None:
        """Show that there is no script."""
        if not sentence:
            sentence = self.tr("A script opens with a call, and so do Escalate and Stop request.")
        self.empty.set_words(self.tr("No script yet"), sentence)
        self.head.show_head(self.tr("Guide"))
        self._show_page(self.empty)

    def show_script(self, view: GuideView) -> None:
        """Show a step of a script."""
        sub = ""
        if view.steps and not view.ended:
            sub = self.tr("Step {0} of {1}").format(view.step_no, view.steps)
        step = view.steps + 1 if view.ended else view.step_no
        self.head.show_head(view.title, sub, step, view.steps)
        self.script.show_step(view)
        self._show_page(self.script)

    def show_wrap_up(self, view: WrapUpView) -> None:
        """Show the form after hang-up."""
        self.head.show_head(self.tr("How did it end?"))
        self.wrap_up.show_wrap_up(view)
        self._show_page(self.wrap_up)
        self.set_clock(view.clock)

    def set_clock(self, clock: str) -> None:
        """Let the wrap-up clock go on without touching the form; a script shows its step."""
        if self.stack.currentWidget() is self.wrap_up:
            self.head.set_sub(self.tr("Wrap-up {0}").format(clock))

    def show_next_steps(self, steps: tuple[NextStepView, ...], *, locked: bool = False) -> None:
        """Show what is advised now; held back ones with their reason. `locked`: not verified."""
        self.steps.show_steps(steps, locked=locked)

    def set_live(self, live: bool, why: str = "") -> None:
        """Open or close the standing buttons; closed, they say why."""
        closed = why or self.tr("Opens with a call")
        self.head.set_standing("" if live else closed)

    def show_stop(self, view: StopView) -> None:
        """Open the stop sheet, or fill it anew."""
        self.stop_sheet.show_stop(view)
        if self.stop_sheet.isHidden():
            self.close_escalation()
            self.stop_sheet.open_sheet()

    def close_stop(self) -> None:
        """Close the stop sheet."""
        if sheet := self._opened(StopSheet):
            sheet.close_sheet()

    def show_escalation(self, view: EscalateView) -> None:
        """Open the escalation sheet, over the stop sheet if need be."""
        self.escalate_sheet.show_escalation(view)
        if self.escalate_sheet.isHidden():
            self.escalate_sheet.open_sheet()

    def close_escalation(self) -> None:
        """Close the escalation sheet; what was typed is kept for this call."""
        if sheet := self._opened(EscalateSheet):
            sheet.close_sheet()

    def show_reasons(self, steps: tuple[NextStepView, ...], put_aside: frozenset[str]) -> None:
        """Open the sheet of reasons; asked for again, it closes."""
        if self.reasons_sheet.isHidden():
            self.reasons_sheet.show_reasons(steps, put_aside)
            self.reasons_sheet.open_sheet()
        else:
            self.reasons_sheet.close_sheet()

    def choose(self, number: int) -> bool:
        """Choose by number from 1: a scope while the stop sheet is open, else an answer."""
        if sheet := self._opened(StopSheet):
            return sheet.choose(number)
        return self._in_script() and self.script.choose(number)

    def press_digit(self, number: int) -> bool:
        """Pick an outcome by its digit, right after hang-up."""
        return self.stack.currentWidget() is self.wrap_up and self.wrap_up.press_digit(number)

    def toggle_read(self) -> bool:
        """Say that the required statement was read aloud, or take that back."""
        return self._in_script() and self.script.toggle_read()

    def go_back(self) -> bool:
        """Ask for the step before."""
        return self._in_script() and self.script.go_back()

    def go_next(self) -> bool:
        """Ask for the next step."""
        return self._in_script() and self.script.go_next()

    def undo_stop(self) -> bool:
        """Take the stop request back, while its sheet is open and the call lasts."""
        sheet = self._opened(StopSheet)
        return sheet is not None and sheet.take_back()

    def focus_guide(self) -> None:
        """Put the focus where the guide waits for the rep."""
        for kind in (EscalateSheet, StopSheet, ReasonsSheet):
            if sheet := self._opened(kind):
                sheet.done.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        if self._in_script():
            self.script.focus_step()
        elif self.stack.currentWidget() is self.wrap_up:
            self.wrap_up.focus_digits()
        else:
            self.head.escalate.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_steps(self) -> bool:
        """Put the focus on the first next step."""
        return self.steps.focus_first()

    def focus_outcome(self) -> bool:
        """Put the cursor where any outcome can be typed, if the form is open."""
        if self.stack.currentWidget() is not self.wrap_up:
            return False
        self.wrap_up.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _opened(self, kind: type[_S]) -> _S | None:
        """The sheet of this kind, while it covers the pane."""
        sheets = (child for child in self.children() if isinstance(child, kind))
        return next((sheet for sheet in sheets if not sheet.isHidden()), None)

    def _in_script(self) -> bool:
        return self.stack.currentWidget() is self.script

    def _show_page(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self._place_steps()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        for page in (self.empty, self.script, self.wrap_up):
            self.stack.addWidget(page)
        self._column.addWidget(self.head)
        self._column.addWidget(Rule(self.theme, parent=self))
        self._column.addWidget(self.stack, 1)
        self._pinned_rule = Rule(self.theme, parent=self)
        self._column.addWidget(self._pinned_rule)
        self._column.addWidget(self._pinned)
        self._pin = QVBoxLayout(self._pinned)

    def _connect(self) -> None:
        head, script, form, steps = self.head, self.script, self.wrap_up, self.steps
        head.escalate_requested.connect(self.escalate_requested)
        head.stop_requested.connect(self.stop_requested)
        script.answered.connect(self.answered)
        script.next_requested.connect(self.next_requested)
        script.went_back.connect(self.went_back)
        script.statement_read.connect(self.statement_read)
        form.outcome_picked.connect(self.outcome_picked)
        form.dial_again_requested.connect(self.dial_again_requested)
        form.attempt_change_requested.connect(self.attempt_change_requested)
        steps.taken.connect(self.next_step_taken)
        steps.dismissed.connect(self.next_step_dismissed)
        steps.reasons_requested.connect(self.reasons_requested)

    def _restyle(self) -> None:
        px, side = self.theme.px, self.theme.px(12)
        self._pin.setContentsMargins(side, px(4), side, px(4))
        self._pin.setSpacing(0)
        self._place_steps()

    def _place_steps(self) -> None:
        """Next steps end the script's page; in the compact arrangement they are pinned below, and
        in the narrow one they have a page of their own.
        """
        compact = self.theme.layout is Layout.COMPACT
        pinned = self._in_script() and compact
        self._pinned.setVisible(pinned)
        self._pinned_rule.setVisible(pinned)
        if self.theme.narrow:
            self.steps_page.hold(self.steps)
            self._steps_rule.hide()
        elif compact:
            self._pin.addWidget(self.steps)
            self._steps_rule.hide()
        else:
            place = self.script.column.count() - 1
            if self.steps.parentWidget() is not self.script.widget():
                self.script.column.insertWidget(place, self._steps_rule)
                self.script.column.insertWidget(place + 1, self.steps)
            self._steps_rule.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "surface", "line", radius=8)

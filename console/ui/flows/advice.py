"""Next steps: what is advised now, what the rep takes up, and what she puts aside."""

from PySide6.QtCore import QObject, Signal, Slot

from console.models.bodies import Library
from console.models.person_facts import PersonFacts
from console.models.views import NextStepView
from console.rules.consequences import after
from console.rules.next_steps import next_steps
from console.ui.flows.call import CallFlow
from console.ui.flows.parts import Parts
from console.ui.said import advised
from console.ui.session import Changes

SHOWN_STEPS = 3
EFFECTS = {"book": "appointment", "call": "callback"}


class AdviceFlow(QObject):
    """Advice is asked for with the draft as if logged, so that it keeps up with the call.

    Signals:
        effect_requested: a step asks for an effect (kind, content key or "").
        script_requested: a step is a script to go on in (its key).
    """

    effect_requested = Signal(str, str)
    script_requested = Signal(str)

    def __init__(self, parts: Parts, calls: CallFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._pane = parts.window.console.guide
        self._dismissed: set[str] = set()
        self._found: tuple[NextStepView, ...] = ()
        self._steps: tuple[NextStepView, ...] = ()
        self._pane.next_step_taken.connect(self._on_taken)
        self._pane.next_step_dismissed.connect(self._on_dismissed)
        self._pane.reasons_requested.connect(self.reasons)
        calls.began.connect(self._on_began)
        self._session.changed.connect(self._on_changed)

    @Slot()
    def reasons(self) -> None:
        """Alt W: every step that is advised and why, beyond the few that have a card."""
        self._pane.show_reasons(self._found, frozenset(self._dismissed))

    @Slot()
    def _on_began(self) -> None:
        self._dismissed.clear()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & (Changes.RECORD | Changes.PERSON | Changes.CALL | Changes.OUTCOME):
            self._show()

    @Slot(str)
    def _on_taken(self, step_id: str) -> None:
        step = next((entry for entry in self._steps if entry.id == step_id), None)
        draft, library = self._session.draft, self._session.library
        if step is None:
            return
        on_line = draft is not None and draft.ended_at is None
        if step.script and library and step.script in library.scripts and on_line:
            self.script_requested.emit(step.script)
        elif step.content:
            self.effect_requested.emit("send", step.content)
        elif step.action in EFFECTS:
            self.effect_requested.emit(EFFECTS[step.action], "")
        else:
            self._parts.notices.tell(advised(step.prompt))

    @Slot(str, str)
    def _on_dismissed(self, step_id: str, _reason: str) -> None:
        self._dismissed.add(step_id)
        self._show()

    def _show(self) -> None:
        record, library = self._session.record, self._session.library
        closed = self._session.closed
        if record is None or library is None or closed:
            self._found = ()
        else:
            self._found = self._advised(record.facts, library)
        self._steps = tuple(step for step in self._found if step.id not in self._dismissed)
        free = [step for step in self._steps if not step.blocked_by][:SHOWN_STEPS]
        held = [step for step in self._steps if step.blocked_by][:1]
        self._pane.show_next_steps(
            (*free, *held), locked=closed and self._session.person is not None
        )

    def _advised(self, facts: PersonFacts, library: Library) -> tuple[NextStepView, ...]:
        """What is advised with the draft as if logged: a visit booked now asks for its text."""
        draft, now = self._session.draft, self._parts.clock()
        if draft is not None:
            facts = after(draft, facts, library, now)
        return next_steps(facts, library, now, on_call=self._session.on_line)

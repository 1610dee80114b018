"""The guide: which script, the walk through it, and what shows when."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from console.models.bodies import Library, Option, Script
from console.models.draft import Draft
from console.models.person_facts import PersonFacts
from console.models.terms import Direction, OpenKind
from console.rules import script
from console.rules.call import CallState
from console.rules.merge import call_fields
from console.ui.flows.call import CallFlow, in_zone_of
from console.ui.flows.guide_view import script_view, wrap_up_view
from console.ui.flows.parts import Parts
from console.ui.flows.stop import StopFlow
from console.ui.guide.model import Answer
from console.ui.session import Changes


class GuideFlow(QObject):
    """The script is pinned to its version for the whole call.

    Signals:
        effect_requested: an answer asks for an effect (kind, content key or "", time or "").
        code_picked: an outcome was picked by digit or by typing.
    """

    effect_requested = Signal(str, str, str)
    code_picked = Signal(str)

    def __init__(
        self, parts: Parts, calls: CallFlow, stops: StopFlow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._calls = calls
        self._stops = stops
        self._pane = parts.window.console.guide
        self._library: Library | None = None
        self._picked: tuple[str, str] | None = None
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.answered.connect(self._on_answered)
        pane.next_requested.connect(self._on_next)
        pane.went_back.connect(self._on_back)
        pane.statement_read.connect(self._on_read)
        pane.outcome_picked.connect(self.code_picked)
        pane.dial_again_requested.connect(self._calls.dial)
        self._calls.began.connect(self._on_began)
        self._session.changed.connect(self._on_changed)

    # Which script

    @Slot()
    def _on_began(self) -> None:
        self._library = self._session.library
        self._picked = None
        self._choose()

    def _choose(self) -> None:
        """Picks the script for what is known now; what was answered in another one stays."""
        if self._library is None:  # the call began before there was one
            self._library = self._session.library
        draft, library = self._session.draft, self._library
        if draft is None or library is None or draft.ended_at is not None:
            return
        facts = self._facts_to_tell()
        chosen = script.choose_script(
            facts,
            library,
            draft.direction,
            self._parts.clock(),
            journey=draft.journey,
            line=draft.line,
        )
        if chosen is None:
            return
        draft = self._with_inquiry(draft, facts)
        changed = replace(
            draft, journey=chosen.journey, stage=chosen.stage, versions=dict(library.versions)
        )
        if chosen.script != draft.script:
            version = library.versions[f"script:{chosen.script}"]
            changed = script.begin(
                changed,
                library.scripts[chosen.script],
                version,
                self._parts.clock(),
                self._script(),
            )
        if changed != self._session.draft:
            self._session.set_draft(changed, Changes.OUTCOME)

    def _with_inquiry(self, draft: Draft, facts: PersonFacts | None) -> Draft:
        """The open question that this call answers, should its outcome say so: the oldest one."""
        if facts is None or draft.answers_inquiry is not None:
            return draft
        asked = [entry for entry in facts.open if entry.kind is OpenKind.INQUIRY]
        oldest = min(asked, key=lambda entry: entry.at, default=None)
        return replace(draft, answers_inquiry=oldest.id) if oldest else draft

    def _facts_to_tell(self) -> PersonFacts | None:
        """The facts that the guide may speak of: an incoming caller's only once verified."""
        draft, record = self._session.draft, self._session.record
        if record is None or draft is None:
            return None
        told = draft.direction is Direction.OUTBOUND or self._session.verified
        return record.facts if told else None

    def _script(self) -> Script | None:
        draft, library = self._session.draft, self._library
        return library.scripts.get(draft.script or "") if draft and library else None

    # Walking

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        found = self._script()
        draft = self._session.draft
        if found is None or draft is None:
            return
        step = script.current(found, draft.path)
        if step is None or step.id != answer.step:
            return
        self._session.reach(self._parts.clock())
        draft = self._session.draft or draft
        value = answer.text
        if answer.index is not None and answer.index < len(step.options):
            value = step.options[answer.index].label
        if step.required and step in script.unread(found, draft.path):
            self._walk(script.answer(draft, found, value, self._parts.clock()))
        else:
            self._picked = (step.id, value)

    @Slot()
    def _on_next(self) -> None:
        found, draft = self._script(), self._session.draft
        step = script.current(found, draft.path) if found and draft else None
        if found is None or draft is None or step is None:
            return
        value = self._picked[1] if self._picked and self._picked[0] == step.id else ""
        if step.question and not value and step.kind == "choice":
            return
        self._picked = None
        self._walk(script.answer(draft, found, value, self._parts.clock()))
        self._effect(script.option(step, value))

    def _effect(self, option: Option | None) -> None:
        if option is None or not option.effect:
            return
        if option.effect == "stop":
            self._stops.stop()
        elif option.effect == "escalate":
            self._stops.escalate()
        else:
            self.effect_requested.emit(option.effect, "", option.time)

    @Slot()
    def _on_back(self) -> None:
        found, draft = self._script(), self._session.draft
        if found is not None and draft is not None:
            self._picked = None
            self._walk(script.back(draft, found))

    @Slot(str, bool)
    def _on_read(self, _step: str, read: bool) -> None:
        found, draft = self._script(), self._session.draft
        if found is None or draft is None:
            return
        if not read:
            self._walk(script.unmark(draft, found))
            return
        step, value = script.current(found, draft.path), script.chosen(found, draft.path)
        self._walk(script.read(draft, found, self._parts.clock()))
        if step is not None and value:  # the answer was held back till now
            self._effect(script.option(step, value))

    def _walk(self, draft: Draft) -> None:
        """Goes on; the keys stay in the guide although its rows are new."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._pane.isAncestorOf(focused)
        self._session.set_draft(draft, Changes.GUIDE | Changes.OUTCOME)
        if inside:
            self._pane.focus_guide()

    @Slot(str)
    def go_on_in(self, key: str) -> None:
        """Goes on in another script; what was answered stays."""
        draft, library = self._session.draft, self._library
        if draft is not None and library is not None and key in library.scripts:
            version = library.versions[f"script:{key}"]
            now = self._parts.clock()
            self._walk(script.begin(draft, library.scripts[key], version, now, self._script()))

    # Showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        late = self._library is None and changes & Changes.GUIDE
        if changes & (Changes.RECORD | Changes.CALL | Changes.PERSON) or late:
            self._choose()
        if changes & (
            Changes.CALL | Changes.GUIDE | Changes.RECORD | Changes.PERSON | Changes.OUTCOME
        ):
            self._show()

    @Slot()
    def _show(self) -> None:
        draft = self._session.draft
        self._pane.set_live(draft is not None)
        if draft is None:
            self._pane.show_empty()
        elif self._session.call_state is CallState.ENDED:
            self._show_wrap_up(draft)
        else:
            self._show_script(draft)

    def _fields(self, draft: Draft) -> dict[str, str]:
        staff, library = self._session.staff, self._library or self._session.library
        if library is None:
            return {}
        person = draft.about[0] if draft.about else draft.speaking_with
        caller = draft.speaking_with if self._session.verified else None
        return call_fields(
            draft,
            library,
            self._parts.clock(),
            rep_name=(staff.name.split(" ")[0] if staff else ""),
            person_name=draft.names.get(str(person), ""),
            caller_name=draft.names.get(str(caller), ""),
            zone=in_zone_of(self._parts),
        )

    def _show_script(self, draft: Draft) -> None:
        found = self._script()
        if found is None:
            self._pane.show_empty()
        else:
            self._pane.show_script(script_view(draft, found, self._fields(draft)))

    def _show_wrap_up(self, draft: Draft) -> None:
        library = self._library or self._session.library
        if library is not None:
            fields, now = self._fields(draft), self._parts.clock()
            self._pane.show_wrap_up(wrap_up_view(draft, library, self._script(), fields, now))

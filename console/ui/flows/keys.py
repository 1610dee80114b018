"""Keys: each action of the map becomes a call on the flow or pane that knows what it means."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from console.ui.flows.desk import DeskFlow
from console.ui.flows.parts import Parts
from console.ui.key_list import KeyList
from console.ui.theme.theme import Mode
from console.ui.window import CONSOLE, SUPERVISOR

EFFECTS = ("callback", "promise", "appointment", "send", "unmet_need", "hand_off", "complaint")


class KeyFlow(QObject):
    """When you add a key: its line in `ui/keys.py` and its entry in `_actions` here."""

    def __init__(self, parts: Parts, desk: DeskFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._list = KeyList(parts.window.theme, pane=parts.window.console)
        self._actions = self._table()
        parts.window.key_pressed.connect(self._on_key)
        parts.window.status.keys_requested.connect(self._list.open_sheet)

    def _table(self) -> dict[str, Callable[[], object]]:
        window, desk = self._parts.window, self._desk
        console = window.console
        return {
            "keys": self._list.open_sheet,
            "lookup": console.lookup.focus_search,
            "person": console.person.setFocus,
            "guide": console.guide.focus_guide,
            "next_steps": console.guide.focus_next_steps,
            "outcome": self._outcome,
            "callbacks": console.lookup.focus_waiting,
            "stuck": desk.stuck.open,
            "notes": console.bar.focus_notes,
            "timeline": console.timeline.setFocus,
            "search": window.top.search.setFocus,
            "find": console.timeline.focus_search,
            "answer": desk.calls.start_or_answer,
            "dial": desk.calls.dial,
            "hang_up": desk.calls.hang_up,
            "hold": desk.calls.hold_or_resume,
            "next_person": desk.next_person,
            "correct": desk.correct.open,
            "verify": desk.verify.verify,
            "stop": desk.stops.stop,
            "undo_stop": desk.stops.undo,
            "escalate": desk.stops.escalate,
            "glass": desk.glass.ask,
            "parties": desk.lookup.choose_party,
            "move": desk.lookup.move,
            "read": console.guide.toggle_read,
            "next": console.guide.go_next,
            "back": console.guide.go_back,
            "log": desk.outcome.log,
            "undo_log": desk.outcome.undo,
            "lock": desk.lock.lock,
            "imports": desk.imports.open,
            "unusual": desk.oversight.open,
            "theme": self._toggle_theme,
            "language": window.language_requested.emit,
            "pages": self._toggle_page,
        }

    @Slot(str)
    def _on_key(self, name: str) -> None:
        if name.startswith("choose_"):
            self._choose(int(name.removeprefix("choose_")))
        elif name in EFFECTS:
            self._desk.effects.open(name)
        elif name in self._actions:
            self._actions[name]()

    def _choose(self, number: int) -> None:
        console = self._parts.window.console
        if self._desk.staff.sheet.choose(number) or self._desk.account.sheet.choose(number):
            return
        if self._desk.correct.choose(number) or self._desk.imports.choose(number):
            return
        if not console.welcome.choose(number):
            console.guide.choose(number)

    def _outcome(self) -> None:
        if not self._parts.window.console.guide.focus_outcome():
            self._parts.window.console.bar.focus_outcome()

    def _toggle_theme(self) -> None:
        theme = self._parts.window.theme
        theme.set_mode(Mode.LIGHT if theme.dark else Mode.DARK)

    def _toggle_page(self) -> None:
        window = self._parts.window
        on_console = window.pages.currentWidget() is window.console
        if window.top.tabs.isTabVisible(1):
            window.show_page(SUPERVISOR if on_console else CONSOLE)

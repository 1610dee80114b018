"""Keys: each action of the map becomes a call on the flow or pane that knows what it means."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from console.ui.console_page import Place
from console.ui.flows.desk import DeskFlow
from console.ui.flows.key_editing import KeyEditing
from console.ui.flows.looks import LooksFlow
from console.ui.flows.parts import Parts
from console.ui.key_list import KeyList
from console.ui.lookup.matches import MatchList
from console.ui.widgets import Sheet
from console.ui.window import CONSOLE, SUPERVISOR

EFFECTS = ("callback", "promise", "appointment", "send", "unmet_need", "hand_off", "complaint")


class KeyFlow(QObject):
    """When you add a key: its line in `ui/keys.py` and its entry in `_actions` here."""

    def __init__(self, parts: Parts, desk: DeskFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._list = KeyList(parts.window.theme, pane=parts.window.console)
        self._looks = LooksFlow(parts, self)
        self._actions = self._table()
        self._editing = KeyEditing(parts, self._list, self)
        parts.window.key_pressed.connect(self._on_key)
        parts.window.status.keys_requested.connect(self._list.open_sheet)

    def _table(self) -> dict[str, Callable[[], object]]:
        window, desk = self._parts.window, self._desk
        console = window.console
        return {
            "keys": self._list.open_sheet,
            "lookup": console.lookup.focus_search,
            "person": desk.person_menu.person,
            "guide": partial(console.go, Place.GUIDE),
            "next_steps": partial(console.go, Place.STEPS),
            "outcome": self._outcome,
            "callbacks": desk.all_callbacks.open,
            "stuck": desk.stuck.open,
            "notes": console.bar.focus_notes,
            "timeline": partial(console.go, Place.TIMELINE),
            "cycle": self._cycle,
            "search": window.open_finder,
            "find": console.timeline.focus_search,
            "jump": console.timeline.open_jump,
            "answer": desk.calls.start_or_answer,
            "dial": desk.calls.dial,
            "hang_up": desk.calls.hang_up,
            "hold": desk.calls.hold_or_resume,
            "park": desk.parked.park,
            "ready": desk.ready.toggle,
            "next_person": desk.next_person,
            "correct": desk.correct.open,
            "person_menu": desk.person_menu.open,
            "reasons": desk.advice.reasons,
            "verify": desk.verify.verify,
            "stop": desk.stops.stop,
            "undo_stop": desk.stops.undo,
            "escalate": desk.stops.escalate,
            "glass": desk.glass.ask,
            "parties": desk.lookup.choose_party,
            "name": self._name,
            "move": desk.lookup.move,
            "read": console.guide.toggle_read,
            "next": console.guide.go_next,
            "back": console.guide.go_back,
            "log": desk.outcome.log,
            "log_and_rest": desk.outcome.log_and_rest,
            "undo_log": desk.outcome.undo,
            "lock": desk.lock.lock,
            "my_day": desk.day.open,
            "notices": desk.notices.open,
            "imports": desk.imports.open,
            "team": desk.team.open,
            "unusual": desk.oversight.open,
            "report": desk.crashes.open,
            "hints": desk.hints.bring_back,
            "theme": self._looks.toggle_theme,
            "larger": self._looks.larger,
            "smaller": self._looks.smaller,
            "usual_size": self._looks.usual_size,
            "language": window.language_requested.emit,
            "pages": self._toggle_page,
            **{kind: partial(desk.effects.open, kind) for kind in EFFECTS},
            **{f"choose_{n}": partial(self._choose, n) for n in range(1, 10)},
        }

    @Slot(str)
    def _on_key(self, name: str) -> None:
        self._actions[name]()

    def _choose(self, number: int) -> None:
        console = self._parts.window.console
        if self._desk.staff.sheet.choose(number) or self._desk.account.sheet.choose(number):
            return
        if (
            self._desk.ready.choose(number)
            or self._desk.correct.choose(number)
            or self._desk.imports.choose(number)
        ):
            return
        if not console.welcome.choose(number):
            console.guide.choose(number)

    def _name(self) -> None:
        """The lists of people in view, of which a sheet's stands above the pane's."""
        lists = self._parts.window.console.findChildren(MatchList)
        any(one.name_current() for one in sorted(lists, key=lambda one: not one.hasFocus()))

    def _outcome(self) -> None:
        if not self._parts.window.console.guide.focus_outcome():
            self._parts.window.console.bar.focus_outcome()

    def _cycle(self) -> None:
        """On to the next pane in view; a sheet with parts of its own goes through these."""
        console, window = self._parts.window.console, self._parts.window
        if _cycled_within(window.focusWidget()):
            return
        stops: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            (console.lookup, console.lookup.focus_search),
            (console.person, console.person.setFocus),
            (console.timeline, console.timeline.setFocus),
            (console.answers, console.answers.focus_search),
            (console.guide, console.guide.focus_guide),
            (console.bar, console.bar.focus_outcome),
        )
        shown = [stop for stop in stops if stop[0].isVisible()]
        here = [n for n, (pane, _) in enumerate(shown) if _holds(pane, window.focusWidget())]
        first = here[0] + 1 if here else 0
        for pane, focus in shown[first:] + shown[:first]:
            focus()
            if _holds(pane, window.focusWidget()):
                return  # a pane with nothing to do in takes no focus

    def _toggle_page(self) -> None:
        window = self._parts.window
        on_console = window.pages.currentWidget() is window.console
        if window.top.tabs.isTabVisible(1):
            window.show_page(SUPERVISOR if on_console else CONSOLE)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _cycled_within(focused: QWidget | None) -> bool:
    part = focused
    while part is not None:
        if isinstance(part, Sheet) and part.cycle():
            return True
        part = part.parentWidget()
    return False

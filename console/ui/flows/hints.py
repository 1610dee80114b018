"""Hints of the first day, in the place that is kept for messages: nothing is covered or moved."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from console.rules import hints
from console.rules.hints import Hint
from console.ui.flows.parts import Parts
from console.ui.session import Changes
from console.ui.tasks import Lane
from console.ui.widgets import Message, MessageKind

KEPT = "hints_seen"
MOMENTS = Changes.CALL | Changes.PERSON | Changes.RECORD | Changes.STAFF


class HintFlow(QObject):
    """Each is shown in its first moment and goes with it; this desk then knows it was seen.

    Whatever else has to be said stands before a hint, which counts as seen only where it was.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._slot = parts.window.console.bar.slot
        self._seen: frozenset[Hint] | None = None
        self._shown: Hint | None = None
        parts.session.changed.connect(self._on_changed)

    @Slot()
    def bring_back(self) -> None:
        """Alt Shift H: all of them once more, each in its moment."""
        self._remember(frozenset())
        self._shown = None
        self.look()

    @Slot(object)
    def _on_read(self, kept: str | None) -> None:
        self._seen = hints.read(kept or "")
        self.look()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & MOMENTS and self._seen is not None:
            self.look()

    @Slot()
    def look(self) -> None:
        """Shows the hint of this moment; that of the moment before is over.

        First asked for when it was seen whether anybody is on record: until then the window may
        yet turn out to have a greeting of its own.
        """
        if self._seen is None:
            read = partial(self._parts.center.memory.get, KEPT)
            self._parts.tasks.run(Lane.DESK, read, self._on_read, self._parts.notices.report)
            return
        if self._parts.session.staff is None:
            return
        wanted = self._wanted()
        if wanted is self._shown:
            return
        if self._shown is not None:
            self._end(self._shown)
        self._shown = wanted if wanted not in self._seen else None
        if self._shown is not None:
            self._slot.show_message(Message(MessageKind.HINT, self._words(self._shown)))

    def _wanted(self) -> Hint | None:
        session, welcome = self._parts.session, self._parts.window.console.welcome
        if welcome.offers_ways_in:
            return None  # an empty database has its own greeting
        return hints.fitting(
            session.call_state,
            session.draft.direction if session.draft else None,
            shown=session.record is not None,
            verified=session.verified,
        )

    def _end(self, hint: Hint) -> None:
        current = self._slot.current
        if current is not None and current.kind is MessageKind.HINT:
            self._remember((self._seen or frozenset()) | {hint})
        self._slot.dismiss(MessageKind.HINT)

    def _remember(self, seen: frozenset[Hint]) -> None:
        self._seen = seen
        write = partial(self._parts.center.memory.set, KEPT, hints.write(seen))
        self._parts.tasks.run(Lane.DESK, write, self._on_written, self._parts.notices.report)

    @Slot(object)
    def _on_written(self, _none: object) -> None:
        """It is seen already."""

    def _words(self, hint: Hint) -> str:
        key = self._parts.key
        return {
            Hint.FIND: self.tr("Find somebody with {0}. {1} lists all keys.").format(
                key("F2"), key("F1")
            ),
            Hint.DIAL: self.tr("{0} dials, as far as the person permits it.").format(key("Alt+D")),
            Hint.ANSWER: self.tr("{0} answers the call.").format(key("Alt+A")),
            Hint.REACH: self.tr("{0} when somebody answers, {1} when nobody does.").format(
                key("Alt+A"), key("Alt+X")
            ),
            Hint.VERIFY: self.tr("{0}: type what the person says. None of it is kept.").format(
                key("Alt+V")
            ),
            Hint.GUIDE: self.tr("{0} … choose an answer; {1} is a stop request.").format(
                key("Alt+1"), key("Alt+S")
            ),
            Hint.LOG: self.tr("A digit picks the outcome, {0} logs it.").format(key("Ctrl+Return")),
        }[hint]

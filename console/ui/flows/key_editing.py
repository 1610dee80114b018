"""Changing keys: what is pressed in the list is judged, in force at once, and kept at the desk."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from console.rules.chords import Refusal
from console.ui import key_map
from console.ui.flows.parts import Parts
from console.ui.key_list import KeyList
from console.ui.key_map import KeyMap
from console.ui.tasks import Lane
from console.ui.widgets import key_text

KEPT = "keys"


class KeyEditing(QObject):
    """Everybody who works at this desk finds the keys as they were left."""

    def __init__(self, parts: Parts, sheet: KeyList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._sheet = sheet
        self._keys = KeyMap()
        sheet.change_requested.connect(self._on_change)
        sheet.reset_requested.connect(self._on_reset)
        read = partial(parts.center.memory.get, KEPT)
        parts.tasks.run(Lane.DESK, read, self._on_kept, parts.notices.report)

    @Slot(object)
    def _on_kept(self, text: str | None) -> None:
        try:
            self._put_in_force(key_map.read(text) if text else KeyMap())
        except ValueError:
            self._parts.notices.tell(
                self.tr(
                    "The keys changed at this desk cannot be read. All are as they come; "
                    "change them again in the list of keys ({0})."
                ).format(self._parts.key("F1")),
                kind="conflict",
            )

    @Slot(str, str)
    def _on_change(self, name: str, chord: str) -> None:
        why = self._refused(name, chord)
        if why:
            self._sheet.show_refused(why)
        else:
            self._keep(self._keys.change(name, chord))
            self._sheet.show_taken()

    @Slot(str)
    def _on_reset(self, name: str) -> None:
        first = key_map.default(name)
        other = self._keys.other(name, first)
        if other is None:
            self._keep(self._keys.change(name, first))
        else:
            words = self.tr("{0} leads to “{1}” now. Give that another key first.")
            self._sheet.show_kept_back(words.format(self._pressed(first), key_map.words(other)))

    def _refused(self, name: str, chord: str) -> str:
        """Says why the chord cannot lead there; one that an action came with always can."""
        other = self._keys.other(name, chord)
        if other is not None:
            words = self.tr("{0} leads to “{1}” already. Press another.")
            return words.format(self._pressed(chord), key_map.words(other))
        found = key_map.refusal(chord)
        if found is None or chord == key_map.default(name):
            return ""
        return self._why(found).format(self._pressed(chord))

    def _why(self, found: Refusal) -> str:
        words = {
            Refusal.UNREADABLE: self.tr("This key cannot be used. Press another."),
            Refusal.TYPED: self.tr("{0} is typed into fields. Hold Alt or Ctrl with it."),
            Refusal.EDITS: self.tr("{0} is needed in fields and lists. Press another."),
            Refusal.SHEET: self.tr("{0} is a key of a sheet. Press another."),
            Refusal.DESKTOP: self.tr("{0} may be taken by the desktop. Press another."),
        }
        return words[found]

    def _pressed(self, chord: str) -> str:
        return key_text(self._parts.window.theme, chord, as_pressed=True)

    def _keep(self, keys: KeyMap) -> None:
        self._put_in_force(keys)
        write = partial(self._parts.center.memory.set, KEPT, key_map.write(keys))
        self._parts.tasks.run(Lane.DESK, write, self._on_written, self._parts.notices.report)

    def _put_in_force(self, keys: KeyMap) -> None:
        self._keys = keys
        self._parts.window.set_keys(keys)

    @Slot(object)
    def _on_written(self, _none: object) -> None:
        """It is in force already."""

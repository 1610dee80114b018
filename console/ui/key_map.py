"""The keys in force at this desk: the map as it comes, and what was changed of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from console.rules import chords
from console.rules.chords import Refusal
from console.ui.keys import KEYS, SHEET_CHORDS, Key
from console.ui.widgets.picker import fold

_BY_NAME = {key.name: key for key in KEYS}


@dataclass(frozen=True, slots=True)
class KeyMap:
    """`changed` gives the first chord of an action by its name; second chords stay as they are."""

    changed: Mapping[str, str] = field(default_factory=dict)

    def chords(self, key: Key) -> tuple[str, ...]:
        first = self.changed.get(key.name, key.chords[0])
        return tuple(dict.fromkeys((first, *key.chords[1:])))

    def other(self, name: str, chord: str) -> Key | None:
        """Another action than this that the chord leads to."""
        found = (key for key in KEYS if key.name != name and chord in self.chords(key))
        return next(found, None)

    def change(self, name: str, chord: str) -> "KeyMap":
        """The same map with this chord for the action; its own is no change."""
        kept = {other: taken for other, taken in self.changed.items() if other != name}
        return KeyMap(kept if chord == default(name) else {**kept, name: chord})

    def shown(self) -> dict[str, str]:
        """What caps show in the place of a chord as it comes."""
        return {default(name): chord for name, chord in self.changed.items()}


def refusal(chord: str) -> Refusal | None:
    """Why no action of the window may have this chord, whatever others have."""
    return Refusal.SHEET if chord in SHEET_CHORDS else chords.refusal(chord)


def default(name: str) -> str:
    return _BY_NAME[name].chords[0]


def words(key: Key) -> str:
    """What the action does, in the words of the key list."""
    said = QCoreApplication.translate("Keys", key.words)
    _, numbered, number = key.name.partition("choose_")
    return f"{said}: {number}" if numbered else said


def find(typed: str) -> tuple[Key, ...]:
    """The actions of which words begin with those typed, without case and accents, in map order."""
    wanted = fold(typed).split()
    found = ((key, fold(words(key)).replace(",", " ").split()) for key in KEYS)
    return tuple(
        key
        for key, said in found
        if wanted and all(any(word.startswith(one) for word in said) for one in wanted)
    )


def write(keys: KeyMap) -> str:
    return json.dumps(dict(keys.changed), sort_keys=True)


def read(text: str) -> KeyMap:
    """Reads what `write` wrote.

    Raises:
        ValueError: it is damaged, of another release, or would lead one chord to two actions.
    """
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not a map of keys")
    for name, chord in found.items():
        if name not in _BY_NAME or not isinstance(chord, str) or refusal(chord):
            raise ValueError("not a key that can be changed so")
    keys = KeyMap(found)
    every = [chord for key in KEYS for chord in keys.chords(key)]
    if len(every) != len(set(every)):
        raise ValueError("a chord that leads to two actions")
    return keys

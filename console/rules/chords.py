"""Which chords an action may be given: none that is typed or edited with, none of the desktop's.

A chord is written as Qt writes it for files: "F2", "Alt+Shift+S", "Ctrl++".
"""

import re
from enum import Enum, auto

MODIFIERS = frozenset({"Ctrl", "Alt", "Shift", "Meta"})
_FUNCTION_KEY = re.compile(r"F\d{1,2}")
_FIELDS = "ACEUVXYZ"
"""With Ctrl: select, copy, to the end, delete the line, paste, cut, redo, undo; X11's included."""
_MOVES = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
_SWITCHES = frozenset({"Tab", "Esc", "Space", "Print"})
_HELD_FOR: tuple[tuple[str, frozenset[str]], ...] = (
    ("Alt", _MOVES),
    ("Ctrl", frozenset({"Return", "Enter", "Tab"})),
)
"""Keys that fields and lists need, unless this is held too."""


class Refusal(Enum):
    """Why a chord may not lead to an action."""

    UNREADABLE = auto()
    TYPED = auto()
    EDITS = auto()
    DESKTOP = auto()
    SHEET = auto()


def split(chord: str) -> tuple[frozenset[str], str]:
    """Gives the modifiers and the key: "Ctrl++" is Ctrl and "+"."""
    held, _, key = chord[:-1].rpartition("+")
    return frozenset(held.split("+")) if held else frozenset(), key + chord[-1:]


def refusal(chord: str) -> Refusal | None:
    """Says why nobody may choose this chord; whether it is taken already is not asked here."""
    held, key = split(chord)
    if not key or held - MODIFIERS or key in MODIFIERS or not key.isprintable():
        return Refusal.UNREADABLE
    if "+" in key[1:]:  # nothing after the last "+"
        return Refusal.UNREADABLE
    if _of_desktop(held, key):
        return Refusal.DESKTOP
    if _FUNCTION_KEY.fullmatch(key):
        return None
    if len(key) > 1:
        fits = any(modifier in held and key in keys for modifier, keys in _HELD_FOR)
        return None if fits else Refusal.EDITS
    if not held & {"Ctrl", "Alt"}:
        return Refusal.TYPED
    return Refusal.EDITS if held == {"Ctrl"} and key.upper() in _FIELDS else None


def _of_desktop(held: frozenset[str], key: str) -> bool:
    """Window managers take these; Ctrl and Alt together are AltGr, which types signs."""
    if "Meta" in held or {"Ctrl", "Alt"} <= held or key in ("F10", "F11", "Print"):
        return True
    if "Alt" in held:
        return key in _SWITCHES or bool(_FUNCTION_KEY.fullmatch(key))
    return "Ctrl" in held and key == "Esc"

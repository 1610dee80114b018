"""Which chords may lead to an action."""

import pytest

from console.rules.chords import Refusal, refusal, split


@pytest.mark.parametrize(
    "chord",
    ["F2", "Shift+F6", "Ctrl+F9", "Alt+D", "Alt+1", "Alt+Shift+S", "Alt+Left", "Ctrl+K", "Ctrl++",
     "Ctrl+-", "Ctrl+0", "Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+Tab", "Ctrl+Shift+Z", "Alt+Ñ"],
)  # fmt: skip
def test_these_may(chord: str) -> None:
    assert refusal(chord) is None


@pytest.mark.parametrize(
    ("chord", "why"),
    [
        ("A", Refusal.TYPED),
        ("Shift+A", Refusal.TYPED),
        ("7", Refusal.TYPED),
        ("+", Refusal.TYPED),
        ("Shift++", Refusal.TYPED),
        ("Ctrl+E", Refusal.EDITS),
        ("Ctrl+A", Refusal.EDITS),
        ("Ctrl+V", Refusal.EDITS),
        ("Return", Refusal.EDITS),
        ("Tab", Refusal.EDITS),
        ("Shift+Tab", Refusal.EDITS),
        ("Del", Refusal.EDITS),
        ("Ctrl+Left", Refusal.EDITS),
        ("Ctrl+PgDown", Refusal.EDITS),
        ("Space", Refusal.EDITS),
        ("F10", Refusal.DESKTOP),
        ("Shift+F11", Refusal.DESKTOP),
        ("Alt+F4", Refusal.DESKTOP),
        ("Alt+Tab", Refusal.DESKTOP),
        ("Alt+Space", Refusal.DESKTOP),
        ("Ctrl+Esc", Refusal.DESKTOP),
        ("Ctrl+Alt+D", Refusal.DESKTOP),
        ("Meta+L", Refusal.DESKTOP),
        ("", Refusal.UNREADABLE),
        ("Ctrl+", Refusal.UNREADABLE),
        ("Hyper+A", Refusal.UNREADABLE),
        ("Alt+A, Alt+B", Refusal.UNREADABLE),
    ],
)
def test_these_may_not(chord: str, why: Refusal) -> None:
    assert refusal(chord) is why


def test_plus_is_a_key_too() -> None:
    assert split("Ctrl++") == ({"Ctrl"}, "+")
    assert split("Alt+Shift+S") == ({"Alt", "Shift"}, "S")

"""Keys: the whole map is connected, and each key can be changed where it is listed."""

import ast
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut

from console import ui
from console.models.facts import Callback
from console.ui import key_map
from console.ui.flows.key_editing import KEPT
from console.ui.key_list import KeyLine, KeyList
from console.ui.key_map import KeyMap
from console.ui.keys import KEYS
from console.ui.theme.theme import Theme
from console.ui.widgets import KeyCap
from tests.services.records import begin
from tests.stories.desk import REP, Desk, later, patient

NAMES_A_KEY = re.compile(r"\b(?:Alt|Ctrl)(?: Shift)? [A-Z0-9↵]|\bF\d")
WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


def sheet(desk: Desk) -> KeyList:
    found = desk.page.findChild(KeyList)
    assert isinstance(found, KeyList)
    return found


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def heard(desk: Desk) -> dict[str, list[str]]:
    """The chords that the window listens to, by the action that they lead to."""
    found = {}
    for shortcut in desk.app.window.findChildren(QShortcut):
        sequences = shortcut.keys()
        if (name := shortcut.property("action")) is not None:
            found[name] = [sequence.toString() for sequence in sequences]
    return found


def go_to(desk: Desk, name: str) -> KeyLine:
    """Opens the list, and walks down to the line of an action."""
    desk.press("F1")
    names = [line.key.name for line in sheet(desk).lines]
    desk.press(*["Down"] * names.index(name))
    line = desk.focus
    assert isinstance(line, KeyLine)
    assert line.key.name == name
    return line


def test_each_chord_leads_to_one_action() -> None:
    chords = Counter(chord for key in KEYS for chord in key.chords)
    assert [chord for chord, times in chords.items() if times > 1] == []
    assert len({key.name for key in KEYS}) == len(KEYS)
    assert [chord for chord in chords if key_map.refusal(chord)] == []


def test_commands_are_found_by_the_beginnings_of_their_words() -> None:
    assert [key.name for key in key_map.find("HANG up")] == ["hang_up"]
    assert [key.name for key in key_map.find("undo log")] == ["undo_log"]
    assert key_map.find("ang") == key_map.find(" ") == ()


def test_no_sentence_names_a_key_that_can_be_changed() -> None:
    """It would go on naming it: sentences are given the key in force."""
    sources = {path: path.read_text("utf-8") for path in Path(ui.__file__).parent.rglob("*.py")}
    named = [
        (path.name, words.value)
        for path, source in sources.items()
        if NAMES_A_KEY.search(source)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and _called(call) in ("tr", "translate", "T")
        for words in call.args
        if isinstance(words, ast.Constant) and NAMES_A_KEY.search(str(words.value))
    ]
    assert named == [("mapping.py", "Ctrl PgDn: next table")]  # a key of that sheet alone


def test_the_window_listens_to_the_whole_map(desk: Desk) -> None:
    assert heard(desk) == {key.name: list(key.chords) for key in KEYS}
    assert desk.app._keys is not None
    assert desk.app._keys._actions.keys() == {key.name for key in KEYS}


def test_a_key_is_changed_where_it_is_listed(desk: Desk) -> None:
    cap = next(cap for cap in desk.page.lookup.findChildren(KeyCap) if cap.text() == "F2")
    go_to(desk, "lookup")
    desk.press("Return")
    assert "New key for: Lookup" in desk.seen(sheet(desk))

    for chord, why in (
        ("Alt+D", "Alt D leads to “Dial, after permission” already."),
        ("Ctrl+E", "Ctrl E is needed in fields and lists."),
        ("Tab", "Tab is needed in fields and lists."),
        ("7", "7 is typed into fields."),
        ("Ctrl+S", "Ctrl S is a key of a sheet."),
        ("F10", "F10 may be taken by the desktop."),
    ):
        desk.press(chord)
        assert why in desk.seen(sheet(desk))
        assert heard(desk)["lookup"] == ["F2", "Ctrl+1"]
    desk.press("Alt+K")

    assert "Alt K, changed" in desk.seen(sheet(desk))
    assert cap.text() == "Alt K"
    desk.press("Escape", "Ctrl+K", "F2")
    assert desk.focus is desk.app.window.top.search
    desk.press("Alt+K")
    assert desk.focus is desk.page.lookup.search  # a field with the focus leaves it to the window
    desk.press("Alt+F")
    assert "Find the person first (Alt K)" in desk.message
    assert desk.center.memory.get(KEPT) == '{"lookup": "Alt+K"}'


def test_a_line_left_with_esc_keeps_its_key(desk: Desk) -> None:
    line = go_to(desk, "person")
    desk.press("Return", "Escape")

    assert desk.focus is line
    assert heard(desk)["person"] == ["F3", "Ctrl+2"]
    desk.press("Escape")
    assert sheet(desk).isHidden()


def test_del_brings_the_first_key_back_unless_another_has_it(desk: Desk) -> None:
    go_to(desk, "lookup")
    desk.press("Return", "Alt+K", "Down", "Return", "F2")
    assert heard(desk)["person"] == ["F2", "Ctrl+2"]

    desk.press("Up", "Delete")
    assert "F2 leads to “Person; again: alerts” now" in desk.seen(sheet(desk))
    desk.press("Down", "Delete", "Up", "Delete")

    assert heard(desk) == {key.name: list(key.chords) for key in KEYS}
    assert desk.center.memory.get(KEPT) == "{}"


def test_keys_text_size_and_colours_are_there_at_the_next_start(
    desk: Desk, start_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "_dress", lambda _theme: None)  # a second each, and nobody looks
    go_to(desk, "lookup")
    desk.app.window.resize(900, 600)  # with room for text at 125 %
    desk.press("Return", "Alt+K", "Escape", "Ctrl+Shift+D", "Ctrl++")
    assert desk.app.theme.factor == 1.15
    desk.press(*["Ctrl++"] * 2)
    assert "Text at 150 % has no room on this screen. It stays at 125 %." in desk.message
    desk.close()

    again = start_desk()

    assert heard(again)["lookup"] == ["Alt+K", "Ctrl+1"]
    assert (again.app.theme.dark, again.app.theme.factor) == (True, 1.25)
    again.press("Ctrl+0")
    assert again.app.theme.factor == 1.0


@pytest.mark.parametrize(
    "kept",
    ["not a map", "[]", '{"lookup": 7}', '{"lookup": "Ctrl+E"}', '{"nothing": "Alt+K"}',
     '{"lookup": "Alt+D"}', '{"lookup": "F3", "person": "F3"}'],
)  # fmt: skip
def test_a_damaged_map_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        key_map.read(kept)


def test_two_actions_may_swap_their_keys() -> None:
    keys = KeyMap().change("lookup", "Alt+K").change("person", "F2").change("lookup", "F3")

    assert key_map.read(key_map.write(keys)) == keys


def test_with_a_damaged_map_the_keys_are_as_they_come(
    desk: Desk, start_desk: Callable[..., Desk]
) -> None:
    desk.center.memory.set(KEPT, '{"lookup": "Alt+D"}')
    desk.close()

    again = start_desk()

    assert "cannot be read" in again.message
    assert heard(again)["lookup"] == ["F2", "Ctrl+1"]


def test_the_panes_in_turn(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "F2")
    page = desk.page

    for pane in (page.person, page.guide, page.bar, page.lookup):  # his timeline is empty
        desk.press("Shift+F6")
        assert pane.isAncestorOf(desk.focus), pane
    desk.press("Ctrl+Tab")
    assert page.person.isAncestorOf(desk.focus)


def test_every_step_advised_is_told_with_its_reason(desk: Desk) -> None:
    desk.press("Alt+W")
    assert "Nothing is advised now" in desk.seen(desk.page.guide)
    desk.press("Alt+W")
    assert desk.page.guide.reasons_sheet.isHidden()


def test_a_log_before_a_break_opens_nobody(desk: Desk) -> None:
    desk.bring(WALTER)
    walter = desk.person("Walter Brandt")
    begin(desk.center.shared).add(
        Callback, person_id=walter, phone="+19375550119", due_at=later(desk.clock, hours=-1),
        zone="America/New_York", asked_for=True, owner=REP,
    )  # fmt: skip
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "Ctrl+Shift+Return")
    assert "Not ready: why?" in desk.seen(desk.page.centre)
    desk.press("Escape")

    assert desk.idle, desk.seen(desk.page.bar)
    assert desk.app.session.person is None
    assert desk.focus is desk.page.lookup.search

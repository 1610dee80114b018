"""The keyboard map: every key of the program, once, with what it does.

When you add one: a line here, and a slot of that name where the window connects them. No letter may
stand twice; Ctrl E and Ctrl A belong to text fields.
"""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Key:
    """`name` is the action, `chords` the ways to reach it, `words` what the key list says."""

    name: str
    chords: tuple[str, ...]
    words: str


def _key(name: str, chords: str, words: object) -> Key:
    return Key(name, tuple(chords.split(", ")), str(words))


T = QT_TRANSLATE_NOOP

SHEET_CHORDS = SAVE, TRY, IMPORT, PRINT = "Ctrl+S", "Ctrl+T", "Ctrl+I", "Ctrl+P"
"""Keys of one sheet or detail, while it is open; no action of the window may take them."""

KEYS: tuple[Key, ...] = (
    _key("keys", "F1", T("Keys", "List of keys")),
    _key("lookup", "F2, Ctrl+1", T("Keys", "Lookup")),
    _key("person", "F3, Ctrl+2", T("Keys", "Person; again: alerts")),
    _key("guide", "F4, Ctrl+3", T("Keys", "Guide")),
    _key("next_steps", "F5, Ctrl+4", T("Keys", "Next steps")),
    _key("outcome", "F6, Ctrl+5", T("Keys", "Outcome")),
    _key("callbacks", "F7, Ctrl+6", T("Keys", "Callbacks")),
    _key("stuck", "F8, Ctrl+9", T("Keys", "What could not be sent")),
    _key("notes", "F9, Ctrl+7", T("Keys", "Notes")),
    _key("timeline", "F12, Ctrl+8", T("Keys", "Timeline")),
    _key("cycle", "Shift+F6, Ctrl+Tab", T("Keys", "From pane to pane")),
    _key("search", "Ctrl+K", T("Keys", "Search people and commands")),
    _key("find", "Ctrl+F", T("Keys", "Search in the timeline")),
    _key("jump", "Ctrl+J", T("Keys", "Go to a date in the timeline")),
    _key("answer", "Alt+A", T("Keys", "Answer, or start a call by hand")),
    _key("dial", "Alt+D", T("Keys", "Dial, after permission")),
    _key("hang_up", "Alt+X", T("Keys", "Hang up")),
    _key("hold", "Alt+H", T("Keys", "Hold, resume")),
    _key("park", "Alt+L", T("Keys", "Park the ended call; without one: parked calls")),
    _key("next_person", "Alt+N", T("Keys", "Next person")),
    _key("ready", "Alt+Y", T("Keys", "Ready, or a break with its reason")),
    _key("correct", "Alt+F", T("Keys", "Correct the record; again: next page")),
    _key("person_menu", "Alt+Shift+P", T("Keys", "More about this person")),
    _key("reasons", "Alt+W", T("Keys", "Why this step, why not that")),
    _key("verify", "Alt+V", T("Keys", "Verify")),
    _key("stop", "Alt+S", T("Keys", "Stop request, at any moment")),
    _key("undo_stop", "Alt+Shift+S", T("Keys", "Undo the stop request, until hang-up")),
    _key("escalate", "Alt+E", T("Keys", "Clinical escalation, at any step")),
    _key("glass", "Alt+Shift+E", T("Keys", "Emergency access to a record")),
    _key("callback", "Alt+C", T("Keys", "Callback")),
    _key("promise", "Alt+P", T("Keys", "Promise")),
    _key("appointment", "Alt+B", T("Keys", "Appointment")),
    _key("send", "Alt+T", T("Keys", "Send content")),
    _key("unmet_need", "Alt+U", T("Keys", "Unmet need")),
    _key("hand_off", "Alt+G", T("Keys", "Hand off")),
    _key("complaint", "Alt+O", T("Keys", "Complaint")),
    _key("parties", "Alt+I", T("Keys", "Whom the call is with and about")),
    _key("name", "Alt+Shift+N", T("Keys", "Name of the person marked, for 10 s in a call")),
    _key("move", "Alt+M", T("Keys", "Move this call to another person")),
    _key("read", "Alt+R", T("Keys", "“I read this aloud”")),
    _key("next", "Alt+Right", T("Keys", "Next in the guide")),
    _key("back", "Alt+Left", T("Keys", "Back in the guide")),
    _key("log", "Ctrl+Return, Ctrl+Enter", T("Keys", "Log and next")),
    _key(
        "log_and_rest",
        "Ctrl+Shift+Return, Ctrl+Shift+Enter",
        T("Keys", "Log, then a break"),
    ),
    _key("undo_log", "Ctrl+Shift+Z", T("Keys", "Undo the last log, for 10 seconds")),
    _key("my_day", "Alt+Shift+D", T("Keys", "My day: calls, promises, callbacks")),
    _key("notices", "Alt+Shift+W", T("Keys", "What was said: notices of today")),
    _key("imports", "Alt+Shift+I", T("Keys", "Imports: bring people in, undo that")),
    _key("team", "Alt+Shift+T", T("Keys", "Who is ready and who not, for supervisors")),
    _key("unusual", "Alt+Shift+U", T("Keys", "Unusual access, for supervisors")),
    _key("hints", "Alt+Shift+H", T("Keys", "Hints of the first day, once more")),
    _key("report", "Alt+Shift+R", T("Keys", "Report of what went wrong")),
    _key("lock", "Ctrl+L", T("Keys", "Blank the screen")),
    _key("theme", "Ctrl+Shift+D", T("Keys", "Light, dark")),
    _key("larger", "Ctrl++, Ctrl+=", T("Keys", "Larger text")),
    _key("smaller", "Ctrl+-", T("Keys", "Smaller text")),
    _key("usual_size", "Ctrl+0", T("Keys", "Text as large as usual")),
    _key("language", "Ctrl+Shift+L", T("Keys", "English, español")),
    _key("pages", "Ctrl+Shift+Tab", T("Keys", "Console, supervisor")),
    *(_key(f"choose_{n}", f"Alt+{n}", T("Keys", "Choose an answer")) for n in range(1, 10)),
)

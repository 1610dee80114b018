"""Every word that the window says of its own is in the language picked, from start to log.

The translations wear marks here. What stands outside them is not of the window: names, numbers,
keys, and what was published or written by somebody.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from console.resources import resource
from console.settings import ENGLISH
from console.ui import language
from tests.stories.desk import Desk
from tests.stories.test_booking_moves_the_journey import asked

__all__ = ["asked"]

PLACES = re.compile(r"\{\w*\}|%L?n|%\d|\n")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧?")
WORD = re.compile(r"[^\W\d_]{2,}")
OF_THE_DESK = {
    "Denise", "Whitfield", "DW", "Dayton", "OH", "Elm", "St", "Jordan", "Mays", "JM", "Please",
    "call", "me", "bundle", "json", "importer",
}  # fmt: skip
KEYS = {
    "Alt", "Ctrl", "Esc", "Del", "Shift", "Tab", "Enter", "Return", "Home", "End", "PgDn", "PgUp",
    "Space", "Backspace", "Left", "Right", "Up", "Down", "Plus",
}  # fmt: skip
EVERYWHERE = {"MRN", "English", "jun", "today"}
"""What the records say too: a day in a published reason, and a birth date as it is typed."""


@pytest.fixture
def marked(asked: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Denise asked for a call; the window speaks Spanish, in marks."""
    plain = language.read

    def read(file: Path) -> dict[language.Key, tuple[str, ...]]:
        known = plain(file)
        return {key: tuple(map(_marked, forms)) for key, forms in known.items()}

    monkeypatch.setattr(language, "read", read)
    asked.press("Ctrl+Shift+L")
    asked.activate()
    asked.settle()
    yield asked
    asked.app.language.use(ENGLISH)


def _marked(form: str) -> str:
    pieces = PLACES.sub(lambda place: f"⟧{place.group()}⟦", form)
    return f"⟦{pieces}⟧".replace("⟦⟧", "")


def test_from_the_start_to_the_log(marked: Desk) -> None:
    desk, seen, left = marked, set[str](), set[str]()
    longest_first = sorted(_phrases(), key=len, reverse=True)
    published = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def look(*keys: str, written: str = "") -> None:
        desk.press(*keys)
        desk.write(written)
        seen.add(written)
        for line in {*desk.seen().splitlines()} - seen:
            seen.add(line)
            rest = published.sub(" ", MARKED.sub(" ", line))
            if {*WORD.findall(rest)} - OF_THE_DESK - KEYS - EVERYWHERE:
                left.add(line)

    look()
    look("F1")
    look("Escape", "Alt+Shift+I")
    look("Escape", "F8")
    look("Escape", "F2", written="denise")
    look("Return")
    look("Alt+F")
    look("Alt+F")
    look("Alt+F")
    look("Escape", "Alt+D", "Alt+1")
    look("Alt+V", written="den whi")
    look("Return", written="11174")
    look("Return")
    look("Escape", "Alt+V", written="den whi")
    look("Return", written="9674")
    look("Return", written="45402")
    look("Return")
    assert desk.draft.verification_of(desk.person("Denise Whitfield"))
    look("Alt+1")
    look("Alt+C", written="lunes 10")
    for sheet in ("Alt+P", "Alt+B", "Alt+T", "Alt+U", "Alt+G", "Alt+O"):
        look("Escape", sheet)
    look("Escape", "Alt+W")
    look("Escape", "Alt+E")
    look("Escape", "Alt+S")
    look("Escape", "Alt+X")
    look("F6", "1", "Ctrl+Return")
    look("Ctrl+Return")
    desk.log_all()
    assert desk.app.window.supervisor is not None
    desk.app.window.set_supervisor(shown=True)
    desk.app.window.show_page("supervisor")
    look()

    assert sorted(left) == [], "\n".join(sorted(left))


def _phrases() -> set[str]:
    """What publications say, by the pieces between their merge fields, and what fills these."""
    found = set[str]()
    for folder in ("scripts", "content", "playbooks"):
        for file in resource(folder).rglob("*.yaml"):
            for text in _strings(yaml.safe_load(file.read_text(encoding="utf-8"))):
                found |= {piece.strip() for piece in re.split(r"\{\{\w*\|?|\}\}", text)}
    return {phrase for phrase in found if len(phrase) > 1}


def _strings(body: Any) -> Iterator[str]:
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict):
        for value in body.values():
            yield from _strings(value)
    elif isinstance(body, list):
        for value in body:
            yield from _strings(value)

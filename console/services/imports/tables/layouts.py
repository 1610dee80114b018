"""How the text of a table is written, as a mapping file says it."""

import codecs
from collections.abc import Mapping
from typing import Any

from console.models.table_mapping import Layout
from console.services.imports.tables.rows import MOST_COLUMNS

KEYS = ("encoding", "delimiter", "widths")
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "blank": " "}


class Wrong(Exception):
    """What is wrong in a mapping, as a sentence."""


def of(data: Mapping[str, Any], where: str) -> Layout:
    """The layout that a table of a mapping file tells; raises Wrong."""
    layout = Layout(
        encoding=_encoding(data.get("encoding"), where),
        delimiter=_delimiter(data.get("delimiter"), where),
        widths=_widths(data.get("widths"), where),
    )
    if layout.delimiter and layout.widths:
        raise Wrong(f"{where} has both `delimiter:` and `widths:`. Keep one of them.")
    return layout


def plain(layout: Layout) -> dict[str, Any]:
    """The layout as a mapping file writes it."""
    widths = list(layout.widths)
    found = {"encoding": layout.encoding, "delimiter": layout.delimiter, "widths": widths}
    return {name: value for name, value in found.items() if value}


def _encoding(said: Any, where: str) -> str:
    if said is None:
        return ""
    try:
        "".encode(str(said))  # refuses what is no encoding of text, like "zip"
        return codecs.lookup(str(said)).name
    except (LookupError, ValueError, UnicodeError):
        raise Wrong(
            f"{where}: `encoding:` is none that is known. Use a name such as utf-8, utf-16, "
            "cp1252 (Windows), cp850 or cp437 (DOS)."
        ) from None


def _delimiter(said: Any, where: str) -> str:
    if said is None:
        return ""
    mark = _NAMED.get(str(said), str(said))
    if len(mark) != 1 or mark.isalnum() or mark in '"\r\n':
        raise Wrong(
            f"{where}: `delimiter:` is one character, or one of: {', '.join(sorted(_NAMED))}."
        )
    return mark


def _widths(said: Any, where: str) -> tuple[int, ...]:
    if said is None:
        return ()
    listed = said if isinstance(said, list) else [said]
    if not 2 <= len(listed) <= MOST_COLUMNS or not all(map(_is_width, listed)):
        raise Wrong(
            f"{where}: `widths:` is a list like [8, 20, 10], the characters of each column with "
            "the blanks behind it."
        )
    return tuple(listed)


def _is_width(one: Any) -> bool:
    return isinstance(one, int) and not isinstance(one, bool) and 0 < one <= 100_000

"""Rows that an import rejected, as a table that a person corrects in a spreadsheet.

A spreadsheet turns "00123" into 123, "1/2" into a day and "=…" into a formula. An apostrophe before
such a cell keeps it the text that it is, also when the file is saved and opened again; whoever
reads such a table takes it away.
"""

import re
from collections.abc import Sequence

REASON = "rejected because"
"""The header of the last column, by which such a table is known. Nothing is taken from it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Longer texts with more words are no number, date or time to any spreadsheet.
_SHORT, _FEW = 40, 3
_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,8}")
_WORD = re.compile(r"[^\W\d_]+")


def guarded(cell: str) -> str:
    """A cell as it is written."""
    return f"'{cell}" if _is_changed(cell) else cell


def guarded_name(name: str) -> str:
    """The name of a column as it is written; one that begins with a letter stays as it is."""
    return name if name[:1].isalpha() else guarded(name)


def plain(cell: str) -> str:
    """A cell or name as it was, whether a spreadsheet took the apostrophe or not."""
    return cell[1:] if cell.startswith("'") and _is_changed(cell[1:]) else cell


def reason_column(row: Sequence[str]) -> int | None:
    """Where the reasons stand, when this row is the header of such a table."""
    return next((at for at, cell in enumerate(row) if cell.strip().casefold() == REASON), None)


def _is_changed(cell: str) -> bool:
    """Whether a spreadsheet might take a text for something else."""
    bare = cell.lstrip("'")
    if bare.startswith(_FORMULA) or bare.casefold() in ("true", "false"):
        return True
    if not any(one.isdigit() for one in bare) or _PLAIN_NUMBER.fullmatch(bare):
        return False
    return len(bare) <= _SHORT and len(_WORD.findall(bare)) <= _FEW

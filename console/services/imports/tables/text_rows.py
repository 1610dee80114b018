"""Rows of delimited text, also where quotation marks are damaged."""

import csv
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import TextIO

from console.rules import plain_text
from console.rules.rejected_rows import REASON
from console.services.imports.lines import Line, lines_of
from console.services.imports.reader import NOT_TEXT
from console.services.imports.tables.rows import MOST_COLUMNS, Row

DELIMITERS = ",;\t|^~"
# A cell may hold line breaks, but a quotation mark that nobody closes must not eat the file.
MOST_LINES = 200
LONGEST_LINE = 4 * 1024 * 1024
EVERY = 2_000
LOOKED_AT = 200
MOST_EVEN = 0.5
OPEN = "unexpected end of data"
OPEN_QUOTE = "has a quotation mark that is never closed"
# The header of rejected rows ends with a name of its own, whatever their cells are full of.
_OF_REJECTED = re.compile(rf'([{re.escape(DELIMITERS)}])"?{REASON}"?\s*', re.IGNORECASE)

csv.field_size_limit(LONGEST_LINE)


def delimiter_of(head: str) -> str:
    """What separates the cells of a text that begins so: what gives most rows the same width."""
    first = head.lstrip("\ufeff").partition("\n")[0]
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4]
    if own := _OF_REJECTED.search(first):
        return own[1]
    listed = first_lines(head)
    return max(DELIMITERS, key=lambda mark: _evenness(listed, mark))


def is_even(head: str, delimiter: str) -> bool:
    """Whether most rows of a text that begins so have the same number of cells."""
    return _evenness(first_lines(head), delimiter)[0] >= MOST_EVEN


def first_lines(head: str) -> list[str]:
    """The first lines of a text that begins so, without a last one that may go on."""
    listed = [line for line in head.lstrip("\ufeff").split("\n") if line.strip()][:LOOKED_AT]
    return listed[:-1] if len(listed) > 1 and not head.endswith("\n") else listed


def _evenness(listed: list[str], mark: str) -> tuple[float, int]:
    widths = Counter(len(_split(line, mark)) for line in listed)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 0
    width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    return round(count / len(listed), 1), width


def rows(text: TextIO, delimiter: str, progress: Callable[[], None]) -> Iterator[Row]:
    """The rows of a text; one that cannot be read comes with its fault, and the next goes on."""
    waiting: deque[Line] = deque()
    stream = lines_of(text, LONGEST_LINE)
    width = 0
    number = 0
    while True:
        line = waiting.popleft() if waiting else next(stream, None)
        if line is None:
            return
        number += 1
        if number % EVERY == 0:
            progress()
        if line.fault:
            yield Row(line.number, (), line.fault)
            continue
        row, more = _record(line, delimiter, waiting, stream, width)
        if not row.fault and number == 1 and _is_hint(row):
            continue
        width = width or len(row.cells)
        waiting.extendleft(reversed(more))
        yield row


def _is_hint(row: Row) -> bool:
    """Excel's own first line, which names the separator."""
    return ",".join(row.cells).casefold().startswith("sep=") and len(row.cells) <= 2


def _record(
    line: Line, delimiter: str, waiting: deque[Line], stream: Iterator[Line], width: int
) -> tuple[Row, list[Line]]:
    """One row, over several lines where a cell holds line breaks, and lines to be read again."""
    text = line.text.rstrip("\r\n")
    if '"' not in text:
        return row_of(line.number, text.split(delimiter)), []
    cells = _parse(text, delimiter)
    if cells is not None:
        return row_of(line.number, cells), []
    taken: list[Line] = []
    whole = line.text
    while len(taken) < MOST_LINES and len(whole) < LONGEST_LINE:
        following = waiting.popleft() if waiting else next(stream, None)
        if following is None:
            break
        taken.append(following)
        if following.fault:
            break
        whole += following.text
        if '"' not in following.text:
            continue
        try:
            cells = _strictly(whole.rstrip("\r\n"), delimiter)
        except csv.Error as error:
            if OPEN in str(error):
                continue
            break
        if not width or len(cells) == width:
            return row_of(line.number, cells), []
        break
    alone = text.replace('"', "").split(delimiter)
    if width and len(alone) == width:
        return row_of(line.number, alone), taken
    return Row(line.number, (text.strip(),), OPEN_QUOTE), taken


def _parse(text: str, delimiter: str) -> list[str] | None:
    """The cells of a record, or None where a quoted cell is still open at its end."""
    try:
        return _strictly(text, delimiter)
    except csv.Error as error:
        return None if OPEN in str(error) else _split(text, delimiter)


def _strictly(text: str, delimiter: str) -> list[str]:
    """The cells of a record whose quotation marks are in order; raises csv.Error."""
    return next(csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True), [])


def _split(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return text.split(delimiter)


def row_of(number: int, cells: list[str]) -> Row:
    """A row of these cells, or with the fault that they show."""
    clean = tuple(map(str.strip, cells))
    if len(cells) > MOST_COLUMNS:
        return Row(number, clean, f"has more than {MOST_COLUMNS} cells")
    if not all(map(str.isprintable, clean)):
        if any(map(NOT_TEXT.search, clean)):
            return Row(number, clean, "holds bytes that are no text of its encoding")
        if plain_text.is_damaged("".join(clean)):
            return Row(number, clean, "holds bytes that are no text")
    return Row(number, clean)

"""Rows of the tables of a web page, which many programs export under the name of a workbook."""

from collections import deque
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TextIO

from console.services.imports.sources import Unreadable
from console.services.imports.tables.rows import MOST_COLUMNS, Row

BLOCK = 1 << 16
LONGEST_CELL = 1 << 16
MOST_SPAN = 100
MOST_UNREAD = 1 << 18


def rows(text: TextIO, progress: Callable[[], None]) -> Iterator[Row]:
    """The rows of all tables of the page, in order; numbers count them."""
    parser = _Rows()
    number = 0
    while block := text.read(BLOCK):
        parser.feed(block)
        if len(parser.rawdata) > MOST_UNREAD:
            raise Unreadable("is a damaged web page; save it as .xlsx or CSV")
        progress()
        while parser.done:
            number += 1
            cells = parser.done.popleft()
            if any(cells):
                yield Row(number, cells)
    parser.close()
    for cells in parser.done:
        number += 1
        if any(cells):
            yield Row(number, cells)


class _Rows(HTMLParser):
    """Collects the text of cells; markup within them is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: deque[tuple[str, ...]] = deque()
        self._row: list[str] = []
        self._cell: list[str] | None = None
        self._length = 0
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell, self._length = [], 0
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), MOST_SPAN) if span.isascii() and span.isdigit() else 1
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and self._length < LONGEST_CELL:
            self._cell.append(data)
            self._length += len(data)

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is None or len(self._row) > MOST_COLUMNS:
            return
        self._row += [" ".join("".join(self._cell).split()), *[""] * (self._span - 1)]
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self.done.append(tuple(self._row))
        self._row = []

"""Rows of a text whose columns stand by position."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TextIO

from console.rules import fixed_width
from console.services.imports.lines import lines_of
from console.services.imports.tables.rows import Row
from console.services.imports.tables.text_rows import EVERY, LONGEST_LINE, row_of

CUT = "runs over its columns; a mapping can say how wide they are (`widths:`)"


def rows(
    text: TextIO, widths: Sequence[int], progress: Callable[[], None], *, parted: bool
) -> Iterator[Row]:
    """The rows of a text; what stands beyond the last column belongs to it.

    Where columns are `parted` by blanks, a row that has none there cannot be read; above the
    first row that has, it is a title.
    """
    places = [*pairwise(accumulate((0, *widths[:-1]))), (sum(widths[:-1]), None)]
    begun = not parted
    for number, line in enumerate(lines_of(text, LONGEST_LINE), 1):
        if number % EVERY == 0:
            progress()
        written = line.text.rstrip("\r\n")
        if line.fault or fixed_width.RULER.fullmatch(written):
            if line.fault:
                yield Row(line.number, (), line.fault)
            continue
        cells = [written[start:end] for start, end in places]
        if not parted or not fixed_width.is_cut(written, widths):
            begun = True
            yield row_of(line.number, cells)
        elif begun:
            yield row_of(line.number, cells)._replace(fault=CUT)
        else:
            yield row_of(line.number, [written])

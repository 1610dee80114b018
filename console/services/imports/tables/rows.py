"""What every kind of table file comes down to: numbered rows of text cells."""

from typing import NamedTuple

MOST_COLUMNS = 2_000


class Row(NamedTuple):
    """One row: the number of its line (or row of a sheet), and its cells.

    With a `fault` they are no record, and only stand there as far as they could be told apart.
    """

    number: int
    cells: tuple[str, ...]
    fault: str = ""

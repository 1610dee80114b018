"""Lines of a text, however long, and what of a text may be held in memory."""

import sys
import zlib
from collections.abc import Generator
from typing import NamedTuple, TextIO

from console.services.imports.sources import damaged

PIECE = 1 << 20
WIDEST = 4


class Line(NamedTuple):
    number: int
    text: str
    fault: str = ""


def lines_of(text: TextIO, largest: int) -> Generator[Line, None, None]:
    """Lines that are not blank; one that is too long or cannot be read comes with its fault.

    `largest` is what a line may take of the memory, in bytes.
    """
    number = 0
    while True:
        number += 1
        try:
            line = text.readline(PIECE)
            if len(line) * WIDEST > largest or len(line) == PIECE:
                long = _long_line(text, line, largest)
                if long is None:
                    yield Line(number, "", f"is longer than {largest // 2**20} MB")
                    continue
                line = long
        except (OSError, EOFError, UnicodeError, zlib.error) as error:
            yield Line(number, "", f"and the rest are missing: the file {damaged(error)}")
            return
        if not line:
            return
        if line.strip("\ufeff \t\r\n"):
            yield Line(number, line.lstrip("\ufeff"))


def _long_line(text: TextIO, begin: str, largest: int) -> str | None:
    """A line that begins so; None where it takes more than `largest`, and is passed over."""
    pieces, over = [begin], False
    while len(pieces[-1]) == PIECE and not pieces[-1].endswith("\n"):
        over = over or held(pieces) > largest
        piece = text.readline(PIECE)
        pieces = [piece] if over else [*pieces, piece]
    return None if over or held(pieces) > largest else "".join(pieces)


def held(pieces: list[str]) -> int:
    """Bytes that these take as one text: each letter as many as the widest needs."""
    return sum(map(len, pieces)) * max(map(_width, pieces), default=1)


def _width(piece: str) -> int:
    """Bytes that Python gives each letter of a text: 1, 2 or 4."""
    if piece.isascii():
        return 1
    if len(piece) > sys.getsizeof("\U0001f600"):
        return sys.getsizeof(piece) // len(piece)
    widest = ord(max(piece))
    return 1 if widest < 1 << 8 else 2 if widest < 1 << 16 else 4

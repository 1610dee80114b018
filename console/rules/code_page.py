r"""Which code page a text is written in that is not UTF-8, told by what its letters would be.

"Jos\x82" is José in the code pages of DOS and a low quotation mark in that of Windows;
"Jos\xe9" is José in that of Windows and an Ú after small letters in those of DOS.
"""

import re
from collections.abc import Iterable

# In this order where several fit alike; the last one takes every byte.
WINDOWS, DOS, DOS_AMERICAN, LATIN = "cp1252", "cp850", "cp437", "latin-1"
PIECE = re.compile(rb"[A-Za-z0-9]?[\x80-\xff]+[A-Za-z0-9]?")
"""What the rule looks at: letters beyond ASCII with their neighbors."""
_SMALL = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšž"
_LARGE = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ"
# A capital begins a word or stands among capitals, and a small letter among small ones.
_FITS = re.compile(
    rf"(?<![0-9])[{_SMALL}](?![A-Z0-9])"
    rf"|(?<![A-Za-z])[{_LARGE}]|(?<=[A-Z])[{_LARGE}](?![a-z])"
    "|[\u2018\u2019\xa0]|(?<![A-Za-z])[\u201c\u201d\u2013\u2014\u2026\u2022\u2122]"
    "|[\u201c\u201d\u2013\u2014\u2026\u2022\u2122](?![A-Za-z])"
    "|(?<![A-Za-z])[¿¡«»°´·®©ªº£¢¥€±½¼¾²³](?![a-z])|(?<![A-Za-z])[¿¡]"
)
SURE = 0.8


def guess(pieces: Iterable[bytes]) -> str:
    """The code page (a name of Python's) in which most of these `PIECE`s are letters and signs.

    That of Windows unless its letters could not be and those of DOS are.
    """
    listed = list(pieces)
    shares = {name: _share(listed, name) for name in (WINDOWS, DOS, DOS_AMERICAN)}
    best = max(shares, key=lambda name: shares[name])
    if best != WINDOWS and shares[best] >= SURE:
        return best
    return WINDOWS if _can_be(listed, WINDOWS) else LATIN


def _can_be(pieces: list[bytes], name: str) -> bool:
    """Whether every byte stands for something there."""
    return all("\ufffd" not in piece.decode(name, "replace") for piece in pieces)


def _share(pieces: list[bytes], name: str) -> float:
    """How many of the characters beyond ASCII are letters or signs where they may stand."""
    fitting = total = 0
    for piece in pieces:
        text = piece.decode(name, "replace")
        total += sum(not letter.isascii() for letter in text)
        fitting += len(_FITS.findall(text))
    return fitting / total if total else 0.0

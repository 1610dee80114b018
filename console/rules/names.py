"""Names of people: folded for comparing and finding, shortened for screens that tell little."""

import re
import unicodedata

from anyascii import anyascii

APOSTROPHES = re.compile(r"['`´‘’ʻʼ′]")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})


def words(text: str) -> tuple[str, ...]:
    """The words of a name in ASCII, lower case, without accents or punctuation, in order.

    An apostrophe joins ("O'Shaughnessy" is one word), a hyphen separates.
    """
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    plain = APOSTROPHES.sub("", anyascii(APOSTROPHES.sub("", visible)))
    return tuple(re.findall(r"[a-z0-9]+", plain.casefold()))


def initials(name: str) -> str:
    """First letters of the first and the last name, "T. J."; titles and suffixes don't count."""
    parts = _essential(name)
    ends = parts[:1] if len(parts) == 1 else parts[:1] + parts[-1:]
    return " ".join(f"{part[0].upper()}." for part in ends)


def short(name: str) -> str:
    """The first name and the last one's first letter, "Denise W."; a single name as it is."""
    parts = _essential(name)
    return " ".join([*parts[:1], *(f"{part[0].upper()}." for part in parts[1:][-1:])])


def split(name: str, family: str = "") -> tuple[str, str]:
    """Given names and family name. `family` is the one known so far, which may be of several words;
    else the last word that is no suffix.
    """
    plain = " ".join(name.split())
    known = " ".join(family.split())
    if known and plain.casefold().endswith(f" {known.casefold()}"):
        return plain[: -len(known)].strip(), plain[-len(known) :]
    parts = plain.split()
    last = len(parts) - 1
    while last > 1 and parts[last].strip(".,").casefold() in SUFFIXES:
        last -= 1
    return " ".join(parts[:last]), " ".join(parts[last:])


def _essential(name: str) -> list[str]:
    """The parts of a name as written, without titles and suffixes unless nothing else is there."""
    parts = [
        part
        for raw in name.split()
        if (part := raw.strip(".,;()\"“”'’")) and any(letter.isalnum() for letter in part)
    ]
    bare = [part for part in parts if part.casefold() not in TITLES | SUFFIXES]
    return bare or parts

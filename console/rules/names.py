"""Names of people: folded for comparing and finding, shortened for screens that tell little."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from anyascii import anyascii

APOSTROPHES = re.compile(r"['`´‘’ʻʼ′]")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})
CAPITAL_SUFFIXES = frozenset({"ii", "iii", "iv", "md"})
# Those that are written small and are nobody's given name, unlike Al, Ben, Do or San; Van is, but
# for "van der".
SMALL_PARTICLES = frozenset(
    {"von", "der", "den", "de", "del", "la", "las", "los", "da", "das", "dos", "du", "ter"}
    | {"bin", "ibn"}
)
AFTER_VAN = frozenset({"der", "den", "de"})
# Those that are one only where they are written small beside capitals.
WRITTEN_SMALL = SMALL_PARTICLES | {"van", "al", "el", "ben", "di", "do", "lo", "san", "af", "zu"}
# Between two family names: Ortega y Gasset.
JOINING = frozenset({"y"})
LETTERS = re.compile(r"[^\W\d_]+")
# How a letter or two are written in English where folding alone writes them otherwise: Müller is
# Mueller too, Володимир Volodymyr, Πούτιν Poutin.
ALSO_WRITTEN = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ø": "oe",
    "å": "aa",
    "и": "y",
    "г": "h",
    "ου": "ou",
    "ού": "ou",
}
ALSO = re.compile("|".join(ALSO_WRITTEN))
HUMP = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")


def words(text: str) -> tuple[str, ...]:
    """The words of a name in ASCII, lower case, without accents or punctuation, in order.

    An apostrophe joins ("O'Shaughnessy" is one word), a hyphen separates.
    """
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    plain = APOSTROPHES.sub("", anyascii(APOSTROPHES.sub("", visible)))
    return tuple(re.findall(r"[a-z0-9]+", plain.casefold()))


def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """Each word of a name, folded, with the other way to write it where there is one.

    "Jürgen Müller" gives (("jurgen", "juergen"), ("muller", "mueller")).
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    other = ALSO.sub(lambda found: ALSO_WRITTEN[found[0]], plain)
    folded = words(text)
    if other == plain:
        return tuple((word,) for word in folded)
    return tuple(tuple(dict.fromkeys(both)) for both in zip(folded, words(other), strict=True))


def turned(name: str) -> str:
    """A name in the order it is said: "Meulen, Ludwig van der" is Ludwig van der Meulen."""
    family, _, rest = name.partition(",")
    said = {part.casefold() for part in _parts(rest)}
    if not family.strip() or said <= TITLES | SUFFIXES:
        return name  # "Ann Lee, MD" stands as it is said
    return f"{rest.strip()} {family.strip()}"


def display(name: str) -> str:
    """A name as a person writes it where it is all capitals; else as written.

    "MCDONALD, ANN-MARIE" is shown as McDonald, Ann-Marie, "LUDWIG VAN DER MEULEN" with small
    particles. Only shown: what is on record stays.
    """
    if not name.isupper() or not any(len(part) > 1 for part in _parts(name)):
        return name
    first, *rest = name.split(" ")
    shown = (_shown(part, after) for part, after in pairwise([*rest, ""]))
    return " ".join([_shown(first), *shown])


def _shown(part: str, following: str = "") -> str:
    """A part of a name in capitals; one that another follows may be a particle."""
    folded = part.strip(".,").casefold()
    if following and (folded in JOINING or _is_particle(folded, following)):
        return part.lower()
    return part if folded in CAPITAL_SUFFIXES else LETTERS.sub(_capitalized, part)


def _capitalized(part: re.Match[str]) -> str:
    word = part[0][0] + part[0][1:].lower()
    return f"Mc{word[2:].capitalize()}" if word.startswith("Mc") and len(word) > 3 else word


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
    """Given names and family name.

    `family` is the one known so far, which may be of several words, as what stands before a comma
    may be ("García Márquez, Gabriel"); else it is the last word that is no suffix. Particles go
    with it: "van der Berg", "Ortega y Gasset".
    """
    said = turned(name)
    parts, known = said.split(), family.casefold().split()
    first = len(parts) - len(known)
    is_known = 0 < first < len(parts) and [part.casefold() for part in parts[first:]] == known
    if not is_known and said != name:
        first = _before_particles(parts, len(parts) - len(name.partition(",")[0].split()))
    elif not is_known:
        first = _before_particles(parts, _last_word(parts))
    return " ".join(parts[:first]), " ".join(parts[first:])


def _last_word(parts: Sequence[str]) -> int:
    last = len(parts) - 1
    while last > 1 and parts[last].strip(".,").casefold() in SUFFIXES:
        last -= 1
    return max(last, 0)


def _before_particles(parts: Sequence[str], first: int) -> int:
    """Where the family name begins whose word `parts[first]` is, with the particles before it.

    The first word of a name is a given name, unless it is written small beside capitals.
    """
    whole = " ".join(parts)
    is_mixed = not (whole.islower() or whole.isupper())
    while first > 0:
        before = parts[first - 1]
        is_small = is_mixed and before in WRITTEN_SMALL
        if first > 2 and before in JOINING:
            first -= 2
        elif is_small or (first > 1 and _is_particle(before, parts[first])):
            first -= 1
        else:
            break
    return first


def _is_particle(part: str, following: str) -> bool:
    """However it is written; `following` is the next word of the name."""
    folded = part.casefold()
    is_van = folded == "van" and following.casefold() in AFTER_VAN
    return is_van or folded in SMALL_PARTICLES


def _essential(name: str) -> list[str]:
    """The parts of a name as said, without titles and suffixes unless nothing else is there."""
    parts = _parts(turned(name))
    bare = [part for part in parts if part.casefold() not in TITLES | SUFFIXES]
    return bare or parts


def _parts(name: str) -> list[str]:
    """What has letters or digits, without the punctuation around it."""
    return [
        part
        for raw in name.split()
        if (part := raw.strip(".,;()\"“”'’")) and any(letter.isalnum() for letter in part)
    ]

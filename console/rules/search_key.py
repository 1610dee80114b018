"""Search keys: the folded words, numbers and dates by which people are found, as pure functions.

When you add a kind: a member here, a branch in `services/search_keys`, a use in `rules/query`.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from console.rules import names, phone, phone_text

# Words that people write apart from, or together with, the one that follows.
PARTICLES = frozenset(
    {
        *("al", "ap", "bin", "ben", "d", "da", "de", "del", "della", "der", "di", "do", "dos"),
        *("du", "el", "fitz", "la", "le", "los", "mac", "mc", "o", "san", "st", "ten", "ter"),
        *("van", "von"),
    }
)
FEWEST_DIGITS = 3


class KeyKind(StrEnum):
    """What a key is. `PHONE` holds the digits backwards, so that the last ones are a prefix."""

    PHONE = "phone"
    PHONE_START = "phone_start"
    NAME = "name"
    BIRTH = "birth"
    MRN = "mrn"
    IDENTIFIER = "identifier"
    EMAIL = "email"


def name_keys(name: str) -> set[str]:
    """The words of a name, with those that an apostrophe, a hyphen or a particle joins.

    Each in every spelling: "Müller" is found as muller and as mueller.
    """
    spelled = names.spellings(names.turned(name))
    keys = {word for both in spelled for word in both}
    for token in name.split():
        keys.update(names.words(names.APOSTROPHES.sub(" ", token)))
        keys.add("".join(names.words(token)))
    for which in (0, -1):
        keys.update(_joined([both[which] for both in spelled]))
    return keys - {""}


def phone_keys(value: str, raw: str) -> set[tuple[KeyKind, str]]:
    """A contact point's digits backwards, and from the start of their national part.

    Falls back on the raw text's digits where no value could be made of it, and adds what other
    numbers the raw text holds.
    """
    pieces = phone_text.pieces(phone_text.tidy(raw))
    others = phone.several(raw) if len(pieces) > 1 else ()
    values = {value, *(one.number.value for one in others)}
    keys = {key for one in values for key in _number_keys(one)}
    return keys or _number_keys(raw)


def _number_keys(value: str) -> set[tuple[KeyKind, str]]:
    digits = phone.digits_of(value).lstrip("0")
    if len(digits) < FEWEST_DIGITS:
        return set()
    start = digits[1:] if value.startswith("+1") else digits
    return {(KeyKind.PHONE, digits[::-1]), (KeyKind.PHONE_START, start)}


def identifier_key(value: str) -> str:
    """Letters and digits of an identifier, in lower case: "MRN-00 4471" is "mrn004471"."""
    return "".join(names.words(value))


def email_key(value: str) -> str:
    return value.strip().casefold()


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Each run of particles with the word behind it: "de la cruz" gives "delacruz"."""
    joined = ""
    for word, following in pairwise([*words, ""]):
        if word in PARTICLES and following:
            joined += word
        elif joined:
            yield joined + word
            joined = ""

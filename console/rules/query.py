"""What a lookup's text asks for: names, numbers, dates, identifiers and emails in any mix."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from console.errors import Refused
from console.rules import birth_dates, names, phone
from console.rules.search_key import PARTICLES, KeyKind, email_key, identifier_key

LONGEST = 200
MOST_TOKENS = 12
TOO_LONG = "That is too much to look for. Type a name, a number, a birth date or an MRN."

# How the digits of one number are grouped when it is written with spaces.
GROUPINGS = frozenset(
    {(3, 3, 4), (1, 3, 3, 4), (3, 4), (3, 7), (6, 4), (1, 10), (1, 3, 7), (3, 4, 4), (5, 5)}
)
MOST_GROUPS = 6
FULL_NUMBER = 10
TRUNK_LENGTHS = range(9, 13)
"""So many digits has a number that begins with the 0 of its country."""
INTERNATIONAL = re.compile(r"(?:tel:)?\s*(?:\+|00|011)", re.IGNORECASE)
FEWEST_LAST = 4
FEWEST_ABROAD = 8
FEWEST_FIRST = 3
NUMBER = re.compile(r"[\d()\[\]./+-]*\d[\d()\[\]./-]*")
EXTENSION = re.compile(
    r"(?<=\d)(?:;ext=|[,;]?\s*(?:extension|extn?\.?|x|#))\s*\d{1,7}(?!\S)", re.IGNORECASE
)
DATED = re.compile(r"(?:\d{1,2}[/.-]){2}(?:\d{2}|\d{4})|\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?")
DASHES = re.compile("[\u2010-\u2015\u2212]")
SPACED_SEPARATOR = re.compile(r"(?<=[\d)])\s*([-/])\s*(?=[\d(])")
FIELD_NAME = re.compile(
    r"\b(?:dob|born|tel|phone|home|cell|mobile|work|email)\s*:|\bdob\b", re.IGNORECASE
)
VANITY = re.compile(r"\+?1?[-.(]*\d{3}[-.)]*(?=[\w.-]*[a-z]{3})[\w.-]{7,}", re.IGNORECASE)
MRN = re.compile(r"\bmrn\s*[:#]?\s*(?=[^\s]*\d)", re.IGNORECASE)
PUNCTUATION = ',;:!?"“”'


@dataclass(frozen=True, slots=True)
class Range:
    """Keys of one kind that begin with `key` (or equal it, when `whole`).

    `matched` is what the screen says it was found by; `score` how much a hit is worth, up to 1.
    """

    kind: KeyKind
    key: str
    matched: str
    score: float
    whole: bool = False

    def holds(self, key: str) -> bool:
        return key == self.key if self.whole else key.startswith(self.key)


@dataclass(frozen=True, slots=True)
class Token:
    """One thing asked for; a person has it when a key lies in any of the ranges."""

    ranges: tuple[Range, ...]


def read(text: str, today: date) -> tuple[Token, ...]:
    """The tokens of a query; a person found has all of them. Nothing to look for gives none.

    Raises Refused for a text that is too long to be a question about a person.
    """
    if len(text) > LONGEST:
        raise Refused(TOO_LONG)
    plain = EXTENSION.sub(" ", _clean(text))
    tokens = tuple(_written_together(_tokens(_without_titles(plain.split()), today)))
    if len(tokens) > MOST_TOKENS:
        raise Refused(TOO_LONG)
    return tokens


def read_number(text: str) -> Token | None:
    """The token of a number as dialed or shown by the telephone; None when it is none."""
    ranges = _number(text, typing=False)
    return Token(ranges) if ranges and len(phone.digits_of(text)) >= FEWEST_LAST else None


def _clean(text: str) -> str:
    """One width, no control characters or broken surrogates; "mrn:" glued to what follows."""
    whole = text.encode("utf-8", "ignore").decode()
    visible = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Zs"} else letter
        for letter in unicodedata.normalize("NFKC", whole)
        if unicodedata.category(letter) != "Cf"
    )
    separated = SPACED_SEPARATOR.sub(r"\1", DASHES.sub("-", visible))
    return MRN.sub("mrn:", FIELD_NAME.sub(" ", separated))


def _without_titles(chunks: list[str]) -> list[str]:
    """People say "Mrs. Lee" of whom records call Ann Lee; a title alone may be a name."""
    named = [chunk for chunk in chunks if chunk.rstrip(".").casefold() not in names.TITLES]
    return named or chunks


def _tokens(chunks: Sequence[str], today: date) -> Iterator[Token]:
    at = 0
    while at < len(chunks):
        for size in (5, 4, 3):
            if iso := _worded_date(chunks[at : at + size], size, today):
                yield Token((_born(iso),))
                break
        else:
            size = _glued(chunks[at:])
            yield from _chunk(" ".join(chunks[at : at + size]), glued=size > 1, today=today)
        at += size


def _worded_date(chunks: Sequence[str], size: int, today: date) -> str | None:
    """A full date with its month in words; "June 1945" is likelier a name and a year."""
    if len(chunks) < size or not any(chunk[:1].isalpha() for chunk in chunks):
        return None
    iso = birth_dates.parse(" ".join(chunks), today)
    return iso if iso and len(iso) == 10 else None


def _glued(chunks: Sequence[str]) -> int:
    """How many of the next chunks are one number written with spaces; 1 when not."""
    lengths: list[int] = []
    for chunk in chunks[:MOST_GROUPS]:
        if not NUMBER.fullmatch(chunk) or DATED.fullmatch(chunk) or (lengths and "+" in chunk):
            break
        lengths.append(len(phone.digits_of(chunk)))
    for size in range(len(lengths), 1, -1):
        if INTERNATIONAL.match(chunks[0]):
            number = phone.parse(" ".join(chunks[:size]))
            if number is not None and number.possible:
                return size
        if tuple(lengths[:size]) in GROUPINGS:
            return size
        if chunks[0].lstrip("(")[0] == "0" and _is_national(lengths[:size]):
            return size
    return 1


def _is_national(lengths: Sequence[int]) -> bool:
    """Whether groups that begin with 0 are a number, unlike last digits and date: 0137 060974."""
    return sum(lengths) in TRUNK_LENGTHS and (len(lengths), lengths[0]) != (2, 4)


def _chunk(chunk: str, *, glued: bool, today: date) -> Iterator[Token]:
    bare = chunk.strip(PUNCTUATION)
    if "@" in bare:
        yield Token((Range(KeyKind.EMAIL, email_key(bare), "email", 1.0),))
    elif bare.casefold().startswith("mrn:"):
        yield _mrn(bare[4:])
    elif DATED.fullmatch(bare):
        iso = birth_dates.parse(bare, today)
        yield Token((_born(iso),) if iso else _number(bare))
    elif NUMBER.fullmatch(bare) or glued:
        yield _digits(bare, today)
    elif any(letter.isdigit() for letter in bare):
        yield from _mixed(bare)
    else:
        yield from _names(bare)


def _born(iso: str) -> Range:
    return Range(KeyKind.BIRTH, iso, "birth_date", 0.9 if len(iso) == 10 else 0.6)


def _names(text: str) -> Iterator[Token]:
    """A token for each word; "AnneMarie" is also found as two."""
    humps = names.HUMP.sub(" ", text).split()
    if len(humps) == 2 and text.isalpha() and all(len(hump) >= FEWEST_FIRST for hump in humps):
        first, last = ("".join(names.words(hump)) for hump in humps)
        yield Token((_name(first, whole=True), _name(first + last)))
        yield Token((_name(last),))  # and with what stands before it, see `_written_together`
        return
    yield from (Token(tuple(map(_name, both))) for both in names.spellings(text))


def _name(word: str, *, whole: bool = False) -> Range:
    return Range(KeyKind.NAME, word, "name", 0.9, whole)


def _written_together(tokens: Iterable[Token]) -> Iterator[Token]:
    """Lets a word be found in one with that before it: "jo ann" as Joann, "van der Ley" too."""
    before: list[str] = []
    follows_particle = False
    for token in tokens:
        if any(keys.kind is not KeyKind.NAME for keys in token.ranges):
            before, follows_particle = [], False
            yield token
            continue
        word = token.ranges[0].key
        is_particle = word in PARTICLES
        joined = [start + word for start in before if follows_particle or not is_particle]
        yield Token((*token.ranges, *map(_name, joined)))
        before = [*joined, word] if is_particle else [word]
        follows_particle = is_particle


def _mrn(value: str) -> Token:
    key = identifier_key(value)
    return Token(
        tuple(
            Range(kind, form, "mrn", 1.0, whole=True)
            for form in (key, f"mrn{key}")
            for kind in (KeyKind.MRN, KeyKind.IDENTIFIER)
        )
    )


def _mixed(chunk: str) -> Iterator[Token]:
    """Letters and digits together: an identifier, or a name as test data spells it."""
    key = identifier_key(chunk)
    if not key:
        return
    found = _mrn(key).ranges
    spelled = [_name(word) for word in names.words(chunk)]
    if len(spelled) == 1 and spelled[0].key == key:
        yield Token((*found, *spelled))
    elif VANITY.fullmatch(chunk):
        yield Token((*found, *_number(chunk)))
    else:
        yield Token((*found, _name(key)))


def _digits(chunk: str, today: date) -> Token:
    """Digits may be a number's last or first, a birth date without separators, or an identifier."""
    ranges = list(_number(chunk))
    if chunk.isdigit() and (iso := birth_dates.parse(chunk, today)):
        ranges.append(_born(iso))
    return Token((*ranges, *_mrn(chunk).ranges))


def _number(text: str, *, typing: bool = True) -> tuple[Range, ...]:
    """Where the number in `text` is looked for, or any of several; `typing`: it may go on."""
    several = phone.several(text)
    if len(several) > 1:
        return tuple(keys for one in several for keys in _ends(one.number.digits))
    number = several[0].number if several else None
    if number and number.possible and _tells_country(text, number):
        # Country and all are told: +64 33 31 60 05 is not (643) 331-6005.
        whole = Range(KeyKind.PHONE, number.digits[::-1], "phone", 1.0, whole=True)
        longer = Range(KeyKind.PHONE_START, number.digits, "phone_suffix", 0.5)
        return (whole, longer) if typing and not number.value.startswith("+1") else (whole,)
    return _ends(_dialed(text, number))


def _tells_country(text: str, number: phone.Phone) -> bool:
    prefix = INTERNATIONAL.match(text.strip())
    # Seven zeros are the last digits of a number rather than one from abroad.
    told = prefix and ("+" in prefix[0] or phone.digits_of(text).endswith(number.digits))
    return bool(told)


def _ends(digits: str) -> tuple[Range, ...]:
    """A number's digits: all of it, its last ones, or its first."""
    significant = digits.lstrip("0") or digits
    full = len(significant) >= FULL_NUMBER
    ranges = []
    if len(digits) >= FEWEST_LAST:
        label, score = ("phone", 1.0) if full else ("phone_suffix", 0.8)
        last = significant if full else digits
        ranges.append(Range(KeyKind.PHONE, last[::-1], label, score))
        if last != significant and len(significant) >= FEWEST_ABROAD:
            # Dialed abroad with its trunk zero, which no stored number has.
            ranges.append(Range(KeyKind.PHONE, significant[::-1], "phone", 0.9))
    if FEWEST_FIRST <= len(digits) < FULL_NUMBER and digits[0] != "0":
        ranges.append(Range(KeyKind.PHONE_START, digits, "phone_suffix", 0.5))
    if digits[:1] == "1" and FEWEST_FIRST < len(digits) <= FULL_NUMBER:
        ranges.append(Range(KeyKind.PHONE_START, digits[1:], "phone_suffix", 0.5))
    return tuple(ranges)


def _dialed(text: str, number: phone.Phone | None) -> str:
    """The digits that a stored number ends with: what was typed, or what it means if dialed."""
    typed = phone.digits_of(text)
    if number is None or (number.digits.endswith(typed) and not number.extension):
        return typed
    return number.digits if number.possible or number.extension else typed

"""Phone numbers: read from whatever was typed or imported, and shown as people write them.

A number is never dropped for being unassigned: 555 numbers are "possible" and never "valid", and
some exports hold digits that are no number of any plan. Both are kept and can be searched.
"""

import re
from dataclasses import dataclass

from console.rules import phone_text

NO_REGION = "ZZ"
AMERICAN = 1
AMERICAN_DIGITS = 10
# What ten digits are in North America, as most tables write them.
PLAIN = re.compile(r"(?:([2-9][0-9]{2})|\(([2-9][0-9]{2})\))[ .-]?([0-9]{3})[ .-]?([0-9]{4})")
LETTERS_AT_THE_END = re.compile(r"[A-Za-z]{3,}\W*$")


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as read.

    Attributes:
        value: E.164 ("+19375550137") when `possible`, else the bare digits.
        digits: what was dialed: digits of country and number, without extension.
        extension: digits after "x", "ext.", ";ext=", or None.
        possible: the length fits the numbering plan of its country.
    """

    value: str
    digits: str
    extension: str | None
    possible: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A number among others in a text: as written there, as read, and what the text says of it.

    `use` is home, mobile, work or None.
    """

    raw: str
    number: Phone
    use: str | None = None


def parse(raw: str, region: str = "US") -> Phone | None:
    """The number in `raw`, the first of several, or None when there is none.

    `region` (ISO 3166, "" for none) is where a number without country code is dialed from.
    Understands extensions, `tel:` URIs (RFC 3966), digits of any script and vanity letters.
    """
    return next((one.number for one in several(raw, region)), None)


def several(raw: str, region: str = "US") -> tuple[Written, ...]:
    """Every number in `raw`, each once; two are never read as one.

    A number that shares its beginning with the one before ("937-555-0101 / 0102") is given whole.
    """
    if region == "US" and (plain := PLAIN.fullmatch(raw)):
        digits = f"{AMERICAN}{''.join(filter(None, plain.groups()))}"
        return (Written(raw, Phone(f"+{digits}", digits, None, possible=True)),)
    text = phone_text.tidy(raw)
    pieces = phone_text.pieces(text)
    if len(pieces) > 1:
        found: dict[str, Written] = {}
        for piece in pieces:
            one = _one(piece.raw, region) or _bare(piece.raw)
            found.setdefault(one.value, Written(piece.raw, one, piece.use))
        return tuple(found.values())
    number = _one(text, region)
    if pieces and (number is None or not number.possible):
        inner = _one(pieces[0].raw, region)
        number = inner if inner and (inner.possible or number is None) else number
    use = pieces[0].use if pieces else None
    return (Written(raw.strip(), number, use),) if number else ()


def _bare(text: str) -> Phone:
    """One of several whose country nobody knows: its digits, so that they stay apart."""
    return Phone(digits_of(text), digits_of(text), None, possible=False)


def _one(text: str, region: str) -> Phone | None:
    number = _read(text, region)
    if number is None or number.possible:
        return number
    return _from_abroad(text) or _overdialed(text, number, region) or number


def _read(text: str, region: str) -> Phone | None:
    import phonenumbers  # its tables are large; only who reads a number waits for them

    try:
        number = phonenumbers.parse(text, region or NO_REGION)
    except phonenumbers.NumberParseException:
        return None
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_possible_number(number):
        return Phone(international, international[1:], number.extension, possible=True)
    digits = phonenumbers.national_significant_number(number)
    typed = digits_of(text)
    # The parser takes a leading 1 or 0 for a trunk prefix, which only a possible number has.
    if not number.extension and typed.endswith(digits):
        digits = typed
    return Phone(digits, digits, number.extension, possible=False)


def _from_abroad(text: str) -> Phone | None:
    """A number with 00 before its country code, which most of the world dials and we do not."""
    number = _read(f"+{text[2:]}", "") if text.startswith("00") else None
    return number if number and number.possible else None


def _overdialed(text: str, number: Phone, region: str) -> Phone | None:
    """A word longer than its number, of which exchanges ignore the rest: 1-800-MEDICARE."""
    import phonenumbers

    american = phonenumbers.country_code_for_region(region or NO_REGION) == AMERICAN
    if not (american and LETTERS_AT_THE_END.search(text)):
        return None
    shorter = _read(f"+{AMERICAN}{number.digits[:AMERICAN_DIGITS]}", "")
    return shorter if shorter and shorter.possible else None


def digits_of(text: str) -> str:
    """Every decimal digit of `text`, in ASCII, whatever script it was written in."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def display(value: str) -> str:
    """A stored value as people write it: "(937) 555-0137", "+44 20 3456 7890"; else unchanged."""
    if american := re.fullmatch(r"(?:\+1)?(\d{3})(\d{3})(\d{4})", value):
        return "({}) {}-{}".format(*american.groups())
    if local := re.fullmatch(r"(?:\+1)?(\d{3})(\d{4})", value):
        return "{}-{}".format(*local.groups())
    if not value.startswith("+"):
        return value
    import phonenumbers

    try:
        number = phonenumbers.parse(value, NO_REGION)
    except phonenumbers.NumberParseException:
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)

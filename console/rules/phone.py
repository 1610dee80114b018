"""Phone numbers: read from whatever was typed or imported, and shown as people write them.

A number is never dropped for being unassigned: 555 numbers are "possible" and never "valid", and
some exports hold digits that are no number of any plan. Both are kept and can be searched.
"""

import re
from dataclasses import dataclass

NO_REGION = "ZZ"


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


def parse(raw: str, region: str = "US") -> Phone | None:
    """The number in `raw`, or None when there is none.

    `region` (ISO 3166, "" for none) is where a number without country code is dialed from.
    Understands extensions, `tel:` URIs (RFC 3966), full-width digits and vanity letters.
    """
    import phonenumbers  # its tables are large; only who reads a number waits for them

    try:
        number = phonenumbers.parse(raw, region or NO_REGION)
    except phonenumbers.NumberParseException:
        return None
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_possible_number(number):
        return Phone(international, international[1:], number.extension, possible=True)
    digits = phonenumbers.national_significant_number(number)
    typed = digits_of(raw)
    # The parser takes a leading 1 or 0 for a trunk prefix, which only a possible number has.
    if not number.extension and typed.endswith(digits):
        digits = typed
    return Phone(digits, digits, number.extension, possible=False)


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

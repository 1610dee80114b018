"""What a cell of a table says, after spreadsheets and exports were at it.

Nothing is invented: a number whose digits are lost is no number any more, and says so.
"""

import re
from collections.abc import Collection

# How programs write that there is nothing. "Na" and "Null" are surnames, "NA" and "NULL" are not.
MISSING = frozenset(
    {
        *("", "-", "--", "---", ".", "..", "?", "*", "\\N", "N/A", "n/a", "N.A.", "#N/A", "n.a."),
        *("NA", "NaN", "nan", "NAN", "NULL", "null", "(null)", "<null>", "None", "none", "NONE"),
        *("nil", "NIL", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "NaT", "<NA>"),
    }
)
NO_INFORMATION = frozenset(
    {"unknown", "unk", "unreported", "not reported", "not available", "not known", "not provided"}
    | {"not specified", "unspecified", "undefined", "declined to answer", "refused", "missing"}
)
YES = frozenset({"1", "1.0", "y", "yes", "true", "t", "x", "si", "sí", "ja", "oui", "on"})
NO = frozenset({"0", "0.0", "n", "no", "false", "f", "", "nein", "non", "off"})
SCIENTIFIC = re.compile(r"(-?\d)(?:[.,](\d+))?[eE]\+?(\d{1,3})")
GROUPED = re.compile(r"-?\d{1,3}(\.\d{3}){2,}|-?\d{1,3}(,\d{3}){2,}")
DECIMAL_TAIL = re.compile(r"(-?\d+)[.,]0+")
FILLER = re.compile(r"[\s().+-]*(?:(?:9[\s().+-]*){3,}|(?:0[\s().+-]*){2,})|-1|-9+")
# What every number that a spreadsheet wrote in its own way holds.
MANGLED = re.compile("[.,eE]")
# Spreadsheets keep that many digits of a number; the rest become zeros.
DIGITS_KEPT = 15

# States and territories of the United States whose ZIP codes begin with 0.
ZERO_STATES = frozenset(
    {"ct", "ma", "me", "nh", "nj", "ri", "vt", "pr", "vi", "ae"}
    | {"connecticut", "massachusetts", "maine", "new hampshire", "new jersey", "rhode island"}
    | {"vermont", "puerto rico", "virgin islands"}
)
UNITED_STATES = frozenset({"us", "usa", "united states", "united states of america", "u.s.", "840"})


def is_missing(text: str, more: Collection[str] = ()) -> bool:
    """Whether a cell says that there is no value; `more` are words that say so in this table."""
    return text in MISSING or text in more


def says_nothing(text: str) -> bool:
    """Whether a cell says in words that the value is not known."""
    return text.casefold() in NO_INFORMATION


def is_filler(text: str) -> bool:
    """Whether digits stand for "not known": 999, 0000000000, 999-999-9999, -1."""
    return bool(FILLER.fullmatch(text))


def truth(text: str) -> bool | None:
    """A yes or no as exports write it; None when it is neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None


def is_destroyed(text: str) -> bool:
    """Whether a spreadsheet turned digits into a number and lost some of them."""
    if not MANGLED.search(text):
        return False
    if match := SCIENTIFIC.fullmatch(text):
        _, fraction, power = match.groups()
        return int(power) > len(fraction or "") and int(power) >= 5
    if GROUPED.fullmatch(text):
        return len(re.sub(r"\D", "", text)) >= DIGITS_KEPT
    return False


def identifier(text: str) -> str | None:
    """An id as it was before a spreadsheet touched it; None when its digits are lost.

    "29872499824296.0" is a whole number written as a decimal one, "2.9872499824296E+13" one
    written with its power of ten, "4.222.835" one with its thousands set apart.
    """
    if not MANGLED.search(text):
        return text
    if is_destroyed(text):
        return None
    if match := SCIENTIFIC.fullmatch(text):
        lead, fraction, power = match.group(1), match.group(2) or "", int(match.group(3))
        whole, rest = fraction[:power], fraction[power:]
        return lead + whole if power >= 5 and not rest.strip("0") else text
    if GROUPED.fullmatch(text):
        return re.sub(r"[.,]", "", text)
    match = DECIMAL_TAIL.fullmatch(text)
    return match.group(1) if match else text


def zip_code(text: str, state: str = "", country: str = "") -> str:
    """A postal code with the zeros that a spreadsheet took from its front.

    They are put back only where the state says that the code began with one; four digits are a
    whole postal code in other countries.
    """
    plain = DECIMAL_TAIL.sub(r"\1", text)
    if not re.fullmatch(r"\d{3,9}", plain) or (country and country.casefold() not in UNITED_STATES):
        return plain
    if len(plain) == 9:
        return f"{plain[:5]}-{plain[5:]}"
    if state.casefold() not in ZERO_STATES:
        return plain
    if len(plain) < 5:
        return plain.rjust(5, "0")
    if len(plain) in (7, 8):
        whole = plain.rjust(9, "0")
        return f"{whole[:5]}-{whole[5:]}"
    return plain

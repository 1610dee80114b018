"""Contact points as typed: told apart by what they look like, kept whatever they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from console.models.terms import ContactSystem
from console.models.views import ContactPointView
from console.rules import phone

EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
PLACE = re.compile(
    r"(?P<rest>.*?)(?:,\s*(?P<city>[^,\d]+?))?(?:,\s*(?P<state>[A-Za-z]{2}))?"
    r"[\s,]+(?P<postal_code>\d{5}(?:-\d{4})?)"
)
# What may stand beside the digits of a number: punctuation, an extension, "tel:", vanity letters.
NUMBER = re.compile(r"[\d\s()+./*#;:=-]*(?:tel:)?[\d\s()+./*#;:=-]*(?:(?:ext|x|#)[\s.]*\d+)?", re.I)
VANITY = re.compile(
    r"\+?1?[-\s.]*\(?(?:800|833|844|855|866|877|888)\)?[-\s.]*[A-Za-z\d]{3,10}[A-Za-z-\d]*"
)
FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A contact point as typed (`raw`) and as understood (`value`).

    `doubtful`: no number of any plan, or an email address that leads nowhere; it is kept as typed,
    and a number is found by its digits all the same.
    """

    system: ContactSystem
    raw: str
    value: str
    extension: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    doubtful: bool = False


def read(text: str, region: str = "US") -> Typed | None:
    """What was typed, or None when it is nothing to reach anybody by.

    An "@" makes an email, digits without words a phone number, words with digits an address.
    """
    raw = " ".join(text.split())
    if "@" in raw:
        doubtful = not EMAIL.fullmatch(raw)
        return Typed(system=ContactSystem.EMAIL, raw=raw, value=raw.lower(), doubtful=doubtful)
    digits = phone.digits_of(raw)
    if NUMBER.fullmatch(raw) or VANITY.fullmatch(raw):
        return _number(raw, region) if len(digits) >= FEWEST_DIGITS else None
    if not any(letter.isalpha() for letter in raw) or not digits:
        return None
    return _address(raw)


def as_typed(point: ContactPointView, region: str = "US") -> str:
    """What one would type to get this contact point: as it came, or where that says more or less
    than this one point (two numbers in one field, a name with an email), as it is understood.
    """
    if point.system is ContactSystem.ADDRESS:
        return address_line(point)
    found = read(point.raw, region)
    if found and (found.value, found.extension) == (point.value, point.extension):
        return point.raw
    if point.system is ContactSystem.EMAIL:
        return point.value
    number = phone.display(point.value)
    return f"{number} x{point.extension}" if point.extension else number


def address_line(point: ContactPointView) -> str:
    """An address with what is known of its place, unless the text says it."""
    place = (point.city, " ".join(filter(None, (point.state, point.postal_code))))
    return ", ".join((point.raw, *(part for part in place if part and part not in point.raw)))


def reread(text: str, point: ContactPointView, region: str = "US") -> Typed | None:
    """What was typed in the place of what `point` says; None as of `read`.

    What is known of an address's place stays known where the text still says it, unless all of
    a place can be read from the text's end.
    """
    found = read(text, region)
    if found is None or found.system is not ContactSystem.ADDRESS or found.state:
        return found
    known = {
        name: said
        for name in ("city", "state", "postal_code")
        if (said := getattr(point, name)) and re.search(rf"\b{re.escape(said)}\b", found.raw)
    }
    return replace(found, **known)


def place(points: Iterable[Any]) -> str:
    """City and state of the first address that names any: "Dayton, OH"."""
    for point in points:
        if point.system == ContactSystem.ADDRESS and (point.city or point.state):
            return ", ".join(part for part in (point.city, point.state) if part)
    return ""


def _number(raw: str, region: str) -> Typed:
    found = phone.parse(raw, region)
    return Typed(
        system=ContactSystem.PHONE,
        raw=raw,
        value=found.value if found else phone.digits_of(raw),
        extension=found.extension if found else None,
        doubtful=found is None or not found.possible,
    )


def _address(raw: str) -> Typed:
    """Its place is read from the end: "12 Elm St, Dayton, OH 45402"."""
    place = PLACE.fullmatch(raw)
    parts = place.groupdict() if place else {}
    city = (parts.get("city") or "").strip() or None
    return Typed(
        system=ContactSystem.ADDRESS,
        raw=raw,
        value=raw,
        city=city if city and parts.get("rest") else None,
        state=(parts.get("state") or "").upper() or None,
        postal_code=parts.get("postal_code"),
    )

"""Reading FHIR elements tolerantly: whatever has another shape than it should counts as absent."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from console.models.terms import Label

Element = Mapping[str, Any]

NOTHING: Element = {}
LONGEST = 300
# Of a repeating element; no record has so many, but a file made to choke a reader does.
MOST_ITEMS = 2_000
# Controls, lone surrogates, and marks that turn the direction of the text after them.
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")
DATE_TIME = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)([T ]\d\d:\d\d.*)?)?)?")

# Sensitivity codes of HL7 v3 ActCode and Confidentiality, as servers put them into meta.security.
LABELS = {
    "ETH": Label.SUBSTANCE_USE,
    "ETHUD": Label.SUBSTANCE_USE,
    "SUD": Label.SUBSTANCE_USE,
    "ALC": Label.SUBSTANCE_USE,
    "DRGIS": Label.SUBSTANCE_USE,
    "OPIOIDUD": Label.SUBSTANCE_USE,
    "42CFRPART2": Label.SUBSTANCE_USE,
    "PSY": Label.PSYCHIATRIC,
    "PSYTHPN": Label.PSYCHIATRIC,
    "MH": Label.PSYCHIATRIC,
    "BH": Label.PSYCHIATRIC,
    "COGN": Label.PSYCHIATRIC,
    "HIV": Label.HIV_STI,
    "STD": Label.HIV_STI,
    "REPRO": Label.REPRODUCTIVE,
    "SEX": Label.REPRODUCTIVE,
    "PREGNANT": Label.REPRODUCTIVE,
    "FAMPLAN": Label.REPRODUCTIVE,
    "SOGI": Label.GENDER,
    "GENDER": Label.GENDER,
    "LGBTQ": Label.GENDER,
    "SDV": Label.ABUSE,
    "DV": Label.ABUSE,
    "VIO": Label.ABUSE,
    "VIOLENCE": Label.ABUSE,
    "SEXABU": Label.ABUSE,
    "GDIS": Label.GENETIC,
    "R": Label.RESTRICTED,
    "V": Label.RESTRICTED,
}


def mapping(value: Any) -> Element:
    """An element, or the empty one."""
    return value if isinstance(value, dict) else NOTHING


def items(value: Any) -> list[Element]:
    """A repeating element, at most 2,000 of it; some leave the list away around a single one."""
    if isinstance(value, dict):
        return [value]
    listed = value[:MOST_ITEMS] if isinstance(value, list) else []
    return [item for item in listed if isinstance(item, dict)]


def text(value: Any, limit: int = LONGEST) -> str:
    """A text on one line, cut to `limit`, without what a database or screen trips over."""
    if not isinstance(value, str):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return str(value)[:limit] if number else ""
    if not value.isascii() or not value.isprintable():
        value = UNFIT.sub(" ", value)
    return " ".join(value.split())[:limit].strip()


def texts(value: Any) -> list[str]:
    listed = value[:MOST_ITEMS] if isinstance(value, list) else [value]
    return [found for found in map(text, listed) if found]


def first(resource: Element, *names: str) -> Any:
    """The first of these elements that is there: what releases of FHIR named differently."""
    return next((resource[name] for name in names if resource.get(name)), None)


def is_true(value: Any) -> bool:
    """A boolean; servers sometimes write it as text."""
    return value is True or text(value).casefold() == "true"


def concepts(value: Any) -> list[Element]:
    """CodeableConcepts (one or several), also where R5 has CodeableReferences around them."""
    return [mapping(one.get("concept")) or one for one in items(value)]


def codings(value: Any) -> list[Element]:
    """The codings of concepts; one that stands alone without its concept counts as well."""
    return [
        coding
        for one in concepts(value)
        for coding in items(one.get("coding")) or ([one] if _is_coding(one) else [])
    ]


def _is_coding(one: Element) -> bool:
    return bool(text(one.get("code")) or text(one.get("display")))


def status_of(value: Any) -> str:
    """A status, which releases write as a code or as a concept."""
    return text(value, 40) or next((text(one.get("code"), 40) for one in codings(value)), "")


def codes(concept: Any) -> set[str]:
    """Every code in capitals."""
    return {text(coding.get("code")).upper() for coding in codings(concept)} - {""}


def words_of(concept: Any) -> str:
    """A concept as people read it: its text, else the first display, else what it points to."""
    for one in concepts(concept):
        if found := text(one.get("text")):
            return found
        for coding in codings(one):
            if found := text(coding.get("display")):
                return found
        if found := text(mapping(one.get("reference")).get("display")):
            return found
    return ""


def code_of(concept: Any, without: frozenset[str] = frozenset()) -> str:
    """The first code of concepts, as a playbook may name it."""
    listed = (text(one.get("code"), 100) for one in codings(concept))
    return next((code for code in listed if code and code not in without), "")


def instant(value: Any, zone: str) -> datetime | None:
    """A FHIR date or dateTime as an instant in UTC; None for anything else.

    A time without offset is the center's. A bare date is noon at the center, so that it is the
    same day for everybody near; a month or year is the first day of it.
    """
    match = DATE_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, time = match.groups()
    written = f"{year}-{month or '01'}-{day or '01'}{(time or 'T12:00').replace(':60', ':59')}"
    try:
        found = datetime.fromisoformat(written)
        aware = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def start_of(period: Any, zone: str) -> datetime | None:
    return instant(mapping(period).get("start"), zone)


def end_of(period: Any, zone: str) -> datetime | None:
    """The last moment of a period; a bare day, month or year holds until it has passed.

    The last year there is ("9999-12-31") is how some systems write that there is no end.
    """
    value = mapping(period).get("end")
    match = DATE_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None or match[4]:
        return instant(value, zone)
    year, month = match[1], match[2] or "12"
    if int(year) == MAXYEAR:
        return None
    day = match[3] or str(_days_of(int(year), int(month)))
    end = instant(f"{year}-{month}-{day}", zone)
    return end + timedelta(hours=12) if end else None


def _days_of(year: int, month: int) -> int:
    """How many days a month has; what is no month has none, and so no date."""
    return monthrange(year, month)[1] if year and 1 <= month <= 12 else 0


def is_past(period: Any, now: datetime, zone: str) -> bool:
    """Whether a period has certainly ended."""
    end = end_of(period, zone)
    return end is not None and end < now


def extension(element: Element, url_end: str) -> Element:
    """The extension whose URL ends so, or the empty one."""
    for found in items(element.get("extension")):
        if text(found.get("url")).endswith(url_end):
            return found
    return NOTHING


def labels(resource: Element) -> frozenset[Label]:
    """The sensitivity that `meta.security` gives."""
    return frozenset(_labels(mapping(resource.get("meta"))))


def _labels(meta: Element) -> Iterator[Label]:
    for coding in items(meta.get("security")):
        if found := LABELS.get(text(coding.get("code")).upper()):
            yield found

"""How a column writes its dates: month first or day first, told from all of its values.

A value that can be read one way only is read that way, whatever its column says; the column
decides those that can be read both ways.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache

from console.rules import birth_dates
from console.rules.dates import zone_named

NUMBERS = re.compile(r"\s*(\d{1,2})\s*([/.\-\s])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)(.*)", re.S)
ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)", re.S)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?")
TIME = re.compile(
    r"[T,\s]*(?:at\s+)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?\s*([ap])?\.?(?:m\.?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*",
    re.IGNORECASE,
)
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
# A spreadsheet counts days from here; its 1 is the first of January 1900, and it believes that
# 1900 was a leap year.
SERIAL_START = date(1899, 12, 30)
SERIALS = range(3_700, 73_051)
# A table repeats its dates: every day on which somebody may have been born, and some.
REMEMBERED = 32_768
LONGEST = 100
NEVER = frozenset({"1753-01-01", "1900-01-01", "1899-12-30", "1899-12-31", "9999-12-31"})


class DateStyle(StrEnum):
    """Which of the first two numbers is the month."""

    MDY = "mdy"
    DMY = "dmy"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """How many values of a column can only be month first, only day first, or either.

    `dotted` are those of `either` that are written with dots, which stand day first.
    """

    mdy: int = 0
    dmy: int = 0
    either: int = 0
    dotted: int = 0

    def __add__(self, other: "DateEvidence") -> "DateEvidence":
        return DateEvidence(
            self.mdy + other.mdy,
            self.dmy + other.dmy,
            self.either + other.either,
            self.dotted + other.dotted,
        )

    @property
    def style(self) -> DateStyle:
        """What most values say; where none does, dots are day first and all else American."""
        if self.mdy != self.dmy:
            return DateStyle.DMY if self.dmy > self.mdy else DateStyle.MDY
        return DateStyle.DMY if self.dotted * 2 > self.either else DateStyle.MDY

    @property
    def ambiguous(self) -> bool:
        """Whether values that can be read both ways stand where nothing, or both, decides."""
        nothing = not self.mdy and not self.dmy
        return bool(self.either) and (nothing or bool(self.mdy and self.dmy))


def evidence(values: Iterable[str]) -> DateEvidence:
    """What the values of a column say together."""
    mdy = dmy = either = dotted = 0
    for value in values:
        match = NUMBERS.match(value)
        if match is None:
            continue
        first, second = int(match.group(1)), int(match.group(3))
        if first > 12 and second <= 12:
            dmy += 1
        elif second > 12 and first <= 12:
            mdy += 1
        elif first != second:
            either += 1
            dotted += match.group(2) == "."
    return DateEvidence(mdy, dmy, either, dotted)


def day(text: str, style: DateStyle = DateStyle.MDY, today: date | None = None) -> str | None:
    """A date as ISO text, as precise as known; None when it is none, or stands for "never".

    Takes what `birth_dates.parse` takes, and the day count of a spreadsheet.
    """
    return _day(text, style, today) if len(text) <= LONGEST else None


@lru_cache(REMEMBERED)
def _day(text: str, style: DateStyle, today: date | None) -> str | None:
    found = _serial_day(text) or birth_dates.parse(_month_first(text, style), today)
    return None if found in NEVER else found


def is_date(text: str) -> bool:
    """Whether a text looks like a date and can be one; a bare number does not."""
    if not re.search(r"\d", text) or (
        re.fullmatch(r"\s*[\d.,]+\s*", text) and text.count(".") != 2
    ):
        return bool(re.fullmatch(r"(?:18|19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])", text.strip()))
    return birth_dates.parse(_month_first(text, DateStyle.MDY)) is not None


def instant(text: str, zone: str, style: DateStyle = DateStyle.MDY) -> datetime | None:
    """A date with or without time as an instant in UTC; None for anything else.

    A time without offset is the center's (`zone`, IANA). A date alone is noon there, so that it
    is the same day for everybody near.
    """
    found = _parts(text, style) if len(text) <= LONGEST else None
    if found is None:
        return None
    on, rest = found
    clock = _clock(rest)
    if clock is None:
        return None
    hour, minute, second, offset = clock
    try:
        at = datetime(*on, hour, minute, min(second, 59), tzinfo=_zone(offset, zone))
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _month_first(text: str, style: DateStyle) -> str:
    """A date of a day-first column with its numbers turned round, where both may be the month."""
    match = NUMBERS.fullmatch(text)
    if match is None or style is DateStyle.MDY:
        return text
    first, _, second, year, rest = match.groups()
    return f"{second}/{first}/{year}{rest}" if int(second) <= 12 else text


def _serial_day(text: str) -> str | None:
    if not SERIAL.fullmatch(text.strip()):
        return None
    days = int(re.split(r"[.,]", text.strip())[0])
    return (SERIAL_START + timedelta(days=days)).isoformat() if days in SERIALS else None


def _parts(text: str, style: DateStyle) -> tuple[tuple[int, int, int], str] | None:
    """Year, month and day, and the text after them."""
    if serial := _serial_day(text):
        fraction = float("0." + [*re.split(r"[.,]", text.strip()), "0"][1])
        minutes = round(fraction * 24 * 60)
        clock = f" {minutes // 60:02}:{minutes % 60:02}" if minutes else ""
        return _ymd(serial), clock
    if match := ISO.fullmatch(text):
        year, month, on, rest = match.groups()
        return (int(year), int(month), int(on)), rest
    if match := COMPACT.fullmatch(text.strip()):
        year, month, on, hour, minute, second = match.groups()
        rest = f" {hour}:{minute}:{second or '00'}" if hour else ""
        return (int(year), int(month), int(on)), rest
    if match := NUMBERS.fullmatch(text):
        found = _first_part(text[: match.start(5)], style)
        return (found, match.group(5)) if found else None
    return _named(text)


@lru_cache(REMEMBERED)
def _first_part(text: str, style: DateStyle) -> tuple[int, int, int] | None:
    found = birth_dates.parse(_month_first(text, style))
    return _ymd(found) if found else None


def _named(text: str) -> tuple[tuple[int, int, int], str] | None:
    """A date with a month in words: "Mar 22 2021  7:24AM"."""
    clock = re.search(r"\d{1,2}:\d{2}", text)
    head = text[: clock.start()] if clock else text
    found = birth_dates.parse(
        re.sub(
            r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|sat)"
            r"(?:day)?\b,?|\bat\b",
            " ",
            head,
            flags=re.IGNORECASE,
        )
    )
    if found is None or len(found) != 10:
        return None
    return _ymd(found), text[clock.start() :] if clock else ""


def _ymd(found: str) -> tuple[int, int, int]:
    year, month, on = found.split("-")
    return int(year), int(month), int(on)


def _clock(rest: str) -> tuple[int, int, int, str] | None:
    """Hour, minute, second and offset; noon where there is none."""
    if not rest.strip():
        return 12, 0, 0, ""
    match = TIME.fullmatch(rest)
    if match is None:
        return None
    hour, minute, second, _, half, offset = match.groups()
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.casefold() == "p" else 0)
    return hours, int(minute), int(second or 0), (offset or "").upper()


def _zone(offset: str, zone: str) -> tzinfo:
    if offset in {"Z", "UTC", "GMT"}:
        return UTC
    if offset:
        digits = offset[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
    return zone_named(zone) or UTC

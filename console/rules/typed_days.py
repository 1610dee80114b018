"""Days as people type them: names of weekdays and months, and the forms of a date."""

import re
from datetime import date

WEEKDAYS = {
    "mon": 1, "monday": 1, "tue": 2, "tues": 2, "tuesday": 2, "wed": 3, "weds": 3, "wednesday": 3,
    "thu": 4, "thur": 4, "thurs": 4, "thursday": 4, "fri": 5, "friday": 5, "sat": 6, "saturday": 6,
    "sun": 7, "sunday": 7,
}  # fmt: skip
MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4,
    "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9,
    "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
NO_SUCH_DAY = "There is no such day."
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?")
MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")


class NoDay(Exception):
    """Carries the sentence for whoever typed it."""


def typed(text: str) -> tuple[int | None, int, int] | None:
    """Year (None where none was typed), month and day; None when it has not the form of a date.

    `text` is folded, with single spaces: "24 nov", "nov 24 2026", "11/24", "2026-11-24".
    """
    iso, slashed = ISO.fullmatch(text), SLASHED.fullmatch(text)
    day_first, month_first = DAY_FIRST.fullmatch(text), MONTH_FIRST.fullmatch(text)
    year: str | None
    if iso:
        year, month, day = iso.groups()
    elif slashed:
        month, day, year = slashed.groups()
    elif day_first and day_first.group(2) in MONTHS:
        day, name, year = day_first.groups()
        month = str(MONTHS[name])
    elif month_first and month_first.group(1) in MONTHS:
        name, day, year = month_first.groups()
        month = str(MONTHS[name])
    else:
        return None
    return full_year(year) if year else None, int(month), int(day)


def full_year(typed_year: str) -> int:
    """The year meant by two digits or four."""
    return int(typed_year) + (2000 if len(typed_year) == 2 else 0)


def made(year: int, month: int, day: int) -> date:
    """That day. Raises NoDay when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        raise NoDay(NO_SUCH_DAY) from None

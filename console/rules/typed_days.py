"""Days as people type them, in English or Spanish: weekdays, months, and the forms of a date."""

import re
from datetime import date

WEEKDAYS = {
    "mon": 1, "monday": 1, "tue": 2, "tues": 2, "tuesday": 2, "wed": 3, "weds": 3, "wednesday": 3,
    "thu": 4, "thur": 4, "thurs": 4, "thursday": 4, "fri": 5, "friday": 5, "sat": 6, "saturday": 6,
    "sun": 7, "sunday": 7,
    "lun": 1, "lunes": 1, "mar": 2, "martes": 2, "mie": 3, "miercoles": 3, "jue": 4, "jueves": 4,
    "vie": 5, "viernes": 5, "sab": 6, "sabado": 6, "dom": 7, "domingo": 7,
}  # fmt: skip
MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4,
    "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9,
    "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
    "ene": 1, "enero": 1, "febrero": 2, "marzo": 3, "abr": 4, "abril": 4, "mayo": 5, "junio": 6,
    "julio": 7, "ago": 8, "agosto": 8, "set": 9, "septiembre": 9, "setiembre": 9, "octubre": 10,
    "noviembre": 11, "dic": 12, "diciembre": 12,
}  # fmt: skip
LAST_MONTH = 12
NO_SUCH_DAY = "There is no such day."
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?")
DAY_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?")
MONTH_NAMED = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")


class NoDay(Exception):
    """Carries the sentence for whoever typed it."""


def typed(text: str, *, day_first: bool = False) -> tuple[int | None, int, int] | None:
    """Year (None where none was typed), month and day; None when it has not the form of a date.

    `text` is folded, with single spaces: "24 nov", "nov 24 2026", "11/24", "2026-11-24".
    `day_first`: "3/5" is 3 May, and "mar 10" no date, but Tuesday at ten.
    """
    iso, slashed = ISO.fullmatch(text), SLASHED.fullmatch(text)
    day_named, month_named = DAY_NAMED.fullmatch(text), MONTH_NAMED.fullmatch(text)
    year: str | None
    if month_named and day_first and month_named.group(1) in WEEKDAYS:
        return None
    if iso:
        year, month, day = iso.groups()
    elif slashed:
        month, day, year = slashed.groups()
        if day_first:
            month, day = day, month
        if int(month) > LAST_MONTH:  # it can only be the other way
            month, day = day, month
    elif day_named and day_named.group(2) in MONTHS:
        day, name, year = day_named.groups()
        month = str(MONTHS[name])
    elif month_named and month_named.group(1) in MONTHS:
        name, day, year = month_named.groups()
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

"""When: the time of a callback as a rep types it, in the person's zone, always ahead of now.

"tue 9:30", "tomorrow 10", "24 nov 14:00", "11/24 2pm", "noon", "+2d", "in 2 h"; and in Spanish:
"mar 9:30", "mañana 10", "24 de noviembre a las 14:00", "24/11 2pm", "en 2 h".
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from anyascii import anyascii

from console.rules import days
from console.rules.dates import UTC, local, zone_named

LONGEST_AHEAD = timedelta(days=366)
# A bare hour up to seven means the afternoon: nobody is called at night. "07:00" is taken as typed.
LAST_AFTERNOON_HOUR = 7
LAST_MONTH = 12
ADD_TIME = "Add a time, such as “tue 9:30”."
NOT_READ = "This is not a time. Write “tue 9:30”, “24 nov 14:00” or “+2d”."
PAST = "This time has passed."
TOO_FAR = "This is more than a year ahead."

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
NAMED_TIMES = {
    "noon": time(12),
    "midday": time(12),
    "morning": time(9),
    "afternoon": time(14),
    "evening": time(18),
    "mediodia": time(12),
    "tarde": time(14),
    "noche": time(18),
}
NEAR = {
    "today": 0, "tonight": 0, "tomorrow": 1, "tmr": 1, "tom": 1, "tmrw": 1, "hoy": 0, "manana": 1,
    "pasado manana": 2,
}  # fmt: skip
UNITS = {
    "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hours": "hours",
    "d": "days", "day": "days", "days": "days", "w": "weeks", "wk": "weeks", "week": "weeks",
    "weeks": "weeks", "minuto": "minutes", "minutos": "minutes", "hora": "hours", "horas": "hours",
    "dia": "days", "dias": "days", "sem": "weeks", "semana": "weeks", "semanas": "weeks",
}  # fmt: skip
AHEAD = re.compile(r"(?:\+|in |en |dentro )\s*(\d{1,4}|an?|una?)\s*([a-z]+)\b\s*(.*)")
# What is said beside a day and a time, and the part of the day in the words of the clock.
PARTS_OF_DAY = (
    (r"\bpor la manana\b", "morning"), (r"\bpor la tarde\b", "tarde"),
    (r"\bpor la noche\b", "noche"), (r"(?<=\d) de la manana\b", "am"),
    (r"(?<=\d) de la (?:tarde|noche)\b", "pm"),
)  # fmt: skip
FILLERS = re.compile(r"\b(?:at|on|the|this|a las?|el|las?|los|del?|est[ea])\b ?")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?|(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class When:
    """An instant (UTC, in the future), or in one sentence why there is none."""

    at: datetime | None
    problem: str = ""


class _NoTime(Exception):
    """Carries the sentence for the rep."""


def parse(text: str, now: datetime, zone: str, *, day_first: bool = False) -> When:
    """The time meant, as the clock in `zone` (IANA) shows it. Never raises for what is typed.

    A weekday is the next one, today included while the time is ahead; a date without year the next
    such day; a time alone is today's, else tomorrow's. `day_first`: "3/5" is 3 May, and "mar 10"
    Tuesday at ten.
    """
    where = zone_named(zone)
    if where is None:
        return When(None, "The zone of this person is not known.")
    plain = " ".join(re.sub(r"[,;]", " ", anyascii(text).casefold()).split())
    for words_, part in PARTS_OF_DAY:
        plain = re.sub(words_, part, plain)
    plain = FILLERS.sub("", plain)
    try:
        at = _ahead(plain, now, where) or _on_a_day(plain, now, where, day_first)
    except _NoTime as problem:
        return When(None, str(problem))
    except OverflowError:
        return When(None, TOO_FAR)
    if at <= now:
        return When(None, PAST)
    return When(None, TOO_FAR) if at - now > LONGEST_AHEAD else When(at.astimezone(UTC))


def words(instant: datetime, now: datetime, zone: str) -> str:
    """An instant as it is said to the person: "tomorrow at 10:40", "Tue 24 Nov at 09:30"."""
    where = days.zone_of(zone, "UTC")
    return f"{days.day(instant, now, where)} at {days.clock(instant, where)}"


def _ahead(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """A span from now: "+2d", "in 2 h", "+1w 10:00". Days keep the wall's clock, hours don't."""
    found = AHEAD.fullmatch(text)
    if found is None:
        return None
    unit = UNITS.get(found.group(2))
    if unit is None:
        raise _NoTime(NOT_READ)
    amount = int(found.group(1)) if found.group(1).isdigit() else 1
    rest = found.group(3)
    if unit in {"minutes", "hours"}:
        if rest:
            raise _NoTime(NOT_READ)
        return now.astimezone(UTC) + timedelta(**{unit: amount})
    here = local(now, zone.key)
    day = here.date() + timedelta(**{unit: amount})
    wall = _clock(rest) if rest else here.time().replace(second=0, microsecond=0)
    return _instant(day, wall, zone, now)


def _on_a_day(text: str, now: datetime, zone: ZoneInfo, day_first: bool) -> datetime:
    """A day and a time in either order, or a time alone."""
    here = local(now, zone.key)
    words = text.split()
    for length in range(min(3, len(words)), 0, -1):
        for day_words, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            found = _day(" ".join(day_words), here.date(), day_first)
            if found is None:
                continue
            if not rest:
                raise _NoTime(ADD_TIME)
            day, again = found
            at = _instant(day, _clock(" ".join(rest)), zone, now)
            if at <= now and again is not None:
                at = _instant(again, _clock(" ".join(rest)), zone, now)
            return at
    wall = _clock(text)
    at = _instant(here.date(), wall, zone, now)
    return at if at > now else _instant(here.date() + timedelta(days=1), wall, zone, now)


def _day(text: str, today: date, day_first: bool) -> tuple[date, date | None] | None:
    """The day meant, and the next such day in case the time has passed on this one."""
    if text in NEAR:
        return today + timedelta(days=NEAR[text]), None
    named = text.removeprefix("next ").removeprefix("proximo ")
    if named in WEEKDAYS:
        ahead = (WEEKDAYS[named] - today.isoweekday()) % 7
        if named != text:
            ahead = ahead or 7
        first = today + timedelta(days=ahead)
        return first, first + timedelta(days=7)
    return _date(text, today, day_first)


def _date(text: str, today: date, day_first: bool) -> tuple[date, date | None] | None:
    """A date: "24 nov", "nov 24 2026", "11/24", "2026-11-24"; None when this is none at all."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?", text)
    day_named = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?", text)
    month_named = re.fullmatch(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", text)
    if month_named and day_first and month_named.group(1) in WEEKDAYS:
        return None  # "mar 10" is Tuesday at ten
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
    if year is not None:
        return _made(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)), None
    return _next_such_day(int(month), int(day), today)


def _next_such_day(month: int, day: int, today: date) -> tuple[date, date | None]:
    # Eight years reach any 29 February; one that is too far ahead is refused as such later.
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found, None
    raise _NoTime("There is no such day.")


def _made(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _NoTime("There is no such day.") from None


def _clock(text: str) -> time:
    """A time of day: "9:30", "14:00", "2pm", "0930", "noon", "10"."""
    if text in NAMED_TIMES:
        return NAMED_TIMES[text]
    found = CLOCK.fullmatch(text)
    if found is None:
        raise _NoTime(NOT_READ)
    hours, minutes, half, four, last = found.groups()
    if four is not None:
        hour, minute = int(four), int(last)
    else:
        hour, minute = int(hours), int(minutes or 0)
        hour = _hour(hour, hours, half)
    if hour > 23 or minute > 59:
        raise _NoTime("There is no such time of day.")
    return time(hour, minute)


def _hour(hour: int, typed: str, half: str | None) -> int:
    if half is not None:
        if not 1 <= hour <= 12:
            raise _NoTime("There is no such time of day.")
        return hour % 12 + (12 if half == "p" else 0)
    if 1 <= hour <= LAST_AFTERNOON_HOUR and len(typed) == 1:
        return hour + 12
    return hour


def _instant(day: date, wall: time, zone: ZoneInfo, now: datetime) -> datetime:
    """That time of that day in UTC; of an hour that comes twice, the first still ahead.

    An hour that the clocks leap over in spring does not exist, and is refused.
    """
    for fold in (0, 1):
        at = datetime.combine(day, wall, zone).replace(fold=fold).astimezone(UTC)
        if at.astimezone(zone).replace(tzinfo=None) != datetime.combine(day, wall):
            raise _NoTime(f"The clocks go forward over {wall:%H:%M} on that day.")
        if at > now:
            return at
    return at

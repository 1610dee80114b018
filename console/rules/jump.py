"""Where in a timeline somebody wants to go: a day, month or year as a rep types it, always behind.

"24 mar", "3/24/2024", "mar 2024", "2024", "last tue", "yesterday", "3 weeks ago", "-30d",
"earliest", "latest".
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from console.rules.dates import UTC, local, zone_named
from console.rules.folding import fold
from console.rules.typed_days import MONTHS, WEEKDAYS, NoDay, full_year, made, typed

NOT_READ = "This is not a date. Write “24 mar”, “3/24/2024”, “mar 2024”, “last tue” or “earliest”."
AGO = re.compile(
    r"-\s*(?P<less>\d{1,4}) ?(?P<less_of>[a-z]+)|(?P<ago>\d{1,4}|an?) (?P<ago_of>[a-z]+) ago"
    r"|hace (?P<hace>\d{1,4}|una?) (?P<hace_of>[a-z]+)"
)
YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"([a-z]+)\.?(?: (\d{4}))?|(\d{4})-(\d{1,2})|(\d{1,2})/(\d{4})")
NEAR = {"today": 0, "yesterday": 1, "hoy": 0, "ayer": 1, "anteayer": 2}
DAYS = {
    "d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "week": 7, "weeks": 7,
    "dia": 1, "dias": 1, "sem": 7, "semana": 7, "semanas": 7,
}  # fmt: skip
MONTHS_LONG = {
    "mo": 1, "month": 1, "months": 1, "y": 12, "yr": 12, "year": 12, "years": 12,
    "mes": 1, "meses": 1, "ano": 12, "anos": 12,
}  # fmt: skip
EARLIEST = ("earliest", "oldest", "first", "start", "beginning", "primero", "principio", "inicio")
LATEST = ("latest", "newest", "last", "end", "now", "ultimo", "final", "ahora")
LAST = re.compile(r"^(?:last|ultimo) | pasado$")


class Goal(Enum):
    DAY = auto()
    EARLIEST = auto()
    LATEST = auto()


@dataclass(frozen=True, slots=True)
class Jump:
    """Where to; for a day the instant (UTC) at which it, or its month or year, is over.

    `day` is the last day meant. Without a goal, `problem` says in one sentence why.
    """

    goal: Goal | None
    day: date | None = None
    until: datetime | None = None
    problem: str = ""


def parse(text: str, now: datetime, zone: str, *, day_first: bool = False) -> Jump:
    """What is meant, by the calendar of `zone` (IANA). Never raises for what is typed.

    A date without year is the latest such day, today included; so is a weekday, and a month the
    latest that has begun. `day_first`: "3/5" is 3 May.
    """
    plain = " ".join(re.sub(r"[,;]", " ", fold(text)).split())
    plain = re.sub(r"^(?:on|in|the|el|en) |\b(?:de|del) ", "", plain)
    if plain in EARLIEST:
        return Jump(Goal.EARLIEST)
    if plain in LATEST:
        return Jump(Goal.LATEST)
    where = zone_named(zone) or UTC
    try:
        day = _day(plain, local(now, zone).date(), day_first)
        until = datetime.combine(day + timedelta(days=1), time(), where).astimezone(UTC)
    except NoDay as problem:
        return Jump(None, problem=str(problem))
    except (OverflowError, ValueError):
        return Jump(None, problem=NOT_READ)
    return Jump(Goal.DAY, day, until)


def _day(text: str, today: date, day_first: bool) -> date:
    """The last day of what is meant."""
    if text in NEAR:
        return today - timedelta(days=NEAR[text])
    named = LAST.sub("", text)
    if named in WEEKDAYS and (day_first or named not in MONTHS):  # "mar" is Tuesday in Spanish
        behind = (today.isoweekday() - WEEKDAYS[named]) % 7
        return today - timedelta(days=behind or (7 if named != text else 0))
    return _ago(text, today) or _date(text, today, day_first) or _longer(text, today)


def _ago(text: str, today: date) -> date | None:
    found = AGO.fullmatch(text)
    if found is None:
        return None
    amount, unit = (part for part in found.groups() if part is not None)
    count = int(amount) if amount.isdigit() else 1
    if unit in DAYS:
        return today - timedelta(days=count * DAYS[unit])
    if unit not in MONTHS_LONG:
        raise NoDay(NOT_READ)
    whole = today.year * 12 + today.month - 1 - count * MONTHS_LONG[unit]
    year, month = divmod(whole, 12)
    return made(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _date(text: str, today: date, day_first: bool) -> date | None:
    found = typed(text, day_first=day_first)
    if found is None:
        return None
    year, month, day = found
    if year is not None:
        return made(year, month, day)
    for behind in range(today.year, today.year - 9, -1):  # so many reach any 29 February
        try:
            such = made(behind, month, day)
        except NoDay:
            continue
        if such <= today:
            return such
    return made(today.year, month, day)


def _longer(text: str, today: date) -> date:
    """The last day of a month or a year."""
    if YEAR.fullmatch(text):
        return made(int(text), 12, 31)
    found = MONTH.fullmatch(text)
    if found is None:
        raise NoDay(NOT_READ)
    name, year, iso_year, iso_month, month, month_year = found.groups()
    if name is not None and name not in MONTHS:
        raise NoDay(NOT_READ)
    number = MONTHS[name] if name else int(iso_month or month)
    stated = year or iso_year or month_year
    of_year = full_year(stated) if stated else today.year - (number > today.month)
    first = made(of_year, number, 1)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])

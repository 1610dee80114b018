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
AGO = re.compile(r"(?:-\s*(\d{1,4}) ?([a-z]+)|(\d{1,4}|an?) ([a-z]+) ago)")
YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"([a-z]+)\.?(?: (\d{4}))?|(\d{4})-(\d{1,2})|(\d{1,2})/(\d{4})")
DAYS = {"d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "week": 7, "weeks": 7}
MONTHS_LONG = {"mo": 1, "month": 1, "months": 1, "y": 12, "yr": 12, "year": 12, "years": 12}
EARLIEST = ("earliest", "oldest", "first", "start", "beginning")
LATEST = ("latest", "newest", "last", "end", "now")


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


def parse(text: str, now: datetime, zone: str) -> Jump:
    """What is meant, by the calendar of `zone` (IANA). Never raises for what is typed.

    A date without year is the latest such day, today included; so is a weekday, and a month the
    latest that has begun.
    """
    plain = " ".join(re.sub(r"[,;]", " ", fold(text)).split())
    plain = re.sub(r"^(?:on|in|the) ", "", plain)
    if plain in EARLIEST:
        return Jump(Goal.EARLIEST)
    if plain in LATEST:
        return Jump(Goal.LATEST)
    where = zone_named(zone) or UTC
    try:
        day = _day(plain, local(now, zone).date())
        until = datetime.combine(day + timedelta(days=1), time(), where).astimezone(UTC)
    except NoDay as problem:
        return Jump(None, problem=str(problem))
    except (OverflowError, ValueError):
        return Jump(None, problem=NOT_READ)
    return Jump(Goal.DAY, day, until)


def _day(text: str, today: date) -> date:
    """The last day of what is meant."""
    near = {"today": 0, "yesterday": 1}
    if text in near:
        return today - timedelta(days=near[text])
    named = text.removeprefix("last ")
    if named in WEEKDAYS:
        behind = (today.isoweekday() - WEEKDAYS[named]) % 7
        return today - timedelta(days=behind or (7 if named != text else 0))
    return _ago(text, today) or _date(text, today) or _longer(text, today)


def _ago(text: str, today: date) -> date | None:
    found = AGO.fullmatch(text)
    if found is None:
        return None
    amount, unit = found.group(1) or found.group(3), found.group(2) or found.group(4)
    count = 1 if amount.startswith("a") else int(amount)
    if unit in DAYS:
        return today - timedelta(days=count * DAYS[unit])
    if unit not in MONTHS_LONG:
        raise NoDay(NOT_READ)
    whole = today.year * 12 + today.month - 1 - count * MONTHS_LONG[unit]
    year, month = divmod(whole, 12)
    return made(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _date(text: str, today: date) -> date | None:
    found = typed(text)
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

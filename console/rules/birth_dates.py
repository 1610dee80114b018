"""Birth dates: read in the usual ways of writing them, kept as precisely as they are known."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from anyascii import anyascii

# English and Spanish, by their first three letters; those of both languages agree where they meet.
MONTHS = {
    "jan": 1, "ene": 1, "feb": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "dic": 12,
}  # fmt: skip
MONTH_NAMES = re.compile(
    r"(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
    r"|diciembre|sept|[a-z]{3})"
)
# What most dates are.
THREE_NUMBERS = re.compile(r"([0-9]+)[\s/.,'-]+([0-9]+)[\s/.,'-]+([0-9]+)")
FILLERS = frozenset({"of", "the", "de", "del", "el"})
EARLIEST_YEAR = 1850
LATEST_YEAR = 2100
# Where nobody says what day it is: 29 is read as 2029, 30 as 1930.
LATEST_SHORT_YEAR = 2029


def parse(text: str, today: date | None = None) -> str | None:
    """`text` as ISO date, as precise as known ("1974-06-09", "1974-06", "1974"), or None.

    Numbers stand in American order (month first) unless that cannot be; a year first is ISO.
    With `today`, a two-digit year is the latest that is not in the future and no future date is
    taken.
    """
    numbers = THREE_NUMBERS.fullmatch(text)
    found = _numbered(numbers.groups(), today) if numbers else _worded(text, today)
    return None if found is None or (today and found > today.isoformat()) else found


def in_few_figures(
    text: str, today: date | None = None, *, day_first: bool = False
) -> frozenset[str]:
    """The days that four or five figures may mean: month, day, last two of the year.

    "6974" is 9 June 1974; "11174" may be 11 January or 1 November. Four that are a year are one.
    With `day_first` the day stands before the month.
    """
    if re.fullmatch(r"\d{4,5}", text) is None or parse(text, today) is not None:
        return frozenset()
    days, year = text[:-2], text[-2:]
    cuts = ((days[:cut], days[cut:]) for cut in range(1, len(days)))
    read = (
        _iso(_year(year, today), *((int(two), int(one)) if day_first else (int(one), int(two))))
        for one, two in cuts
    )
    return frozenset(iso for iso in read if iso)


def is_in_the_future(text: str, today: date) -> bool:
    """Whether `text` is a date, and one that has not come yet."""
    return parse(text, today) is None and parse(text) is not None


def age(birth_date: str | None, on: date) -> int | None:
    """Full years certainly reached on a day; None when unknown, impossible or in the future.

    Somebody born in "1974" counts as born on its last day, so that nobody is taken for of age
    before it is certain.
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", birth_date or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    birthday = (month or 12, day or 31)
    years = on.year - (year or 0) - ((on.month, on.day) < birthday)
    return years if years >= 0 else None


def _worded(text: str, today: date | None) -> str | None:
    """A date among words, with a clock behind it, or of fewer numbers than three."""
    plain = re.sub(r"[t ]\d{1,2}:\d{2}.*$", "", anyascii(text).casefold().strip())
    tokens = re.findall(r"[a-z]+|\d+", re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", plain))
    if re.search(r"[^a-z0-9\s/.,'-]", plain):
        return None
    parts = [token for token in tokens if token not in FILLERS]
    return _named(parts, today) if any(map(str.isalpha, parts)) else _numbered(parts, today)


def _named(parts: list[str], today: date | None) -> str | None:
    """A date with a month in words: "9 jun 1974", "june 9 1974", "1974 june 9", "june 1974"."""
    names = [part for part in parts if part.isalpha()]
    numbers = [part for part in parts if part.isdigit()]
    if len(names) != 1 or not MONTH_NAMES.fullmatch(names[0]):
        return None
    month = MONTHS.get(names[0][:3])
    if month is None:
        return None
    if len(numbers) == 1:
        return _iso(_year(numbers[0], today), month) if len(numbers[0]) == 4 else None
    if len(numbers) != 2:
        return None
    day, year = reversed(numbers) if len(numbers[0]) == 4 else numbers
    return _iso(_year(year, today), month, _small(day))


def _numbered(parts: Sequence[str], today: date | None) -> str | None:
    """A date of numbers alone."""
    if len(parts) == 1:
        return _compact(parts[0], today)
    if len(parts) == 2:
        year, month = parts if len(parts[0]) == 4 else (parts[1], parts[0])
        return _iso(_year(year, today), _small(month)) if len(year) == 4 else None
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        return _iso(_year(parts[0], today), _small(parts[1]), _small(parts[2]))
    return _month_or_day_first(parts[0], parts[1], _year(parts[2], today))


def _compact(digits: str, today: date | None) -> str | None:
    """Digits without separator: "1974", "06091974", "19740609", "060974"."""
    if len(digits) == 4:
        return _iso(_year(digits, today))
    if len(digits) == 8:
        american = _month_or_day_first(digits[:2], digits[2:4], _year(digits[4:], today))
        return american or _iso(_year(digits[:4], today), int(digits[4:6]), int(digits[6:]))
    if len(digits) == 6:
        return _month_or_day_first(digits[:2], digits[2:4], _year(digits[4:], today))
    return None


def _month_or_day_first(first: str, second: str, year: int | None) -> str | None:
    month, day = _small(first), _small(second)
    if month is not None and month > 12:
        month, day = day, month
    return _iso(year, month, day)


def _small(text: str) -> int | None:
    """A month or day; a longer number is neither."""
    return int(text) if len(text) <= 2 else None


def _year(text: str, today: date | None) -> int | None:
    if len(text) == 4:
        return int(text)
    if len(text) != 2:
        return None
    latest = today.year if today else LATEST_SHORT_YEAR
    return latest - (latest - int(text)) % 100


def _iso(year: int | None, *rest: int | None) -> str | None:
    """ISO text when every part is there and the day exists."""
    if year is None or not EARLIEST_YEAR <= year <= LATEST_YEAR or None in rest:
        return None
    known: list[int] = [part for part in rest if part is not None]
    try:
        date(year, *_padded(known))
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in known)])


def _padded(known: Iterable[int]) -> tuple[int, int]:
    month, day, *_ = (*known, 1, 1)
    return month, day

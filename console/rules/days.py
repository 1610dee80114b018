"""Days and times in words, in the zone of the person that they are said to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from console.rules.dates import zone_named

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def zone_of(stated: str | None, default: str) -> ZoneInfo:
    """The stated IANA zone, or the default where none is stated or it is not known."""
    return zone_named(stated or "") or zone_named(default) or ZoneInfo("UTC")


def day(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """The day of an instant: "today", "tomorrow", "Mon 16 Nov", with the year in another year."""
    local, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    near = _NEAR.get((local - today).days)
    if near is not None:
        return near
    words = f"{_WEEKDAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"
    return words if local.year == today.year else f"{words} {local.year}"


def clock(at: datetime, zone: ZoneInfo) -> str:
    """The time of an instant: "09:30"."""
    return at.astimezone(zone).strftime("%H:%M")


def months(since: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Whole months from one instant to another, in words up to twelve: "seven"."""
    whole = _whole_months(since.astimezone(zone).date(), now.astimezone(zone).date())
    return _NUMBERS[whole] if 0 <= whole < len(_NUMBERS) else str(whole)


def _whole_months(since: date, until: date) -> int:
    return (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)

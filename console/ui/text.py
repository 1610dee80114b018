"""Text for people, made last: days, times, ages and durations.

Every function is pure: a value, aware `now` and an IANA zone in, words in the language of the
application out. When you add a sentence: write it whole inside one `translate` call, so that the
translators find it; a number that changes the words goes through `%n` and has its "one" beside it.
"""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate

_DAYS_BEFORE_MONTHS = 60
_MONTHS_BEFORE_YEARS = 24


@cache
def zone_info(zone: str) -> ZoneInfo:
    """The zone by its IANA name; UTC when the record holds a name that nobody knows."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def zone_name(zone: str) -> str:
    """What people call the zone: "Eastern"; elsewhere the city that stands for it."""
    names = {
        "America/New_York": translate("text", "Eastern"),
        "America/Detroit": translate("text", "Eastern"),
        "America/Indiana/Indianapolis": translate("text", "Eastern"),
        "America/Kentucky/Louisville": translate("text", "Eastern"),
        "America/Chicago": translate("text", "Central"),
        "America/Denver": translate("text", "Mountain"),
        "America/Boise": translate("text", "Mountain"),
        "America/Phoenix": translate("text", "Arizona"),
        "America/Los_Angeles": translate("text", "Pacific"),
        "America/Anchorage": translate("text", "Alaska"),
        "Pacific/Honolulu": translate("text", "Hawaii"),
    }
    return names.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def time_of_day(at: datetime, zone: str) -> str:
    """Such as "09:30", in the zone."""
    return at.astimezone(zone_info(zone)).strftime("%H:%M")


def local_day(at: datetime, zone: str) -> date:
    """The calendar day on which it is there."""
    return at.astimezone(zone_info(zone)).date()


def day(at: datetime, zone: str, now: datetime) -> str:
    """Such as "Tue 24 Nov", with the year when it is another one."""
    return calendar_day(local_day(at, zone), local_day(now, zone))


def calendar_day(shown: date, today: date) -> str:
    """Such as "Tue 24 Nov" for a day that has no time of its own."""
    if shown.year == today.year:
        pattern = translate("text", "ddd d MMM", "a day of this year, in Qt's date format")
    else:
        pattern = translate("text", "ddd d MMM yyyy", "a day, in Qt's date format")
    return QLocale().toString(QDate(shown.year, shown.month, shown.day), pattern)


def short_day(at: datetime, zone: str, now: datetime) -> str:
    """Such as "6 Jul", with the year when it is another one."""
    shown = local_day(at, zone)
    if shown.year == local_day(now, zone).year:
        pattern = translate("text", "d MMM", "a day of this year, in Qt's date format")
    else:
        pattern = translate("text", "d MMM yyyy", "a day, in Qt's date format")
    return QLocale().toString(QDate(shown.year, shown.month, shown.day), pattern)


def moment(at: datetime, zone: str, now: datetime) -> str:
    """Such as "today 08:14", "yesterday 18:22", "Mon 16 Nov, 10:00"."""
    near = _near(at, zone, now)
    return near or translate("text", "{0}, {1}", "day, time").format(
        day(at, zone, now), time_of_day(at, zone)
    )


def short_moment(at: datetime, zone: str, now: datetime) -> str:
    """Such as "today 08:14", "yesterday 18:22", "Mon 16 Nov": time only while near."""
    return _near(at, zone, now) or day(at, zone, now)


def due(at: datetime, zone: str, now: datetime) -> str:
    """Such as "due 12:00" today, "due Fri 20 Nov" on another day."""
    if local_day(at, zone) == local_day(now, zone):
        return translate("text", "due {0}").format(time_of_day(at, zone))
    return translate("text", "due {0}").format(day(at, zone, now))


def day_heading(at: datetime, zone: str, now: datetime) -> str:
    """The heading of a day in a list that runs backwards: "Today, Thu 19 Nov"."""
    words = day(at, zone, now)
    behind = (local_day(now, zone) - local_day(at, zone)).days
    if behind == 0:
        return translate("text", "Today, {0}").format(words)
    if behind == 1:
        return translate("text", "Yesterday, {0}").format(words)
    return words


def ahead_heading(at: datetime, zone: str, now: datetime, *, send: bool) -> str:
    """The heading of a day that lies ahead: a send waits in a queue, an appointment is booked."""
    words = day(at, zone, now)
    if send:
        return translate("text", "Queued for {0}").format(words)
    return translate("text", "Booked for {0}").format(words)


def span(since: datetime, now: datetime, zone: str, *, short: bool = False) -> str:
    """How long ago, in whole calendar units: "17 days", "6 months"; short "17 d", "6 mo"."""
    then, today = local_day(since, zone), local_day(now, zone)
    days = max(0, (today - then).days)
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    if days == 0:
        return translate("text", "today")
    if days < _DAYS_BEFORE_MONTHS:
        return _days(days, short)
    if months < _MONTHS_BEFORE_YEARS:
        return _months(max(1, months), short)
    return _years(months // 12, short)


def duration(seconds: int) -> str:
    """Such as "28 s", "5 min 40 s", "1 h 5 min"."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return translate("text", "{0} h {1} min").format(hours, minutes)
    if minutes:
        return translate("text", "{0} min {1} s").format(minutes, left)
    return translate("text", "{0} s").format(left)


def late(due_at: datetime, now: datetime) -> str:
    """Such as "23 min late", "2 h late", "3 days late"; empty while it is not late by a minute."""
    behind = now - due_at
    if behind < timedelta(minutes=1):
        return ""
    if behind < timedelta(hours=1):
        return translate("text", "{0} min late").format(behind // timedelta(minutes=1))
    if behind < timedelta(days=1):
        return translate("text", "{0} h late").format(behind // timedelta(hours=1))
    if behind.days == 1:
        return translate("text", "1 day late")
    return translate("text", "%n days late", None, behind.days)


def number(value: int) -> str:
    """Such as "12,300", grouped as the language does."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # "C" would not group
    return locale.toString(value)


def share(part: int, whole: int) -> str:
    """Such as "28.5%", with the comma of the language; a dash where there is nothing to share."""
    if not whole:
        return "–"
    return f"{QLocale().toString(100 * part / whole, 'f', 1)}%"


def sentence_list(words: list[str]) -> str:
    """Such as "name, birth date and ZIP"."""
    if len(words) < 2:
        return "".join(words)
    return translate("text", "{0} and {1}").format(", ".join(words[:-1]), words[-1])


def _near(at: datetime, zone: str, now: datetime) -> str:
    ahead = (local_day(at, zone) - local_day(now, zone)).days
    clock = time_of_day(at, zone)
    if ahead == 0:
        return translate("text", "today {0}").format(clock)
    if ahead == -1:
        return translate("text", "yesterday {0}").format(clock)
    return translate("text", "tomorrow {0}").format(clock) if ahead == 1 else ""


def _days(n: int, short: bool) -> str:
    if short:
        return translate("text", "{0} d", "days").format(n)
    return translate("text", "1 day") if n == 1 else translate("text", "%n days", None, n)


def _months(n: int, short: bool) -> str:
    if short:
        return translate("text", "{0} mo", "months").format(n)
    return translate("text", "1 month") if n == 1 else translate("text", "%n months", None, n)


def _years(n: int, short: bool) -> str:
    if short:
        return translate("text", "{0} y", "years").format(n)
    return translate("text", "1 year") if n == 1 else translate("text", "%n years", None, n)


def first_sentence(words: str) -> str:
    """What is so, of a message that goes on with what to do; without its full stop."""
    return words.partition(". ")[0].rstrip(".")

"""Days of the demo: local hours of the center, counted back from one instant; working days."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

OPENS, CLOSES = time(8, 40), time(17, 10)
LATE_OPENS = time(13, 10)
"""From then on it is day in every zone of the country."""
MONDAY, SATURDAY, DAYS = 0, 5, 7
JUST_NOW = timedelta(minutes=12)


class Calendar:
    """Instants are UTC; days are counted back from `today`, the center's local day.

    Attributes:
        now: the instant that everything is relative to.
        zone: the center's.
    """

    def __init__(self, now: datetime, zone: str) -> None:
        self.now = now.astimezone(UTC)
        self.zone = ZoneInfo(zone)
        self.today: date = now.astimezone(self.zone).date()

    def on(self, days_ago: int, clock: str) -> datetime:
        """A local time ("14:20") that many days ago; a negative number lies ahead."""
        day = self.today - timedelta(days=days_ago)
        return datetime.combine(day, time.fromisoformat(clock), self.zone).astimezone(UTC)

    def workday(self, days_ago: int) -> int:
        """That day, or the working day before it, in days ago."""
        weekday = (self.today - timedelta(days=days_ago)).weekday()
        return days_ago + max(0, weekday - SATURDAY + 1)

    def workday_ahead(self, days: int) -> int:
        """That many days ahead, or the working day after it, in days ahead."""
        weekday = (self.today + timedelta(days=days)).weekday()
        return days + (DAYS - weekday if weekday >= SATURDAY else 0)

    def morning(self, days_ago: int, clock: str) -> datetime:
        """A local time on a working day that is over; today's, when that time has passed."""
        at = self.on(self.workday(days_ago), clock)
        if at > self.now - JUST_NOW:
            at = self.on(self.workday(days_ago + 1), clock)
        return at

    def today_at(self, clock: str, before: timedelta) -> datetime:
        """That local time today, or `before` now when the time has not come yet."""
        return min(self.on(0, clock), (self.now - before).replace(second=0, microsecond=0))

    def office(self, chance: Random, days_ago: int, zone: str) -> datetime:
        """A random instant of a working day, past, when it is day at the person's zone too."""
        opens = LATE_OPENS if zone != str(self.zone) else OPENS
        ago = self.workday(days_ago)
        if ago != days_ago:  # or each Friday would have three days' calls
            ago = self.workday(ago + chance.randrange(DAYS))
        begin, end = self.on(ago, opens.isoformat()), self.on(ago, CLOSES.isoformat())
        whole, end = end - begin, min(end, self.now - JUST_NOW)
        # Of a day that has just begun, most calls are still to come.
        if end - begin < timedelta(minutes=20) or (end - begin) / whole < chance.random() * 0.7:
            return self.office(chance, ago + 1, zone)
        return begin + timedelta(seconds=chance.randrange(int((end - begin).total_seconds())))

    def evening(self, chance: Random, days_ago: int) -> datetime:
        """A random instant when people read at home, past."""
        at = self.on(max(days_ago, 1), "17:40") + timedelta(minutes=chance.randrange(290))
        return at if at < self.now - JUST_NOW else at - timedelta(days=1)

    def soon(self, minutes: int) -> datetime:
        """Minutes from now, to the full five; while the day lasts, no later than 20:45."""
        at = self.now + timedelta(minutes=minutes)
        at -= timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
        evening = self.on(0, "20:45")
        return min(at, evening) if self.now < evening - timedelta(minutes=30) else at

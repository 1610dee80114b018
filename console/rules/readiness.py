"""Ready or not: what holds when a rep sits down, and the day that it holds for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.models.terms import Readiness
from console.rules.days import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A rep's state with its reason, since an instant (UTC)."""

    state: Readiness
    reason: str = ""
    since: datetime

    @property
    def ready(self) -> bool:
        return self.state is Readiness.READY


@dataclass(frozen=True, slots=True)
class Day:
    """A local day and its bounds in UTC; with a change of the clocks it has 23 or 25 hours."""

    day: date
    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        return self.start <= at < self.end


def day_of(now: datetime, zone: str) -> Day:
    """The day that an instant lies in, in a zone (IANA)."""
    place = zone_of(zone, "UTC")
    today = now.astimezone(place).date()
    return Day(
        today, _midnight(today, place, now), _midnight(today + timedelta(days=1), place, now)
    )


def _midnight(day: date, place: ZoneInfo, now: datetime) -> datetime:
    return datetime.combine(day, time.min, place).astimezone(now.tzinfo)


def begins(kept: Presence | None, now: datetime, zone: str) -> Presence:
    """What a rep begins with: what she left today, else ready. No break lasts over night."""
    if kept is not None and day_of(now, zone).holds(kept.since):
        return kept
    return Presence(state=Readiness.READY, since=now)


def changed(presence: Presence, state: Readiness, reason: str, now: datetime) -> Presence:
    """Another state from now on; the same with the same reason goes on since it began."""
    if (presence.state, presence.reason) == (state, reason):
        return presence
    return Presence(state=state, reason=reason, since=now)

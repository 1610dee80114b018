"""Instants and the clock on a person's wall: one into the other, daylight saving included."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["UTC", "local", "zone_named"]


@lru_cache(maxsize=512)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def local(instant: datetime, zone: str) -> datetime:
    """An aware instant as the clock in `zone` (IANA) shows it.

    Raises:
        ValueError: `instant` has no zone; it could mean any hour.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant without zone cannot be put into one")
    return instant.astimezone(zone_named(zone) or UTC)

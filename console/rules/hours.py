"""Calling hours: when outreach may reach a person where she is, whatever zone that may be.

47 CFR 64.1200(c)(1): not before 8:00 nor after 21:00 at the called person's location. Number,
address and stated zone may disagree; then it must be open in all of them.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from console.models.bodies import Hours, Rules
from console.models.person_facts import PersonFacts
from console.models.terms import OutreachClass
from console.rules.dates import UTC, local, zone_named

# A number that may be anywhere in its country (toll-free, not in service) says nothing of a place.
MOST_ZONES_OF_A_NUMBER = 4
# Two weeks cover any pattern of weekdays; each round moves on by at least one opening.
MOST_ROUNDS = 60


def zones(facts: PersonFacts, rules: Rules, contact: str | None = None) -> tuple[str, ...]:
    """Every zone the person may be in (IANA): stated, of her address, of the number to be dialed.

    Without `contact` all her numbers count. Nothing known gives the center's own zone.
    """
    numbers = (contact,) if contact else facts.phones
    found = [
        *([facts.zone] if facts.zone else []),
        *(zone for state in facts.states for zone in rules.state_zones.get(state, ())),
        *(zone for number in numbers for zone in zones_of_number(number)),
    ]
    known = tuple(dict.fromkeys(zone for zone in found if zone_named(zone)))
    return known or (rules.zone,)


def zone_of(facts: PersonFacts, rules: Rules) -> str:
    """The zone to show a person's times in: stated, else of her address, else of a number.

    Where a state lies in several zones, a number in one of them decides.
    """
    if facts.zone and zone_named(facts.zone):
        return facts.zone
    of_state = [zone for state in facts.states for zone in rules.state_zones.get(state, ())]
    of_numbers = [zone for number in facts.phones for zone in zones_of_number(number)]
    both = [zone for zone in of_state if zone in of_numbers]
    best = next((zone for zone in (*both, *of_state, *of_numbers) if zone_named(zone)), None)
    return best or rules.zone


@lru_cache(maxsize=4096)
def zones_of_number(value: str) -> tuple[str, ...]:
    """The zones of a number's area, none when it has no place or is not in E.164."""
    if not value.startswith("+"):
        return ()
    import phonenumbers  # large tables: only who asks for a number's place waits for them
    from phonenumbers import timezone

    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return ()
    # By prefix, not by type: fictional and new numbers count as invalid and have a place all the
    # same.
    found: tuple[str, ...] = timezone.time_zones_for_geographical_number(number)
    return found if len(found) <= MOST_ZONES_OF_A_NUMBER else ()


def open_at(
    instant: datetime,
    zones: Iterable[str],
    outreach_class: OutreachClass,
    rules: Rules,
    states: Collection[str] = (),
) -> bool:
    """Whether outreach of this class may reach somebody in all `zones` at `instant`.

    `states` (two letters) bring their own hours, which hold besides the class's.
    """
    hours = _hours(outreach_class, rules, states)
    return all(_within(local(instant, zone), own) for zone in zones for own in hours)


def next_opening(
    instant: datetime,
    zones: Iterable[str],
    outreach_class: OutreachClass,
    rules: Rules,
    states: Collection[str] = (),
) -> datetime | None:
    """The first instant (UTC) from `instant` on at which it is open; None when it never is."""
    everywhere = tuple(zones)
    hours = _hours(outreach_class, rules, states)
    at = instant
    for _ in range(MOST_ROUNDS):
        openings = [_opening(at, zone, own) for zone in everywhere for own in hours]
        known = [opening for opening in openings if opening is not None]
        if len(known) < len(openings):
            return None
        latest = max(known, default=at)
        if latest <= at:
            return at.astimezone(UTC)
        at = latest
    return None


def _hours(
    outreach_class: OutreachClass, rules: Rules, states: Collection[str]
) -> tuple[Hours, ...]:
    own = rules.hours.get(outreach_class, Hours())
    return (own, *(rules.state_hours[state] for state in states if state in rules.state_hours))


def _within(at: datetime, hours: Hours) -> bool:
    """`at` is local. The end itself is closed; an end of "24:00" is midnight."""
    wall = f"{at:%H:%M}"
    return at.isoweekday() in hours.days and hours.start <= wall < hours.end


def _opening(instant: datetime, zone: str, hours: Hours) -> datetime | None:
    """The first instant from `instant` on within `hours` of one zone."""
    here = local(instant, zone)
    if _within(here, hours):
        return instant
    for days in range(8):
        day = (here + timedelta(days=days)).date()
        opens = datetime.combine(day, time.fromisoformat(hours.start), ZoneInfo(zone))
        # Comparing by way of UTC: two times of one zone would be compared by the clock on the wall.
        if day.isoweekday() in hours.days and opens.astimezone(UTC) > instant.astimezone(UTC):
            return opens.astimezone(UTC)
    return None

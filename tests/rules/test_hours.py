"""Calling hours: where the person is, strictest where places disagree, right on DST nights."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Hours
from console.models.terms import OutreachClass
from console.rules.hours import next_opening, open_at, zone_of, zones, zones_of_number
from tests.rules.journeys import person, rules

EAST, WEST, CENTRAL = "America/New_York", "America/Los_Angeles", "America/Chicago"
MARKETING, TREATMENT = OutreachClass.MARKETING, OutreachClass.TREATMENT
CLEVELAND, SEATTLE = "+12165550100", "+12065550100"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "open_"),
    [
        ("2026-11-19T12:59", False),
        ("2026-11-19T13:00", True),
        ("2026-11-20T01:59", True),
        ("2026-11-20T02:00", False),
    ],
)
def test_from_eight_to_nine_at_the_persons_place(at: str, open_: bool) -> None:
    assert open_at(utc(at), (EAST,), TREATMENT, rules()) is open_


@pytest.mark.parametrize(
    ("at", "open_"),
    [
        # Clocks go back on 1 Nov 2026 at 06:00 UTC: 8:00 is 12:00 UTC before and 13:00 after.
        ("2026-10-31T12:00", True),
        ("2026-11-01T12:30", False),
        ("2026-11-01T13:00", True),
        # And forward on 8 Mar 2026 at 07:00 UTC.
        ("2026-03-07T12:30", False),
        ("2026-03-08T12:00", True),
    ],
)
def test_hours_keep_to_the_clock_on_the_wall_across_daylight_saving(at: str, open_: bool) -> None:
    assert open_at(utc(at), (EAST,), TREATMENT, rules()) is open_


def test_the_opening_after_the_night_of_the_change_is_eight_on_the_wall() -> None:
    evening = utc("2026-11-01T02:00")
    assert next_opening(evening, (EAST,), TREATMENT, rules()) == utc("2026-11-01T13:00")
    evening = utc("2026-03-08T03:00")
    assert next_opening(evening, (EAST,), TREATMENT, rules()) == utc("2026-03-08T12:00")


def test_two_zones_are_open_only_together() -> None:
    both = (EAST, WEST)
    assert not open_at(utc("2026-11-19T14:00"), both, TREATMENT, rules())
    assert open_at(utc("2026-11-19T16:00"), both, TREATMENT, rules())
    assert next_opening(utc("2026-11-19T14:00"), both, TREATMENT, rules()) == utc(
        "2026-11-19T16:00"
    )
    assert next_opening(utc("2026-11-20T02:30"), both, TREATMENT, rules()) == utc(
        "2026-11-20T16:00"
    )


def test_a_states_own_hours_narrow_the_classes() -> None:
    own = rules(
        hours={MARKETING: Hours(start="09:00", end="18:00", days=(1, 2, 3, 4, 5))},
        state_hours={"FL": Hours(start="08:00", end="17:00")},
    )
    assert open_at(utc("2026-11-19T22:30"), (EAST,), MARKETING, own)
    assert not open_at(utc("2026-11-19T22:30"), (EAST,), MARKETING, own, ("FL",))
    assert open_at(utc("2026-11-20T01:00"), (EAST,), TREATMENT, own)
    friday_night = utc("2026-11-21T02:00")
    assert next_opening(friday_night, (EAST,), MARKETING, own) == utc("2026-11-23T14:00")


def test_hours_that_never_meet_have_no_opening() -> None:
    own = rules(
        hours={TREATMENT: Hours(start="08:00", end="09:00")},
        state_hours={"XX": Hours(start="10:00", end="11:00")},
    )
    assert next_opening(utc("2026-11-19T12:00"), (EAST,), TREATMENT, own, ("XX",)) is None
    nobody = rules(hours={TREATMENT: Hours(days=())})
    assert next_opening(utc("2026-11-19T12:00"), (EAST,), TREATMENT, nobody) is None


@given(
    st.integers(0, 2 * 365 * 24 * 60).map(
        lambda minutes: utc("2026-01-01T00:00") + timedelta(minutes=minutes)
    ),
    st.lists(
        st.sampled_from([EAST, WEST, CENTRAL, "America/Phoenix", "Pacific/Honolulu"]),
        min_size=1,
        max_size=3,
    ),
)
def test_an_opening_is_open_and_nothing_before_it_is(at: datetime, places: list[str]) -> None:
    opening = next_opening(at, places, TREATMENT, rules())
    assert opening is not None
    assert opening >= at
    assert open_at(opening, places, TREATMENT, rules())
    before = opening - timedelta(minutes=1)
    assert before < at or not open_at(before, places, TREATMENT, rules())


def test_an_instant_without_zone_is_refused() -> None:
    naive = datetime(2026, 11, 19, 12, 0)  # noqa: DTZ001 - the fault that is refused
    with pytest.raises(ValueError):
        open_at(naive, (EAST,), TREATMENT, rules())


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (CLEVELAND, (EAST,)),
        (SEATTLE, (WEST,)),
        ("+19075550100", ("America/Adak", "America/Anchorage")),
        ("+18005550100", ()),
        ("5550100", ()),
        ("+999", ()),
    ],
)
def test_a_numbers_place(number: str, expected: tuple[str, ...]) -> None:
    assert zones_of_number(number) == expected


def test_stated_zone_address_and_number_all_count() -> None:
    facts = person(zone=CENTRAL, states=("OH",), phones=(SEATTLE,))
    assert zones(facts, rules()) == (CENTRAL, EAST, WEST)
    assert zones(facts, rules(), CLEVELAND) == (CENTRAL, EAST)
    assert zone_of(facts, rules()) == CENTRAL


def test_in_a_state_of_two_zones_the_number_decides() -> None:
    own = rules(state_zones={"TN": (EAST, CENTRAL)})
    nashville = person(zone=None, states=("TN",), phones=("+16155550100",))
    assert zone_of(nashville, own) == CENTRAL
    assert zone_of(person(zone=None, states=("TN",), phones=()), own) == EAST


def test_nothing_known_or_nonsense_gives_the_centers_zone() -> None:
    facts = person(zone="Mars/Olympus", states=("ZZ",), phones=("5550100",))
    assert zones(facts, rules()) == (rules().zone,)
    assert zone_of(facts, rules()) == rules().zone

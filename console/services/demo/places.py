"""Invented addresses in real places, and phone numbers of the range kept for invention."""

from dataclasses import dataclass
from random import Random

from console.services.demo.names import several

EASTERN, CENTRAL = "America/New_York", "America/Chicago"


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its ZIP, area codes and zone (IANA)."""

    weight: int
    city: str
    state: str
    postal_code: str
    area_codes: tuple[str, ...]
    zone: str = EASTERN


PLACES = (
    Place(26, "Dayton", "OH", "45402", ("937", "326")),
    Place(10, "Kettering", "OH", "45429", ("937", "326")),
    Place(8, "Xenia", "OH", "45385", ("937", "326")),
    Place(9, "Springfield", "OH", "45503", ("937", "326")),
    Place(6, "Beavercreek", "OH", "45430", ("937", "326")),
    Place(4, "Troy", "OH", "45373", ("937", "326")),
    Place(9, "Columbus", "OH", "43215", ("614", "380")),
    Place(8, "Cincinnati", "OH", "45202", ("513", "283")),
    Place(4, "Newark", "OH", "43055", ("740", "220")),
    Place(3, "Chillicothe", "OH", "45601", ("740", "220")),
    Place(4, "Toledo", "OH", "43604", ("419", "567")),
    Place(3, "Lima", "OH", "45801", ("419", "567")),
    Place(3, "Akron", "OH", "44308", ("330", "234")),
    Place(3, "Cleveland", "OH", "44113", ("216",)),
    Place(2, "Elyria", "OH", "44035", ("440", "436")),
    Place(3, "Richmond", "IN", "47374", ("765",)),
    Place(2, "Fort Wayne", "IN", "46802", ("260",)),
    Place(2, "Covington", "KY", "41011", ("859",)),
    Place(1, "Louisville", "KY", "40202", ("502",)),
    Place(1, "Huntington", "WV", "25701", ("304", "681")),
    Place(1, "Pittsburgh", "PA", "15222", ("412", "878")),
    Place(1, "Detroit", "MI", "48226", ("313",)),
    Place(1, "Evansville", "IN", "47708", ("812", "930"), CENTRAL),
    Place(1, "Chicago", "IL", "60605", ("312", "872"), CENTRAL),
    Place(1, "Nashville", "TN", "37203", ("615", "629"), CENTRAL),
    Place(1, "Denver", "CO", "80203", ("303", "720"), "America/Denver"),
    Place(1, "Phoenix", "AZ", "85004", ("602",), "America/Phoenix"),
    Place(1, "Portland", "OR", "97204", ("503", "971"), "America/Los_Angeles"),
)
STREETS = several(
    "Wayne Far Hills Salem Wilmington Patterson Linden Third Fifth Riverside Stroop Dorothy "
    "Shroyer Smithville Wyoming Xenia Brown Main Keowee Valley Troy Needmore Hoover Germantown "
    "Gettysburg Philadelphia Catalpa Forest Park Grand Oak Maple Cherry Walnut Chestnut Locust "
    "Jefferson Franklin Monroe Harmon Oakwood Schantz Irving Brookwood Rockcliff"
)
KINDS = ("Ave", "St", "Rd", "Dr", "Ln", "Ct", "Pl")
FEWEST, MOST = 100, 199
KEPT = frozenset({"100", "101", "119", "137", "142", "164", "165", "193"})
"""Numbers in 937 that belong to the center or to people with a story of their own."""


def place(chance: Random) -> Place:
    return chance.choices(PLACES, [entry.weight for entry in PLACES])[0]


def street(chance: Random) -> str:
    """One address line."""
    line = f"{chance.randint(11, 4899)} {chance.choice(STREETS)} {chance.choice(KINDS)}"
    return f"{line}, Apt {chance.randint(1, 24)}" if chance.random() < 0.22 else line


class Numbers:
    """Hands out each number of 555-0100 to 555-0199 once, in the area codes of a place first.

    Numbers of these areas alone are taken, so that whoever lives elsewhere kept an old one.
    """

    def __init__(self, chance: Random) -> None:
        self._left: dict[str, list[str]] = {}
        for code in dict.fromkeys(code for one in PLACES for code in one.area_codes):
            numbers = [f"{number:04d}" for number in range(FEWEST, MOST + 1)]
            if code == "937":
                numbers = [number for number in numbers if number[1:] not in KEPT]
            chance.shuffle(numbers)
            self._left[code] = numbers

    def take(self, at: Place) -> str | None:
        """An E.164 number that nobody has; None when all are taken."""
        for code in (*at.area_codes, *self._left):
            if self._left[code]:
                return f"+1{code}555{self._left[code].pop()}"
        return None

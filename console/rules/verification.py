"""Verification: what a caller says against what is on file, and who may be told what.

45 CFR 164.514(h) names no fixed identifiers; ours are full name and birth date and one more of ZIP
or address, MRN, or a phone on file that is spoken and is not the number calling. What was said is
compared here and kept nowhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from console.models.bodies import Rules
from console.models.draft import Draft
from console.models.ids import PersonId
from console.models.terms import ContactSystem, VerificationItem
from console.models.views import PersonView
from console.rules import phone
from console.rules.birth_dates import in_few_figures, parse
from console.rules.names import words
from console.rules.spoken_names import is_name

FULL_DATE = 10
SHORTEST_NUMBER = 4
PLACE = frozenset({VerificationItem.ZIP, VerificationItem.ADDRESS})
THIRD = (
    VerificationItem.ZIP,
    VerificationItem.ADDRESS,
    VerificationItem.MRN,
    VerificationItem.PHONE,
)
# Words of an address line that people say in either form, or leave out.
STREET_WORDS = {
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "dr": "drive",
    "ln": "lane", "blvd": "boulevard", "ct": "court", "pl": "place", "hwy": "highway",
    "pkwy": "parkway", "ter": "terrace", "cir": "circle", "n": "north", "s": "south", "e": "east",
    "w": "west", "apt": "apartment", "ste": "suite",
}  # fmt: skip
KINDS_OF_STREET = frozenset(
    {"street", "avenue", "road", "drive", "lane", "boulevard", "court", "place", "highway"}
    | {"parkway", "terrace", "circle", "north", "south", "east", "west", "apartment", "suite"}
)


class Match(StrEnum):
    MATCH = "match"
    NO_MATCH = "no_match"
    TO_ASK = "to_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """What a person can be asked about.

    `names` are full names, the record's and others she goes by; `family` tells where the family
    name of several words begins. `calling` is the number that the call came from or was dialed;
    `others` are the names of everybody else on it.
    """

    names: tuple[str, ...]
    family: str = ""
    birth_date: str | None = None
    zips: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    mrns: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    calling: str | None = None
    shares_household: bool = False
    others: tuple[str, ...] = ()


def on_file(
    view: PersonView,
    *,
    calling: str | None = None,
    shares_household: bool = False,
    others: tuple[str, ...] = (),
) -> OnFile:
    """What the record offers; contact points found wrong prove nothing."""
    points = [point for point in view.contact_points if not point.wrong]
    places = [point for point in points if point.system is ContactSystem.ADDRESS]
    preferred = view.preferred_name
    last = view.name.split()[-1:] if view.name else []
    return OnFile(
        names=(view.name, *([" ".join([preferred, *last])] if preferred else [])),
        birth_date=view.birth_date,
        zips=tuple(point.postal_code for point in places if point.postal_code),
        addresses=tuple(point.value or point.raw for point in places),
        mrns=(view.mrn,) if view.mrn else (),
        phones=tuple(point.value for point in points if point.system is ContactSystem.PHONE),
        calling=calling,
        shares_household=shares_household,
        others=others,
    )


def check(
    said: Mapping[VerificationItem, str], on_file: OnFile, today: date | None = None
) -> dict[VerificationItem, Match]:
    """Each item: match, no match, or to ask, where nothing was said or nothing is on file."""
    return {item: _check(item, said.get(item, ""), on_file, today) for item in VerificationItem}


def check_any(
    text: str, items: Iterable[VerificationItem], on_file: OnFile, today: date | None = None
) -> tuple[VerificationItem, Match]:
    """What one field for several items says: the first that matches, else the first that differs.

    For "ZIP or address" and "MRN, or a phone on file".
    """
    results = {item: _check(item, text, on_file, today) for item in items}
    for wanted in (Match.MATCH, Match.NO_MATCH, Match.TO_ASK):
        found = next((item for item, result in results.items() if result is wanted), None)
        if found is not None:
            return found, wanted
    raise ValueError("a field needs at least one item to be checked for")


def third_items(on_file: OnFile) -> tuple[VerificationItem, ...]:
    """What to ask besides name and birth date: on file, and unknown to housemates."""
    others = [number for number in on_file.phones if not _same_number(number, on_file.calling)]
    there = {
        VerificationItem.ZIP: on_file.zips,
        VerificationItem.ADDRESS: on_file.addresses,
        VerificationItem.MRN: on_file.mrns,
        VerificationItem.PHONE: others,
    }
    shared = PLACE if on_file.shares_household else frozenset()
    return tuple(item for item in THIRD if there[item] and item not in shared)


def verified(results: Mapping[VerificationItem, Match], *, shares_household: bool = False) -> bool:
    """Full name, birth date and one more; for people of one household none that they share."""
    good = set(matched(results))
    third = set(THIRD) - (PLACE if shares_household else set())
    return {VerificationItem.NAME, VerificationItem.BIRTH_DATE} <= good and bool(good & third)


def matched(results: Mapping[VerificationItem, Match]) -> tuple[VerificationItem, ...]:
    return tuple(item for item in VerificationItem if results.get(item) is Match.MATCH)


def failed(draft: Draft, person: PersonId) -> Draft:
    """One try more that did not match; counted by the call, whatever sheet is opened again."""
    tries = draft.failed_tries.get(str(person), 0) + 1
    return replace(draft, failed_tries={**draft.failed_tries, str(person): tries})


def tries_left(draft: Draft, person: PersonId, rules: Rules) -> int:
    return max(0, rules.max_verify_tries - draft.failed_tries.get(str(person), 0))


def _check(item: VerificationItem, said: str, on_file: OnFile, today: date | None) -> Match:
    if not said.strip():
        return Match.TO_ASK
    known, same = _compared(item, said.strip(), on_file, today)
    if not known:
        return Match.TO_ASK
    return Match.MATCH if same else Match.NO_MATCH


def _compared(
    item: VerificationItem, said: str, on_file: OnFile, today: date | None
) -> tuple[bool, bool]:
    """Whether there is something to compare with, and whether it is the same."""
    if item is VerificationItem.NAME:
        names = [name for name in on_file.names if words(name)]
        return bool(names), any(
            is_name(said, name, on_file.family, on_file.others) for name in names
        )
    if item is VerificationItem.BIRTH_DATE:
        # A year or month alone proves nothing: anybody could know it.
        exact = on_file.birth_date is not None and len(on_file.birth_date) == FULL_DATE
        days = in_few_figures(said, today) or {parse(said, today)}
        return exact and len(days) == 1, days == {on_file.birth_date}
    if item is VerificationItem.ZIP:
        return bool(on_file.zips), any(_same_zip(said, known) for known in on_file.zips)
    if item is VerificationItem.ADDRESS:
        return bool(on_file.addresses), any(_same_place(said, one) for one in on_file.addresses)
    if item is VerificationItem.MRN:
        return bool(on_file.mrns), any(_same_mrn(said, known) for known in on_file.mrns)
    others = [known for known in on_file.phones if not _same_number(known, on_file.calling)]
    return bool(on_file.phones), any(_same_number(said, known) for known in others)


def _same_zip(said: str, known: str) -> bool:
    """Five digits, or nine where both have nine."""
    spoken, ours = phone.digits_of(said), phone.digits_of(known)
    if re.search(r"[A-Za-z]", said) or len(spoken) not in {5, 9}:
        return False
    length = 9 if len(spoken) == len(ours) == 9 else 5
    return len(ours) >= 5 and spoken[:length] == ours[:length]


def _same_place(said: str, known: str) -> bool:
    """The house number and the name of the street; "St" is "Street", and may be left out."""
    spoken, ours = _street(said), _street(known)
    number = next((word for word in ours if word[0].isdigit()), None)
    after = ours[ours.index(number) + 1 :] if number else ours
    name = next((word for word in after if word not in KINDS_OF_STREET), None)
    return name is not None and name in spoken and (number is None or number in spoken)


def _street(text: str) -> list[str]:
    return [STREET_WORDS.get(word, word) for word in words(text)]


def _same_mrn(said: str, known: str) -> bool:
    spoken, ours = _plain_number(said), _plain_number(known)
    return len(spoken) >= SHORTEST_NUMBER and spoken == ours


def _plain_number(text: str) -> str:
    """Letters and digits alone, without the word MRN before them and zeros that fill up."""
    plain = "".join(words(text)).removeprefix("mrn")
    return plain.lstrip("0") or plain


def _same_number(said: str, known: str | None) -> bool:
    """The whole number; the last four digits alone are no proof."""
    if not known:
        return False
    spoken = phone.parse(said)
    ours = phone.parse(known)
    if spoken is None or ours is None:
        return False
    return spoken.value == ours.value or (
        len(spoken.digits) >= 10 and spoken.digits[-10:] == ours.digits[-10:]
    )

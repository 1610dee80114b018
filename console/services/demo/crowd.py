"""Plain crowds: very many people with short histories, for measuring and for large demos."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from console.models.commands import Command, ImportBatch
from console.models.derived import SearchKey
from console.models.facts import Touchpoint, TouchpointEvent, TouchpointPerson
from console.models.ids import CommandId, derived_id
from console.models.records import ContactPoint, Identifier, Person
from console.models.terms import Channel, ContactSystem, Direction, EventKind, Part, TouchpointKind
from console.rules.phone import display
from console.rules.search_key import KeyKind, email_key, identifier_key, name_keys, phone_keys
from console.services.apply import apply
from console.services.database import Database
from console.services.demo.bulk import Bulk, Row
from console.services.demo.ledger import IMPORTER, NAMESPACE
from console.services.demo.names import CIRCLES, several
from console.services.demo.places import PLACES

BATCH = 2_000
BEGINNINGS = several(
    "Al Bar Bel Ber Bran Cal Car Cor Dal Dar Del Dor El Fal Fer Gar Gil Hal Har Hol Jar Kel Kir "
    "Lan Mal Mar Mer Mor Nor Or Pal Per Quin Ral Ros Sal Sel Tal Tor Val Ver Wal Wil Zel"
)
MIDDLES = ("a", "e", "i", "o", "an", "en", "in", "er", "ol", "ad")
ENDINGS = several(
    "berg by den dorf field ford ham ley man mann more ner ren sen sky son stad ton well"
)
FIRST_SUFFIX, SUFFIXES = 100, 900
HOUSEHOLD = 0.35
KINDS: tuple[tuple[TouchpointKind, Channel, Direction, str, EventKind], ...] = (
    (
        TouchpointKind.EMAIL,
        Channel.EMAIL,
        Direction.OUTBOUND,
        "flu-season-email",
        EventKind.DELIVERED,
    ),
    (
        TouchpointKind.EMAIL,
        Channel.EMAIL,
        Direction.OUTBOUND,
        "flu-shot-reminder",
        EventKind.OPENED,
    ),
    (TouchpointKind.TEXT, Channel.TEXT, Direction.OUTBOUND, "visit-reminder", EventKind.DELIVERED),
    (TouchpointKind.VISIT, Channel.VISIT, Direction.INBOUND, "family-medicine", EventKind.ATTENDED),
    (TouchpointKind.PAMPHLET, Channel.WEB, Direction.INBOUND, "flu-pamphlet", EventKind.OPENED),
    (TouchpointKind.PORTAL_MESSAGE, Channel.PORTAL, Direction.OUTBOUND, "", EventKind.READ),
)
TITLES = {
    "flu-season-email": "Flu season at our clinics",
    "flu-shot-reminder": "Your flu shot for the new season",
    "visit-reminder": "Visit reminder",
    "family-medicine": "family medicine, Wayne Avenue",
    "flu-pamphlet": "Flu pamphlet, digital",
    "": "Your results",
}
YEARS = 3
COLUMNS: dict[Any, tuple[str, ...]] = {
    Person: ("id", "revision", "name", "given", "family", "other_names", "birth_date", "sex",
             "language", "interpreter", "deceased", "no_voicemail", "labels"),
    ContactPoint: ("id", "revision", "person_id", "system", "use", "raw", "value", "rank", "city",
                   "state", "postal_code", "country", "confidential", "wrong"),
    Identifier: ("id", "revision", "person_id", "system", "kind", "value"),
    SearchKey: ("person_id", "kind", "key"),
    Touchpoint: ("id", "command_id", "labels", "at", "day", "channel", "direction", "kind", "ref",
                 "title", "summary", "campaign", "by"),
    TouchpointPerson: ("touchpoint_id", "person_id", "part", "at", "channel", "direction", "kind",
                       "ref", "command_id", "labels"),
    TouchpointEvent: ("id", "command_id", "labels", "touchpoint_id", "at", "kind", "ref",
                      "detail"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ManyCounts:
    people: int
    touchpoints: int
    seconds: float


def make_many(
    database: Database,
    *,
    people: int,
    touchpoints_each: int = 10,
    seed: int = 1,
    now: datetime,
    heaviest: int = 0,
) -> ManyCounts:
    """Adds people with about so many touchpoints each (from none to twice as many), findable.

    The first of them has `heaviest` touchpoints, when that is given. One transaction.
    """
    began = time.monotonic()
    with database.transaction() as session:
        written = write_crowd(session, people, touchpoints_each, seed, now, heaviest=heaviest)
        if database.dialect == "postgresql":
            session.execute(text("ANALYZE"))
    return ManyCounts(people, written, round(time.monotonic() - began, 3))


def write_crowd(
    session: Session,
    people: int,
    touchpoints_each: int,
    seed: int,
    now: datetime,
    *,
    command_id: CommandId | None = None,
    heaviest: int = 0,
) -> int:
    """The same inside a transaction; the facts hang on `command_id`, or on a command made here.

    Gives how many touchpoints there are.
    """
    if command_id is None:
        command_id = CommandId(derived_id(NAMESPACE, "crowd", str(seed), str(people)))
        body = ImportBatch(source="crowd", place="")
        apply(session, Command(id=command_id, author=IMPORTER, made_at=now, body=body), now)
    crowd = _Crowd(Random(f"crowd {seed}"), touchpoints_each, now, command_id)
    tables = {table: Bulk(session, table, columns) for table, columns in COLUMNS.items()}
    for start in range(0, people, BATCH):
        for number in range(start, min(start + BATCH, people)):
            crowd.add(number, heaviest if number == 0 else 0)
        for table, bulk in tables.items():
            bulk.write(crowd.taken(table))
    return crowd.touchpoints


def surnames() -> list[str]:
    """Common surnames and some thousands built of syllables, the commonest first."""
    common = [name for circle in CIRCLES for name in circle.families if " " not in name]
    built = [
        f"{first}{middle}{last}" for last in ENDINGS for middle in MIDDLES for first in BEGINNINGS
    ]
    Random(0).shuffle(built)
    return list(dict.fromkeys([*common, *built]))


def area_codes() -> list[str]:
    """Codes of the North American plan's form in which no story of the demo takes place."""
    taken = {code for place in PLACES for code in place.area_codes}
    codes = (str(code) for code in range(201, 990))
    return [code for code in codes if code not in taken and code[1:] != "11" and code[1] != "9"]


class _Crowd:
    """Rows by table, made in the order of their ids, so that trees grow at one end."""

    def __init__(
        self, chance: Random, touchpoints_each: int, now: datetime, command_id: CommandId
    ) -> None:
        self._chance = chance
        self._each = touchpoints_each
        self._now = now
        self._command = command_id
        self._rows: dict[Any, list[Row]] = {table: [] for table in COLUMNS}
        self._serial = 0
        self._begin = chance.getrandbits(40)
        self._families = surnames()
        # Zipf's law: the n-th commonest surname is borne by 1/n as many.
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self._families))))
        self._givens = [name for circle in CIRCLES for name in (*circle.women, *circle.men)]
        self._codes = area_codes()
        self._numbers = 0
        self._number = ""
        self.touchpoints = 0

    def taken(self, table: Any) -> list[Row]:
        rows, self._rows[table] = self._rows[table], []
        return rows

    def add(self, number: int, heaviest: int) -> None:
        """One person with contact points, search keys and history."""
        chance = self._chance
        person = self._new_id()
        given = chance.choice(self._givens)
        family = chance.choices(self._families, cum_weights=self._weights)[0]
        birth = (
            f"{chance.randint(1934, 2006)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        )
        self._rows[Person].append(
            (person, 1, f"{given} {family}", given, family, [], birth, None, "en", False, False,
             False, frozenset())
        )  # fmt: skip
        keys = {(KeyKind.NAME, key) for key in (*_keys(given), *_keys(family))}
        keys |= {(KeyKind.NAME, key) for key in _keys_of_both(given, family)}
        keys.add((KeyKind.BIRTH, birth))
        keys |= self._points(person, given, family, number)
        self._rows[SearchKey] += [(person, kind, key) for kind, key in keys]
        average = chance.randint(0, 2 * self._each)
        self._history(person, heaviest or average)

    def _points(
        self, person: UUID, given: str, family: str, number: int
    ) -> set[tuple[KeyKind, str]]:
        phone = self._phone()
        raw = display(phone)
        place = PLACES[number % len(PLACES)]
        mrn = f"LH-{9_000_000 + number}"
        self._point(person, ContactSystem.PHONE, phone, raw, 10)
        keys = phone_keys(phone, raw)
        if number % 5 < 3:
            email = email_key(f"{next(iter(_keys(given)))}.{number}@example.org")
            self._point(person, ContactSystem.EMAIL, email, email, 40)
            keys.add((KeyKind.EMAIL, email))
        street = f"{number % 4_000 + 11} {family} St"
        where = (place.city, place.state, place.postal_code, "US")
        self._point(person, ContactSystem.ADDRESS, street, street, 50, where)
        self._rows[Identifier].append((self._new_id(), 1, person, "mrn", "mrn", mrn))
        keys.add((KeyKind.MRN, identifier_key(mrn)))
        return keys

    def _point(
        self,
        person: UUID,
        system: ContactSystem,
        value: str,
        raw: str,
        rank: int,
        where: tuple[str | None, ...] = (None, None, None, None),
    ) -> None:
        row = (self._new_id(), 1, person, system, "home", raw, value, rank, *where, False, False)
        self._rows[ContactPoint].append(row)

    def _phone(self) -> str:
        """The number of the one before, for part of them; 555-0100 to 555-0199 are used first."""
        if not self._number or self._chance.random() >= HOUSEHOLD:
            number, code = divmod(self._numbers, len(self._codes))
            suffix = FIRST_SUFFIX + number % SUFFIXES
            self._number = f"+1{self._codes[code]}555{suffix:04d}"
            self._numbers += 1
        return self._number

    def _history(self, person: UUID, count: int) -> None:
        chance, command, none = self._chance, self._command, frozenset[str]()
        span = YEARS * 365 * 86_400 // (count + 1)
        for turn in range(count, 0, -1):
            kind, channel, direction, ref, sign = chance.choice(KINDS)
            at = self._now - timedelta(seconds=turn * span - chance.randrange(span))
            touchpoint = self._new_id()
            self._rows[Touchpoint].append(
                (touchpoint, command, none, at, at.date(), channel, direction, kind, ref,
                 TITLES[ref], "", "", "")
            )  # fmt: skip
            self._rows[TouchpointPerson].append(
                (touchpoint, person, Part.ABOUT, at, channel, direction, kind, ref, command, none)
            )
            happened = min(at + timedelta(seconds=40), self._now)
            self._rows[TouchpointEvent].append(
                (self._new_id(), command, none, touchpoint, happened, sign, "", "")
            )
        self.touchpoints += count

    def _new_id(self) -> UUID:
        self._serial += 1
        return UUID(int=(self._begin << 88) | (self._serial << 48) | self._chance.getrandbits(48))


@lru_cache(maxsize=8_192)
def _keys(name: str) -> frozenset[str]:
    return frozenset(name_keys(name))


def _keys_of_both(given: str, family: str) -> Iterator[str]:
    """What only the words together give; no name here has a particle, so nothing is joined."""
    if " " in given or " " in family:
        yield from name_keys(f"{given} {family}")

"""Inventing people: alone or as households that share an address and a number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from console.models.ids import PersonId
from console.models.terms import Authority
from console.services.demo import names, places
from console.services.demo.ledger import Ledger
from console.services.demo.names import Circle
from console.services.demo.places import Numbers, Place
from console.services.demo.someone import Someone, born, mail_name, relate

DOMAINS = ("example.org", "example.com", "example.net")
FIRST_MRN = 204_118
CHILD, ADULT, OLDEST = 15, 19, 93


class Population:
    """Invents people one household at a time; names, emails and numbers stay apart.

    A number is shared only inside a household. Whoever comes after the last number has none.
    """

    def __init__(self, ledger: Ledger, chance: Random, today: date) -> None:
        self._ledger = ledger
        self._chance = chance
        self._today = today
        self._numbers = Numbers(chance)
        self._taken: set[str] = set()
        self._mrn = FIRST_MRN

    def household(self, most: int = 3) -> Iterator[Someone]:
        """One person, a couple, or a couple with a grown child at home; `most` people of them."""
        chance = self._chance
        circle, place = names.circle(chance), places.place(chance)
        family, street = chance.choice(circle.families), places.street(chance)
        size = min(most, chance.choices((1, 2, 3), (76, 18, 6))[0])
        shared = self._numbers.take(place) if size > 1 else None
        age = self._age()
        first = self.invent(circle, place, street, family, self._sex(), age, shared)
        yield first
        if size == 1:
            return
        other = "male" if first.sex == "female" else "female"
        age_of_other = max(ADULT, age + chance.randint(-6, 6))
        name = family if chance.random() < 0.8 else chance.choice(circle.families)
        second = self.invent(circle, place, street, name, other, age_of_other, shared)
        relate(self._ledger, second.id, "spouse", first.id)
        relate(self._ledger, first.id, "spouse", second.id)
        yield second
        youngest = min(age, age_of_other)
        if size == 3 and youngest >= CHILD + 24:
            yield self._child(circle, place, street, family, youngest, shared, first)

    def _child(
        self,
        circle: Circle,
        place: Place,
        street: str,
        family: str,
        youngest: int,
        shared: str | None,
        parent: Someone,
    ) -> Someone:
        age = self._chance.randint(ADULT, max(ADULT, youngest - 22))
        child = self.invent(circle, place, street, family, self._sex(), age, shared)
        relate(self._ledger, parent.id, _word("parent", parent.sex), child.id)
        authority = Authority.WRITTEN if self._chance.random() < 0.3 else None
        relate(self._ledger, child.id, _word("child", child.sex), parent.id, authority)
        return child

    def invent(
        self,
        circle: Circle,
        place: Place,
        street: str,
        family: str,
        sex: str,
        age: int,
        shared: str | None = None,
    ) -> Someone:
        """Somebody with this surname; `shared` is the home number of the household."""
        chance = self._chance
        given = self._free_given(circle, sex, family)
        speaks = circle.language != "en" and chance.random() < 0.4
        return Someone(
            id=PersonId(self._ledger.new_id()),
            given=given,
            family=family,
            sex=sex,
            birth_date=born(
                self._today, age, month=chance.randint(1, 12), day=chance.randint(1, 28)
            ),
            place=place,
            street=street,
            mrn=self.next_mrn(),
            phones=self._phones(place, shared, age),
            email=self._email(given, family) if chance.random() < (0.92 - age / 400) else None,
            language=circle.language if speaks else "en",
            prefers=chance.choice((None,) * 8 + ("mornings", "evenings", "texts")),
            preferred_name=given[:3] if len(given) > 7 and chance.random() < 0.1 else None,
            no_voicemail=chance.random() < 0.05,
        )

    def named(self, one: Someone) -> Someone:
        """Somebody with a story of her own keeps her name and email to herself."""
        self._taken.add(one.name)
        email = one.email or self._email(one.given, one.family)
        return replace(one, email=email, mrn=one.mrn or self.next_mrn())

    def number(self, place: Place) -> str | None:
        return self._numbers.take(place)

    def next_mrn(self) -> str:
        self._mrn += self._chance.randint(1, 37)
        return f"LH-{self._mrn:06d}"

    def _age(self) -> int:
        return min(OLDEST, max(ADULT, round(self._chance.gauss(54, 19))))

    def _sex(self) -> str:
        return "female" if self._chance.random() < 0.56 else "male"

    def _free_given(self, circle: Circle, sex: str, family: str) -> str:
        for _ in range(40):
            given = names.given(self._chance, circle, sex)
            if f"{given} {family}" not in self._taken:
                break
        else:  # a real center has people of one name, too
            given = f"{given} {self._chance.choice('ABCDEFGHJKLMNPRSTVWZ')}."
        self._taken.add(f"{given} {family}")
        return given

    def _phones(self, place: Place, shared: str | None, age: int) -> tuple[tuple[str, str], ...]:
        home = (("home", shared),) if shared else ()
        if shared and self._chance.random() < age / 120:
            return home
        own = self._numbers.take(place)
        if own is None:
            return home
        use = "home" if not shared and self._chance.random() < (age - 50) / 60 else "mobile"
        return (*((use, own),), *home)

    def _email(self, given: str, family: str) -> str:
        base, number = mail_name(given, family), 1
        domain = self._chance.choice(DOMAINS)
        email = f"{base}@{domain}"
        while email in self._taken:
            number += 1
            email = f"{base}{number}@{domain}"
        self._taken.add(email)
        return email


def _word(kind: str, sex: str) -> str:
    words = {"parent": ("mother", "father"), "child": ("daughter", "son")}[kind]
    return words[0] if sex == "female" else words[1]

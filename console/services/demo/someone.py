"""One invented person: what her record holds, written into the ledger as records."""

from dataclasses import dataclass, field
from datetime import date

from console.models.ids import PersonId
from console.models.records import ContactPoint, Identifier, Person, Relationship
from console.models.terms import Authority, ContactSystem
from console.rules import names
from console.rules.phone import display
from console.services.demo.ledger import Ledger
from console.services.demo.places import EASTERN, Place

PHONE_USES = {"mobile": 10, "home": 20, "work": 30}
"""Uses of a number with their rank: the mobile is tried first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """`phones` are (use, E.164), the one to call first; `given` and `family` make the name."""

    id: PersonId
    given: str
    family: str
    sex: str
    birth_date: str
    place: Place
    street: str
    mrn: str
    phones: tuple[tuple[str, str], ...] = ()
    email: str | None = None
    language: str = "en"
    interpreter: bool = False
    prefers: str | None = None
    preferred_name: str | None = None
    other_names: tuple[str, ...] = ()
    no_voicemail: bool = False
    deceased: bool = False
    confidential: bool = field(default=False)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def phone(self) -> str | None:
        return self.phones[0][1] if self.phones else None

    @property
    def first(self) -> str:
        """The name that she goes by."""
        return self.preferred_name or self.given.split()[0]

    @property
    def zone(self) -> str:
        return self.place.zone


def born(today: date, age: int, *, month: int, day: int) -> str:
    """A birth date (ISO) that makes somebody `age` years old today."""
    had_birthday = (month, day) <= (today.month, today.day)
    return date(today.year - age - (0 if had_birthday else 1), month, day).isoformat()


def mail_name(given: str, family: str) -> str:
    """The part of an email before the @: "maria.garcia"."""
    return ".".join(["".join(names.words(given.split()[0])), "".join(names.words(family))])


def write(ledger: Ledger, one: Someone) -> None:
    """The person with contact points and MRN; search keys are made of these later."""
    ledger.record(
        Person,
        id=one.id,
        name=one.name,
        given=one.given,
        family=one.family,
        other_names=list(one.other_names),
        preferred_name=one.preferred_name,
        birth_date=one.birth_date,
        sex=one.sex,
        language=one.language,
        interpreter=one.interpreter,
        zone=one.zone if one.zone != EASTERN else None,
        deceased=one.deceased,
        prefers=one.prefers,
        no_voicemail=one.no_voicemail,
        labels=frozenset(),
    )
    for place, (use, number) in enumerate(one.phones):
        raw = display(number)
        _point(ledger, one, ContactSystem.PHONE, number, raw, use, PHONE_USES[use] + place)
    if one.email:
        _point(ledger, one, ContactSystem.EMAIL, one.email, one.email, "home", 40)
    _point(ledger, one, ContactSystem.ADDRESS, one.street, one.street, "home", 50)
    ledger.record(Identifier, person_id=one.id, system="mrn", kind="mrn", value=one.mrn)


def _point(
    ledger: Ledger,
    one: Someone,
    system: ContactSystem,
    value: str,
    raw: str,
    use: str,
    rank: int,
) -> None:
    """`confidential` names the first number and the email as the only ways to reach her."""
    address = system is ContactSystem.ADDRESS
    ledger.record(
        ContactPoint,
        person_id=one.id,
        system=system,
        use=use,
        raw=raw,
        value=value,
        rank=rank,
        city=one.place.city if address else None,
        state=one.place.state if address else None,
        postal_code=one.place.postal_code if address else None,
        country="US" if address else None,
        confidential=one.confidential and (value == one.phone or value == one.email),
    )


def relate(
    ledger: Ledger,
    person: PersonId,
    kind: str,
    other: PersonId,
    authority: Authority | None = None,
) -> None:
    """`person` is the `kind` of `other`, with that authority over the other's record."""
    ledger.record(
        Relationship,
        person_id=person,
        other_id=other,
        kind=kind,
        authority=authority,
        until=None,
    )

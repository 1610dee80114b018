"""New people, from a call: durable at this desk first, like everything a rep writes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.errors import Refused
from console.models.commands import AddPerson, Command, EnrollmentFact, NewContactPoint
from console.models.ids import (
    CommandId,
    ContactPointId,
    FactId,
    Login,
    PersonId,
    derived_id,
    uuid7,
)
from console.models.terms import ContactSystem
from console.rules import birth_dates, phone
from console.services.outbox import Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What the rep typed, as typed."""

    name: str
    birth_date: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    postal_code: str = ""
    journey: str | None = None


class People:
    """Writes `AddPerson` commands."""

    def __init__(self, outbox: Outbox, clock: Callable[[], datetime], region: str = "US") -> None:
        self._outbox = outbox
        self._clock = clock
        self._region = region

    def add(self, typed: NewPerson, login: Login) -> PersonId:
        """The new person's id, at once; the command is on its way to the shared database.

        Raises Refused without a name, or with a birth date that is none.
        """
        name = " ".join(typed.name.split())
        if not name:
            raise Refused("A new person needs a name. Type what she or he gave.")
        birth_date = birth_dates.parse(typed.birth_date) if typed.birth_date.strip() else None
        if typed.birth_date.strip() and birth_date is None:
            raise Refused("The birth date is not understood. Type it like 9 Jun 1974.")
        person = PersonId(uuid7())
        given, _, family = name.rpartition(" ")
        enrollments: tuple[EnrollmentFact, ...] = ()
        if typed.journey:
            fact = FactId(derived_id(person, "enrollment", typed.journey))
            enrollments = (EnrollmentFact(id=fact, person=person, journey=typed.journey),)
        body = AddPerson(
            person=person,
            name=name,
            given=given,
            family=family,
            birth_date=birth_date,
            language=typed.language.strip() or None,
            contact_points=tuple(self._contact_points(person, typed)),
            enrollments=enrollments,
        )
        command_id = CommandId(derived_id(person, "add"))
        self._outbox.put(Command(id=command_id, author=login, made_at=self._clock(), body=body))
        return person

    def _contact_points(self, person: PersonId, typed: NewPerson) -> list[NewContactPoint]:
        points = []
        if raw := typed.phone.strip():
            parsed = phone.parse(raw, self._region)
            points.append(
                NewContactPoint(
                    id=ContactPointId(derived_id(person, "phone")),
                    system=ContactSystem.PHONE,
                    raw=raw,
                    value=parsed.value if parsed else raw,
                    extension=parsed.extension if parsed else None,
                )
            )
        if raw := typed.email.strip():
            points.append(
                NewContactPoint(
                    id=ContactPointId(derived_id(person, "email")),
                    system=ContactSystem.EMAIL,
                    raw=raw,
                    value=raw.lower(),
                )
            )
        if raw := typed.postal_code.strip():
            points.append(
                NewContactPoint(
                    id=ContactPointId(derived_id(person, "address")),
                    system=ContactSystem.ADDRESS,
                    raw=raw,
                    value=raw,
                    postal_code=raw,
                )
            )
        return points

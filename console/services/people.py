"""New people, from a call: durable at this desk first, like everything a rep writes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.errors import BadField
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
from console.rules import names, phone
from console.services.corrections import birth_date
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

        Raises BadField without a name, or with a birth date that is none or has not come yet.
        """
        name = " ".join(typed.name.split())
        if not name:
            raise BadField("name", "A new person needs a name. Type what she or he gave.")
        born = birth_date(typed.birth_date, self._clock().date())
        person = PersonId(uuid7())
        given, family = names.split(name)
        enrollments: tuple[EnrollmentFact, ...] = ()
        if typed.journey:
            fact = FactId(derived_id(person, "enrollment", typed.journey))
            enrollments = (EnrollmentFact(id=fact, person=person, journey=typed.journey),)
        body = AddPerson(
            person=person,
            name=name,
            given=given,
            family=family,
            birth_date=born,
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

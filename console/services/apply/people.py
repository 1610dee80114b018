"""Applying new people."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from console.models.commands import AddPerson, Command
from console.models.records import ContactPoint, Person
from console.services import search_keys
from console.services.apply.effects import insert_enrollments
from console.services.apply.rows import insert_rows


def add_person(session: Session, command: Command, body: AddPerson) -> None:
    """The person and her contact points, findable at once."""
    insert_rows(
        session,
        Person,
        [
            {
                "id": body.person,
                "name": body.name,
                "given": body.given,
                "family": body.family,
                "birth_date": body.birth_date,
                "language": body.language,
            }
        ],
    )
    insert_rows(
        session,
        ContactPoint,
        ({**asdict(point), "person_id": body.person} for point in body.contact_points),
    )
    insert_enrollments(session, command, body.enrollments)
    search_keys.add(session, body)

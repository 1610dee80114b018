"""What logging a line needs to know of the shared database; without its server, what it can do."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from console.errors import NotFound, Offline, Refused, SchemaMismatch
from console.models.bodies import Library, Script
from console.models.commands import Body
from console.models.ids import CommandId, ContactPointId, PersonId
from console.models.person_facts import PersonFacts
from console.models.publications import Publication
from console.models.records import ContactPoint
from console.models.terms import ContactSystem, PublicationKind
from console.models.views import ContactPointView
from console.services import access, person_facts
from console.services.apply import journal_body
from console.services.publication_files import load_body

if TYPE_CHECKING:
    from console.services.center import Center

T = TypeVar("T")


class LogReads:
    """Reads for one run of `log`. A server found away is not asked again: each try takes seconds.

    Nobody sees what is read here; where opening is the key to reading, it says "log".
    """

    def __init__(self, center: "Center") -> None:
        self._center = center
        self.offline = False

    def library(self) -> Library:
        """Raises Refused when the server is away and this desk has never seen it."""
        try:
            return self._center.library()
        except Offline:
            raise Refused(
                "The server does not answer, and this desk has not seen its outcome codes yet. "
                "Log the lines again when it is back."
            ) from None

    def body(self, command_id: CommandId) -> Body | None:
        """What is logged under this id, at this desk or in the journal."""
        command = self._center.outbox.find(command_id)
        if command is not None:
            return command.body

        def read() -> Body | None:
            with self._center.shared.transaction(writes=False) as session:
                return journal_body(session, command_id)

        return self._asked(read, None)

    def person(self, text: str) -> PersonId:
        """The person with this id or MRN; without the server any id is taken as it is."""
        found = self._asked(lambda: self._center.records.resolve(text), None)
        if found is not None:
            return found
        try:
            return PersonId(UUID(text))
        except ValueError:
            raise Refused(
                "The server does not answer, so nobody can be found by MRN. Name the person by "
                "id, or log the line again later."
            ) from None

    def facts(self, people: Collection[PersonId]) -> dict[PersonId, PersonFacts]:
        """What is known of each; nothing without the server."""

        def read() -> dict[PersonId, PersonFacts]:
            with self._center.shared.transaction(writes=False) as session:
                self._open(session, people)
                return {one: person_facts.read(session, frozenset({one})) for one in people}

        return self._asked(read, {})

    def numbers(self, people: Collection[PersonId]) -> tuple[ContactPointView, ...]:
        """Their phone numbers, to be marked wrong. Raises Refused without the server."""
        query = select(ContactPoint.id, ContactPoint.raw, ContactPoint.value, ContactPoint.wrong)

        def read() -> tuple[ContactPointView, ...]:
            with self._center.shared.transaction(writes=False) as session:
                self._open(session, people)
                rows = session.execute(
                    query.where(
                        ContactPoint.person_id.in_(list(people)),
                        ContactPoint.system == ContactSystem.PHONE,
                        ContactPoint.retired_at.is_(None),
                    )
                )
                return tuple(
                    ContactPointView(
                        id=ContactPointId(row.id),
                        system=ContactSystem.PHONE,
                        use=None,
                        raw=row.raw,
                        value=row.value,
                        wrong=row.wrong,
                    )
                    for row in rows
                )

        points = self._asked(read, None)
        if points is None:
            raise Refused(
                "The server does not answer, so the number cannot be marked wrong on the record. "
                "Log the line again later."
            )
        return points

    def script(self, library: Library, key: str, version: int | None) -> Script:
        """A script in the version that the call went by, the one in force by default."""
        if key not in library.scripts:
            raise NotFound(
                f"There is no script {key[:40]}. List them with: engagement-console publications"
            )
        if version in (None, library.versions.get(f"script:{key}")):
            return library.scripts[key]

        def read() -> Script | None:
            with self._center.shared.transaction(writes=False) as session:
                row = session.get(Publication, (PublicationKind.SCRIPT, key, version))
                body = load_body(PublicationKind.SCRIPT, row.body) if row else None
            return body if isinstance(body, Script) else None

        try:
            found = self._asked(read, None)
        except ValidationError:
            raise SchemaMismatch("This script was published by a newer release.") from None
        if found is None:
            raise NotFound(f"The script {key} has no version {version} here.")
        return found

    def _open(self, session: Session, people: Collection[PersonId]) -> None:
        if people and access.on_server(session):
            center = self._center
            login = center.identity.acting().login
            access.open_people(session, people, login, "log", None, center.clock())

    def _asked(self, question: Callable[[], T], unanswered: T) -> T:
        if self.offline:
            return unanswered
        try:
            return question()
        except Offline:
            self.offline = True
            return unanswered

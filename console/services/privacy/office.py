"""The privacy office's acts, each a command in the journal with who and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.errors import NotFound, Refused
from console.models.bodies import Library
from console.models.commands import (
    Body,
    CloseOpen,
    ClosureFact,
    Command,
    ErasePerson,
    HoldFact,
    PlaceHold,
    RestrictFacts,
)
from console.models.facts import Hold, TouchpointPerson
from console.models.ids import CommandId, FactId, Login, PersonId, uuid7
from console.models.records import Identifier, Person
from console.models.terms import ClosureManner, HoldCause, OpenKind, Role
from console.models.views import StaffView
from console.services.apply import apply
from console.services.apply.erasing import ERASED
from console.services.database import Database
from console.services.open_facts import not_closed, not_void
from console.services.privacy import erasure, restriction

MOST_DUE = 1000


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: rows blanked by table, and what stays and why."""

    person: PersonId
    blanked: dict[str, int]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A prospect whose period is over: nothing happened with her since."""

    person: PersonId
    last: datetime


class Privacy:
    """Acts of one administrator; on an embedded database of whoever works there."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        who: Callable[[], StaffView],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._library = library
        self._who = who
        self._clock = clock

    def hold(self, person: PersonId, reason: str) -> FactId:
        """Places a legal hold: the person is not erased while it is in force."""
        login = self._administrator()
        fact = HoldFact(id=FactId(uuid7()), person=person, cause=HoldCause.LEGAL, note=reason)
        with self._database.transaction() as session:
            self._apply(session, login, PlaceHold(hold=fact))
        return fact.id

    def release(self, person: PersonId, reason: str) -> int:
        """Lifts the legal holds of a person; says how many. Raises NotFound when there is none."""
        login = self._administrator()
        in_force = select(Hold.id).where(
            Hold.person_id == person,
            Hold.cause == HoldCause.LEGAL,
            not_void(Hold.id),
            not_closed(Hold.id),
        )
        with self._database.transaction() as session:
            closures = tuple(
                ClosureFact(
                    id=FactId(uuid7()),
                    target=FactId(hold),
                    target_kind=OpenKind.HOLD,
                    manner=ClosureManner.DONE,
                    note=reason,
                )
                for hold in session.scalars(in_force)
            )
            if not closures:
                raise NotFound("This person is under no legal hold.")
            self._apply(session, login, CloseOpen(closures=closures))
        return len(closures)

    def restrict(self, fact: UUID, reason: str) -> tuple[FactId, ...]:
        """Hides a misfiled fact and what tells of it; gives all that is hidden."""
        login = self._administrator()
        with self._database.transaction() as session:
            facts = restriction.goes_with(session, fact)
            self._apply(session, login, RestrictFacts(facts=facts, why=reason))
        return facts

    def restrictions(self) -> tuple[restriction.Restricted, ...]:
        self._administrator()
        with self._database.transaction(writes=False) as session:
            return restriction.listed(session)

    def erase(self, person: PersonId, reason: str) -> Erased:
        """Blanks a prospect's names, numbers and texts for good.

        Raises Refused for a patient, or while a legal hold is in force.
        """
        login = self._administrator()
        with self._database.transaction() as session:
            plan = erasure.plan(session, person)
            blanked = {
                table: tuple(str(each) for each in sorted(ids))
                for table, ids in sorted(plan.blanked.items())
                if ids
            }
            body = ErasePerson(person=person, reason=reason, blanked=blanked, kept=tuple(plan.kept))
            self._apply(session, login, body)
        counts = {table: len(ids) for table, ids in blanked.items()}
        return Erased(person, counts, tuple(plan.kept))

    def due(self) -> tuple[Due, ...]:
        """Prospects with whom nothing happened for longer than the center keeps them, oldest first.

        Raises NotFound when the center's rules set no period.
        """
        days = self._library().rules.retention.prospect_days
        if days is None:
            raise NotFound(
                "The center's rules set no period for prospects. Publish rules with retention: "
                "prospect_days."
            )
        last = func.max(TouchpointPerson.at)
        patients = select(Identifier.person_id).where(func.lower(Identifier.kind) == "mrn")
        cared_for = select(TouchpointPerson.person_id).where(
            TouchpointPerson.kind.in_(erasure.CARE)
        )
        query = (
            select(TouchpointPerson.person_id, last.label("last"))
            .join(Person, Person.id == TouchpointPerson.person_id)
            .where(
                Person.name != ERASED,
                TouchpointPerson.person_id.not_in(patients),
                TouchpointPerson.person_id.not_in(cared_for),
            )
            .group_by(TouchpointPerson.person_id)
            .having(last < self._clock() - timedelta(days=days))
            .order_by(last)
            .limit(MOST_DUE)
        )
        with self._database.transaction(writes=False) as session:
            return tuple(Due(PersonId(row.person_id), row.last) for row in session.execute(query))

    def _administrator(self) -> Login:
        """Whose act it is; the database's own rights stand behind this word of explanation."""
        who = self._who()
        if not self._database.embedded and who.role is not Role.ADMINISTRATOR:
            raise Refused("Only an administrator may do that. Ask your privacy officer.")
        return who.login

    def _apply(self, session: Session, login: Login, body: Body) -> None:
        now = self._clock()
        command = Command(id=CommandId(uuid7()), author=login, made_at=now, body=body)
        apply(session, command, now)

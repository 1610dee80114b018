"""Invented commands for the tests of whatever takes them in, sends or applies them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from console.models.commands import (
    AddPerson,
    Body,
    CallFact,
    Command,
    ConsentFact,
    Effects,
    LiftStop,
    LogDisposition,
    NewContactPoint,
    RequestStop,
)
from console.models.draft import Draft
from console.models.ids import (
    CallId,
    CommandId,
    ContactPointId,
    FactId,
    Login,
    PersonId,
    uuid7,
)
from console.models.terms import Channel, ConsentAction, ConsentForm, Direction, StopScope
from console.rules import call as rules

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
REP = Login("ada")


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def goes_on(self, **distance: float) -> None:
        self.at += timedelta(**distance)


def command(body: Body, author: Login = REP, made_at: datetime = NOON) -> Command:
    return Command(id=CommandId(uuid7()), author=author, made_at=made_at, body=body)


def call(*about: PersonId, **fields: Any) -> CallFact:
    return CallFact(
        **{
            "id": CallId(uuid7()),
            "direction": Direction.INBOUND,
            "phone": "+19375550137",
            "started_at": NOON - timedelta(minutes=5),
            "answered_at": NOON - timedelta(minutes=4),
            "ended_at": NOON,
            "about": about,
            **fields,
        }
    )


def disposition(*about: PersonId, effects: Effects | None = None, **fields: Any) -> LogDisposition:
    return LogDisposition(
        **{
            "disposition": FactId(uuid7()),
            "call": call(*about),
            "code": "information_given",
            "effects": effects or Effects(),
            **fields,
        }
    )


def new_person(**fields: Any) -> AddPerson:
    point = NewContactPoint(
        id=ContactPointId(uuid7()), system="phone", raw="(937) 555-0137", value="+19375550137"
    )
    return AddPerson(
        **{
            "person": PersonId(uuid7()),
            "name": "Wilma Test",
            "given": "Wilma",
            "family": "Test",
            "birth_date": "1974-06-09",
            "contact_points": (point,),
            **fields,
        }
    )


def revocation(person: PersonId | None, contact: str | None = "+19375550137") -> ConsentFact:
    return ConsentFact(
        id=FactId(uuid7()),
        person=person,
        contact=contact,
        channel=Channel.CALL,
        action=ConsentAction.REVOKED,
        form=ConsentForm.SPOKEN,
        scope=StopScope.NUMBER,
        at=NOON,
    )


def opt_in(person: PersonId | None, *lifts: FactId) -> ConsentFact:
    return ConsentFact(
        id=FactId(uuid7()),
        person=person,
        contact="+19375550137",
        channel=Channel.CALL,
        action=ConsentAction.GIVEN,
        form=ConsentForm.SPOKEN,
        lifts=lifts,
        at=NOON,
        reason="called back",
    )


def stop(person: PersonId | None = None) -> RequestStop:
    return RequestStop(call=None, consents=(revocation(person),))


def lift(stopped: RequestStop) -> LiftStop:
    first = stopped.consents[0]
    return LiftStop(call=None, consents=(opt_in(first.person, first.id),))


def taken_up(parked: tuple[Draft, ...]) -> list[Draft]:
    """Calls that a desk's store gave, each as it was when it was laid aside."""
    return [rules.take_up(one, one.parked_since or NOON) for one in parked]


def draft_of(logged: Command, call_id: UUID | None = None) -> Draft:
    return Draft(
        call_id=CallId(call_id or uuid7()),
        command_id=logged.id,
        login=logged.author,
        direction=Direction.INBOUND,
        started_at=NOON - timedelta(minutes=5),
        ended_at=NOON,
        notes="asked about the clinic",
    )

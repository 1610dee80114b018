"""What the rules know of a person: every fact, narrowly, with consents and what is open."""

from dataclasses import dataclass
from datetime import datetime

from console.models.ids import FactId, PersonId, TouchpointId
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    Direction,
    EnrollmentAction,
    HoldCause,
    OpenKind,
    OutreachClass,
    Purpose,
    StopScope,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened: a touchpoint ("email") or an event of one ("email.opened").

    `ref` is the touchpoint's (content key, service, vaccine), or the event's own (an outcome code
    for "call.outcome"). No title and no text ever comes here.
    """

    id: FactId
    at: datetime
    kind: str
    ref: str
    touchpoint: TouchpointId
    channel: Channel
    direction: Direction
    outreach_class: OutreachClass | None = None


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One entry of the ledger; empty channel or purpose means all."""

    id: FactId
    at: datetime
    action: ConsentAction
    form: ConsentForm
    contact: str | None
    channel: Channel | None
    purpose: Purpose | None
    scope: StopScope | None
    lifts: frozenset[FactId]


@dataclass(frozen=True, slots=True)
class EnrollmentEntry:
    id: FactId
    at: datetime
    journey: str
    track: str | None
    action: EnrollmentAction


@dataclass(frozen=True, slots=True)
class HoldEntry:
    """A hold that is not closed."""

    id: FactId
    at: datetime
    cause: HoldCause
    provisional: bool


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """A callback, promise, inquiry, … that is not closed. `what` is the words promised or asked."""

    id: FactId
    at: datetime
    kind: OpenKind
    due_at: datetime | None
    what: str
    touchpoint: TouchpointId | None = None
    asked_for: bool = False


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything that rules may know. `facts` are sorted by time, oldest first.

    `birth_date` is as precise as known; `states` and `zones` are those of the address on file and
    the stated zone; phone zones are looked up by the rule that needs them.
    """

    people: frozenset[PersonId]
    birth_date: str | None
    deceased: bool
    language: str | None
    zone: str | None
    states: tuple[str, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    confidential: tuple[str, ...]
    wrong: tuple[str, ...]
    facts: tuple[Fact, ...]
    consents: tuple[ConsentEntry, ...]
    enrollments: tuple[EnrollmentEntry, ...]
    holds: tuple[HoldEntry, ...]
    open: tuple[OpenEntry, ...]

"""The draft: everything about a call in progress, held by its call and never by the screen."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from console.models.ids import CallId, CommandId, FactId, Login, PersonId
from console.models.terms import (
    Authority,
    Channel,
    Direction,
    StopScope,
    VerificationItem,
    VerificationState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftVerification:
    """How far a person is verified on this call; what was said is not kept."""

    person: PersonId
    state: VerificationState
    matched: tuple[VerificationItem, ...] = ()
    authority: Authority | None = None
    scope: str | None = None
    until: datetime | None = None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStep:
    """One step answered, read or missed; kinds as in `commands.PathStep`."""

    step: str
    kind: str
    question: str = ""
    value: str = ""
    reason: str = ""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCallback:
    due_at: datetime
    zone: str
    asked_for: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPromise:
    what: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAppointment:
    at: datetime
    place: str = ""
    with_whom: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHandOff:
    to: str
    what: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStop:
    """A stop already written and sent on its own; kept here to be shown and narrowed.

    `person` is whom it was written for; None when only the number was known.
    """

    command: CommandId
    consents: tuple[FactId, ...]
    scope: StopScope
    channel: Channel | None
    at: datetime
    person: PersonId | None = None
    lifted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One call, from its first second to its log.

    `started_at` … `ended_at` are UTC; held time is `hold_seconds` plus, while on hold, the time
    since `held_since`. Time that the ended call lay parked is counted in the same way; it is no
    wrap-up. `about` may be empty: a call about nobody. `command_id` becomes the id of the
    `LogDisposition`, so that logging twice is logging once. `failed_tries` counts by person how
    often what was said did not match. An entry of `sends` is a content key, with "/channel" when
    the rep chose one. `mends` is the entry that was refused, when the call is logged anew.
    """

    call_id: CallId
    command_id: CommandId
    login: Login
    direction: Direction
    phone: str | None = None
    line: str | None = None
    started_at: datetime
    answered_at: datetime | None = None
    held_since: datetime | None = None
    hold_seconds: int = 0
    ended_at: datetime | None = None
    parked_since: datetime | None = None
    parked_seconds: int = 0
    speaking_with: PersonId | None = None
    about: tuple[PersonId, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    callback_id: FactId | None = None
    verification: tuple[DraftVerification, ...] = ()
    failed_tries: dict[str, int] = field(default_factory=dict)
    journey: str | None = None
    stage: str | None = None
    script: str | None = None
    script_version: int | None = None
    step: str | None = None
    path: tuple[DraftStep, ...] = ()
    code: str | None = None
    reason: str | None = None
    notes: str = ""
    stops: tuple[DraftStop, ...] = ()
    callback: DraftCallback | None = None
    promises: tuple[DraftPromise, ...] = ()
    appointment: DraftAppointment | None = None
    sends: tuple[str, ...] = ()
    unmet_need: str = ""
    complaint: str = ""
    hand_off: DraftHandOff | None = None
    escalated_at: datetime | None = None
    versions: dict[str, int] = field(default_factory=dict)
    answers_inquiry: UUID | None = None
    mends: CommandId | None = None

    def verification_of(self, person: PersonId | None) -> DraftVerification | None:
        """The latest verification of `person` on this call, if any."""
        found = [entry for entry in self.verification if entry.person == person]
        return found[-1] if found else None

"""Commands: what a rep, an import or the worker writes. Frozen, complete, judged at the desk.

When you add one: a frozen dataclass here, an entry in `BODIES`, a handler in `services/apply`.
All times are aware and UTC; all ids were made by whoever made the command, so that applying it
twice inserts the same rows.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from console.models.ids import (
    CallId,
    CommandId,
    ContactPointId,
    FactId,
    Login,
    PersonId,
    RelationshipId,
)
from console.models.terms import (
    Authority,
    Channel,
    ClosureManner,
    ConsentAction,
    ConsentForm,
    Direction,
    EnrollmentAction,
    HoldCause,
    ImportState,
    Label,
    OpenKind,
    OutreachClass,
    PublicationKind,
    Purpose,
    Readiness,
    RecordKind,
    StopScope,
    VerificationItem,
    VerificationState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFact:
    """One entry for the consent ledger; `lifts` names the revocations that an opt-in lifts."""

    id: FactId
    person: PersonId | None
    contact: str | None = None
    channel: Channel | None = None
    purpose: Purpose | None = None
    action: ConsentAction
    form: ConsentForm
    scope: StopScope | None = None
    lifts: tuple[FactId, ...] = ()
    at: datetime
    evidence: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackFact:
    """`due_at` is UTC; `zone` (IANA) is the person's, in which it was promised."""

    id: FactId
    person: PersonId | None
    phone: str | None
    due_at: datetime
    zone: str
    asked_for: bool
    owner: Login
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFact:
    id: FactId
    person: PersonId | None
    what: str
    due_at: datetime
    owner: Login


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentFact:
    """Becomes a touchpoint of kind appointment with the event booked."""

    id: FactId
    person: PersonId
    at: datetime
    place: str = ""
    with_whom: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFact:
    """A content piece to be sent; becomes a touchpoint with the event queued."""

    id: FactId
    person: PersonId
    content: str
    version: int
    title: str
    channel: Channel
    outreach_class: OutreachClass
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetNeedFact:
    id: FactId
    person: PersonId | None
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffFact:
    id: FactId
    person: PersonId | None
    to: str
    what: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFact:
    id: FactId
    person: PersonId | None
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFact:
    id: FactId
    person: PersonId
    cause: HoldCause
    provisional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentFact:
    id: FactId
    person: PersonId
    journey: str
    track: str | None = None
    action: EnrollmentAction = EnrollmentAction.ENROLLED
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureFact:
    """Closes an open fact: the callback this call was, the inquiry it answered, a promise kept."""

    id: FactId
    target: FactId
    target_kind: OpenKind
    manner: ClosureManner
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What a disposition brings besides itself, as facts decided at the desk."""

    consents: tuple[ConsentFact, ...] = ()
    callbacks: tuple[CallbackFact, ...] = ()
    promises: tuple[PromiseFact, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()
    sends: tuple[SendFact, ...] = ()
    unmet_needs: tuple[UnmetNeedFact, ...] = ()
    hand_offs: tuple[HandOffFact, ...] = ()
    complaints: tuple[ComplaintFact, ...] = ()
    holds: tuple[HoldFact, ...] = ()
    enrollments: tuple[EnrollmentFact, ...] = ()
    closures: tuple[ClosureFact, ...] = ()
    wrong_contacts: tuple[ContactPointId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFact:
    """The call itself. `phone` is E.164 where it can be, else the digits; seconds are whole."""

    id: CallId
    direction: Direction
    phone: str | None
    line: str | None = None
    started_at: datetime
    answered_at: datetime | None
    ended_at: datetime
    hold_seconds: int = 0
    wrap_up_seconds: int = 0
    speaking_with: PersonId | None = None
    about: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationFact:
    """What was matched about whom; never what was said."""

    id: FactId
    person: PersonId
    state: VerificationState
    matched: tuple[VerificationItem, ...] = ()
    authority: Authority | None = None
    scope: str | None = None
    until: datetime | None = None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One step of the path through the script.

    `kind`: "answer" (value is the label chosen or text), "read" or "missed" (a required statement;
    `reason` says why it was missed) or "script" (`step` is the script that the walk goes on in).
    """

    id: FactId
    step: str
    kind: str
    question: str = ""
    value: str = ""
    reason: str = ""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDisposition:
    """Outcome, notes, answers and effects of one call, with what the rep saw.

    `versions` holds the publications in force: {"codes": 1, "playbook:flu-season": 2, …}.
    `zone` (IANA) is the center's: it decides on which local day things are counted.
    `request_sha` tells two different requests with one id apart (the command line's `id`).
    `mends` names the entry that this one stands for, which was refused and never applied.
    """

    disposition: FactId
    call: CallFact
    code: str
    reason: str | None = None
    notes: str = ""
    journey: str | None = None
    stage: str | None = None
    script: str | None = None
    versions: dict[str, int] = field(default_factory=dict)
    verification: tuple[VerificationFact, ...] = ()
    path: tuple[PathStep, ...] = ()
    effects: Effects = Effects()
    zone: str = "UTC"
    request_sha: str | None = None
    labels: frozenset[Label] = frozenset()
    mends: CommandId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestStop:
    """A stop request: in force on the keypress, sent before anything else."""

    call: CallId | None
    consents: tuple[ConsentFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftStop:
    """Takes a stop back or narrows it: opt-ins that name what they lift, with the reason."""

    call: CallId | None
    consents: tuple[ConsentFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContactPoint:
    """As typed (`raw`) and as understood (`value`: E.164, lower-case email, address line)."""

    id: ContactPointId
    system: str
    raw: str
    value: str
    use: str | None = None
    extension: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Somebody new, from a call. `birth_date` is ISO, as precise as known."""

    person: PersonId
    name: str
    given: str = ""
    family: str = ""
    birth_date: str | None = None
    language: str | None = None
    contact_points: tuple[NewContactPoint, ...] = ()
    enrollments: tuple[EnrollmentFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of a record: what it said when it was changed (`old`), and what it shall say.

    Values as JSON has them; times and days in ISO 8601. `target` is the row's id.
    """

    id: FactId
    record: RecordKind
    target: UUID
    field: str
    old: str | bool | int | None
    new: str | bool | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPerson:
    """Corrects fields of a person, her contact points and relationships, each for itself.

    A field that no longer says `old` is left, and what was wanted is kept beside what was found.
    `settles` names collisions that this correction decides.
    """

    person: PersonId
    changes: tuple[Change, ...]
    call: CallId | None = None
    settles: tuple[FactId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddContactPoint:
    """`changes` says for the history what came: one field, from nothing."""

    person: PersonId
    point: NewContactPoint
    changes: tuple[Change, ...]
    call: CallId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireContactPoint:
    """A contact point is used no more and finds nobody any more; it stays on record."""

    person: PersonId
    changes: tuple[Change, ...]
    call: CallId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelationship:
    """`other` is the `kind` of the person corrected ("daughter"), with authority over her record.

    `until` is the last day, ISO.
    """

    id: RelationshipId
    other: PersonId
    kind: str
    authority: Authority | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRelationship:
    """`changes` as in `AddContactPoint`."""

    person: PersonId
    relationship: NewRelationship
    changes: tuple[Change, ...]
    call: CallId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendDisposition:
    """Voids facts and brings new ones; the old ones stay readable. `disposition` is the new one."""

    amends: FactId
    why: str
    voids: tuple[FactId, ...]
    disposition: LogDisposition


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOpen:
    """Closes open facts outside a call: a callback cancelled, a promise kept, a hold lifted."""

    closures: tuple[ClosureFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHold:
    """A hold placed outside a call, such as a legal one; lifted by closing it."""

    hold: HoldFact


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictFacts:
    """Misfiled facts are nobody's to see any more; who did it and why stays on record."""

    facts: tuple[FactId, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasePerson:
    """A prospect is erased where law asks for it: texts, names and payloads are blanked.

    `blanked` names the facts by table, `kept` says what stays and why.
    """

    person: PersonId
    reason: str
    blanked: dict[str, tuple[str, ...]]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """One version of one publication; the version number is given when applied."""

    kind: PublicationKind
    key: str
    body: dict[str, Any]
    sha: str
    note: str = ""
    effective_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginImport:
    """An import begins; its id is this command's. `files` without folders, `size` in bytes.

    `mark` is the same for the same files read in the same way.
    """

    format: str
    files: tuple[str, ...]
    size: int
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """What one batch of an import brought; the import writes its rows itself.

    `part_of` is the import, `seq` counts its batches.
    """

    source: str
    place: str
    counts: dict[str, int] = field(default_factory=dict)
    part_of: CommandId | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoBatch:
    """Undoes one batch of an import: facts are voided, records are as before where nobody changed
    them since. `stops`: revocations, too, which otherwise stay.
    """

    part_of: CommandId
    batch: CommandId
    seq: int
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndImport:
    """An import ended, paused, or is (being) undone, with its counts; `seq` counts these."""

    part_of: CommandId
    seq: int
    state: ImportState
    counts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReadiness:
    """The author is ready, or not for a published reason, from when the command was made."""

    id: FactId
    state: Readiness
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardEntry:
    """An entry that could not be applied is given up: whose and what it was, and why.

    `sha` is its payload's hash; what it said is told by no other record.
    """

    entry: CommandId
    kind: str
    author: Login
    made_at: datetime
    sha: str
    reason: str


Body = (
    LogDisposition
    | RequestStop
    | LiftStop
    | AddPerson
    | CorrectPerson
    | AddContactPoint
    | RetireContactPoint
    | AddRelationship
    | AmendDisposition
    | CloseOpen
    | PlaceHold
    | RestrictFacts
    | ErasePerson
    | Publish
    | BeginImport
    | ImportBatch
    | UndoBatch
    | EndImport
    | DiscardEntry
    | ChangeReadiness
)

BODIES: dict[str, type[Any]] = {
    body.__name__: body
    for body in (
        LogDisposition,
        RequestStop,
        LiftStop,
        AddPerson,
        CorrectPerson,
        AddContactPoint,
        RetireContactPoint,
        AddRelationship,
        AmendDisposition,
        CloseOpen,
        PlaceHold,
        RestrictFacts,
        ErasePerson,
        Publish,
        BeginImport,
        ImportBatch,
        UndoBatch,
        EndImport,
        DiscardEntry,
        ChangeReadiness,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A body with its id, its author and when it was made at the desk."""

    id: CommandId
    author: Login
    made_at: datetime
    body: Body

    @property
    def kind(self) -> str:
        return type(self.body).__name__

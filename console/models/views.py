"""Views: what services give and widgets show. Frozen; no session, mapped row or lazy attribute.

Times are aware and UTC; the screen puts them into the person's zone. Text for people is made by
the screen; what is here comes from records, facts and publications as it stands.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
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
    TouchpointId,
)
from console.models.person_facts import PersonFacts
from console.models.terms import (
    Authority,
    Channel,
    ContactSystem,
    Direction,
    EntryState,
    HoldCause,
    ImportState,
    OpenKind,
    OutreachClass,
    Part,
    Purpose,
    RecordKind,
    Role,
    Stage,
    TouchpointKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    login: Login
    name: str
    role: Role
    team: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One person found. `matched` says by: phone, phone_suffix, name, birth_date, mrn, email."""

    person: PersonId
    name: str
    initials: str
    birth_date: str | None
    age: int | None
    place: str
    mrn: str | None
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    matched: tuple[str, ...]
    score: float
    deceased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to one lookup, best first; `more` when the limit cut it."""

    query: str
    results: tuple[Match, ...]
    more: bool
    elapsed_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPointView:
    id: ContactPointId
    system: ContactSystem
    use: str | None
    raw: str
    value: str
    extension: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    confidential: bool = False
    wrong: bool = False
    no_service: bool = False
    no_voicemail: bool = False
    rank: int = 100
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipView:
    """`person` is the `kind` of the one shown ("daughter"), with `authority` over that record."""

    person: PersonId
    name: str
    kind: str
    authority: Authority | None
    until: date | None = None
    id: RelationshipId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView:
    """The state of one channel. `state` is agreed, stopped or not_asked."""

    channel: Channel
    state: str
    purposes: tuple[Purpose, ...]
    since: datetime | None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    id: FactId
    cause: HoldCause
    provisional: bool
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """An open callback, promise, inquiry, hand-off, … of this person."""

    id: FactId
    kind: OpenKind
    at: datetime
    due_at: datetime | None
    what: str
    owner: str | None = None
    touchpoint: TouchpointId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReached:
    stage: Stage
    at: datetime
    because: tuple[TouchpointId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyView:
    """Where the person stands: `reached` holds each stage passed, in order, the last is current."""

    journey: str
    title: str
    track: str | None
    stage: Stage
    since: datetime
    why: str
    goal_days: int | None
    reached: tuple[StageReached, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """Marketing outreach of the last seven days against the weekly cap."""

    used: int
    cap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningLine:
    """One of the four lines: `kind` is why, sent, did or promised. `link` names its touchpoint.

    `masked` stands in for `text` until the person is verified: counts and days, no titles.
    """

    kind: str
    text: str
    link_text: str = ""
    link_at: datetime | None = None
    touchpoint: TouchpointId | None = None
    masked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is advised, and the touchpoints that it rests on, newest first."""

    text: str
    touchpoints: tuple[TouchpointId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepView:
    """What the rep is advised to do now. `blocked_by`: sentences on what holds it back, if any."""

    id: str
    journey: str
    stage: Stage
    prompt: str
    action: str
    channel: Channel | None
    script: str | None
    content: str | None
    outreach_class: OutreachClass
    reasons: tuple[Reason, ...]
    blocked_by: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    rank: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CareView:
    """A plan, team, coverage, episode or flag in force; `line` says where and with whom."""

    touchpoint: TouchpointId
    kind: TouchpointKind
    since: datetime
    title: str
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person as the header shows it. `retired_points` are contact points used no more."""

    person: PersonId
    name: str
    preferred_name: str | None
    initials: str
    birth_date: str | None
    age: int | None
    sex: str | None
    deceased: bool
    language: str | None
    interpreter: bool
    zone: str
    place: str
    prefers: str | None
    no_voicemail: bool
    mrn: str | None
    revision: int
    given: str = ""
    family: str = ""
    contact_points: tuple[ContactPointView, ...] = ()
    retired_points: tuple[ContactPointView, ...] = ()
    relationships: tuple[RelationshipView, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    holds: tuple[HoldView, ...] = ()
    open: tuple[OpenView, ...] = ()
    journeys: tuple[JourneyView, ...] = ()
    pressure: Pressure = Pressure(used=0, cap=0)
    alerts: tuple[str, ...] = ()
    openings: tuple[OpeningLine, ...] = ()
    care: tuple[CareView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What became of a touchpoint. `key` is an `EventKind` value, "stopped", or an outcome code.

    `tone` is ok, warn, bad, info or neutral; `label` is there when a publication named it.
    """

    key: str
    tone: str
    label: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One row of the timeline. `queued` marks what lies ahead: sends, appointments."""

    id: TouchpointId
    at: datetime
    channel: Channel
    direction: Direction
    kind: TouchpointKind
    part: Part
    title: str
    summary: str
    status: Status | None
    content: str
    campaign: str
    by: str
    queued: bool = False
    talk_seconds: int | None = None
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """A word sought, folded; `kinds` are those whose names on the screen hold it."""

    word: str
    kinds: frozenset[TouchpointKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """`sought`: every one of these words, wherever it stands in a touchpoint."""

    channel: Channel | None = None
    from_them: bool = False
    content_sent: bool = False
    sought: tuple[Sought, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Newest first. `before` continues, None at the end; counts are of everything.

    `after` continues a page that was asked for upward, None at the newest. `found`: how many
    touchpoints there are of a filter with words.
    """

    entries: tuple[TimelineEntry, ...]
    before: tuple[datetime, UUID] | None
    after: tuple[datetime, UUID] | None = None
    found: int | None = None
    total: int = 0
    since: datetime | None = None
    counts: dict[Channel, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """What opening a record gives, in one read: header, facts for the rules, first page."""

    view: PersonView
    facts: PersonFacts
    timeline: TimelinePage
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """Who works on an item and until when; `token` proves that a claim is one's own, and newest."""

    target: FactId
    holder: Login
    token: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackView:
    """A callback due; `person` None is somebody unknown at `phone`.

    `claim`: somebody works on it now. The names are those of its owner and of who claimed it.
    """

    id: FactId
    person: PersonId | None
    name: str
    phone: str | None
    due_at: datetime
    zone: str
    asked_for: bool
    note: str
    owner: Login
    owner_name: str = ""
    claim: ClaimView | None = None
    holder_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionRow:
    """One line of the supervisor's list. `people` are the names of whom the call was about."""

    id: FactId
    call: CallId
    at: datetime
    login: Login
    rep: str
    people: tuple[tuple[PersonId, str], ...]
    code: str
    code_label: str
    tone: str
    reason: str | None
    effects: tuple[str, ...]
    direction: Direction
    talk_seconds: int
    journey: str | None
    stage: Stage | None
    to_check: tuple[str, ...] = ()
    amended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView:
    step: str
    kind: str
    question: str
    value: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationView:
    person: PersonId
    name: str
    state: str
    matched: tuple[str, ...]
    authority: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectView:
    """One effect of a disposition: `kind` as in the bar, `text` as recorded, `at` when due."""

    kind: str
    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionDetail:
    """One disposition opened: the call, the script's path, effects, timeline then."""

    row: DispositionRow
    started_at: datetime
    answered_at: datetime | None
    ended_at: datetime
    hold_seconds: int
    wrap_up_seconds: int
    phone: str | None
    notes: str
    script: str | None
    versions: dict[str, int]
    verification: tuple[VerificationView, ...]
    path: tuple[PathView, ...]
    effects: tuple[EffectView, ...]
    timeline: tuple[TimelineEntry, ...]
    script_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionFilter:
    """`day` is the center's local day (ISO); None for any. Empty fields do not filter."""

    day: str | None = None
    login: Login | None = None
    code: str | None = None
    journey: str | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFigures:
    """Sums of all calls that fit a filter; `attempts` to `booked` are of outbound calls.

    `handled_seconds`: talk, hold and wrap-up of all `calls` together.
    """

    attempts: int = 0
    reached: int = 0
    right_party: int = 0
    booked: int = 0
    calls: int = 0
    handled_seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionPage:
    rows: tuple[DispositionRow, ...]
    before: tuple[datetime, UUID] | None
    total: int
    outbound: int
    inbound: int
    figures: ReviewFigures = ReviewFigures()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChoices:
    """What the supervisor's list can be filtered by: (key, words) each, in the order shown."""

    reps: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    journeys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCounts:
    pending: int = 0
    sending: int = 0
    acked: int = 0
    held: int = 0
    quarantined: int = 0
    conflict: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxEntryView:
    id: UUID
    kind: str
    state: str
    tries: int
    error: str | None
    author: Login
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxView:
    counts: OutboxCounts
    entries: tuple[OutboxEntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryContent:
    """What an entry said, as far as it helps to recognize it: of a call its outcome and notes."""

    author: Login
    at: datetime
    phone: str | None = None
    code: str | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChangeView:
    """One line of a record's history. `about` is the contact point or person it is about.

    `by` is a staff member's name, else the login. `held`: it collided with `found`, and the record
    stayed as it was. `source`: "desk", or that of an import.
    """

    id: FactId
    record: RecordKind
    field: str
    old: str | bool | int | None
    new: str | bool | int | None
    at: datetime
    by: str
    source: str
    about: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CollisionView:
    """A correction of mine that found another value (`found`) than I had seen (`old`).

    `name` and `about` are empty when the record is not open to me any more; `by`, `by_name`
    and `at` are of whoever changed it meanwhile, as far as that is known. `parts`: of a name, its
    given and family names that collided with it and are decided with it.
    """

    id: FactId
    person: PersonId
    name: str
    record: RecordKind
    target: UUID
    field: str
    old: str | bool | int | None
    new: str | bool | int | None
    found: str | bool | int | None
    made_at: datetime
    author: Login
    about: str = ""
    by: Login | None = None
    by_name: str = ""
    at: datetime | None = None
    parts: "tuple[CollisionView, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StuckEntry:
    """An entry that waits for somebody to act. `kind` and `state` as in the outbox.

    `content` is None when it is another's to read. `standing` is what the shared database has under
    the same id, in conflict. `mendable`: the call can be opened, corrected and logged anew.
    """

    id: CommandId
    kind: str
    state: EntryState
    author: Login
    made_at: datetime
    error: str
    content: EntryContent | None = None
    standing: EntryContent | None = None
    mendable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StuckView:
    """`collisions`: corrections of mine to decide. `others`: whose entries wait at this desk until
    they sign in, and how many.
    """

    entries: tuple[StuckEntry, ...] = ()
    collisions: tuple[CollisionView, ...] = ()
    others: tuple[tuple[Login, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What one round of sending did. `offline` says why nothing could be sent, else None.

    `again`: of those sent, what the server had acknowledged before and then lost. `wrong_server`:
    a server answers that nothing may be sent to.
    """

    sent: int = 0
    again: int = 0
    confirmed: int = 0
    still_pending: int = 0
    held: int = 0
    quarantined: int = 0
    conflict: int = 0
    seconds: float = 0.0
    offline: str | None = None
    wrong_server: bool = False


LATE_SECONDS = 120.0
"""From here on a lag is worth a word at a screen."""


@dataclass(frozen=True, slots=True)
class JobLag:
    """`as_of`: when its last whole run began, None before the first.

    `behind`: for how many seconds something has waited for the job, 0 when nothing does.
    """

    name: str
    as_of: datetime | None
    behind: float
    error: str | None = None

    @property
    def late(self) -> bool:
        return self.behind > LATE_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """One import as its record tells it.

    `files` are names without folders, `size` is in bytes. `counts` are those of its report, with
    `reasons` of rejections by how often; `undone` are those of its undoing. `changed_at` is when
    it last said how far it is; None while it never did: it runs, or was cut off. `name` is that of
    `by`; `mark` is one for the same files read in the same way.
    """

    id: CommandId
    at: datetime
    by: Login
    name: str
    format: str
    files: tuple[str, ...]
    size: int
    mark: str
    state: ImportState
    changed_at: datetime | None
    counts: dict[str, Any]
    undone: dict[str, int]

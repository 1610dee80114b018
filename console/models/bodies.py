"""Publication bodies: what playbooks, scripts, content, codes and rules may say.

Plain frozen dataclasses; `services/publications` validates files against them (unknown fields are
refused) and gives line numbers. When you add a field: give it a default, so that versions already
published still load.
"""

from dataclasses import dataclass, field
from typing import Any

from console.models.terms import Channel, Direction, HoldCause, Label, OutreachClass, Stage

STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Holds when a fact of the person matches.

    `fact` and `ref` are shell patterns over `Fact.kind` ("email.*") and `Fact.ref` ("flu-*"); "|"
    parts alternatives, case is ignored. `within_days`: younger than that; `after_days`: at least
    that old. `channel` and `direction` narrow further. `without` names kinds that the same
    touchpoint must not have as well ("appointment.cancelled"). With `ahead` the fact lies after
    now (an appointment to come), and both day limits count forward.
    """

    __pydantic_config__ = STRICT

    fact: str
    ref: str = "*"
    within_days: int | None = None
    after_days: int | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    without: tuple[str, ...] = ()
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRule:
    """A stage is reached at the earliest fact since enrollment that matches any condition.

    The first stage is reached by enrollment itself. `goal_days`: how long people should stay.
    With `after`, only facts later than that stage's own count: follow-up comes after the visit.
    """

    __pydantic_config__ = STRICT

    stage: Stage
    title: str
    why: str
    goal_days: int | None = None
    reached_when: tuple[Condition, ...] = ()
    after: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepRule:
    """One thing that may be advised.

    Applies at `stages` when every condition of `when` holds and none of `unless`, to ages between
    `age_from` and `age_to` (years). `action` is what the button does: book, send, ask, offer, call
    or say. `channel` and `outreach_class` decide whether it is permitted now. `why` is the reason
    shown; the touchpoints behind `when` are its evidence, and `{{day}}` and `{{months}}` in it are
    the day of the fact behind the first of them ("tomorrow") and its age in whole months ("seven").
    `tracks`: only for people on one of them.
    """

    __pydantic_config__ = STRICT

    id: str
    stages: tuple[Stage, ...]
    prompt: str
    why: str
    action: str
    channel: Channel | None = None
    outreach_class: OutreachClass = OutreachClass.TREATMENT
    script: str | None = None
    content: str | None = None
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    rank: int = 100
    tracks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptChoice:
    """Which script a call gets: the first choice that fits stage, direction and `when` (all)."""

    __pydantic_config__ = STRICT

    script: str
    stages: tuple[Stage, ...] = ()
    direction: Direction | None = None
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """A journey: how stages are reached, which next steps apply, which scripts go with them.

    `purpose_line` completes "Worklist …" and "why this call" (the title when empty); `mindset` is
    patient or consumer. `tracks` are the variants that a person may choose. A fact up to
    `lead_hours` before enrollment counts: it is what led to it. A hold for a cause in `ends_on`
    ends the journey at once, before any other rule.
    """

    __pydantic_config__ = STRICT

    key: str
    title: str
    description: str = ""
    mindset: str = "patient"
    stages: tuple[StageRule, ...]
    next_steps: tuple[NextStepRule, ...] = ()
    scripts: tuple[ScriptChoice, ...] = ()
    purpose_line: str = ""
    tracks: tuple[str, ...] = ()
    lead_hours: int = 24
    ends_on: tuple[HoldCause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer. `next` overrides the step's; `proposes` is an outcome code that it suggests.

    `effect` opens a key's sheet: callback, promise, appointment, send, unmet_need, hand_off,
    complaint, stop or escalate. `time` is what its sheet begins with, as a rep types it ("tomorrow
    10:40"), where the answer itself says when.
    """

    __pydantic_config__ = STRICT

    label: str
    next: str | None = None
    proposes: str | None = None
    effect: str | None = None
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: read-aloud text, a required statement, a question with answers.

    `{{field}}` merges an allowed field. `kind` of the answer: choice, text or none. A step without
    question goes on with `next`; `next` None ends the script.
    """

    __pydantic_config__ = STRICT

    id: str
    say: str = ""
    required: str = ""
    question: str = ""
    kind: str = "choice"
    options: tuple[Option, ...] = ()
    next: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What the rep says and asks. `first` is the first step's id, the first listed by default."""

    __pydantic_config__ = STRICT

    key: str
    title: str
    language: str = "en"
    steps: tuple[Step, ...]
    first: str | None = None
    voicemail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """An approved item of the library. `say` is how to put it into words on the line."""

    __pydantic_config__ = STRICT

    key: str
    title: str
    topic: str = ""
    channels: tuple[Channel, ...]
    language: str = "en"
    outreach_class: OutreachClass = OutreachClass.TREATMENT
    labels: frozenset[Label] = frozenset()
    pages: int | None = None
    summary: str = ""
    say: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCode:
    """One outcome. `needs` lists what must be there: reason, notes, appointment, callback, …

    `reached`: somebody was reached; `right_party`: the person or who may speak for her, verified.
    `digit_inbound` and `digit_outbound` (1 to 8) pick it right after hang-up. `system` codes are
    never picked by a rep. `closes`: an inquiry being answered is closed by this outcome.
    """

    __pydantic_config__ = STRICT

    code: str
    label: str
    group: str
    tone: str = "neutral"
    reached: bool = False
    right_party: bool = False
    needs: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    digit_inbound: int | None = None
    digit_outbound: int | None = None
    system: bool = False
    closes: bool = False
    hold: str | None = None
    marks_wrong_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The outcome codes of a center; groups in the order shown."""

    __pydantic_config__ = STRICT

    key: str = "outcomes"
    groups: tuple[str, ...]
    codes: tuple[OutcomeCode, ...]

    def find(self, code: str) -> OutcomeCode | None:
        return next((entry for entry in self.codes if entry.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Local hours in which outreach may happen, "08:00" to "21:00"; days 1 (Monday) to 7."""

    __pydantic_config__ = STRICT

    start: str = "08:00"
    end: str = "21:00"
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """How many touchpoints of a class a person may get; `act` is block or warn."""

    __pydantic_config__ = STRICT

    a_day: int | None = None
    a_week: int | None = None
    act: str = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A phone line of the center: its published number and the script of who rings there."""

    __pydantic_config__ = STRICT

    key: str
    title: str
    number: str
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long what is kept of whom; None keeps for ever.

    `prospect_days`: a prospect with whom nothing happened for so long is listed for erasure.
    """

    __pydantic_config__ = STRICT

    prospect_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A center's calling rules and words; every legal value names its source.

    `claim_minutes` (at most 60): how long what a rep took is hers without a sign of life.
    `callback_grace_minutes`: a callback as late as that is shown to all of its owner's team.
    `not_ready`: the reasons for which a rep may be not ready, at most nine, the usual one first.
    """

    __pydantic_config__ = STRICT

    key: str = "center"
    organization: str
    zone: str = "America/New_York"
    region: str = "US"
    lines: tuple[Line, ...]
    outbound_script: str
    hours: dict[OutreachClass, Hours] = field(default_factory=dict)
    state_hours: dict[str, Hours] = field(default_factory=dict)
    state_zones: dict[str, tuple[str, ...]] = field(default_factory=dict)
    caps: dict[OutreachClass, Cap] = field(default_factory=dict)
    unanswered_counts: bool = True
    stop_phrases: tuple[str, ...] = ()
    goes_on_after_stop: tuple[str, ...] = ()
    escalation: tuple[str, ...] = ()
    max_verify_tries: int = 3
    majority_age: int = 18
    answered_callback_minutes: int = 15
    claim_minutes: int = 15
    callback_grace_minutes: int = 15
    not_ready: tuple[str, ...] = (
        "Break",
        "Lunch",
        "Meeting",
        "Training",
        "Coaching",
        "Paperwork",
        "Technical problem",
    )
    retention: Retention = Retention()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The publications in force at one instant; `versions` by "kind:key"."""

    playbooks: dict[str, Playbook]
    scripts: dict[str, Script]
    contents: dict[str, Content]
    codes: Codes
    rules: Rules
    versions: dict[str, int]

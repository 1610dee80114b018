"""What the disposition bar and its sheets show and tell: plain frozen values."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from console.models.terms import Channel

EFFECTS = (
    "callback",
    "promise",
    "appointment",
    "send",
    "unmet_need",
    "hand_off",
    "complaint",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectState:
    """An effect's chip: attached or not, with what exactly; `off` says why it cannot be."""

    kind: str
    detail: str = ""
    chosen: bool = False
    off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """The bar of one call; another `call` takes over its notes, the same one leaves them alone.

    `off` closes the whole bar and says why; `missing` stands by the Log button; `reason_off` says
    why no reason is asked for.
    """

    call: Hashable = None
    effects: tuple[EffectState, ...] = ()
    code: str = ""
    proposed: bool = False
    hint: str = ""
    hint_icon: str = "circle-check"
    reasons: tuple[str, ...] = ()
    reason: str = ""
    reason_off: str = ""
    notes: str = ""
    note_label: str = ""
    missing: str = ""
    off: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that must be there to log: where, and the sentence that says so."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendChoice:
    """A content piece that may be sent over a channel; `off` says why not."""

    content: str
    title: str
    channel: Channel
    about: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectContext:
    """What the sheets need to know: `now` aware; zones are IANA names, the person's and mine.

    `at` is the time that the answer in the guide named, where nothing was entered before.
    """

    now: datetime
    zone: str
    my_zone: str
    at: datetime | None = None
    contents: tuple[SendChoice, ...] = ()
    teams: tuple[str, ...] = ()

"""What is known of one touchpoint: as services give it and the detail beside the timeline shows it.

Times are aware UTC; names are those of people who work here, where they are known.
"""

from dataclasses import dataclass, field
from datetime import datetime

from console.models.views import EffectView, PathView, TimelineEntry, VerificationView


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that happened to it; `label` names an outcome, `voided` says why it counts no more.

    `kind` is an `EventKind`.
    """

    kind: str
    at: datetime
    label: str = ""
    detail: str = ""
    voided: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A disposition that counts no more: as it was logged, and who voided it, when and why."""

    code_label: str
    notes: str
    logged_at: datetime
    logged_by: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """How a call went. Its ways to reach somebody are as dialed; seconds are whole.

    `code_label` is empty for a call of which no disposition stands.
    """

    started_at: datetime
    answered_at: datetime | None
    ended_at: datetime
    hold_seconds: int
    phone: str | None
    code_label: str
    reason: str | None
    notes: str
    script_title: str
    script_version: int | None
    verification: tuple[VerificationView, ...]
    path: tuple[PathView, ...]
    effects: tuple[EffectView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtView:
    """The import that brought it: `files` are names without folders."""

    at: datetime
    by: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointDetail:
    """Everything told of a touchpoint; of one in which a person spoke for somebody else, the entry.

    `content` is the title of the piece sent, `version` of which. `logged_by` is whose command
    brought it, `made_at` and `received_at` when at the desk and at the shared database; None where
    it is not told.
    """

    entry: TimelineEntry
    content: str = ""
    version: int | None = None
    place: str = ""
    with_whom: str = ""
    logged_by: str = ""
    made_at: datetime | None = None
    received_at: datetime | None = None
    events: tuple[EventView, ...] = ()
    call: CallView | None = None
    corrections: tuple[CorrectionView, ...] = field(default=())
    brought: BroughtView | None = None

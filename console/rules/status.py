"""What became of a touchpoint: its status from its events, whatever order they came in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from console.models.bodies import Codes
from console.models.terms import EventKind, TouchpointKind
from console.models.views import Status

STOPPED = "stopped"

# The strongest sign decides, not the latest: an email that was opened did arrive, though a bounce
# was reported afterwards, and one that bounced did not, though a server had taken it.
STRENGTH = (
    EventKind.COMPLAINED,
    EventKind.UNSUBSCRIBED,
    EventKind.ANSWERED,
    EventKind.FINISHED,
    EventKind.SUBMITTED,
    EventKind.CLICKED,
    EventKind.OPENED,
    EventKind.READ,
    EventKind.BOUNCED,
    EventKind.FAILED,
    EventKind.CANCELLED,
    EventKind.DELIVERED,
    EventKind.SENT,
    EventKind.ATTENDED,
    EventKind.ARRIVED,
    EventKind.NO_SHOW,
    EventKind.BEGUN,
    EventKind.BOOKED,
    EventKind.PROPOSED,
    EventKind.QUEUED,
)
# Of an appointment, having come decides; else what was agreed last, and at one instant the worse.
CAME = (EventKind.ATTENDED, EventKind.ARRIVED)
AGREED = (EventKind.CANCELLED, EventKind.NO_SHOW, EventKind.BOOKED, EventKind.PROPOSED)
# What stands in the health record for a while: where it stands is what was said of it last.
STANDING = frozenset(
    {
        TouchpointKind.CARE_PLAN,
        TouchpointKind.CARE_TEAM,
        TouchpointKind.COVERAGE,
        TouchpointKind.EPISODE,
        TouchpointKind.FLAG,
        TouchpointKind.ORDER,
        TouchpointKind.REFERRAL,
        TouchpointKind.TASK,
        TouchpointKind.CONDITION,
    }
)
STOOD = (EventKind.CANCELLED, EventKind.FINISHED, EventKind.BEGUN, EventKind.PROPOSED)

TONES = {
    EventKind.COMPLAINED: "bad",
    EventKind.UNSUBSCRIBED: "warn",
    EventKind.BOUNCED: "bad",
    EventKind.FAILED: "bad",
    EventKind.CANCELLED: "warn",
    EventKind.NO_SHOW: "bad",
    EventKind.SENT: "neutral",
    EventKind.QUEUED: "info",
    EventKind.BOOKED: "info",
    EventKind.BEGUN: "info",
    EventKind.PROPOSED: "neutral",
    EventKind.ARRIVED: "ok",
}


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """One event of a touchpoint; `ref` is an outcome code where `kind` is outcome."""

    kind: EventKind
    at: datetime
    ref: str = ""


def status(
    kind: TouchpointKind,
    events: Iterable[StatusEvent],
    *,
    stopped: bool = False,
    codes: Codes | None = None,
) -> Status | None:
    """The status of a touchpoint of `kind`; None when nothing happened to it that matters.

    Events may come late, doubled and in any order. `stopped`: a stop request covers this
    touchpoint, which shows while it is still queued. `codes` name an outcome and give its tone.
    """
    known = list(events)
    outcomes = [event for event in known if event.kind == EventKind.OUTCOME]
    if outcomes:
        return _outcome(max(outcomes, key=lambda event: (event.at, event.ref)), codes)
    if kind == TouchpointKind.APPOINTMENT:
        decisive = _appointment(known)
    elif kind in STANDING:
        decisive = _last(known, STOOD)
    else:
        decisive = _strongest(known)
    if decisive is None:
        return None
    if stopped and decisive.kind == EventKind.QUEUED:
        return Status(key=STOPPED, tone="bad", at=decisive.at)
    return Status(key=decisive.kind, tone=TONES.get(decisive.kind, "ok"), at=decisive.at)


def happened(
    kind: TouchpointKind, events: Iterable[StatusEvent], now: datetime
) -> tuple[StatusEvent, ...]:
    """The events that count by `now`: what stands for a while may know its end beforehand."""
    return tuple(event for event in events if kind not in STANDING or event.at <= now)


def lies_ahead(
    kind: TouchpointKind, events: Iterable[StatusEvent], at: datetime, now: datetime
) -> bool:
    """Whether a touchpoint is a send still queued, or an appointment that is to come."""
    current = status(kind, events)
    if current is None:
        return False
    if current.key == EventKind.QUEUED:
        return True
    agreed = current.key in (EventKind.BOOKED, EventKind.PROPOSED)
    return kind == TouchpointKind.APPOINTMENT and agreed and at > now


def _outcome(event: StatusEvent, codes: Codes | None) -> Status:
    code = codes.find(event.ref) if codes else None
    if code is None:
        return Status(key=event.ref, tone="neutral", at=event.at)
    return Status(key=event.ref, tone=code.tone, label=code.label, at=event.at)


def _strongest(events: Sequence[StatusEvent]) -> StatusEvent | None:
    """The first time of the strongest kind."""
    for kind in STRENGTH:
        times = [event for event in events if event.kind == kind]
        if times:
            return min(times, key=lambda event: event.at)
    return None


def _appointment(events: Sequence[StatusEvent]) -> StatusEvent | None:
    came = [event for event in events if event.kind in CAME]
    if came:
        return min(came, key=lambda event: (CAME.index(event.kind), event.at))
    return _last(events, AGREED)


def _last(events: Sequence[StatusEvent], kinds: tuple[EventKind, ...]) -> StatusEvent | None:
    """The latest of these kinds; at one instant the one that is named first."""
    listed = [event for event in events if event.kind in kinds]
    return max(listed, key=lambda event: (event.at, -kinds.index(event.kind)), default=None)

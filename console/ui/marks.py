"""States as marks: what a tag about a consent, a status or a verification says, and how it looks.

The words are whole sentences of `text`; a mark adds the tone and the icon that tell the same.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from console.models.draft import DraftVerification
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    Purpose,
    TouchpointKind,
    VerificationState,
)
from console.models.views import ConsentView, Status, TimelineEntry
from console.ui import text, words
from console.ui.said import said
from console.ui.text import translate

Tone = Literal["ok", "warn", "bad", "info", "neutral"]

_TONES: dict[str, Tone] = {
    "ok": "ok", "warn": "warn", "bad": "bad", "info": "info", "neutral": "neutral",
}  # fmt: skip

CHANNEL_ICONS = {
    Channel.CALL: "phone",
    Channel.TEXT: "message-square",
    Channel.EMAIL: "mail",
    Channel.MAIL: "file-text",
    Channel.WEB: "globe",
    Channel.PORTAL: "key-round",
    Channel.VISIT: "calendar-check",
    Channel.EVENT: "users",
    Channel.CARE: "heart-pulse",
}
_KIND_ICONS = {
    TouchpointKind.PAMPHLET: "book-open",
    TouchpointKind.IMMUNIZATION: "syringe",
    TouchpointKind.APPOINTMENT: "calendar-clock",
    TouchpointKind.VISIT: "calendar-check",
    TouchpointKind.CARE_PLAN: "list-checks",
    TouchpointKind.CARE_TEAM: "users",
    TouchpointKind.COVERAGE: "shield",
    TouchpointKind.FLAG: "flag",
    TouchpointKind.ORDER: "stethoscope",
    TouchpointKind.REFERRAL: "stethoscope",
    TouchpointKind.TASK: "list-checks",
}
_NAMED_BY_TITLE = {TouchpointKind.PAMPHLET, TouchpointKind.PAGE, TouchpointKind.OTHER}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a tag shows: words, tone, and an icon's name or none."""

    text: str
    kind: Tone
    icon: str = ""


def consent(
    view: ConsentView, now: datetime, zone: str, *, short: bool = False, aged: bool = True
) -> Mark:
    """Such as "Calls: care, 17 days", "Mail: stopped, 4 months", "Texts: not asked".

    `aged` False: without how old it is.
    """
    channel = words.channels(view.channel)
    if view.state == "not_asked":
        pattern = (
            translate("marks", "{0} not asked") if short else translate("marks", "{0}: not asked")
        )
        return Mark(pattern.format(channel), "warn", "circle-question-mark")
    tone: Tone = "bad" if view.state == "stopped" else "ok"
    icon = "x" if tone == "bad" else "check"
    age = _age(view.since, now, zone, short=short) if view.since and aged else ""
    if short:
        scope = "" if tone == "bad" else _purposes(view.purposes, short)
        return Mark(" ".join(part for part in (channel, scope, age) if part), tone, icon)
    scope = translate("marks", "stopped") if tone == "bad" else _purposes(view.purposes, short)
    said = ", ".join(part for part in (scope, age) if part)
    pattern = translate("marks", "{0}: {1}", "channel: state of consent")
    return Mark(pattern.format(channel, said), tone, icon)


def _age(since: datetime, now: datetime, zone: str, *, short: bool) -> str:
    """How old a consent is; of one given or stopped today the time says more."""
    if text.local_day(since, zone) == text.local_day(now, zone):
        return text.time_of_day(since, zone)
    return text.span(since, now, zone, short=short)


def verification(
    found: DraftVerification | None, zone: str, *, spoken: bool, short: bool = False
) -> Mark:
    """The tag beside a person's name during a call: of whom and how verified.

    `spoken` False: the call ended and nobody was spoken with, so there was nobody to verify.
    """
    if found is None or found.state is VerificationState.UNVERIFIED:
        if spoken:
            return Mark(translate("marks", "Unverified"), "warn", "shield-question-mark")
        if short:
            return Mark(translate("marks", "Not verified"), "neutral", "shield-question-mark")
        nobody = translate("marks", "Not verified: nobody spoken with")
        return Mark(nobody, "neutral", "shield-question-mark")
    said = {
        VerificationState.PATIENT: translate("marks", "Verified: patient"),
        VerificationState.PROXY: translate("marks", "Verified: proxy"),
        VerificationState.THIRD_PARTY: translate("marks", "Third party"),
    }[found.state]
    if not short and found.matched:
        how = text.sentence_list([words.item(item) for item in found.matched])
        said = translate("marks", "{0}, by {1}, {2}", "verified, items, time").format(
            said, how, text.time_of_day(found.at, zone)
        )
    tone: Tone = "warn" if found.state is VerificationState.THIRD_PARTY else "ok"
    return Mark(said, tone, "badge-check")


def status(value: Status, zone: str, now: datetime) -> Mark:
    """The tag of a touchpoint's status; a published label wins over our own words."""
    shown = said(value.label) or _status_words().get(value.key) or _readable(value.key)
    if value.key == "open" and value.at:
        shown = translate("marks", "Open, {0}").format(text.due(value.at, zone, now))
    return Mark(shown, _TONES.get(value.tone, "neutral"))


def entry_icon(entry: TimelineEntry) -> str:
    """The icon of a touchpoint: its kind's own, else its channel's; calls tell the direction."""
    if entry.channel is Channel.CALL:
        inbound = entry.direction is Direction.INBOUND
        return "phone-incoming" if inbound else "phone-outgoing"
    return _KIND_ICONS.get(entry.kind) or CHANNEL_ICONS[entry.channel]


def entry_title(entry: TimelineEntry) -> str:
    """The bold line of a touchpoint: "Email: Flu season", "Outgoing call, 5 min 40 s"."""
    if entry.kind is TouchpointKind.CALL:
        inbound = entry.direction is Direction.INBOUND
        name = (
            translate("marks", "Incoming call") if inbound else translate("marks", "Outgoing call")
        )
        if entry.talk_seconds is None:
            return name
        return f"{name}, {text.duration(entry.talk_seconds)}"
    if not entry.title:
        return words.kind(entry.kind)
    if entry.kind in _NAMED_BY_TITLE:
        return entry.title
    return translate("marks", "{0}: {1}", "kind of touchpoint: title").format(
        words.kind(entry.kind), entry.title
    )


def entry_line(entry: TimelineEntry, zone: str, now: datetime) -> str:
    """The second line of a touchpoint; what waits or was stopped says so before its summary."""
    key = entry.status.key if entry.status else ""
    said = ""
    if key == EventKind.QUEUED:
        said = translate("marks", "Queued, no sender is set up.")
    elif key == "stopped":
        said = translate("marks", "Was queued for {0}. Stopped by the stop request.").format(
            text.moment(entry.at, zone, now)
        )
    return " ".join(part for part in (said, entry.summary) if part)


def entry_sentence(entry: TimelineEntry, zone: str, now: datetime) -> str:
    """A touchpoint as a screen reader says it, whole."""
    head = [
        f"{words.direction(entry.direction)} {words.kind(entry.kind).lower()}",
        text.moment(entry.at, zone, now),
        entry.by or entry.campaign,
        status(entry.status, zone, now).text if entry.status else "",
    ]
    said = ", ".join(part for part in head if part)
    line = entry_line(entry, zone, now)
    return ". ".join(part for part in (f"{said}: {entry_title(entry)}", line) if part)


def _purposes(purposes: tuple[Purpose, ...], short: bool) -> str:
    both = {Purpose.CARE, Purpose.MARKETING} <= set(purposes)
    if both:
        return translate("marks", "all") if short else translate("marks", "care and marketing")
    if Purpose.MARKETING in purposes:
        return translate("marks", "marketing")
    return translate("marks", "care", "a consent for messages about care")


def _status_words() -> dict[str, str]:
    return {
        "open": translate("marks", "Open"),
        "stopped": translate("marks", "Stopped"),
        EventKind.QUEUED: translate("marks", "Queued"),
        EventKind.SENT: translate("marks", "Sent"),
        EventKind.DELIVERED: translate("marks", "Delivered"),
        EventKind.OPENED: translate("marks", "Opened"),
        EventKind.CLICKED: translate("marks", "Link clicked"),
        EventKind.READ: translate("marks", "Read"),
        EventKind.BOUNCED: translate("marks", "Bounced"),
        EventKind.FAILED: translate("marks", "Not sent"),
        EventKind.UNSUBSCRIBED: translate("marks", "Unsubscribed"),
        EventKind.COMPLAINED: translate("marks", "Marked as spam"),
        EventKind.ANSWERED: translate("marks", "Answered"),
        EventKind.SUBMITTED: translate("marks", "Sent in"),
        EventKind.FINISHED: translate("marks", "Finished"),
        EventKind.PROPOSED: translate("marks", "Proposed"),
        EventKind.BEGUN: translate("marks", "Active"),
        EventKind.BOOKED: translate("marks", "Booked"),
        EventKind.ARRIVED: translate("marks", "Arrived"),
        EventKind.ATTENDED: translate("marks", "Attended"),
        EventKind.NO_SHOW: translate("marks", "Did not come"),
        EventKind.CANCELLED: translate("marks", "Cancelled"),
    }


def _readable(code: str) -> str:
    # A code of a publication that is no longer in force has no label: its own words must do.
    return code.replace("_", " ").capitalize()

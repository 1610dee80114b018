"""Communications of FHIR, had or asked for, as touchpoints."""

from datetime import datetime

from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    OutreachClass,
    TouchpointKind,
)
from console.services.imports.elements import (
    Element,
    codes,
    first,
    instant,
    is_true,
    items,
    labels,
    mapping,
    start_of,
    text,
    words_of,
)
from console.services.imports.fhir_touchpoints import NO_DATE, WITHDRAWN, subject
from console.services.imports.reader import Entry
from console.services.imports.references import reference
from console.services.imports.values import (
    Context,
    EventValues,
    Origin,
    Reference,
    TouchpointValues,
    Unusable,
)

Way = tuple[TouchpointKind, Channel]

EMAIL: Way = (TouchpointKind.EMAIL, Channel.EMAIL)
TEXT: Way = (TouchpointKind.TEXT, Channel.TEXT)
CALL: Way = (TouchpointKind.CALL, Channel.CALL)
LETTER: Way = (TouchpointKind.LETTER, Channel.MAIL)
PORTAL: Way = (TouchpointKind.PORTAL_MESSAGE, Channel.PORTAL)
VIDEO: Way = (TouchpointKind.OTHER, Channel.WEB)
IN_PERSON: Way = (TouchpointKind.OTHER, Channel.VISIT)

# Codes of HL7 v3 ParticipationMode, and the words that senders use instead.
WAYS = {
    "EMAILWRIT": EMAIL,
    "EMAIL": EMAIL,
    "SMSWRIT": TEXT,
    "SMS": TEXT,
    "TEXT": TEXT,
    "PHONE": CALL,
    "CALL": CALL,
    "FAXWRIT": LETTER,
    "MAILWRIT": LETTER,
    "HANDWRIT": LETTER,
    "TYPEWRIT": LETTER,
    "WRITTEN": LETTER,
    "LETTER": LETTER,
    "MAIL": LETTER,
    "ONLINEWRIT": PORTAL,
    "ELECTRONIC": PORTAL,
    "PORTAL": PORTAL,
    "VIDEOCONF": VIDEO,
    "PHYSICAL": IN_PERSON,
    "FACE": IN_PERSON,
    "VERBAL": CALL,
    "DICTATE": CALL,
    "REMOTE": CALL,
}
TITLES = {
    TouchpointKind.EMAIL: "Email",
    TouchpointKind.TEXT: "Text message",
    TouchpointKind.CALL: "Call",
    TouchpointKind.LETTER: "Letter",
    TouchpointKind.PORTAL_MESSAGE: "Portal message",
}
CLASSES = {
    "ALERT": OutreachClass.TREATMENT,
    "REMINDER": OutreachClass.TREATMENT,
    "INSTRUCTION": OutreachClass.TREATMENT,
    "NOTIFICATION": OutreachClass.OPERATIONS,
    "MARKETING": OutreachClass.MARKETING,
}
PEOPLE = {"Patient", "RelatedPerson"}
NOT_SENT_YET = {"preparation", "on-hold", "suspended", "draft", "active"}
NEVER_SENT = {"not-done", "stopped", "aborted"}


def communication(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A message between organization and person, in either direction.

    One that names neither as sender or recipient is an internal matter about the patient: it
    keeps its place on the timeline, without its text.
    """
    resource, zone = entry.resource, context.zone
    sent, received = (instant(resource.get(name), zone) for name in ("sent", "received"))
    at = sent or received
    if at is None:
        raise Unusable(NO_DATE)
    status = "not-done" if is_true(resource.get("notDone")) else text(resource.get("status"), 40)
    return _message(entry, origin, at, _events(status, sent, received, at, origin, context))


def communication_request(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A message that another system was asked to send; never queued here, which would send it."""
    resource, zone = entry.resource, context.zone
    at = (
        instant(resource.get("occurrenceDateTime"), zone)
        or start_of(resource.get("occurrencePeriod"), zone)
        or instant(resource.get("authoredOn"), zone)
    )
    if at is None:
        raise Unusable(NO_DATE)
    asked = instant(resource.get("authoredOn"), zone) or at
    changed = origin.changed_at or context.now
    kinds = {
        "completed": EventKind.FINISHED,
        "revoked": EventKind.CANCELLED,
        "cancelled": EventKind.CANCELLED,
    }
    status = text(resource.get("status"), 40)
    kind = kinds.get(status, EventKind.PROPOSED)
    event = EventValues(kind=kind, at=at if kind is EventKind.FINISHED else asked, later=changed)
    return _message(entry, origin, at, (event,))


def _message(
    entry: Entry, origin: Origin, at: datetime, events: tuple[EventValues, ...]
) -> TouchpointValues:
    resource = entry.resource
    sender = _sender(entry)
    recipients = [reference(one, entry, "") for one in items(resource.get("recipient"))]
    inbound = sender is not None and sender.kind in PEOPLE
    internal = not inbound and bool(recipients) and not any(map(_is_person, recipients))
    kind, channel = _way(resource)
    kind = TouchpointKind.OTHER if internal else kind
    status = text(resource.get("status"), 40)
    title = words_of(resource.get("topic")) or words_of(resource.get("category"))
    return TouchpointValues(
        origin=origin,
        patients=(subject(entry, "subject", "patient"),),
        at=at,
        channel=channel,
        direction=Direction.INBOUND if inbound else Direction.OUTBOUND,
        kind=kind,
        title=title or TITLES.get(kind, "Message"),
        summary="" if internal else _payload(resource),
        with_whom=(sender,) if sender and not inbound else (),
        speaking=sender if sender and sender.kind == "RelatedPerson" else None,
        outreach_class=None if inbound or internal else _class(resource),
        labels=labels(resource),
        status=status,
        events=() if inbound or internal else events,
        withdrawn=status == WITHDRAWN,
    )


def _sender(entry: Entry) -> Reference | None:
    """Who sends: R5 asks an "information provider", STU3 knows the agent of a request only."""
    given = items(first(entry.resource, "sender", "informationProvider"))
    return reference(given[0], entry, "") if given else None


def _is_person(found: Reference | None) -> bool:
    return found is not None and found.kind in PEOPLE


def _way(resource: Element) -> Way:
    """Kind and channel by the medium's codes, then its words; a message without is a portal's."""
    media = resource.get("medium")
    words = words_of(media).upper().split()
    for code in (*sorted(codes(media)), *words):
        if code in WAYS:
            return WAYS[code]
    return PORTAL


def _class(resource: Element) -> OutreachClass:
    """Treatment or marketing where the category says so; else operations."""
    found = codes(resource.get("category"))
    return next((CLASSES[code] for code in CLASSES if code in found), OutreachClass.OPERATIONS)


def _payload(resource: Element) -> str:
    """What the message says: its text, since R5 also a coded one, or its attachment's title."""
    parts = (
        text(one.get("contentString"), 500)
        or words_of(one.get("contentCodeableConcept"))
        or text(mapping(one.get("contentAttachment")).get("title"))
        for one in items(resource.get("payload"))
    )
    return " ".join(part for part in parts if part)[:500]


def _events(
    status: str,
    sent: datetime | None,
    received: datetime | None,
    at: datetime,
    origin: Origin,
    context: Context,
) -> tuple[EventValues, ...]:
    changed = origin.changed_at or context.now
    if status in NOT_SENT_YET:
        return (EventValues(kind=EventKind.PROPOSED, at=min(at, changed), later=changed),)
    if status in NEVER_SENT:
        return (EventValues(kind=EventKind.FAILED, at=at, later=changed),)
    found = [EventValues(kind=EventKind.SENT, at=sent or at, later=sent or at)]
    if received:
        found.append(
            EventValues(kind=EventKind.DELIVERED, at=received, later=received, current=False)
        )
    return tuple(found)

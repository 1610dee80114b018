"""Encounters, appointments and immunizations of FHIR as touchpoints."""

from datetime import datetime

from console.models.terms import Channel, Direction, EventKind, TouchpointKind
from console.rules import birth_dates
from console.services.imports.elements import (
    Element,
    code_of,
    codes,
    codings,
    end_of,
    first,
    instant,
    is_true,
    items,
    labels,
    start_of,
    text,
    words_of,
)
from console.services.imports.reader import Entry
from console.services.imports.references import reference, references
from console.services.imports.values import (
    AppointmentValues,
    Context,
    EventValues,
    Origin,
    Reference,
    Skip,
    TouchpointValues,
    Unusable,
)

WITHDRAWN = "entered-in-error"
NO_DATE = "has no date, so it has no place on a timeline"
NO_PATIENT = "names no patient"
CVX = ("/cvx", "2.16.840.1.113883.12.292")

VISIT_TITLES = {
    "AMB": "Outpatient visit",
    "EMER": "Emergency visit",
    "IMP": "Inpatient stay",
    "ACUTE": "Inpatient stay",
    "NONAC": "Inpatient stay",
    "OBSENC": "Observation stay",
    "SS": "Short stay",
    "HH": "Home visit",
    "FLD": "Field visit",
    "VR": "Virtual visit",
}
VISIT_EVENTS = {
    "planned": EventKind.BOOKED,
    "arrived": EventKind.ARRIVED,
    "triaged": EventKind.ARRIVED,
    "in-progress": EventKind.ARRIVED,
    "onleave": EventKind.ARRIVED,
    "on-hold": EventKind.ARRIVED,
    "discharged": EventKind.ATTENDED,
    "finished": EventKind.ATTENDED,
    "completed": EventKind.ATTENDED,
    "discontinued": EventKind.ATTENDED,
    "cancelled": EventKind.CANCELLED,
}
APPOINTMENT_EVENTS = {
    "proposed": EventKind.PROPOSED,
    "pending": EventKind.PROPOSED,
    "waitlist": EventKind.PROPOSED,
    "booked": EventKind.BOOKED,
    "arrived": EventKind.ARRIVED,
    "checked-in": EventKind.ARRIVED,
    "fulfilled": EventKind.ATTENDED,
    "cancelled": EventKind.CANCELLED,
    "noshow": EventKind.NO_SHOW,
}
# Whoever came, or did not, had been booked.
AFTER_BOOKING = {EventKind.ARRIVED, EventKind.ATTENDED, EventKind.NO_SHOW}
# What happens at the time of the visit itself; everything else happens when the source says so.
AT_THE_VISIT = AFTER_BOOKING


def encounter(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A visit."""
    resource = entry.resource
    status = text(resource.get("status"), 40)
    period = first(resource, "actualPeriod", "period")
    at = start_of(period, context.zone) or _earliest_start(resource, context)
    if at is None:
        raise Unusable(NO_DATE)
    end = end_of(period, context.zone)
    participants = items(resource.get("participant"))
    title = words_of(resource.get("type")) or words_of(resource.get("serviceType"))
    return TouchpointValues(
        origin=origin,
        patients=(subject(entry, "subject", "patient"),),
        at=at,
        channel=Channel.VISIT,
        direction=Direction.INBOUND,
        kind=TouchpointKind.VISIT,
        ref=code_of(resource.get("type")),
        title=title or _class_title(resource),
        place=_place(entry),
        with_whom=references(entry, (first(one, "actor", "individual") for one in participants)),
        labels=labels(resource),
        status=status,
        events=visit_events(VISIT_EVENTS.get(status), at, end, None, origin, context),
        withdrawn=status == WITHDRAWN,
    )


def appointment(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """An appointment with its patients; a proposed one stands at the first time asked for."""
    resource, zone = entry.resource, context.zone
    status = text(resource.get("status"), 40)
    asked = (items(resource.get("requestedPeriod")) or [{}])[0]
    at = instant(resource.get("start"), zone) or start_of(asked, zone)
    if at is None:
        raise Unusable(NO_DATE)
    actors = references(entry, (one.get("actor") for one in items(resource.get("participant"))))
    named = (*actors, *references(entry, [resource.get("subject")]))
    patients = tuple(dict.fromkeys(one for one in named if one.kind == "Patient"))
    if not patients:
        raise Unusable(NO_PATIENT)
    service = words_of(resource.get("serviceType")) or words_of(resource.get("specialty"))
    kind = APPOINTMENT_EVENTS.get(status)
    return TouchpointValues(
        origin=origin,
        patients=patients,
        at=at,
        channel=Channel.VISIT,
        direction=Direction.OUTBOUND,
        kind=TouchpointKind.APPOINTMENT,
        ref=service[:200],
        title=service or _about(resource) or "Appointment",
        place=next((one for one in actors if one.kind == "Location"), None),
        with_whom=tuple(one for one in actors if one.kind.startswith("Practitioner")),
        labels=labels(resource),
        status=status,
        events=visit_events(kind, at, at, instant(resource.get("created"), zone), origin, context),
        appointment=AppointmentValues(ends_at=instant(resource.get("end"), zone), service=service),
        withdrawn=status == WITHDRAWN,
    )


def immunization(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A vaccine given; raises Skip for one that was not."""
    resource = entry.resource
    status = text(resource.get("status"), 40)
    if status == "not-done" or is_true(resource.get("notGiven")):
        raise Skip("Immunization that was not given")
    at = instant(first(resource, "occurrenceDateTime", "date"), context.zone)
    at = at or instant(_written_date(resource), context.zone)
    at = at or instant(resource.get("recorded"), context.zone)
    if at is None:
        raise Unusable(NO_DATE)
    performers = items(first(resource, "performer", "practitioner"))
    return TouchpointValues(
        origin=origin,
        patients=(subject(entry, "patient"),),
        at=at,
        channel=Channel.VISIT,
        direction=Direction.INBOUND,
        kind=TouchpointKind.IMMUNIZATION,
        ref=_vaccine(resource),
        title=words_of(resource.get("vaccineCode")) or "Immunization",
        place=reference(resource.get("location"), entry, "Location"),
        with_whom=references(entry, (one.get("actor") for one in performers)),
        labels=labels(resource),
        status=status,
        withdrawn=status == WITHDRAWN,
    )


def subject(entry: Entry, *names: str) -> Reference:
    """The patient that a resource is about; raises Unusable for none, or a group."""
    found = reference(first(entry.resource, *names), entry, "Patient")
    if found is None:
        raise Unusable(NO_PATIENT)
    if found.kind != "Patient":
        raise Unusable(f"is about a {found.kind}, not a patient" if found.kind else NO_PATIENT)
    return found


def visit_events(
    kind: EventKind | None,
    at: datetime,
    end: datetime | None,
    created: datetime | None,
    origin: Origin,
    context: Context,
) -> tuple[EventValues, ...]:
    """The event of a status, after the booking that it presupposes.

    FHIR gives no time for most of them: a booking counts from when it was made, or at the latest
    from the visit; what happens at a visit, from the visit.
    """
    if kind is None:
        return ()
    changed = origin.changed_at or context.now
    booked = created or min(changed, at)
    if kind in AT_THE_VISIT:
        then = end or at if kind is EventKind.ATTENDED else at
        before = EventValues(kind=EventKind.BOOKED, at=booked, later=booked, current=False)
        # Staying away counts after whatever was agreed; having come decides by itself.
        later = max(then, changed) if kind is EventKind.NO_SHOW else then
        now = EventValues(kind=kind, at=then, later=later)
        return (before, now) if created or origin.kind == "Appointment" else (now,)
    first = min(changed, at) if kind is EventKind.CANCELLED else booked
    return (EventValues(kind=kind, at=first, later=changed),)


def _earliest_start(resource: Element, context: Context) -> datetime | None:
    """When a visit without period began or is to, from its history, places or plan."""
    listed = [*items(resource.get("statusHistory")), *items(resource.get("location"))]
    starts = (start_of(one.get("period"), context.zone) for one in listed)
    planned = instant(resource.get("plannedStartDate"), context.zone)
    return min((start for start in starts if start), default=planned)


def _class_title(resource: Element) -> str:
    """By the class: one coding, or since R5 a list of concepts."""
    given = resource.get("class")
    known = (VISIT_TITLES.get(text(one.get("code")).upper()) for one in codings(given))
    return next(filter(None, known), "") or words_of(given).capitalize() or "Visit"


def _about(resource: Element) -> str:
    """What an appointment is for, where it names no service."""
    reason = first(resource, "reasonCode", "reason")
    return text(resource.get("description")) or words_of(reason)


def _place(entry: Entry) -> Reference | None:
    """Who provided a visit; else the first place in it that has a name."""
    provider = reference(entry.resource.get("serviceProvider"), entry, "Organization")
    places = items(entry.resource.get("location"))
    named = [reference(one.get("location"), entry, "Location") for one in places]
    return provider or next((one for one in named if one and one.display), None)


def _written_date(resource: Element) -> str | None:
    """When a vaccine was given, from words such as "January 2012"."""
    return birth_dates.parse(text(resource.get("occurrenceString")))


def _vaccine(resource: Element) -> str:
    """The CVX code; a numeric code of another system could be taken for one, so it is left out."""
    listed = codings(resource.get("vaccineCode"))
    for coding in listed:
        if text(coding.get("system")).endswith(CVX):
            return text(coding.get("code"), 40)
    others = codes(resource.get("vaccineCode"))
    return next((code[:40] for code in sorted(others) if not code.isdigit()), "")

"""Care plans, care teams, coverage, episodes of care and flags of FHIR: what stands for a while.

Each becomes a touchpoint of the channel care, from when it began; its end, also one still to come,
is an event. The header shows those in force, the timeline all of them.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from console.models.terms import Channel, Direction, EventKind, TouchpointKind
from console.services.imports.elements import (
    Element,
    code_of,
    codes,
    end_of,
    first,
    instant,
    is_past,
    items,
    mapping,
    status_of,
    text,
    words_of,
)
from console.services.imports.fhir_touchpoints import WITHDRAWN, subject
from console.services.imports.reader import Entry
from console.services.imports.references import reference, references
from console.services.imports.sensitivity import sensitive
from console.services.imports.values import (
    Context,
    EventValues,
    Origin,
    Reference,
    Skip,
    TouchpointValues,
    Unusable,
)

# Categories of every plan: that of US Core, and SNOMED CT's "Care plan (record artifact)".
ANY_PLAN = frozenset({"assess-plan", "734163000"})
ANY_NAME = {"care plan", "careplan", "care plan (record artifact)"}
NARRATIVE_ONLY = "holds nothing but narrative, which is not read"
LONGEST_SUMMARY = 500
# A status of none of these stands: active, in-progress, on-hold, suspended, waitlist, unknown, "".
STATES = {
    **dict.fromkeys(
        ("draft", "proposed", "planned", "requested", "received", "ready"), EventKind.PROPOSED
    ),
    **dict.fromkeys(("completed", "finished", "inactive", "resolved"), EventKind.FINISHED),
    **dict.fromkeys(
        ("revoked", "cancelled", "stopped", "failed", "rejected", "aborted"), EventKind.CANCELLED
    ),
}
ONLY_THOUGHT_OF = {"proposal", "option"}


def care_plan(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A care plan with what it plans; its narrative is never read."""
    resource = entry.resource
    plain = [one for one in items(resource.get("category")) if not _is_any_plan(one)]
    title = text(resource.get("title")) or words_of(plain)
    activities = list(dict.fromkeys(filter(None, map(_activity, items(resource.get("activity"))))))
    if not (title or activities or plain):
        raise Unusable(NARRATIVE_ONLY)
    authors = (resource.get(name) for name in ("author", "custodian"))
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.CARE_PLAN,
        at=_began(resource, context),
        title=title,
        summary=", ".join(activities)[:LONGEST_SUMMARY],
        ref=code_of(plain),
        with_whom=references(entry, (one for given in authors for one in items(given))),
        what=(plain, *activities, title),
    )


def _is_any_plan(category: Element) -> bool:
    return code_of(category) in ANY_PLAN or words_of(category).casefold() in ANY_NAME


def _activity(activity: Element) -> str:
    """What is to be done, or was: written in place, or by the name of the record that has it."""
    detail = mapping(activity.get("detail"))
    other = mapping(first(activity, "plannedActivityReference", "reference"))
    return (
        words_of(detail.get("code"))
        or text(detail.get("description"))
        or text(other.get("display"))
        or words_of(first(activity, "performedActivity", "outcomeCodeableConcept"))
    )


def care_team(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """Who takes care of a person now: members that have left are left out, as is she herself."""
    resource, zone = entry.resource, context.zone
    members = (
        first(one, "member", "onBehalfOf")
        for one in items(resource.get("participant"))
        if not is_past(one.get("period"), context.now, zone)
    )
    organizations = items(resource.get("managingOrganization"))
    found = references(entry, (*members, *organizations))
    category = resource.get("category")
    name = text(resource.get("name"))
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.CARE_TEAM,
        at=_began(resource, context),
        title=name or words_of(category),
        ref=code_of(category),
        with_whom=tuple(one for one in found if one.kind not in {"Patient", "CareTeam"}),
        what=(category, name),
    )


def coverage(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """The plan that pays, with its payer's name; for her who benefits, not who subscribed."""
    resource = entry.resource
    payers = references(entry, items(first(resource, "insurer", "payor", "issuerReference")))
    own = resource.get("kind") == "self-pay" or any(one.kind == "Patient" for one in payers)
    organizations = [one for one in payers if one.kind not in {"Patient", "RelatedPerson"}]
    plan = _plan(resource) or words_of(resource.get("type"))
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.COVERAGE,
        at=_began(resource, context),
        title=plan or ("Self-pay" if own else ""),
        ref=code_of(resource.get("type")),
        place=organizations[0] if organizations else None,
        about=("beneficiary", "patient"),
        what=(plan,),
    )


def _plan(resource: Element) -> str:
    """The plan's name among the classes; STU3 has it in a grouping."""
    for one in items(resource.get("class")):
        if "PLAN" in codes(one.get("type")):
            return text(one.get("name")) or _value(one.get("value"))
    grouping = mapping(resource.get("grouping"))
    return text(grouping.get("planDisplay")) or text(grouping.get("plan"))


def _value(value: Any) -> str:
    """A text, or since R5 an identifier."""
    return text(value) or text(mapping(value).get("value"))


def episode_of_care(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A time under the care of an organization, such as home care."""
    resource = entry.resource
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.EPISODE,
        at=_began(resource, context),
        title=words_of(resource.get("type")),
        ref=code_of(resource.get("type")),
        place=reference(resource.get("managingOrganization"), entry, "Organization"),
        with_whom=references(entry, [resource.get("careManager")]),
        about=("patient", "subject"),
        what=(resource.get("type"),),
    )


def flag(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A warning to whoever meets the person; raises Skip for one about a place or a thing."""
    resource = entry.resource
    about = reference(resource.get("subject"), entry, "Patient")
    if about and about.kind != "Patient":
        raise Skip("Flag that is not about a patient")
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.FLAG,
        at=_began(resource, context),
        title=words_of(resource.get("code")) or words_of(resource.get("category")),
        ref=code_of(resource.get("category")),
        with_whom=references(entry, [resource.get("author")]),
        what=(resource.get("code"), resource.get("category")),
    )


def standing(
    entry: Entry,
    origin: Origin,
    context: Context,
    *,
    kind: TouchpointKind,
    at: datetime,
    what: tuple[Any, ...],
    status: str | None = None,
    until: datetime | None = None,
    about: tuple[str, ...] = ("subject", "patient"),
    **shown: Any,
) -> TouchpointValues:
    """A touchpoint of care; `what` are the concepts and texts that may call for a label.

    `status` and `until` stand for the resource's status and the end of its period; `about` names
    the patient's element.
    """
    resource = entry.resource
    status = status_of(resource.get("status")) if status is None else status
    until = until or end_of(resource.get("period"), context.zone)
    state = STATES.get(status, EventKind.BEGUN)
    if state is EventKind.BEGUN and text(resource.get("intent")) in ONLY_THOUGHT_OF:
        state = EventKind.PROPOSED
    return TouchpointValues(
        origin=origin,
        patients=(subject(entry, *about),),
        at=at,
        until=until,
        channel=Channel.CARE,
        direction=Direction.OUTBOUND,
        kind=kind,
        labels=sensitive(resource, *what),
        status=status,
        events=tuple(_events(state, at, until, origin, context)),
        withdrawn=status == WITHDRAWN,
        **shown,
    )


def _events(
    state: EventKind, at: datetime, until: datetime | None, origin: Origin, context: Context
) -> Iterator[EventValues]:
    """The event of the status, after the beginning that it presupposes, and the end if known."""
    changed = max(at, origin.changed_at or context.now)
    if state in (EventKind.BEGUN, EventKind.PROPOSED):
        yield EventValues(kind=state, at=at, later=changed)
        if until:
            end = max(at, until)
            yield EventValues(kind=EventKind.FINISHED, at=end, later=end, current=False)
        return
    yield EventValues(kind=EventKind.BEGUN, at=at, later=at, current=False)
    end = max(at, min(until or changed, changed))
    yield EventValues(kind=state, at=end, later=changed)


def _began(resource: Element, context: Context) -> datetime:
    """When it began, as far as anything says.

    A warning or a coverage counts without a date, too: then from when we first read it.
    """
    dates = (resource.get(name) for name in ("created", "recorded", "authoredOn"))
    period = mapping(resource.get("period"))
    listed = (period.get("start"), *dates, mapping(resource.get("meta")).get("lastUpdated"))
    known = (instant(one, context.zone) for one in listed)
    return next((one for one in known if one), context.now)


def agents(entry: Entry, value: Any) -> tuple[Reference, ...]:
    """Whom an element names: as references, or as STU3 has it, as agents around them."""
    return references(entry, (mapping(one.get("agent")) or one for one in items(value)))

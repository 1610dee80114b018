"""Orders, referrals, tasks and conditions of FHIR as touchpoints of care."""

from datetime import datetime

from console.models.terms import TouchpointKind
from console.rules.conditions import fits
from console.services.imports.elements import (
    Element,
    code_of,
    codes,
    codings,
    end_of,
    first,
    instant,
    is_true,
    start_of,
    status_of,
    text,
    words_of,
)
from console.services.imports.fhir_care import agents, standing
from console.services.imports.fhir_touchpoints import NO_DATE, WITHDRAWN
from console.services.imports.reader import Entry
from console.services.imports.references import reference
from console.services.imports.values import Context, Origin, Skip, TouchpointValues, Unusable

# "Patient referral" and "referral to service" of SNOMED CT.
REFERRALS = {"3457005", "306206005"}
REFUTED = {"refuted"}
OVER = {"inactive", "remission", "resolved"}


def service_request(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """What a clinician ordered, or to whom she referred; raises Skip for what not to do.

    STU3 has ReferralRequest and ProcedureRequest instead.
    """
    resource = entry.resource
    if is_true(resource.get("doNotPerform")):
        raise Skip("ServiceRequest not to do something")
    what = first(resource, "code", "serviceRequested", "type", "orderDetail")
    category = resource.get("category")
    title = words_of(what) or text(resource.get("description")) or words_of(category)
    performers = agents(entry, first(resource, "performer", "recipient"))
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.REFERRAL if _refers(resource, title) else TouchpointKind.ORDER,
        at=_ordered(resource, origin, context),
        title=title,
        ref=code_of(what),
        place=performers[0] if performers else None,
        with_whom=agents(entry, resource.get("requester")),
        what=(what, category, title),
    )


def _refers(resource: Element, title: str) -> bool:
    coded = codes(resource.get("category")) | codes(resource.get("code"))
    named = "referral" in title.casefold()
    return resource["resourceType"] == "ReferralRequest" or named or bool(coded & REFERRALS)


def _ordered(resource: Element, origin: Origin, context: Context) -> datetime:
    zone = context.zone
    at = (
        instant(first(resource, "authoredOn", "orderedOn", "date"), zone)
        or instant(resource.get("occurrenceDateTime"), zone)
        or start_of(first(resource, "occurrencePeriod", "executionPeriod"), zone)
        or origin.changed_at
    )
    if at is None:
        raise Unusable(NO_DATE)
    return at


def task(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """Work that somebody does for a person; raises Skip for what is about no patient."""
    resource = entry.resource
    about = reference(resource.get("for"), entry, "Patient")
    if about is None or about.kind != "Patient":
        raise Skip("Task that is about no patient")
    description = text(resource.get("description"), 500)
    title = words_of(resource.get("code")) or description[:300]
    owners = agents(entry, resource.get("owner"))
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.TASK,
        at=_ordered(resource, origin, context),
        until=end_of(resource.get("executionPeriod"), context.zone),
        title=title,
        summary="" if description == title else description,
        ref=code_of(resource.get("code")),
        place=owners[0] if owners else None,
        with_whom=agents(entry, resource.get("requester")),
        about=("for",),
        what=(resource.get("code"), description),
    )


def condition(entry: Entry, origin: Origin, context: Context) -> TouchpointValues:
    """A condition that a playbook in force asks for; raises Skip for all others.

    Minimum necessary (45 CFR 164.502(b)): no diagnosis is kept that nobody here uses.
    """
    resource, zone = entry.resource, context.zone
    listed = [text(one.get("code"), 100) for one in codings(resource.get("code"))]
    asked = [code for code in listed if code and _is_asked(code, context)]
    if not asked:
        raise Skip("Condition that no playbook asks for")
    verified = {code.casefold() for code in codes(resource.get("verificationStatus"))}
    verified |= {text(resource.get("verificationStatus"))}
    if verified & REFUTED:
        raise Skip("Condition that was refuted")
    state = "resolved" if status_of(resource.get("clinicalStatus")) in OVER else ""
    return standing(
        entry,
        origin,
        context,
        kind=TouchpointKind.CONDITION,
        at=_onset(resource, origin, context),
        status=WITHDRAWN if WITHDRAWN in verified else state,
        until=instant(resource.get("abatementDateTime"), zone)
        or end_of(resource.get("abatementPeriod"), zone),
        title=words_of(resource.get("code")),
        ref=asked[0],
        what=(resource.get("code"),),
    )


def _is_asked(code: str, context: Context) -> bool:
    return any(fits(pattern, code) for pattern in context.asked_conditions)


def _onset(resource: Element, origin: Origin, context: Context) -> datetime:
    names = ("onsetDateTime", "recordedDate", "assertedDate", "dateRecorded")
    known = [instant(resource.get(name), context.zone) for name in names]
    known.append(start_of(resource.get("onsetPeriod"), context.zone))
    known.append(origin.changed_at)
    at = next((one for one in known if one), None)
    if at is None:
        raise Unusable(NO_DATE)
    return at

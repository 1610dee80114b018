"""Which FHIR resources go in, in which round, and what maps each; STU3, R4, R4B and R5 alike."""

from collections.abc import Callable, Iterator

from console.services.imports.elements import instant, items, mapping, text
from console.services.imports.fhir_care import (
    care_plan,
    care_team,
    coverage,
    episode_of_care,
    flag,
)
from console.services.imports.fhir_consent import consent
from console.services.imports.fhir_messages import communication, communication_request
from console.services.imports.fhir_orders import condition, service_request, task
from console.services.imports.fhir_person import patient, related_person
from console.services.imports.fhir_places import organization, practitioner, practitioner_role
from console.services.imports.fhir_touchpoints import appointment, encounter, immunization
from console.services.imports.reader import Entry
from console.services.imports.references import contained_key, content_sha, key_of, source_of
from console.services.imports.values import Context, Origin, Unusable, Values

Mapper = Callable[[Entry, Origin, Context], Values]

# Whom others refer to goes first, so that the order of files and entries never matters.
ROUNDS: tuple[dict[str, Mapper], ...] = (
    {"Patient": patient, "Organization": organization, "Practitioner": practitioner},
    {"RelatedPerson": related_person, "PractitionerRole": practitioner_role},
    {
        "Encounter": encounter,
        "Appointment": appointment,
        "Immunization": immunization,
        "Communication": communication,
        "CommunicationRequest": communication_request,
        "Consent": consent,
        "CarePlan": care_plan,
        "CareTeam": care_team,
        "Coverage": coverage,
        "EpisodeOfCare": episode_of_care,
        "Flag": flag,
        "ServiceRequest": service_request,
        "ReferralRequest": service_request,  # until STU3
        "ProcedureRequest": service_request,  # until STU3
        "Task": task,
        "Condition": condition,
    },
)
# Patients that stand inside other resources come after all that stand for themselves.
CONTAINED_ROUND = 1
KINDS = frozenset(kind for mappers in ROUNDS for kind in mappers)


def round_of(kind: str) -> int:
    """In which round a kind of resource goes in."""
    return next(number for number, mappers in enumerate(ROUNDS) if kind in mappers)


def values_of(entry: Entry, context: Context) -> Values:
    """The resource as values for the writers; raises Skip or Unusable with the reason."""
    mapper = ROUNDS[round_of(entry.kind)][entry.kind]
    try:
        return mapper(entry, _origin(entry, context), context)
    except RecursionError:
        raise Unusable("is nested too deeply") from None


def contained(entry: Entry) -> Iterator[Entry]:
    """The patients that stand inside a resource of ours, as entries of their own."""
    if entry.kind not in KINDS:
        return
    for inner in items(entry.resource.get("contained")):
        name = text(inner.get("id"))
        if inner.get("resourceType") == "Patient" and name:
            try:
                key = contained_key(entry, name)
            except RecursionError:  # the resource itself is refused for the same
                return
            yield Entry(entry.file, f"{entry.where}, contained", {**inner, "id": key}, "", {})


def _origin(entry: Entry, context: Context) -> Origin:
    updated = mapping(entry.resource.get("meta")).get("lastUpdated")
    return Origin(
        source=source_of(entry),
        kind=entry.kind,
        key=key_of(entry),
        sha=content_sha(entry.resource),
        file=entry.file,
        where=entry.where,
        changed_at=instant(updated, context.zone),
    )

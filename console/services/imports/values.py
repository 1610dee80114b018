"""What the reader of any format hands to the writers; references are not resolved yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from console.models.terms import (
    Channel,
    ConsentAction,
    ContactSystem,
    Direction,
    EventKind,
    Label,
    OutreachClass,
    Purpose,
    StopScope,
    TouchpointKind,
)

ALL_SYSTEMS = frozenset(ContactSystem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value came from: its stable name at its source, and its place in a file for reports.

    Attributes:
        source: the sending system ("fhir", "fhir:ehr.example.org/fhir").
        kind, key: the resource type and id there.
        sha: of the content; the same content is not looked at twice.
        changed_at: when the source last changed it, where it says so.
    """

    source: str
    kind: str
    key: str
    sha: str
    file: str
    where: str
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another record of a source: by type and id, by identifier ("system|value"), or by name.

    `source` is empty unless the reference itself names the system.
    """

    kind: str
    key: str = ""
    identifier: str = ""
    display: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactValues:
    """A contact point; `retired` when the source calls it old or ended."""

    system: str
    raw: str
    value: str
    use: str | None = None
    extension: str | None = None
    rank: int = 100
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class IdentifierValues:
    system: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Relation:
    """The person is the `kind` of `other`."""

    other: Reference
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonValues:
    """A person. `fields` are those columns of the person table that the source speaks of.

    Attributes:
        systems: the kinds of contact point that the source lists whole: what is missing among
            them now is gone there; of others it says nothing.
        stub: it only says that there is somebody; who is on record under this id stays so.
    """

    origin: Origin
    fields: Mapping[str, Any]
    contacts: tuple[ContactValues, ...] = ()
    identifiers: tuple[IdentifierValues, ...] = ()
    relation: Relation | None = None
    systems: frozenset[str] = ALL_SYSTEMS
    stub: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordValues:
    """An organization or clinician. `about`: the record that this one only adds fields to.

    Attributes:
        table: "organization" or "clinician".
        aliases: identifiers ("system|value") under which others refer to it.
    """

    origin: Origin
    table: str
    fields: Mapping[str, Any]
    aliases: tuple[str, ...] = ()
    about: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventValues:
    """Something that happened to a touchpoint.

    Attributes:
        at: when, by the touchpoint's own data.
        later: when it must have happened if an earlier import saw another status.
        current: the status now; else it is known to have come before, or has its own time.
    """

    kind: EventKind
    at: datetime
    later: datetime
    ref: str = ""
    detail: str = ""
    current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentValues:
    ends_at: datetime | None = None
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointValues:
    """A touchpoint with its events; place and people are references whose names are shown.

    `until`: when it ends, also to come, of what stands for a while; `withdrawn`: entered in error
    at the source.
    """

    origin: Origin
    patients: tuple[Reference, ...]
    at: datetime
    until: datetime | None = None
    channel: Channel
    direction: Direction
    kind: TouchpointKind
    ref: str = ""
    title: str = ""
    summary: str = ""
    place: Reference | None = None
    with_whom: tuple[Reference, ...] = ()
    speaking: Reference | None = None
    outreach_class: OutreachClass | None = None
    labels: frozenset[Label] = frozenset()
    status: str = ""
    events: tuple[EventValues, ...] = ()
    appointment: AppointmentValues | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentValues:
    """An entry for the consent ledger; `withdrawn`: it no longer stands at the source."""

    origin: Origin
    person: Reference
    action: ConsentAction
    at: datetime
    purpose: Purpose | None = None
    scope: StopScope | None = None
    channel: Channel | None = None
    evidence: str = ""
    labels: frozenset[Label] = frozenset()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipValues:
    """The person is the `kind` of `other`, until a day."""

    origin: Origin
    person: Reference
    other: Reference
    kind: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachValues:
    """Contact points of a person who is on record under this id of `source`; others she has stay.

    The source tells of her elsewhere, so that these are added and none is taken for gone.
    """

    origin: Origin
    person: str
    source: str
    contacts: tuple[ContactValues, ...]


Values = (
    PersonValues
    | RecordValues
    | RelationshipValues
    | TouchpointValues
    | ConsentValues
    | ReachValues
)


@dataclass(frozen=True, slots=True)
class Context:
    """What mapping needs besides the resource: the time, and the center's zone for bare dates.

    `asked_conditions` are patterns of the condition codes that playbooks in force ask for.
    """

    now: datetime
    zone: str
    asked_conditions: frozenset[str] = frozenset()


class Skip(Exception):
    """Not ours to hold; the text says what it is."""


class Unusable(Exception):
    """It cannot go in; the text is the reason."""

"""The field's terms as closed sets. Codes, journeys and content are publications, not here."""

from enum import StrEnum


class Channel(StrEnum):
    """How organization and person met."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    MAIL = "mail"
    WEB = "web"
    PORTAL = "portal"
    VISIT = "visit"
    EVENT = "event"
    CARE = "care"
    """Nobody met: what the health record says of a person's care."""


class Direction(StrEnum):
    """Seen from the organization."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class TouchpointKind(StrEnum):
    """What a touchpoint is. Playbooks name these; events extend them ("email.opened")."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    FORM = "form"
    PAMPHLET = "pamphlet"
    PAGE = "page"
    SYMPTOM_CHECKER = "symptom_checker"
    PORTAL_MESSAGE = "portal_message"
    APPOINTMENT = "appointment"
    VISIT = "visit"
    IMMUNIZATION = "immunization"
    EVENT = "event"
    CARE_PLAN = "care_plan"
    CARE_TEAM = "care_team"
    COVERAGE = "coverage"
    EPISODE = "episode"
    FLAG = "flag"
    ORDER = "order"
    REFERRAL = "referral"
    TASK = "task"
    CONDITION = "condition"
    OTHER = "other"


class EventKind(StrEnum):
    """What happened to a touchpoint later; its status is computed from these."""

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    CLICKED = "clicked"
    READ = "read"
    BOUNCED = "bounced"
    FAILED = "failed"
    UNSUBSCRIBED = "unsubscribed"
    COMPLAINED = "complained"
    ANSWERED = "answered"
    SUBMITTED = "submitted"
    FINISHED = "finished"
    PROPOSED = "proposed"
    BEGUN = "begun"
    BOOKED = "booked"
    ARRIVED = "arrived"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    OUTCOME = "outcome"


class Stage(StrEnum):
    """The five stages of every journey, in order."""

    AWARENESS = "awareness"
    ACCEPTANCE = "acceptance"
    ACQUISITION = "acquisition"
    CONVERSION = "conversion"
    RETENTION = "retention"


class Role(StrEnum):
    REP = "rep"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class Part(StrEnum):
    """The part that a person has in a touchpoint."""

    ABOUT = "about"
    SPEAKING = "speaking"


class ContactSystem(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


class RecordKind(StrEnum):
    """Records of a person whose fields are corrected one by one; named as their tables are."""

    PERSON = "person"
    CONTACT_POINT = "contact_point"
    RELATIONSHIP = "relationship"


class ImportState(StrEnum):
    """How far an import is; OPEN: it runs, or was cut off and can go on."""

    OPEN = "open"
    PAUSED = "paused"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class Purpose(StrEnum):
    """What a consent is for."""

    CARE = "care"
    MARKETING = "marketing"


class OutreachClass(StrEnum):
    """45 CFR 164.501 and 164.508: which consents and limits apply."""

    TREATMENT = "treatment"
    OPERATIONS = "operations"
    MARKETING = "marketing"


class ConsentAction(StrEnum):
    GIVEN = "given"
    REVOKED = "revoked"


class ConsentForm(StrEnum):
    SPOKEN = "spoken"
    WRITTEN = "written"
    WEB = "web"
    IMPORTED = "imported"


class StopScope(StrEnum):
    """What a stop request stops, narrowest first."""

    NUMBER = "number"
    PERSON = "person"
    MARKETING = "marketing"
    EVERYTHING = "everything"


class HoldCause(StrEnum):
    """Why outreach to a person is stopped for now."""

    DECEASED = "deceased"
    INPATIENT = "inpatient"
    BEREAVED = "bereaved"
    PREGNANCY_LOSS = "pregnancy_loss"
    COMPLAINT_OPEN = "complaint_open"
    CONFIDENTIALITY = "confidentiality"
    LEGAL = "legal"
    """Stops erasure, not outreach, and is shown to nobody who calls."""


class VerificationState(StrEnum):
    UNVERIFIED = "unverified"
    PATIENT = "patient"
    PROXY = "proxy"
    THIRD_PARTY = "third_party"


class VerificationItem(StrEnum):
    """What a caller may be asked to prove who is speaking."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    ZIP = "zip"
    ADDRESS = "address"
    MRN = "mrn"
    PHONE = "phone"


class Authority(StrEnum):
    """By what right somebody speaks for somebody else (45 CFR 164.502(g), 164.510(b))."""

    PERSONAL_REPRESENTATIVE = "personal_representative"
    WRITTEN = "written"
    AGREES_ON_LINE = "agrees_on_line"
    COURT = "court"
    NONE = "none"


class Label(StrEnum):
    """Sensitivity of a fact; hidden from whoever has no need."""

    SUBSTANCE_USE = "substance_use"
    PSYCHIATRIC = "psychiatric"
    HIV_STI = "hiv_sti"
    REPRODUCTIVE = "reproductive"
    GENDER = "gender"
    ABUSE = "abuse"
    GENETIC = "genetic"
    RESTRICTED = "restricted"


class EnrollmentAction(StrEnum):
    ENROLLED = "enrolled"
    LEFT = "left"


class OpenKind(StrEnum):
    """Facts that stay open until a closure names them."""

    CALLBACK = "callback"
    PROMISE = "promise"
    INQUIRY = "inquiry"
    UNMET_NEED = "unmet_need"
    HAND_OFF = "hand_off"
    COMPLAINT = "complaint"
    HOLD = "hold"
    COLLISION = "collision"
    """A correction that found another value than its author had seen."""


class ClosureManner(StrEnum):
    DONE = "done"
    KEPT = "kept"
    BROKEN = "broken"
    ANSWERED = "answered"
    CANCELLED = "cancelled"


class PublicationKind(StrEnum):
    PLAYBOOK = "playbook"
    SCRIPT = "script"
    CONTENT = "content"
    CODES = "codes"
    RULES = "rules"


class AuditKind(StrEnum):
    """What is audited besides the opening of a record and the commands in the journal."""

    SEARCH = "search"
    EXPORT = "export"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"


class Readiness(StrEnum):
    """Whether a rep takes calls; not ready (auxiliary, a break) has a reason."""

    READY = "ready"
    NOT_READY = "not_ready"


class EntryState(StrEnum):
    """Where an outbox entry stands.

    pending → sending → acked; from sending back to pending (transient, unknown), to held (the
    whole queue waits: schema, login, permission), quarantined (this entry is refused), or conflict
    (its id stands on the server with other content). withdrawn: undone before it was sent.
    """

    PENDING = "pending"
    SENDING = "sending"
    ACKED = "acked"
    HELD = "held"
    QUARANTINED = "quarantined"
    CONFLICT = "conflict"
    WITHDRAWN = "withdrawn"

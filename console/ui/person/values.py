"""What the person pane is told beside the views: who is masked, and how far verifying has come."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from console.models.ids import PersonId
from console.models.terms import VerificationItem
from console.ui.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """As much of a person as tells people apart before anybody is verified."""

    initials: str
    age: int | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Who is shown, in a line: the name, how far verified, what must be known, and the stage."""

    name: str
    mark: Mark | None = None
    alerts: tuple[Mark, ...] = ()
    journey: str = ""


class Answer(Enum):
    """What the console answers to what was said."""

    MATCH = "match"
    NO_MATCH = "no_match"
    TO_ASK = "to_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyPerson:
    """Somebody to verify. `note` is the part in the call ("says she is his daughter").

    `shared`: lives with others on this call, so the address proves nothing.
    """

    person: PersonId
    initials: str
    age: int | None
    note: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResults:
    """How far a person is verified; an item without an answer is still to ask.

    `tries_left` counts from the center's limit; None until something did not match.
    """

    person: PersonId
    answers: dict[VerificationItem, Answer] = field(default_factory=dict)
    verified_at: datetime | None = None
    zone: str = "UTC"
    tries_left: int | None = None

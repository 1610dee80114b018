"""What the lookup pane is told: the call on the line, the people on it, and what waits."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from console.models.ids import Login, PersonId
from console.models.terms import Direction
from console.models.views import CallbackView


class Speaker(Enum):
    """The part that picking a person gives: whom the call is with, or whom it is about."""

    SPEAKING = "speaking"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePerson:
    """Somebody who may be on the line, or whom the call may be about.

    `masked` shows initials instead of the name. `relation` is to the other one on this call
    ("her father"). `note` replaces the line made of part and relation ("Attempt 2 of 3").
    """

    person: PersonId
    name: str
    age: int | None
    place: str
    masked: bool = False
    verified: bool = False
    speaking: bool = False
    about: bool = False
    relation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupCall:
    """The call as the lookup pane shows it.

    `number` as stored (E.164 or bare digits). `line` is what is known of the number ("Mobile,
    started 09:41"); empty, the pane says how many people share it. `live` from the first ring to
    the hang-up: meanwhile other people's names are hidden. `nobody`: the call is about nobody.
    """

    direction: Direction
    live: bool
    number: str | None
    people: tuple[LinePerson, ...] = ()
    line: str = ""
    nobody: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for the rep `login`: callbacks in their order, and inquiries still open."""

    callbacks: tuple[CallbackView, ...]
    inquiries: int
    now: datetime
    zone: str
    login: Login | None = None

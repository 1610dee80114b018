"""What a rep fills in to correct a record, before it becomes commands."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from console.models.ids import CallId, Login, PersonId, RelationshipId
from console.models.terms import Authority

PREFERRED, UNRANKED = 0, 100
"""Ranks of contact points: what a rep prefers stands before every rank that a source gives."""


class Mark(Enum):
    """What a contact point may be marked as, in the order in which they are offered."""

    WRONG = "wrong"
    NO_SERVICE = "no_service"
    NO_VOICEMAIL = "no_voicemail"
    WORK = "work"
    PREFERRED = "preferred"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """A person's fields as typed; `sex` and `language` are codes, empty for not known."""

    name: str
    preferred_name: str = ""
    birth_date: str = ""
    sex: str = ""
    language: str = ""
    interpreter: bool = False
    no_voicemail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipForm:
    """Who is what to the person, and may say what until when, as typed.

    `relationship` is one on record, whose authority is corrected; else `other` is new.
    """

    authority: Authority | None
    until: str = ""
    relationship: RelationshipId | None = None
    other: PersonId | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who corrects, on which call if on any, and what day it is where the person lives."""

    login: Login
    today: date
    call: CallId | None = None

"""Calls in progress, and the publications that ship, for the tests of what a rep does."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid5

from console.models.bodies import Codes, Content, Library, Playbook, Rules, Script
from console.models.draft import Draft, DraftStep, DraftStop, DraftVerification
from console.models.ids import CallId, CommandId, FactId, Login, PersonId
from console.models.terms import Direction, StopScope, VerificationItem, VerificationState
from console.resources import resource
from console.services.publication_files import read
from tests.rules.journeys import NOW, PHONE, SPACE

DENISE = PersonId(uuid5(SPACE, "person"))
HAROLD = PersonId(uuid5(SPACE, "harold"))
COMMAND = CommandId(uuid5(SPACE, "command"))
STARTED = NOW - timedelta(minutes=5)


@cache
def shipped() -> Library:
    """The library as it is when a center has published nothing of its own."""
    bodies = [
        read(file).body
        for folder in ("codes", "content", "scripts", "playbooks", "rules")
        for file in sorted(resource(folder).glob("*.yaml"))
    ]
    kinds = {Playbook: "playbook", Script: "script", Content: "content", Codes: "codes"}
    versions = {f"{kinds.get(type(body), 'rules')}:{body.key}": 3 for body in bodies if body}
    codes = next(body for body in bodies if isinstance(body, Codes))
    rules = next(body for body in bodies if isinstance(body, Rules))
    return Library(
        playbooks={body.key: body for body in bodies if isinstance(body, Playbook)},
        scripts={body.key: body for body in bodies if isinstance(body, Script)},
        contents={body.key: body for body in bodies if isinstance(body, Content)},
        codes=codes,
        rules=rules,
        versions=versions,
    )


def live(**more: Any) -> Draft:
    """An outgoing call to Denise, answered four minutes ago."""
    values: dict[str, Any] = {
        "call_id": CallId(uuid5(SPACE, "call")),
        "command_id": COMMAND,
        "login": Login("jordan"),
        "direction": Direction.OUTBOUND,
        "phone": PHONE,
        "started_at": STARTED,
        "answered_at": STARTED + timedelta(minutes=1),
        "speaking_with": DENISE,
        "about": (DENISE,),
    }
    return Draft(**(values | more))


def ended(**more: Any) -> Draft:
    """The same call, hung up now."""
    return live(**({"ended_at": NOW} | more))


def unanswered(seconds: int = 28, **more: Any) -> Draft:
    at = STARTED + timedelta(seconds=seconds)
    return live(**({"answered_at": None, "ended_at": at} | more))


def verified(person: PersonId = DENISE, **more: Any) -> DraftVerification:
    values: dict[str, Any] = {
        "person": person,
        "state": VerificationState.PATIENT,
        "matched": (VerificationItem.NAME, VerificationItem.BIRTH_DATE, VerificationItem.ZIP),
        "at": NOW - timedelta(minutes=3),
    }
    return DraftVerification(**(values | more))


def stop(scope: StopScope = StopScope.EVERYTHING, **more: Any) -> DraftStop:
    values: dict[str, Any] = {
        "command": CommandId(uuid5(SPACE, "stop")),
        "consents": (FactId(uuid5(SPACE, "revocation")),),
        "scope": scope,
        "channel": None,
        "at": NOW,
    }
    return DraftStop(**(values | more))


def said(step: str, value: str, kind: str = "answer", at: datetime = NOW) -> DraftStep:
    return DraftStep(step=step, kind=kind, question=f"{step}?", value=value, at=at)


def with_code(draft: Draft, code: str, **more: Any) -> Draft:
    return replace(draft, code=code, **more)

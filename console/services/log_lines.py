"""Dispositions as JSON lines: read, checked by the same rules as the screen, and logged."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from console.errors import BadInput, ConsoleError, NotFound, Refused
from console.models.commands import LogDisposition
from console.models.draft import (
    Draft,
    DraftAppointment,
    DraftCallback,
    DraftHandOff,
    DraftPromise,
    DraftStep,
    DraftVerification,
)
from console.models.ids import CallId, CommandId, Login, PersonId, derived_id, uuid7
from console.models.person_facts import PersonFacts
from console.models.terms import (
    Authority,
    Channel,
    Direction,
    StopScope,
    VerificationItem,
    VerificationState,
)
from console.models.views import ContactPointView
from console.rules import phone as phones
from console.rules import stage
from console.services import codec
from console.services.apply import journal_body

if TYPE_CHECKING:
    from console.services.center import Center

STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLine:
    __pydantic_config__ = STRICT
    person: str
    state: VerificationState
    matched: tuple[VerificationItem, ...] = ()
    authority: Authority | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedLine:
    __pydantic_config__ = STRICT
    statement: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptLine:
    __pydantic_config__ = STRICT
    key: str
    version: int | None = None
    answers: dict[str, str] = field(default_factory=dict)
    missed: tuple[MissedLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLine:
    __pydantic_config__ = STRICT
    scope: StopScope
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackLine:
    __pydantic_config__ = STRICT
    at: datetime
    asked_for: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    __pydantic_config__ = STRICT
    what: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentLine:
    at: datetime
    place: str = ""
    with_: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffLine:
    __pydantic_config__ = STRICT
    to: str
    what: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectsLine:
    __pydantic_config__ = STRICT
    stops: tuple[StopLine, ...] = ()
    callback: CallbackLine | None = None
    promises: tuple[PromiseLine, ...] = ()
    appointment: dict[str, str] | None = None
    sends: tuple[str, ...] = ()
    unmet_need: str | None = None
    complaint: str | None = None
    hand_off: HandOffLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as the command line's contract has it."""

    __pydantic_config__ = STRICT
    id: UUID | None = None
    direction: Direction
    phone: str | None = None
    started_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    hold_seconds: int = 0
    wrap_up_seconds: int = 0
    speaking_with: str | None = None
    about: tuple[str, ...] = ()
    verification: tuple[VerifiedLine, ...] = ()
    journey: str | None = None
    script: ScriptLine | None = None
    code: str
    reason: str | None = None
    notes: str | None = None
    effects: EffectsLine = EffectsLine()


@dataclass(frozen=True, slots=True)
class LoggedLine:
    id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """`line` counts from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    logged: tuple[LoggedLine, ...]
    refused: tuple[RefusedLine, ...]


class LogLines:
    """Logs what others' programs send; a refused line changes nothing, the others go in."""

    def __init__(self, center: "Center") -> None:
        self._center = center
        self._login: Login = center.acting().login

    def log(self, lines: Iterable[str]) -> Answer:
        logged: list[LoggedLine] = []
        refused: list[RefusedLine] = []
        for number, text in enumerate(lines, 1):
            if not text.strip():
                continue
            try:
                logged.append(self._log_one(text))
            except ConsoleError as error:
                refused.append(RefusedLine(number, error.message))
        return Answer(tuple(logged), tuple(refused))

    def _log_one(self, text: str) -> LoggedLine:
        document = _parsed(text)
        line = codec.load(Line, document)
        _check_times(line)
        request_sha = codec.sha(codec.canonical(document))
        command_id = CommandId(line.id or uuid7())
        if self._known(command_id, request_sha):
            return LoggedLine(command_id, line.code)
        draft, facts, points = self._draft(line, command_id)
        for stop in line.effects.stops:
            subject = draft.about[0] if draft.about else draft.speaking_with
            draft = self._center.dispositions.stop(draft, stop.scope, subject, channel=stop.channel)
        self._center.dispositions.log(
            draft,
            facts,
            self._center.library(),
            points,
            at_once=True,
            done_at=(draft.ended_at or line.started_at) + timedelta(seconds=line.wrap_up_seconds),
            request_sha=request_sha,
        )
        return LoggedLine(command_id, line.code)

    def _known(self, command_id: CommandId, request_sha: str) -> bool:
        """Whether this id was logged with this content; Refused when it was with other content."""
        command = self._center.outbox.find(command_id)
        body = command.body if command else None
        if body is None:
            with self._center.shared.transaction(writes=False) as session:
                body = journal_body(session, command_id)
        if body is None:
            return False
        if not isinstance(body, LogDisposition) or body.request_sha != request_sha:
            raise Refused("This id was logged before with other content. Give the line a new id.")
        return True

    def _draft(
        self, line: Line, command_id: CommandId
    ) -> tuple[Draft, Mapping[PersonId, PersonFacts], tuple[ContactPointView, ...]]:
        people = {text: self._person(text) for text in _named(line)}
        about = tuple(people[text] for text in line.about)
        records = {
            person: self._center.records.open(
                frozenset({person}), login=self._login, reason="command line"
            )
            for person in about
        }
        facts = {person: record.facts for person, record in records.items()}
        library = self._center.library()
        at = line.ended_at or line.answered_at or line.started_at
        stages = [view for found in facts.values() for view in stage.stages(found, library, at)]
        standing = next((view for view in stages if view.journey == line.journey), None)
        if line.journey and line.journey not in library.playbooks:
            raise NotFound(f"There is no journey {line.journey}. List them with: publications")
        effects = line.effects
        draft = Draft(
            call_id=CallId(derived_id(command_id, "call")),
            command_id=command_id,
            login=self._login,
            direction=line.direction,
            phone=_number(line.phone, library.rules.region),
            started_at=line.started_at,
            answered_at=line.answered_at,
            ended_at=at,
            hold_seconds=line.hold_seconds,
            speaking_with=people[line.speaking_with] if line.speaking_with else None,
            about=about,
            verification=tuple(_verified(entry, people, at) for entry in line.verification),
            journey=line.journey,
            stage=standing.stage if standing else None,
            code=line.code,
            reason=line.reason,
            notes=line.notes or "",
            promises=tuple(
                DraftPromise(what=entry.what, due_at=entry.due) for entry in effects.promises
            ),
            callback=_callback(effects.callback, records, library.rules.zone),
            appointment=_appointment(effects.appointment),
            sends=effects.sends,
            unmet_need=effects.unmet_need or "",
            complaint=effects.complaint or "",
            hand_off=_hand_off(effects.hand_off),
        )
        points = tuple(p for record in records.values() for p in record.view.contact_points)
        return _with_script(draft, line.script, at), facts, points

    def _person(self, text: str) -> PersonId:
        return self._center.records.resolve(text)


def _parsed(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("This line is no JSON. Write one disposition a line.") from None
    if not isinstance(document, dict):
        raise BadInput("A disposition is a JSON object.")
    return {key: value for key, value in document.items() if value is not None}


def _check_times(line: Line) -> None:
    instants = [at for at in (line.started_at, line.answered_at, line.ended_at) if at]
    if any(at.tzinfo is None for at in instants):
        raise BadInput("Times need an offset, like 2026-11-19T14:30:00-05:00.")
    if instants != sorted(instants):
        raise BadInput("A call starts, is answered and ends in this order. Check the times.")


def _named(line: Line) -> list[str]:
    named = [*line.about, *(entry.person for entry in line.verification)]
    return [*named, line.speaking_with] if line.speaking_with else named


def _number(text: str | None, region: str) -> str | None:
    if not text:
        return None
    parsed = phones.parse(text, region)
    if parsed is None:
        raise BadInput("The phone is no number. Leave it out when it was withheld.")
    return parsed.value


def _verified(
    entry: VerifiedLine, people: Mapping[str, PersonId], at: datetime
) -> DraftVerification:
    return DraftVerification(
        person=people[entry.person],
        state=entry.state,
        matched=entry.matched,
        authority=entry.authority,
        at=at,
    )


def _callback(
    entry: CallbackLine | None, records: Mapping[PersonId, Any], zone: str
) -> DraftCallback | None:
    if entry is None:
        return None
    zones = [record.view.zone for record in records.values()]
    return DraftCallback(
        due_at=entry.at, zone=zones[0] if zones else zone, asked_for=entry.asked_for
    )


def _appointment(entry: dict[str, str] | None) -> DraftAppointment | None:
    """Read by hand, since "with" is no name in Python."""
    if entry is None:
        return None
    line = codec.load(
        AppointmentLine, {("with_" if k == "with" else k): v for k, v in entry.items()}
    )
    return DraftAppointment(at=line.at, place=line.place, with_whom=line.with_)


def _hand_off(entry: HandOffLine | None) -> DraftHandOff | None:
    return DraftHandOff(to=entry.to, what=entry.what, due_at=entry.due) if entry else None


def _with_script(draft: Draft, script: ScriptLine | None, at: datetime) -> Draft:
    if script is None:
        return draft
    answers = (
        DraftStep(step=step, kind="answer", value=value, at=at)
        for step, value in script.answers.items()
    )
    missed = (
        DraftStep(step=entry.statement, kind="missed", reason=entry.reason, at=at)
        for entry in script.missed
    )
    return replace(
        draft, script=script.key, script_version=script.version, path=(*answers, *missed)
    )

"""One line of `log`: its shape, as the command line's contract has it, and reading it strictly."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid5

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from console.errors import BadInput
from console.models.ids import CommandId, uuid7
from console.models.terms import (
    Authority,
    Channel,
    Direction,
    StopScope,
    VerificationItem,
    VerificationState,
)
from console.services import codec

STRICT: dict[str, Any] = {"extra": "forbid"}
NAMESPACE = UUID("5f7c2a3e-6b0d-5c43-9a51-0d4e7c1b8f26")
"""Ids that are no UUID are hashed into this one, so that every desk gives them the same."""

YEARS = range(1990, 2200)
A_DAY = 86_400
EMPTY: tuple[Any, ...] = (None, "", [], {})
MANY = 3
"""As many faults are told at once; more than that is another format."""


def _instant(value: object) -> datetime:
    """An instant in UTC; never a number, nor a time without an offset."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise PydanticCustomError("instant", "needs an offset, like 2026-11-19T14:30:00-05:00")
    if found.year not in YEARS:
        raise PydanticCustomError("instant", "is in a year that no call was in")
    return found.astimezone(UTC)


def _text(value: object) -> object:
    """Numbers are fine as ids."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Instant = Annotated[datetime, BeforeValidator(_instant)]
Seconds = Annotated[int, Field(ge=0, le=A_DAY)]
Name = Annotated[str, BeforeValidator(_text), Field(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLine:
    __pydantic_config__ = STRICT
    person: Name
    state: VerificationState
    matched: tuple[VerificationItem, ...] = ()
    authority: Authority | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedLine:
    """`statement`: the step that holds the required statement, or the statement itself."""

    __pydantic_config__ = STRICT
    statement: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptLine:
    """`answers` by step; `version` None is the one in force."""

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
    at: Instant
    asked_for: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    __pydantic_config__ = STRICT
    what: str
    due: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentLine:
    __pydantic_config__ = STRICT
    at: Instant
    place: str = ""
    with_whom: Annotated[str, Field(alias="with")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffLine:
    __pydantic_config__ = STRICT
    to: str
    what: str
    due: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectsLine:
    __pydantic_config__ = STRICT
    stops: tuple[StopLine, ...] = ()
    callback: CallbackLine | None = None
    promises: tuple[PromiseLine, ...] = ()
    appointment: AppointmentLine | None = None
    sends: tuple[str, ...] = ()
    unmet_need: str = ""
    complaint: str = ""
    hand_off: HandOffLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One disposition. Persons are named by id or MRN; times are UTC once read."""

    __pydantic_config__ = STRICT
    id: Name | None = None
    direction: Direction
    phone: Name | None = None
    started_at: Instant
    answered_at: Instant | None = None
    ended_at: Instant | None = None
    hold_seconds: Seconds = 0
    wrap_up_seconds: Seconds = 0
    speaking_with: Name | None = None
    about: tuple[Name, ...] = ()
    verification: tuple[VerifiedLine, ...] = ()
    journey: str | None = None
    script: ScriptLine | None = None
    code: str
    reason: str | None = None
    notes: str = ""
    effects: EffectsLine = EffectsLine()

    @property
    def over_at(self) -> datetime:
        """When the call ended, as far as the line tells."""
        return self.ended_at or self.answered_at or self.started_at

    def command_id(self) -> CommandId:
        """The command that logs it; without an id a new one each time."""
        if self.id is None:
            return CommandId(uuid7())
        try:
            return CommandId(UUID(self.id))
        except ValueError:
            return CommandId(uuid5(NAMESPACE, self.id))


_LINE = TypeAdapter(Line)


def read(text: str) -> tuple[Line, str]:
    """The line, and the hash that tells two requests with one id apart.

    Fields that are null or empty are as if they were absent. Raises BadInput, in one sentence
    that repeats no value.
    """
    present = _document(text)
    try:
        line = _LINE.validate_python(present)
    except ValidationError as error:
        raise BadInput(_problems(error)) from None
    _check_times(line)
    return line, codec.sha(codec.canonical(present))


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text, parse_constant=_no_number)
        whole, present = _is_text(text) and _is_text(document), _present(document)
    except (ValueError, RecursionError):
        raise BadInput("This line is no JSON. Write one disposition a line.") from None
    if not isinstance(document, dict):
        raise BadInput("A disposition is a JSON object. Write one a line.")
    if not whole:
        raise BadInput("The line holds something that is no UTF-8 text. Write it without.")
    return dict(present)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _is_text(value: object) -> bool:
    """Whether a database keeps all of it: no NUL, no half of a surrogate pair."""
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, dict):
        return all(_is_text(name) and _is_text(part) for name, part in value.items())
    return all(map(_is_text, value)) if isinstance(value, list) else True


def _present(value: Any) -> Any:
    """The same without what is null or empty, at any depth."""
    if isinstance(value, dict):
        named = {name: _present(part) for name, part in value.items()}
        return {name: part for name, part in named.items() if part not in EMPTY}
    if isinstance(value, list):
        return [part for part in map(_present, value) if part not in EMPTY]
    return value


def _check_times(line: Line) -> None:
    instants = [at for at in (line.started_at, line.answered_at, line.ended_at) if at]
    if instants != sorted(instants):
        raise BadInput("A call starts, is answered and ends in this order. Check the times.")
    if line.hold_seconds > (line.over_at - line.started_at).total_seconds():
        raise BadInput("hold_seconds is more than the call lasted. Check the times.")


def _problems(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False)
    told = [f"{_place(fault['loc'])} {_words(fault)}" for fault in faults[:MANY]]
    if len(faults) > MANY:
        told.append(f"{len(faults) - MANY} more")
    return "; ".join(told) + "."


def _place(steps: tuple[int | str, ...]) -> str:
    """As in effects.promises[0].due, with what an integrator wrote cut short."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step[:40]}" for step in steps)
    return "".join(parts).removeprefix(".")


def _words(fault: Any) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "enum":
        return f"must be one of {context['expected']}".replace("'", "")
    if kind == "instant":
        return str(fault["msg"])
    if kind in _WORDS:
        return _WORDS[kind]
    return f"does not fit: {fault['msg']}"


_WORDS = {
    "missing": "is missing",
    "unexpected_keyword_argument": "is no field of a disposition",
    "string_type": "must be text",
    "string_too_long": "is too long",
    "tuple_type": "must be a list",
    "dict_type": "must be an object",
    "dataclass_type": "must be an object",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must not be negative",
    "less_than_equal": "is longer than a day",
}

"""Dispositions as JSON lines: checked by the same rules as the screen, and logged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from console.errors import ConsoleError, NotFound, Refused
from console.models.bodies import Library, OutcomeCode
from console.models.commands import LogDisposition
from console.models.ids import CommandId, Login, PersonId
from console.services import log_line
from console.services.log_draft import as_draft, with_facts, with_stops
from console.services.log_line import Line
from console.services.log_reads import LogReads

if TYPE_CHECKING:
    from console.services.center import Center

A_CODE = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """`id` as the line gave it, else the new one."""

    id: str
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
        self._reads = LogReads(center)
        self._login: Login = center.identity.acting().login

    def log(self, lines: Iterable[str]) -> Answer:
        """Each line is durable at this desk when it stands among the logged ones."""
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
        line, request_sha = log_line.read(text)
        command_id = line.command_id()
        answer = LoggedLine(line.id or str(command_id), line.code)
        library = self._reads.library()  # first: the desk keeps it for when the server is away
        if self._known(command_id, request_sha):
            return answer
        code = _code(line.code, library)
        if line.script:
            script = self._reads.script(library, line.script.key, line.script.version)
            library = replace(library, scripts={**library.scripts, script.key: script})
        people = {name: self._reads.person(name) for name in _named(line)}
        draft = as_draft(line, command_id, self._login, people, code, library)
        draft, stops = with_stops(draft, line, self._center.clock())
        facts = self._reads.facts(draft.about or _somebody(draft.speaking_with))
        marks = code.marks_wrong_number and draft.about and draft.phone
        numbers = self._reads.numbers(draft.about) if marks else ()
        self._center.dispositions.log(
            with_facts(draft, facts, library),
            facts,
            library,
            numbers,
            at_once=True,
            done_at=line.over_at + timedelta(seconds=line.wrap_up_seconds),
            request_sha=request_sha,
            stops=stops,
        )
        return answer

    def _known(self, command_id: CommandId, request_sha: str) -> bool:
        """Whether this id was logged with this content; Refused when it was with other content."""
        body = self._reads.body(command_id)
        if body is None:
            return False
        if not isinstance(body, LogDisposition) or body.request_sha != request_sha:
            raise Refused("This id was logged before with other content. Give the line a new id.")
        return True


def _code(key: str, library: Library) -> OutcomeCode:
    code = library.codes.find(key)
    if code is None:
        known = [one.code for one in library.codes.codes if not one.system]
        close = get_close_matches(key.strip().casefold().replace(" ", "_"), known, 1)
        raise NotFound(
            f"There is no outcome {key if A_CODE.fullmatch(key) else 'with this code'}"
            f"{f'; did you mean {close[0]}?' if close else '.'} "
            "List them with: engagement-console publications --codes"
        )
    if code.system:
        raise Refused(f"The outcome {key} is set by the program alone. Log another one.")
    return code


def _named(line: Line) -> list[str]:
    named = [*line.about, *(entry.person for entry in line.verification)]
    return [*named, line.speaking_with] if line.speaking_with else named


def _somebody(person: PersonId | None) -> tuple[PersonId, ...]:
    return (person,) if person else ()

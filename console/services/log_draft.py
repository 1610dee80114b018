"""A line of `log` as the draft that the screen would have made of the same call."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from console.errors import BadInput, NotFound, Refused
from console.models.bodies import Library, OutcomeCode
from console.models.commands import Command, RequestStop
from console.models.draft import (
    Draft,
    DraftAppointment,
    DraftCallback,
    DraftHandOff,
    DraftPromise,
    DraftStop,
    DraftVerification,
)
from console.models.ids import CallId, CommandId, FactId, Login, PersonId, derived_id
from console.models.person_facts import PersonFacts
from console.models.terms import Direction, OpenKind, VerificationState
from console.rules import call, hours, stage
from console.rules import phone as phones
from console.rules.stop_request import stop_consents
from console.services.log_line import Line
from console.services.log_path import path


def as_draft(
    line: Line,
    command_id: CommandId,
    login: Login,
    people: Mapping[str, PersonId],
    code: OutcomeCode,
    library: Library,
) -> Draft:
    """The call, ended; what depends on the people's facts is added by `with_facts`.

    `people` by how the line names them; the library holds the script in the version pinned.
    Raises BadInput or NotFound for what does not fit the library.
    """
    if line.journey and line.journey not in library.playbooks:
        raise NotFound(
            f"There is no journey {line.journey[:40]}. "
            "List them with: engagement-console publications"
        )
    asked, script = line.effects, line.script
    return Draft(
        call_id=CallId(derived_id(command_id, "call")),
        command_id=command_id,
        login=login,
        direction=line.direction,
        phone=_number(line.phone, library.rules.region),
        started_at=line.started_at,
        answered_at=line.answered_at,
        ended_at=line.over_at,
        hold_seconds=line.hold_seconds,
        speaking_with=people[line.speaking_with] if line.speaking_with else None,
        about=tuple(dict.fromkeys(people[name] for name in line.about)),
        verification=_verification(line, people),
        journey=line.journey,
        script=script.key if script else None,
        script_version=script.version if script else None,
        path=path(library.scripts[script.key], script, line.over_at) if script else (),
        code=code.code,
        reason=_reason(line.reason, code),
        notes=line.notes,
        callback=_callback(line, library.rules.zone),
        promises=tuple(DraftPromise(what=one.what, due_at=one.due) for one in asked.promises),
        appointment=_appointment(line),
        sends=_sends(asked.sends, library),
        unmet_need=asked.unmet_need,
        complaint=asked.complaint,
        hand_off=_hand_off(line),
    )


def with_stops(draft: Draft, line: Line, now: datetime) -> tuple[Draft, tuple[Command, ...]]:
    """The draft that remembers its stop requests, and the commands that make them.

    Their ids follow from the line's, so that a line logged again after a crash stops once. Raises
    Refused when there is neither a number nor a person to stop.
    """
    commands = []
    for place, asked in enumerate(line.effects.stops):
        command_id = CommandId(derived_id(draft.command_id, "stop", str(place)))
        consents = stop_consents(
            asked.scope,
            call.subject(draft),
            draft.phone,
            asked.channel,
            command=command_id,
            at=line.over_at,
        )
        if not consents:
            raise Refused("A stop needs the number or the person that it is for.")
        body = RequestStop(call=draft.call_id, consents=consents)
        commands.append(Command(id=command_id, author=draft.login, made_at=now, body=body))
        stop = DraftStop(
            command=command_id,
            consents=tuple(one.id for one in consents),
            scope=asked.scope,
            channel=asked.channel,
            at=line.over_at,
        )
        draft = replace(draft, stops=(*draft.stops, stop))
    return draft, tuple(commands)


def with_facts(draft: Draft, facts: Mapping[PersonId, PersonFacts], library: Library) -> Draft:
    """The draft with what records tell: the stage, the zone of a callback, the inquiry answered."""
    at = draft.ended_at or draft.started_at
    views = [view for known in facts.values() for view in stage.stages(known, library, at)]
    standing = next((view for view in views if view.journey == draft.journey), None)
    subject = call.subject(draft)
    own = facts.get(subject) if subject else None
    callback = draft.callback
    if callback is not None and own is not None:
        callback = replace(callback, zone=hours.zone_of(own, library.rules))
    return replace(
        draft,
        stage=standing.stage if standing else None,
        callback=callback,
        answers_inquiry=_inquiry(draft, own),
    )


def _inquiry(draft: Draft, facts: PersonFacts | None) -> FactId | None:
    """The oldest open question of the person, as on the screen: of a caller once verified."""
    verified = draft.verification_of(call.subject(draft))
    told = verified is not None and verified.state is not VerificationState.UNVERIFIED
    if facts is None or not (told or draft.direction is Direction.OUTBOUND):
        return None
    asked = [entry for entry in facts.open if entry.kind is OpenKind.INQUIRY]
    oldest = min(asked, key=lambda entry: entry.at, default=None)
    return oldest.id if oldest else None


def _number(text: str | None, region: str) -> str | None:
    if text is None:
        return None
    parsed = phones.parse(text, region)
    if parsed is None:
        raise BadInput("The phone is no number. Leave it out when it was withheld.")
    return parsed.value


def _verification(line: Line, people: Mapping[str, PersonId]) -> tuple[DraftVerification, ...]:
    return tuple(
        DraftVerification(
            person=people[entry.person],
            state=entry.state,
            matched=entry.matched,
            authority=entry.authority,
            at=line.over_at,
        )
        for entry in line.verification
    )


def _reason(reason: str | None, code: OutcomeCode) -> str | None:
    """The reason as the code spells it: "not_needed" and "Not needed" are one."""
    if reason is None or not code.reasons:
        return reason
    spelled = {_folded(one): one for one in code.reasons}
    if _folded(reason) not in spelled:
        raise BadInput(f"{code.code} takes one of these reasons: {', '.join(code.reasons)}.")
    return spelled[_folded(reason)]


def _folded(reason: str) -> str:
    return " ".join(reason.replace("_", " ").casefold().split())


def _callback(line: Line, zone: str) -> DraftCallback | None:
    asked = line.effects.callback
    return DraftCallback(due_at=asked.at, zone=zone, asked_for=asked.asked_for) if asked else None


def _appointment(line: Line) -> DraftAppointment | None:
    asked = line.effects.appointment
    if asked is None:
        return None
    return DraftAppointment(at=asked.at, place=asked.place, with_whom=asked.with_whom)


def _hand_off(line: Line) -> DraftHandOff | None:
    asked = line.effects.hand_off
    return DraftHandOff(to=asked.to, what=asked.what, due_at=asked.due) if asked else None


def _sends(entries: tuple[str, ...], library: Library) -> tuple[str, ...]:
    for entry in entries:
        key = entry.partition("/")[0]
        if key not in library.contents:
            raise NotFound(
                f"There is no content {key[:40]}. List it with: engagement-console publications"
            )
    return entries

"""Calls of the demo's reps as the commands that the desk would have sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from console.models.bodies import Script
from console.models.commands import (
    CallbackFact,
    CallFact,
    CloseOpen,
    ClosureFact,
    Command,
    Effects,
    LogDisposition,
    PathStep,
    PromiseFact,
    RequestStop,
    SendFact,
    VerificationFact,
)
from console.models.draft import Draft
from console.models.ids import CallId, CommandId, FactId, Login, PersonId
from console.models.terms import (
    Channel,
    ClosureManner,
    Direction,
    OpenKind,
    Stage,
    StopScope,
    VerificationItem,
    VerificationState,
)
from console.rules import script as walking
from console.rules.stop_request import stop_consents
from console.services.demo.calendar import Calendar
from console.services.demo.ledger import Ledger
from console.services.demo.roster import Roster
from console.services.demo.someone import Someone
from console.services.demo.vocabulary import CHANNEL_OF_SEND, Vocabulary

THIRD_ITEMS = (VerificationItem.ZIP, VerificationItem.ADDRESS, VerificationItem.MRN)
MOST_STEPS = 14
MISSED_REASON = "The line cut out and the caller was in a hurry."

Owned = TypeVar("Owned", CallbackFact, PromiseFact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A call before the rep is known: `talk` is in seconds, None when nobody answered.

    `code` names the outcome wanted, then what may stand for it. `asked`: she asked to be called.
    `verified`: that who speaks is she herself, matched.
    """

    code: tuple[str, ...]
    at: datetime
    direction: Direction = Direction.OUTBOUND
    talk: int | None = None
    ring: int = 14
    reason: str | None = None
    notes: str = ""
    journey: str | None = None
    stage: Stage | None = None
    asked: bool = False
    verified: bool = False
    spoken_to: bool = False
    about: tuple[PersonId, ...] | None = None
    phone: str | None = None
    login: Login | None = None
    miss_statement: bool = False
    effects: Effects = field(default_factory=Effects)


class Desk:
    """Turns planned calls into commands; gives each a rep who is free and the script's path."""

    def __init__(
        self, ledger: Ledger, calendar: Calendar, words: Vocabulary, roster: Roster, chance: Random
    ) -> None:
        self._ledger = ledger
        self._calendar = calendar
        self._words = words
        self._roster = roster
        self._chance = chance
        self.commands: list[Command] = []

    def call(self, one: Someone | None, plan: Planned) -> LogDisposition | None:
        """Logs a call with or about somebody; None when no such outcome is published.

        The rep is given at the end, so owners in `plan.effects` are set here, too.
        """
        code = self._words.code(*plan.code)
        if code is None:
            return None
        wrap_up = self._chance.randint(9, 30) if plan.talk is None else self._chance.randint(25, 70)
        rings = timedelta(seconds=plan.ring)
        talks = timedelta(seconds=plan.talk or 0)
        lasts = rings + talks + timedelta(seconds=wrap_up)
        login, started = self._roster.take(plan.at, lasts, plan.login)
        answered = started + rings if plan.talk is not None else None
        call = CallFact(
            id=CallId(self._ledger.new_id()),
            direction=plan.direction,
            phone=plan.phone or (one.phone if one else None),
            line="main" if plan.direction is Direction.INBOUND else None,
            started_at=started,
            answered_at=answered,
            ended_at=started + rings + talks,
            wrap_up_seconds=wrap_up,
            speaking_with=one.id if one and (plan.verified or plan.spoken_to) else None,
            about=plan.about if plan.about is not None else (one.id,) if one else (),
        )
        return self._log(one, plan, code.code, call, login)

    def _log(
        self, one: Someone | None, plan: Planned, code: str, call: CallFact, login: Login
    ) -> LogDisposition:
        script = None
        path: tuple[PathStep, ...] = ()
        if plan.talk is not None:
            script = self._words.script(plan.journey, plan.stage, plan.direction, asked=plan.asked)
            path = self._path(script, code, call, login, missing=plan.miss_statement)
        body = LogDisposition(
            disposition=FactId(self._ledger.new_id()),
            call=call,
            code=code,
            reason=plan.reason,
            notes=plan.notes,
            journey=plan.journey,
            stage=plan.stage,
            script=script.key if script else None,
            versions=self._words.versions(plan.journey, script),
            verification=self._verification(one, plan, call),
            path=path,
            effects=_settled(plan.effects, login, call),
            zone=str(self._calendar.zone),
        )
        made_at = call.ended_at + timedelta(seconds=call.wrap_up_seconds)
        command_id = CommandId(self._ledger.new_id())
        self.commands.append(Command(id=command_id, author=login, made_at=made_at, body=body))
        return body

    def _verification(
        self, one: Someone | None, plan: Planned, call: CallFact
    ) -> tuple[VerificationFact, ...]:
        if one is None or not plan.verified or call.answered_at is None:
            return ()
        third = self._chance.choice(THIRD_ITEMS)
        return (
            VerificationFact(
                id=FactId(self._ledger.new_id()),
                person=one.id,
                state=VerificationState.PATIENT,
                matched=(VerificationItem.NAME, VerificationItem.BIRTH_DATE, third),
                at=call.answered_at + timedelta(seconds=self._chance.randint(20, 55)),
            ),
        )

    def _path(
        self, script: Script | None, code: str, call: CallFact, login: Login, *, missing: bool
    ) -> tuple[PathStep, ...]:
        """The script walked to where the outcome was clear, by the rules of the guide itself."""
        if script is None or call.answered_at is None:
            return ()
        seconds = (call.ended_at - call.answered_at).total_seconds()
        draft = Draft(
            call_id=call.id,
            command_id=CommandId(call.id),
            login=login,
            direction=call.direction,
            started_at=call.started_at,
        )
        draft = walking.begin(draft, script, 1, call.answered_at)
        for turn in range(MOST_STEPS):
            at = call.answered_at + timedelta(seconds=seconds * (turn + 1) / (MOST_STEPS + 1))
            step = walking.current(script, draft.path)
            if step is None:
                break
            if step.required and not missing:
                draft = walking.read(draft, script, at)
            elif step.required:
                draft = walking.missed(draft, script, MISSED_REASON, at)
            draft = walking.answer(draft, script, self._answer(script, step.id, code), at)
            if (telling := walking.proposes(script, draft.path)) and telling[0] == code:
                break
        return tuple(
            PathStep(
                id=FactId(self._ledger.new_id()),
                step=entry.step,
                kind=entry.kind,
                question=entry.question,
                value=entry.value,
                reason=entry.reason,
                at=entry.at,
            )
            for entry in draft.path
        )

    def _answer(self, script: Script, step_id: str, code: str) -> str:
        """The option that suggests the outcome, else one that suggests none."""
        step = next(step for step in script.steps if step.id == step_id)
        telling = [option.label for option in step.options if option.proposes == code]
        open_ = [
            option.label
            for option in step.options
            if option.proposes is None and option.effect not in ("stop", "escalate", "complaint")
        ]
        if telling or open_:
            return (telling or open_)[0]
        return step.options[0].label if step.options else ""

    def stop(self, one: Someone, body: LogDisposition, scope: StopScope) -> None:
        """A stop request during a call that was logged; a command of its own, in force at once."""
        call = body.call
        command = CommandId(self._ledger.new_id())
        at = call.ended_at - timedelta(seconds=8)
        consents = stop_consents(scope, one.id, one.phone, None, command=command, at=at)
        stop = RequestStop(call=call.id, consents=consents)
        author = next(entry.author for entry in reversed(self.commands) if entry.body is body)
        self.commands.append(Command(id=command, author=author, made_at=at, body=stop))

    def close(self, fact: PromiseFact | CallbackFact, manner: ClosureManner, at: datetime) -> None:
        """Closes what stood open outside a call."""
        kind = OpenKind.PROMISE if isinstance(fact, PromiseFact) else OpenKind.CALLBACK
        closure = ClosureFact(
            id=FactId(self._ledger.new_id()), target=fact.id, target_kind=kind, manner=manner
        )
        body = CloseOpen(closures=(closure,))
        command_id = CommandId(self._ledger.new_id())
        self.commands.append(Command(id=command_id, author=fact.owner, made_at=at, body=body))

    def send(self, content: str, one: Someone, at: datetime) -> SendFact:
        piece = self._words.piece(content)
        return SendFact(
            id=FactId(self._ledger.new_id()),
            person=one.id,
            content=content,
            version=piece.version or 1,
            title=piece.title,
            channel=CHANNEL_OF_SEND.get(content, Channel.EMAIL),
            outreach_class=piece.outreach_class,
            at=at,
        )

    def callback(
        self, one: Someone, due: datetime, note: str, *, asked_for: bool = True
    ) -> CallbackFact:
        return CallbackFact(
            id=FactId(self._ledger.new_id()),
            person=one.id,
            phone=one.phone,
            due_at=due,
            zone=one.zone,
            asked_for=asked_for,
            owner=Login(""),
            note=note,
        )


def _settled(effects: Effects, login: Login, call: CallFact) -> Effects:
    """Callbacks and promises belong to the rep of the call; what was sent or agreed has its end."""
    return replace(
        effects,
        callbacks=_owned(effects.callbacks, login),
        promises=_owned(effects.promises, login),
        sends=tuple(replace(send, at=call.ended_at) for send in effects.sends),
        consents=tuple(replace(consent, at=call.ended_at) for consent in effects.consents),
    )


def _owned(facts: Sequence[Owned], login: Login) -> tuple[Owned, ...]:
    return tuple(replace(fact, owner=login) for fact in facts)

"""Logging: a finished draft becomes a command in the outbox; stop requests go at once and alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from console.errors import Refused
from console.models.bodies import Library
from console.models.commands import (
    Command,
    ConsentFact,
    LiftStop,
    LogDisposition,
    RequestStop,
)
from console.models.draft import Draft, DraftStop
from console.models.ids import CommandId, FactId, PersonId, uuid7
from console.models.person_facts import PersonFacts
from console.models.terms import Channel, StopScope
from console.models.views import ContactPointView
from console.rules import disposition, effects, stop_request
from console.services.drafts import Drafts
from console.services.outbox import Outbox


class Dispositions:
    """Every method is durable at this desk when it returns; sending is somebody else's work."""

    def __init__(
        self,
        outbox: Outbox,
        drafts: Drafts,
        clock: Callable[[], datetime],
        undo_for: timedelta,
    ) -> None:
        self._outbox = outbox
        self._drafts = drafts
        self._clock = clock
        self._undo_for = undo_for

    def log(
        self,
        draft: Draft,
        facts: Mapping[PersonId, PersonFacts],
        library: Library,
        contact_points: Iterable[ContactPointView] = (),
        *,
        at_once: bool = False,
        done_at: datetime | None = None,
        request_sha: str | None = None,
        stops: Iterable[Command] = (),
    ) -> CommandId:
        """Takes the disposition in; until `undo_for` is over, `undo` gives the call back.

        `facts` are those of the people whom the call is about. `at_once` leaves no time to undo;
        `done_at` is when the wrap-up ended, now by default. `stops` are requests of a call that is
        told afterwards; they go in with it or not at all.
        Raises Refused, saying everything that is missing.
        """
        lacking = disposition.missing(draft, library)
        if lacking:
            raise Refused(" ".join(entry.text for entry in lacking))
        now = self._clock()
        body = effects.log_disposition(draft, facts, library, done_at or now, contact_points)
        body = replace(body, zone=library.rules.zone, request_sha=request_sha)
        command = Command(id=draft.command_id, author=draft.login, made_at=now, body=body)
        delay = None if at_once else self._undo_for
        self._outbox.put(command, delay=delay, draft=draft, before=stops)
        return command.id

    def undo(self, command_id: CommandId) -> Draft | None:
        """The call as it was before it was logged, or None when it is too late.

        It gets a new command id: the withdrawn one stays withdrawn.
        """
        draft = self._outbox.withdraw(command_id)
        if draft is None:
            return None
        again = replace(draft, command_id=CommandId(uuid7()))
        self._drafts.save(again)
        return again

    def stop(
        self,
        draft: Draft,
        scope: StopScope,
        person: PersonId | None,
        *,
        channel: Channel | None = None,
        evidence: str = "",
    ) -> Draft:
        """A stop request, in force from now on; the draft remembers it, whatever becomes of it.

        Raises Refused when neither person nor number is known: it must not be said then that
        anything was stopped.
        """
        now = self._clock()
        command = CommandId(uuid7())
        consents = stop_request.stop_consents(
            scope, person, draft.phone, channel, command=command, at=now, evidence=evidence
        )
        if not consents:
            raise Refused("Nothing is stopped yet: no number is known here. Pick the person first.")
        self._put(command, draft, RequestStop(call=draft.call_id, consents=consents), now)
        ids = tuple(entry.id for entry in consents)
        entry = DraftStop(
            command=command, consents=ids, scope=scope, channel=channel, at=now, person=person
        )
        return self._saved(replace(draft, stops=(*draft.stops, entry)))

    def narrow(self, draft: Draft, scope: StopScope, person: PersonId | None, reason: str) -> Draft:
        """The last stop again with a narrower scope and its reason; both entries stay."""
        now = self._clock()
        command = CommandId(uuid7())
        last = draft.stops[-1]
        try:
            consents = stop_request.narrow(
                last, scope, person, draft.phone, command=command, at=now, reason=reason
            )
        except ValueError:
            raise Refused("Narrowing a stop needs a reason. Write what the caller said.") from None
        self._put(command, draft, LiftStop(call=draft.call_id, consents=consents), now)
        ids = tuple(entry.id for entry in consents if not entry.lifts)
        entry = DraftStop(
            command=command, consents=ids, scope=scope, channel=last.channel, at=now, person=person
        )
        return self._saved(replace(draft, stops=(*_lifted(draft), entry)))

    def lift(self, draft: Draft, reason: str) -> Draft:
        """Takes the stops of this call back: pressed by mistake; all entries stay.

        Each for whom it was written, whoever the call belongs to now.
        """
        now = self._clock()
        command = CommandId(uuid7())
        consents = tuple(
            fact
            for stop in draft.stops
            if not stop.lifted
            for fact in stop_request.lift(
                stop.consents,
                scope=stop.scope,
                person=stop.person,
                contact=draft.phone,
                channel=stop.channel,
                command=command,
                at=now,
                reason=reason,
            )
        )
        self._put(command, draft, LiftStop(call=draft.call_id, consents=consents), now)
        stops = tuple(replace(stop, lifted=True) for stop in draft.stops)
        return self._saved(replace(draft, stops=stops))

    def pending_consents(self) -> tuple[ConsentFact, ...]:
        """Stops and their undoing that no other desk knows of yet; here they hold already."""
        return tuple(
            fact
            for command in self._outbox.unsent(RequestStop, LiftStop)
            if isinstance(command.body, RequestStop | LiftStop)
            for fact in command.body.consents
        )

    def pending_closures(self) -> frozenset[FactId]:
        """What calls logged at this desk have closed, though no other desk knows of it yet."""
        return frozenset(
            closure.target
            for command in self._outbox.unsent(LogDisposition)
            if isinstance(command.body, LogDisposition)
            for closure in command.body.effects.closures
        )

    def _put(
        self, command: CommandId, draft: Draft, body: RequestStop | LiftStop, now: datetime
    ) -> None:
        self._outbox.put(Command(id=command, author=draft.login, made_at=now, body=body))

    def _saved(self, draft: Draft) -> Draft:
        self._drafts.save(draft)
        return draft


def _lifted(draft: Draft) -> tuple[DraftStop, ...]:
    return (*draft.stops[:-1], replace(draft.stops[-1], lifted=True))

"""Conversations of the season that booked nothing: what was said, sent, promised, handed off."""

from datetime import datetime, timedelta
from random import Random

from console.models.commands import (
    ClosureFact,
    Effects,
    HandOffFact,
    LogDisposition,
    PromiseFact,
    SendFact,
)
from console.models.ids import FactId, Login
from console.models.terms import Channel, ClosureManner, OpenKind, Stage, StopScope
from console.services.demo.calls import Desk, Planned
from console.services.demo.diary import Diary
from console.services.demo.vocabulary import FLU

ENGAGED = {
    "information_given": 22,
    "question_answered": 6,
    "interested_later": 22,
    "declined": 26,
    "already_done": 13,
    "handed_off": 5,
    "will_call_main": 3,
    "transferred": 3,
}
NOTES = {
    "information_given": ("Told the hours and the way in.", "Asked about cost; told.", ""),
    "interested_later": ("Wants to wait for payday.", "Will come when the kids are back.", ""),
    "declined": ("", "Not this year.", "Never gets the flu, as told."),
    "already_done": ("Had the shot at the pharmacy.", "Sees own doctor next week."),
    "handed_off": ("Asks for a refill; not ours.",),
    "question_answered": ("Asked for the address.", ""),
}


class Conversations:
    """Talks with people who were reached; every one is logged as the rep would have."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self._desk = desk
        self._chance = chance

    def talk(
        self,
        diary: Diary,
        at: datetime,
        stage: Stage,
        inquiry: FactId | None,
        consents: frozenset[Channel],
    ) -> None:
        """A conversation that booked nothing."""
        chance, one = self._chance, diary.one
        code = chance.choices(list(ENGAGED), list(ENGAGED.values()))[0]
        if inquiry and code in ("will_call_main", "transferred", "interested_later"):
            code = "information_given"  # what she asked is answered on this call
        published = diary.words.code(code)
        reasons = published.reasons if published else ()
        effects = self._effects(diary, code, at, inquiry, consents)
        body = self._desk.call(
            one,
            Planned(
                code=(code, "information_given"),
                at=at,
                talk=chance.randint(55, 420),
                reason=chance.choice(reasons) if code == "declined" and reasons else None,
                notes=chance.choice(NOTES.get(code, ("",))),
                journey=diary.words.journey(FLU),
                stage=stage,
                asked=bool(inquiry),
                verified=True,
                effects=effects,
            ),
        )
        if body and code == "declined" and chance.random() < 0.16:
            self._desk.stop(one, body, chance.choice((StopScope.EVERYTHING, StopScope.PERSON)))
        if body and effects.promises:
            self._settle(diary, body)
        for sent in body.effects.sends if body else ():
            diary.arrived(sent)

    def _effects(
        self,
        diary: Diary,
        code: str,
        at: datetime,
        inquiry: FactId | None,
        consents: frozenset[Channel],
    ) -> Effects:
        chance, one, ledger = self._chance, diary.one, diary.ledger
        sends: tuple[SendFact, ...] = ()
        if code == "information_given" and Channel.EMAIL in consents and chance.random() < 0.5:
            sends = (self._desk.send("flu-shot-cost", one, at),)
        hand_offs: tuple[HandOffFact, ...] = ()
        if code == "handed_off":
            due = at + timedelta(days=2)
            what = "Refill asked for on the flu call"
            hand_offs = (
                HandOffFact(
                    id=FactId(ledger.new_id()), person=one.id, to="Pharmacy", what=what, due_at=due
                ),
            )
        promises: tuple[PromiseFact, ...] = ()
        if code == "information_given" and chance.random() < 0.45:
            promises = (
                PromiseFact(
                    id=FactId(ledger.new_id()),
                    person=one.id,
                    what="A nurse rings about the medicine",
                    due_at=at + timedelta(days=chance.randint(1, 6)),
                    owner=Login(""),
                ),
            )
        return Effects(
            sends=sends,
            hand_offs=hand_offs,
            promises=promises,
            closures=answered(diary, inquiry),
        )

    def _settle(self, diary: Diary, body: LogDisposition) -> None:
        """Promises whose time is over were kept, a few of them not."""
        for promise in body.effects.promises:
            if promise.due_at < diary.calendar.now:
                kept = self._chance.random() < 0.9
                manner = ClosureManner.KEPT if kept else ClosureManner.BROKEN
                self._desk.close(promise, manner, promise.due_at - timedelta(minutes=70))


def answered(diary: Diary, inquiry: FactId | None) -> tuple[ClosureFact, ...]:
    """The closure of the inquiry that a call answers."""
    if inquiry is None:
        return ()
    return (
        ClosureFact(
            id=FactId(diary.ledger.new_id()),
            target=inquiry,
            target_kind=OpenKind.INQUIRY,
            manner=ClosureManner.ANSWERED,
        ),
    )

"""The outcome that a call's own facts suggest: proposed with its why, never filled in silently."""

from dataclasses import dataclass
from datetime import datetime

from console.models.bodies import Library
from console.models.draft import Draft
from console.models.terms import Direction
from console.rules import call, script
from console.rules.disposition import stopped

# Long enough for a greeting to begin, too short for a word with somebody.
SHORTEST_TALK = 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """A code and, in a sentence, what it rests on."""

    code: str
    why: str


def proposed(draft: Draft, library: Library, now: datetime) -> Proposal | None:
    """The outcome to propose, strongest fact first; None when nothing tells it.

    Only facts count that are truly there: without telephony nobody knows who or what answered.
    """
    for proposal in (
        _escalated(draft),
        _stop(draft),
        _effects(draft),
        _answers(draft, library),
        _tries(draft, library),
        _not_reached(draft, now),
    ):
        known = library.codes.find(proposal.code) if proposal else None
        if known is not None and not known.system:
            return proposal
    return None


def _escalated(draft: Draft) -> Proposal | None:
    if draft.escalated_at is None:
        return None
    return Proposal("clinical_escalation", "The call was escalated.")


def _stop(draft: Draft) -> Proposal | None:
    """A person who said stop was reached, and declined."""
    if not stopped(draft) or not draft.about:
        return None
    return Proposal("declined", "The person asked us to stop.")


def _effects(draft: Draft) -> Proposal | None:
    if draft.appointment is not None:
        return Proposal("appointment_booked", "An appointment is entered.")
    if draft.hand_off is not None:
        return Proposal("handed_off", "The call was handed off.")
    return None


def _answers(draft: Draft, library: Library) -> Proposal | None:
    own = library.scripts.get(draft.script) if draft.script else None
    told = script.proposes(own, draft.path) if own else None
    return Proposal(told[0], f"The answer in the guide was “{told[1]}”.") if told else None


def _tries(draft: Draft, library: Library) -> Proposal | None:
    most = library.rules.max_verify_tries
    if all(tries < most for tries in draft.failed_tries.values()):
        return None
    return Proposal("could_not_verify", f"What was said did not match in {most} tries.")


def _not_reached(draft: Draft, now: datetime) -> Proposal | None:
    """An outgoing call that is over and led to nothing in the guide."""
    if draft.direction is not Direction.OUTBOUND or draft.ended_at is None or draft.path:
        return None
    if draft.answered_at is None:
        rang = call.call_seconds(draft, now)
        return Proposal("no_answer", f"It rang for {rang} s and nobody took the call.")
    talked = call.talk_seconds(draft, now)
    if talked > SHORTEST_TALK:
        return None
    return Proposal(
        "no_voicemail_left",
        f"The line was open for {talked} s, and no step of the guide was taken.",
    )

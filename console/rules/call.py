"""The call in progress: how its draft changes as it rings, is held, ends, or finds another person.

A call is ringing or dialing (no `answered_at`), live, held (`held_since`), or ended (`ended_at`).
Instants are UTC; every function gives a new draft and leaves the old one as it was.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from console.models.draft import Draft, DraftVerification
from console.models.ids import PersonId
from console.models.terms import Direction


class CallState(StrEnum):
    NONE = "none"
    RINGING = "ringing"
    LIVE = "live"
    HELD = "held"
    ENDED = "ended"


def subject(draft: Draft) -> PersonId | None:
    """Whose the call's effects are."""
    return draft.about[0] if draft.about else draft.speaking_with


def state(draft: Draft | None) -> CallState:
    if draft is None:
        return CallState.NONE
    if draft.ended_at is not None:
        return CallState.ENDED
    if draft.held_since is not None:
        return CallState.HELD
    return CallState.LIVE if draft.answered_at is not None else CallState.RINGING


def answer(draft: Draft, now: datetime) -> Draft:
    """Somebody is on the line."""
    return draft if draft.answered_at else replace(draft, answered_at=now)


def reached(draft: Draft, now: datetime) -> Draft:
    """Somebody must have taken a call that we dialed: a question was answered, a stop asked for.

    Nobody tells the console so while there is no telephony.
    """
    dialing = draft.direction is Direction.OUTBOUND and draft.ended_at is None
    return answer(draft, now) if dialing else draft


def hold(draft: Draft, now: datetime) -> Draft:
    live = state(draft) is CallState.LIVE
    return replace(draft, held_since=now) if live else draft


def resume(draft: Draft, now: datetime) -> Draft:
    if draft.held_since is None:
        return draft
    held = draft.hold_seconds + _seconds(draft.held_since, now)
    return replace(draft, held_since=None, hold_seconds=held)


def hang_up(draft: Draft, now: datetime) -> Draft:
    """Ends the call; a call on hold is taken off hold first, so that held time is complete."""
    if draft.ended_at is not None:
        return draft
    return replace(resume(draft, now), ended_at=max(now, draft.started_at))


def call_seconds(draft: Draft, now: datetime) -> int:
    """What the call clock shows: since answered, or since it began to ring; held time included."""
    return _seconds(draft.answered_at or draft.started_at, draft.ended_at or now)


def talk_seconds(draft: Draft, now: datetime) -> int:
    """Time spoken: from answered to ended without held time; 0 when nobody answered."""
    if draft.answered_at is None:
        return 0
    held = draft.hold_seconds
    if draft.held_since is not None:
        held += _seconds(draft.held_since, now)
    return max(0, _seconds(draft.answered_at, draft.ended_at or now) - held)


def wrap_up_seconds(draft: Draft, now: datetime) -> int:
    """After-call work: since the call ended, without the time that it lay parked."""
    if draft.ended_at is None:
        return 0
    return max(0, _seconds(draft.ended_at, draft.parked_since or now) - draft.parked_seconds)


def park(draft: Draft, now: datetime) -> Draft:
    """Lays an ended call aside, its wrap-up clock stopped; one on the line stays as it is."""
    aside = draft.ended_at is not None and draft.parked_since is None
    return replace(draft, parked_since=now) if aside else draft


def take_up(draft: Draft, now: datetime) -> Draft:
    """A parked call is worked on again."""
    if draft.parked_since is None:
        return draft
    parked = draft.parked_seconds + _seconds(draft.parked_since, now)
    return replace(draft, parked_since=None, parked_seconds=parked)


def pick(draft: Draft, person: PersonId, name: str) -> Draft:
    """The call is with and about this person, unless somebody else was set apart already.

    Names are kept so that an unfinished call can be shown while the database is away.
    """
    speaking = draft.speaking_with or person
    about = draft.about if person in draft.about else (*draft.about, person)
    return replace(
        draft, speaking_with=speaking, about=about, names={**draft.names, str(person): name}
    )


def about_instead(draft: Draft, person: PersonId, name: str) -> Draft:
    """The call is about this person and nobody else; who speaks stays who it was.

    Of what was found out about others only the check of the speaker stands.
    """
    stay = {person, draft.speaking_with}
    return replace(
        pick(replace(draft, about=()), person, name),
        verification=tuple(entry for entry in draft.verification if entry.person in stay),
        journey=None,
        stage=None,
        callback_id=None,
        answers_inquiry=None,
    )


def speak_with(draft: Draft, person: PersonId | None, name: str = "") -> Draft:
    names = {**draft.names, str(person): name} if person else draft.names
    return replace(draft, speaking_with=person, names=names)


def about_nobody(draft: Draft) -> Draft:
    return replace(
        draft,
        speaking_with=None,
        about=(),
        verification=(),
        journey=None,
        stage=None,
        callback_id=None,
        answers_inquiry=None,
    )


def move(draft: Draft, person: PersonId, name: str) -> Draft:
    """The call belongs to another person: notes and times go along, whom it was with and about not.

    What only held for the person before falls away: verification, journey and stage.
    """
    return replace(
        draft,
        speaking_with=person,
        about=(person,),
        names={**draft.names, str(person): name},
        verification=tuple(entry for entry in draft.verification if entry.person == person),
        journey=None,
        stage=None,
        callback_id=None,
        answers_inquiry=None,
    )


def verify(draft: Draft, entry: DraftVerification) -> Draft:
    """Adds what was matched; an earlier entry for the same person stands no more."""
    others = tuple(known for known in draft.verification if known.person != entry.person)
    return replace(draft, verification=(*others, entry))


def _seconds(start: datetime, end: datetime) -> int:
    return max(0, int((end - start).total_seconds()))

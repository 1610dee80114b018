"""Dispositions: what one lacks before it can be logged, and what in it does not fit together.

What is missing holds the log back; a contradiction is shown and may stand, and review shows it
again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from console.models.bodies import Library, OutcomeCode
from console.models.draft import Draft
from console.models.person_facts import PersonFacts
from console.models.terms import Direction, OutreachClass, VerificationState
from console.rules import call, hours, script
from console.rules.sends import unknown_sends
from console.rules.stop_words import phrase_in

DIGITS = range(1, 9)
LONGEST_VOICEMAIL = 120
APPOINTMENT = "appointment"
BOOKED = "appointment_booked"
# Codes that say no conversation took place, whatever else a center adds.
NOBODY_SPOKE = frozenset({"no_answer", "busy", "voicemail_left", "no_voicemail_left"})


@dataclass(frozen=True, slots=True)
class Missing:
    """What holds the log back: the field to go to, and a sentence."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things recorded that cannot both be so; `key` tells which kind."""

    key: str
    text: str


def missing(draft: Draft, library: Library) -> tuple[Missing, ...]:
    """What must be there before this draft can be logged, in the order to go through it.

    Which fields are required is the code's (`OutcomeCode.needs`), never all for all.
    """
    found: list[Missing] = []
    if call.state(draft) is not call.CallState.ENDED:
        found.append(Missing("call", "Hang up first."))
    code = library.codes.find(draft.code) if draft.code else None
    if code is None or code.system:
        found.append(Missing("code", "Pick an outcome."))
    else:
        found += _needed(draft, code)
    found += _for_whom(draft)
    if unknown_sends(draft, library):
        found.append(Missing("send", "What is to be sent is no longer in the library."))
    left = unread(draft, library)
    if left:
        many = "1 statement to read" if left == 1 else f"{left} statements to read"
        found.append(Missing("statement", f"{many}, or say why not."))
    return tuple({entry.field: entry for entry in reversed(found)}.values())[::-1]


def unread(draft: Draft, library: Library) -> int:
    """How many required statements were reached and neither read nor explained."""
    own = library.scripts.get(draft.script) if draft.script else None
    return len(script.unread(own, draft.path)) if own else 0


def contradictions(
    draft: Draft, facts: PersonFacts | None, library: Library, now: datetime
) -> tuple[Contradiction, ...]:
    """What does not fit together; `facts` are those of the person whom the call is about."""
    code = library.codes.find(draft.code) if draft.code else None
    found = [*_of_code(draft, code, now)] if code else []
    phrase = phrase_in(draft.notes, library.rules)
    if phrase and not stopped(draft):
        found.append(
            Contradiction("stop_phrase", f"The notes say “{phrase}”, and nothing was stopped.")
        )
    if _callback_outside_hours(draft, facts, library):
        found.append(
            Contradiction(
                "callback_hours", "The callback is outside calling hours and was not asked for."
            )
        )
    return tuple(found)


def digits(library: Library, direction: Direction, reached: bool = False) -> dict[int, OutcomeCode]:
    """The codes on the keys 1 to 8 after hang-up.

    As published for this direction. After an outgoing call that reached somebody, when those keys
    all tell of calls that nobody took, the codes for the person spoken with stand there instead,
    in their published order.
    """
    picked = [code for code in library.codes.codes if not code.system]
    outbound = direction is Direction.OUTBOUND
    assigned = {
        digit: code
        for code in picked
        if (digit := code.digit_outbound if outbound else code.digit_inbound) in DIGITS
    }
    spoke = [code for code in picked if code.reached and code.group == _spoken_group(library)]
    if reached and not any(code in spoke for code in assigned.values()):
        return dict(zip(DIGITS, spoke, strict=False))
    return {digit: assigned[digit] for digit in DIGITS if digit in assigned}


def spoke(draft: Draft, now: datetime) -> bool:
    """Whether the call's own record shows a conversation, and no mailbox that was listened to.

    An answered line alone shows none: without telephony a mailbox looks the same.
    """
    if draft.answered_at is None:
        return False
    told = draft.path or draft.verification or draft.failed_tries or draft.stops
    long = call.talk_seconds(draft, now) > LONGEST_VOICEMAIL
    return draft.direction is Direction.INBOUND or bool(told) or long


def stopped(draft: Draft) -> bool:
    """Whether a stop requested on this call is in force."""
    return any(not stop.lifted for stop in draft.stops)


def _spoken_group(library: Library) -> str:
    """The group of the first code that tells of the person herself."""
    return next((code.group for code in library.codes.codes if code.right_party), "")


def _needed(draft: Draft, code: OutcomeCode) -> Iterator[Missing]:
    """What this code asks for. A stop needs nobody verified, named or convinced, and no reason."""
    waived = {"person", "verification", "reason"} if stopped(draft) else set()
    for need in code.needs:
        if need in waived or need not in NEEDS:
            continue
        there, text = NEEDS[need]
        if not there(draft, code):
            yield Missing(need, text)


def _for_whom(draft: Draft) -> Iterator[Missing]:
    """Appointments and sends belong to a person; a call about nobody cannot have them."""
    if draft.about or draft.speaking_with:
        return
    if draft.appointment is not None:
        yield Missing("person", "Say whom the appointment is for.")
    elif draft.sends:
        yield Missing("person", "Say to whom it is to be sent.")


def _verified(draft: Draft, _: OutcomeCode) -> bool:
    """Everybody whom the call is about; a call about nobody discloses nothing."""
    entries = [draft.verification_of(person) for person in draft.about]
    return all(entry and entry.state is not VerificationState.UNVERIFIED for entry in entries)


def _reason(draft: Draft, code: OutcomeCode) -> bool:
    return bool(draft.reason) and (not code.reasons or draft.reason in code.reasons)


NEEDS: dict[str, tuple[Callable[[Draft, OutcomeCode], bool], str]] = {
    "reason": (_reason, "Pick a reason."),
    "notes": (lambda draft, _: bool(draft.notes.strip()), "Write a note."),
    "person": (lambda draft, _: bool(draft.about), "Say whom the call was about."),
    "verification": (_verified, "Verify the person, or pick another outcome."),
    "appointment": (lambda draft, _: draft.appointment is not None, "Enter the appointment."),
    "callback": (lambda draft, _: draft.callback is not None, "Enter the callback."),
    "promise": (lambda draft, _: bool(draft.promises), "Enter the promise."),
    "hand_off": (lambda draft, _: draft.hand_off is not None, "Say to whom it is handed off."),
    "unmet_need": (lambda draft, _: bool(draft.unmet_need.strip()), "Say what was asked for."),
    "complaint": (lambda draft, _: bool(draft.complaint.strip()), "Write the complaint down."),
    "send": (lambda draft, _: bool(draft.sends), "Pick what is to be sent."),
}


def _of_code(draft: Draft, code: OutcomeCode, now: datetime) -> Iterator[Contradiction]:
    talked = call.talk_seconds(draft, now)
    booked = code.code == BOOKED or APPOINTMENT in code.needs
    if booked and draft.appointment is None:
        yield Contradiction("booked", f"“{code.label}” without an appointment.")
    if not code.reached and not code.system and draft.appointment is not None:
        yield Contradiction("not_reached", f"An appointment, and “{code.label}”.")
    if code.right_party and draft.about and not _verified(draft, code) and not stopped(draft):
        yield Contradiction(
            "unverified", "Spoke with the person about a record without verification."
        )
    if code.code in NOBODY_SPOKE and talked > LONGEST_VOICEMAIL:
        minutes = talked // 60
        yield Contradiction("long_talk", f"“{code.label}” after {minutes} min on the line.")
    if code.reached and draft.answered_at is None:
        yield Contradiction("never_answered", f"“{code.label}”, and nobody took the call.")


def _callback_outside_hours(draft: Draft, facts: PersonFacts | None, library: Library) -> bool:
    callback = draft.callback
    if callback is None or callback.asked_for:
        return False
    zones = {callback.zone, *(hours.zones(facts, library.rules, draft.phone) if facts else ())}
    states = facts.states if facts else ()
    treatment = OutreachClass.TREATMENT
    return not hours.open_at(callback.due_at, zones, treatment, library.rules, states)

"""Closures: which open callbacks, inquiries and promises a logged call brings to an end."""

import re
from collections.abc import Iterable

from console.models.bodies import OutcomeCode
from console.models.commands import ClosureFact
from console.models.draft import Draft
from console.models.ids import FactId, derived_id
from console.models.person_facts import OpenEntry, PersonFacts
from console.models.terms import ClosureManner, Direction, OpenKind
from console.rules.disposition import stopped
from console.rules.names import words

# "A call back today by 12:00". Who else will call ("a nurse will ring") is not kept by us.
CALL_BACK = re.compile(r"\b(?:call(?:ed|ing)? (?:you |her |him |them |me )?back|callback)\b")


def closures(
    draft: Draft, facts: Iterable[PersonFacts], code: OutcomeCode | None
) -> tuple[ClosureFact, ...]:
    """What this call closes, each open fact once.

    A callback nobody took stays open until a new one replaces it: callbacks never vanish.
    """
    if code is None:
        return ()
    known = [entry for person in facts for entry in person.open]
    found = [
        *_callback(draft, code),
        *_inquiry(draft, code),
        *_promises(draft, code, known),
    ]
    closed = {target: (kind, manner) for target, kind, manner in found}
    return tuple(
        ClosureFact(
            id=FactId(derived_id(draft.command_id, "closure", str(target))),
            target=target,
            target_kind=kind,
            manner=manner,
        )
        for target, (kind, manner) in closed.items()
    )


def _callback(draft: Draft, code: OutcomeCode) -> Iterable[tuple[FactId, OpenKind, ClosureManner]]:
    if draft.callback_id is None:
        return
    if stopped(draft) or code.marks_wrong_number or code.hold:
        yield draft.callback_id, OpenKind.CALLBACK, ClosureManner.CANCELLED
    elif code.reached or draft.callback is not None:
        yield draft.callback_id, OpenKind.CALLBACK, ClosureManner.DONE


def _inquiry(draft: Draft, code: OutcomeCode) -> Iterable[tuple[FactId, OpenKind, ClosureManner]]:
    if draft.answers_inquiry is not None and code.closes:
        yield FactId(draft.answers_inquiry), OpenKind.INQUIRY, ClosureManner.ANSWERED


def _promises(
    draft: Draft, code: OutcomeCode, known: list[OpenEntry]
) -> Iterable[tuple[FactId, OpenKind, ClosureManner]]:
    """A promise to call back is kept by the call that reaches the person."""
    if draft.direction is not Direction.OUTBOUND or not code.reached or code.marks_wrong_number:
        return
    for entry in known:
        if entry.kind is OpenKind.PROMISE and CALL_BACK.search(" ".join(words(entry.what))):
            yield entry.id, OpenKind.PROMISE, ClosureManner.KEPT

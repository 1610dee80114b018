"""Stop requests as entries for the ledger: made on the keypress, narrowed or taken back by name.

Each entry's id follows from the command's, so that the same request made twice is the same facts.
"""

from collections.abc import Iterable
from datetime import datetime

from console.models.commands import ConsentFact
from console.models.draft import DraftStop
from console.models.ids import CommandId, FactId, PersonId, derived_id
from console.models.terms import Channel, ConsentAction, ConsentForm, Purpose, StopScope


def stop_consents(
    scope: StopScope,
    person: PersonId | None,
    contact: str | None,
    channel: Channel | None,
    *,
    command: CommandId,
    at: datetime,
    form: ConsentForm = ConsentForm.SPOKEN,
    evidence: str = "",
    reason: str = "",
) -> tuple[ConsentFact, ...]:
    """The revocations of one stop request (47 CFR 64.1200(a)(10): any reasonable means).

    No verification is needed. Of somebody unknown only the number can be stopped, for marketing
    alone when that was said; with neither person nor contact there is nothing to stop: no entry.
    Without `channel` the stop holds for every channel that its scope reaches.
    """
    number_only = scope is StopScope.NUMBER or person is None
    if number_only and contact is None:
        return ()
    marketing = scope is StopScope.MARKETING
    return (
        ConsentFact(
            id=FactId(derived_id(command, "stop", scope)),
            person=person,
            contact=contact if number_only else None,
            channel=channel,
            purpose=Purpose.MARKETING if marketing else None,
            action=ConsentAction.REVOKED,
            form=form,
            scope=StopScope.NUMBER if number_only else scope,
            at=at,
            evidence=evidence,
            reason=reason,
        ),
    )


def narrow(
    stop: DraftStop,
    scope: StopScope,
    person: PersonId | None,
    contact: str | None,
    *,
    command: CommandId,
    at: datetime,
    reason: str,
) -> tuple[ConsentFact, ...]:
    """The narrower stop, then the opt-in that lifts exactly the wider one; both entries stay.

    Raises:
        ValueError: no reason was given, or nothing would be stopped any more.
    """
    narrower = stop_consents(
        scope, person, contact, stop.channel, command=command, at=at, reason=reason
    )
    if not narrower:
        raise ValueError("a narrower stop needs the number or the person that it is for")
    lifted = lift(
        stop.consents,
        scope=stop.scope,
        person=stop.person or person,
        contact=contact,
        channel=stop.channel,
        command=command,
        at=at,
        reason=reason,
    )
    return (*narrower, *lifted)


def lift(
    revocations: Iterable[FactId],
    *,
    scope: StopScope,
    person: PersonId | None,
    contact: str | None,
    channel: Channel | None,
    command: CommandId,
    at: datetime,
    reason: str,
) -> tuple[ConsentFact, ...]:
    """The opt-in that takes back the revocations shown, and no other.

    `scope`, `person`, `contact` and `channel` are those of the stop: whoever reads the one by them
    must find the other too.

    Raises:
        ValueError: no reason was given.
    """
    if not reason.strip():
        raise ValueError("taking back or narrowing a stop needs a reason")
    named = tuple(sorted(set(revocations)))
    if not named:
        return ()
    number_only = scope is StopScope.NUMBER or person is None
    return (
        ConsentFact(
            id=FactId(derived_id(command, "lift", *map(str, named))),
            person=person,
            contact=contact if number_only else None,
            channel=channel,
            action=ConsentAction.GIVEN,
            form=ConsentForm.SPOKEN,
            scope=scope,
            lifts=named,
            at=at,
            reason=reason,
        ),
    )

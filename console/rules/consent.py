"""Consent without clocks: what each channel's state is, by the ledger alone.

A revocation is in force unless an opt-in names it (`lifts`); when either was written or arrived
does not matter, so a late, doubled or older entry can never undo a stop. An opt-in given by a
person has no scope; one that only takes a stop back (`lift`) repeats the stop's scope, so that
undoing a stop is no new agreement. A revocation wider than one number carries no contact.
"""

from collections.abc import Collection, Iterable

from console.models.commands import ConsentFact
from console.models.person_facts import ConsentEntry, PersonFacts
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    ContactSystem,
    Purpose,
    StopScope,
)
from console.models.views import ConsentView, ContactPointView

ASKED = (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.MAIL)
BY_NUMBER = frozenset({Channel.CALL, Channel.TEXT})
# What a signature stands behind, on paper or on a screen (15 U.S.C. 7001).
WRITTEN = frozenset({ConsentForm.WRITTEN, ConsentForm.WEB})


def revocations_in_force(
    consents: Iterable[ConsentEntry],
    *,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    contact: str | None = None,
) -> tuple[ConsentEntry, ...]:
    """The revocations that no opt-in names; with `channel`, those that stop it.

    `purpose` and `contact` narrow further: what stops marketing only does not stop care, and what
    stops one number does not stop another. Without `contact`, a stop of one number is left out.
    """
    ledger = tuple(consents)
    lifted = {name for entry in ledger if _given(entry) for name in entry.lifts}
    in_force = tuple(entry for entry in ledger if not _given(entry) and entry.id not in lifted)
    if channel is None:
        return in_force
    return tuple(entry for entry in in_force if _stops(entry, channel, purpose, contact))


def agreed(
    consents: Iterable[ConsentEntry],
    channel: Channel,
    purpose: Purpose,
    *,
    contact: str | None = None,
    wrong: Collection[str] = (),
    written: bool = False,
) -> bool:
    """Whether the person agreed to this use and has not taken it back since.

    Consent belongs to person, number and purpose: it ends for a number found wrong. With `written`
    only what was signed counts (47 CFR 64.1200(f)(9)).
    """
    ledger = tuple(consents)
    if revocations_in_force(ledger, channel=channel, purpose=purpose, contact=contact):
        return False
    found = _agreements(ledger, channel, purpose, contact, wrong)
    return any(entry.form in WRITTEN for entry in found) if written else bool(found)


def states(
    consents: Iterable[ConsentEntry], contacts: Iterable[ContactPointView]
) -> tuple[ConsentView, ...]:
    """One view per channel that people are asked about, then one per number stopped by itself.

    `purposes` are those agreed to, or, when stopped, those stopped; `since` is the latest agreement
    or the earliest stop.
    """
    points = tuple(contacts)
    by_number = [point for point in points if point.system is ContactSystem.PHONE]
    by_email = [point for point in points if point.system is ContactSystem.EMAIL]
    wrong = frozenset(point.value for point in points if point.wrong)
    return _states(
        tuple(consents),
        tuple(point.value for point in by_number),
        tuple(point.value for point in by_email),
        wrong,
    )


def states_of(facts: PersonFacts) -> tuple[ConsentView, ...]:
    """The same from what the rules know of a person."""
    return _states(facts.consents, facts.phones, facts.emails, frozenset(facts.wrong))


def entry(fact: ConsentFact) -> ConsentEntry:
    """A consent fact as the ledger will show it, so that it counts before it is applied."""
    return ConsentEntry(
        id=fact.id,
        at=fact.at,
        action=fact.action,
        form=fact.form,
        contact=fact.contact,
        channel=fact.channel,
        purpose=fact.purpose,
        scope=fact.scope,
        lifts=frozenset(fact.lifts),
    )


def _given(entry: ConsentEntry) -> bool:
    return entry.action is ConsentAction.GIVEN


def _stops(
    entry: ConsentEntry, channel: Channel, purpose: Purpose | None, contact: str | None
) -> bool:
    """Whether a revocation in force covers this use."""
    if entry.purpose is not None and entry.purpose is not purpose:
        return False
    if entry.scope is StopScope.MARKETING and purpose is not Purpose.MARKETING:
        return False
    if entry.channel is not None:
        if entry.channel is not channel:
            return False
    elif not _reaches(entry, channel):
        return False
    if entry.scope is StopScope.NUMBER or (entry.scope is None and entry.contact is not None):
        return contact is not None and entry.contact == contact
    return True


def _reaches(entry: ConsentEntry, channel: Channel) -> bool:
    """What a stop that names no channel stops: "all numbers" means calls and texts."""
    if entry.scope is StopScope.PERSON:
        return channel in BY_NUMBER
    if entry.contact is not None and entry.scope in {None, StopScope.NUMBER}:
        return (channel is Channel.EMAIL) == ("@" in entry.contact)
    return True


def _agreements(
    ledger: Iterable[ConsentEntry],
    channel: Channel,
    purpose: Purpose,
    contact: str | None,
    wrong: Collection[str],
) -> tuple[ConsentEntry, ...]:
    if contact is not None and contact in wrong:
        return ()
    return tuple(
        entry
        for entry in ledger
        if _given(entry)
        and entry.scope is None
        and entry.channel in {None, channel}
        and entry.purpose in {None, purpose}
        and entry.contact not in wrong
        and (contact is None or entry.contact in {None, contact})
    )


def _states(
    ledger: tuple[ConsentEntry, ...],
    phones: tuple[str, ...],
    emails: tuple[str, ...],
    wrong: frozenset[str],
) -> tuple[ConsentView, ...]:
    views: list[ConsentView] = []
    singles: list[ConsentView] = []
    for channel in ASKED:
        points = phones if channel in BY_NUMBER else emails if channel is Channel.EMAIL else ()
        usable = tuple(value for value in points if value not in wrong)
        stopped = {
            value: own
            for value in usable
            if (own := revocations_in_force(ledger, channel=channel, contact=value))
            and not revocations_in_force(ledger, channel=channel)
        }
        if stopped and len(stopped) == len(usable):
            # Each number on file is stopped by itself: the channel is.
            views.append(_stopped(channel, [one for own in stopped.values() for one in own]))
            continue
        views.append(_state(ledger, channel, usable, wrong))
        singles += [_stopped(channel, own, contact=value) for value, own in stopped.items()]
    return (*views, *singles)


def _state(
    ledger: tuple[ConsentEntry, ...],
    channel: Channel,
    usable: tuple[str, ...],
    wrong: frozenset[str],
) -> ConsentView:
    """The state of a channel, whatever single numbers say."""
    stops = {
        purpose: found
        for purpose in Purpose
        if (found := revocations_in_force(ledger, channel=channel, purpose=purpose))
    }
    points: tuple[str | None, ...] = usable or (None,)
    given = {
        purpose: found
        for purpose in Purpose
        if purpose not in stops
        and any(agreed(ledger, channel, purpose, contact=one, wrong=wrong) for one in points)
        and (found := _agreements(ledger, channel, purpose, None, wrong))
    }
    if given:
        since = max(one.at for found in given.values() for one in found)
        return ConsentView(channel=channel, state="agreed", purposes=tuple(given), since=since)
    if stops:
        entries = [one for own in stops.values() for one in own]
        return _stopped(channel, entries, purposes=tuple(stops))
    return ConsentView(channel=channel, state="not_asked", purposes=(), since=None)


def _stopped(
    channel: Channel,
    found: Iterable[ConsentEntry],
    *,
    purposes: tuple[Purpose, ...] = tuple(Purpose),
    contact: str | None = None,
) -> ConsentView:
    since = min(one.at for one in found)
    return ConsentView(
        channel=channel, state="stopped", purposes=purposes, since=since, contact=contact
    )

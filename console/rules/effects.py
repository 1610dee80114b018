"""Effects: a finished draft turned into explicit facts and the command that logs them.

Every id follows from the draft's command id, so that logging twice brings the same facts.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from console.models.bodies import Library, OutcomeCode
from console.models.commands import (
    AppointmentFact,
    CallbackFact,
    CallFact,
    ComplaintFact,
    Effects,
    HandOffFact,
    HoldFact,
    LogDisposition,
    PathStep,
    PromiseFact,
    SendFact,
    UnmetNeedFact,
    VerificationFact,
)
from console.models.draft import Draft
from console.models.ids import ContactPointId, FactId, PersonId, derived_id
from console.models.person_facts import PersonFacts
from console.models.terms import ContactSystem, HoldCause, Label
from console.models.views import ContactPointView
from console.rules import call
from console.rules.call import subject
from console.rules.closures import closures
from console.rules.sends import sends

# What a rep hears of on the phone is confirmed by records staff before it is final.
PROVISIONAL = frozenset({HoldCause.DECEASED})


def log_disposition(
    draft: Draft,
    facts: Mapping[PersonId, PersonFacts],
    library: Library,
    now: datetime,
    contact_points: Iterable[ContactPointView] = (),
) -> LogDisposition:
    """The command's body; `facts` and `contact_points` are of the people whom the call is about.

    The draft must lack nothing (`disposition.missing`). Wrap-up ends at `now`.
    """
    ended_at = draft.ended_at or now
    ended = call.hang_up(draft, ended_at)
    return LogDisposition(
        disposition=_id(draft, "disposition"),
        call=CallFact(
            id=draft.call_id,
            direction=draft.direction,
            phone=draft.phone,
            line=draft.line,
            started_at=draft.started_at,
            answered_at=draft.answered_at,
            ended_at=ended.ended_at or ended_at,
            hold_seconds=ended.hold_seconds,
            wrap_up_seconds=call.wrap_up_seconds(ended, now),
            speaking_with=draft.speaking_with,
            about=draft.about,
        ),
        code=draft.code or "",
        reason=draft.reason,
        notes=draft.notes,
        mends=draft.mends,
        journey=draft.journey,
        stage=draft.stage,
        script=draft.script,
        versions=_versions(draft, library),
        verification=_verification(draft),
        path=_path(draft),
        effects=effects(draft, facts, library, now, contact_points),
        zone=library.rules.zone,
        labels=_labels(draft, library),
    )


def effects(
    draft: Draft,
    facts: Mapping[PersonId, PersonFacts],
    library: Library,
    now: datetime,
    contact_points: Iterable[ContactPointView] = (),
) -> Effects:
    """What this disposition brings besides itself.

    Effects belong to the first person whom the call is about, else to whom it was with. Stops were
    commands of their own and are not repeated here.
    """
    person = subject(draft)
    own = facts.get(person) if person else None
    code = library.codes.find(draft.code) if draft.code else None
    return Effects(
        callbacks=_callbacks(draft, person),
        promises=_promises(draft, person),
        appointments=_appointments(draft, person),
        sends=_sends(draft, person, own, library, now),
        unmet_needs=_unmet_needs(draft, person),
        hand_offs=_hand_offs(draft, person),
        complaints=_complaints(draft, person),
        holds=_holds(draft, person, code, own),
        closures=closures(draft, facts.values(), code),
        wrong_contacts=wrong_contacts(draft, code, contact_points),
    )


def wrong_contacts(
    draft: Draft, code: OutcomeCode | None, contact_points: Iterable[ContactPointView]
) -> tuple[ContactPointId, ...]:
    """The contact points of this number, for a code that says it is wrong for these people.

    Others who share the number keep it: it is wrong for whom the call was about.
    """
    if code is None or not code.marks_wrong_number or draft.phone is None:
        return ()
    return tuple(
        point.id
        for point in contact_points
        if point.system is ContactSystem.PHONE and point.value == draft.phone and not point.wrong
    )


def _id(draft: Draft, *names: str) -> FactId:
    return FactId(derived_id(draft.command_id, *names))


def _callbacks(draft: Draft, person: PersonId | None) -> tuple[CallbackFact, ...]:
    if draft.callback is None:
        return ()
    return (
        CallbackFact(
            id=_id(draft, "callback"),
            person=person,
            phone=draft.phone,
            due_at=draft.callback.due_at,
            zone=draft.callback.zone,
            asked_for=draft.callback.asked_for,
            owner=draft.login,
            note=draft.callback.note,
        ),
    )


def _promises(draft: Draft, person: PersonId | None) -> tuple[PromiseFact, ...]:
    return tuple(
        PromiseFact(
            id=_id(draft, "promise", str(place)),
            person=person,
            what=promise.what,
            due_at=promise.due_at,
            owner=draft.login,
        )
        for place, promise in enumerate(draft.promises)
    )


def _appointments(draft: Draft, person: PersonId | None) -> tuple[AppointmentFact, ...]:
    if draft.appointment is None or person is None:
        return ()
    return (
        AppointmentFact(
            id=_id(draft, "appointment"),
            person=person,
            at=draft.appointment.at,
            place=draft.appointment.place,
            with_whom=draft.appointment.with_whom,
            service=draft.appointment.service,
        ),
    )


def _sends(
    draft: Draft,
    person: PersonId | None,
    facts: PersonFacts | None,
    library: Library,
    now: datetime,
) -> tuple[SendFact, ...]:
    if person is None:
        return ()
    return tuple(
        SendFact(
            id=_id(draft, "send", send.content.key, send.channel),
            person=person,
            content=send.content.key,
            version=library.versions.get(f"content:{send.content.key}", 0),
            title=send.content.title,
            channel=send.channel,
            outreach_class=send.content.outreach_class,
            at=now,
        )
        for send in sends(draft, facts, library, now)
    )


def _unmet_needs(draft: Draft, person: PersonId | None) -> tuple[UnmetNeedFact, ...]:
    what = draft.unmet_need.strip()
    return (UnmetNeedFact(id=_id(draft, "unmet_need"), person=person, what=what),) if what else ()


def _hand_offs(draft: Draft, person: PersonId | None) -> tuple[HandOffFact, ...]:
    given = draft.hand_off
    if given is None:
        return ()
    return (
        HandOffFact(
            id=_id(draft, "hand_off"),
            person=person,
            to=given.to,
            what=given.what,
            due_at=given.due_at,
        ),
    )


def _complaints(draft: Draft, person: PersonId | None) -> tuple[ComplaintFact, ...]:
    what = draft.complaint.strip()
    return (ComplaintFact(id=_id(draft, "complaint"), person=person, what=what),) if what else ()


def _holds(
    draft: Draft, person: PersonId | None, code: OutcomeCode | None, facts: PersonFacts | None
) -> tuple[HoldFact, ...]:
    """A hold for an open complaint and for what the code says; one that is there is not doubled."""
    if person is None:
        return ()
    causes = [HoldCause.COMPLAINT_OPEN] if draft.complaint.strip() else []
    if code is not None and code.hold in set(HoldCause):
        causes.append(HoldCause(code.hold))
    there = {hold.cause for hold in facts.holds} if facts else set()
    return tuple(
        HoldFact(
            id=_id(draft, "hold", cause),
            person=person,
            cause=cause,
            provisional=cause in PROVISIONAL,
        )
        for cause in causes
        if cause not in there
    )


def _verification(draft: Draft) -> tuple[VerificationFact, ...]:
    return tuple(
        VerificationFact(
            id=_id(draft, "verification", str(entry.person)),
            person=entry.person,
            state=entry.state,
            matched=entry.matched,
            authority=entry.authority,
            scope=entry.scope,
            until=entry.until,
            at=entry.at,
        )
        for entry in {entry.person: entry for entry in draft.verification}.values()
    )


def _path(draft: Draft) -> tuple[PathStep, ...]:
    return tuple(
        PathStep(
            id=_id(draft, "path", str(place)),
            step=entry.step,
            kind=entry.kind,
            question=entry.question,
            value=entry.value,
            reason=entry.reason,
            at=entry.at,
        )
        for place, entry in enumerate(draft.path)
    )


def _versions(draft: Draft, library: Library) -> dict[str, int]:
    """The publications that this call went by, those it was pinned to before those in force."""
    used = {
        f"codes:{library.codes.key}",
        f"rules:{library.rules.key}",
        f"playbook:{draft.journey}",
        f"script:{draft.script}",
    }
    in_force = {name: version for name, version in library.versions.items() if name in used}
    pinned = {**in_force, **draft.versions}
    if draft.script and draft.script_version is not None:
        pinned[f"script:{draft.script}"] = draft.script_version
    return pinned


def _labels(draft: Draft, library: Library) -> frozenset[Label]:
    """A call in which labelled content was sent would name it: so it bears the label too."""
    keys = (entry.partition("/")[0] for entry in draft.sends)
    found = (library.contents[key].labels for key in keys if key in library.contents)
    return frozenset[Label]().union(*found)

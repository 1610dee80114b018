"""Invented people, facts and playbooks for the tests of stage, next steps and opening."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from console.models.bodies import (
    Cap,
    Codes,
    Condition,
    Library,
    Line,
    NextStepRule,
    Playbook,
    Rules,
    StageRule,
)
from console.models.ids import FactId, PersonId, TouchpointId
from console.models.person_facts import (
    ConsentEntry,
    EnrollmentEntry,
    Fact,
    HoldEntry,
    OpenEntry,
    PersonFacts,
)
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    Direction,
    EnrollmentAction,
    HoldCause,
    OpenKind,
    OutreachClass,
    Purpose,
    Stage,
)

NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)  # a Thursday, 09:46 Eastern
SPACE = UUID("8a1f4d9e-0d2b-5c39-9f0e-2f6a3f1f7c11")
PHONE = "+19375550137"

CHANNELS = {
    "call": Channel.CALL,
    "text": Channel.TEXT,
    "email": Channel.EMAIL,
    "letter": Channel.MAIL,
    "portal_message": Channel.PORTAL,
    "appointment": Channel.VISIT,
    "visit": Channel.VISIT,
    "immunization": Channel.VISIT,
}


def days(number: float) -> datetime:
    """The instant so many days after (before, when negative) the tests' now."""
    return NOW + timedelta(days=number)


def touchpoint_id(name: str) -> TouchpointId:
    return TouchpointId(uuid5(SPACE, f"touchpoint {name}"))


def fact_id(name: str) -> FactId:
    return FactId(uuid5(SPACE, name))


def fact(kind: str, at: float, ref: str = "", name: str = "", **more: Any) -> Fact:
    """A fact `at` days from now; facts of one `name` belong to one touchpoint."""
    base = kind.partition(".")[0]
    inbound = base in ("form", "pamphlet", "page", "symptom_checker")
    return Fact(
        id=more.pop("id", fact_id(f"{kind} {at} {ref} {name}")),
        at=days(at),
        kind=kind,
        ref=ref,
        touchpoint=touchpoint_id(name or f"{base} {at} {ref}"),
        channel=more.pop("channel", CHANNELS.get(base, Channel.WEB)),
        direction=more.pop("direction", Direction.INBOUND if inbound else Direction.OUTBOUND),
        outreach_class=more.pop("outreach_class", None),
    )


def enrollment(at: float, journey: str = "walking", *, left: bool = False, **more: Any) -> Any:
    action = EnrollmentAction.LEFT if left else EnrollmentAction.ENROLLED
    track = more.get("track")
    name = f"enrollment {at} {journey} {action} {track}"
    return EnrollmentEntry(fact_id(name), days(at), journey, track, action)


def hold(cause: HoldCause, at: float = -1) -> HoldEntry:
    return HoldEntry(fact_id(f"hold {cause}"), days(at), cause, False)


def consent(channel: Channel | None, purpose: Purpose = Purpose.CARE, **more: Any) -> ConsentEntry:
    return ConsentEntry(
        id=fact_id(f"consent {channel} {purpose} {more}"),
        at=days(-17),
        action=more.get("action", ConsentAction.GIVEN),
        form=more.get("form", ConsentForm.SPOKEN),
        contact=None,
        channel=channel,
        purpose=purpose,
        scope=more.get("scope"),
        lifts=frozenset(),
    )


def open_entry(kind: OpenKind, at: float, due: float | None = None, **more: Any) -> OpenEntry:
    return OpenEntry(
        id=fact_id(f"open {kind} {at} {due} {more.get('what', '')}"),
        at=days(at),
        kind=kind,
        due_at=None if due is None else days(due),
        what=more.get("what", ""),
        touchpoint=more.get("touchpoint"),
        asked_for=more.get("asked_for", False),
    )


def person(facts: Iterable[Fact] = (), **more: Any) -> PersonFacts:
    """Somebody in Ohio who agreed to calls, texts and email about her care."""
    consents = tuple(consent(channel) for channel in (Channel.CALL, Channel.TEXT, Channel.EMAIL))
    values: dict[str, Any] = {
        "people": frozenset({PersonId(uuid5(SPACE, "person"))}),
        "birth_date": "1992-03-14",
        "deceased": False,
        "language": "en",
        "zone": "America/New_York",
        "states": ("OH",),
        "phones": (PHONE,),
        "emails": ("somebody@example.org",),
        "confidential": (),
        "wrong": (),
        "facts": tuple(sorted(facts, key=lambda fact: fact.at)),
        "consents": consents,
        "enrollments": (enrollment(-10),),
        "holds": (),
        "open": (),
    }
    return PersonFacts(**(values | more))


def when(fact: str, **more: Any) -> tuple[Condition, ...]:
    return (Condition(fact=fact, **more),)


def walking(*steps: NextStepRule, **more: Any) -> Playbook:
    """A playbook about a walking group: asked, signed up, came, came again."""
    values: dict[str, Any] = {
        "key": "walking",
        "title": "Walking group",
        "stages": (
            StageRule(stage=Stage.AWARENESS, title="Knows", why="Knows the group."),
            StageRule(
                stage=Stage.ACCEPTANCE,
                title="Asked",
                why="Asked for a call.",
                goal_days=3,
                reached_when=when("form", ref="walk*"),
            ),
            StageRule(
                stage=Stage.ACQUISITION,
                title="Signed up",
                why="Signed up.",
                reached_when=when("appointment.booked", ref="walk*"),
            ),
            StageRule(
                stage=Stage.CONVERSION,
                title="Came",
                why="Came to a walk.",
                reached_when=when("appointment.attended", ref="walk*"),
            ),
            StageRule(
                stage=Stage.RETENTION,
                title="Stays",
                why="Came again or wrote since.",
                reached_when=(*when("appointment.attended", ref="walk*"), *when("portal_message")),
                after=Stage.CONVERSION,
            ),
        ),
        "next_steps": steps,
    }
    return Playbook(**(values | more))


def step(name: str = "step", **more: Any) -> NextStepRule:
    values: dict[str, Any] = {
        "id": name,
        "stages": tuple(Stage),
        "prompt": f"Do {name}",
        "why": "because",
        "action": "ask",
    }
    return NextStepRule(**(values | more))


def rules(**more: Any) -> Rules:
    values: dict[str, Any] = {
        "organization": "Lakemont Health",
        "lines": (Line(key="main", title="Main", number="(937) 555-0100", script="main"),),
        "outbound_script": "main",
        "caps": {OutreachClass.MARKETING: Cap(a_day=1, a_week=3, act="block")},
        "state_zones": {"OH": ("America/New_York",)},
    }
    return Rules(**(values | more))


def library(*playbooks: Playbook, **more: Any) -> Library:
    values: dict[str, Any] = {
        "playbooks": {playbook.key: playbook for playbook in playbooks},
        "scripts": {},
        "contents": {},
        "codes": Codes(groups=(), codes=()),
        "rules": rules(),
        "versions": {f"playbook:{playbook.key}": 1 for playbook in playbooks},
    }
    return Library(**(values | more))

"""Rights on a server: per table, which role may do what, and which rows it sees.

When you add a table, declare it here: a table without an entry is nobody's, and a test says so.
What stands here is put in place by `services/guards.py` after each upgrade, and compared by
`database check`. Functions and triggers lie in migrations/shared/security.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Group(StrEnum):
    """The database roles; a login is in exactly one. The owner of everything is none of them."""

    REP = "ec_rep"
    SUPERVISOR = "ec_supervisor"
    ADMIN = "ec_admin"
    WORKER = "ec_worker"


OWNER = "ec_owner"
DESKS = (Group.REP, Group.SUPERVISOR)
REVIEW = (Group.SUPERVISOR,)
STAFF = (*DESKS, Group.ADMIN)
EVERYBODY = tuple(Group)
TRUSTED = (Group.ADMIN, Group.WORKER)


@dataclass(frozen=True, slots=True)
class Policy:
    """Which rows a command (SELECT, INSERT, ALL) of these groups may see or bring."""

    command: str
    groups: tuple[Group, ...]
    rows: str


@dataclass(frozen=True, slots=True)
class Rights:
    """Of one table: what each group may do, column by column for inserts; and its policies.

    Inserts are granted for the model's columns alone, so that what the server stamps is the
    server's. `unread` are the columns that a desk may not select.
    """

    grants: dict[Group, str]
    policies: dict[str, Policy] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    server_made: frozenset[str] = frozenset()


ACTIVE = "(SELECT public.ec_active())"
OPENED = "person_id IN (SELECT unnest(public.ec_opened()))"
BROUGHT = "command_id IN (SELECT public.ec_brings())"
MINE = f"login = SESSION_USER AND {BROUGHT}"
LABELS = "labels = '' OR (SELECT public.ec_sees()) @> string_to_array(labels, ' ')"
EMERGENCY = "person_id IN (SELECT public.ec_glass()) AND labels !~ '\\mrestricted\\M'"
# IS TRUE keeps the planner from making a join of it, which would ask the function once a row.
LINKED = (
    "EXISTS (SELECT FROM public.touchpoint_person AS p WHERE p.touchpoint_id = {id} "
    f"AND (p.{OPENED}) IS TRUE AND ("
    + LABELS.replace("labels", "{table}.labels")
    + " OR p."
    + EMERGENCY.replace("labels", "{table}.labels")
    + "))"
)
REVIEWED = f"{ACTIVE} AND ({LABELS})"
TEAM = f"login IN (SELECT public.ec_team()) AND ({LABELS})"

OF_DESKS = (
    "kind NOT IN ('BeginImport', 'ImportBatch', 'UndoBatch', 'EndImport', 'Publish', 'PlaceHold', "
    "'RestrictFacts', 'ErasePerson') "
    "AND (kind <> 'DiscardEntry' OR (SELECT public.ec_role()) <> 'rep')"
)
"""Commands that no desk may bring: administrators do. What cannot be sent, supervisors discard."""

OFTEN = dict.fromkeys((*DESKS, Group.ADMIN), "SELECT INSERT")
FACTS = {**OFTEN, Group.WORKER: "SELECT"}
READ = dict.fromkeys(EVERYBODY, "SELECT")
FREE = {"free": Policy("ALL", TRUSTED, "true")}
"""Imports, checks, rebuilds and the worker's jobs need everybody, and run under their own roles."""


def _of_person(rows: str = OPENED) -> Rights:
    """A fact that names its person: seen by whoever opened her, brought with its command."""
    seen = f"({rows}) AND ({LABELS} OR ({EMERGENCY}))"
    return Rights(
        FACTS,
        {
            **FREE,
            "opened": Policy("SELECT", DESKS, seen),
            "review": Policy("SELECT", REVIEW, REVIEWED),
            "brought": Policy("INSERT", DESKS, BROUGHT),
        },
    )


def _of_touchpoint(table: str, column: str, bring: str, review: str = REVIEWED) -> Rights:
    """A fact that names a touchpoint: seen by whoever sees somebody's part in it."""
    linked = LINKED.format(id=f"{table}.{column}", table=table)
    return Rights(
        FACTS,
        {
            **FREE,
            "opened": Policy("SELECT", DESKS, linked),
            "review": Policy("SELECT", REVIEW, review),
            "brought": Policy("INSERT", DESKS, bring),
        },
    )


def _record(rows: str, new: str | None = None) -> Rights:
    """A record: seen by whoever opened its person, changed by imports; a desk may bring new."""
    policies = {
        **FREE,
        "opened": Policy("SELECT", DESKS, rows),
        "review": Policy("SELECT", REVIEW, ACTIVE),
    }
    desk = "SELECT"
    if new is not None:
        policies["new"] = Policy("INSERT", DESKS, new)
        desk = "SELECT INSERT"
    whole = "SELECT INSERT UPDATE DELETE"
    grants = {
        Group.REP: desk,
        Group.SUPERVISOR: desk,
        Group.ADMIN: whole,
        Group.WORKER: "SELECT",
    }
    return Rights(grants, policies)


def _told_of_nobody(grants: dict[Group, str], **more: Policy) -> Rights:
    """What names no person: all of it for every login that is open."""
    return Rights(grants, {**FREE, "active": Policy("SELECT", DESKS, ACTIVE), **more})


KEPT = {Group.ADMIN: "SELECT INSERT UPDATE DELETE", Group.REP: "SELECT", Group.SUPERVISOR: "SELECT"}
NOTICED = Rights(
    {Group.SUPERVISOR: "SELECT", Group.ADMIN: "SELECT", Group.WORKER: "SELECT"},
    {**FREE, "team": Policy("SELECT", REVIEW, "login IN (SELECT public.ec_team())")},
)

RIGHTS: dict[str, Rights] = {
    "command": Rights(
        {**FACTS, Group.WORKER: "SELECT INSERT"},
        {
            **FREE,
            "active": Policy("SELECT", DESKS, ACTIVE),
            "own": Policy("INSERT", DESKS, f"author = SESSION_USER AND {OF_DESKS} AND {ACTIVE}"),
        },
        unread=frozenset({"payload"}),
        server_made=frozenset({"xid"}),
    ),
    # What happened to people, by their part in it.
    "touchpoint_person": _of_person(),
    "touchpoint": _of_touchpoint("touchpoint", "id", MINE),
    "touchpoint_event": _of_touchpoint("touchpoint_event", "touchpoint_id", BROUGHT),
    "call": _of_touchpoint("call", "id", MINE, TEAM),
    "disposition": Rights(
        FACTS,
        {
            **FREE,
            "opened": Policy(
                "SELECT", DESKS, LINKED.format(id="disposition.call_id", table="disposition")
            ),
            "review": Policy("SELECT", REVIEW, TEAM),
            "brought": Policy("INSERT", (Group.REP,), f"{MINE} AND amends IS NULL"),
            "amended": Policy("INSERT", REVIEW, MINE),
        },
    ),
    "answer": Rights(
        FACTS,
        {
            **FREE,
            "followed": Policy(
                "SELECT",
                DESKS,
                "EXISTS (SELECT FROM public.disposition AS d WHERE d.id = answer.disposition_id)",
            ),
            "brought": Policy("INSERT", DESKS, BROUGHT),
        },
    ),
    "verification": _of_person(),
    "appointment": _of_person(),
    "promise": _of_person(),
    # Written by functions alone. A collision is its author's to decide, whoever is open.
    "field_change": Rights(
        {
            Group.REP: "SELECT",
            Group.SUPERVISOR: "SELECT",
            Group.ADMIN: "SELECT INSERT",
            Group.WORKER: "SELECT",
        },
        {
            **FREE,
            "opened": Policy("SELECT", DESKS, OPENED),
            "own": Policy("SELECT", DESKS, f"by = SESSION_USER AND {ACTIVE}"),
            "review": Policy("SELECT", REVIEW, ACTIVE),
        },
    ),
    # Of the rep herself and of nobody on record.
    "ready_state": Rights(
        FACTS,
        {
            **FREE,
            "own": Policy("SELECT", DESKS, f"login = SESSION_USER AND {ACTIVE}"),
            "team": Policy("SELECT", REVIEW, "login IN (SELECT public.ec_team())"),
            "brought": Policy("INSERT", DESKS, MINE),
        },
    ),
    "unmet_need": _of_person(),
    "hand_off": _of_person(),
    "complaint": _of_person(),
    "hold": _of_person(),
    "enrollment": _of_person(),
    "inquiry": _of_person(),
    "callback": _of_person(
        f"{OPENED} OR owner = SESSION_USER AND {ACTIVE} "
        "OR due_at <= now() AND owner IN (SELECT unnest(public.ec_mates()))"
    ),
    # Who works on what just now; taken, prolonged and given back by functions alone.
    "claim": _told_of_nobody(READ),
    # No label hides a stop: whoever does not see one would call.
    "consent_event": Rights(
        FACTS,
        {
            **FREE,
            "opened": Policy(
                "SELECT", DESKS, f"{OPENED} OR contact IN (SELECT unnest(public.ec_contacts()))"
            ),
            "review": Policy("SELECT", REVIEW, ACTIVE),
            "brought": Policy("INSERT", DESKS, f"by = SESSION_USER AND {BROUGHT}"),
        },
    ),
    # A void or closure hidden would bring back what no longer counts; neither names anybody.
    "closure": _told_of_nobody(FACTS, brought=Policy("INSERT", DESKS, BROUGHT)),
    "void": _told_of_nobody(
        {**FACTS, Group.REP: "SELECT"}, brought=Policy("INSERT", REVIEW, BROUGHT)
    ),
    "import_run": _told_of_nobody({**READ, Group.ADMIN: "SELECT INSERT"}),
    "import_part": _told_of_nobody({**READ, Group.ADMIN: "SELECT INSERT"}),
    "import_end": _told_of_nobody({**READ, Group.ADMIN: "SELECT INSERT"}),
    "publication": _told_of_nobody({**READ, Group.ADMIN: "SELECT INSERT"}),
    # Who looked at whom: written by functions alone.
    "access": NOTICED,
    "lookup": NOTICED,
    "broken_glass": NOTICED,
    "audit_event": Rights(
        {**OFTEN, Group.REP: "INSERT", Group.WORKER: "SELECT"},
        {
            **FREE,
            "own": Policy("INSERT", DESKS, f"login = SESSION_USER AND {ACTIVE}"),
            "team": Policy("SELECT", REVIEW, "login IN (SELECT public.ec_team())"),
        },
        server_made=frozenset({"xid"}),
    ),
    "audit_seal": Rights({Group.ADMIN: "SELECT", Group.WORKER: "SELECT INSERT"}, FREE),
    "worker_job": Rights({**READ, Group.WORKER: "SELECT INSERT DELETE"}),
    "person": _record("id IN (SELECT unnest(public.ec_named()))", "public.ec_is_new(id)"),
    "contact_point": _record(OPENED, "public.ec_is_new(person_id)"),
    "identifier": _record(OPENED),
    "relationship": _record(f"{OPENED} OR other_id IN (SELECT unnest(public.ec_opened()))"),
    "source_record": Rights({Group.ADMIN: "SELECT INSERT UPDATE DELETE"}, FREE),
    "organization": _told_of_nobody({**KEPT, Group.WORKER: "SELECT"}),
    "clinician": _told_of_nobody({**KEPT, Group.WORKER: "SELECT"}),
    "team": _told_of_nobody({**READ, Group.ADMIN: "SELECT INSERT UPDATE"}),
    "staff": _told_of_nobody({**READ, Group.ADMIN: "SELECT"}),
    # A desk finds people by `find_people` alone; it brings the keys of whom it has just made.
    "search_key": Rights(
        {
            Group.REP: "INSERT",
            Group.SUPERVISOR: "INSERT",
            Group.ADMIN: "SELECT INSERT UPDATE DELETE",
            Group.WORKER: "SELECT INSERT UPDATE DELETE",
        },
        {
            **FREE,
            "new": Policy(
                "INSERT", DESKS, "public.ec_is_new(person_id) OR public.ec_corrects(person_id)"
            ),
        },
    ),
    "journey_state": Rights(
        {**READ, Group.ADMIN: "SELECT INSERT DELETE", Group.WORKER: "SELECT INSERT DELETE"},
        {
            **FREE,
            "opened": Policy("SELECT", DESKS, OPENED),
            "review": Policy("SELECT", REVIEW, ACTIVE),
        },
    ),
    "alembic_version": Rights(READ),
    "contract": Rights(READ),
}

FUNCTIONS: dict[str, tuple[Group, ...]] = {
    "ec_role": EVERYBODY,
    "ec_active": EVERYBODY,
    "ec_sees": EVERYBODY,
    "ec_team": EVERYBODY,
    "ec_mates": EVERYBODY,
    "ec_opened": EVERYBODY,
    "ec_named": EVERYBODY,
    "ec_contacts": EVERYBODY,
    "ec_glass": EVERYBODY,
    "ec_brings": EVERYBODY,
    "ec_is_new": EVERYBODY,
    "ec_corrects": EVERYBODY,
    "ec_is_same": (),
    "ec_require_self": (),
    "stamp_command": (),
    "refuse_change": (),
    "open_people": STAFF,
    "break_glass": STAFF,
    "find_people": STAFF,
    "is_on_record": STAFF,
    "is_anybody_on_record": STAFF,
    "open_inquiries": STAFF,
    "my_calls": STAFF,
    "my_promises": STAFF,
    "is_about_nobody": EVERYBODY,
    "own_command": STAFF,
    "mark_wrong": STAFF,
    "correct_record": STAFF,
    "claim_first": STAFF,
    "renew_claim": STAFF,
    "release_claim": STAFF,
    "erase_person": (Group.ADMIN,),
    "unusual_access": (Group.SUPERVISOR, Group.ADMIN),
}

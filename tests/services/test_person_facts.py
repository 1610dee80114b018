"""What the rules get to know of a person, and what they don't."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import CacheStats

from console.models import facts
from console.models.ids import PersonId, uuid7
from console.models.person_facts import PersonFacts
from console.models.terms import (
    Channel,
    Direction,
    HoldCause,
    Label,
    OpenKind,
    Part,
    TouchpointKind,
)
from console.services import person_facts
from console.services.database import Database
from tests.services.records import NOW, Records, ago, begin


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


def read(
    database: Database, *people: PersonId, hidden: frozenset[Label] = frozenset()
) -> PersonFacts:
    with database.transaction() as session:
        return person_facts.read(session, frozenset(people), hidden)


def test_no_statement_is_written_anew_for_the_next_reading(
    database: Database, records: Records
) -> None:
    """One whose parts cannot be told apart is, which takes longer than asking it."""
    person = records.person("Ann Lee")
    read(database, person)
    known: list[CacheStats] = []

    def look(_connection: Any, _cursor: Any, _sql: Any, _values: Any, asked: Any, _: Any) -> None:
        if asked.compiled is not None:
            known.append(asked.cache_hit)

    event.listen(database.engine, "before_cursor_execute", look)
    read(database, person)
    event.remove(database.engine, "before_cursor_execute", look)
    assert len(known) > 4
    assert set(known) == {CacheStats.CACHE_HIT}


def test_touchpoints_and_events_come_oldest_first_with_their_reference(
    database: Database, records: Records
) -> None:
    person = records.person("Ann Lee")
    email = records.touchpoint(
        person,
        TouchpointKind.EMAIL,
        ago(days=2),
        ref="flu-pamphlet",
        outreach_class="marketing",
        events=[("opened", ago(days=1)), ("sent", ago(days=2, hours=-1))],
    )
    call = records.touchpoint(
        person,
        TouchpointKind.CALL,
        ago(days=3),
        direction=Direction.INBOUND,
        events=[("outcome", ago(days=3), "information_given")],
    )
    found = read(database, person).facts
    assert [(fact.kind, fact.ref) for fact in found][2:] == [
        ("email", "flu-pamphlet"),
        ("email.sent", "flu-pamphlet"),
        ("email.opened", "flu-pamphlet"),
    ]
    assert {(fact.kind, fact.ref) for fact in found[:2]} == {
        ("call", ""),
        ("call.outcome", "information_given"),
    }
    assert {fact.touchpoint for fact in found} == {email, call}
    assert found[2].id == email
    assert found[3].outreach_class == "marketing"
    assert found[3].at == ago(days=2, hours=-1)


def test_voided_facts_do_not_count(database: Database, records: Records) -> None:
    person = records.person("Ann Lee")
    kept = records.touchpoint(person, TouchpointKind.CALL, ago(days=1))
    voided = records.touchpoint(
        person, TouchpointKind.EMAIL, ago(days=2), events=[("sent", ago(days=2))]
    )
    outcome = records.add(
        facts.TouchpointEvent, touchpoint_id=kept, at=ago(days=1), kind="outcome", ref="busy"
    )
    for target in (voided, outcome):
        records.add(facts.Void, target_id=target, reason="amended", at=NOW)
    assert [fact.id for fact in read(database, person).facts] == [kept]


def test_a_hidden_label_leaves_no_trace(database: Database, records: Records) -> None:
    person = records.person("Ann Lee")
    records.touchpoint(
        person,
        TouchpointKind.VISIT,
        ago(days=1),
        labels=frozenset({Label.PSYCHIATRIC, Label.SUBSTANCE_USE}),
        events=[("attended", ago(days=1))],
    )
    assert len(read(database, person).facts) == 2
    assert read(database, person, hidden=frozenset({Label.SUBSTANCE_USE})).facts == ()
    assert len(read(database, person, hidden=frozenset({Label.ABUSE})).facts) == 2


def test_who_speaks_for_another_gets_none_of_the_others_facts(
    database: Database, records: Records
) -> None:
    mother, child = records.person("Ann Lee"), records.person("Kit Lee")
    call = records.touchpoint(child, TouchpointKind.CALL, ago(days=1))
    with database.transaction() as session:
        records.fact(
            session,
            facts.TouchpointPerson,
            touchpoint_id=call,
            person_id=mother,
            part=Part.SPEAKING,
            at=ago(days=1),
            channel="call",
            direction="outbound",
            kind="call",
        )
    about_nobody = records.touchpoint(mother, TouchpointKind.CALL, ago(days=2), part=Part.SPEAKING)
    assert [fact.id for fact in read(database, mother).facts] == [about_nobody]
    assert [fact.id for fact in read(database, child).facts] == [call]


def test_linked_duplicates_share_a_touchpoint_once(database: Database, records: Records) -> None:
    people = [records.person("Ann Lee"), records.person("Anne Lee")]
    records.touchpoint(people, TouchpointKind.EMAIL, ago(days=1), events=[("sent", ago(days=1))])
    assert [fact.kind for fact in read(database, *people).facts].count("email.sent") == 1


def test_what_is_open_until_a_closure_that_counts(database: Database, records: Records) -> None:
    person = records.person("Ann Lee")
    due = NOW + timedelta(hours=2)
    callback = records.add(
        facts.Callback,
        person_id=person,
        due_at=due,
        zone="America/New_York",
        asked_for=True,
        owner="mreyes",
        note="about the clinic",
    )
    inquiry = records.add(
        facts.Inquiry, person_id=person, at=ago(days=1), question="Is it flu?", owner=None
    )
    closed = records.add(
        facts.Promise, person_id=person, what="A nurse rings", due_at=due, owner="mreyes"
    )
    hold = records.add(facts.Hold, person_id=person, cause=HoldCause.INPATIENT, at=ago(days=1))
    lifted = records.add(facts.Hold, person_id=person, cause=HoldCause.BEREAVED, at=ago(days=9))
    for target, kind in ((closed, OpenKind.PROMISE), (lifted, OpenKind.HOLD)):
        records.add(
            facts.Closure, target_id=target, target_kind=kind, manner="done", at=ago(hours=1)
        )
    mistake = records.add(
        facts.Closure,
        target_id=inquiry,
        target_kind=OpenKind.INQUIRY,
        manner="answered",
        at=ago(hours=1),
    )
    records.add(facts.Void, target_id=mistake, reason="amended", at=NOW)
    found = read(database, person)
    assert {entry.id for entry in found.open} == {callback, inquiry}
    entry = next(entry for entry in found.open if entry.id == callback)
    assert (entry.due_at, entry.what, entry.asked_for) == (due, "about the clinic", True)
    assert entry.at == NOW
    assert [entry.id for entry in found.holds] == [hold]


def test_a_stopped_number_is_stopped_for_everyone_on_it(
    database: Database, records: Records
) -> None:
    ann = records.person("Ann Lee", phones=["937-555-0137"])
    bea = records.person("Bea Lee", phones=["937-555-0137"])
    common = {"form": "spoken", "at": ago(days=1), "by": "mreyes", "lifts": []}
    number = {"contact": "+19375550137", "channel": Channel.TEXT, **common}
    stop = records.add(
        facts.ConsentEvent, person_id=bea, action="revoked", scope="number", **number
    )
    own_stop = records.add(
        facts.ConsentEvent, person_id=bea, action="revoked", scope="everything", **common
    )
    agreed = records.add(facts.ConsentEvent, person_id=bea, action="given", **number)
    anns, beas = read(database, ann), read(database, bea)
    assert {entry.id for entry in beas.consents} == {stop, own_stop, agreed}
    assert {entry.id for entry in anns.consents} == {stop, agreed}
    assert {entry.id: entry.scope for entry in anns.consents}[agreed] == "number"
    assert {entry.id: entry.scope for entry in beas.consents}[agreed] is None


def test_the_person_herself(database: Database, records: Records) -> None:
    person = records.person(
        "Ann Lee",
        birth="1974",
        phones=["937-555-0137"],
        emails=["ann@example.org"],
        city="Dayton",
        zone="America/New_York",
        language="es",
        deceased=True,
    )
    found = read(database, person)
    assert found.birth_date == "1974"
    assert (found.deceased, found.language, found.zone) == (True, "es", "America/New_York")
    assert (found.states, found.phones, found.emails) == (
        ("OH",),
        ("+19375550137",),
        ("ann@example.org",),
    )
    nobody = read(database, PersonId(uuid7()))
    assert (nobody.facts, nobody.birth_date) == ((), None)

"""Applying commands: everything is there once, and only what the command brought."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from console.errors import BadInput
from console.models import facts
from console.models.commands import (
    AmendDisposition,
    AppointmentFact,
    CallbackFact,
    CallFact,
    CloseOpen,
    ClosureFact,
    Command,
    ComplaintFact,
    Effects,
    EnrollmentFact,
    HandOffFact,
    HoldFact,
    LogDisposition,
    PathStep,
    PromiseFact,
    Publish,
    SendFact,
    UnmetNeedFact,
    VerificationFact,
)
from console.models.derived import SearchKey
from console.models.ids import FactId, PersonId, uuid7
from console.models.publications import Publication
from console.models.records import ContactPoint, Person
from console.models.terms import (
    Channel,
    ClosureManner,
    EnrollmentAction,
    HoldCause,
    Label,
    OpenKind,
    OutreachClass,
    PublicationKind,
    VerificationItem,
    VerificationState,
)
from console.services import codec, database
from console.services.apply import Applied, Conflict, apply, body_of, seal
from console.services.database import Database
from tests.commands import NOON, REP, command, disposition, lift, new_person, revocation, stop

RECEIVED = NOON + timedelta(seconds=3)


@pytest.fixture
def shared(shared_database: str) -> Iterator[Database]:
    opened = database.open_shared(shared_database)
    yield opened
    opened.close()


def take(shared: Database, sent: Command) -> Applied:
    with shared.transaction() as session:
        return apply(session, sent, RECEIVED)


def rows(shared: Database, table: Any) -> list[Any]:
    with shared.transaction(writes=False) as session:
        return list(session.scalars(select(table)))


def one(shared: Database, table: Any) -> Any:
    (row,) = rows(shared, table)
    return row


def somebody(shared: Database, **fields: Any) -> PersonId:
    body = new_person(**fields)
    take(shared, command(body))
    return body.person


def fact() -> FactId:
    return FactId(uuid7())


def everything(person: PersonId, other: PersonId, wrong: UUID, open_one: UUID) -> LogDisposition:
    later = NOON + timedelta(days=1)
    effects = Effects(
        consents=(revocation(person),),
        callbacks=(
            CallbackFact(
                id=fact(), person=person, phone="+19375550137", due_at=later,
                zone="America/New_York", asked_for=True, owner=REP, note="after lunch",
            ),
        ),
        promises=(PromiseFact(id=fact(), person=person, what="a letter", due_at=later, owner=REP),),
        appointments=(
            AppointmentFact(
                id=fact(), person=person, at=later, place="Main clinic", with_whom="Dr. Test",
                service="flu-clinic",
            ),
        ),
        sends=(
            SendFact(
                id=fact(), person=person, content="flu-pamphlet", version=3, title="Flu",
                channel=Channel.TEXT, outreach_class=OutreachClass.TREATMENT, at=NOON,
            ),
        ),
        unmet_needs=(UnmetNeedFact(id=fact(), person=person, what="evening hours"),),
        hand_offs=(HandOffFact(id=fact(), person=person, to="nurses", what="a rash"),),
        complaints=(ComplaintFact(id=fact(), person=None, what="long wait"),),
        holds=(HoldFact(id=fact(), person=other, cause=HoldCause.INPATIENT, provisional=True),),
        enrollments=(
            EnrollmentFact(
                id=fact(), person=person, journey="flu-season", action=EnrollmentAction.ENROLLED
            ),
        ),
        closures=(
            ClosureFact(
                id=fact(), target=FactId(open_one), target_kind=OpenKind.CALLBACK,
                manner=ClosureManner.DONE,
            ),
        ),
        wrong_contacts=(wrong,),
    )  # fmt: skip
    steps = tuple(
        PathStep(id=fact(), step=name, kind="answer", question=f"{name}?", value="yes", at=NOON)
        for name in ("greeting", "symptoms")
    )
    verified = VerificationFact(
        id=fact(), person=person, state=VerificationState.PATIENT,
        matched=(VerificationItem.NAME, VerificationItem.BIRTH_DATE), at=NOON,
    )  # fmt: skip
    body = disposition(
        person, effects=effects, path=steps, verification=(verified,), notes="Ärztin – ok ✓",
        reason=None, journey="flu-season", stage="awareness", script="flu-inbound",
        versions={"codes": 1, "playbook:flu-season": 2}, zone="Pacific/Auckland",
        labels=frozenset({Label.REPRODUCTIVE, Label.GENETIC, Label.ABUSE}),
    )  # fmt: skip
    speaking = {"speaking_with": other}
    return codec.load(
        LogDisposition, {**codec.dump(body), "call": {**codec.dump(body.call), **speaking}}
    )


EXPECTED = {
    facts.Call: 1, facts.Disposition: 1, facts.Answer: 2, facts.Verification: 1,
    facts.ConsentEvent: 1, facts.Callback: 1, facts.Promise: 1, facts.Appointment: 1,
    facts.UnmetNeed: 1, facts.HandOff: 1, facts.Complaint: 1, facts.Hold: 1,
    facts.Enrollment: 1, facts.Closure: 1, facts.Touchpoint: 3, facts.TouchpointPerson: 4,
    facts.TouchpointEvent: 4,
}  # fmt: skip


@pytest.fixture
def logged(shared: Database) -> Command:
    person, other = somebody(shared), somebody(shared, name="Otto Test")
    wrong = rows(shared, ContactPoint)[0].id
    sent = command(everything(person, other, wrong, uuid7()))
    assert take(shared, sent) is Applied.NOW
    return sent


def counts(shared: Database) -> dict[Any, int]:
    with shared.transaction(writes=False) as session:
        return {
            table: session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in EXPECTED
        }


def test_a_disposition_brings_each_of_its_facts(shared: Database, logged: Command) -> None:
    assert counts(shared) == EXPECTED
    for table in EXPECTED:
        assert {row.command_id for row in rows(shared, table)} == {logged.id}


def test_the_disposition_reads_back_as_it_was_logged(shared: Database, logged: Command) -> None:
    body: LogDisposition = logged.body
    found = one(shared, facts.Disposition)
    assert (found.id, found.call_id, found.code) == (body.disposition, body.call.id, body.code)
    assert (found.notes, found.journey, found.stage) == (body.notes, "flu-season", "awareness")
    assert found.versions == {"codes": 1, "playbook:flu-season": 2}
    assert found.labels == body.labels
    assert found.day == date(2026, 3, 3)  # noon in Greenwich is the next day in Auckland
    assert [a.step for a in sorted(rows(shared, facts.Answer), key=lambda a: a.seq)] == [
        "greeting",
        "symptoms",
    ]
    assert one(shared, facts.Verification).matched == ["name", "birth_date"]
    assert one(shared, facts.Callback).due_at == NOON + timedelta(days=1)
    assert one(shared, facts.Callback).call_id == body.call.id
    assert one(shared, facts.Hold).provisional is True
    assert one(shared, facts.Complaint).person_id is None


def test_the_journal_keeps_the_command_whole(shared: Database, logged: Command) -> None:
    entry = next(row for row in rows(shared, facts.Command) if row.id == logged.id)
    assert body_of(entry.kind, entry.payload) == logged.body
    assert entry.sha == seal(logged)[1]
    assert (entry.author, entry.made_at, entry.received_at) == (REP, NOON, RECEIVED)


def test_the_call_is_a_touchpoint_of_whom_it_is_about_and_of_who_spoke(
    shared: Database, logged: Command
) -> None:
    body: LogDisposition = logged.body
    parts = {
        row.person_id: row.part
        for row in rows(shared, facts.TouchpointPerson)
        if row.touchpoint_id == body.call.id
    }
    assert parts == {body.call.about[0]: "about", body.call.speaking_with: "speaking"}
    events = {(e.kind, e.ref, e.touchpoint_id) for e in rows(shared, facts.TouchpointEvent)}
    appointment, send = body.effects.appointments[0], body.effects.sends[0]
    assert events == {
        ("answered", "", body.call.id),
        ("outcome", body.code, body.call.id),
        ("booked", "", appointment.id),
        ("queued", "", send.id),
    }


def test_a_call_about_one_person_twice_is_about_her_once(shared: Database) -> None:
    person = somebody(shared)
    take(shared, command(disposition(person, person)))
    assert one(shared, facts.TouchpointPerson).person_id == person


def test_a_call_about_nobody_can_be_logged(shared: Database) -> None:
    take(shared, command(disposition()))
    assert rows(shared, facts.TouchpointPerson) == []
    assert one(shared, facts.Disposition).code == "information_given"


def test_a_number_found_wrong_stays_marked_and_findable(shared: Database, logged: Command) -> None:
    body: LogDisposition = logged.body
    points = {row.id: row for row in rows(shared, ContactPoint)}
    marked = points.pop(body.effects.wrong_contacts[0])
    assert (marked.wrong, marked.revision) == (True, 2)
    assert all(not point.wrong and point.revision == 1 for point in points.values())


def test_twice_is_once(shared: Database, logged: Command) -> None:
    assert take(shared, logged) is Applied.ALREADY
    assert counts(shared) == EXPECTED


def test_the_same_id_with_other_content_is_a_conflict(shared: Database, logged: Command) -> None:
    other = Command(id=logged.id, author=REP, made_at=NOON, body=disposition())
    with pytest.raises(Conflict):
        take(shared, other)
    assert counts(shared) == EXPECTED


def test_what_was_sealed_by_another_release_is_recognized(shared: Database) -> None:
    """An older console knew fewer fields; its payload, as it put it, is what counts."""
    sent = command(stop())
    payload, _ = seal(sent)
    del payload["call"]
    older = payload, codec.sha(codec.canonical(payload))
    with shared.transaction() as session:
        assert apply(session, sent, RECEIVED, older) is Applied.NOW
    with shared.transaction() as session:
        assert apply(session, sent, RECEIVED, older) is Applied.ALREADY


def test_a_refused_command_leaves_nothing(shared: Database) -> None:
    with pytest.raises(IntegrityError):
        take(shared, command(disposition(PersonId(uuid7()))))
    assert rows(shared, facts.Command) == []
    assert not any(counts(shared).values())


def test_a_new_person_is_found_at_once(shared: Database) -> None:
    person = somebody(shared, birth_date="1974-06")
    found = one(shared, Person)
    assert (found.id, found.name, found.birth_date) == (person, "Wilma Test", "1974-06")
    assert one(shared, ContactPoint).raw == "(937) 555-0137"
    keys = {(row.kind, row.key) for row in rows(shared, SearchKey) if row.person_id == person}
    assert ("birth", "1974-06") in keys
    assert any(kind == "name" and key.startswith("wilma") for kind, key in keys)
    assert any(kind == "phone" and key.startswith("7310555") for kind, key in keys)


def test_a_stop_and_what_lifts_it_both_stay(shared: Database) -> None:
    stopped = stop(somebody(shared))
    take(shared, command(stopped))
    take(shared, command(lift(stopped)))
    ledger = {row.action: row for row in rows(shared, facts.ConsentEvent)}
    assert set(ledger) == {"revoked", "given"}
    assert ledger["given"].lifts == [str(ledger["revoked"].id)]
    assert ledger["revoked"].scope == "number"


def test_an_amendment_voids_what_it_names_and_brings_its_own(
    shared: Database, logged: Command
) -> None:
    first: LogDisposition = logged.body
    voided = (first.disposition, first.effects.callbacks[0].id)
    again = disposition(*first.call.about, call=first.call, code="appointment_booked")
    amendment = command(
        AmendDisposition(amends=first.disposition, why="misheard", voids=voided, disposition=again),
        made_at=NOON + timedelta(hours=1),
    )
    assert take(shared, amendment) is Applied.NOW
    assert take(shared, amendment) is Applied.ALREADY
    assert {row.target_id for row in rows(shared, facts.Void)} == set(voided)
    found = {row.id: row for row in rows(shared, facts.Disposition)}
    assert found[again.disposition].amends == first.disposition
    assert found[first.disposition].code == first.code
    outcomes = {row.id: row.ref for row in rows(shared, facts.TouchpointEvent) if row.ref}
    assert outcomes == {first.disposition: first.code, again.disposition: "appointment_booked"}
    assert len(rows(shared, facts.Call)) == 1


def test_an_amendment_of_nothing_is_refused(shared: Database) -> None:
    body = disposition()
    lost = AmendDisposition(amends=fact(), why="?", voids=(), disposition=body)
    with pytest.raises(IntegrityError):
        take(shared, command(lost))


def test_closing_outside_a_call_names_what_it_closes(shared: Database) -> None:
    target = fact()
    closure = ClosureFact(
        id=fact(), target=target, target_kind=OpenKind.PROMISE, manner=ClosureManner.KEPT
    )
    take(shared, command(CloseOpen(closures=(closure,))))
    assert (one(shared, facts.Closure).target_id, one(shared, facts.Closure).manner) == (
        target,
        "kept",
    )


def published(text: str) -> Command:
    body = {"text": text, "weights": [1, 0.5]}
    digest = codec.sha(codec.canonical(body))
    return command(
        Publish(kind=PublicationKind.CODES, key="codes", body=body, sha=digest, effective_at=NOON)
    )


def test_publishing_appends_versions_and_the_same_body_none(shared: Database) -> None:
    for text in ("one", "two", "two", "one"):
        assert take(shared, published(text)) is Applied.NOW
    found = sorted((row.version, row.body["text"]) for row in rows(shared, Publication))
    assert found == [(1, "one"), (2, "two"), (3, "one")]


LABELS = """
from console.models.terms import Label
from console.services.apply import seal
from tests.commands import command, disposition
from uuid import UUID
from dataclasses import replace
body = disposition(labels=frozenset(Label))
same = UUID(int=1)
body = replace(body, disposition=same, call=replace(body.call, id=same))
print(seal(command(body))[1])
"""


def test_a_command_has_one_hash_in_every_process() -> None:
    """Sets are in another order in each; an entry sent again after a restart must stay itself."""
    hashes = {
        subprocess.run(
            [sys.executable, "-c", LABELS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(hashes) == 1


people = st.uuids().map(PersonId)
moments = st.integers(min_value=0, max_value=4_000_000_000_000_000).map(
    lambda microseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)
kept = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
calls = st.builds(
    CallFact,
    phone=st.none() | kept,
    started_at=moments,
    answered_at=st.none() | moments,
    ended_at=moments,
    about=st.lists(people, unique=True).map(tuple),
)
bodies = st.builds(
    LogDisposition,
    call=calls,
    effects=st.builds(Effects),
    labels=st.frozensets(st.sampled_from(Label)),
    code=kept,
    reason=st.none() | kept,
    notes=kept,
)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_with_a_null_is_sealed_and_every_other_is(words: str) -> None:
    made = command(disposition(notes=words))
    if "\0" not in words:
        assert seal(made)[0]["notes"] == words
        return
    with pytest.raises(BadInput, match="cannot be kept"):
        seal(made)


@given(bodies)
def test_a_sealed_body_opens_to_the_same_hash(body: LogDisposition) -> None:
    sent = command(body)
    payload, digest = seal(sent)
    again = body_of(sent.kind, payload)
    assert again == body
    assert seal(command(again))[1] == digest


def test_half_a_character_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="half a character"):
        seal(command(disposition(notes="ok \ud83d")))


def test_a_body_of_another_release_is_refused_without_its_values() -> None:
    payload, _ = seal(command(new_person()))
    with pytest.raises(BadInput) as refused:
        body_of("AddPerson", {**payload, "person": "Wilma Test"})
    assert "Wilma" not in str(refused.value)
    with pytest.raises(BadInput, match="Update the console"):
        body_of("SomethingNew", {})

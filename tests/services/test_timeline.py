"""The timeline both ways, searched whole, and one entry with all that is known of it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import insert

from console.errors import NotFound
from console.models import facts
from console.models.ids import Login, PersonId, TouchpointId, uuid7
from console.models.imports import ImportPart, ImportRun
from console.models.records import Staff
from console.models.terms import Part, TouchpointKind
from console.models.views import Sought, TimelineFilter
from console.services.database import Database
from console.services.record import Records as RecordService
from tests.services.records import LIBRARY, NOW, Records, ago, begin

LOGIN = Login("mreyes")
BEGINNING = (datetime(1, 1, 1, tzinfo=UTC), UUID(int=0))


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


@pytest.fixture
def service(database: Database) -> RecordService:
    return RecordService(database, lambda: LIBRARY, lambda: NOW)


def one(person: PersonId) -> frozenset[PersonId]:
    return frozenset({person})


def test_a_page_continues_up_as_down_and_the_earliest_can_be_asked_for(
    records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    made = [records.touchpoint(person, TouchpointKind.EMAIL, ago(days=n // 2)) for n in range(11)]
    newest_first = [entry.id for entry in service.timeline(one(person)).entries]
    assert set(newest_first) == set(made)

    first = page = service.timeline(one(person), after=BEGINNING, limit=4)
    read = [entry.id for entry in page.entries]
    while page.after is not None:
        page = service.timeline(one(person), after=page.after, limit=4)
        read = [*(entry.id for entry in page.entries), *read]

    assert read == newest_first
    assert first.before is None
    below = service.timeline(one(person), before=(first.entries[0].at, first.entries[0].id))
    assert [entry.id for entry in below.entries] == newest_first[-3:]


def test_words_are_sought_in_all_that_was_written_whatever_is_loaded(
    database: Database, records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    with database.transaction() as session:
        session.add(Staff(login=LOGIN, name="María Reyes", role="rep"))
    for n in range(5):
        records.touchpoint(person, TouchpointKind.EMAIL, ago(days=n), title=f"Letter {n}")
    old = records.touchpoint(
        person, TouchpointKind.TEXT, ago(days=900), title="Información", summary="Flu shots"
    )
    call = _call(records, person, notes="Asked about parking")
    child = records.person("Kit Lee")
    spoke = records.touchpoint(
        child, TouchpointKind.CALL, ago(days=4), summary="parking", login=LOGIN
    )
    _speaks(records, person, spoke)
    records.touchpoint(child, TouchpointKind.EMAIL, NOW, title="parking")

    def found(*words: Sought, limit: int = 2) -> list[UUID]:
        page = service.timeline(one(person), TimelineFilter(sought=words), limit=limit)
        read = [entry.id for entry in page.entries]
        assert page.total == 8
        count = page.found
        while page.before is not None:
            page = service.timeline(
                one(person), TimelineFilter(sought=words), before=page.before, limit=limit
            )
            read += [entry.id for entry in page.entries]
        assert len(read) == count
        return read

    assert found(Sought("informacion"), Sought("flu")) == [old]
    assert found(Sought("informacion"), Sought("letter")) == []
    assert found(Sought("parking")) == [call]
    assert len(found(Sought("letter"))) == 5
    assert set(found(Sought("maria"))) == {call, spoke}
    assert found(Sought("sms", frozenset({TouchpointKind.TEXT}))) == [old]


def test_one_entry_tells_who_logged_it_what_became_of_it_and_what_was_corrected(
    database: Database, records: Records, service: RecordService
) -> None:
    person = records.person("Ann Lee")
    with database.transaction() as session:
        session.add(Staff(login=LOGIN, name="Maria Reyes", role="rep"))
    call = _call(records, person, notes="Asked about parking")
    first = records.add(
        facts.Disposition, call_id=call, at=ago(minutes=56), day=NOW.date(), login=LOGIN,
        code="wrong_number", notes="nobody", versions={},
    )  # fmt: skip
    records.add(facts.Void, target_id=first, reason="picked by mistake", at=ago(minutes=50))
    misfiled = records.add(
        facts.TouchpointEvent, touchpoint_id=call, at=ago(minutes=40), kind="read", detail="no"
    )
    records.add(facts.Void, target_id=misfiled, reason="misfiled", at=NOW, restricts=True)

    detail = service.touchpoint(one(person), TouchpointId(call))

    assert detail.call is not None
    assert (detail.call.code_label, detail.call.notes) == (
        "Information given",
        "Asked about parking",
    )
    assert [(step.question, step.value) for step in detail.call.path] == [("Drives?", "Yes")]
    assert [event.kind for event in detail.events] == ["outcome"]
    [corrected] = detail.corrections
    assert (corrected.why, corrected.notes, corrected.logged_by) == (
        "picked by mistake",
        "nobody",
        "Maria Reyes",
    )
    assert detail.logged_by
    assert detail.made_at is not None
    assert detail.brought is None
    with database.transaction() as session:  # as if an import's command had brought it
        run = {"id": records.command, "at": NOW, "by": LOGIN, "format": "csv", "size": 1,
               "mark": "m", "files": ["calls.csv"]}  # fmt: skip
        session.execute(insert(ImportRun), [run])
        part = {"command_id": records.command, "import_id": records.command, "seq": 1, "counts": {}}
        session.execute(insert(ImportPart), [part])
    brought = service.touchpoint(one(person), TouchpointId(call)).brought
    assert brought is not None
    assert (brought.by, brought.files) == ("Maria Reyes", ("calls.csv",))


def test_an_entry_of_somebody_else_is_not_told(records: Records, service: RecordService) -> None:
    mother, child = records.person("Ann Lee"), records.person("Kit Lee")
    call = _call(records, child, notes="fever")
    with pytest.raises(NotFound):
        service.touchpoint(one(mother), TouchpointId(call))
    _speaks(records, mother, call)
    spoken = service.touchpoint(one(mother), TouchpointId(call))
    assert (spoken.call, spoken.events, spoken.logged_by) == (None, (), "")
    with pytest.raises(NotFound):
        service.touchpoint(one(mother), TouchpointId(uuid7()))


def _speaks(records: Records, person: PersonId, call: UUID) -> None:
    records.add(
        facts.TouchpointPerson, touchpoint_id=call, person_id=person, part=Part.SPEAKING,
        at=ago(hours=1), channel="call", direction="outbound", kind="call",
    )  # fmt: skip


def _call(records: Records, person: PersonId, notes: str) -> UUID:
    call = records.touchpoint(
        person, TouchpointKind.CALL, ago(hours=1), login=LOGIN,
        events=[("outcome", ago(hours=1), "information_given")],
    )  # fmt: skip
    records.add(
        facts.Call, id=call, direction="outbound", started_at=ago(hours=1),
        answered_at=ago(minutes=59), ended_at=ago(minutes=55), login=LOGIN,
    )  # fmt: skip
    disposition = records.add(
        facts.Disposition, call_id=call, at=ago(minutes=55), day=NOW.date(), login=LOGIN,
        code="information_given", notes=notes, versions={},
    )  # fmt: skip
    records.add(
        facts.Answer, disposition_id=disposition, seq=1, step="drives", kind="answer",
        question="Drives?", value="Yes", at=ago(minutes=58),
    )  # fmt: skip
    return call

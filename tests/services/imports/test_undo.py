"""An import is undone: what it brought is gone, what it changed is back, what others did stays."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from console.errors import NotFound, Refused
from console.models.commands import Change, CorrectPerson
from console.models.facts import (
    Appointment,
    ConsentEvent,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
)
from console.models.ids import CommandId, FactId, Login, PersonId, uuid7
from console.models.imports import ImportEnd, ImportRun
from console.models.records import (
    ContactPoint,
    Identifier,
    Organization,
    Person,
    Relationship,
)
from console.models.terms import RecordKind
from console.services.apply import apply
from console.services.database import Database
from console.services.directory import Directory
from console.services.imports import ImportReport
from console.services.imports.undo import undo
from console.services.open_facts import not_void
from tests.commands import command
from tests.services.imports.resources import (
    FIXTURES,
    LATER,
    NOW,
    appointment,
    bring,
    consent,
    encounter,
    ndjson,
    patient,
    rows,
)

NAMELESS = {"id", "revision", "brought_by", "command_id", "retired_at", "touchpoint_id"}


def take_back(database: Database, report: ImportReport, **options: Any) -> dict[str, int]:
    assert report.record
    record = CommandId(report.record)
    return undo(database, record, author=Login("importer"), now=LATER, **options)


def shown(database: Database) -> dict[str, list[str]]:
    """What can be seen of people: records in use and facts that count, without their ids."""
    found: dict[str, list[str]] = {}
    with database.transaction() as session:
        for record in (Person, ContactPoint, Identifier, Relationship, Organization):
            table = record.__table__
            wanted = [column for column in table.c if column.name not in NAMELESS]
            query = select(*wanted)
            if record is ContactPoint:
                query = query.where(table.c.retired_at.is_(None))
            if record is Person:
                query = query.where(table.c.withdrawn_at.is_(None))
            found[table.name] = sorted(map(repr, session.execute(query).all()))
        for fact, touchpoint in (
            (Touchpoint, Touchpoint.id),
            (TouchpointPerson, TouchpointPerson.touchpoint_id),
            (TouchpointEvent, TouchpointEvent.touchpoint_id),
            (Appointment, Appointment.id),
            (ConsentEvent, ConsentEvent.id),
        ):
            table = fact.__table__
            wanted = [column for column in table.c if column.name not in NAMELESS]
            query = select(*wanted).where(not_void(touchpoint))
            if "id" in table.c:
                query = query.where(not_void(table.c.id))
            found[table.name] = sorted(map(repr, session.execute(query).all()))
    return found


def test_an_undone_import_leaves_nobody_and_comes_again_whole(database: Database) -> None:
    nothing = shown(database)
    first = bring(database, FIXTURES)
    whole = shown(database)
    counts = take_back(database, first, stops=True)
    assert counts["people"] == first.created
    assert counts["facts"] >= first.touchpoints
    assert shown(database) == nothing
    assert Directory(database).find("Whitfield").results == ()
    again = bring(database, FIXTURES)
    assert (again.created, again.touchpoints) == (first.created, first.touchpoints)
    assert shown(database) == whole


def clinic(name: str, **more: Any) -> dict[str, Any]:
    return {"resourceType": "Organization", "id": "o1", "name": name, **more}


OLD = [
    clinic("Elm Clinic"),
    patient(gender="female", address=[{"line": ["1 Elm St"], "city": "Dayton"}]),
    appointment("booked"),
    encounter(),
    encounter("e2", status="in-progress"),
    consent(),
]
NEW = [
    clinic("Elm Street Clinic", telecom=[{"system": "phone", "value": "937-555-0150"}]),
    patient(
        gender="male",
        maritalStatus={"text": "married"},
        telecom=[{"system": "phone", "value": "937-555-0199", "use": "mobile"}],
    ),
    appointment("booked", start="2026-03-09T10:00:00-05:00"),
    encounter(status="entered-in-error"),
    encounter("e2", status="finished"),
    encounter("e3"),
    patient("p2", name=[{"family": "Okafor", "given": ["Ada"]}]),
    encounter("e4", "Patient/p2"),
    consent(status="inactive"),
]


def test_undoing_brings_back_what_was_there_before(database: Database, tmp_path: Path) -> None:
    bring(database, ndjson(tmp_path / "old", OLD))
    before = shown(database)
    second = bring(database, ndjson(tmp_path / "new", NEW), now=LATER)
    after = shown(database)
    assert after != before
    take_back(database, second, stops=True)
    assert shown(database) == before
    assert bring(database, tmp_path / "new", now=LATER).created == 1
    assert shown(database) == after


def correct_name(database: Database, person: PersonId, old: str, new: str) -> None:
    change = Change(
        id=FactId(uuid7()),
        record=RecordKind.PERSON,
        target=person,
        field="name",
        old=old,
        new=new,
    )
    with database.transaction() as session:
        apply(session, command(CorrectPerson(person=person, changes=(change,))), LATER)


def test_whom_somebody_corrected_since_stays_as_she_is(embedded: Database, tmp_path: Path) -> None:
    other = patient("p2", name=[{"family": "Okafor", "given": ["Ada"]}])
    report = bring(embedded, ndjson(tmp_path / "a", [patient(), encounter(), other]))
    denise = next(row for row in rows(embedded, Person) if row.family == "Whitfield")
    correct_name(embedded, PersonId(denise.id), denise.name, "Denise Whitfield-Cole")
    counts = take_back(embedded, report)
    assert (counts["people"], counts["left"]) == (1, 1)
    (left,) = shown(embedded)["person"]
    assert "Denise Whitfield-Cole" in left
    assert len(shown(embedded)["contact_point"]) == 1
    assert shown(embedded)["touchpoint"] == []


def test_what_another_import_told_again_stays(embedded: Database, tmp_path: Path) -> None:
    first = bring(embedded, ndjson(tmp_path / "a", [patient(), encounter(status="in-progress")]))
    bring(embedded, ndjson(tmp_path / "b", [encounter()]), now=LATER)
    counts = take_back(embedded, first)
    assert (counts["people"], counts["left"]) == (0, 2)
    assert len(shown(embedded)["touchpoint"]) == 1


def test_a_stop_stays_unless_it_is_to_go_too(embedded: Database, tmp_path: Path) -> None:
    refusal = consent(provision={"type": "deny"})
    report = bring(embedded, ndjson(tmp_path / "a", [patient(), refusal]))
    assert len(shown(embedded)["consent_event"]) == 1
    counts = take_back(embedded, report)
    assert (counts["stops_kept"], counts["people"]) == (1, 1)
    assert len(shown(embedded)["consent_event"]) == 1


def test_an_undoing_that_was_killed_goes_on(database: Database, tmp_path: Path) -> None:
    people = [patient(f"p{number}") for number in range(1100)]
    report = bring(database, ndjson(tmp_path / "a", people))

    def kill(done: int, _of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_back(database, report, progress=kill)
    assert 0 < len(rows(database, Person)) < 1100
    assert take_back(database, report)["people"] == 1100
    assert rows(database, Person) == []
    with pytest.raises(Refused, match="undone already"):
        take_back(database, report)


def test_an_import_that_is_not_on_record_cannot_be_undone(embedded: Database) -> None:
    with pytest.raises(NotFound, match="no such import"):
        undo(embedded, CommandId(uuid7()), author=Login("importer"), now=NOW)


@pytest.mark.parametrize("stop_after", [1, 3, 5])
def test_a_paused_import_goes_on_and_counts_as_one(
    embedded: Database, tmp_path: Path, stop_after: int
) -> None:
    people = [patient(f"p{number}") for number in range(1100)]
    visits = [encounter(f"e{number}", f"Patient/p{number}") for number in range(1100)]
    file = ndjson(tmp_path / "a", [*people, *visits])
    paused = bring(embedded, file, pause=after(stop_after))
    assert paused.paused
    report = bring(embedded, file, now=LATER)
    assert report.went_on
    assert report.record == paused.record
    assert (report.created, report.unchanged, report.touchpoints) == (1100, 0, 1100)
    assert len(rows(embedded, ImportRun)) == 1
    assert [end.state for end in sorted(rows(embedded, ImportEnd), key=lambda row: row.seq)] == [
        "paused",
        "done",
    ]
    assert not bring(embedded, file, now=LATER).went_on


def after(batches: int) -> Callable[[], bool]:
    left = iter(range(batches - 1))
    return lambda: next(left, None) is None

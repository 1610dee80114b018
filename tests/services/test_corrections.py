"""Corrections apply field by field on both databases; what collides is kept and told."""

import json
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from console.errors import BadInput
from console.models.commands import (
    AddContactPoint,
    AddPerson,
    AddRelationship,
    Body,
    Change,
    CorrectPerson,
    Effects,
    NewContactPoint,
    NewRelationship,
    RetireContactPoint,
)
from console.models.derived import SearchKey
from console.models.facts import Closure, FieldChange
from console.models.ids import ContactPointId, FactId, Login, PersonId, RelationshipId, uuid7
from console.models.records import ContactPoint, Person, Relationship
from console.models.terms import Authority, RecordKind
from console.resources import migration_scripts
from console.rules.corrections import CORRECTABLE
from console.services import search_keys
from console.services.apply import apply
from console.services.database import Database
from tests.commands import NOON, command, disposition, new_person


def send(database: Database, body: Body, author: str = "ada") -> None:
    with database.transaction() as session:
        apply(session, command(body, author=Login(author)), NOON)


@pytest.fixture
def wilma(database: Database) -> AddPerson:
    added = new_person()
    send(database, added)
    return added


def change(
    target: UUID, field: str, old: Any, new: Any, record: RecordKind = RecordKind.PERSON
) -> Change:
    return Change(id=FactId(uuid7()), record=record, target=target, field=field, old=old, new=new)


def correct(person: PersonId, *changes: Change, settles: tuple[FactId, ...] = ()) -> CorrectPerson:
    return CorrectPerson(person=person, changes=changes, settles=settles)


def row(database: Database, table: Any, id_: UUID) -> Any:
    with database.transaction(writes=False) as session:
        columns = table.__table__.c
        return session.execute(select(*columns).where(columns.id == id_)).one()


def history(database: Database) -> list[Any]:
    with database.transaction(writes=False) as session:
        return list(session.execute(select(*FieldChange.__table__.c)).all())


def keys(database: Database, person: UUID) -> set[tuple[str, str]]:
    with database.transaction(writes=False) as session:
        found = select(SearchKey.kind, SearchKey.key).where(SearchKey.person_id == person)
        return {(row.kind, row.key) for row in session.execute(found)}


def test_a_correction_changes_the_field_and_says_what_stood_there(
    database: Database, wilma: AddPerson
) -> None:
    send(database, correct(wilma.person, change(wilma.person, "preferred_name", None, "Willie")))

    assert row(database, Person, wilma.person).preferred_name == "Willie"
    assert row(database, Person, wilma.person).revision == 2
    [told] = history(database)
    assert (told.field, told.old, told.new, told.held) == ("preferred_name", None, "Willie", False)
    assert (told.by, told.at, told.source, told.record) == ("ada", NOON, "desk", "person")


def test_two_desks_both_keep_what_they_may_and_the_collision_is_kept(
    database: Database, wilma: AddPerson
) -> None:
    person = wilma.person
    send(database, correct(person, change(person, "name", "Wilma Test", "Wilma Stone")))
    late = correct(
        person,
        change(person, "name", "Wilma Test", "Wilma Rubble"),
        change(person, "birth_date", "1974-06-09", "1974-09-06"),
    )
    send(database, late, author="bob")

    now = row(database, Person, person)
    assert (now.name, now.birth_date) == ("Wilma Stone", "1974-09-06")
    [held] = [told for told in history(database) if told.held]
    assert (held.by, held.old, held.new, held.found) == (
        "bob", "Wilma Test", "Wilma Rubble", "Wilma Stone",
    )  # fmt: skip


def test_who_corrects_to_what_it_says_already_collides_with_nobody(
    database: Database, wilma: AddPerson
) -> None:
    for author in ("ada", "bob"):
        same = correct(wilma.person, change(wilma.person, "language", None, "es"))
        send(database, same, author=author)

    assert [told.by for told in history(database)] == ["ada"]


def test_a_correction_can_settle_a_collision(database: Database, wilma: AddPerson) -> None:
    person = wilma.person
    send(database, correct(person, change(person, "sex", None, "female")))
    send(database, correct(person, change(person, "sex", "male", "unknown")), author="bob")
    [held] = [told for told in history(database) if told.held]

    decided = correct(person, change(person, "sex", "female", "unknown"), settles=(held.id,))
    send(database, decided, author="bob")

    assert row(database, Person, person).sex == "unknown"
    with database.transaction(writes=False) as session:
        assert session.scalars(select(Closure.target_id)).all() == [held.id]


def test_a_number_added_finds_her_at_once_and_retired_it_no_longer_does(
    database: Database, wilma: AddPerson
) -> None:
    point = NewContactPoint(
        id=ContactPointId(uuid7()), system="phone", raw="937 555 0199", value="+19375550199"
    )
    kind = RecordKind.CONTACT_POINT
    added = (change(point.id, "raw", None, point.raw, kind),)
    send(database, AddContactPoint(person=wilma.person, point=point, changes=added))

    assert ("phone", "99105557391") in keys(database, wilma.person)
    assert row(database, ContactPoint, point.id).raw == "937 555 0199"
    [told] = history(database)
    assert (told.record, told.field, told.old, told.new, told.held) == (
        "contact_point", "raw", None, "937 555 0199", False,
    )  # fmt: skip

    gone = (change(point.id, "retired_at", None, NOON.isoformat(), kind),)
    send(database, RetireContactPoint(person=wilma.person, changes=gone))

    assert row(database, ContactPoint, point.id).retired_at == NOON
    assert ("phone", "99105557391") not in keys(database, wilma.person)


def test_marks_of_a_number_are_fields_like_any_other(database: Database, wilma: AddPerson) -> None:
    number = wilma.contact_points[0].id
    marks = ("wrong", "no_service", "no_voicemail", "confidential")
    kind = RecordKind.CONTACT_POINT
    changes = [change(number, mark, False, True, kind) for mark in marks]
    work = (change(number, "use", None, "work", kind), change(number, "rank", 100, 0, kind))
    send(database, correct(wilma.person, *changes, *work))

    now = row(database, ContactPoint, number)
    assert all(getattr(now, mark) for mark in marks)
    assert (now.use, now.rank) == ("work", 0)


def test_a_relationship_comes_with_its_authority_and_ends(
    database: Database, wilma: AddPerson
) -> None:
    daughter = new_person(name="Pebbles Test")
    send(database, daughter)
    new = NewRelationship(
        id=RelationshipId(uuid7()),
        other=daughter.person,
        kind="daughter",
        authority=Authority.WRITTEN,
        until="2026-12-31",
    )
    kind = RecordKind.RELATIONSHIP
    added = (change(new.id, "kind", None, "daughter", kind),)
    send(database, AddRelationship(person=wilma.person, relationship=new, changes=added))
    ended = change(new.id, "until", "2026-12-31", "2026-03-01", kind)
    taken = change(new.id, "authority", "written", None, kind)
    send(database, correct(wilma.person, ended, taken))

    now = row(database, Relationship, new.id)
    assert (now.person_id, now.other_id) == (daughter.person, wilma.person)
    assert (now.kind, now.authority, now.until.isoformat()) == ("daughter", None, "2026-03-01")
    assert not any(told.held for told in history(database))


def test_the_keys_are_those_that_the_record_gives(database: Database, wilma: AddPerson) -> None:
    """What a desk puts after a correction is what a rebuild would make."""
    person = wilma.person
    renamed = (
        change(person, "name", "Wilma Test", "Wilma de la Cruz"),
        change(person, "family", "Test", "de la Cruz"),
        change(person, "birth_date", "1974-06-09", "1974"),
    )
    send(database, correct(person, *renamed))

    with database.transaction(writes=False) as session:
        wanted = search_keys.expected(session, [person])[person]
    assert keys(database, person) == {(str(kind), key) for kind, key in wanted}
    assert ("name", "cruz") in keys(database, person)
    assert ("name", "test") not in keys(database, person)


def test_nobody_elses_record_is_corrected(database: Database, wilma: AddPerson) -> None:
    other = new_person(name="Fred Test")
    send(database, other)
    number = other.contact_points[0].id
    mark = change(number, "wrong", False, True, RecordKind.CONTACT_POINT)
    send(database, correct(wilma.person, mark))

    assert not row(database, ContactPoint, number).wrong
    assert [told.held for told in history(database)] == [True]


def test_only_what_may_be_corrected_is(database: Database, wilma: AddPerson) -> None:
    for field in ("labels", "id", "deceased", "nonsense"):
        with pytest.raises((BadInput, DBAPIError)):
            send(database, correct(wilma.person, change(wilma.person, field, None, "x")))


def test_nothing_comes_back_to_an_erased_record(database: Database, wilma: AddPerson) -> None:
    with database.transaction() as session:
        session.execute(Person.__table__.update().values(name="—"))  # type: ignore[attr-defined]
    send(database, correct(wilma.person, change(wilma.person, "name", "Wilma Test", "Wilma X")))

    assert row(database, Person, wilma.person).name == "—"
    assert history(database) == []


def test_a_number_that_a_call_finds_wrong_has_its_place_in_the_history(
    database: Database, wilma: AddPerson
) -> None:
    number = wilma.contact_points[0].id
    called = disposition(wilma.person, effects=Effects(wrong_contacts=(number,)))
    send(database, called)
    send(database, replace(called, disposition=FactId(uuid7()), call=replace(
        called.call, id=uuid7())))  # type: ignore[arg-type]  # fmt: skip

    assert [(told.field, told.new, told.by) for told in history(database)] == [
        ("wrong", True, "ada")
    ]
    assert row(database, ContactPoint, number).wrong


def test_both_databases_let_the_same_fields_be_corrected() -> None:
    script = (migration_scripts("shared", "security") / "corrections.sql").read_text("utf-8")
    listed = {
        name: frozenset(json.loads(fields))
        for name, fields in re.findall(r"'(\w+)', '(\[.*?\])'::jsonb", script)
    }
    assert listed == {str(kind): fields for kind, fields in CORRECTABLE.items()}

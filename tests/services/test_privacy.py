"""Erasure leaves nothing of a prospect but what must be kept; restriction and legal holds hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from console.errors import NotFound, Refused
from console.models import facts
from console.models.bodies import Library, Retention
from console.models.commands import (
    Body,
    CallbackFact,
    Change,
    ComplaintFact,
    CorrectPerson,
    Effects,
    ErasePerson,
    ImportBatch,
    PathStep,
    PromiseFact,
    RequestStop,
)
from console.models.ids import FactId, Login, PersonId, uuid7
from console.models.metadata import Shared
from console.models.records import Identifier, SourceRecord
from console.models.terms import Channel, RecordKind, Role
from console.models.views import StaffView
from console.resources import migration_scripts
from console.services import search_keys
from console.services.apply import apply
from console.services.apply.erasing import BLANKS, RECORDS
from console.services.audit.verify import verify
from console.services.database import Database, open_shared
from console.services.privacy import Privacy
from console.services.record import Records as RecordService
from console.services.worker import seals
from tests.commands import NOON, Clock, call, command, disposition, new_person, revocation
from tests.services.records import LIBRARY, begin

WORDS = ("ZZCANARY", "9375550188", "zz@canary.example")


@pytest.fixture
def database(quiet_database: str) -> Iterator[Database]:
    database = open_shared(quiet_database)
    yield database
    database.close()


def library(days: int | None) -> Library:
    return replace(LIBRARY, rules=replace(LIBRARY.rules, retention=Retention(prospect_days=days)))


@pytest.fixture
def privacy(database: Database) -> Privacy:
    """On the server the administrator is who is signed in: the owner, in these tests."""
    login = Login("ada" if database.embedded else "postgres")
    who = StaffView(login=login, name="Ada", role=Role.ADMINISTRATOR)
    return Privacy(database, lambda: library(365), lambda: who, Clock())


def send(database: Database, *bodies: Body) -> None:
    for body in bodies:
        with database.transaction() as session:
            apply(session, command(body), NOON)


def prospect(database: Database) -> PersonId:
    """Somebody with the canary in every place that words about her may come to."""
    added = new_person(name="ZZCANARY Test", given="ZZCANARY", family="ZZCANARY")
    point = replace(added.contact_points[0], raw="(937) 555-0188 ZZCANARY", value="+19375550188")
    mail = replace(point, id=uuid7(), system="email", raw=WORDS[2], value=WORDS[2])  # type: ignore[arg-type]
    added = replace(added, contact_points=(point, mail))
    person = added.person
    spoken = call(person, phone="+19375550188", speaking_with=person)
    said = "ZZCANARY said 9375550188"
    effects = Effects(
        callbacks=(
            CallbackFact(
                id=FactId(uuid7()), person=person, phone="+19375550188", due_at=NOON, zone="UTC",
                asked_for=True, owner=Login("ada"), note=said,
            ),
        ),
        promises=(
            PromiseFact(id=FactId(uuid7()), person=None, what=said, due_at=NOON, owner=Login("a")),
        ),
        complaints=(ComplaintFact(id=FactId(uuid7()), person=person, what=said),),
    )  # fmt: skip
    path = (PathStep(id=FactId(uuid7()), step="1", kind="answer", value=said, at=NOON),)
    logged = disposition(person, call=spoken, notes=said, effects=effects, path=path)
    before = disposition(call=call(phone="+19375550188"), notes=said)  # nobody was known yet
    renamed = Change(
        id=FactId(uuid7()), record=RecordKind.PERSON, target=person, field="preferred_name",
        old=None, new="ZZCANARY",
    )  # fmt: skip
    collides = replace(renamed, id=FactId(uuid7()), old="ZZCANARY9", new="ZZCANARY8")
    corrected = CorrectPerson(person=person, changes=(renamed, collides))
    send(database, added, logged, before, corrected)
    brought = command(ImportBatch(source="web", place="leads.csv"))
    with database.transaction() as session:
        apply(session, brought, NOON)
        row = {"source": "web", "kind": "lead", "key": str(uuid7()), "command_id": brought.id}
        session.execute(
            insert(SourceRecord).values(target_id=person, sha="x", seen={"name": said}, **row)
        )
        search_keys.index(session, [person])
    service = RecordService(database, lambda: LIBRARY, Clock())
    service.open(frozenset({person}), login=Login("ada"), reason="search")
    return person


def places(database: Database, *words: str) -> list[str]:
    """The columns, of all tables there are, in which any of the words stands."""
    found = []
    with database.transaction(writes=False) as session:
        for table in Shared.metadata.sorted_tables:
            rows = session.execute(text(f'SELECT * FROM "{table.name}"')).mappings()
            for row in rows:
                found += [
                    f"{table.name}.{column}"
                    for column, value in row.items()
                    if any(word.lower() in str(value).lower() for word in words)
                    or any(word[::-1] in str(value) for word in words)
                ]
    return sorted(set(found))


def test_nothing_of_an_erased_prospect_is_found_in_any_table(
    database: Database, privacy: Privacy
) -> None:
    person = prospect(database)
    before = places(database, *WORDS)
    assert {"person.name", "command.payload", "disposition.notes", "search_key.key"} <= {*before}
    assert {"answer.value", "call.phone", "callback.note", "source_record.seen"} <= {*before}
    seals.refresh(database, LIBRARY, NOON)

    erased = privacy.erase(person, "asked for it in writing")

    assert places(database, *WORDS) == []
    assert erased.blanked["command"] == 4
    assert [kept.split(" ")[:4] for kept in erased.kept] == [["1", "rows", "of", "who"]]
    seals.refresh(database, LIBRARY, NOON)
    verified = verify(database)
    assert verified.problems == ()
    assert verified.rows == 1 + 4 + 1 + 1  # the access, four commands, the import, the erasure
    assert privacy.erase(person, "again").blanked  # nothing is left to be done, and nothing breaks
    assert places(database, *WORDS) == []


def test_the_act_stands_in_the_journal_with_who_and_why(
    database: Database, privacy: Privacy
) -> None:
    person = prospect(database)
    privacy.erase(person, "asked for it in writing")
    with database.transaction(writes=False) as session:
        query = select(facts.Command).where(facts.Command.kind == "ErasePerson")
        act = session.scalars(query).one()
        assert act.payload["reason"] == "asked for it in writing"
        assert act.payload["person"] == str(person)
        assert act.author in ("ada", "postgres")


def test_facts_are_guarded_again_after_an_erasure(database: Database, privacy: Privacy) -> None:
    erased = privacy.erase(prospect(database), "asked")
    assert len(erased.blanked) > 5
    for table in erased.blanked:
        with pytest.raises(DBAPIError), database.transaction() as session:
            session.execute(text(f"UPDATE {table} SET id = id"))


def test_a_call_shared_with_somebody_else_is_kept_and_said(
    database: Database, privacy: Privacy
) -> None:
    person, other = prospect(database), new_person()
    send(database, other, disposition(person, other.person, notes="about both"))
    erased = privacy.erase(person, "asked")
    assert "1 touchpoints shared with somebody else" in " ".join(erased.kept)
    assert places(database, "about both") == ["command.payload", "disposition.notes"]
    assert "person.name" in places(database, "Wilma Test")


def test_a_number_on_file_for_somebody_else_stays_theirs(
    database: Database, privacy: Privacy
) -> None:
    mine, theirs = new_person(), new_person(name="Walter T", given="Walter", family="T")
    send(database, mine, theirs, disposition(notes="who are you"))
    privacy.erase(mine.person, "asked")
    assert "call.phone" in places(database, "9375550137")
    assert "contact_point.value" in places(database, "9375550137")
    assert places(database, "Wilma") == []


def test_a_stop_outlives_the_record_with_its_number_alone(
    database: Database, privacy: Privacy
) -> None:
    person = prospect(database)
    fact = replace(revocation(person, "+19375550188"), evidence="ZZCANARY said so")
    send(database, RequestStop(call=None, consents=(fact,)))
    erased = privacy.erase(person, "asked")
    assert "1 stop requests" in " ".join(erased.kept)
    assert places(database, *WORDS) == ["consent_event.contact"]


def test_patients_are_refused(database: Database, privacy: Privacy) -> None:
    patient, visitor = prospect(database), prospect(database)
    records = begin(database)
    with database.transaction() as session:
        row = {"id": uuid7(), "person_id": patient, "kind": "mrn", "system": "s", "value": "m1"}
        session.execute(insert(Identifier).values(**row))
    records.touchpoint(visitor, "visit", NOON)
    for person in (patient, visitor):
        with pytest.raises(Refused, match="received care"):
            privacy.erase(person, "asked")
    assert "person.name" in places(database, "ZZCANARY")


def test_a_legal_hold_stops_erasure_until_it_is_lifted(
    database: Database, privacy: Privacy
) -> None:
    person = prospect(database)
    privacy.hold(person, "claim 17")
    with pytest.raises(Refused, match="legal hold"):
        privacy.erase(person, "asked")
    view = RecordService(database, lambda: LIBRARY, Clock()).open(
        frozenset({person}), login=Login("ada"), reason="call"
    )
    assert view.view.holds == ()  # it is no matter of a call, and stops no outreach
    assert view.facts.holds == ()
    assert privacy.release(person, "claim settled") == 1
    with pytest.raises(NotFound):
        privacy.release(person, "again")
    privacy.erase(person, "asked")
    assert places(database, *WORDS) == []


def test_only_an_administrator_acts_on_a_server(quiet_postgresql: str) -> None:
    database = open_shared(quiet_postgresql)
    rep = StaffView(login=Login("rep"), name="Rep", role=Role.REP)
    privacy = Privacy(database, lambda: LIBRARY, lambda: rep, Clock())
    person = PersonId(uuid7())
    for act in (
        lambda: privacy.hold(person, "x"),
        lambda: privacy.erase(person, "x"),
        lambda: privacy.restrict(uuid7(), "x"),
        privacy.restrictions,
    ):
        with pytest.raises(Refused, match="administrator"):
            act()
    database.close()


def test_the_server_erases_nothing_without_its_record(quiet_postgresql: str) -> None:
    """Not for an act of another login, nor for one of another transaction, nor a person held."""
    database = open_shared(quiet_postgresql)
    person = prospect(database)
    body = ErasePerson(person=person, reason="x", blanked={})
    with pytest.raises(Refused), database.transaction() as session:
        apply(session, command(body, author=Login("somebody-else")), NOON)
    real = command(body, author=Login("postgres"))
    with database.transaction() as session:
        apply(session, real, NOON)
    with pytest.raises(Refused), database.transaction() as session:
        session.execute(text("SELECT erase_person(:id)"), {"id": real.id})
    held = prospect(database)
    with database.transaction() as session:
        row = {"id": uuid7(), "command_id": real.id, "person_id": held, "at": NOON}
        session.execute(insert(facts.Hold).values(cause="legal", **row))
    body = ErasePerson(person=held, reason="x", blanked={})
    with pytest.raises(Refused), database.transaction() as session:
        apply(session, command(body, author=Login("postgres")), NOON)
    assert "person.name" in places(database, "ZZCANARY")
    database.close()


def test_a_flag_alone_opens_no_guard(quiet_postgresql: str) -> None:
    """A client may set the flag; the guard asks for the owner, too."""
    database = open_shared(quiet_postgresql)
    prospect(database)
    steps = (
        "GRANT SELECT, UPDATE ON disposition TO ec_admin",
        "SET LOCAL ROLE ec_admin",
        "SET LOCAL engagement.erasing = 'on'",
        "UPDATE disposition SET notes = 'gone'",
    )

    def forge() -> None:
        with database.transaction() as session:
            for step in steps:
                session.execute(text(step))

    with pytest.raises(DBAPIError):
        forge()
    assert places(database, "ZZCANARY said")
    database.close()


def test_both_databases_blank_the_same() -> None:
    script = (migration_scripts("shared", "security") / "erasure.sql").read_text("utf-8")
    listed = dict(re.findall(r"\('(\w+)', \$b\$(.*?)\$b\$\)", script))
    assert listed == BLANKS
    plain = " ".join(script.split()).replace("public.", "").replace("erased", ":person")
    for statement in RECORDS:
        assert statement in plain


def test_every_column_of_facts_with_words_is_blanked_or_known_to_hold_none() -> None:
    """A new column of text must be thought of here."""
    none = {
        "id", "kind", "action", "form", "scope", "channel", "purpose", "state", "zone", "owner",
        "to", "cause", "journey", "track", "code", "login", "by", "author", "direction", "line",
        "sha", "ref", "step", "question", "target_kind", "manner", "authority", "campaign",
        "outreach_class", "stage", "script", "labels", "matched", "versions", "lifts", "part",
        "disposition.reason", "ready_state.reason", "record", "field", "source",
    }  # fmt: skip
    for mapper in Shared.registry.mappers:
        table = mapper.local_table
        if "command_id" not in table.c or table.name in ("publication", "source_record"):
            continue
        for column in table.c:
            if {column.name, str(column)} & none:
                continue
            if column.type.python_type in (str, dict, list):
                assert f"{column.name} =" in BLANKS.get(table.name, ""), (
                    f"{table.name}.{column.name}"
                )


def test_a_restricted_call_is_nobodys_to_see(database: Database, privacy: Privacy) -> None:
    person = prospect(database)
    service = RecordService(database, lambda: LIBRARY, Clock())

    def seen() -> tuple[int, int, int]:
        record = service.open(frozenset({person}), login=Login("ada"), reason=None)
        return len(record.timeline.entries), len(record.facts.facts), len(record.facts.open)

    before = seen()
    assert before[0] == 1
    with database.transaction(writes=False) as session:
        mine = select(facts.TouchpointPerson.touchpoint_id).where(
            facts.TouchpointPerson.person_id == person
        )
        touchpoint = session.scalars(mine).one()
    hidden = privacy.restrict(touchpoint, "filed under the wrong person")
    assert touchpoint in hidden
    assert seen() == (0, 0, 0)
    restricted = {entry.fact: entry for entry in privacy.restrictions()}
    assert restricted[FactId(touchpoint)].kind == "call"
    assert restricted[FactId(touchpoint)].why == "filed under the wrong person"
    with pytest.raises(NotFound):
        privacy.restrict(uuid7(), "no such")


def test_a_stop_made_on_a_restricted_call_stays_in_force(
    database: Database, privacy: Privacy
) -> None:
    added = new_person()
    stopped = disposition(added.person, effects=Effects(consents=(revocation(added.person),)))
    send(database, added, stopped)
    privacy.restrict(stopped.call.id, "misfiled")
    service = RecordService(database, lambda: LIBRARY, Clock())
    record = service.open(frozenset({added.person}), login=Login("ada"), reason=None)
    assert [entry.channel for entry in record.facts.consents] == [Channel.CALL]


def test_prospects_are_due_after_the_period_and_not_after_their_erasure(
    database: Database,
) -> None:
    person = prospect(database)
    who = StaffView(login=Login("postgres"), name="Ada", role=Role.ADMINISTRATOR)
    clock = Clock(NOON + timedelta(days=364))
    privacy = Privacy(database, lambda: library(365), lambda: who, clock)
    assert privacy.due() == ()
    clock.goes_on(days=2)
    assert [entry.person for entry in privacy.due()] == [person]
    with pytest.raises(NotFound, match="prospect_days"):
        Privacy(database, lambda: library(None), lambda: who, clock).due()
    privacy.erase(person, "period over")
    assert privacy.due() == ()

"""What was decided here survives whatever is imported afterwards, older or newer."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from console.models.commands import (
    Body,
    Change,
    ConsentFact,
    CorrectPerson,
    Effects,
    HoldFact,
    RequestStop,
    RetireContactPoint,
)
from console.models.facts import FieldChange
from console.models.ids import FactId, Login, PersonId, uuid7
from console.models.records import ContactPoint, Person, SourceRecord
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    HoldCause,
    RecordKind,
    StopScope,
)
from console.rules import consent as consent_rules
from console.rules import contact_points
from console.rules.contact_changes import TEXT
from console.services import person_facts
from console.services.apply import apply
from console.services.database import Database
from console.services.imports import ImportReport
from tests.commands import command, disposition
from tests.services.imports.resources import LATER, NOW, bring, consent, ndjson, patient

KEYS = count()
SEXES = (None, "female", "male", "other")
NAMES = ("Denise", "Deniece", "Dee")
NUMBERS = ("937-555-0137", "937-555-0199")
USES = ("home", "work", "mobile")
WHOLE = ("id", "raw", *TEXT, "retired_at")
# One database serves all examples of a test: each has a person of its own.
AGAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@dataclass(frozen=True)
class Version:
    """One state of a patient at her source; `changed` days after the first, where it says so."""

    sex: str | None
    given: str
    birth_date: str | None
    numbers: tuple[tuple[str, str], ...]
    changed: int | None

    def resource(self, key: str) -> dict[str, Any]:
        told: dict[str, Any] = {
            "name": [{"family": "Whitfield", "given": [self.given]}],
            "telecom": [{"system": "phone", "value": one, "use": use} for one, use in self.numbers],
            "birthDate": self.birth_date,
            "gender": self.sex,
        }
        if self.changed is not None:
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=self.changed)
            told["meta"] = {"lastUpdated": at.isoformat()}
        return {name: value for name, value in patient(key, **told).items() if value is not None}


VERSIONS = st.builds(
    Version,
    sex=st.sampled_from(SEXES),
    given=st.sampled_from(NAMES),
    birth_date=st.sampled_from(("1974-06-09", "1974-09-06", None)),
    numbers=st.lists(
        st.tuples(st.sampled_from(NUMBERS), st.sampled_from(USES)),
        max_size=2,
        unique_by=lambda one: one[0],
    ).map(tuple),
    changed=st.none() | st.integers(0, 60),
)
FIRST = VERSIONS.filter(lambda one: any(number == NUMBERS[0] for number, _ in one.numbers))


def send(database: Database, body: Body) -> None:
    with database.transaction() as session:
        apply(session, command(body, author=Login("ada")), NOW)


def load(database: Database, folder: Path, *resources: dict[str, Any]) -> ImportReport:
    return bring(database, ndjson(folder / "one.ndjson", resources), now=LATER)


def whose(database: Database, key: str) -> PersonId:
    with database.transaction(writes=False) as session:
        target = select(SourceRecord.target_id).where(SourceRecord.key == key)
        return PersonId(session.scalars(target).one())


def row(database: Database, table: Any, *conditions: Any) -> Any:
    with database.transaction(writes=False) as session:
        return session.execute(select(*table.__table__.c).where(*conditions)).one()


def corrected(target: UUID, field: str, old: Any, new: Any, kind: RecordKind) -> Change:
    return Change(id=FactId(uuid7()), record=kind, target=target, field=field, old=old, new=new)


def points(database: Database, person: PersonId) -> list[Any]:
    with database.transaction(writes=False) as session:
        columns = ContactPoint.__table__.c
        return list(session.execute(select(*columns).where(columns.person_id == person)).all())


def retype(database: Database, point: Any, text: str) -> None:
    typed = contact_points.read(text)
    kind = RecordKind.CONTACT_POINT
    changes = tuple(
        corrected(point.id, field, getattr(point, field), getattr(typed, field), kind)
        for field in ("raw", *TEXT)
    )
    send(database, CorrectPerson(person=point.person_id, changes=changes))


def begin(database: Database, folder: Path, first: Version) -> tuple[str, PersonId]:
    key = f"p{next(KEYS)}"
    load(database, folder, first.resource(key))
    return key, whose(database, key)


@given(
    first=FIRST,
    later=st.lists(VERSIONS, max_size=4),
    field=st.sampled_from(("name", "birth_date", "sex", "preferred_name")),
    to=st.sampled_from((None, "female", "Denise Whitfield", "1974-06-09", "1980-01-01")),
)
@AGAIN
def test_a_correction_survives_any_import(
    embedded: Database, tmp_path: Path, first: Version, later: list[Version], field: str, to: Any
) -> None:
    """Even to what the source says, or to nothing: it was decided here."""
    key, person = begin(embedded, tmp_path, first)
    before = getattr(row(embedded, Person, Person.id == person), field)
    to = to or ("Denise" if field == "name" else None)
    if to == before:
        to = "1974" if field == "birth_date" else "other name"
    fix = corrected(person, field, before, to, RecordKind.PERSON)
    send(embedded, CorrectPerson(person=person, changes=(fix,)))

    for version in [*later, first, *reversed(later)]:
        load(embedded, tmp_path, version.resource(key))

    assert getattr(row(embedded, Person, Person.id == person), field) == to


@given(
    first=FIRST,
    later=st.lists(VERSIONS, max_size=4),
    mark=st.sampled_from(
        (
            ("wrong", False, True),
            ("no_service", False, True),
            ("no_voicemail", False, True),
            ("confidential", False, True),
            ("rank", 100, 0),
            ("use", "?", "temp"),
            ("retired_at", None, NOW.isoformat()),
        )
    ),
)
@AGAIN
def test_what_a_number_was_marked_as_survives_any_import(
    embedded: Database, tmp_path: Path, first: Version, later: list[Version], mark: Any
) -> None:
    field, old, new = mark
    key, person = begin(embedded, tmp_path, first)
    mine = (ContactPoint.person_id == person, ContactPoint.value == "+19375550137")
    number = row(embedded, ContactPoint, *mine)
    old = getattr(number, field) if old == "?" else old
    change = corrected(number.id, field, old, new, RecordKind.CONTACT_POINT)
    send(embedded, RetireContactPoint(person=person, changes=(change,)))
    marked = row(embedded, ContactPoint, *mine)

    for version in [*later, first, *reversed(later)]:
        load(embedded, tmp_path, version.resource(key))

    now = row(embedded, ContactPoint, *mine)
    assert getattr(now, field) == getattr(marked, field)
    if field != "retired_at":
        assert now.retired_at is None  # not even by a source that has it no more


@given(
    first=FIRST.map(lambda one: replace(one, numbers=((NUMBERS[0], "home"),))),
    later=st.lists(VERSIONS, max_size=4),
    texts=st.lists(st.sampled_from((*NUMBERS, "937-555-0144 x12")), min_size=1, max_size=3).filter(
        lambda texts: texts[0] != NUMBERS[0]
    ),
    use=st.sampled_from(("old", "work")),
)
@settings(AGAIN, max_examples=20)
def test_a_corrected_text_survives_any_import(
    embedded: Database,
    tmp_path: Path,
    first: Version,
    later: list[Version],
    texts: list[str],
    use: str,
) -> None:
    """Whatever a source says of the old text or the new one: no text comes a second time."""
    key, person = begin(embedded, tmp_path, first)
    for text in texts:
        retype(embedded, points(embedded, person)[0], text)
    [here] = points(embedded, person)
    assert here.raw == texts[-1]
    said = {NUMBERS[0], *texts}
    both = [replace(first, numbers=((text, use), (NUMBERS[0], "home"))) for text in sorted(said)]

    for version in [*both, *later, first, *reversed(both)]:
        load(embedded, tmp_path, version.resource(key))

    [now] = [one for one in points(embedded, person) if one.raw in said]
    assert [getattr(now, name) for name in WHOLE] == [getattr(here, name) for name in WHOLE]


@given(
    first=FIRST,
    later=st.lists(VERSIONS, max_size=3),
    permits=st.lists(
        st.tuples(st.sampled_from(("permit", "deny")), st.integers(0, 60)), max_size=3
    ),
)
@AGAIN
def test_a_stop_and_a_death_told_on_the_phone_survive_any_import(
    embedded: Database,
    tmp_path: Path,
    first: Version,
    later: list[Version],
    permits: list[tuple[str, int]],
) -> None:
    key, person = begin(embedded, tmp_path, first)
    stop = ConsentFact(
        id=FactId(uuid7()),
        person=person,
        channel=Channel.CALL,
        action=ConsentAction.REVOKED,
        form=ConsentForm.SPOKEN,
        scope=StopScope.PERSON,
        at=NOW,
    )
    send(embedded, RequestStop(call=None, consents=(stop,)))
    told = HoldFact(id=FactId(uuid7()), person=person, cause=HoldCause.DECEASED, provisional=True)
    send(embedded, disposition(person, effects=Effects(holds=(told,))))

    for number, version in enumerate([*later, first]):
        load(embedded, tmp_path, version.resource(key))
        for kind, day in permits:
            at = (NOW + timedelta(days=day)).isoformat()
            said = consent(
                id=f"{key}c{number}{day}",
                patient={"reference": f"Patient/{key}"},
                dateTime=at,
                provision={"type": kind},
            )
            load(embedded, tmp_path, said)

    with embedded.transaction(writes=False) as session:
        facts = person_facts.read(session, frozenset({person}), frozenset())
    states = {state.channel: state.state for state in consent_rules.states(facts.consents, ())}
    assert states[Channel.CALL] == "stopped"
    assert [(hold.cause, hold.provisional) for hold in facts.holds] == [(HoldCause.DECEASED, True)]


def test_what_an_import_changes_stands_in_the_history(database: Database, tmp_path: Path) -> None:
    first = Version("female", "Denise", "1974-06-09", ((NUMBERS[0], "home"),), None)
    key, person = begin(database, tmp_path, first)
    load(database, tmp_path, replace(first, sex="male", numbers=()).resource(key))

    with database.transaction(writes=False) as session:
        told = session.execute(select(*FieldChange.__table__.c)).all()
    assert {(one.record, one.field, one.old, one.new) for one in told} == {
        ("person", "sex", "female", "male"),
        ("contact_point", "retired_at", None, LATER.isoformat()),
    }
    assert {(one.by, one.source, one.person_id, one.held) for one in told} == {
        ("importer", "fhir", person, False)
    }


def test_a_corrected_number_and_one_brought_back_stay_so(
    database: Database, tmp_path: Path
) -> None:
    """That the source says otherwise is reported as kept."""
    first = Version("female", "Denise", None, ((NUMBERS[0], "home"), (NUMBERS[1], "old")), None)
    key, person = begin(database, tmp_path, first)
    one, other = sorted(points(database, person), key=lambda point: point.raw)
    retype(database, one, "937-555-0144")
    at = other.retired_at.isoformat()
    back = corrected(other.id, "retired_at", at, None, RecordKind.CONTACT_POINT)
    send(database, CorrectPerson(person=person, changes=(back,)))

    report = load(database, tmp_path, first.resource(key))
    load(database, tmp_path, replace(first, sex="male").resource(key))

    assert (report.kept, report.updated) == (1, 0)
    assert {(now.id, now.raw, now.retired_at) for now in points(database, person)} == {
        (one.id, "937-555-0144", None),
        (other.id, NUMBERS[1], None),
    }


def test_what_was_corrected_is_reported_as_kept(database: Database, tmp_path: Path) -> None:
    first = Version("female", "Denise", "1974-06-09", ((NUMBERS[0], "home"),), None)
    key, person = begin(database, tmp_path, first)
    fix = corrected(person, "sex", "female", "male", RecordKind.PERSON)
    send(database, CorrectPerson(person=person, changes=(fix,)))

    report = load(database, tmp_path, first.resource(key))

    assert (report.kept, report.updated) == (1, 0)

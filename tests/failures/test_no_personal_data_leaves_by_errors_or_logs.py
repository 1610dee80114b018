"""Whatever goes wrong, no name, note, number or wording of a person stands in an error or a log."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text

from console.errors import BadInput, Offline
from console.models.commands import ConsentFact, NewContactPoint, RequestStop
from console.models.facts import Command as Journal
from console.models.ids import CommandId, ContactPointId, uuid7
from console.models.records import Person
from console.models.workstation import OutboxEntry, place
from console.services import database
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from console.services.people import NewPerson, People
from console.services.sync import Sync
from tests.commands import Clock, command, disposition, new_person, revocation
from tests.postgresql import Cluster

SECRET = "ZZPHI"
PERSON = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [{"given": [SECRET], "family": f"{SECRET}-family"}],
    "birthDate": "1974-06-09",
    "telecom": [{"system": "phone", "value": f"937-555-0137 {SECRET}"}],
}


def program(profile: Path, *arguments: str, given: str = "") -> str:
    """What the command line says on either way, whatever its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "console", "--profile", str(profile), *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": ""},
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    return done.stdout + done.stderr


@pytest.fixture
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.DEBUG):
        yield
    assert SECRET not in caplog.text
    assert all(SECRET not in str(record.exc_info) for record in caplog.records)


BAD_FILES: dict[str, Any] = {
    "a date that is none": {**PERSON, "birthDate": f"{SECRET}-01"},
    "a name that is no list": {**PERSON, "name": SECRET},
    "a name that is a number": {**PERSON, "name": [{"given": 7, "family": {SECRET: 1}}]},
    "a message about nobody": {
        "resourceType": "Communication", "id": "m", "status": "completed",
        "subject": {"reference": f"Patient/{SECRET}", "display": SECRET},
        "payload": [{"contentString": SECRET}],
    },
    "a visit at no time": {
        "resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"},
        "subject": {"reference": "Patient/p1"}, "period": {"start": SECRET},
    },
    "a consent of no patient": {
        "resourceType": "Consent", "id": "c", "status": "active", "dateTime": SECRET,
        "patient": {"display": SECRET},
    },
}  # fmt: skip


def test_import_tells_the_place_and_not_the_value(profile: Path, tmp_path: Path) -> None:
    for number, resource in enumerate(BAD_FILES.values()):
        (tmp_path / f"{number}.json").write_text(json.dumps(resource))
    (tmp_path / "cut.json").write_text(json.dumps(PERSON)[:-20])
    (tmp_path / "lines.ndjson").write_text(f'{{"resourceType": "Patient", {SECRET}\n')
    files = [str(file) for file in (*tmp_path.glob("*.json"), *tmp_path.glob("*.ndjson"))]

    said = program(profile, "import", *files)
    told = program(profile, "import", "--json", *files)

    assert "cut.json" in said  # it says what is wrong, and where
    assert SECRET not in said + told


LINE = {
    "id": "l1",
    "direction": "inbound",
    "phone": "937-555-0137",
    "started_at": "2026-11-18T15:00:00Z",
    "ended_at": "2026-11-18T15:03:00Z",
    "code": "general",
    "notes": f"told us {SECRET}",
    "caller": f"{SECRET} Name",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"phone": f"call {SECRET}"},
        {"about": [f"{SECRET}"]},
        {"about": SECRET},
        {"code": "no_such_code"},
        {"started_at": SECRET},
        {"notes": {"text": SECRET}},
        {"notes": f"{SECRET} \ud800"},
        {"ended_at": "2026-11-18T14:00:00Z"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_refused_line_is_named_by_its_number(profile: Path, wrong: dict[str, Any]) -> None:
    said = program(profile, "log", "-", given=json.dumps({**LINE, **wrong}) + "\n")

    assert "1" in said
    assert SECRET not in said


def test_a_line_that_is_no_json_is_named_by_its_number(profile: Path) -> None:
    said = program(profile, "log", "-", given=f'{{"notes": "{SECRET}\n')

    assert SECRET not in said


def test_a_new_person_who_cannot_be_written_down_is_not_repeated(tmp_path: Path) -> None:
    store = open_workstation(tmp_path / "workstation.db")
    people = People(Outbox(store, Clock()), Clock())
    with pytest.raises(Exception) as refused:
        people.add(NewPerson(name=SECRET, birth_date=f"{SECRET} June"), "ada")  # type: ignore[arg-type]
    with pytest.raises(BadInput) as half:
        people.add(NewPerson(name=f"{SECRET} \ud800"), "ada")  # type: ignore[arg-type]
    with pytest.raises(BadInput) as zero:
        people.add(NewPerson(name=f"{SECRET} \0"), "ada")  # type: ignore[arg-type]
    store.close()

    for error in (refused, half, zero):
        assert SECRET not in str(error.value)


class Refusing:
    """A shared database that refuses whatever the desk sends, each in its own way."""

    def __init__(self, shared: Database) -> None:
        self.shared = shared

    def spoil(self, what: str) -> Any:
        known = new_person(name=f"{SECRET} Name", given=SECRET, family=f"{SECRET}-family")
        if what == "twice":  # an id that stands there with other content
            with self.shared.transaction() as session:
                session.execute(
                    insert(Person).values(
                        id=known.person, name=SECRET, given=SECRET, family=SECRET, revision=1
                    )
                )
            return known
        if what == "nobody":  # a disposition about somebody who is not there
            return disposition(known.person, notes=f"told us {SECRET}")
        fact: ConsentFact = replace(revocation(known.person), evidence=SECRET, contact=SECRET)
        return RequestStop(call=uuid7(), consents=(fact, fact))  # type: ignore[arg-type]


@pytest.mark.parametrize("what", ["twice", "nobody", "doubled"])
def test_what_the_database_refuses_is_kept_apart_without_its_words(
    shared_database: str, tmp_path: Path, what: str, nothing_logged: None
) -> None:
    store, shared = open_workstation(tmp_path / "workstation.db"), open_shared(shared_database)
    outbox = Outbox(store, Clock())
    outbox.put(command(Refusing(shared).spoil(what)))
    report = Sync(outbox, lambda: shared, Clock()).once()

    with store.transaction() as session:
        errors = [error or "" for error in session.scalars(select(OutboxEntry.error))]
    entries = outbox.view().entries
    store.close()
    shared.close()

    if not report.confirmed:
        assert errors[0]  # it says that it was refused, and by which kind of error
    assert SECRET not in " ".join([*errors, *(str(entry) for entry in entries), str(report)])


def test_the_errors_of_the_driver_carry_no_values(shared_database: str) -> None:
    shared = open_shared(shared_database)
    said = []
    for statement in (
        insert(Person).values(id=None, name=SECRET),
        insert(Journal).values(id=CommandId(uuid7()), kind=SECRET, author=SECRET),
        text("SELECT CAST(:given AS integer) / 0").bindparams(given=SECRET),
        text("SELECT nothing FROM nowhere WHERE name = :given").bindparams(given=SECRET),
    ):
        try:
            with shared.transaction() as session:
                session.execute(statement)
        except Exception as error:
            said += [str(error), repr(error), str(error.__cause__), repr(error.__context__)]
    shared.close()

    assert said
    assert SECRET not in " ".join(said)


def test_offline_is_told_without_what_was_asked(
    private_cluster: Callable[..., Cluster], tmp_path: Path, nothing_logged: None
) -> None:
    cluster = private_cluster()
    database.create(cluster.server.url())
    shared = open_shared(cluster.server.url())
    store = open_workstation(tmp_path / "workstation.db")
    outbox = Outbox(store, Clock())
    point = NewContactPoint(id=ContactPointId(uuid7()), system="phone", raw=SECRET, value=SECRET)
    outbox.put(command(new_person(name=SECRET, contact_points=(point,))))
    cluster.stop("immediate")

    report = Sync(outbox, lambda: shared, Clock()).once()
    with pytest.raises(Offline) as away, shared.transaction() as session:
        session.execute(select(Person).where(Person.name == SECRET))

    with store.transaction() as session:
        errors = " ".join(error or "" for error in session.scalars(select(OutboxEntry.error)))
    store.close()
    shared.close()
    chain = [str(away.value), str(away.value.__cause__), str(away.value.__context__)]
    assert report.offline
    assert SECRET not in " ".join([report.offline, errors, *chain])


def test_a_draft_of_another_release_is_refused_without_its_words(tmp_path: Path) -> None:
    store = open_workstation(tmp_path / "workstation.db")
    call = uuid7()
    content = json.dumps({"notes": SECRET, SECRET: 1}).encode()
    payload = store.vault.seal(content, place("draft", "payload", call))
    with store.transaction() as session:
        session.execute(
            text("INSERT INTO draft (call_id, login, payload, updated_at) VALUES "
                 "(:call, 'ada', :payload, '2026-11-18 15:00:00.000000')"),
            {"call": call.hex, "payload": payload},
        )  # fmt: skip
    with pytest.raises(BadInput) as refused:
        Drafts(store, Clock()).all("ada")  # type: ignore[arg-type]
    store.close()

    assert SECRET not in str(refused.value)

"""Made-up exports to import: people with touchpoints, as CSV or as FHIR ndjson, of any size."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

GIVEN = (
    *("Ann", "Bea", "Carlos", "Dolores", "Edna", "Frank", "Grace", "Hiro", "Ines", "Jamal"),
    *("Kofi", "Lena", "Marisol", "Nadia", "Omar", "Priya", "Quentin", "Rosa", "Sven", "Tomás"),
)
STARTS = (
    "Ash",
    "Birch",
    "Cold",
    "Dun",
    "Elm",
    "Fair",
    "Glen",
    "Hart",
    "Iron",
    "Jar",
    "King",
    "Lin",
)
ENDS = ("bourne", "croft", "dale", "field", "gate", "ham", "ley", "mont", "ridge", "stead", "wick")
TOWNS = (("Troy", "OH", "45373"), ("Piqua", "OH", "45356"), ("Sidney", "OH", "45365"))
OUTCOMES = ("Completed", "No Show", "Cancelled")
STATUSES = {"Completed": "finished", "No Show": "cancelled", "Cancelled": "cancelled"}
FIRST = datetime(2021, 1, 4, 14, 0, tzinfo=UTC)
PEOPLE = "PatientId,First,Last,DOB,Sex,Phone,Email,Street,City,State,ZIP\n"
VISITS = "VisitId,PatientId,Visit Date,Type,Status,Notes\n"
Person = dict[str, str]
Visit = dict[str, Any]


def people(count: int) -> Iterator[Person]:
    chance = Random(1)
    for number in range(count):
        city, state, code = chance.choice(TOWNS)
        given = chance.choice(GIVEN)
        yield {
            "key": f"P{number:08}",
            "given": given,
            "family": chance.choice(STARTS) + chance.choice(ENDS),
            "birth": str(date(1930, 1, 1) + timedelta(days=chance.randrange(27_000))),
            "sex": chance.choice(("female", "male")),
            "phone": f"937-{chance.randint(200, 999)}-{chance.randint(0, 9999):04}",
            "email": f"{given.casefold()}{number}@example.org",
            "street": f"{chance.randint(1, 999)} Elm Street",
            "city": city,
            "state": state,
            "zip": code,
        }


def visits(count: int, people_: int) -> Iterator[Visit]:
    """Visits one after the other, as a source lists them by date, of random people."""
    chance = Random(2)
    for number in range(count):
        yield {
            "key": f"V{number:09}",
            "person": f"P{chance.randrange(people_):08}",
            "at": FIRST + timedelta(minutes=number % 2_000_000),
            "outcome": chance.choice(OUTCOMES),
        }


def as_csv(folder: Path, people_: int, touchpoints: int) -> list[Path]:
    """Two tables: people, and their visits."""
    folder.mkdir(exist_ok=True)
    persons, listed = folder / "people.csv", folder / "visits.csv"
    with persons.open("w", encoding="utf-8") as out:
        out.write(PEOPLE)
        out.writelines(",".join(one.values()) + "\n" for one in people(people_))
    with listed.open("w", encoding="utf-8") as out:
        out.write(VISITS)
        out.writelines(
            f"{one['key']},{one['person']},{one['at']:%Y-%m-%d %H:%M},Office Visit,"
            f"{one['outcome']},Routine follow-up\n"
            for one in visits(touchpoints, people_)
        )
    return [persons, listed]


def as_fhir(folder: Path, people_: int, touchpoints: int, report: str = "") -> list[Path]:
    """Two ndjson files, as a bulk export gives them; each visit with a `report` in its text."""
    folder.mkdir(exist_ok=True)
    persons, listed = folder / "Patient.ndjson", folder / "Encounter.ndjson"
    with persons.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(_patient(one)) + "\n" for one in people(people_))
    with listed.open("w", encoding="utf-8") as out:
        out.writelines(
            json.dumps(_encounter(one, report)) + "\n" for one in visits(touchpoints, people_)
        )
    return [persons, listed]


FORMS = {"csv": as_csv, "fhir": as_fhir}


def _patient(one: Person) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "id": one["key"],
        "name": [{"family": one["family"], "given": [one["given"]]}],
        "birthDate": one["birth"],
        "gender": one["sex"],
        "telecom": [
            {"system": "phone", "value": one["phone"], "use": "home"},
            {"system": "email", "value": one["email"]},
        ],
        "address": [
            {
                "line": [one["street"]],
                "city": one["city"],
                "state": one["state"],
                "postalCode": one["zip"],
            }
        ],
    }


def _encounter(one: Visit, report: str) -> dict[str, Any]:
    at: datetime = one["at"]
    return {
        "resourceType": "Encounter",
        "id": one["key"],
        "status": STATUSES[one["outcome"]],
        "class": {"code": "AMB"},
        "type": [{"text": "Office Visit"}],
        "subject": {"reference": f"Patient/{one['person']}"},
        "period": {
            "start": at.isoformat(),
            "end": (at + timedelta(minutes=20)).isoformat(),
        },
        **({"text": {"status": "generated", "div": f"<div>{report}</div>"}} if report else {}),
    }

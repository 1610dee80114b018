"""Making FHIR resources and files of them, importing them, and looking at what came of it."""

import gzip
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase

from console.models.facts import Command
from console.models.ids import Login
from console.models.metadata import Shared
from console.services.database import Database
from console.services.imports import ImportReport, fhir, import_paths
from console.services.imports.reader import Entry
from console.services.imports.values import Context, Values

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)
ZONE = "America/New_York"
PLAIN = Context(NOW, ZONE)
FIXTURES = Path(__file__).parent / "fixtures"


def patient(key: str = "p1", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "id": key,
        "name": [{"family": "Whitfield", "given": ["Denise"]}],
        "birthDate": "1974-06-09",
        "telecom": [{"system": "phone", "value": "937-555-0137", "use": "home"}],
        **more,
    }


def encounter(key: str = "e1", who: str = "Patient/p1", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Encounter",
        "id": key,
        "status": "finished",
        "class": {"code": "AMB"},
        "subject": {"reference": who},
        "period": {"start": "2026-01-15T09:00:00-05:00", "end": "2026-01-15T09:20:00-05:00"},
        **more,
    }


def appointment(status: str, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Appointment",
        "id": "a1",
        "status": status,
        "created": "2026-02-01",
        "start": "2026-03-05T10:00:00-05:00",
        "serviceType": [{"text": "Flu shot"}],
        "participant": [
            {"actor": {"reference": "Patient/p1"}},
            {"actor": {"reference": "Location/1", "display": "Elm Street"}},
        ],
        **more,
    }


def consent(**more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Consent",
        "id": "c1",
        "status": "active",
        "dateTime": "2026-02-01T12:00:00Z",
        "patient": {"reference": "Patient/p1"},
        **more,
    }


def mapped(resource: dict[str, Any], context: Context = PLAIN) -> Values:
    """What a resource becomes, without a database; raises Skip or Unusable."""
    return fhir.values_of(Entry("file", "line 1", resource, "", {}), context)


def ndjson(path: Path, resources: Iterable[Any]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in resources), encoding="utf-8")
    return path


def compressed(path: Path, content: bytes) -> Path:
    path.write_bytes(gzip.compress(content))
    return path


def bring(database: Database, *paths: Path, now: datetime = NOW, **options: Any) -> ImportReport:
    return import_paths(database, paths, author=Login("importer"), now=now, zone=ZONE, **options)


def rows(database: Database, table: type[DeclarativeBase]) -> Sequence[Any]:
    columns = table.__table__.c
    with database.transaction() as session:
        return session.execute(select(*columns).order_by(*table.__table__.primary_key)).all()


OF_IMPORTS = ("import_run", "import_part", "import_end")
"""Tables that grow with every import, even with one that changes nothing."""

OF_COMMANDS = ("command_id", "brought_by", "retired_at")


def counts(database: Database) -> dict[str, int]:
    """How many rows each table has; of the journal, the batches."""
    with database.transaction() as session:
        found = {
            table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Shared.metadata.sorted_tables
            if table.name not in OF_IMPORTS
        }
        batches = select(func.count()).where(Command.kind == "ImportBatch")
        return {**found, "command": session.execute(batches).scalar_one()}


def content(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of what an import writes, without the commands that brought them."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with database.transaction() as session:
        for table in Shared.metadata.sorted_tables:
            columns = [one for one in table.c if one.name not in OF_COMMANDS]
            if table.name not in {"command", *OF_IMPORTS}:
                listed = session.execute(select(*columns)).all()
                found[table.name] = sorted((tuple(row) for row in listed), key=repr)
    return found

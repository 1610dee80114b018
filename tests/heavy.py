"""People with thousands of touchpoints, as commands would leave them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from console.models import facts
from console.models.ids import uuid7
from console.models.terms import Channel, Direction, EventKind, TouchpointKind
from console.services.database import Database

KINDS = (
    (TouchpointKind.EMAIL, Channel.EMAIL, Direction.OUTBOUND, "Flu shots near you, letter {0}"),
    (TouchpointKind.TEXT, Channel.TEXT, Direction.INBOUND, "Asked whether to fast, text {0}"),
    (TouchpointKind.LETTER, Channel.MAIL, Direction.OUTBOUND, "Bone density scan, letter {0}"),
    (TouchpointKind.VISIT, Channel.VISIT, Direction.INBOUND, "Walk-in clinic, visit {0}"),
)
APART = timedelta(hours=17)


def add_touchpoints(database: Database, person: UUID, count: int, now: datetime) -> None:
    """So many of a person, one every 17 hours before `now`, each with what became of it."""
    command = uuid7()
    with database.transaction() as session:
        row = {"id": command, "kind": "ImportBatch", "author": "importer", "made_at": now,
               "received_at": now, "payload": {}, "sha": ""}  # fmt: skip
        session.execute(insert(facts.Command), [row])
        made = list(_made(person, command, count, now))
        for table, place in (
            (facts.Touchpoint, 0), (facts.TouchpointPerson, 1), (facts.TouchpointEvent, 2)
        ):  # fmt: skip
            session.execute(insert(table), [rows[place] for rows in made])


def _made(
    person: UUID, command: UUID, count: int, now: datetime
) -> Iterator[tuple[dict[str, Any], ...]]:
    for number in range(count):
        kind, channel, direction, title = KINDS[number % len(KINDS)]
        touchpoint, at = uuid7(), now - (number + 1) * APART
        common = {"at": at, "channel": channel, "direction": direction, "kind": kind, "ref": "",
                  "command_id": command, "labels": frozenset()}  # fmt: skip
        own = {"id": touchpoint, "day": at.date(), "title": title.format(number), "by": "Ana"}
        yield (
            {**common, **own, "summary": f"Written by hand, number {number}", "campaign": ""},
            {**common, "touchpoint_id": touchpoint, "person_id": person, "part": "about"},
            {"id": uuid7(), "touchpoint_id": touchpoint, "at": at, "kind": EventKind.DELIVERED,
             "command_id": command, "labels": frozenset()},
        )  # fmt: skip

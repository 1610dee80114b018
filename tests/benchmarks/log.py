"""Logging at the desk: outbox insert and draft delete, durable when it returns."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from console.models.draft import Draft, DraftStep
from console.models.ids import CallId, CommandId, Login, PersonId, uuid7
from console.models.person_facts import PersonFacts
from console.models.terms import Direction
from console.services.database import Database
from console.services.desk_store import open_workstation
from console.services.dispositions import Dispositions
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from tests.benchmarks.measure import measure
from tests.benchmarks.stores import NOW, Statement, Store, recorded

N = 200
RAW = b"x" * 8_192
NOBODY = PersonFacts(
    people=frozenset(), birth_date=None, deceased=False, language=None, zone=None, states=(),
    phones=(), emails=(), confidential=(), wrong=(), facts=(), consents=(), enrollments=(),
    holds=(), open=(),
)  # fmt: skip


class Desk:
    """A workstation store in a file of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.file = folder / "workstation.db"
        self.store: Database = open_workstation(self.file)
        self.drafts = Drafts(self.store, lambda: NOW)
        outbox = Outbox(self.store, lambda: NOW)
        self.dispositions = Dispositions(outbox, self.drafts, lambda: NOW, timedelta(seconds=10))


def log_at_the_desk(store: Store) -> Iterator[dict[str, Any]]:
    """Floors: the same statements by bare sqlite3, and 8 kB written and synced."""
    with tempfile.TemporaryDirectory(prefix="engagement-log-", dir=Path.cwd()) as name:
        folder = Path(name)  # beside the project: a temporary folder in memory would sync nothing
        ours, copied = Desk(folder / "ours"), Desk(folder / "copied")
        bare = Desk(folder / "bare")
        bare.store.close()
        with (
            closing(sqlite3.connect(bare.file, isolation_level=None)) as connection,
            (folder / "raw").open("wb", buffering=0) as raw,
        ):
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                connection.execute(f"PRAGMA {pragma}")
            yield from _measured(store, ours, copied, connection, raw)
        ours.store.close()
        copied.store.close()


def _measured(
    store: Store, ours: Desk, copied: Desk, connection: sqlite3.Connection, raw: Any
) -> Iterator[dict[str, Any]]:
    person = store.people[0]
    drafts = [_draft(person) for _ in range(3 * N)]
    statements: list[list[Statement]] = []
    for draft in drafts:
        ours.drafts.save(draft)
        with recorded(copied.store) as saved:
            copied.drafts.save(draft)
        for text, parameters in saved:
            connection.execute(text, parameters)
        with recorded(copied.store) as logged:
            _log(copied, draft, store)
        statements.append(list(logged))
    done: set[int] = set()

    def log(question: int) -> None:
        _log(ours, drafts[question], store)

    def same(question: int) -> None:
        if question in done:
            return
        done.add(question)
        connection.execute("BEGIN IMMEDIATE")
        for text, parameters in statements[question]:
            connection.execute(text, parameters).fetchall()
        connection.execute("COMMIT")

    def written(_question: int) -> None:
        raw.write(RAW)
        os.fdatasync(raw.fileno())

    floors = {"same statements": same, "8 kB and fdatasync": written}
    yield from measure("log", store.setting, log, floors, N)


def _log(desk: Desk, draft: Draft, store: Store) -> None:
    facts = dict.fromkeys(draft.about, NOBODY)
    desk.dispositions.log(draft, facts, store.library)


def _draft(person: PersonId) -> Draft:
    """A call of some minutes with ten answers and a note, ready to be logged."""
    ended = NOW - timedelta(seconds=40)
    answered = ended - timedelta(seconds=240)
    steps = tuple(
        DraftStep(
            step=f"step-{number}",
            kind="answer",
            question="Which time tomorrow suits you?",
            value="10:40",
            at=answered + timedelta(seconds=20 * number),
        )
        for number in range(10)
    )
    return Draft(
        call_id=CallId(uuid7()),
        command_id=CommandId(uuid7()),
        login=Login("jmays"),
        direction=Direction.OUTBOUND,
        phone="+19375550137",
        started_at=answered - timedelta(seconds=12),
        answered_at=answered,
        ended_at=ended,
        speaking_with=person,
        about=(person,),
        path=steps,
        code="question_answered",
        notes="Fever since Tuesday, no trouble breathing. Takes 10:40 tomorrow.",
    )

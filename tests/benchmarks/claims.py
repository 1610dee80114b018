"""Claims a second, when eight desks ask a server for the next callback at once."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import insert

from console.models.facts import Callback
from console.models.ids import FactId, Login, uuid7
from console.services import database
from console.services.claims import Claims
from console.services.database import open_shared
from tests.postgresql import Cluster
from tests.services import records

DESKS = 8
CALLBACKS = 2400
LISTED = 50
"""What a desk shows, and asks for the first free one of."""

FLOOR = """
UPDATE bare SET holder = %s, until = now() + interval '15 minutes' WHERE id = (
    SELECT id FROM bare WHERE holder IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id
"""


def claimed() -> Iterator[dict[str, Any]]:
    """Floor: the bare statement on a bare table, by as many connections, on the same server."""
    with closing(Cluster(durable=True)) as cluster:
        url = cluster.server.url()
        database.create(url)
        callbacks = _fill(url)
        ours = _at_once(_claim, url, callbacks)
        floor = _at_once(_take, url, callbacks)
    taken = [one for desk in ours for one in desk[2]]
    assert sorted(taken) == sorted(callbacks), "each is claimed once"
    mine, bare = _a_second(ours), _a_second(floor)
    yield {
        "bench": "claims",
        "n": CALLBACKS,
        "desks": DESKS,
        "backend": "postgresql",
        "a_second": round(mine),
        "floor": "bare statement",
        "floor_a_second": round(bare),
        "ratio": round(bare / mine, 2),
    }


Desk = tuple[float, float, list[UUID]]
"""When it began and ended, and what it got."""


def _fill(url: str) -> list[UUID]:
    shared = open_shared(url)
    known = records.begin(shared)
    due_at = datetime.now(UTC) - timedelta(hours=1)
    rows = [
        {"id": uuid7(), "command_id": known.command, "due_at": due_at, "zone": "UTC",
         "asked_for": True, "owner": "ada", "labels": frozenset()}
        for _ in range(CALLBACKS)
    ]  # fmt: skip
    with shared.transaction() as session:
        session.execute(insert(Callback), rows)
    shared.close()
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute(
            "CREATE TABLE bare (id uuid PRIMARY KEY, holder text, until timestamptz)"
        )
        connection.execute("INSERT INTO bare SELECT id FROM callback")
    return [UUID(str(row["id"])) for row in rows]


def _at_once(work: Callable[..., Desk], url: str, callbacks: list[UUID]) -> list[Desk]:
    spawn = multiprocessing.get_context("spawn")
    with spawn.Manager() as manager, spawn.Pool(DESKS) as pool:
        barrier = manager.Barrier(DESKS)
        return pool.starmap(work, [(url, callbacks, barrier)] * DESKS, chunksize=1)


def _a_second(desks: list[Desk]) -> float:
    began, ended = min(desk[0] for desk in desks), max(desk[1] for desk in desks)
    return sum(len(desk[2]) for desk in desks) / (ended - began)


def _claim(url: str, callbacks: list[UUID], barrier: Any) -> Desk:
    shared = open_shared(url)
    claims = Claims(shared, lambda: records.LIBRARY, lambda: datetime.now(UTC))
    got: list[UUID] = []
    place = 0
    barrier.wait()
    began = time.time()
    while place < len(callbacks):
        listed = [FactId(one) for one in callbacks[place : place + LISTED]]
        claim = claims.take(listed, Login("ada"))
        if claim is None:
            place += LISTED  # all of these are taken: a list read anew begins behind them
        else:
            got.append(claim.target)
    ended = time.time()
    shared.close()
    return began, ended, got


def _take(url: str, _callbacks: list[UUID], barrier: Any) -> Desk:
    got: list[UUID] = []
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        barrier.wait()
        began = time.time()
        while row := connection.execute(FLOOR, ["ada"]).fetchone():
            got.append(row[0])
        return began, time.time(), got

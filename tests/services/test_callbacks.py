"""Callbacks that wait: the own ones, those of others before they vanish; who is on them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from console.models import facts
from console.models.claims import Claim
from console.models.ids import FactId, Login
from console.models.records import Staff, Team
from console.services.callbacks import Callbacks
from console.services.claims import Claims
from console.services.database import Database, open_shared
from tests.services.records import LIBRARY, NOW, Records, ago, begin

ADA, BEN, CY = Login("ada"), Login("ben"), Login("cy")


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    with opened.transaction() as session:
        session.execute(insert(Team), [{"key": key, "name": key} for key in ("north", "south")])
        people = (
            (ADA, "Ada Brook", "north"),
            (BEN, "Ben Wills", "north"),
            (CY, "Cy Hahn", "south"),
        )
        session.execute(
            insert(Staff),
            [
                {"login": login, "name": name, "role": "rep", "team": team, "active": True}
                for login, name, team in people
            ],
        )
    yield opened
    opened.close()


@pytest.fixture
def records(database: Database) -> Records:
    return begin(database)


@pytest.fixture
def callbacks(database: Database) -> Callbacks:
    return Callbacks(database, lambda: LIBRARY, lambda: NOW)


def promise(records: Records, owner: str, due_at: Any, person: UUID | None = None) -> UUID:
    common = {"zone": "America/New_York", "asked_for": True}
    return records.add(facts.Callback, person_id=person, due_at=due_at, owner=owner, **common)


def due(callbacks: Callbacks, login: Login) -> list[UUID]:
    return [entry.id for entry in callbacks.due(login)]


def test_the_own_ones_are_listed_from_when_they_are_promised_earliest_first(
    records: Records, callbacks: Callbacks
) -> None:
    person = records.person("Ann Lee")
    later = promise(records, ADA, NOW + timedelta(days=1), person)
    sooner = promise(records, ADA, ago(hours=1))
    closed = promise(records, ADA, NOW, person)
    records.add(facts.Closure, target_id=closed, target_kind="callback", manner="done", at=NOW)

    found = callbacks.due(ADA)

    assert [(entry.id, entry.name) for entry in found] == [(sooner, ""), (later, "Ann Lee")]
    assert {entry.owner_name for entry in found} == {"Ada Brook"}


def test_a_late_one_is_shown_to_the_team_and_to_no_other(
    records: Records, callbacks: Callbacks
) -> None:
    late = promise(records, ADA, ago(minutes=15))
    promise(records, ADA, ago(minutes=14))
    promise(records, ADA, ago(days=31))

    assert due(callbacks, BEN) == [late]
    assert due(callbacks, CY) == []


def test_what_somebody_promised_who_left_is_shown_to_everybody_when_it_is_due(
    database: Database, records: Records, callbacks: Callbacks
) -> None:
    left, unknown = promise(records, ADA, NOW), promise(records, "a_login_gone", NOW)
    promise(records, ADA, NOW + timedelta(minutes=1))
    with database.transaction() as session:
        session.execute(update(Staff).where(Staff.login == ADA).values(active=False))

    for login in (BEN, CY):
        assert due(callbacks, login) == sorted([left, unknown])


def test_who_works_on_it_is_told_until_the_lease_is_over(
    database: Database, records: Records, callbacks: Callbacks
) -> None:
    late = FactId(promise(records, ADA, ago(hours=1)))
    claims = Claims(database, lambda: LIBRARY, lambda: NOW)
    claim = claims.take([late], BEN)

    [seen] = callbacks.due(ADA)
    assert seen.claim == claim
    if database.embedded:  # on a server it is the login's name that counts
        assert (seen.claim and seen.claim.holder, seen.holder_name) == (BEN, "Ben Wills")
    with database.transaction() as session:
        session.execute(update(Claim).values(until=ago(days=400)))
    [seen] = callbacks.due(ADA)
    assert (seen.claim, seen.holder_name) == (None, "")

"""What the shared database will never take stands aside with its reason; all else goes at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from console.errors import BadInput
from console.models.commands import LogDisposition
from console.models.facts import Disposition
from console.models.ids import PersonId, uuid7
from console.models.terms import EntryState, Role
from console.models.views import StaffView
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from console.services.stuck import Stuck
from console.services.sync import Sync
from tests.commands import REP, Clock, command, disposition, draft_of

ADA = StaffView(login=REP, name="Ada Brook", role=Role.REP)

Poison = Callable[[LogDisposition, LogDisposition], LogDisposition]


def unknown_zone(entry: LogDisposition, _other: LogDisposition) -> LogDisposition:
    return replace(entry, zone="Atlantis/Centre")


def same_call_again(entry: LogDisposition, other: LogDisposition) -> LogDisposition:
    return replace(entry, call=other.call)


def nobody_on_record(entry: LogDisposition, _other: LogDisposition) -> LogDisposition:
    return replace(entry, call=replace(entry.call, about=(PersonId(uuid7()),)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_workstation(tmp_path / "workstation.db")
    yield opened
    opened.close()


@pytest.fixture
def shared(postgresql_database: str) -> Iterator[Database]:
    opened = open_shared(postgresql_database)
    yield opened
    opened.close()


@pytest.mark.parametrize("poison", [unknown_zone, same_call_again, nobody_on_record])
def test_it_is_listed_with_a_reason_and_can_be_mended(
    store: Database, shared: Database, poison: Poison
) -> None:
    clock = Clock()
    outbox, drafts = Outbox(store, clock), Drafts(store, clock)
    healthy = [disposition(notes=f"call {number}") for number in range(6)]
    bad = command(poison(disposition(notes="bad"), healthy[0]))
    for body in healthy[:3]:
        outbox.put(command(body))
    outbox.put(bad, draft=draft_of(bad))
    for body in healthy[3:]:
        outbox.put(command(body))

    report = Sync(outbox, lambda: shared, clock).once()

    assert (report.sent, report.quarantined, report.still_pending) == (6, 1, 0)
    with shared.transaction(writes=False) as session:
        notes = sorted(session.scalars(select(Disposition.notes)))
    assert notes == [f"call {number}" for number in range(6)]
    stuck = Stuck(store, outbox, drafts, shared, clock)
    [entry] = stuck.view(ADA).entries
    assert (entry.id, entry.state, entry.mendable) == (bad.id, EntryState.QUARANTINED, True)
    assert entry.error
    assert stuck.mend(bad.id).mends == bad.id


def test_half_a_character_is_refused_before_it_is_said_to_be_logged(store: Database) -> None:
    outbox = Outbox(store, Clock())
    with pytest.raises(BadInput, match="half a character"):
        outbox.put(command(disposition(notes="half \ud83d")))
    assert outbox.waiting() == 0

"""Entries that could not be sent: each has a way on, and none is silent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from console.errors import Refused
from console.models import facts
from console.models.commands import Command, DiscardEntry, LogDisposition
from console.models.ids import CommandId, Login, uuid7
from console.models.terms import EntryState, Role
from console.models.views import StaffView
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from console.services.stuck import Stuck
from console.services.sync import Sync
from tests.commands import NOON, REP, Clock, command, disposition, draft_of, stop, taken_up

ADA = StaffView(login=REP, name="Ada Brook", role=Role.REP)
IMANI = StaffView(login=Login("iclarke"), name="Imani Clarke", role=Role.SUPERVISOR)
WHY = "Logged by hand on the other computer."


class Desk:
    """An outbox beside its shared database."""

    def __init__(self, store: Database, shared: Database) -> None:
        self.shared = shared
        self.clock = Clock()
        self.outbox = Outbox(store, self.clock)
        self.drafts = Drafts(store, self.clock)
        self.stuck = Stuck(store, self.outbox, self.drafts, shared, self.clock)
        self.sync = Sync(self.outbox, lambda: shared, self.clock)

    def log(self, state: EntryState, author: Login = REP) -> Command:
        """A call that was logged, and got no further than this state."""
        logged = command(disposition(code="no_answer", notes="rang twice"), author)
        self.outbox.put(logged, draft=draft_of(logged))
        self.outbox.queue.take(1)
        self.outbox.queue.settle([logged.id], state, error="The database refused it.")
        return logged

    def journal(self) -> dict[CommandId, str]:
        with self.shared.transaction(writes=False) as session:
            rows = session.execute(select(facts.Command.id, facts.Command.kind))
            return {CommandId(row.id): row.kind for row in rows}


@pytest.fixture
def desk(tmp_path: Path, shared_database: str) -> Iterator[Desk]:
    store, shared = open_workstation(tmp_path / "workstation.db"), open_shared(shared_database)
    yield Desk(store, shared)
    store.close()
    shared.close()


def test_what_is_stuck_says_what_it_was_and_why(desk: Desk) -> None:
    logged = desk.log(EntryState.QUARANTINED)

    [entry] = desk.stuck.view(ADA).entries

    assert (entry.id, entry.kind, entry.mendable) == (logged.id, "LogDisposition", True)
    assert entry.error == "The database refused it."
    assert entry.content is not None
    assert (entry.content.code, entry.content.notes) == ("no_answer", "rang twice")


def test_what_goes_by_itself_is_not_listed(desk: Desk) -> None:
    desk.outbox.put(command(disposition()))

    assert desk.stuck.view(ADA).entries == ()


def test_entries_of_another_login_are_counted_and_not_shown(desk: Desk) -> None:
    desk.log(EntryState.HELD, Login("ben"))

    view = desk.stuck.view(ADA)

    assert view.entries == ()
    assert view.others == (("ben", 1),)


def test_a_supervisor_sees_that_they_are_there_and_not_what_they_say(desk: Desk) -> None:
    desk.log(EntryState.QUARANTINED)

    [entry] = desk.stuck.view(IMANI).entries

    assert (entry.content, entry.mendable) == (None, False)


def test_a_held_entry_is_tried_again(desk: Desk) -> None:
    logged = desk.log(EntryState.HELD)

    desk.stuck.try_again(logged.id)

    assert desk.sync.once().sent == 1
    assert desk.stuck.view(ADA).entries == ()


def test_a_mended_call_is_a_draft_again_and_goes_as_a_new_entry_that_names_the_old(
    desk: Desk,
) -> None:
    logged = desk.log(EntryState.QUARANTINED)

    draft = desk.stuck.mend(logged.id)

    assert taken_up(desk.drafts.all(REP)) == [draft]
    assert (draft.mends, draft.notes) == (logged.id, "asked about the clinic")
    assert draft.command_id != logged.id
    assert desk.stuck.view(ADA).entries == ()
    assert desk.sync.once(now=True).sent == 0, "the old one is never sent any more"
    with pytest.raises(Refused):
        desk.stuck.mend(logged.id)


def test_a_stop_cannot_be_mended_and_stays_where_it_is(desk: Desk) -> None:
    asked = command(stop())
    desk.outbox.put(asked)
    desk.outbox.queue.take(1)
    desk.outbox.queue.settle([asked.id], EntryState.QUARANTINED, error="refused")

    with pytest.raises(Refused, match="no call"):
        desk.stuck.mend(asked.id)

    [entry] = desk.stuck.view(ADA).entries
    assert (entry.state, entry.mendable) == (EntryState.QUARANTINED, False)


def test_a_conflict_shows_both_and_ours_can_become_a_call_of_its_own(desk: Desk) -> None:
    standing = command(disposition(code="busy", notes="engaged"))
    desk.outbox.put(standing)
    assert desk.sync.once().sent == 1
    desk.outbox.queue.purge(NOON.replace(year=2030))
    ours = replace(standing, body=disposition(code="no_answer", notes="rang twice"))
    desk.outbox.put(ours, draft=draft_of(ours))
    assert desk.sync.once().conflict == 1

    [entry] = desk.stuck.view(ADA).entries
    assert entry.content is not None
    assert entry.standing is not None
    assert (entry.content.code, entry.standing.code) == ("no_answer", "busy")
    draft = desk.stuck.mend(entry.id)

    assert taken_up(desk.drafts.all(REP)) == [draft]
    assert isinstance(ours.body, LogDisposition)
    assert draft.call_id != ours.body.call.id
    assert desk.journal() == {standing.id: "LogDisposition"}


def test_a_supervisor_discards_with_a_reason_that_stays_on_record(desk: Desk) -> None:
    logged = desk.log(EntryState.QUARANTINED)

    desk.stuck.discard(logged.id, WHY, IMANI)

    assert desk.stuck.view(IMANI).entries == ()
    assert desk.sync.once().sent == 1
    with desk.shared.transaction(writes=False) as session:
        [row] = session.execute(select(facts.Command.author, facts.Command.payload)).all()
    assert row.author == IMANI.login
    assert (row.payload["entry"], row.payload["author"]) == (str(logged.id), REP)
    assert (row.payload["kind"], row.payload["reason"]) == ("LogDisposition", WHY)
    assert list(desk.journal().values()) == [DiscardEntry.__name__]


@pytest.mark.parametrize(("staff", "why"), [(ADA, WHY), (IMANI, " too short ")])
def test_nobody_else_discards_and_nobody_without_a_reason(
    desk: Desk, staff: StaffView, why: str
) -> None:
    logged = desk.log(EntryState.QUARANTINED)

    with pytest.raises(Refused):
        desk.stuck.discard(logged.id, why, staff)

    assert [entry.id for entry in desk.stuck.view(ADA).entries] == [logged.id]


def test_what_waits_no_more_is_not_touched(desk: Desk) -> None:
    gone = CommandId(uuid7())

    with pytest.raises(Refused):
        desk.stuck.try_again(gone)
    with pytest.raises(Refused):
        desk.stuck.mend(gone)
    with pytest.raises(Refused):
        desk.stuck.discard(gone, WHY, IMANI)

"""The outbox: nothing put is lost, nothing sent is taken back, nothing overtakes a stop."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.errors import BadInput, Refused
from console.models.commands import CloseOpen, Command, RequestStop
from console.models.ids import CommandId, Login
from console.models.terms import EntryState
from console.services.database import Database
from console.services.desk_store import open_workstation
from console.services.drafts import Drafts
from console.services.outbox import Outbox
from tests.commands import (
    REP,
    Clock,
    command,
    disposition,
    draft_of,
    lift,
    new_person,
    stop,
    taken_up,
)

UNDO = timedelta(seconds=10)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    opened = open_workstation(tmp_path / "workstation.db")
    yield opened
    opened.close()


@pytest.fixture
def outbox(store: Database, clock: Clock) -> Outbox:
    return Outbox(store, clock)


def states(outbox: Outbox) -> dict[CommandId, str]:
    return {CommandId(entry.id): entry.state for entry in outbox.view().entries}


def test_what_was_put_is_there_after_the_console_died(
    store: Database, outbox: Outbox, clock: Clock, tmp_path: Path
) -> None:
    put = command(disposition(notes="Ärztin ✓"))
    outbox.put(put)
    del outbox
    reopened = open_workstation(tmp_path / "workstation.db")
    (waiting,) = Outbox(reopened, clock).queue.take(10)
    assert waiting.command() == put
    reopened.close()


def test_the_same_command_twice_is_taken_once(outbox: Outbox) -> None:
    put = command(stop())
    outbox.put(put)
    outbox.put(put)
    assert [waiting.id for waiting in outbox.queue.take(10)] == [put.id]


def test_an_id_used_for_something_else_is_refused(outbox: Outbox) -> None:
    put = command(stop())
    outbox.put(put)
    with pytest.raises(Refused):
        outbox.put(replace(put, body=stop()))
    assert outbox.find(put.id) == put


def test_text_that_no_database_keeps_is_refused_before_anything_is_said(outbox: Outbox) -> None:
    with pytest.raises(BadInput):
        outbox.put(command(disposition(notes="\udcff")))
    assert outbox.waiting() == 0


def test_stops_go_first_and_what_lifts_them_before_dispositions(outbox: Outbox) -> None:
    stopped, known = stop(), new_person()
    late = [disposition(), CloseOpen(closures=()), disposition(), lift(stopped), known, stopped]
    put = [command(body) for body in late]
    for each in put:
        outbox.put(each)
    taken = [waiting.id for waiting in outbox.queue.take(10)]
    assert taken == [put[index].id for index in (4, 5, 3, 0, 2, 1)]


def test_taking_respects_its_limit_and_goes_on_where_it_stopped(outbox: Outbox) -> None:
    put = [command(stop()) for _ in range(5)]
    for each in put:
        outbox.put(each)
    taken = [waiting.id for _ in range(3) for waiting in outbox.queue.take(2)]
    assert taken == [each.id for each in put]
    assert outbox.queue.take(2) == []


def test_entries_go_only_under_their_own_authors_login(outbox: Outbox, clock: Clock) -> None:
    hers, his = command(stop(), Login("ada")), command(stop(), Login("bob"))
    outbox.put(hers)
    outbox.put(his)
    assert [waiting.id for waiting in outbox.queue.take(10, author=Login("bob"))] == [his.id]
    assert outbox.queue.next_due(Login("bob")) is None
    assert outbox.queue.next_due(Login("ada")) == clock.at


def logged(outbox: Outbox, drafts: Drafts) -> Command:
    put = command(disposition())
    draft = draft_of(put)
    drafts.save(draft)
    outbox.put(put, delay=UNDO, draft=draft)
    return put


@pytest.fixture
def drafts(store: Database, clock: Clock) -> Drafts:
    return Drafts(store, clock)


def test_a_logged_call_is_no_draft_any_more_and_is_held_back(
    outbox: Outbox, drafts: Drafts, clock: Clock
) -> None:
    put = logged(outbox, drafts)
    assert drafts.all(REP) == ()
    assert outbox.queue.take(10) == []
    assert outbox.queue.next_due() == clock.at + UNDO
    clock.goes_on(seconds=10)
    assert [waiting.id for waiting in outbox.queue.take(10)] == [put.id]


def test_undo_gives_the_call_back_and_nothing_is_sent(
    outbox: Outbox, drafts: Drafts, clock: Clock
) -> None:
    put = logged(outbox, drafts)
    draft = outbox.withdraw(put.id)
    assert draft == draft_of(put, draft.call_id if draft else None)
    assert taken_up(drafts.all(REP)) == [draft]
    clock.goes_on(hours=1)
    assert outbox.queue.take(10) == []
    assert outbox.find(put.id) is None
    assert outbox.withdraw(put.id) is None


def test_a_draft_saved_once_more_meanwhile_does_not_stand_in_the_way_of_undo(
    outbox: Outbox, drafts: Drafts
) -> None:
    put = command(disposition())
    draft = draft_of(put)
    outbox.put(put, delay=UNDO, draft=draft)
    drafts.save(replace(draft, notes="a save that came late"))
    assert outbox.withdraw(put.id) == draft
    assert taken_up(drafts.all(REP)) == [draft]


@pytest.mark.parametrize("again", ["the same", "changed"])
def test_a_call_logged_again_after_undo_is_sent(outbox: Outbox, again: str, clock: Clock) -> None:
    """Its draft kept the command's id; taking it for a repetition would lose it."""
    put = command(disposition())
    outbox.put(put, delay=UNDO, draft=draft_of(put))
    outbox.withdraw(put.id)
    second = put if again == "the same" else replace(put, body=disposition(notes="changed"))
    outbox.put(second, delay=UNDO, draft=draft_of(second))
    clock.goes_on(seconds=11)
    (waiting,) = outbox.queue.take(10)
    assert waiting.command() == second


def test_undo_is_too_late_once_it_may_have_been_sent(outbox: Outbox, clock: Clock) -> None:
    put = command(disposition())
    outbox.put(put, delay=UNDO, draft=draft_of(put))
    clock.goes_on(seconds=10)
    assert outbox.withdraw(put.id) is None
    outbox.queue.take(10)
    outbox.queue.recover()
    clock.goes_on(seconds=-60)  # somebody sets the clock back
    assert outbox.withdraw(put.id) is None


def test_release_ends_every_wait(outbox: Outbox, clock: Clock) -> None:
    put = command(disposition())
    outbox.put(put, delay=UNDO, draft=draft_of(put))
    outbox.queue.release()
    assert outbox.withdraw(put.id) is None
    assert [waiting.id for waiting in outbox.queue.take(10)] == [put.id]


def test_release_tries_again_what_waited_for_a_person(outbox: Outbox) -> None:
    put = [command(stop()) for _ in range(3)]
    for each, state in zip(
        put, (EntryState.HELD, EntryState.QUARANTINED, EntryState.CONFLICT), strict=True
    ):
        outbox.put(each)
        outbox.queue.take(1)
        outbox.queue.settle([each.id], state, error="why")
    assert outbox.queue.take(10) == []
    outbox.queue.release()
    assert [waiting.id for waiting in outbox.queue.take(10)] == [put[0].id, put[1].id]


def test_what_was_being_sent_in_a_crash_is_sent_again(outbox: Outbox) -> None:
    put = command(stop())
    outbox.put(put)
    outbox.queue.take(10)
    assert outbox.queue.take(10) == []
    outbox.queue.recover()
    assert [waiting.id for waiting in outbox.queue.take(10)] == [put.id]


def test_nothing_overtakes_what_waits_for_its_next_try_but_an_earlier_lane_does(
    outbox: Outbox, clock: Clock
) -> None:
    first = command(disposition())
    outbox.put(first)
    outbox.queue.take(10)
    until = clock.at + timedelta(seconds=20)
    outbox.queue.recover(error="no answer", next_try_at=until)
    behind, urgent = command(disposition()), command(stop())
    outbox.put(behind)
    assert outbox.queue.next_due() == until
    assert outbox.queue.take(10) == []
    outbox.put(urgent)
    assert outbox.queue.next_due() == clock.at
    assert [waiting.id for waiting in outbox.queue.take(10)] == [urgent.id]
    clock.goes_on(seconds=20)
    assert [waiting.id for waiting in outbox.queue.take(10)] == [first.id, behind.id]


def test_a_clock_set_back_makes_nothing_wait_for_hours(outbox: Outbox, clock: Clock) -> None:
    outbox.put(command(stop()))
    outbox.queue.take(10)
    outbox.queue.recover(error="no answer", next_try_at=clock.at + timedelta(seconds=60))
    outbox.put(command(disposition()), delay=UNDO)
    assert outbox.queue.take(10) == []
    clock.goes_on(hours=-5)
    assert outbox.queue.next_due() == clock.at
    assert len(outbox.queue.take(10)) == 2


def test_an_acknowledged_entry_keeps_no_draft_and_is_purged_by_when_it_was_acknowledged(
    outbox: Outbox, clock: Clock
) -> None:
    put = command(disposition())
    outbox.put(put, draft=draft_of(put))
    clock.goes_on(days=6)  # made offline, sent much later
    outbox.queue.take(10)
    outbox.queue.settle([put.id], EntryState.ACKED)
    assert outbox.view().counts.acked == 1
    assert outbox.view().entries == ()
    clock.goes_on(days=3)
    assert outbox.queue.purge(clock.at - timedelta(days=7)) == 0
    assert outbox.queue.purge(clock.at) == 1


def test_waiting_entries_are_never_purged(outbox: Outbox, clock: Clock) -> None:
    for state in (EntryState.HELD, EntryState.QUARANTINED, EntryState.CONFLICT):
        put = command(stop())
        outbox.put(put)
        outbox.queue.take(10)
        outbox.queue.settle([put.id], state, error="why")
    outbox.put(command(stop()))
    clock.goes_on(days=900)
    assert outbox.queue.purge(clock.at) == 0


@pytest.mark.parametrize(
    "state", [EntryState.HELD, EntryState.QUARANTINED, EntryState.CONFLICT, EntryState.SENDING]
)
def test_a_stop_that_did_not_arrive_still_counts_at_this_desk(
    outbox: Outbox, state: EntryState
) -> None:
    put = command(stop())
    outbox.put(put)
    outbox.queue.take(10)
    if state is not EntryState.SENDING:
        outbox.queue.settle([put.id], state, error="why")
    assert outbox.unsent(RequestStop) == [put]
    outbox.queue.settle([put.id], EntryState.ACKED)
    assert outbox.unsent(RequestStop) == []


def test_the_view_names_what_became_of_each(outbox: Outbox) -> None:
    put = command(stop())
    outbox.put(put)
    outbox.queue.take(10)
    outbox.queue.settle([put.id], EntryState.HELD, error="Your login lacks a right.")
    (entry,) = outbox.view().entries
    assert (entry.id, entry.kind, entry.state) == (put.id, "RequestStop", "held")
    assert (entry.tries, entry.error) == (1, "Your login lacks a right.")
    assert outbox.view().counts.held == outbox.waiting() == 1


def test_logging_and_sending_at_the_same_time_disturb_each_other_never(
    tmp_path: Path, clock: Clock
) -> None:
    """Desk and sender write to one file from two threads; "database is locked" would lose a log."""
    stores = [open_workstation(tmp_path / "workstation.db") for _ in range(2)]
    failures: list[BaseException] = []
    put = [command(stop()) for _ in range(40)]
    sent: list[CommandId] = []

    def guarded(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                work()
            except BaseException as error:
                failures.append(error)

        return run

    def desk() -> None:
        for each in put:
            Outbox(stores[0], clock).put(each)

    def sender() -> None:
        outbox = Outbox(stores[1], clock)
        while len(sent) < len(put) and not failures:
            taken = [waiting.id for waiting in outbox.queue.take(7)]
            outbox.queue.settle(taken, EntryState.ACKED)
            sent.extend(taken)

    threads = [threading.Thread(target=guarded(work)) for work in (desk, sender)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    for store in stores:
        store.close()
    assert failures == []
    assert sorted(sent) == sorted(each.id for each in put)

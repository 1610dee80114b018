"""Sending: exactly once, whatever is lost on the way, and nobody's fault blocks the others."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from console.errors import BadInput, EnvironmentFault, Offline, Refused, SchemaMismatch
from console.models import facts
from console.models.commands import Command
from console.models.ids import Login, PersonId, uuid7
from console.models.terms import Role
from console.models.workstation import OutboxEntry
from console.services.apply import apply
from console.services.database import Database, create, open_shared
from console.services.desk_store import DeskStore, open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.commands import NOON, Clock, call, command, disposition, new_person, stop
from tests.desk_store import rewrite
from tests.frail import Died, Fault, FrailLine
from tests.logins import logins
from tests.postgresql import Server


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


@pytest.fixture
def shared(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def line(shared: Database) -> FrailLine:
    return FrailLine(shared)


@pytest.fixture
def sync(outbox: Outbox, line: Any, clock: Clock) -> Sync:
    return Sync(outbox, lambda: line, clock)


def put(outbox: Outbox, *bodies: Any) -> list[Command]:
    made = [command(body) for body in bodies]
    for each in made:
        outbox.put(each)
    return made


def journal(shared: Database) -> list[Any]:
    with shared.transaction(writes=False) as session:
        return list(session.scalars(select(facts.Command.id)))


def states(outbox: Outbox) -> dict[Any, str]:
    return {entry.id: entry.state for entry in outbox.view().entries}


def poison() -> Any:
    """A disposition about somebody whom the shared database doesn't know."""
    return disposition(PersonId(uuid7()))


def test_what_was_put_arrives_and_is_acknowledged(
    outbox: Outbox, sync: Sync, shared: Database
) -> None:
    known = new_person()
    made = put(outbox, disposition(known.person), known, stop(known.person))
    report = sync.once()
    assert (report.sent, report.confirmed, report.offline) == (3, 3, None)
    assert (report.still_pending, report.held, report.quarantined) == (0, 0, 0)
    assert sorted(journal(shared)) == sorted(each.id for each in made)
    assert states(outbox) == {}


def test_more_than_a_batch_goes_in_one_round(outbox: Outbox, sync: Sync, shared: Database) -> None:
    put(outbox, *(stop() for _ in range(120)))
    assert sync.once().sent == 120
    assert len(journal(shared)) == 120


def test_nothing_to_send_is_no_failure(sync: Sync) -> None:
    assert (sync.once().confirmed, sync.once(now=True).offline) == (0, None)


def test_an_entry_whose_answer_was_lost_is_confirmed_and_not_repeated(
    outbox: Outbox, sync: Sync, shared: Database, line: FrailLine, clock: Clock
) -> None:
    put(outbox, stop())
    line.fail_next("answer lost")
    assert sync.once().still_pending == 1
    clock.goes_on(minutes=2)
    report = sync.once()
    assert (report.sent, report.confirmed) == (0, 1)
    assert len(journal(shared)) == 1


def test_offline_entries_wait_longer_each_time_and_by_chance(
    outbox: Outbox, sync: Sync, line: FrailLine, clock: Clock
) -> None:
    put(outbox, stop())
    waits = []
    for round_ in range(12):
        line.fail_next("request lost")
        report = sync.once()
        assert (report.offline, report.still_pending) == ("The line is cut.", 1)
        due = outbox.queue.next_due()
        assert due is not None
        waits.append(due - clock.at)
        assert waits[-1] <= min(timedelta(seconds=0.5 * 2**round_), timedelta(seconds=60))
        clock.at = due
    assert len(set(waits)) == len(waits)
    assert max(waits) > timedelta(seconds=5)
    (entry,) = outbox.view().entries
    assert (entry.tries, entry.error) == (12, "The line is cut.")


def test_a_round_before_its_time_asks_nobody(
    outbox: Outbox, sync: Sync, shared: Database, line: FrailLine
) -> None:
    put(outbox, stop())
    line.fail_next("request lost", "request lost")
    sync.once()
    assert sync.once().offline is None
    assert journal(shared) == []


def test_sending_now_does_not_wait(
    outbox: Outbox, sync: Sync, shared: Database, line: FrailLine
) -> None:
    outbox.put(command(stop()), delay=timedelta(seconds=10))
    line.fail_next("request lost")
    sync.once(now=True)
    assert sync.once(now=True).sent == 1


def test_once_the_server_answers_nothing_goes_on_waiting(
    outbox: Outbox, sync: Sync, line: FrailLine, clock: Clock
) -> None:
    put(outbox, disposition())
    line.fail_next("request lost")
    sync.once()
    put(outbox, stop())  # goes before, and finds the server back
    assert sync.once().sent == 2


def test_nobody_is_logged_about_before_she_is_there(
    outbox: Outbox, sync: Sync, line: FrailLine, clock: Clock
) -> None:
    known = new_person()
    put(outbox, known)
    line.fail_next("request lost")
    sync.once()
    put(outbox, disposition(known.person))
    assert sync.once().quarantined == 0
    clock.goes_on(minutes=2)
    assert (sync.once().sent, states(outbox)) == (2, {})


@pytest.mark.parametrize("strikes", range(1, 9))
@pytest.mark.parametrize("fault", ["request lost", "answer lost"])
def test_a_line_cut_while_looking_for_a_bad_entry_leaves_none_behind(
    fault: Fault, strikes: int, outbox: Outbox, sync: Sync, shared: Database, line: FrailLine,
    clock: Clock,
) -> None:  # fmt: skip
    made = put(outbox, stop(), stop(), poison(), stop(), stop(), stop())
    line._faults = [*([None] * strikes), fault]  # type: ignore[list-item]
    sync.once()
    assert "sending" not in states(outbox).values()
    clock.goes_on(minutes=2)
    sync.once()
    assert states(outbox) == {made[2].id: "quarantined"}
    assert len(journal(shared)) == 5


@pytest.mark.parametrize("fault", ["dies before", "dies after"])
def test_after_a_crash_while_sending_all_arrive_once(
    fault: Fault, outbox: Outbox, sync: Sync, shared: Database, line: FrailLine, clock: Clock
) -> None:
    made = put(outbox, stop(), stop())
    line.fail_next(fault)
    with pytest.raises(Died):
        sync.once()
    Outbox(outbox._store, clock).queue.recover()
    clock.goes_on(minutes=2)
    assert Sync(outbox, lambda: shared, clock).once().confirmed == 2
    assert sorted(journal(shared)) == sorted(each.id for each in made)


def test_one_bad_entry_is_kept_apart_and_the_others_go(
    outbox: Outbox, sync: Sync, shared: Database
) -> None:
    made = put(outbox, *(disposition() for _ in range(60)), poison(), disposition())
    report = sync.once()
    assert (report.sent, report.quarantined) == (61, 1)
    (entry,) = outbox.view().entries
    assert entry.id == made[60].id
    assert entry.error is not None
    assert "refused it" in entry.error
    assert made[60].id not in journal(shared)


def test_a_bad_entry_goes_when_its_cause_is_gone(
    outbox: Outbox, sync: Sync, shared: Database
) -> None:
    known = new_person()
    put(outbox, disposition(known.person))
    assert sync.once().quarantined == 1
    put(outbox, known)
    assert sync.once().quarantined == 1
    assert (sync.once(now=True).sent, states(outbox)) == (1, {})


BAD = {
    "unknown zone": lambda: disposition(zone="Nowhere/At_All"),
    "a folder for a zone": lambda: disposition(zone="America"),
    "unknown person": poison,
    "a count too large": lambda: disposition(call=call(hold_seconds=2**70)),
}  # fmt: skip


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_whatever_is_bad_about_an_entry_blocks_nobody(
    make: Callable[[], Any], outbox: Outbox, sync: Sync, shared: Database
) -> None:
    made = put(outbox, disposition(), make(), disposition())
    report = sync.once()
    assert report.offline is None
    assert states(outbox) == {made[1].id: "quarantined"}
    assert len(journal(shared)) == 2


@pytest.mark.parametrize("text", ["Canary\x00Test", "Canary\ud800Test"])
def test_text_that_no_server_keeps_is_refused_when_it_is_put(outbox: Outbox, text: str) -> None:
    with pytest.raises(BadInput, match="cannot be kept") as refused:
        put(outbox, disposition(notes=text))
    assert "Canary" not in refused.value.message
    put(outbox, disposition(notes=r"a path: C:\u0000"))
    assert outbox.counts().pending == 1


def test_a_null_character_is_the_entrys_own_fault_on_a_server(
    outbox: Outbox, store: DeskStore, postgresql_database: str, clock: Clock
) -> None:
    """An earlier release may have put it."""
    made = put(outbox, disposition(notes="Canary Test"), disposition())
    rewrite(store, made[0].id, b"Canary ", rb"Canary\u0000")
    shared = open_shared(postgresql_database)
    report = Sync(outbox, lambda: shared, clock).once()
    shared.close()
    assert (report.sent, report.quarantined) == (1, 1)
    (entry,) = outbox.view().entries
    assert entry.id == made[0].id
    assert "Canary" not in str(entry.error)


@pytest.mark.parametrize("payload", [b"{", b"[]", b'{"consents": 1}', b"\xff", b"null"])
def test_a_damaged_payload_blocks_nobody(
    payload: bytes, outbox: Outbox, sync: Sync, store: Database
) -> None:
    made = put(outbox, stop(), stop())
    with store.transaction() as session:
        entry = session.scalars(select(OutboxEntry).where(OutboxEntry.id == made[0].id)).one()
        entry.payload = payload
    assert sync.once().sent == 1
    assert states(outbox) == {made[0].id: "quarantined"}


def test_a_kind_of_a_later_release_blocks_nobody(
    outbox: Outbox, sync: Sync, store: Database
) -> None:
    made = put(outbox, stop(), stop())
    with store.transaction() as session:
        entry = session.scalars(select(OutboxEntry).where(OutboxEntry.id == made[0].id)).one()
        entry.kind = "SomethingNew"
    assert sync.once().sent == 1
    (entry_view,) = outbox.view().entries
    assert "Update the console" in str(entry_view.error)


def test_an_id_that_stands_with_other_content_is_a_conflict(
    outbox: Outbox, sync: Sync, shared: Database
) -> None:
    (made, _) = put(outbox, stop(), stop())
    other = Command(id=made.id, author=made.author, made_at=NOON, body=stop())
    with shared.transaction() as session:
        apply(session, other, NOON)
    report = sync.once()
    assert (report.sent, report.conflict) == (1, 1)
    assert sync.once(now=True).conflict == 1
    assert states(outbox) == {made.id: "conflict"}


def refusing(error: BaseException) -> Callable[[], Database]:
    def connect() -> Database:
        raise error

    return connect


def test_a_database_of_another_release_holds_all_and_refuses_none(
    outbox: Outbox, shared: Database, clock: Clock
) -> None:
    put(outbox, *(stop() for _ in range(60)))
    mismatch = SchemaMismatch("The database is newer.")
    assert Sync(outbox, refusing(mismatch), clock).once().held == 60
    later = Sync(outbox, lambda: shared, clock)
    assert later.once().sent == 0
    assert later.once(now=True).sent == 60


def test_an_upgrade_under_an_open_connection_holds_all_and_refuses_none(
    outbox: Outbox, sync: Sync, shared: Database
) -> None:
    with shared.transaction() as session:
        session.execute(text("ALTER TABLE disposition ADD COLUMN new text"))
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.execute(text("ALTER TABLE disposition DROP COLUMN new"))
        session.execute(text("CREATE UNIQUE INDEX later ON disposition (code)"))
    put(outbox, disposition(), disposition(), disposition())
    report = sync.once()
    assert (report.held, report.quarantined, report.sent) == (3, 0, 0)


def test_a_missing_table_holds_what_needs_it(outbox: Outbox, sync: Sync, shared: Database) -> None:
    with shared.transaction() as session:
        session.execute(text("DROP TABLE answer"))
        session.execute(text("DROP TABLE verification"))
        session.execute(text("DROP TABLE disposition"))
    put(outbox, disposition(), disposition())
    assert sync.once().held == 2


def test_a_missing_right_holds_the_entry_until_somebody_gives_it(
    outbox: Outbox, postgresql_database: str, postgresql_server: Server, clock: Clock
) -> None:
    with logins(postgresql_server, postgresql_database) as made:
        rep = Login(made.grant(Role.REP))
        owner, shared = made.owner, made.database(rep)
        with owner.transaction() as session:
            session.execute(text("REVOKE INSERT ON consent_event FROM ec_rep"))
        sync = Sync(outbox, lambda: shared, clock)
        for body in (stop(), disposition(), stop()):
            outbox.put(command(body, rep))
        report = sync.once(now=True)
        assert (report.sent, report.held, report.quarantined) == (1, 2, 0)
        create(postgresql_database, mend=True)
        assert sync.once(now=True).sent == 2


@pytest.mark.parametrize(
    "error", [Offline("Nobody answers."), EnvironmentFault("The disk is full.")]
)
def test_what_passes_leaves_all_pending(error: Exception, outbox: Outbox, clock: Clock) -> None:
    put(outbox, stop(), poison())
    report = Sync(outbox, refusing(error), clock).once()
    assert (report.still_pending, report.offline) == (2, str(error))


def test_what_cannot_be_expected_is_raised_and_leaves_all_pending(
    outbox: Outbox, clock: Clock
) -> None:
    put(outbox, stop())
    with pytest.raises(Refused):
        Sync(outbox, refusing(Refused("no")), clock).once()
    assert set(states(outbox).values()) == {"pending"}


def test_a_damaged_shared_file_condemns_no_entry(
    outbox: Outbox, sqlite_database: str, clock: Clock, tmp_path: Path
) -> None:
    put(outbox, stop(), stop())
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no database at all. " * 500)
    shared = open_shared(f"sqlite:///{junk}", lazily=True)
    report = Sync(outbox, lambda: shared, clock).once()
    shared.close()
    assert (report.still_pending, report.quarantined) == (2, 0)


def test_what_an_earlier_round_left_being_sent_is_sent_by_the_next(
    outbox: Outbox, sync: Sync
) -> None:
    put(outbox, stop())
    outbox.queue.take(10)  # and the disk was full when it was to be put back
    assert sync.once().sent == 1


def test_on_a_server_entries_go_under_their_authors_login_only(
    outbox: Outbox, shared: Database, clock: Clock
) -> None:
    outbox.put(command(stop(), Login("bob")))
    outbox.put(command(stop(), Login("ada")))
    report = Sync(outbox, lambda: shared, clock, author=Login("ada")).once(now=True)
    assert (report.sent, report.still_pending) == (1, 1)


def test_what_is_received_is_stamped_by_the_server(
    outbox: Outbox, postgresql_database: str, clock: Clock
) -> None:
    clock.goes_on(days=-400)  # this desk's clock is wrong
    put(outbox, stop())
    shared = open_shared(postgresql_database)
    Sync(outbox, lambda: shared, clock).once()
    with shared.transaction(writes=False) as session:
        late = facts.Command.received_at < func.now() - timedelta(hours=1)
        assert session.scalars(select(facts.Command.id).where(late)).all() == []
    shared.close()

"""Opening a database: whatever is wrong with it is said in one clear sentence."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from console.errors import (
    BadInput,
    ConsoleError,
    EnvironmentFault,
    Offline,
    Refused,
    SchemaMismatch,
)
from console.models.facts import Command, Hold
from console.models.ids import uuid7
from console.models.records import Person, Team
from console.services import database, engine
from console.services.database import Database
from console.services.desk_store import open_workstation
from console.services.driver_faults import Damaged
from tests.postgresql import Cluster, Server


@pytest.mark.parametrize(
    "address",
    ["", "center", "C:\\folder\\center.db", "sqlite://", "sqlite:///:memory:", "mysql://host/name",
     "postgresql://host:port/name"],
)  # fmt: skip
def test_what_is_no_address_of_a_database_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        database.shared_url(address)


@pytest.mark.parametrize(
    "address", ["postgresql://ada:open-sesame@host/name", "postgresql://h/n?password=open-sesame"]
)
def test_a_password_in_the_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(Refused) as refused:
        database.shared_url(address)
    assert "open-sesame" not in str(refused.value)


def test_any_spelling_of_the_driver_gives_ours() -> None:
    assert database.shared_url("postgresql+other://h/n").drivername == "postgresql+psycopg"
    assert database.shared_url("sqlite+other:///file.db").drivername == "sqlite"


def test_the_password_stands_in_no_printed_address() -> None:
    assert "open-sesame" not in str(database.shared_url("postgresql://h/n", "open-sesame"))


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(SchemaMismatch, match="database create"):
        database.open_shared(f"sqlite:///{tmp_path / 'none.db'}")
    assert list(tmp_path.iterdir()) == []


def junk(folder: Path) -> Path:
    file = folder / "junk.db"
    file.write_bytes(b"this is a letter, no database. " * 500)
    return file


@pytest.mark.parametrize("use", [database.open_shared, database.create])
def test_a_file_that_is_no_database_is_named_so(
    use: Callable[[str], object], tmp_path: Path
) -> None:
    file = junk(tmp_path)
    content = file.read_bytes()
    with pytest.raises(Damaged, match="damaged or no database"):
        use(f"sqlite:///{file}")
    assert file.read_bytes() == content


def test_a_damaged_workstation_file_is_kept_for_the_administrator(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="unsent calls may be in it"):
        open_workstation(junk(tmp_path))
    assert (tmp_path / "junk.db").exists()


def test_a_page_overwritten_later_is_damage_too(sqlite_database: str) -> None:
    opened = database.open_shared(sqlite_database)
    opened.close()
    file = Path(sqlite_database.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)
    with pytest.raises(ConsoleError):
        database.open_shared(sqlite_database)


@pytest.mark.parametrize("use", [database.open_shared, database.create])
def test_a_file_that_cannot_be_opened_is_named_so(
    use: Callable[[str], object], tmp_path: Path
) -> None:
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(EnvironmentFault, match="cannot be opened for writing"):
        use(f"sqlite:///{tmp_path / 'folder.db'}")


def test_a_folder_that_cannot_be_made_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentFault, match="cannot be made"):
        open_workstation(tmp_path / "file" / "workstation.db")


def test_the_folder_of_a_new_store_is_its_owners_alone(tmp_path: Path) -> None:
    open_workstation(tmp_path / "profile" / "workstation.db").close()
    assert (tmp_path / "profile").stat().st_mode & 0o077 == 0


def run(opened: Database, *statements: str) -> None:
    """All in one transaction."""
    with opened.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


@pytest.fixture
def opened(shared_database: str) -> Iterator[Database]:
    opened = database.open_shared(shared_database)
    yield opened
    opened.close()


def test_a_database_that_takes_no_writing_is_the_environments_fault(sqlite_database: str) -> None:
    opened = database.open_shared(sqlite_database)
    with pytest.raises(EnvironmentFault):
        run(opened, "PRAGMA query_only=ON", "INSERT INTO team VALUES ('a', 'A')")
    opened.close()


def test_a_full_disk_is_the_environments_fault_and_nothing_is_changed(sqlite_database: str) -> None:
    opened = database.open_shared(sqlite_database)
    big = "INSERT INTO team VALUES ('{}', hex(zeroblob(500000)))"
    with pytest.raises(EnvironmentFault, match="disk is full"):
        run(opened, "PRAGMA max_page_count=1", *(big.format(number) for number in range(9)))
    with opened.transaction(writes=False) as session:
        assert session.execute(select(func.count()).select_from(Team)).scalar_one() == 0
    opened.close()


def test_a_schema_that_lost_a_table_is_of_another_release(opened: Database) -> None:
    with opened.transaction() as session:
        session.execute(text("DROP TABLE unmet_need"))
    with pytest.raises(SchemaMismatch), opened.transaction() as session:
        session.execute(text("SELECT * FROM unmet_need"))


def test_a_change_of_schema_is_noticed_when_asked_for(opened: Database) -> None:
    opened.check()
    with opened.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaMismatch, match="newer"):
        opened.check()


def test_two_desks_that_read_and_then_write_wait_for_each_other(sqlite_database: str) -> None:
    """Without the write lock from the start, the later of them fails at once."""
    failures: list[BaseException] = []
    both_there = threading.Barrier(2, timeout=10)

    def desk(name: str) -> None:
        opened = database.open_shared(sqlite_database)
        try:
            both_there.wait()
            for number in range(20):
                with opened.transaction() as session:
                    session.execute(select(func.count()).select_from(Team)).scalar_one()
                    session.execute(insert(Team).values(key=f"{name}{number}", name=name))
        except BaseException as error:
            failures.append(error)
        finally:
            opened.close()

    desks = [threading.Thread(target=desk, args=(name,)) for name in "ab"]
    for thread in desks:
        thread.start()
    for thread in desks:
        thread.join()
    assert failures == []


def test_whoever_only_reads_does_not_wait_for_a_writer(sqlite_database: str) -> None:
    writer, reader = (database.open_shared(sqlite_database) for _ in range(2))
    with writer.transaction() as writing:
        writing.execute(insert(Team).values(key="a", name="A"))
        began = time.monotonic()
        with reader.transaction(writes=False) as reading:
            assert reading.execute(select(func.count()).select_from(Team)).scalar_one() == 0
        assert time.monotonic() - began < 1
    writer.close()
    reader.close()


def test_foreign_keys_hold(opened: Database) -> None:
    with pytest.raises(IntegrityError), opened.transaction() as session:
        session.add(Hold(id=uuid7(), command_id=uuid7(), person_id=uuid7(), cause="deceased",
                         at=datetime.now(ZoneInfo("UTC"))))  # fmt: skip


def test_an_error_of_the_server_repeats_no_value_of_a_row(postgresql_database: str) -> None:
    opened = database.open_shared(postgresql_database)
    row = {"id": str(uuid7()), "name": "Canary Test", "birth": "1974-06-09"}
    statement = text("INSERT INTO person (id, name, birth_date) VALUES (:id, :name, :birth)")
    with pytest.raises(IntegrityError) as refused, opened.transaction() as session:
        session.execute(statement, row)
    shown = f"{refused.value} {refused.value.orig} {refused.value!r}"
    assert not any(value in shown for value in row.values())
    assert "23502 person given" in shown
    opened.close()


def test_a_server_that_is_not_there_is_offline_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(Offline):
        database.open_shared("postgresql://127.0.0.1:1/center")
    assert time.monotonic() - began < 2


def test_a_server_that_stays_silent_is_offline_within_six_seconds() -> None:
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()
        with pytest.raises(Offline):
            database.open_shared(f"postgresql://127.0.0.1:{silent.getsockname()[1]}/center")
        assert time.monotonic() - began < 7


def test_an_unknown_option_in_the_address_is_not_taken_for_a_dead_line() -> None:
    with pytest.raises(BadInput, match="option"):
        database.open_shared("postgresql://127.0.0.1:1/center?nonsense=1")


def test_the_options_of_a_connection_hold_over_tcp_and_socket(postgresql_server: Server) -> None:
    for url in (postgresql_server.url(), postgresql_server.socket_url()):
        opened = engine.engine_for(database.shared_url(url))
        with opened.connect() as connection:
            assert connection.execute(text("SHOW timezone")).scalar_one() == "UTC"
            assert connection.execute(text("SHOW lock_timeout")).scalar_one() == "10s"
        opened.dispose()


def test_a_session_whose_desk_vanished_in_the_middle_of_a_batch_is_ended_soon(
    postgresql_server: Server,
) -> None:
    """The server would wait two hours: while a batch is under way, no session is idle."""
    made = engine.engine_for(database.shared_url(postgresql_server.url()))
    with made.connect() as connection:
        found = [
            connection.execute(text(f"SHOW tcp_keepalives_{name}")).scalar_one()
            for name in ("idle", "interval", "count")
        ]
        assert found == ["15", "5", "3"]
        assert connection.execute(text("SHOW tcp_user_timeout")).scalar_one() == "30000"
    made.dispose()


def test_sessions_ended_by_the_server_are_replaced(postgresql_database: str) -> None:
    opened = database.open_shared(postgresql_database)
    with opened.transaction() as session:
        mine = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with psycopg.connect(postgresql_database.replace("+psycopg", ""), autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [mine])
    with opened.transaction() as session:
        assert session.execute(text("SELECT pg_backend_pid()")).scalar_one() != mine
    opened.close()


def test_a_session_that_dies_within_a_transaction_is_offline(postgresql_database: str) -> None:
    opened = database.open_shared(postgresql_database)
    with pytest.raises(Offline), opened.transaction() as session:
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    opened.close()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("SELECT nothing FROM person", SchemaMismatch),
        ("SELECT * FROM no_such_table", SchemaMismatch),
        ("SET ROLE ec_rep; SELECT payload FROM command", Refused),
        ("DO $$ BEGIN RAISE EXCEPTION '' USING ERRCODE = 'deadlock_detected'; END $$", Offline),
        ("DO $$ BEGIN RAISE EXCEPTION '' USING ERRCODE = '53300'; END $$", Offline),
        ("SET TRANSACTION READ ONLY; DELETE FROM team", Offline),
    ],
)
def test_what_the_server_says_is_told_by_kind(
    statement: str, kind: type[ConsoleError], postgresql_database: str
) -> None:
    opened = database.open_shared(postgresql_database)
    with pytest.raises(kind), opened.transaction() as session:
        session.connection().exec_driver_sql(statement)
    opened.close()


@pytest.mark.parametrize("value", ["with \x00 inside", object()])
def test_what_the_driver_finds_in_the_data_is_about_the_data(
    value: object, postgresql_database: str
) -> None:
    opened = database.open_shared(postgresql_database)
    with pytest.raises(DBAPIError), opened.transaction() as session:
        session.connection().exec_driver_sql("SELECT %s", (value,))
    opened.close()


def command_row(at: datetime) -> dict[str, object]:
    return {"id": uuid7(), "kind": "x", "author": "ada", "made_at": at, "received_at": at,
            "payload": {}, "sha": ""}  # fmt: skip


def test_a_time_without_a_zone_is_refused(opened: Database) -> None:
    naive = datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001 - the point of the test
    with pytest.raises(StatementError, match="without a zone"), opened.transaction() as session:
        session.execute(insert(Command).values(command_row(naive)))


def test_times_sort_over_the_night_when_clocks_go_back(opened: Database) -> None:
    zone = ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 0, 30, tzinfo=zone)
    instants = [first.astimezone(ZoneInfo("UTC")) + timedelta(minutes=30 * n) for n in range(6)]
    local = [instant.astimezone(zone) for instant in instants]  # 1:00 and 1:30 come twice
    with opened.transaction() as session:
        session.execute(insert(Command), [command_row(at) for at in reversed(local)])
    with opened.transaction(writes=False) as session:
        found = list(session.scalars(select(Command.made_at).order_by(Command.made_at)))
    assert found == instants
    assert all(at.utcoffset() == timedelta(0) for at in found)


def test_a_time_with_an_offset_comes_back_as_the_same_instant(opened: Database) -> None:
    at = datetime(2026, 6, 1, 12, 0, tzinfo=ZoneInfo("America/New_York"))
    person = uuid7()
    with opened.transaction() as session:
        session.add(Person(id=person, name="Wilma Test", deceased_at=at))
    with opened.transaction(writes=False) as session:
        assert session.scalars(select(Person.deceased_at)).one() == at


def test_two_who_create_at_once_both_succeed(
    private_cluster: Callable[..., Cluster], tmp_path: Path
) -> None:
    for url in (private_cluster().server.url(), f"sqlite:///{tmp_path / 'new.db'}"):
        failures: list[BaseException] = []

        def make(url: str = url, failures: list[BaseException] = failures) -> None:
            try:
                database.create(url)
            except BaseException as error:
                failures.append(error)

        makers = [threading.Thread(target=make) for _ in range(3)]
        for thread in makers:
            thread.start()
        for thread in makers:
            thread.join()
        assert failures == []
        database.open_shared(url).close()


class TakenAtFirst(sqlite3.Connection):
    """As SQLite answers when two switch to WAL at once: busy, whatever the busy timeout."""

    refused = 0

    def execute(self, statement: str, /, *values: Any) -> sqlite3.Cursor:
        if "journal_mode" in statement and self.refused < 2:
            self.refused += 1
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise busy
        return super().execute(statement, *values)


def test_a_file_that_another_program_makes_at_the_same_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = partial(sqlite3.connect, factory=TakenAtFirst)
    monkeypatch.setattr(sqlite3.dbapi2, "connect", connect)
    url = f"sqlite:///{tmp_path / 'new.db'}"
    database.create(url)
    database.open_shared(url).close()


def test_a_lock_held_by_another_program_is_told(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "CONNECT_SECONDS", 1)
    opened = database.open_shared(sqlite_database)
    file = sqlite_database.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault, match="Another program"):
            run(opened, "SELECT 1")
    opened.close()

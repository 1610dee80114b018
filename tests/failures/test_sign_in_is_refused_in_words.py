"""Whatever keeps a login out of the server: one sentence to act on, and the outbox is kept."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.errors import Offline, Refused, SchemaMismatch
from console.models.ids import Login
from console.models.views import SyncReport
from console.services.connect_faults import Cause, Known, NotTrusted, SignInNeeded
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.services.sync import Sync
from tests.certificates import DAY, Authority
from tests.commands import Clock, command, stop
from tests.postgresql import MISSING, Cluster, find_binaries
from tests.secured import PASSWORD, Secured, closed_port


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    if not find_binaries():
        pytest.skip(MISSING)
    with closing(Cluster()) as cluster:
        made = Secured(cluster, tmp_path_factory.mktemp("ca"))
        made.login("alice")
        yield made


def refusal(url: str, password: str | None = PASSWORD, known: Known | None = None) -> Offline:
    with pytest.raises(Offline) as caught:
        open_shared(url, password, known=lambda: known or Known()).close()
    assert "kept here and sent later" in caught.value.message
    return caught.value


def test_the_right_password_over_a_verified_line_gets_in(server: Secured) -> None:
    shared = open_shared(server.url(), PASSWORD)
    with shared.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        assert raw.pgconn.ssl_in_use
        assert raw.pgconn.used_password
    shared.close()


def test_a_rogue_ca_is_told_at_once(server: Secured, tmp_path: Path) -> None:
    rogue = Authority(tmp_path, "Rogue")
    error = refusal(server.url(sslrootcert=str(rogue.file)))
    assert isinstance(error, NotTrusted)
    assert "not from your organization" in error.message


def test_the_system_s_roots_do_not_know_the_organization_s_ca(server: Secured) -> None:
    assert "not from your organization" in refusal(server.url(sslrootcert="system")).message


def test_a_ca_that_the_system_trusts_needs_no_file(
    server: Secured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.authority.file))
    open_shared(server.url(sslrootcert="system"), PASSWORD).close()


def test_a_missing_ca_file_is_named_as_such(server: Secured) -> None:
    assert "CA file cannot be read" in refusal(server.url(sslrootcert="/nowhere/ca.pem")).message


@pytest.fixture
def showing(server: Secured) -> Iterator[Secured]:
    """A server that may show another certificate for one test."""
    yield server
    server.present(server.authority)


def test_a_certificate_for_another_host(showing: Secured) -> None:
    showing.present(showing.authority, name="db.example.org")
    assert "for another name" in refusal(showing.url()).message


def test_an_expired_certificate_names_the_clock_that_says_so(showing: Secured) -> None:
    showing.present(showing.authority, begins=-9 * DAY, ends=-DAY)
    message = refusal(showing.url()).message
    assert "run out" in message
    assert f"{datetime.now(UTC):%d %b %Y}" in message


def test_a_clock_that_went_back_is_the_computer_s_fault(showing: Secured) -> None:
    showing.present(showing.authority, begins=9 * DAY)
    assert "not valid yet" in refusal(showing.url()).message
    known = Known(server_time=datetime.now(UTC) + 60 * DAY)
    assert "Your computer's clock" in refusal(showing.url(), known=known).message


def test_a_server_without_tls(showing: Secured) -> None:
    showing.execute("ALTER SYSTEM SET ssl = off")
    showing.reload()
    assert "no encrypted line" in refusal(showing.url()).message


def test_a_wrong_password_asks_for_another(server: Secured) -> None:
    error = refusal(server.url(), "wrong")
    assert isinstance(error, SignInNeeded)
    assert "password is wrong" in error.message


def test_a_login_that_nobody_has_is_told_like_a_wrong_password(server: Secured) -> None:
    assert "password is wrong" in refusal(server.url("mallory")).message


def test_no_password_asks_for_one(server: Secured) -> None:
    error = refusal(server.url(), None)
    assert isinstance(error, SignInNeeded)
    assert "asks for your password" in error.message


def test_a_password_file_of_libpq_s_is_tried_and_judged_like_a_typed_one(
    server: Secured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "passwords"
    monkeypatch.setenv("PGPASSFILE", str(file))
    for password in (PASSWORD, "wrong"):
        file.write_text(f"*:*:*:alice:{password}\n")
        file.chmod(0o600)
        if password == PASSWORD:
            open_shared(server.url()).close()
        else:
            assert "password is wrong" in refusal(server.url(), None).message


def test_an_expired_password_is_told_by_a_desk_that_knew_its_end(server: Secured) -> None:
    server.login("late", more="VALID UNTIL '2020-01-01'")
    assert "password is wrong" in refusal(server.url("late")).message
    known = Known(password_until=datetime(2020, 1, 1, tzinfo=UTC))
    assert "has expired" in refusal(server.url("late"), known=known).message


def test_a_login_switched_off(server: Secured) -> None:
    server.login("gone")
    server.execute("ALTER ROLE gone NOLOGIN")
    assert "switched off" in refusal(server.url("gone")).message


def test_a_login_without_the_right_to_connect(server: Secured) -> None:
    server.execute("CREATE DATABASE closed")
    server.execute("REVOKE CONNECT ON DATABASE closed FROM PUBLIC")
    assert "no right to use this database" in refusal(server.url(base="closed")).message


def test_a_database_that_is_missing(server: Secured) -> None:
    assert "no database of this name" in refusal(server.url(base="nowhere")).message


def test_a_host_that_nobody_knows() -> None:
    url = "postgresql://alice@no-such-host.invalid/center"
    assert "no computer of the server's name" in refusal(url).message


def test_nothing_listens() -> None:
    url = f"postgresql://alice@127.0.0.1:{closed_port()}/center"
    assert "no database runs there" in refusal(url).message


def test_too_many_connections(server: Secured) -> None:
    server.login("crowd", more="CONNECTION LIMIT 1")
    first = open_shared(server.url("crowd"), PASSWORD)
    with first.transaction():
        assert "no room for more connections" in refusal(server.url("crowd")).message
    first.close()


def test_a_login_that_pg_hba_does_not_admit(server: Secured) -> None:
    server.cluster.admit("hostssl all bob 127.0.0.1/32 scram-sha-256")
    try:
        assert "does not let this login in" in refusal(server.url()).message
    finally:
        server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256")


@pytest.mark.parametrize("weak", ["trust", "password", "md5"])
def test_a_server_that_asks_for_less_gets_no_password(server: Secured, weak: str) -> None:
    """A plain password would be readable by whoever the server is; libpq refuses to send it."""
    server.execute("SET password_encryption = 'md5'; CREATE ROLE old LOGIN PASSWORD 'x'")
    server.cluster.admit(f"hostssl all all 127.0.0.1/32 {weak}")
    try:
        assert "another way to sign in" in refusal(server.url("old")).message
    finally:
        server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256")
        server.execute("DROP ROLE old")


@pytest.mark.parametrize("state", ["57P03", "57P01"])
def test_a_server_that_starts_up_or_shuts_down(state: str) -> None:
    with Speaking(state) as port:
        url = f"postgresql://alice@127.0.0.1:{port}/center"
        assert "starting up or shutting down" in refusal(url).message


def test_something_that_is_no_postgresql() -> None:
    with Speaking("", raw=b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert "does not answer" in refusal(f"postgresql://a@127.0.0.1:{port}/center").message


def test_the_words_do_not_hang_on_the_server_s_language() -> None:
    with Speaking("28P01", words="Passwort-Authentifizierung fehlgeschlagen") as port:
        error = refusal(f"postgresql://alice@127.0.0.1:{port}/center")
    assert isinstance(error, SignInNeeded)


def test_every_cause_has_words_of_its_own() -> None:
    from console.services.connect_faults import fault

    now = datetime.now(UTC)
    assert len({fault(cause, now).message for cause in Cause}) == len(Cause)


def test_what_waits_is_sent_when_the_password_is_right_again(
    server: Secured, tmp_path: Path
) -> None:
    server.login("dora")
    store = open_workstation(tmp_path / "workstation.db")
    outbox = Outbox(store, clock := Clock())
    outbox.put(command(stop(), author=Login("dora")))
    report = _round(server, outbox, clock, "wrong")
    assert (report.still_pending, report.held, report.quarantined) == (1, 0, 0)
    assert "password is wrong" in (report.offline or "")
    clock.goes_on(minutes=2)
    assert _round(server, outbox, clock, PASSWORD).sent == 1
    store.close()


def _round(server: Secured, outbox: Outbox, clock: Clock, password: str) -> SyncReport:
    shared = open_shared(server.url("dora"), password, lazily=True)
    report = Sync(outbox, lambda: shared, clock).once(now=True)
    shared.close()
    return report


@pytest.fixture
def session(server: Secured) -> Iterator[Database]:
    shared = open_shared(server.url(), PASSWORD)
    yield shared
    shared.close()


def test_a_right_taken_away_in_mid_shift_is_named(server: Secured, session: Database) -> None:
    server.execute("REVOKE SELECT ON staff FROM ec_rep", on="center")
    try:
        with pytest.raises(Refused, match="does not have the right"), session.transaction() as s:
            s.connection().exec_driver_sql("SELECT * FROM staff")
    finally:
        server.execute("GRANT SELECT ON staff TO ec_rep", on="center")


def test_a_server_that_became_a_standby_is_named(session: Database) -> None:
    writing = "SET TRANSACTION READ ONLY; UPDATE staff SET name = name"
    with pytest.raises(Offline, match="is a standby"), session.transaction() as s:
        s.connection().exec_driver_sql(writing)


def test_a_table_that_went_missing_is_named(server: Secured, session: Database) -> None:
    server.execute("ALTER TABLE staff RENAME TO staff_away", on="center")
    try:
        with pytest.raises(SchemaMismatch), session.transaction() as s:
            s.connection().exec_driver_sql("SELECT * FROM staff")
    finally:
        server.execute("ALTER TABLE staff_away RENAME TO staff", on="center")


class Speaking:
    """A port where each caller is answered by one error of this state, in any language."""

    def __init__(self, state: str, *, words: str = "no", raw: bytes = b"") -> None:
        fields = f"SFATAL\0VFATAL\0C{state}\0M{words}\0\0".encode()
        self._answer = raw or b"E" + (len(fields) + 4).to_bytes(4, "big") + fields
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> int:
        self._thread.start()
        return int(self._listening.getsockname()[1])

    def __exit__(self, *_: object) -> None:
        with socket.create_connection(self._listening.getsockname()):
            self._listening.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._listening.accept()
            except OSError:
                return
            with caller, suppress(OSError):
                if b"\x04\xd2\x16\x2f" in caller.recv(1024):  # asks for TLS first
                    caller.sendall(b"N")
                    caller.recv(1024)
                caller.sendall(self._answer)

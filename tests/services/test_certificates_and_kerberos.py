"""Signing in without a password, or with something beside it: certificates, Kerberos tickets."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from console.errors import Offline
from console.services.database import open_shared
from tests.certificates import Authority
from tests.postgresql import MISSING, Cluster, find_binaries
from tests.realm import PROGRAMS, Realm
from tests.secured import PASSWORD, Secured


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    if not find_binaries():
        pytest.skip(MISSING)
    with closing(Cluster()) as cluster:
        made = Secured(cluster, tmp_path_factory.mktemp("ca"))
        made.login("alice")
        made.login("bob")
        yield made


def who(url: str, password: str | None = None) -> str:
    shared = open_shared(url, password)
    try:
        with shared.transaction() as session:
            return str(session.execute(text("SELECT session_user")).scalar_one())
    finally:
        shared.close()


def refused(url: str, password: str | None = None) -> str:
    with pytest.raises(Offline) as caught:
        open_shared(url, password)
    return caught.value.message


def files(authority: Authority, folder: Path, login: str) -> dict[str, str]:
    certificate, key = authority.issue_files(folder, login)
    return {"sslcert": str(certificate), "sslkey": str(key)}


def test_a_certificate_can_be_asked_for_beside_the_password(
    server: Secured, tmp_path: Path
) -> None:
    server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-full")
    own = files(server.authority, tmp_path, "alice")
    assert who(server.url(**own), PASSWORD) == "alice"
    assert "password is wrong" in refused(server.url(**own), "wrong")
    assert "asks for a certificate" in refused(server.url(), PASSWORD)
    assert "Login or password is wrong" in refused(server.url("bob", **own), PASSWORD)


def test_a_certificate_of_another_ca_is_not_accepted(server: Secured, tmp_path: Path) -> None:
    server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-full")
    foreign = files(Authority(tmp_path, "Foreign"), tmp_path, "alice")
    assert "own certificate" in refused(server.url(**foreign), PASSWORD)


def test_a_certificate_alone_can_sign_in(server: Secured, tmp_path: Path) -> None:
    server.cluster.admit("hostssl all all 127.0.0.1/32 cert")
    own = files(server.authority, tmp_path, "alice")
    assert who(server.url(**own, require_auth="none")) == "alice"


def test_a_server_that_forgets_to_ask_for_the_certificate_is_not_used(
    server: Secured, tmp_path: Path
) -> None:
    """`sslcertmode=require`: a second factor that nobody checks would be none."""
    server.execute("ALTER SYSTEM SET ssl_ca_file = ''")
    server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256")
    server.reload()
    own = files(server.authority, tmp_path, "alice")
    try:
        assert "kept here" in refused(server.url(**own), PASSWORD)
        assert who(server.url(), PASSWORD) == "alice"
    finally:
        server.present(server.authority)


@pytest.fixture(scope="module")
def realm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Realm]:
    missing = [name for name in PROGRAMS if shutil.which(name, path=Realm.PATH) is None]
    if missing:
        pytest.skip(f"no Kerberos server here: {', '.join(missing)} (krb5-kdc, krb5-user)")
    with closing(Realm(tmp_path_factory.mktemp("realm"))) as made:
        yield made


@pytest.fixture
def by_ticket(
    realm: Realm, server: Secured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[str]:
    """A desk's URL with single sign-on; the ticket cache is this test's own, and empty."""
    server.cluster.put("server.keytab", realm.keytab("postgres/localhost"))
    server.execute("ALTER SYSTEM SET krb_server_keyfile = 'server.keytab'")
    server.cluster.admit("hostssl all all 127.0.0.1/32 gss include_realm=0")
    server.present(server.authority, name="localhost")
    for name, value in realm.environment(tmp_path / "tickets").items():
        monkeypatch.setenv(name, value)
    yield server.url(require_auth="gss").replace("@127.0.0.1", "@localhost")
    server.present(server.authority)


def test_a_kerberos_ticket_signs_in_without_a_password(
    realm: Realm, by_ticket: str, server: Secured
) -> None:
    assert "no valid Kerberos ticket" in refused(by_ticket)
    realm.sign_in("alice")
    assert who(by_ticket) == "alice"


def test_somebody_else_s_ticket_is_not_enough(realm: Realm, by_ticket: str) -> None:
    realm.sign_in("bob")
    assert "no valid Kerberos ticket" in refused(by_ticket)


def test_with_single_sign_on_no_password_is_sent_whoever_asks(
    realm: Realm, by_ticket: str, server: Secured
) -> None:
    server.cluster.admit("hostssl all all 127.0.0.1/32 scram-sha-256")
    realm.sign_in("alice")
    assert "another way to sign in" in refused(by_ticket, PASSWORD)

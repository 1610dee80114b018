"""Which line to a server is asked for, and which is refused."""

import pytest

from console.errors import Refused
from console.services.database import shared_url
from console.services.transport import connect_arguments

VERIFIED = {
    "sslmode": "verify-full",
    "sslrootcert": "system",
    "ssl_min_protocol_version": "TLSv1.2",
    "gssencmode": "disable",
    "require_auth": "scram-sha-256",
    "channel_binding": "require",
}
BARE = {"gssencmode": "disable"}


def arguments(url: str, **environment: str) -> dict[str, str]:
    return connect_arguments(shared_url(url), environment)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://alice@db.example.org/center",
        "postgresql://alice@10.1.2.3/center",
        "postgresql://alice@[2001:db8::1]/center",
        "postgresql://alice@db.example.org/center?sslmode=verify-full",
        "postgresql://alice@/center?host=db1.example.org&host=db2.example.org",
        "postgresql://alice@/center?host=localhost&host=db2.example.org",
        "postgresql://alice@/center?host=localhost,db2.example.org",
        "postgresql://alice@localhost/center?hostaddr=10.1.2.3",
        "postgresql://alice@/center?service=center",
        "postgresql://alice@localhost.example.org/center",
        "postgresql://alice@127.0.0.1/center?sslmode=verify-full",
    ],
)
def test_a_server_elsewhere_is_verified_by_certificate_name_and_bound_password(url: str) -> None:
    assert arguments(url) == VERIFIED


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://alice@localhost/center",
        "postgresql://alice@127.0.0.1:5433/center",
        "postgresql://alice@[::1]/center",
        "postgresql:///center",
        "postgresql://alice@/center?host=/run/postgresql&port=5433",
        "postgresql://alice@/center?host=localhost:5432&host=127.0.0.1:5433",
        "postgresql://alice@localhost/center?sslmode=disable",
    ],
)
def test_a_server_on_this_computer_may_go_without(url: str) -> None:
    assert arguments(url) == BARE


@pytest.mark.parametrize("name", ["PGHOST", "PGHOSTADDR", "PGSERVICE"])
def test_a_host_that_only_the_environment_names_is_verified_as_well(name: str) -> None:
    assert arguments("postgresql:///center", **{name: "db.example.org"}) == VERIFIED


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "bogus"])
def test_a_weaker_line_is_refused_by_name(mode: str) -> None:
    with pytest.raises(Refused, match=f"sslmode={mode}"):
        arguments(f"postgresql://alice@db.example.org/center?sslmode={mode}")


def test_the_organization_s_ca_file_takes_the_place_of_the_system_s_roots() -> None:
    given = arguments("postgresql://alice@db.example.org/center?sslrootcert=/etc/center/ca.pem")
    assert given == {**VERIFIED, "sslrootcert": "/etc/center/ca.pem"}


@pytest.mark.parametrize("query", ["", "?sslrootcert=system"])
def test_the_system_s_roots_are_a_file_where_the_system_has_one(query: str) -> None:
    url = shared_url(f"postgresql://alice@db.example.org/center{query}")
    given = connect_arguments(url, {}, "/etc/ssl/certs/ca-certificates.crt")
    assert given == {**VERIFIED, "sslrootcert": "/etc/ssl/certs/ca-certificates.crt"}


def test_kerberos_asks_for_no_password() -> None:
    given = arguments("postgresql://alice@db.example.org/center?require_auth=gss")
    assert given == {**VERIFIED, "require_auth": "gss", "channel_binding": "disable"}


@pytest.mark.parametrize(
    ("way", "binding"),
    [("scram-sha-256", "require"), ("none", "disable"), ("gss", "disable")],
)
def test_a_certificate_of_our_own_must_be_asked_for_by_the_server(way: str, binding: str) -> None:
    files = "sslcert=/etc/center/me.pem&sslkey=/etc/center/me.key"
    given = arguments(f"postgresql://alice@db.example.org/center?{files}&require_auth={way}")
    assert given["sslcertmode"] == "require"
    assert (given["require_auth"], given["channel_binding"]) == (way, binding)


@pytest.mark.parametrize("way", ["password", "md5", "none", "!none", "scram-sha-256,md5"])
def test_a_weaker_way_to_sign_in_is_refused(way: str) -> None:
    with pytest.raises(Refused, match="database address"):
        arguments(f"postgresql://alice@db.example.org/center?require_auth={way}")

"""How a server may be reached: always verified, never by a silent fall back; a URL says what else.

The query of the URL may name `sslrootcert` (the organization's CA file; else the system's roots),
`sslcert` and `sslkey` (this desk's or person's certificate) and `require_auth`: `scram-sha-256` (a
password, the default), `gss` (Kerberos) or `none` (the certificate alone signs in).
Words are libpq's: https://www.postgresql.org/docs/current/libpq-connect.html
"""

from collections.abc import Iterator, Mapping
from ipaddress import ip_address

from sqlalchemy import URL

from console.errors import Refused

PASSWORD, KERBEROS, CERTIFICATE = "scram-sha-256", "gss", "none"
SYSTEM_ROOTS = "system"


def connect_arguments(
    url: URL, environment: Mapping[str, str], roots: str = SYSTEM_ROOTS
) -> dict[str, str]:
    """What libpq is told beside the URL.

    `environment` matters only for where libpq would look for a host that the URL doesn't name;
    `roots` is the file of the system's CAs. A server on this computer is taken as the URL says; any
    other is verified by its certificate and name. Raises Refused for a URL that asks for less.
    """
    query = {key: value for key, value in url.query.items() if isinstance(value, str)}
    mode = query.get("sslmode")
    if mode != "verify-full" and _is_on_this_computer(url, environment):
        return {"gssencmode": query.get("gssencmode", "disable")}
    if mode not in (None, "verify-full"):
        raise Refused(
            f"The database address asks for sslmode={mode}, which would not notice a false server. "
            "Leave it out: a server elsewhere is always verified (verify-full)."
        )
    trusted = query.get("sslrootcert", SYSTEM_ROOTS)
    return {
        "sslmode": "verify-full",
        "sslrootcert": roots if trusted == SYSTEM_ROOTS else trusted,
        "ssl_min_protocol_version": "TLSv1.2",
        "gssencmode": "disable",  # one way to encrypt: TLS
        **_identity(query),
    }


def _identity(query: Mapping[str, str]) -> dict[str, str]:
    """How the person is known to the server; any other way that a server asks for is refused."""
    wanted = query.get("require_auth", PASSWORD)
    has_certificate = "sslcert" in query and "sslkey" in query
    if wanted not in (PASSWORD, KERBEROS, CERTIFICATE):
        raise Refused(
            f"The database address asks for require_auth={wanted}. Known are {PASSWORD} (a "
            f"password), {KERBEROS} (Kerberos) and {CERTIFICATE} (a certificate alone)."
        )
    if wanted == CERTIFICATE and not has_certificate:
        raise Refused(
            "The database address asks for no password and names no certificate. Add sslcert=FILE "
            "and sslkey=FILE, or leave require_auth out."
        )
    return {
        "require_auth": wanted,
        "channel_binding": "require" if wanted == PASSWORD else "disable",
        **({"sslcertmode": "require"} if has_certificate else {}),
    }


def _is_on_this_computer(url: URL, environment: Mapping[str, str]) -> bool:
    if "service" in url.query or "PGSERVICE" in environment:
        return False  # a file may name any host
    return all(_is_local(host) for host in _hosts(url, environment))


def _hosts(url: URL, environment: Mapping[str, str]) -> Iterator[str]:
    """Every name and address that libpq might connect to."""
    found = [url.host] if url.host else []
    for key in ("host", "hostaddr"):
        value = url.query.get(key, ())
        found += [value] if isinstance(value, str) else value
    if not found:
        found += [environment.get("PGHOST", "")]
    found += [environment.get("PGHOSTADDR", "")]
    for hosts in found:
        yield from hosts.split(",")


def _is_local(host: str) -> bool:
    """Whether it is this machine's loopback or a socket folder (libpq's default without a host)."""
    if not host or host.startswith(("/", "@")):
        return True
    name = _without_port(host)
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _without_port(host: str) -> str:
    """A host of a list may carry its port: `db1:5432`, `[::1]:5432`."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host if host.count(":") > 1 else host.partition(":")[0]

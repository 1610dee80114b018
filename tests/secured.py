"""A server as a center should have it: TLS of the organization's CA, and passwords by SCRAM."""

import socket
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from console.models.terms import Role
from console.services import database, staffing
from tests.certificates import DAY, Authority
from tests.postgresql import Cluster

PASSWORD = "a long pass phrase"
ONLY_ENCRYPTED = ("hostssl all all 127.0.0.1/32 scram-sha-256",)


class Secured:
    """A private cluster with a migrated database `center` that logins may use.

    Attributes:
        cluster: to stop and start it.
        authority: the CA that issued its certificate.
    """

    def __init__(self, cluster: Cluster, folder: Path) -> None:
        self.cluster = cluster
        self.authority = Authority(folder)
        self.present(self.authority)
        database.create(cluster.server.create_database("center"))
        cluster.admit(*ONLY_ENCRYPTED)

    def present(
        self,
        authority: Authority,
        *,
        name: str = "127.0.0.1",
        begins: timedelta = -DAY,
        ends: timedelta = 30 * DAY,
    ) -> None:
        """Shows a certificate of this authority from now on."""
        certificate, key = authority.issue(name, begins=begins, ends=ends)
        self.cluster.put("server.crt", certificate)
        self.cluster.put("server.key", key)
        self.cluster.put("ca.crt", self.authority.file.read_bytes())
        self.execute("ALTER SYSTEM SET ssl_ca_file = 'ca.crt'")
        self.execute("ALTER SYSTEM SET ssl = on")
        self.reload()

    def reload(self) -> None:
        self.cluster.stop()
        self.cluster.start()

    def login(self, name: str, password: str = PASSWORD, more: str = "") -> None:
        """A rep's login, as an administrator gives it; `more` as ALTER ROLE takes it."""
        with closing(database.open_shared(self.cluster.server.socket_url("center"))) as shared:
            given = staffing.Grant(login=name, role=Role.REP, password=password)
            staffing.grant(shared, given)
        if more:
            self.execute(f"ALTER ROLE {name} {more}")

    def execute(self, statement: str, on: str = "postgres") -> None:
        with self.cluster.server.connect(on) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def url(self, login: str = "alice", base: str = "center", **query: str) -> str:
        """A desk's URL: on this computer, but verified as if it were elsewhere."""
        given = {"sslmode": "verify-full", "sslrootcert": str(self.authority.file), **query}
        words = "&".join(f"{key}={value}" for key, value in given.items())
        return f"postgresql://{login}@127.0.0.1:{self.cluster.server.port}/{base}?{words}"


def closed_port() -> int:
    """A port of this computer where nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Making = Callable[..., Cluster]

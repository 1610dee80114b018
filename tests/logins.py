"""A server with people of every role, each under a login as `database grant` makes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg

from console.models.terms import Label, Role
from console.services import guards, staffing
from console.services.database import Database, open_shared
from tests.postgresql import Server


class Logins:
    """Makes logins on one database and opens connections as them; all are gone at the end.

    Attributes:
        url: the database as whoever set it up opens it.
    """

    def __init__(self, server: Server, url: str) -> None:
        self.url = url
        self._server = server
        self._made: list[str] = []
        self._opened: list[Database] = []
        self._sessions: list[psycopg.Connection[Any]] = []
        self.owner = self._open(url)
        with self.owner.engine.begin() as connection:
            guards.put_on_database(connection)

    def grant(
        self,
        role: Role | None,
        *,
        team: str | None = None,
        name: str | None = None,
        sees: frozenset[Label] | None = None,
    ) -> str:
        """A new login of this role; None makes the worker's."""
        login = f"t{uuid4().hex[:12]}"
        self._made.append(login)
        if role is None:
            staffing.make_worker(self.owner, login)
        else:
            given = staffing.Grant(login=login, role=role, team=team, name=name, sees=sees)
            staffing.grant(self.owner, given)
        return login

    def url_of(self, login: str) -> str:
        return self.url.replace("postgres@", f"{login}@")

    def database(self, login: str) -> Database:
        """As the console opens it."""
        return self._open(self.url_of(login))

    def psql(self, login: str) -> psycopg.Connection[Any]:
        """As somebody with `psql` does: each statement on its own."""
        name = self.url.rpartition("/")[2]
        session = psycopg.connect(
            host=self._server.sockets,
            port=self._server.port,
            dbname=name,
            user=login,
            autocommit=True,
        )
        self._sessions.append(session)
        return session

    def _open(self, url: str) -> Database:
        self._opened.append(open_shared(url))
        return self._opened[-1]

    def close(self) -> None:
        for opened in (*self._sessions, *self._opened):
            opened.close()
        with self._server.connect() as connection:
            for login in self._made:
                connection.execute(f'DROP ROLE IF EXISTS "{login}"')


@contextmanager
def logins(server: Server, url: str) -> Iterator[Logins]:
    made = Logins(server, url)
    try:
        yield made
    finally:
        made.close()
